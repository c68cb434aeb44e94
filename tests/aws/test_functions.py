"""The handlers with at-least-once delivery: events arrive twice, late, in any order or never, on a real S3 server."""

import os
import random
import re
import threading
from pathlib import Path
from typing import Any, NamedTuple

import obstore
import pytest

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.engines.aws import handlers
from flickbook.engines.aws.eventbridge import REFUSED
from flickbook.engines.orders import plan_source
from flickbook.errors import OutputDenied, StoreError, WireError
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import MAIN_FILES
from flickbook.storage import Store
from tests import books, clips
from tests.aws.bus import Bus
from tests.storage.seaweed import bucket

RECIPE = make_recipe(snippet=1, size=64)
NAME = "shows/ä b+c%20d/my film.v2"
VIDEO = f"{NAME}.mp4"
FRAMES = 65  # three snippets, the last one short
Event = dict[str, Any]

# One S3 server for all of them.
pytestmark = pytest.mark.xdist_group("seaweed")


def upload(endpoint: str, data: bytes, key: str = VIDEO) -> Event:
    """Put an object into the source bucket, and return the event that S3 would send."""
    store = bucket(endpoint, "films")
    etag = str(obstore.put(store, key, data)["e_tag"]).strip('"')
    return created("films", key, len(data), etag)


def created(name: str, key: str, size: int = 10, etag: str = "1") -> Event:
    """Return the event that S3 sends for an object in the bucket `name`."""
    detail = {"bucket": {"name": name}, "object": {"key": key, "size": size, "etag": etag}}
    return {"source": "aws.s3", "detail-type": "Object Created", "detail": detail}


class Made(NamedTuple):
    """A clip of three snippets, and the pictures that the command line makes of it."""

    data: bytes
    pictures: dict[str, bytes]


def made(folder: Path, first: int) -> Made:
    """Make a clip, whose frames carry numbers from `first`."""
    pictures = (clips.paint(first + k, 160, 96) for k in range(FRAMES))
    path = clips.make(folder / "my film.v2.mp4", frames=FRAMES, pictures=pictures)
    books.render(path, folder / "out", RECIPE)
    files = (folder / "out" / "my film.v2").iterdir()
    return Made(
        path.read_bytes(), {path.name: path.read_bytes() for path in files if path.suffix in (".gif", ".jpg", ".vtt")}
    )


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return made(tmp_path_factory.mktemp("film"), 0)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A later version of the film."""
    return made(tmp_path_factory.mktemp("later"), 1000)


def stored() -> dict[str, bytes]:
    """Return the pictures and cues in the output bucket, and check that the manifest lists exactly these."""
    store = Store(f"{os.environ['FLICKBOOK_OUT']}/{NAME}")
    pictures = {key: store.get(key) or b"" for key in store.list_folder() if key.endswith((".gif", ".jpg", ".vtt"))}
    manifest = book().manifest()
    assert manifest is not None
    assert {file.key for file in manifest.files} == pictures.keys() - set(MAIN_FILES)
    return pictures


def book() -> Book:
    return Book(os.environ["FLICKBOOK_OUT"], NAME)


def state() -> str:
    return api.status(f"{os.environ['FLICKBOOK_OUT']}/{NAME}").state


def test_an_upload_becomes_the_pictures_that_the_command_line_makes(endpoint: str, bus: Bus, film: Made) -> None:
    answer = handlers.plan(upload(endpoint, film.data), None)
    assert answer["videos"][0]["jobs"] == 3
    for job in bus.jobs():
        handlers.render(job, None)
    assert stored() == film.pictures


def test_jobs_that_come_twice_and_in_any_order_change_nothing(endpoint: str, bus: Bus, film: Made) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    jobs = bus.jobs() * 2
    random.Random(7).shuffle(jobs)
    for job in jobs:
        handlers.render(job, None)
    assert stored() == film.pictures


def test_two_renderers_on_the_same_snippet_at_once_store_one_set_of_files(endpoint: str, bus: Bus, film: Made) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    threads = [threading.Thread(target=handlers.render, args=(job, None)) for job in bus.jobs() for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert stored() == film.pictures
    assert state() == "complete"


def test_the_planner_run_twice_sends_only_what_is_not_done(endpoint: str, bus: Bus, film: Made) -> None:
    event = upload(endpoint, film.data)
    handlers.plan(event, None)
    first, *others = bus.jobs()
    handlers.render(first, None)
    handlers.plan(event, None)
    assert [job["detail"]["snippets"] for job in bus.jobs()] == [job["detail"]["snippets"] for job in others]
    for job in others:
        handlers.render(job, None)
    handlers.plan(event, None)
    assert bus.jobs() == []
    assert stored() == film.pictures


def test_planning_again_sends_a_lost_job(endpoint: str, bus: Bus, film: Made) -> None:
    event = upload(endpoint, film.data)
    handlers.plan(event, None)
    for job in bus.jobs()[:2]:
        handlers.render(job, None)
    assert state() == "unfinished"
    handlers.plan(event, None)
    (lost,) = bus.jobs()
    handlers.render(lost, None)
    assert stored() == film.pictures


def test_any_repeated_job_completes_a_book_whose_manifest_is_lost(endpoint: str, bus: Bus, film: Made) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    jobs = bus.jobs()
    for job in jobs:
        handlers.render(job, None)
    book().store.delete(["manifest.json"])
    handlers.render(jobs[0], None)
    assert state() == "complete"


def test_a_source_replaced_half_way_leaves_nothing_of_its_old_version(
    endpoint: str, bus: Bus, film: Made, later: Made
) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    early, between, late = bus.jobs()
    handlers.render(early, None)
    event = upload(endpoint, later.data)
    handlers.render(between, None)  # before the new version is planned: noticed by its ETag
    assert [receipt.failure.error for receipt in receipts() if receipt.failure] == ["SourceChanged"]
    handlers.plan(event, None)
    jobs = bus.jobs()
    handlers.render(jobs[0], None)
    handlers.render(late, None)  # after it was planned: the old plan is not the book's any more
    handlers.render(early, None)
    for job in jobs[1:]:
        handlers.render(job, None)
    assert stored() == later.pictures


def test_a_late_upload_event_plans_the_current_version(endpoint: str, bus: Bus, film: Made, later: Made) -> None:
    events = [upload(endpoint, film.data), upload(endpoint, later.data)]
    for event in reversed(events):
        handlers.plan(event, None)
    for job in bus.jobs():
        handlers.render(job, None)
    assert stored() == later.pictures


def receipts() -> list[Any]:
    plan = book().plan()
    assert plan is not None
    return book().receipts(plan)


def test_temporary_errors_are_raised_for_lambda_to_try_again(
    endpoint: str, bus: Bus, film: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    job, *_ = bus.jobs()
    with monkeypatch.context() as away:
        away.setattr(handlers, "work", lambda *_, **__: (_ for _ in ()).throw(StoreError("store", "is away", "wait")))
        for _ in range(2):
            with pytest.raises(StoreError):
                handlers.render(job, None)
        assert [(receipt.final, receipt.attempt) for receipt in receipts()] == [(False, 2)]
    handlers.render(job, None)
    assert [(receipt.ok, receipt.attempt) for receipt in receipts()] == [(True, 3)]


TIMED_OUT = {"errorType": "Sandbox.Timedout", "errorMessage": "RequestId: 1 Error: Task timed out after 300.00 seconds"}
KILLED = {"errorType": "Runtime.ExitError", "errorMessage": "RequestId: 1 Error: Runtime exited: signal: killed"}
OURS = {"errorType": "StoreError", "errorMessage": f"s3://films/{VIDEO}: cannot be read (slow down); try again."}


@pytest.mark.parametrize(
    ("condition", "answer", "error", "message"),
    [
        ("RetriesExhausted", TIMED_OUT, "Sandbox.Timedout", r"my film.v2.mp4: .*timed out after 300"),
        ("RetriesExhausted", KILLED, "Runtime.ExitError", r"my film.v2.mp4: .*signal: killed"),
        ("RetriesExhausted", OURS, "StoreError", r"^s3://films/shows/[^:]*: cannot be read \(slow down\); try again.$"),
        ("EventAgeExceeded", None, "WorkerCrashed", r"waited too long for a free function"),
    ],
    ids=["timed-out", "killed", "ours", "too-old"],
)
def test_a_job_that_lambda_gave_up_gets_failure_receipts_and_its_book_is_completed(
    endpoint: str, bus: Bus, film: Made, condition: str, answer: Event | None, error: str, message: str
) -> None:
    handlers.plan(upload(endpoint, film.data), None)
    doomed, *others = bus.jobs()
    for job in others:
        handlers.render(job, None)
    record = {
        "version": "1.0",
        "requestContext": {"condition": condition, "approximateInvokeCount": 3},
        "requestPayload": doomed,
        "responsePayload": answer,
    }
    handlers.handle_failure(record, None)
    failed = receipts()[0]
    assert (failed.failure.error, failed.attempt) == (error, 3)
    assert re.search(message, failed.failure.message)
    assert state() == "partial"
    handlers.render(doomed, None)  # as `flickbook redrive` does
    assert stored() == film.pictures
    assert state() == "complete"


def test_an_invalid_video_is_refused_by_an_event_and_not_tried_again(endpoint: str, bus: Bus) -> None:
    answer = handlers.plan(upload(endpoint, b"no video at all", "notes.mp4"), None)
    (event,) = bus.jobs()
    assert event["detail-type"] == REFUSED
    assert event["detail"] == answer["videos"][0]
    assert event["detail"]["error"] == "FormatRefused"
    assert event["detail"]["message"].startswith("s3://films/notes.mp4: is text, not a video")


def test_an_unwritable_output_is_raised_so_that_lambda_keeps_the_event(
    endpoint: str, bus: Bus, tmp_path: Path, film: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = upload(endpoint, film.data)
    (tmp_path / "in the way").write_text("")
    monkeypatch.setenv("FLICKBOOK_OUT", (tmp_path / "in the way").as_uri())
    with pytest.raises(OutputDenied):
        handlers.plan(event, None)
    assert bus.jobs() == []


@pytest.mark.parametrize("key", ["film/film-0.gif", "film/film-0-frame-0.jpg", "film/manifest.json", "notes.txt"])
def test_our_own_pictures_start_nothing(bus: Bus, key: str) -> None:
    assert handlers.plan(created("films", key), None) == {"videos": []}
    assert bus.jobs() == []


def test_a_preview_of_a_book_starts_nothing(bus: Bus, film: Made, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(film.data)
    out = os.environ["FLICKBOOK_OUT"]
    recipe = make_recipe(snippet=1, outputs=["mp4"])
    Book(out, "film").adopt(plan_source((tmp_path / "film.mp4").as_uri(), recipe, Limits()))
    key = f"{out.removeprefix('s3://pictures/')}/film/film-0.mp4"
    assert handlers.plan(created("pictures", key), None) == {"videos": []}
    assert bus.jobs() == []


def test_an_event_without_a_job_is_an_error(bus: Bus) -> None:
    for event in ({}, {"detail-type": "Object Created"}, {"detail-type": "Job Planned", "detail": {"type": "plan"}}):
        with pytest.raises(WireError):
            handlers.render(event, None)
    with pytest.raises(WireError):
        handlers.handle_failure({"version": "1.0"}, None)
