"""A service that all test workers of a run share: the first that needs it starts it, and is the last to leave."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO

import pytest

from scripts.process import Service

# The name of this test worker, and of what is its own in a service that it shares.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
# All that may share one: one that crashed is replaced by another of the next number.
WORKERS = [f"gw{number}" for number in range(int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) + 4)]

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
