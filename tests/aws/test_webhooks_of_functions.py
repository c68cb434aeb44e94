"""The function that completes a book sends its event, and the scheduled one what could not be sent; on a real S3."""

import os
from pathlib import Path

import pytest

from flickbook.engines.aws import handlers
from flickbook.webhooks import delivery
from tests import clips
from tests.aws.bus import Bus
from tests.aws.test_functions import created, upload
from tests.webhooks.receiver import receiving

pytestmark = pytest.mark.xdist_group("seaweed")


def test_functions_send_what_becomes_of_uploads_and_the_schedule_sends_the_rest(
    endpoint: str, bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSES", (0.0,) * len(delivery.PAUSES))
    film = clips.make(tmp_path / "film.mp4", frames=20, rate=10, size=(64, 48)).read_bytes()
    with receiving() as receiver:
        for name, value in receiver.environ.items():
            monkeypatch.setenv(name, value)
        handlers.plan(upload(endpoint, b"not a video", "bad.mp4"), None)
        handlers.plan(created("films", "a//b.mp4"), None)  # its book has no name
        handlers.plan(upload(endpoint, film, "film.mp4"), None)
        receiver.answers = [(503, {})]
        for job in bus.jobs():
            if job["detail-type"] == "Job Planned":
                handlers.render(job, None)
        assert receiver.types() == ["book.refused", "book.complete"]
        assert handlers.deliver({}, None)["delivered"] == 1
        refused, *complete = receiver.documents()
    assert refused["data"]["failure"] == "bad: is text, not a video; give a video file."
    assert [document["data"]["manifest"] for document in complete] == ["film/manifest.json"] * 2
    assert len({event.id for event in receiver.received}) == 2
    assert os.environ["FLICKBOOK_OUT"].startswith("s3://")
