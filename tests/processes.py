"""The processes that a command started, read from /proc, and waiting for what they do."""

from pathlib import Path

from tests.waiting import until


def descendants(pid: int) -> list[int]:
    """List what a process started, and what those started."""
    # A process is the child of the thread that started it.
    listed = [_told(path).split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    children = [one for some in listed for one in some]
    return [int(one) for one in children] + [below for one in children for below in descendants(int(one))]


def workers_of(pid: int) -> list[int]:
    """List the processes that make pictures for a process."""
    return [one for one in descendants(pid) if b"spawn_main" in _told(Path(f"/proc/{one}/cmdline"))]


def _told(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""  # it ended just now


def alive(pids: list[int]) -> list[int]:
    """List those of some processes that run."""
    return [
        pid
        for pid in pids
        if Path(f"/proc/{pid}").exists() and "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]
    ]


def wait_until_gone(pids: list[int]) -> None:
    """Wait until none of some processes runs."""
    until(lambda: not alive(pids), f"the end of {pids}")


def wait_for_receipts(book: Path, count: int) -> None:
    """Wait until so many snippets of a book have receipts."""
    until(lambda: len(list(book.glob("receipts/*.json"))) >= count, f"{count} receipts")
