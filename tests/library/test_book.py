"""A book is one plan's: newer versions replace older ones, and late workers disturb nothing."""

import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from flickbook import api
from flickbook.core import layout, wire
from flickbook.core.model import Failure, Job, Receipt
from flickbook.core.planning import job_for
from flickbook.core.settings import Engine, Limits
from flickbook.engines import orders as submission
from flickbook.engines.job import work
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.errors import NameTaken, SourceChanged, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import MAIN_FILES
from flickbook.storage import Store, locate
from tests import clips
from tests.books import jpeg, render

RECIPE = make_recipe(snippet=1, size=64)


def planned(video: Path, out: str) -> Job:
    """Plan a video and store the plan, but send nothing."""
    plan = submission.plan_source(str(video), RECIPE, Limits())
    Book(out, plan.name).adopt(plan)
    return job_for(plan, plan.snippets, out)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_video_of_the_same_name_is_an_error_and_touches_nothing(tmp_path: Path) -> None:
    render(clips.make(tmp_path / "movie.mp4", frames=30), tmp_path / "out", RECIPE)
    before = tree(tmp_path / "out")
    with pytest.raises(NameTaken, match=r"holds the pictures of .*movie\.mp4 already"):
        render(clips.make(tmp_path / "movie.mkv", frames=30), tmp_path / "out", RECIPE)
    assert tree(tmp_path / "out") == before


def test_a_new_version_replaces_the_old_and_leaves_nothing_of_it(tmp_path: Path) -> None:
    render(clips.make(tmp_path / "movie.mp4", frames=100), tmp_path / "out", RECIPE)
    pictures = [clips.paint(500 + k, 160, 96) for k in range(30)]
    manifest = render(clips.make(tmp_path / "movie.mp4", pictures=pictures, frames=30), tmp_path / "out", RECIPE)
    book = tmp_path / "out" / "movie"
    assert {path.name for path in book.iterdir() if path.is_file()} == {
        "plan.json",
        "manifest.json",
        *MAIN_FILES,
        *(file.key for file in manifest.files),
    }
    assert {path.name for path in (book / "receipts").iterdir()} == {"0.json", "1.json"}
    assert clips.read(jpeg(book / "movie-1-frame-0.jpg")) == 525


def test_another_recipe_replaces_the_old_and_the_same_is_kept(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "movie.mp4", frames=60)
    render(video, tmp_path / "out", RECIPE)
    first = tree(tmp_path / "out" / "movie")
    render(video, tmp_path / "out", RECIPE)
    assert tree(tmp_path / "out" / "movie") == first
    manifest = render(video, tmp_path / "out", make_recipe(snippet=2, size=64, stills=False, storyboard=False))
    assert [file.key for file in manifest.files] == ["movie-0.gif", "movie-2.gif"]
    assert {path.name for path in (tmp_path / "out" / "movie").iterdir()} == {
        "plan.json",
        "manifest.json",
        "receipts",
        "movie-0.gif",
        "movie-2.gif",
    }


def test_a_late_worker_of_an_older_version_stops_and_disturbs_nothing(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    late = planned(clips.make(tmp_path / "movie.mp4", frames=60), out)
    old_page = Store(f"{out}/movie")
    render(clips.make(tmp_path / "movie.mp4", frames=30, rate=Fraction(20)), tmp_path / "out", RECIPE)
    before = tree(tmp_path / "out")
    with pytest.raises((Superseded, SourceChanged)):
        work(late)
    with pytest.raises(Superseded):
        Book(out, "movie").publish(late.plan, [])
    assert tree(tmp_path / "out") == before
    assert old_page.get("movie-1.gif") is not None


def test_files_left_by_a_late_worker_are_replaced(tmp_path: Path) -> None:
    """Such a file may appear between the deletion of old files and the writes of the new worker."""
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=30), out)
    store = Store(f"{out}/movie")
    store.put("movie-0.gif", b"an old picture")
    store.put("movie-99.gif", b"an old picture of a longer version")
    store.put(
        layout.receipt_key(job.snippets[0]),
        b'{"type":"receipt","version":1,"plan":"old","snippet":{"start":0,"end":"1"}}',
    )
    work(job)
    manifest = Book(out, "movie").manifest()
    assert manifest is not None
    for file in manifest.files:
        data = store.get(file.key)
        assert data is not None
        assert len(data) == file.bytes
    assert store.get("movie-99.gif") is None


def test_two_workers_on_one_job_give_one_result(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=60), out)
    work(job)
    first = tree(tmp_path / "out")
    Store(f"{out}/movie").delete([layout.receipt_key(job.snippets[1])])
    work(job)
    second = tree(tmp_path / "out")
    assert {key: data for key, data in first.items() if not key.endswith(".json")} == {
        key: data for key, data in second.items() if not key.endswith(".json")
    }


def test_a_failure_never_overwrites_a_success_but_a_success_a_failure(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=60), out)
    give_up(job, Failure("WorkerCrashed", "movie.mp4: the worker died"))
    assert api.status(tmp_path / "out" / "movie").state == "partial"
    work(job)
    give_up(job, Failure("WorkerCrashed", "movie.mp4: the worker died"))
    status = api.status(tmp_path / "out" / "movie")
    assert (status.state, status.done, status.failed) == ("complete", 3, ())


def test_a_source_replaced_during_the_work_is_noticed(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=60), out)
    clips.make(tmp_path / "movie.mp4", frames=90)
    with pytest.raises(SourceChanged, match="was replaced during the work"):
        work(job)
    assert not list((tmp_path / "out").rglob("*.gif"))


def test_a_book_within_a_books_folder_is_left_alone(tmp_path: Path) -> None:
    inner = "memory://nested/shows"
    dispatcher = InlineDispatcher()
    for name, out in (("film", inner), ("shows", "memory://nested")):
        plan = submission.plan_source(str(clips.make(tmp_path / f"{name}.mp4", frames=20)), RECIPE, Limits())
        submission.submit(plan, out, dispatcher, Engine(workers=1), afresh=True)
        submission.submit(plan, out, dispatcher, Engine(workers=1), afresh=True)
        dispatcher.check(plan.id)
    assert Store(f"{inner}/film").get("film-0.gif") is not None
    assert Store("memory://nested/shows").get("shows-0.gif") is not None


def test_receipts_of_another_plan_do_not_count(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=30), out)
    book = Book(out, "movie")
    Store(f"{out}/movie").put("receipts/0.json", wire.encode(Receipt("other", job.snippets[0])))
    plan = book.plan()
    assert plan is not None
    assert book.receipts(plan) == []


def test_a_book_stays_incomplete_while_its_failed_snippets_are_tried_again(tmp_path: Path) -> None:
    """The race: a worker would complete the book with an old failure receipt, and delete that snippet's new files."""
    out = locate(str(tmp_path / "out"))
    job = planned(clips.make(tmp_path / "movie.mp4", frames=60), out)
    give_up(job, Failure("WorkerCrashed", "movie.mp4: the worker died"))
    plan = Book(out, "movie").plan()
    assert plan is not None

    class Interleaved(InlineDispatcher):
        """Between the first job and the others, a file of the last snippet is stored, but its receipt is not."""

        def send(self, jobs: Sequence[Job]) -> None:
            Store(f"{out}/movie").put("movie-2.gif", b"being published")
            super().send(jobs[:1])
            assert Store(f"{out}/movie").get("movie-2.gif") == b"being published"
            super().send(jobs[1:])

    submission.submit(plan, out, Interleaved(), Engine(workers=3, run_length=1))
    status = api.status(tmp_path / "out" / "movie")
    assert status.totals is not None
    assert (status.state, status.totals.files["gif"]) == ("complete", 3)


def test_a_local_name_with_percent_signs_stays_unchanged(tmp_path: Path) -> None:
    for name in ("my%20film.mp4", "a%2F..%2Fb.mp4", "100%.mp4"):
        manifest = render(clips.make(tmp_path / name, frames=10), tmp_path / "out", RECIPE)
        assert (tmp_path / "out" / name.removesuffix(".mp4") / manifest.files[0].key).is_file()
        assert api.status(tmp_path / "out" / name.removesuffix(".mp4")).state == "complete"
    assert len([path for path in (tmp_path / "out").iterdir() if path.name != ".flickbook"]) == 3


def test_half_written_files_of_a_killed_writer_are_deleted_when_the_book_is_completed(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "movie.mp4", frames=30)
    render(video, tmp_path / "out", RECIPE)
    book = tmp_path / "out" / "movie"
    for name in ("movie-0.gif#1", "movie-1-frame-0.jpg#2", "plan.json#1", "receipts/0.json#1", "notes#1"):
        (book / name).write_bytes(b"half")
        os.utime(book / name, (0, 0))
    (book / "receipts" / "1.json").unlink()
    render(video, tmp_path / "out", RECIPE)
    assert [path.name for path in book.rglob("*#*")] == ["notes#1"]
