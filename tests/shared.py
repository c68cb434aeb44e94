"""A service that all test workers of a run share: the first that needs it starts it, and is the last to leave."""

import fcntl
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

import pytest

from scripts.process import Service

# The name of this test worker, and of what is its own in a service that it shares.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
# All that may share one: one that crashed is replaced by another of the next number.
WORKERS = [f"gw{number}" for number in range(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) + 4)]

# The variable that says where the services are noted that a run started.
STARTED = "TESTS_STARTED"
# What the names of virtual hosts end with in which the workers of tests/cluster are.
FLEET = "-fleet"


def folder_of_all(factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all test workers of a run have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def shared(folder: Path, start: Callable[[Path], AbstractContextManager[Service]]) -> Iterator[Service]:
    """Give a service that runs in a folder; started here, it is not ended before nobody uses it any more.

    Locks are the system's: whoever dies lets go of them.
    """
    folder.mkdir(exist_ok=True)
    address = folder / "address"
    with ExitStack() as stack:
        with locked(folder / "start", fcntl.LOCK_EX):
            if not address.exists():
                server = stack.enter_context(start(folder))
                stack.callback(_retire, folder)
                address.write_text(server.url)
            stack.enter_context(locked(folder / "use", fcntl.LOCK_SH))
        yield Service(address.read_text(), [], folder, lambda: True)


def _retire(folder: Path) -> None:
    """Wait until nobody uses a service, and have nobody begin to."""
    while True:
        with locked(folder / "start", fcntl.LOCK_EX), (folder / "use").open("a") as use:
            if _is_free(use):
                (folder / "address").unlink()
                return
        with locked(folder / "use", fcntl.LOCK_EX):
            pass


def _is_free(use: IO[str]) -> bool:
    try:
        fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def locked(file: Path, kind: int) -> Iterator[None]:
    """Have a lock on a file for a while, shared or exclusive."""
    with file.open("a") as opened:
        fcntl.flock(opened, kind)
        yield


def note_starts() -> None:
    """Have every service that is started from here on be noted, in all processes of this run."""
    if STARTED not in os.environ:
        descriptor, os.environ[STARTED] = tempfile.mkstemp(prefix="flickbook-started-")
        os.close(descriptor)
    start = Service.start

    def noted(service: Service) -> None:
        start(service)
        with open(os.environ[STARTED], "a", encoding="utf-8") as notes:
            notes.write(f"{service.pid}\n")

    Service.start = noted  # type: ignore[method-assign,assignment]  # mypy knows no stand-ins


def end_what_is_left() -> None:
    """End services whose test worker could not: of a run that was interrupted."""
    notes = Path(os.environ.pop(STARTED))
    for pid in notes.read_text().split():
        with suppress(OSError):
            # Else the number is another process's by now.
            if str(notes).encode() in Path(f"/proc/{pid}/environ").read_bytes():
                os.killpg(int(pid), signal.SIGKILL)
    notes.unlink()
