"""`flickbook serve` as a user starts it: another process on a free loopback port, for the time of a test."""

import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import httpx

from flickbook.web.spool import FOLDER as SPOOL
from tests.cli.run import COMMAND
from tests.processes import workers_of
from tests.waiting import LONG, until

# Small pictures, a snippet for every second of a video, and one worker: each costs half a second to start.
SMALL = {"FLICKBOOK_SNIPPET": "1", "FLICKBOOK_SIZE": "64", "FLICKBOOK_WORKERS": "1"}
# The child processes of a service: two that probe videos, and a worker.
PROCESSES = 3


class Event(NamedTuple):
    """One server-sent event."""

    kind: str
    data: dict[str, Any]


class Serving:
    """A running service: its URL, the token it printed, its process, and clients with and without that token.

    `source` and `out` are its folders, where they are folders.
    """

    def __init__(
        self, process: subprocess.Popen[str], url: str, token: str, log: Path, source: Path, out: Path
    ) -> None:
        self.process = process
        self.url = url
        self.token = token
        self.log = log
        self.source = source
        self.out = out
        self.client = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=LONG)
        self.stranger = httpx.Client(base_url=url, timeout=LONG)

    def order(self, key: str) -> httpx.Response:
        """Order a video of the source folder."""
        return self.client.post("/api/videos", json={"key": key})

    def detail(self, name: str) -> Any:
        """Return all of a video."""
        answer = self.client.get(f"/api/videos/{name}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def wait_for(self, name: str, *states: str) -> Any:
        """Wait until a video is in one of the states (complete, if none are named), and return all of it."""

        def find() -> Any:
            video = self.detail(name)
            return video if video["state"] in (states or ("complete",)) else None

        return until(find, f"{name} to be {states}: {self.log}", pause=0.1)

    def events(self, *names: str) -> Iterator[Event]:
        """Yield the events of some videos until the service ends the stream."""
        with self.client.stream("GET", "/api/events", params={"name": list(names)}) as answer:
            assert answer.status_code == 200
            kind = ""
            for line in answer.iter_lines():
                field, _, value = line.partition(": ")
                if field == "event":
                    kind = value
                elif field == "data":
                    yield Event(kind, json.loads(value))

    def clear(self) -> None:
        """Delete all videos, all uploads under way, and all other files in source and output."""
        for upload in self.client.get("/api/uploads").json()["uploads"]:
            self.client.delete(f"/api/uploads/{upload['id']}")
        while videos := self.client.get("/api/videos", params={"limit": 200}).json()["videos"]:
            for video in videos:
                assert self.client.delete(f"/api/videos/{quote(video['name'])}").status_code == 204
        for path in [path for folder in (self.source, self.out) for path in folder.iterdir() if path.name != SPOOL]:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def stop(self, how: signal.Signals = signal.SIGTERM, seconds: float = LONG) -> int:
        """Send a signal, wait for the end, and return the exit code."""
        self.process.send_signal(how)
        return self.process.wait(seconds)


@contextmanager
def start(
    source: Path | str,
    out: Path | str,
    *options: str,
    token: str = "secret",
    environ: dict[str, str] | None = None,
    log: Path | None = None,
) -> Iterator[Serving]:
    """Start a service, and end it with the test; its log must not contain a traceback."""
    log = log or Path(str(out) + ".log")
    command = [*COMMAND, "serve", "--source", str(source), "--out", str(out), "--port", "0", *options]
    with (
        log.open("a") as errors,
        subprocess.Popen(
            [*command, *(["--token", token] if token else [])],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env={**os.environ, **SMALL, **(environ or {})},
        ) as process,
    ):
        try:
            url, token = _address(process, log)
            serving = Serving(process, url, token, log, Path(source), Path(out))
            with serving.client, serving.stranger:
                yield serving
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(LONG)
                finally:
                    process.kill()
    if process.returncode == -signal.SIGKILL:
        # Its children that were just starting write tracebacks into this file, now or later.
        log.rename(f"{log}.{process.pid}")
    else:
        assert "Traceback" not in log.read_text(), log.read_text()


def wait_until_known(serving: Serving, name: str) -> None:
    """Wait until the service has a video of a name."""
    until(lambda: serving.client.get(f"/api/videos/{name}").status_code == 200, f"{name}: {serving.log}", pause=0.1)


class Halt:
    """A program's processes, stopped when a book has its first snippet, so that a test sees it half made."""

    def __init__(self, pid: int, book: Path) -> None:
        self._pid = pid
        self._receipts = book / "receipts"
        self._over = threading.Event()
        self._reached = threading.Event()
        self.halted: list[int] = []

    def wait(self) -> None:
        """Wait until they are stopped."""
        assert self._reached.wait(LONG), f"no snippets come into {self._receipts}"

    def go(self) -> None:
        """Continue them."""
        self._over.set()
        for process in self.halted:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGCONT)

    def watch(self) -> None:
        """Check for the first snippet, more often than a snippet takes."""
        while not self._over.wait(0.002):
            if any(self._receipts.glob("*.json")):
                self.halted = workers_of(self._pid)
                for process in self.halted:
                    with suppress(ProcessLookupError):
                        os.kill(process, signal.SIGSTOP)
                self._reached.set()
                return


@contextmanager
def halted(pid: int, book: Path) -> Iterator[Halt]:
    """Stop the processes that work for a program as soon as a book has its first snippet."""
    halt = Halt(pid, book)
    thread = threading.Thread(target=halt.watch)
    thread.start()
    try:
        yield halt
    finally:
        halt.go()
        thread.join()
        halt.go()  # the thread may have stopped them meanwhile


def _address(process: subprocess.Popen[str], log: Path) -> tuple[str, str]:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("Open "):
            url, _, token = line.split()[1].partition("/#token=")
            return url, token
    raise AssertionError(f"it did not start: {log.read_text()}")
