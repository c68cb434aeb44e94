"""A relay on loopback that can be cut: then nothing passes and nobody is told, as when a cable is pulled."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

_BLOCK = 65536


class Relay:
    """Passes connections on to a server; `url` is that of the server, but leads here."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or "", parts.port or 0)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._cut = threading.Event()
        self._open: list[socket.socket] = [self._listener]
        port = self._listener.getsockname()[1]
        self.url = url.replace(f":{parts.port}", f":{port}")
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Let nothing pass any more, and close nothing."""
        self._cut.set()

    def close(self) -> None:
        """Close all connections."""
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _listen(self) -> None:
        with suppress(OSError):  # closed
            while True:
                ours, _ = self._listener.accept()
                theirs = socket.create_connection(self._target)
                self._open += [ours, theirs]
                for taken, given in ((ours, theirs), (theirs, ours)):
                    threading.Thread(target=self._pass_on, args=(taken, given), daemon=True).start()

    def _pass_on(self, taken: socket.socket, given: socket.socket) -> None:
        with suppress(OSError):  # closed
            while data := taken.recv(_BLOCK):
                if not self._cut.is_set():
                    given.sendall(data)
            if not self._cut.is_set():
                given.shutdown(socket.SHUT_WR)


@contextmanager
def relayed(url: str) -> Iterator[Relay]:
    """Run a relay to the server of a URL."""
    relay = Relay(url)
    try:
        yield relay
    finally:
        relay.close()
