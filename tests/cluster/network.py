"""A network of its own for a worker, which can be cut.

Both ends are in network namespaces. At each change of this machine's own network, Chromium breaks off all requests of
the tests beside this one.
"""

import ctypes
import os
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from tests.cable import Cable
from tests.tools import give_up

# CLONE_NEWNET of setns(2); Python has it from 3.12 on.
_NETWORK = 0x40000000


class Network(NamedTuple):
    """The network namespace of a worker, and the address of the broker in it."""

    name: str
    broker: str

    @property
    def command(self) -> list[str]:
        """The beginning of a command that runs in the namespace."""
        return ["ip", "netns", "exec", self.name]

    def cut(self) -> None:
        """Cut the network: packets are lost, and connections stay open."""
        _ip("-n", f"{self.name}-out", "link", "set", "eth0", "down")

    def mend(self) -> None:
        """Connect the network again."""
        _ip("-n", f"{self.name}-out", "link", "set", "eth0", "up")


@contextmanager
def network(port: int) -> Iterator[Network]:
    """Make a network that reaches a port of the loopback interface. Skip the test without root."""
    name, host = f"fb{os.getpid()}", "10.77.0.1"
    made = os.geteuid() == 0 and subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False)
    if not made or made.returncode:
        give_up("only root may make a network")
    outside = f"{name}-out"
    try:
        _ip("netns", "add", outside)
        _ip("-n", name, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", outside)
        for end, address in ((name, "10.77.0.2"), (outside, host)):
            _ip("-n", end, "address", "add", f"{address}/24", "dev", "eth0")
            _ip("-n", end, "link", "set", "eth0", "up")
        cable = Cable(port, host, partial(_listen_in, outside))
        try:
            yield Network(name, f"{host}:{cable.place[1]}")
        finally:
            cable.cut()
    finally:
        for end in (name, outside):
            subprocess.run(["ip", "netns", "delete", end], check=False)


def _listen_in(namespace: str, place: tuple[str, int]) -> socket.socket:
    """Open a server in a network namespace. A socket stays in that of the thread that opened it."""

    def listen() -> socket.socket:
        with open(f"/run/netns/{namespace}", "rb") as opened:
            if ctypes.CDLL(None, use_errno=True).setns(opened.fileno(), _NETWORK):
                raise OSError(ctypes.get_errno(), "setns")
        return socket.create_server(place)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(listen).result()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
