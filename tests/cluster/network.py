"""A network of its own for a worker, whose cable can be drawn."""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from tests.tools import give_up


class Network(NamedTuple):
    """A network namespace, and the address by which the broker is reached from there."""

    name: str
    broker: str

    @property
    def command(self) -> list[str]:
        """What a command begins with that runs there."""
        return ["ip", "netns", "exec", self.name]

    def cut(self) -> None:
        """Draw the cable: all that is sent is lost, and nobody is told."""
        _ip("link", "set", f"{self.name}-out", "down")

    def mend(self) -> None:
        """Plug it in again."""
        _ip("link", "set", f"{self.name}-out", "up")


@contextmanager
def network(port: int) -> Iterator[Network]:
    """Make a network from which a port of this machine's loopback is reached; skip the test where we may not."""
    number = os.getpid() % 250
    name, host = f"fb{number}", f"10.77.{number}.1"
    made = os.geteuid() == 0 and subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False)
    if not made or made.returncode:
        give_up("only root may make a network")
    try:
        _ip("link", "add", f"{name}-out", "type", "veth", "peer", "name", "eth0", "netns", name)
        _ip("address", "add", f"{host}/24", "dev", f"{name}-out")
        _ip("-n", name, "address", "add", f"10.77.{number}.2/24", "dev", "eth0")
        _ip("-n", name, "link", "set", "eth0", "up")
        _ip("link", "set", f"{name}-out", "up")
        with socket.create_server((host, 0)) as server:
            threading.Thread(target=_pass_on, args=(server, port), daemon=True).start()
            yield Network(name, f"{host}:{server.getsockname()[1]}")
    finally:
        _ip("netns", "delete", name)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)


def _pass_on(server: socket.socket, port: int) -> None:
    """Carry every connection on to the broker, until the server is closed."""
    with suppress(OSError):
        while True:
            near, _ = server.accept()
            threading.Thread(target=_bridge, args=(near, port), daemon=True).start()


def _bridge(near: socket.socket, port: int) -> None:
    with near, socket.create_connection(("127.0.0.1", port)) as far:
        back = threading.Thread(target=_carry, args=(far, near), daemon=True)
        back.start()
        _carry(near, far)
        back.join()


def _carry(near: socket.socket, far: socket.socket) -> None:
    """Carry one way until either end is closed, then close both."""
    with suppress(OSError):
        while data := near.recv(65536):
            far.sendall(data)
    for end in (near, far):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
