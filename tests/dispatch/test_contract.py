"""What every dispatcher must do, run against each of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from flickbook import api
from flickbook.dispatch.base import LocalDispatcher
from flickbook.dispatch.inline import InlineDispatcher
from flickbook.dispatch.pool import PoolDispatcher
from flickbook.errors import OutputError, SourceMissing
from flickbook.model import Job, Recipe
from flickbook.settings import Engine, Settings
from tests import clips

RECIPE = Recipe(snippet=2, size=64)
SETTINGS = Settings(engine=Engine(workers=2, run_length=2))
MAKERS: dict[str, Callable[[], LocalDispatcher]] = {
    "inline": InlineDispatcher,
    "pool": lambda: PoolDispatcher(SETTINGS.engine),
}


@pytest.fixture(params=MAKERS)
def maker(request: pytest.FixtureRequest) -> Callable[[], LocalDispatcher]:
    return MAKERS[request.param]


def test_every_snippet_is_made_once_and_the_book_bound(maker: Callable[[], LocalDispatcher], tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=230)
    with maker() as dispatcher:
        outcome = api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
    assert [receipt.snippet.start for receipt in outcome.made] == [0, 2, 4, 6, 8]
    assert outcome.manifest.complete
    assert outcome.manifest.totals.stills == 10


def test_what_is_done_is_not_done_again(maker: Callable[[], LocalDispatcher], tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=230)
    with maker() as dispatcher:
        api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
        (tmp_path / "out" / "a" / "receipts" / "4.json").unlink()
        marks = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "a").glob("*.gif")}
        outcome = api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
    assert (outcome.kept, [receipt.snippet.start for receipt in outcome.made]) == (4, [4])
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "a").glob("*.gif")} == marks


def test_the_same_bytes_come_out_whoever_does_it_and_however_it_is_cut(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=230)
    books = []
    for name, maker in MAKERS.items():
        for length in (1, 100):
            out = tmp_path / f"{name}-{length}"
            with maker() as dispatcher:
                settings = Settings(engine=Engine(workers=2, run_length=length))
                api.render_with(dispatcher, settings, str(video), str(out), RECIPE)
            books.append(
                {
                    path.name: path.read_bytes()
                    for path in (out / "a").iterdir()
                    if path.suffix in (".gif", ".jpg", ".vtt")
                }
            )
    assert all(book == books[0] for book in books)


def before_sending(dispatcher: LocalDispatcher, act: Callable[[], object]) -> None:
    """Let something happen between planning and the jobs' departure."""
    send = dispatcher.send

    def send_late(jobs: Sequence[Job]) -> None:
        act()
        send(jobs)

    dispatcher.send = send_late  # type: ignore[method-assign]


def test_a_source_that_vanished_ends_the_work_with_its_own_error_and_the_next_is_made(
    maker: Callable[[], LocalDispatcher], tmp_path: Path
) -> None:
    doomed = clips.make(tmp_path / "doomed.mp4", frames=230)
    fine = clips.make(tmp_path / "fine.mp4", frames=100)
    with maker() as dispatcher:
        before_sending(dispatcher, lambda: doomed.unlink(missing_ok=True))
        with pytest.raises(SourceMissing):
            api.render_with(dispatcher, SETTINGS, str(doomed), str(tmp_path / "out"), RECIPE)
        outcome = api.render_with(dispatcher, SETTINGS, str(fine), str(tmp_path / "out"), RECIPE)
    assert outcome.manifest.complete


def test_an_output_that_turns_bad_ends_the_work_with_its_own_error(
    maker: Callable[[], LocalDispatcher], tmp_path: Path
) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=100)
    with maker() as dispatcher:
        # A file where the receipts' folder should be.
        before_sending(dispatcher, lambda: (tmp_path / "out" / "a" / "receipts").write_text("in the way"))
        with pytest.raises(OutputError):
            api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
