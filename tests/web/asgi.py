"""An ASGI app in a real uvicorn on a free loopback port, for the time of a test."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from flickbook.web.protocol import LimitedProtocol


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """Serve an app as the service does, and give its URL."""
    config = uvicorn.Config(
        app, port=0, http=LimitedProtocol, lifespan="off", log_level="error", access_log=False, timeout_keep_alive=5
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "uvicorn ended at once"
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
