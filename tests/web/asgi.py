"""Requests to an ASGI app in this process, without a server or by a real uvicorn on a free loopback port."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import httpx
import uvicorn
from starlette.types import ASGIApp

from flickbook.web.protocol import limited_to
from tests.waiting import until


class Asker:
    """A client of an app, without a server: an exception of the app is raised by the request. It keeps cookies."""

    def __init__(self, app: ASGIApp, address: str = "127.0.0.1", url: str = "http://localhost") -> None:
        self._app = app
        self._address = address
        self._url = url
        self.cookies = httpx.Cookies()

    def request(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """Send a request, and return the whole answer."""
        return asyncio.run(self._send(method, path, **sent))

    def get(self, path: str, **sent: Any) -> httpx.Response:
        return self.request("GET", path, **sent)

    def post(self, path: str, **sent: Any) -> httpx.Response:
        return self.request("POST", path, **sent)

    def delete(self, path: str, **sent: Any) -> httpx.Response:
        return self.request("DELETE", path, **sent)

    async def _send(self, method: str, path: str, **sent: Any) -> httpx.Response:
        transport = httpx.ASGITransport(self._app, client=(self._address, 1))
        async with httpx.AsyncClient(transport=transport, base_url=self._url, cookies=self.cookies) as client:
            answer = await client.request(method, path, **sent)
            self.cookies = client.cookies
            return answer


@contextmanager
def served(
    app: ASGIApp,
    connections: int = 100,
    proxies: Sequence[str] = ("127.0.0.1",),
    lifespan: Literal["on", "off"] = "off",
) -> Iterator[str]:
    """Serve an app as the service does, with a limit of connections, and yield its URL.

    Without its lifespan, the app starts no engine.
    """
    config = uvicorn.Config(
        app,
        port=0,
        http=limited_to(connections, proxies),
        lifespan=lifespan,
        log_level="error",
        access_log=False,
        timeout_keep_alive=5,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until(lambda: server.started or not thread.is_alive(), "uvicorn")
        assert server.started, "uvicorn ended at once"
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
