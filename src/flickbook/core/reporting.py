"""Plan + receipts → statistics of the rendering: attempts, times, how many at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heappop, heappush

from msgspec import Struct

from flickbook.core.model import Plan, Receipt, Timing

# Receipts have the begin in whole milliseconds, so an overlap of less than two may be a rounding error.
_TOUCH = 0.002

Span = tuple[float, float]


class Report(Struct, frozen=True):
    """Statistics of the rendering of a book so far.

    An invocation is one attempt at one snippet; `errors` counts failed invocations, `retries` those after a snippet's
    first. `average`, `shortest`, `longest` and `p95` are wall seconds of the successful invocations, with storing
    (failed ones leave no times). `wall` is the sum of these seconds and `steps` its parts by name: `decode`, each
    output, `store`, and the `rest` between them. `span` is the time from the first begin to the last end, `idle` the
    seconds in it when no snippet was under way, such as a pause between two runs. `duration` is the video's, `speed`
    the seconds of video rendered per second of the span. `bytes` counts stored bytes.
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
    """Return the statistics of a plan's receipts; figures without data are 0."""
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
    """Return when a snippet began and ended, half-open, in seconds since 1970 by its worker's clock."""
    return timing.begun, timing.begun + timing.wall


def steps_of(timing: Timing) -> dict[str, float]:
    """Return a snippet's wall seconds by step; `rest` is the time between the steps."""
    return {**timing.steps, "rest": max(0.0, timing.wall - sum(timing.steps.values()))}


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile by nearest rank: the least value that `percent` of all do not exceed; 0 without values.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 50)
    2.0
    """
    return sorted(values)[-(-percent * len(values) // 100) - 1] if values else 0.0


def peak(spans: Iterable[Span]) -> int:
    """Return the largest number of half-open spans that overlap at one instant; touching spans do not overlap."""
    running: list[float] = []
    most = 0
    for begin, end in sorted(spans):
        while running and running[0] <= begin + _TOUCH:
            heappop(running)
        heappush(running, end)
        most = max(most, len(running))
    return most


def pauses(spans: Iterable[Span]) -> list[Span]:
    """Return the gaps between the first begin and the last end that no span covers, in order."""
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
