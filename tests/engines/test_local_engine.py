"""The engine of one machine: what it is at, and how it ends."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flickbook.engines.base import Ended
from flickbook.engines.configuration import Settings
from flickbook.engines.following import order
from flickbook.engines.local.local_engine import LocalEngine
from flickbook.engines.local.planner import Planner
from flickbook.engines.local.processes import Processes
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.waiting import LONG, until

RECIPE = make_recipe(snippet=1, size=32)


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    with LocalEngine(Settings()) as made:
        yield made


def test_it_ends_while_a_video_is_planned(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(
        Planner, "call", lambda self, *_, **__: Processes.call(self, time.sleep, 10 * LONG, limit=10 * LONG)
    )
    engine = LocalEngine(Settings(), service=True)
    order(engine, str(clips.make(tmp_path / "movie.mp4", frames=25)), str(tmp_path / "out"), RECIPE)
    until(lambda: engine.is_at("movie"), "the order")
    closing = threading.Thread(target=engine.close, daemon=True)
    closing.start()
    closing.join(LONG)
    assert not closing.is_alive()


def test_a_book_whose_jobs_are_sent_while_it_looks_is_not_taken_for_finished(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ended: list[Ended] = []
    engine.ended = ended.append
    honest, video = engine._dispatcher.under_way, clips.make(tmp_path / "movie.mp4", frames=50)

    def slow() -> frozenset[str]:
        busy = honest()
        if not busy and not engine._making:
            # A thread that looks may be held up here for as long.
            until(lambda: engine._making or ended, "jobs", pause=0.001)
        return busy

    monkeypatch.setattr(engine._dispatcher, "under_way", slow)
    order(engine, str(video), str(tmp_path / "out"), RECIPE)
    until(lambda: ended, "the end of the order")
    assert [(one.state, one.made) for one in ended] == [("complete", 2)]


def test_it_looks_after_books_while_others_begin(engine: LocalEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = threading.Event()

    class Making:
        """A book that another one follows while the engine looks at it."""

        def __init__(self, number: int) -> None:
            self._number = number

        @property
        def plan(self) -> str:
            if self._number < 100:
                engine._making[str(self._number + 1)] = Making(self._number + 1)  # type: ignore[assignment]
                looked.set()
            return "busy"

    monkeypatch.setattr(engine._dispatcher, "under_way", lambda: frozenset({"busy"}))
    engine._making["0"] = Making(0)  # type: ignore[assignment]
    assert looked.wait(20)
    until(lambda: len(engine._making) > 3, "another look", pause=0.05)
