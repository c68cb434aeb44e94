"""Starts processes of `flickbook` quickly, as forks of a process that has imported everything.

Importing takes most of the time of a test's worker. A fork logs, hangs and dies like a program that a user starts.
Tests of the start itself run the program instead.
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

WORD = "fork-server"


class Child:
    """A forked process, with the methods of `subprocess.Popen`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = threading.Event()

    def end(self, code: int) -> None:
        """Set its exit code."""
        self.returncode = code
        self._ended.set()

    def poll(self) -> int | None:
        """Return its exit code, negative for a signal, or None while it runs."""
        return self.returncode

    def wait(self, timeout: float = LONG) -> int:
        """Wait for its end and return the exit code. Raises TimeoutError."""
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


class ForkServer:
    """Starts forked processes, and receives their exit codes."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.cluster.faulty", WORD]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._children: dict[int, Child] = {}
        self._started: queue.Queue[Child] = queue.Queue()
        self._thread = threading.Thread(target=self._read_events, daemon=True)
        self._thread.start()

    def start(self, words: list[str], environ: Mapping[str, str], out: Path, errors: Path) -> Child:
        """Start `flickbook` with arguments and environment variables; its output goes to files."""
        assert self._process.stdin is not None
        request = {"words": words, "environ": dict(environ), "out": str(out), "errors": str(errors)}
        self._process.stdin.write(json.dumps(request).encode() + b"\n")
        self._process.stdin.flush()
        return self._started.get(timeout=LONG)

    def close(self) -> None:
        """Stop the server, which kills all running processes."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(LONG)
        self._thread.join()
        self._process.stdout.close()

    def _read_events(self) -> None:
        for line in self._process.stdout or ():
            event = json.loads(line)
            if "code" in event:
                self._children.pop(event["pid"]).end(event["code"])
            else:
                child = self._children[event["pid"]] = Child(event["pid"])
                self._started.put(child)


def serve() -> None:
    """Fork a process for each request on stdin. Return in each fork; exit in the server at the end of stdin."""
    assert threading.active_count() == 1, "threads do not survive a fork"
    ends: dict[int, int] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(0, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fd in ends:
                    selector.unregister(key.fd)
                    _report_end(key.fd, ends.pop(key.fd))
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
                _report({"pid": pid})


def _report(event: dict[str, int]) -> None:
    os.write(1, json.dumps(event).encode() + b"\n")


def _report_end(end: int, pid: int) -> None:
    os.close(end)
    _, status = os.waitpid(pid, 0)
    _report({"pid": pid, "code": os.waitstatus_to_exitcode(status)})


def _kill(pids: list[int]) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def _become(request: dict[str, Any]) -> None:
    """Give a fork the files, variables and arguments of its request."""
    for place, path, mode in ((0, os.devnull, os.O_RDONLY), (1, request["out"], -1), (2, request["errors"], -1)):
        flags = mode if mode >= 0 else os.O_WRONLY | os.O_CREAT | os.O_APPEND
        opened = os.open(path, flags, 0o600)
        os.dup2(opened, place)
        os.close(opened)
    os.environ.clear()
    os.environ.update(request["environ"])
    sys.argv = ["flickbook", *request["words"]]
