"""A storyboard's files depend only on plan and receipts, whichever worker completes the book."""

import os
import threading
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core import layout
from flickbook.core.planning import make_plan
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import submit
from flickbook.errors import StoreError, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import complete_if_ready, give_up
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import MAIN_FILES, TILES_KEY, VTT_KEY
from flickbook.outputs.storyboard.tiling import Tiling
from flickbook.outputs.storyboard.whole_video import Cue, write_vtt
from flickbook.storage import Store, locate
from tests import clips
from tests.books import render, storyboard
from tests.library.test_races import ONE_EACH, OUTAGE, Stage, once_before


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, seconds=3)


def files(stage: Stage) -> dict[str, bytes | None]:
    return {key: stage.book().store.get(key) for key in MAIN_FILES}


def starts(stage: Stage) -> list[float]:
    """Return the starts of the overview's tiles."""
    return [tile["start"] for tile in board(stage)["tiles"]]


def board(stage: Stage) -> Any:
    return msgspec.json.decode(files(stage)[TILES_KEY] or b"")


@given(st.lists(st.fractions(min_value=0, max_value=400_000), min_size=2, max_size=20, unique=True).map(sorted))
def test_cues_meet_to_the_millisecond_and_none_is_empty(instants: list[Fraction]) -> None:
    text = write_vtt(
        [Cue(start, end, "a.jpg", 0, 0) for start, end in pairwise(instants)],
        Tiling(instants[-1], Fraction(1), 160, 90),
    )
    times = [line.split(" --> ") for line in text.decode().splitlines() if "-->" in line]
    found = [[_seconds(clock) for clock in pair] for pair in times]
    assert len(found) == len(instants) - 1
    for (start, end), (first, last) in zip(found, pairwise(instants), strict=True):
        assert start < end
        assert abs(start - first) <= Fraction(1, 2000)
        assert abs(end - last) <= Fraction(3, 2000)


def _seconds(clock: str) -> Fraction:
    hours, minutes, seconds = clock.split(":")
    assert (len(hours) >= 2, len(minutes), len(seconds)) == (True, 2, 6)
    assert int(minutes) < 60
    assert float(seconds) < 60
    return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)


def test_failed_snippets_leave_a_gap_in_the_cues(stage: Stage) -> None:
    first, second, third = stage.jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    vtt = (files(stage)[VTT_KEY] or b"").decode()
    assert [line for line in vtt.splitlines() if "-->" in line] == [
        "00:00:00.000 --> 00:00:01.000",
        "00:00:02.000 --> 00:00:03.000",
    ]
    assert starts(stage) == [0, 2]
    manifest = stage.book().manifest()
    assert manifest is not None
    assert "storyboard" in manifest.details
    assert (manifest.details["storyboard"]["tiles"], manifest.totals.files["storyboard"]) == (2, 2)
    work(second)
    assert starts(stage) == [0, 1, 2]
    stage.check_complete()


def test_a_book_without_a_single_tile_has_no_storyboard(stage: Stage) -> None:
    for job in stage.jobs:
        give_up(job, OUTAGE)
    manifest = stage.book().manifest()
    assert manifest is not None
    assert "storyboard" not in manifest.details
    assert set(files(stage).values()) == {None}
    work(stage.jobs[1])
    assert starts(stage) == [1]


def test_workers_that_complete_a_book_in_any_order_write_the_same_bytes(tmp_path: Path) -> None:
    stage, other = (Stage(tmp_path / name, seconds=4) for name in ("stage", "other"))
    for job in stage.jobs:
        work(job)
    threads = [threading.Thread(target=work, args=(job,)) for job in reversed(other.jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first = files(stage)
    assert None not in first.values()
    assert files(other) == first
    other.book().store.delete(list(MAIN_FILES))
    complete_if_ready(other.book())
    assert files(other) == first


def test_the_storyboard_is_stored_before_the_manifest(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    honest = Store.put

    def put(self: Store, key: str, data: bytes) -> None:
        written.append(key)
        honest(self, key, data)

    monkeypatch.setattr(Store, "put", put)
    for job in stage.jobs:
        work(job)
    assert written == [*MAIN_FILES, layout.MANIFEST_KEY, layout.entry_key("movie")]


def test_a_lost_storyboard_is_made_again_by_the_next_run(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    render(video, tmp_path / "out", make_recipe(snippet=1, size=64))
    book = tmp_path / "out" / "a"
    before = {key: (book / key).read_bytes() for key in MAIN_FILES}
    for key in MAIN_FILES:
        (book / key).unlink()
    render(video, tmp_path / "out", make_recipe(snippet=1, size=64))
    assert {key: (book / key).read_bytes() for key in MAIN_FILES} == before
    assert len(storyboard(book)) == 3


def test_a_deleted_sheet_is_made_again_before_the_book_is_completed(stage: Stage) -> None:
    first, second, third = stage.jobs
    work(first)
    work(second)
    stage.book().store.delete(["movie-0-sheet-0.jpg"])
    work(third)
    assert starts(stage) == [0, 1, 2]
    stage.check_complete()


@pytest.mark.parametrize("found", [None, b"of another plan"])
def test_a_sheet_deleted_while_completing_fails_the_attempt_and_the_next_makes_it_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, found: bytes | None
) -> None:
    store = stage.book().store
    for job in stage.jobs[:2]:
        work(job)

    def spoil() -> None:
        store.delete(["movie-1-sheet-0.jpg"])
        if found is not None:
            store.put("movie-1-sheet-0.jpg", found)

    once_before(monkeypatch, "read_files", spoil)
    with pytest.raises(StoreError, match=r"movie-1-sheet-0\.jpg: was deleted or replaced while the book was completed"):
        work(stage.jobs[2])
    assert stage.book().manifest() is None
    work(stage.jobs[2])
    stage.check_complete()


def test_a_worker_that_completes_an_older_plan_stops_and_keeps_the_newer_storyboard(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = stage.jobs
    work(first)
    work(second)
    newer = make_plan("movie", stage.plan.source, stage.plan.video, make_recipe(snippet=1, size=64, tile_width=80))

    def replan() -> None:
        sent = Collector()
        submit(newer, stage.out, sent, ONE_EACH)
        for job in sent.jobs:
            work(job)

    once_before(monkeypatch, "read_files", replan)
    with pytest.raises(Superseded):
        work(third)
    assert board(stage)["tile_width"] == 80
    stage.plan = newer
    stage.check_complete()


def test_a_plan_without_storyboard_deletes_that_of_the_plan_before(stage: Stage) -> None:
    for job in stage.jobs:
        work(job)
    plain = make_plan("movie", stage.plan.source, stage.plan.video, make_recipe(snippet=1, size=64, storyboard=False))
    sent = Collector()
    submit(plain, stage.out, sent, ONE_EACH)
    assert set(files(stage).values()) == {None}, "cleared as soon as the newer plan took the book"
    for job in sent.jobs:
        work(job)
    assert not [key for key in stage.book().store.list_folder() if "sheet" in key or "storyboard" in key]


def test_a_storyboard_of_a_late_worker_is_deleted_by_a_plan_without_one(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=30)
    recipe = make_recipe(snippet=1, size=64, storyboard=False)
    render(video, tmp_path / "out", recipe)
    book = Book(locate(str(tmp_path / "out")), "a")
    book.store.put(VTT_KEY, b"WEBVTT")
    render(video, tmp_path / "out", recipe)
    assert book.store.get(VTT_KEY) is None


def test_half_written_files_of_a_killed_worker_are_deleted(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=30)
    render(video, tmp_path / "out", make_recipe(snippet=1, size=64))
    left = tmp_path / "out" / "a" / "storyboard.vtt#1"
    left.write_bytes(b"WEB")
    os.utime(left, (0, 0))
    render(video, tmp_path / "out", make_recipe(snippet=1, size=64))
    assert not left.exists()
