"""A worker's own small web server: how it is, and what it counts."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from flickbook.engines.celery.worker_metrics import Metrics
from flickbook.errors import UsageError

_PLAIN = "text/plain; charset=utf-8"


class Health:
    """Answers GET on `/healthz` (200 while the worker lives), `/readyz` (200 while it takes work) and `/metrics`."""

    def __init__(self, place: str, metrics: Metrics, alive: Callable[[], str], ready: Callable[[], str]) -> None:
        """Listen at HOST:PORT. `alive` and `ready` give what is wrong, or nothing. Raises UsageError."""

        class Handler(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:  # the library's name
                answers = {"/healthz": lambda: _state(alive()), "/readyz": lambda: _state(ready())}
                if self.path == "/metrics":
                    body, kind = metrics.answer()
                    self._answer(200, body, kind)
                elif self.path in answers:
                    self._answer(*answers[self.path]())
                else:
                    self._answer(404, b"/healthz, /readyz, /metrics\n")

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
                pass  # a probe every few seconds is no news

            def _answer(self, status: int, body: bytes, kind: str = _PLAIN) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        host, _, port = place.rpartition(":")
        try:
            self._server = ThreadingHTTPServer((host.strip("[]") or "127.0.0.1", int(port)), Handler)
        except (OSError, ValueError, OverflowError) as error:
            raise UsageError(place, f"cannot be listened at ({error})", "choose another HOST:PORT") from error
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def _state(wrong: str) -> tuple[int, bytes]:
    return (503, f"{wrong}\n".encode()) if wrong else (200, b"ok\n")
