"""The web server under the app."""

import asyncio
import gc
import socket
from collections.abc import Sequence

import uvicorn
from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from flickbook.web.protocol import limited_to, open_more_files

_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "loggers": {
        "flickbook": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # It warns of requests that are no HTTP, and of upgrades: anybody can send those, and fill the log.
        "uvicorn": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}


class _Server(uvicorn.Server):
    """Ends event streams first, which would otherwise be waited for, and requests after `grace` seconds."""

    def __init__(self, config: uvicorn.Config, grace: int) -> None:
        super().__init__(config)
        self._grace = grace

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the app, and listen."""
        # What is loaded by now stays: a collection that looks through all of it stops every answer for a tenth of a
        # second. The thread is not needed, but brings in what the first event stream would make others wait for.
        await run_in_threadpool(gc.freeze)
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, let requests under way end, then the app."""
        await self.config.app.state.watch.close()  # type: ignore[union-attr]  # it is the FastAPI app given below
        cut = asyncio.get_running_loop().call_later(self._grace, self._cut_connections)
        await super().shutdown(sockets)
        cut.cancel()

    def _cut_connections(self) -> None:
        """Leave clients as if they had gone. uvicorn would cancel their requests, and log a traceback of each."""
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def run(app: FastAPI, listening: socket.socket, grace: int, proxies: Sequence[str]) -> None:
    """Serve on a socket until a signal says to stop, which is then raised again; wait `grace` seconds for requests.

    What `proxies`, addresses or networks, say in X-Forwarded-For and X-Forwarded-Proto is believed.
    """
    config = uvicorn.Config(
        app,
        http=limited_to(open_more_files(), proxies),
        log_config=_LOGGING,
        access_log=False,
        server_header=False,
        # For what goes on though its connection is cut.
        timeout_graceful_shutdown=grace + 1,
        proxy_headers=True,
        forwarded_allow_ips=list(proxies),
        ws="none",
    )
    _Server(config, grace).run(sockets=[listening])
