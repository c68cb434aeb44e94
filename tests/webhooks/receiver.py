"""A web server that receives events, and checks their signatures as a receiver does."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from typing import Any, NamedTuple

from standardwebhooks.webhooks import Webhook

from flickbook.core import settings
from tests.loopback import serving
from tests.waiting import until

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


class Received(NamedTuple):
    """An event: its id, the headers, and the body."""

    id: str
    headers: dict[str, str]
    body: bytes


class Receiver:
    """The events that came; `answers` are the statuses and headers of the next answers, which is 204 when they end."""

    def __init__(self) -> None:
        self.url = ""
        self.received: list[Received] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.lock = threading.Lock()

    @property
    def settings(self) -> settings.Webhook:
        """The settings of a program that delivers here."""
        return settings.Webhook(self.url, SECRET, allow_private=True)

    @property
    def environ(self) -> dict[str, str]:
        """The same as variables."""
        return {
            "FLICKBOOK_WEBHOOK_URL": self.url,
            "FLICKBOOK_WEBHOOK_SECRET": SECRET,
            "FLICKBOOK_WEBHOOK_ALLOW_PRIVATE": "true",
        }

    def documents(self) -> list[dict[str, Any]]:
        """Verify the signature of each event, and return the bodies."""
        return [Webhook(SECRET).verify(event.body, event.headers) for event in self.received]

    def types(self) -> list[str]:
        """Return the types of the events."""
        return [document["type"] for document in self.documents()]

    def wait_for(self, count: int) -> list[dict[str, Any]]:
        """Wait until so many events came, and return them."""
        until(lambda: len(self.received) >= count, f"{count} events")
        return self.documents()


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Receive events on loopback."""
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with receiver.lock:
                receiver.received.append(Received(self.headers["webhook-id"], dict(self.headers), body))
                status, headers = receiver.answers.pop(0) if receiver.answers else (204, {})
            self.send_response(status)
            headers = {"Content-Length": "0", **headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):  # the client reads the beginning of a long body only
                self.wfile.write(bytes(int(headers["Content-Length"])))

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler) as url:
        receiver.url = f"{url}/events?from=flickbook"
        yield receiver
