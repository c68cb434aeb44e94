"""A network of its own for a worker, which can be cut."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.cable import Cable
from tests.tools import give_up


class Network(NamedTuple):
    """A network namespace, and the address of the broker in it."""

    name: str
    broker: str

    @property
    def command(self) -> list[str]:
        """The beginning of a command that runs in the namespace."""
        return ["ip", "netns", "exec", self.name]

    def cut(self) -> None:
        """Cut the network: packets are lost, and connections stay open."""
        _ip("link", "set", f"{self.name}-out", "down")

    def mend(self) -> None:
        """Connect the network again."""
        _ip("link", "set", f"{self.name}-out", "up")


@contextmanager
def network(port: int) -> Iterator[Network]:
    """Make a network that reaches a port of the loopback interface. Skip the test without root."""
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
        cable = Cable(port, host)
        try:
            yield Network(name, f"{host}:{cable.place[1]}")
        finally:
            cable.cut()
    finally:
        _ip("netns", "delete", name)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True)
