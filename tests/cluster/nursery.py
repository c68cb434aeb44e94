"""Processes of `flickbook` that start at once: forks of one that has loaded all that a worker needs.

Loading is most of what a worker of a test costs. A fork is the same program: it lives, logs, hangs and dies as one
that a user starts. Tests to which the start matters start the program itself.
"""

import json
import os
import queue
import selectors
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.waiting import LONG

WORD = "nursery"


class Child:
    """A process of the nursery, with the verbs of `subprocess.Popen`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = threading.Event()

    def end(self, code: int) -> None:
        """Take note of its end."""
        self.returncode = code
        self._ended.set()

    def poll(self) -> int | None:
        """Give the code it ended with, negative for a signal; None while it runs."""
        return self.returncode

    def wait(self, timeout: float = LONG) -> int:
        """Wait for its end, and give the code. Raises TimeoutError."""
        if not self._ended.wait(timeout) or self.returncode is None:
            raise TimeoutError(f"process {self.pid} does not end")
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """Starts processes, and hears of their ends."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.cluster.sick", WORD]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._children: dict[int, Child] = {}
        self._born: queue.Queue[Child] = queue.Queue()
        self._thread = threading.Thread(target=self._hear, daemon=True)
        self._thread.start()

    def start(self, words: list[str], environ: Mapping[str, str], out: Path, errors: Path) -> Child:
        """Start `flickbook` with these words and this environment; what it says goes to files."""
        assert self._process.stdin is not None
        told = {"words": words, "environ": dict(environ), "out": str(out), "errors": str(errors)}
        self._process.stdin.write(json.dumps(told).encode() + b"\n")
        self._process.stdin.flush()
        return self._born.get(timeout=LONG)

    def close(self) -> None:
        """End it; it kills whoever still runs."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(LONG)
        self._thread.join()
        self._process.stdout.close()

    def _hear(self) -> None:
        for line in self._process.stdout or ():
            told = json.loads(line)
            if "code" in told:
                self._children.pop(told["pid"]).end(told["code"])
            else:
                child = self._children[told["pid"]] = Child(told["pid"])
                self._born.put(child)


def serve() -> None:
    """Be the nursery. Returns in every fork, which then is what it was asked to be; else it ends with its stdin."""
    assert threading.active_count() == 1, "threads do not survive a fork"
    ends: dict[int, int] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(0, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fd in ends:
                    selector.unregister(key.fd)
                    _tell_end(key.fd, ends.pop(key.fd))
                    continue
                line = sys.stdin.buffer.readline()
                if not line:
                    _kill(list(ends.values()))
                    sys.exit(0)
                pid = os.fork()
                if pid == 0:
                    _become(json.loads(line))
                    return
                ends[(end := os.pidfd_open(pid))] = pid
                selector.register(end, selectors.EVENT_READ)
                _tell({"pid": pid})


def _tell(told: dict[str, int]) -> None:
    os.write(1, json.dumps(told).encode() + b"\n")


def _tell_end(end: int, pid: int) -> None:
    os.close(end)
    _, status = os.waitpid(pid, 0)
    _tell({"pid": pid, "code": os.waitstatus_to_exitcode(status)})


def _kill(pids: list[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def _become(told: dict[str, Any]) -> None:
    """Make a fork the process that it was asked to be."""
    for place, path, mode in ((0, os.devnull, os.O_RDONLY), (1, told["out"], -1), (2, told["errors"], -1)):
        flags = mode if mode >= 0 else os.O_WRONLY | os.O_CREAT | os.O_APPEND
        opened = os.open(path, flags, 0o600)
        os.dup2(opened, place)
        os.close(opened)
    os.environ.clear()
    os.environ.update(told["environ"])
    sys.argv = ["flickbook", *told["words"]]
