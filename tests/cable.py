"""A cable to a server of this machine, that can be drawn: then nobody answers at its end until it is plugged in."""

import socket
import threading
from collections.abc import Callable
from contextlib import suppress


class Cable:
    """Carries every connection to a port of its own on to a port of this machine's loopback.

    `listen` opens the server for a host and port.
    """

    def __init__(
        self,
        port: int,
        host: str = "127.0.0.1",
        listen: Callable[[tuple[str, int]], socket.socket] = socket.create_server,
    ) -> None:
        self._to = port
        self._lock = threading.Lock()
        self._ends: set[socket.socket] = set()
        self._server = listen((host, 0))
        self.place = self._server.getsockname()
        self._listen()

    def cut(self) -> None:
        """Draw it: connections break, and new ones are refused."""
        with self._lock:
            # Only so is whoever waits for the next one awake.
            for end in (self._server, *self._ends):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
            self._server.close()
        self._thread.join()

    def mend(self) -> None:
        """Plug it in again."""
        self._server = socket.create_server(self.place)
        self._listen()

    def _listen(self) -> None:
        self._thread = threading.Thread(target=self._pass_on, args=(self._server,), daemon=True)
        self._thread.start()

    def _pass_on(self, server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = server.accept()
                threading.Thread(target=self._bridge, args=(near,), daemon=True).start()

    def _bridge(self, near: socket.socket) -> None:
        with near, socket.create_connection(("127.0.0.1", self._to)) as far:
            with self._lock:
                self._ends |= {near, far}
            back = threading.Thread(target=_carry, args=(far, near), daemon=True)
            back.start()
            _carry(near, far)
            back.join()
            with self._lock:
                self._ends -= {near, far}


def _carry(near: socket.socket, far: socket.socket) -> None:
    """Carry one way until either end is closed, then close both."""
    with suppress(OSError):
        while data := near.recv(65536):
            far.sendall(data)
    for end in (near, far):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
