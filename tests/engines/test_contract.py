"""The contract of dispatchers, tested with each of them."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from flickbook import api
from flickbook.core.model import Job
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.errors import OutputError, SourceMissing
from flickbook.outputs.recipes import make_recipe
from tests import clips

RECIPE = make_recipe(snippet=2, size=64)
SETTINGS = Settings(engine=Engine(workers=2, run_length=2))

# One pool for all of them.
pytestmark = pytest.mark.xdist_group("pool")


@pytest.fixture(scope="module")
def pool() -> Iterator[PoolDispatcher]:
    with PoolDispatcher(SETTINGS.engine) as made:
        yield made


@pytest.fixture(params=["inline", "pool"])
def dispatcher(request: pytest.FixtureRequest, pool: PoolDispatcher) -> PoolDispatcher:
    return pool if request.param == "pool" else InlineDispatcher()


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clips.make(tmp_path_factory.mktemp("video") / "a.mp4", frames=230)


def test_every_snippet_is_made_once_the_book_is_completed_and_finished_snippets_are_kept(
    dispatcher: PoolDispatcher, video: Path, tmp_path: Path
) -> None:
    outcome = api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
    assert [receipt.snippet.start for receipt in outcome.made] == [0, 2, 4, 6, 8]
    assert outcome.manifest.complete
    assert outcome.manifest.totals.files["stills"] == 10
    (tmp_path / "out" / "a" / "receipts" / "4.json").unlink()
    marks = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "a").glob("*.gif")}
    outcome = api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
    assert (outcome.kept, [receipt.snippet.start for receipt in outcome.made]) == (4, [4])
    assert {path.name: path.stat().st_mtime_ns for path in (tmp_path / "out" / "a").glob("*.gif")} == marks


def test_the_bytes_are_the_same_for_every_dispatcher_and_run_length(
    pool: PoolDispatcher, video: Path, tmp_path: Path
) -> None:
    books = []
    for name, dispatcher in (("inline", InlineDispatcher()), ("pool", pool)):
        for length in (1, 100):
            out = tmp_path / f"{name}-{length}"
            settings = Settings(engine=Engine(workers=2, run_length=length))
            api.render_with(dispatcher, settings, str(video), str(out), RECIPE)
            made = [path for path in (out / "a").iterdir() if path.suffix in (".gif", ".jpg", ".vtt")]
            books.append({path.name: path.read_bytes() for path in made})
    assert all(book == books[0] for book in books)


def before_sending(dispatcher: PoolDispatcher, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Call `act` between planning and sending the jobs."""
    send = dispatcher.send

    def send_late(jobs: Sequence[Job]) -> None:
        act()
        send(jobs)

    monkeypatch.setattr(dispatcher, "send", send_late)


def test_a_source_that_vanished_ends_the_work_with_its_own_error_and_the_next_is_made(
    dispatcher: PoolDispatcher, video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doomed = Path(shutil.copy(video, tmp_path / "doomed.mp4"))
    before_sending(dispatcher, lambda: doomed.unlink(missing_ok=True), monkeypatch)
    with pytest.raises(SourceMissing):
        api.render_with(dispatcher, SETTINGS, str(doomed), str(tmp_path / "out"), RECIPE)
    assert api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE).manifest.complete


def test_an_output_that_turns_bad_ends_the_work_with_its_own_error(
    dispatcher: PoolDispatcher, video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file where the receipts' folder should be.
    receipts = tmp_path / "out" / "a" / "receipts"
    before_sending(dispatcher, lambda: receipts.write_text("in the way"), monkeypatch)
    with pytest.raises(OutputError):
        api.render_with(dispatcher, SETTINGS, str(video), str(tmp_path / "out"), RECIPE)
