"""Services in the foreground: their output with their names before it, and what dies is started again."""

import time
from collections.abc import Mapping
from pathlib import Path

from scripts.process import Service

LOOK_SECONDS = 0.2
# Before something is started again, so that what cannot live does not keep the machine busy.
PAUSE_SECONDS = 2.0


def keep_up(quiet: Mapping[str, Service], shown: Mapping[str, Service]) -> None:
    """Keep services up until an exception ends it, and show the output of those that are not quiet."""
    logs = {name: _Tail(service.log) for name, service in shown.items()}
    width = max(map(len, (*quiet, *shown)))
    due: dict[str, float] = {}
    while True:
        for name, log in logs.items():
            for line in log.lines():
                print(f"{name:{width}} | {line}", flush=True)
        for name, service in {**quiet, **shown}.items():
            if service.ended is None:
                continue
            if name not in due:
                due[name] = time.monotonic() + PAUSE_SECONDS
                print(f"{name:{width}} > ended with {service.ended}; starts again in {PAUSE_SECONDS:g} s", flush=True)
            elif time.monotonic() > due[name]:
                del due[name]
                service.start()
        time.sleep(LOOK_SECONDS)


class _Tail:
    """The lines that are added to a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read = 0

    def lines(self) -> list[str]:
        """Give the whole lines that were added since the last time."""
        with self._path.open("rb") as file:
            file.seek(self._read)
            text, newline, _ = file.read().rpartition(b"\n")
        self._read += len(text) + len(newline)
        return text.decode(errors="replace").splitlines()
