"""Where the seconds of one video went: in the command, the queue, the planner, between snippets, at the end."""

from collections.abc import Mapping, Sequence

from benchmarks.cluster.rig import Line
from flickbook.core.model import Plan, Receipt
from flickbook.library.book import Book
from flickbook.storage import locate

OWN = "(snippets' own seconds, all slots)"


def read(out: str, name: str) -> tuple[Plan, list[Receipt]]:
    """Read a finished book's plan and receipts."""
    book = Book(locate(out), name)
    plan = book.plan()
    assert plan is not None, f"there is no {name}"
    return plan, book.receipts(plan)


def is_bound(out: str, name: str) -> bool:
    """Tell whether a book's manifest is written."""
    return Book(locate(out), name).manifest() is not None


def phases(begun: float, ended: float, receipts: Sequence[Receipt], lines: Sequence[Line]) -> dict[str, float]:
    """Split the time of a command, given by its ends as seconds since 1970; of a cluster its workers' lines tell more.

    Slots idle in none of the time between the first snippet's start and the last one's end but what is named so.
    """
    timings = [receipt.timing for receipt in receipts if receipt.timing is not None]
    first = min(timing.begun for timing in timings)
    last = max(timing.begun + timing.wall for timing in timings)
    parts: dict[str, float] = {}
    planned = [line for line in lines if line.message == "planned"]
    if planned:
        looked = planned[-1].at - _number(planned[-1].told["seconds"])
        parts["command started → order taken"] = looked - begun
        parts["planning, plan stored, jobs sent"] = planned[-1].at - looked
        parts["jobs sent → first snippet begun"] = first - planned[-1].at
    else:
        parts["command started → first snippet begun"] = first - begun
    parts["first snippet begun → last one stored"] = last - first
    bound = [line.at for line in lines if line.message == "done"]
    if bound:
        parts["last snippet stored → bound"] = max(bound) - last
        parts["bound → command told"] = ended - max(bound)
    else:
        parts["last snippet stored → command ended"] = ended - last
    parts[OWN] = sum(timing.wall for timing in timings)
    parts["(of it storing)"] = sum(timing.steps["store"] for timing in timings)
    return parts


def show(columns: Mapping[str, Mapping[str, float]]) -> None:
    """Print phases side by side."""
    names = dict.fromkeys(name for parts in columns.values() for name in parts)
    print("\n| s | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for name in names:
        cells = (f"{parts[name]:.2f}" if name in parts else "" for parts in columns.values())
        print(f"| {name} | " + " | ".join(cells) + " |")
    print(flush=True)


def _number(value: object) -> float:
    assert isinstance(value, (int, float))
    return float(value)
