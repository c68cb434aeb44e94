"""HEAD: what GET would answer, without the body (RFC 9110, section 9.3.2)."""

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def with_heads(router: APIRouter) -> APIRouter:
    """Return a router that answers HEAD wherever it answers GET. FastAPI by itself adds no such routes."""
    methods = [(route, route.methods or set()) for route in router.routes if isinstance(route, APIRoute)]
    answered = {route.path for route, known in methods if "HEAD" in known}
    for route, known in methods:
        if "GET" in known and route.path not in answered:
            router.add_api_route(
                route.path, route.endpoint, methods=["HEAD"], dependencies=route.dependencies, include_in_schema=False
            )
    return router


class Heads:
    """ASGI middleware that ends the answer to HEAD after its headers, also that of an event stream.

    The web server then tells the app that the client is gone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b""})

        await self._app(scope, receive, send_head)
