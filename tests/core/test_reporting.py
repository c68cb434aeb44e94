"""Statistics of a book's rendering, from its receipts: computed by hand, and bounds that hold for all."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core.model import Artifact, Failure, Plan, Receipt, Timing
from flickbook.core.planning import make_plan
from flickbook.core.reporting import pauses, peak, percentile, report
from flickbook.outputs.recipes import make_recipe
from tests.core.test_planning import SOURCE, video

START = 1_800_000_000.0


def plan_of(snippets: int) -> Plan:
    """Return the plan of a video with so many snippets, the last one a second long."""
    seconds = Fraction(30 * (snippets - 1) + 1)
    return make_plan("a", SOURCE, video(duration=seconds, declared=seconds), make_recipe())


def timing(begun: float, wall: float) -> Timing:
    """Return the timing of a snippet begun some seconds after the start: half decoding, an eighth each other step."""
    return Timing(
        START + begun, wall, wall, {"decode": wall / 2, "gif": wall / 8, "stills": wall / 8, "store": wall / 8}
    )


def receipts_of(plan: Plan, spans: Sequence[tuple[float, float]]) -> list[Receipt]:
    """Return receipts of success for a plan's first snippets, from their begins and durations in seconds."""
    return [
        Receipt(plan.id, snippet, timing=timing(*span)) for snippet, span in zip(plan.snippets, spans, strict=False)
    ]


def test_a_report_of_four_snippets_by_two_workers_equals_the_one_computed_by_hand() -> None:
    plan = plan_of(4)
    picture = Artifact("a-0.gif", "gif", "gif", "image/gif", 1000, "0", 240, 135, Fraction(0), Fraction(30))
    receipts = receipts_of(plan, [(0, 4), (4, 2), (1, 4), (5, 6)])
    receipts[0] = Receipt(plan.id, plan.snippets[0], timing(0, 4), artifacts=(picture,))
    found = report(plan, receipts)
    assert (found.complete, found.snippets, found.made, found.duration, found.bytes) == (True, 4, 4, 91, 1000)
    assert (found.invocations, found.errors, found.retries) == (4, 0, 0)
    assert (found.average, found.shortest, found.longest, found.p95) == (4, 2, 6, 6)
    assert (found.span, found.idle, found.peak_concurrency) == (11, 0, 2)
    assert found.wall == 16
    assert found.steps == {"decode": 8, "gif": 2, "stills": 2, "store": 2, "rest": 2}
    assert found.speed == round(91 / 11, 3)


def test_failed_attempts_are_errors_and_all_attempts_after_the_first_are_retries() -> None:
    plan = plan_of(4)
    first, second, third, _ = plan.snippets
    failure = Failure("WorkerTimeout", "took more than 1 s")
    receipts = [
        Receipt(plan.id, first, timing=timing(0, 1), attempt=3),
        Receipt(plan.id, second, failure=failure, attempt=2),
        Receipt(plan.id, third, failure=Failure("WorkerCrashed", "died", final=False)),
    ]
    found = report(plan, receipts)
    assert (found.made, found.complete) == (1, False)
    assert (found.invocations, found.errors, found.retries) == (6, 5, 3)
    assert (found.average, found.speed) == (1, 30)


def test_all_figures_of_a_book_without_files_are_zero() -> None:
    plan = plan_of(2)
    found = report(plan, [])
    assert (found.complete, found.snippets, found.made, found.invocations) == (False, 2, 0, 0)
    assert (found.average, found.longest, found.p95, found.span, found.peak_concurrency, found.speed) == (0,) * 6


def test_the_pause_between_two_runs_is_idle_and_counts_in_the_span() -> None:
    plan = plan_of(3)
    found = report(plan, receipts_of(plan, [(0, 2), (1, 3), (100, 2)]))
    assert (found.span, found.idle) == (102, 96)


def test_spans_that_touch_do_not_overlap() -> None:
    assert peak([(0, 1), (1, 2), (2, 3)]) == 1
    assert peak([(0, 1.0005), (1, 2)]) == 1, "begins are known to the millisecond only"
    assert peak([(0, 1.01), (1, 2)]) == 2
    assert peak([(0, 10), (1, 2), (2, 3), (2.5, 9), (8, 12)]) == 3
    assert peak([(5, 6)] * 345) == 345
    assert peak([]) == 0


def test_pauses_are_the_gaps_between_spans() -> None:
    assert pauses([(6, 7), (0, 5), (1, 2), (9, 10)]) == [(5, 6), (7, 9)]
    assert pauses([(0, 1), (1, 2)]) == pauses([]) == []


@pytest.mark.parametrize(("count", "rank"), [(1, 1), (2, 2), (10, 10), (19, 19), (20, 19), (21, 20), (100, 95)])
def test_p95_is_the_value_of_the_nearest_rank(count: int, rank: int) -> None:
    assert percentile([float(value) for value in range(count, 0, -1)], 95) == rank


@given(
    st.lists(
        st.tuples(st.integers(0, 10**6).map(lambda ms: ms / 1000), st.floats(0, 900).map(lambda wall: round(wall, 4))),
        min_size=1,
        max_size=60,
    )
)
def test_figures_keep_their_order_and_bounds(spans: list[tuple[float, float]]) -> None:
    plan = plan_of(len(spans))
    found = report(plan, receipts_of(plan, spans))
    assert 1 <= found.peak_concurrency <= len(spans)
    assert found.shortest <= found.average + 1e-4
    assert found.average <= found.longest + 1e-4
    assert found.shortest <= found.p95 <= found.longest
    assert found.idle <= found.span + 1e-4
    assert found.longest <= found.span + 1e-3
    # What is at once at most, all the time that is not idle, is no less than the work.
    assert found.wall <= found.peak_concurrency * (found.span - found.idle) + 0.003 * len(spans)


@given(st.integers(1, 5), st.lists(st.floats(0.1, 9), min_size=1, max_size=30))
def test_busy_workers_in_a_row_are_the_peak(workers: int, walls: list[float]) -> None:
    free = [0.0] * workers
    spans = []
    for wall in walls:
        worker = free.index(min(free))
        spans.append((round(START + free[worker], 3), round(START + free[worker], 3) + round(wall, 4)))
        free[worker] += wall
    assert peak(spans) == min(workers, len(walls))
