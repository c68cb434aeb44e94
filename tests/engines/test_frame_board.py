"""While a snippet is made, the program that runs its worker sees how many of its frames are done."""

from pathlib import Path

from msgspec.structs import replace

from flickbook.core.model import Snippet
from flickbook.core.planning import job_for
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import FramesSeen
from flickbook.engines.configuration import Settings
from flickbook.engines.job import work
from flickbook.engines.local.frame_board import FrameBoard
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.orders import plan_source, submit
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.waiting import until

RECIPE = make_recipe(snippet=2, size=64)


def test_a_job_notes_each_frame_that_its_outputs_need(tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=75)
    plan = plan_source(str(film), RECIPE, Limits(), "film")
    book = Book((tmp_path / "out").as_uri(), "film")
    book.adopt(plan)
    noted: list[tuple[int, int, int]] = []

    def note(snippet: Snippet, done: int, wanted: int) -> None:
        noted.append((snippet.start, done, wanted))

    work(job_for(plan, plan.snippets, (tmp_path / "out").as_uri()), note=note)
    for snippet in plan.snippets:
        counts = [(done, wanted) for start, done, wanted in noted if start == snippet.start]
        assert [done for done, _ in counts] == list(range(1, len(counts) + 1))
        assert {wanted for _, wanted in counts} == {len(counts)}


def test_a_board_shows_the_newest_note_of_each_job_and_of_no_other(tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=75)
    plan = plan_source(str(film), RECIPE, Limits(), "film")
    first, second = (job_for(plan, (snippet,), "file:///out") for snippet in plan.snippets)
    board = FrameBoard()
    board.note(first, first.snippets[0], 1, 30)
    board.note(first, first.snippets[0], 2, 30)
    assert board.read(first) == FramesSeen(0, 2, 30)
    assert board.read(second) is None
    assert board.read(replace(first, plan="another")) is None


def test_a_pool_sees_how_far_its_processes_are(tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=500, size=(640, 360))
    plan = plan_source(str(film), make_recipe(snippet=20), Limits(), "film")
    with PoolDispatcher(Engine(workers=1)) as dispatcher:
        submit(plan, (tmp_path / "out").as_uri(), dispatcher, Settings().engine)
        (seen,) = until(lambda: dispatcher.frames(plan.id), "the first frame", pause=0.001)
        assert seen.start == 0
        assert 0 < seen.done <= seen.wanted
        assert dispatcher.frames("another") == []
        until(lambda: dispatcher.wait(1), "the end")
        assert dispatcher.frames(plan.id) == []
