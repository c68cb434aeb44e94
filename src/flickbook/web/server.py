"""The web server that runs the app."""

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
        # uvicorn warns of requests that are not HTTP, and of upgrades. Any client could fill the log with those.
        "uvicorn": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}


class _Server(uvicorn.Server):
    """uvicorn with a bounded shutdown: it ends event streams at once, and requests after `grace` seconds."""

    def __init__(self, config: uvicorn.Config, grace: int) -> None:
        super().__init__(config)
        self._grace = grace

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start the app, and listen."""
        # Exempts what is loaded by now from garbage collection, which would stop all answers for a tenth of a second.
        # In a thread only to load the thread pool now: otherwise the first event stream would delay other requests.
        await run_in_threadpool(gc.freeze)
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, let running requests end, then stop the app."""
        await self.config.app.state.streams.close()  # type: ignore[union-attr]  # it is the FastAPI app of `run`
        cut = asyncio.get_running_loop().call_later(self._grace, self._cut_connections)
        await super().shutdown(sockets)
        cut.cancel()

    def _cut_connections(self) -> None:
        """Close all connections, as if the clients had. uvicorn would cancel each request and log its traceback."""
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def run(app: FastAPI, listening: socket.socket, grace: int, proxies: Sequence[str]) -> None:
    """Serve on a socket until a signal stops it, which is then raised again; running requests get `grace` seconds.

    X-Forwarded-For and X-Forwarded-Proto are believed if they come from `proxies`, addresses or networks.
    """
    config = uvicorn.Config(
        app,
        http=limited_to(open_more_files(), proxies),
        log_config=_LOGGING,
        access_log=False,
        server_header=False,
        # For requests that run on after their connection is closed.
        timeout_graceful_shutdown=grace + 1,
        proxy_headers=True,
        forwarded_allow_ips=list(proxies),
        ws="none",
    )
    _Server(config, grace).run(sockets=[listening])
