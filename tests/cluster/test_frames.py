"""A service sees how far the workers of a cluster are within their snippets."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from flickbook.engines.base import FramesSeen
from flickbook.engines.celery import frames_watch
from flickbook.engines.celery.frames_watch import FramesWatch
from flickbook.engines.orders import cancel
from flickbook.errors import DispatchFailed
from tests.cluster.fleet import PAUSE, Fleet
from tests.waiting import LONG, until

pytestmark = pytest.mark.xdist_group("cluster")

SEEN = FramesSeen(30, 10, 300)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames_watch, "PAUSE_SECONDS", 0.001)


@pytest.fixture
def answers() -> list[Mapping[str, Sequence[FramesSeen]] | Exception]:
    """The answers of the workers, the newest last."""
    return [{"film": [SEEN]}]


@pytest.fixture
def watch(hasty: None, answers: list[Mapping[str, Sequence[FramesSeen]] | Exception]) -> Iterator[FramesWatch]:
    def ask() -> Mapping[str, Sequence[FramesSeen]]:
        answer = answers[-1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    with closing(FramesWatch(ask)) as watch:
        yield watch


def test_workers_tell_the_frames_of_the_snippet_that_they_make(
    fleet: Fleet, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    # The decoder has all frames of the snippet at 2 s when it hangs.
    fleet.keep(1, FLICKBOOK_SNIPPET_TIMEOUT=str(LONG))
    ordered = fleet.order(named(clip, "stuck-frames"))
    plan = until(ordered.book.plan, "the plan", PAUSE).id
    hung = FramesSeen(2, 10, 10)
    until(lambda: hung in fleet.engine.frames(plan), "the frames of the second snippet", PAUSE)
    assert not fleet.engine.frames("another")
    cancel(ordered.order.out, ordered.order.name)
    until(lambda: not fleet.engine.frames(plan), "the end of the job", PAUSE)


@pytest.mark.parametrize(
    "fault", [DispatchFailed("amqp://broker", "cannot be reached", "start it"), TypeError("an odd answer")], ids=str
)
def test_workers_are_asked_again_after_a_failure(
    fault: Exception,
    watch: FramesWatch,
    answers: list[Mapping[str, Sequence[FramesSeen]] | Exception],
    caplog: pytest.LogCaptureFixture,
) -> None:
    until(lambda: watch.of("film") == [SEEN], "the first answer")
    answers.append(fault)
    until(lambda: not watch.of("film"), "the end of what is not known")
    answers.append({"film": [SEEN]})
    until(lambda: watch.of("film") == [SEEN], "the next answer")
    (line,) = {record.getMessage() for record in caplog.records}
    assert str(fault) in line


def test_workers_are_asked_only_while_somebody_wants_to_know(
    watch: FramesWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asking() -> bool:
        return any(thread.name == "frames" for thread in threading.enumerate())

    until(lambda: watch.of("film") == [SEEN], "the first answer")
    assert asking()
    monkeypatch.setattr(frames_watch, "IDLE_SECONDS", 0.0)
    until(lambda: not asking(), "the end of the questions")
    monkeypatch.setattr(frames_watch, "IDLE_SECONDS", LONG)
    until(lambda: watch.of("film") == [SEEN], "the answer of a second thread")
    watch.close()
    assert not asking()
