"""All jobs reach the bus, or an error is raised."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

import pytest

from flickbook.core import wire
from flickbook.core.model import Job, Snippet, Source, Video
from flickbook.engines.aws import eventbridge
from flickbook.engines.aws.eventbridge import EventBridgeDispatcher
from flickbook.errors import DispatchFailed, UsageError
from flickbook.outputs.recipes import make_recipe
from tests.aws.bus import Bus, standing

LENGTH = Fraction(10_323)
VIDEO = Video(LENGTH, LENGTH, Fraction(0), 1920, 1080, 0, Fraction(24), "h264", "yuv420p", "mov,mp4")


def jobs(count: int) -> list[Job]:
    source = Source("s3://films/keynote.mp4", '"1"', 1)
    return [
        Job("1", "keynote", source, VIDEO, make_recipe(), (Snippet(start, Fraction(start + 30)),), "s3://pictures")
        for start in range(0, 30 * count, 30)
    ]


@contextmanager
def dispatcher(monkeypatch: pytest.MonkeyPatch, refuse: int = 0) -> Iterator[tuple[EventBridgeDispatcher, Bus]]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setattr(eventbridge, "BACKOFF", eventbridge.BACKOFF._replace(first=0.001))
    with standing(refuse) as (endpoint, bus):
        monkeypatch.setenv("AWS_ENDPOINT_URL_EVENTBRIDGE", endpoint)
        yield EventBridgeDispatcher("flickbook"), bus


def test_every_job_of_a_long_film_arrives_once_in_batches_of_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(monkeypatch) as (sender, bus):
        sender.send(jobs(345))
    assert sorted(len(call) for call in bus.calls) == [5] + [10] * 34
    assert {entry["EventBusName"] for entry in bus.accepted} == {"flickbook"}
    arrived = [wire.decode(entry["Detail"].encode(), Job, "event") for entry in bus.accepted]
    assert sorted(arrived, key=lambda job: job.snippets[0].start) == jobs(345)


def test_entries_that_the_bus_refuses_are_sent_again_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(monkeypatch, refuse=3) as (sender, bus):
        sender.send(jobs(45))
    assert len(bus.accepted) == 45
    assert sum(len(call) for call in bus.calls) == 45 + 3 * 15


def test_entries_that_stay_refused_fail_loudly(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        dispatcher(monkeypatch, refuse=eventbridge.BACKOFF.tries) as (sender, _),
        pytest.raises(DispatchFailed, match=r"flickbook: refused 4 of 10 events in 8 tries \(ThrottlingException"),
    ):
        sender.send(jobs(10))
    assert DispatchFailed.retryable


def test_an_unreachable_bus_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with dispatcher(monkeypatch) as (sender, _):
        pass  # the server is gone now, the client is not
    with pytest.raises(DispatchFailed, match="flickbook: cannot be used"):
        sender.send(jobs(1))


def test_missing_settings_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="FLICKBOOK_BUS: is not set"):
        EventBridgeDispatcher("")
    for name in ("AWS_DEFAULT_REGION", "AWS_REGION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent")
    with pytest.raises(UsageError, match="AWS_DEFAULT_REGION: is not set"):
        EventBridgeDispatcher("flickbook")
