"""The web server under the app."""

import socket

import uvicorn
from fastapi import FastAPI

from flickbook.web.protocol import LimitedProtocol

_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "flickbook": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}


class _Server(uvicorn.Server):
    """Ends event streams first, which would otherwise be waited for."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, let requests under way end, then the app."""
        await self.config.app.state.watch.close()  # type: ignore[union-attr]  # it is the FastAPI app given below
        await super().shutdown(sockets)


def run(app: FastAPI, listening: socket.socket, grace: int) -> None:
    """Serve on a socket until a signal says to stop, which is then raised again; wait `grace` seconds for requests."""
    config = uvicorn.Config(
        app,
        http=LimitedProtocol,
        log_config=_LOGGING,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=grace,
        proxy_headers=False,
        ws="none",
    )
    _Server(config).run(sockets=[listening])
