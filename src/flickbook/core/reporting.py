"""Plan + receipts → what the making took: how many tries, how long, how many at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heappop, heappush

from msgspec import Struct

from flickbook.core.model import Plan, Receipt, Timing

# Receipts tell the begin to the millisecond, so what overlaps by less than two may only touch.
_TOUCH = 0.002

Span = tuple[float, float]


class Report(Struct, frozen=True):
    """What the making of a book took so far.

    An invocation is one try at one snippet; `errors` are the invocations that failed, `retries` those after
    a snippet's first. `average`, `shortest`, `longest` and `p95` are wall seconds of the invocations that
    succeeded, storing included (those that failed leave no times); `wall` is their sum and `steps` its parts by name:
    `decode`, each output, `store`, and the `rest` between them.
    `span` runs from the first begin to the last end, `idle` are the seconds in it when nothing was under way,
    such as a pause between two runs. `duration` is the video's, `speed` the seconds of video made in a second
    of the span. `bytes` is what is stored.
    """

    name: str
    source: str
    complete: bool
    duration: float
    snippets: int
    made: int
    invocations: int
    errors: int
    retries: int
    average: float
    shortest: float
    longest: float
    p95: float
    wall: float
    steps: dict[str, float]
    span: float
    idle: float
    peak_concurrency: int
    speed: float
    bytes: int


def report(plan: Plan, receipts: Sequence[Receipt]) -> Report:
    """Work out from a plan's receipts what its making took; what nothing is known of yet is 0."""
    made = [receipt for receipt in receipts if receipt.ok]
    timings = [receipt.timing for receipt in made if receipt.timing is not None]
    walls = [timing.wall for timing in timings]
    spans = [span_of(timing) for timing in timings]
    makespan = max(end for _, end in spans) - min(begin for begin, _ in spans) if spans else 0.0
    seconds = sum((receipt.snippet.length for receipt in made if receipt.timing is not None), Fraction(0))
    invocations = sum(receipt.attempt for receipt in receipts)
    return Report(
        name=plan.name,
        source=plan.source.url,
        complete=len(made) == len(plan.snippets),
        duration=float(plan.video.duration),
        snippets=len(plan.snippets),
        made=len(made),
        invocations=invocations,
        errors=invocations - len(made),
        retries=invocations - len(receipts),
        average=round(sum(walls) / len(walls), 4) if walls else 0.0,
        shortest=min(walls, default=0.0),
        longest=max(walls, default=0.0),
        p95=percentile(walls, 95),
        wall=round(sum(walls), 4),
        steps=_add_up(timings),
        span=round(makespan, 4),
        idle=round(sum(end - begin for begin, end in pauses(spans)), 4),
        peak_concurrency=peak(spans),
        speed=round(float(seconds) / makespan, 3) if makespan > 0 else 0.0,
        bytes=sum(artifact.bytes for receipt in made for artifact in receipt.artifacts),
    )


def span_of(timing: Timing) -> Span:
    """Give when a snippet was begun and ended, half-open, in seconds since 1970 by its worker's clock."""
    return timing.begun, timing.begun + timing.wall


def steps_of(timing: Timing) -> dict[str, float]:
    """Split a snippet's wall seconds into steps; `rest` is what lies between them."""
    return {**timing.steps, "rest": max(0.0, timing.wall - sum(timing.steps.values()))}


def percentile(values: Sequence[float], percent: int) -> float:
    """Give a percentile by nearest rank: the least value that `percent` of all do not exceed; 0 if there are none.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 50)
    2.0
    """
    return sorted(values)[-(-percent * len(values) // 100) - 1] if values else 0.0


def peak(spans: Iterable[Span]) -> int:
    """Count how many half-open spans lie over one another at most; those that only touch do not."""
    running: list[float] = []
    most = 0
    for begin, end in sorted(spans):
        while running and running[0] <= begin + _TOUCH:
            heappop(running)
        heappush(running, end)
        most = max(most, len(running))
    return most


def pauses(spans: Iterable[Span]) -> list[Span]:
    """List the stretches between the first begin and the last end that no span covers, in order."""
    ordered = sorted(spans)
    found: list[Span] = []
    latest = ordered[0][1] if ordered else 0.0
    for begin, end in ordered:
        if begin > latest:
            found.append((latest, begin))
        latest = max(latest, end)
    return found


def _add_up(timings: Sequence[Timing]) -> dict[str, float]:
    total: Counter[str] = Counter()
    for timing in timings:
        total.update(steps_of(timing))
    return {step: round(seconds, 4) for step, seconds in total.items()}
