"""The small parts of a worker."""

import json
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from flickbook.core.model import Job, Snippet, Source, Video
from flickbook.core.settings import Engine, Webhook
from flickbook.engines.celery import outages, render_task
from flickbook.engines.celery.handler import Delivery, Parts, Result
from flickbook.engines.celery.health import Health, Metrics
from flickbook.engines.celery.logs import JsonLines
from flickbook.engines.celery.outages import OutageRetry
from flickbook.engines.celery.queues import LONG, SHORT
from flickbook.engines.celery.render_task import RenderTask
from flickbook.engines.celery.slot_process import SlotState, TimeSlice
from flickbook.engines.celery.slots import Running, Slots
from flickbook.engines.configuration import Settings
from flickbook.errors import DispatchFailed, OutputFull, SourceMissing, StoreError, UsageError
from flickbook.outputs.recipes import make_recipe
from flickbook.webhooks.courier import Courier


class Clock:
    """A clock that advances only in `sleep`."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += seconds


NO_WEBHOOK = Courier(Webhook())
OUTAGE = StoreError("s3://films", "does not answer", "wait")


def test_a_call_is_retried_for_some_seconds_after_its_first_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(outages, "time", clock)
    tries = []

    def work() -> int:
        tries.append(clock.monotonic())
        if len(tries) == 1:
            clock.sleep(60)  # longer than the seconds for retries
        if len(tries) < 4:
            raise OUTAGE if len(tries) % 2 else OutputFull("disk", "is full", "make room")
        return len(tries)

    assert OutageRetry(10).retry(work, {}) == 4
    assert tries == [0, 60.5, 61.5, 63.5]


@pytest.mark.parametrize(("seconds", "stopping"), [(0.0, False), (60.0, True)])
def test_a_call_is_not_retried_without_time_or_if_the_worker_stops(seconds: float, stopping: bool) -> None:
    tries = []
    short = OutageRetry(seconds)
    short.stopping = stopping

    def work() -> None:
        tries.append(1)
        raise OUTAGE

    with pytest.raises(StoreError):
        short.retry(work, {})
    assert len(tries) == 1
    assert short.cut_short(OUTAGE) == stopping
    assert not short.cut_short(SourceMissing("a.mp4", "does not exist", "check it"))


def test_other_errors_are_raised_at_once() -> None:
    def work() -> None:
        raise SourceMissing("a.mp4", "does not exist", "check it")

    with pytest.raises(SourceMissing):
        OutageRetry(60).retry(work, {})


def test_a_log_line_is_json_with_all_fields() -> None:
    record = logging.makeLogRecord({"name": "flickbook", "levelname": "INFO", "msg": "made %d", "args": (3,)})
    record.plan, record.snippet = "feed", 30
    line = json.loads(JsonLines().format(record))
    assert (line["level"], line["message"], line["plan"], line["snippet"]) == ("info", "made 3", "feed", 30)
    assert line["time"].endswith("+00:00")


def test_a_log_line_has_the_whole_traceback() -> None:
    try:
        raise OUTAGE
    except StoreError as error:
        record = logging.makeLogRecord({"msg": "no", "exc_info": (type(error), error, error.__traceback__)})
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "s3://films" in json.loads(line)["traceback"]


def test_a_worker_serves_health_and_metrics() -> None:
    faults = {"alive": "", "ready": ""}
    metrics = Metrics(2, lambda: 1)
    health = Health("127.0.0.1:0", metrics, lambda: faults["alive"], lambda: faults["ready"])
    try:
        assert [httpx.get(f"{health.url}/{path}").status_code for path in ("healthz", "readyz", "else")] == [
            200,
            200,
            404,
        ]
        faults["ready"] = "no connection to the broker"
        assert httpx.get(f"{health.url}/healthz").status_code == 200
        answer = httpx.get(f"{health.url}/readyz")
        assert (answer.status_code, answer.text) == (503, "no connection to the broker\n")
        counts = list(text_string_to_metric_families(httpx.get(f"{health.url}/metrics").text))
        assert [family.samples[0].value for family in counts if family.name == "flickbook_busy_slots"] == [1]
        with pytest.raises(UsageError, match="the worker cannot listen there"):
            Health(health.url.removeprefix("http://"), metrics, str, str)
    finally:
        health.close()


def job_of(count: int, name: str = "a") -> Job:
    """Return a job with this number of snippets of a second."""
    source, end = Source("memory://films/a.mp4", "1", 1), Fraction(count)
    video = Video(end, end, Fraction(0), 64, 64, 0, Fraction(25), "h264", "yuv420p", "mp4")
    snippets = tuple(Snippet(start, Fraction(start + 1)) for start in range(count))
    return Job("feed", name, source, video, make_recipe(snippet=1), snippets, "memory://out")


def test_a_worker_that_stops_begins_no_job() -> None:
    slots = Slots(Settings(engine=Engine(workers=1)))
    slots.stopping = True
    job = job_of(2)
    assert slots.render(job, print) == TimeSlice(job.snippets, [])
    slots.close()


class Sender:
    """A stand-in for a dispatcher: it has numbers of waiting messages, and records sent jobs."""

    def __init__(self) -> None:
        self.waiting = {SHORT: 0, LONG: 0}
        self.sent: list[list[int]] = []

    def depths(self) -> dict[str, int]:
        return self.waiting

    def send(self, jobs: Sequence[Job], attempt: int = 1) -> None:
        self.sent += [[snippet.start for snippet in job.snippets] for job in jobs]


class Busy:
    """A stand-in for slots, with one running job of a film."""

    able, emptying = True, False

    def __init__(self, seconds: float) -> None:
        self.state = SlotState(-1, False)
        self.job_running = Running(job_of(20), self.state, Future())
        self.job_running.since -= seconds

    def running(self) -> list[Running]:
        return [self.job_running]

    def render(self, job: Job, watch: Callable[[Running], None]) -> TimeSlice:
        """Call `watch` once, and release the job."""
        watch(self.job_running)
        return TimeSlice([snippet for snippet in job.snippets if snippet.start > self.state.made], [])


def watched(slots: Busy, sender: Sender, short: int = 0, *, stale: bool = False) -> Result:
    """Let a task watch a running job once, and return the result of the attempt."""
    task = RenderTask(Parts(Settings(), slots, sender, Metrics(1, int), OutageRetry(0), NO_WEBHOOK, lambda: short))  # type: ignore[arg-type]
    return task.attempt(Delivery(task, slots.job_running.job, 1, lambda: stale))


def test_the_rest_of_a_film_becomes_two_jobs_while_no_message_waits() -> None:
    slots, sender = Busy(seconds=1), Sender()
    slots.state.made = 3
    result = watched(slots, sender)
    assert bool(slots.state.released)
    assert [[snippet.start for snippet in part.snippets] for part in result.left] == [
        list(range(4, 12)),
        list(range(12, 20)),
    ]
    # Nothing is sent while the child works: a worker that dies has sent no part of its job.
    assert sender.sent == []


@pytest.mark.parametrize(
    ("seconds", "made", "waiting"),
    [(0.1, -1, 0), (1, 17, 0), (1, -1, 1)],
    ids=["just begun", "nearly done", "a message waits"],
)
def test_a_job_is_not_shared_at_its_beginning_or_end_or_while_a_message_waits(
    seconds: float, made: int, waiting: int
) -> None:
    slots, sender = Busy(seconds), Sender()
    slots.state.made, sender.waiting[LONG] = made, waiting
    watched(slots, sender)
    assert (sender.sent, bool(slots.state.released)) == ([], False)


@pytest.mark.parametrize(
    ("seconds", "waiting", "short", "stale", "released"),
    [
        (31, 1, 0, False, True),
        (1, 1, 0, False, False),
        (1, 1, 1, False, True),
        (1, 0, 0, True, True),
        (301, 0, 0, False, True),
    ],
    ids=["over, others wait", "others wait", "a short message is here", "another worker has it", "longest"],
)
def test_a_film_is_released_when_others_need_its_slot(
    seconds: int, waiting: int, short: int, stale: bool, released: bool
) -> None:
    slots, sender = Busy(seconds), Sender()
    sender.waiting[LONG] = waiting
    watched(slots, sender, short, stale=stale)
    assert bool(slots.state.released) == released


def test_a_broker_that_does_not_answer_is_waited_for_by_one_job_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_task, "ASK_SECONDS", 60)
    asked = []

    class Silent(Sender):
        def depths(self) -> dict[str, int]:
            asked.append(time.monotonic())
            time.sleep(0.2)
            raise DispatchFailed("the broker", "does not answer", "wait")

    slots, sender = [Busy(seconds=100) for _ in range(4)], Silent()
    parts = Parts(Settings(), slots[0], sender, Metrics(1, int), OutageRetry(0), NO_WEBHOOK, lambda: 0)  # type: ignore[arg-type]
    task = RenderTask(parts)
    with ThreadPoolExecutor(4) as pool:
        jobs = [slot.job_running for slot in slots]
        list(pool.map(lambda running: task._watch(running, Delivery(task, running.job, 1, lambda: False)), jobs))
    assert (len(asked), sender.sent) == (1, [])


@pytest.mark.parametrize("place", ["nowhere", "127.0.0.1:http", "127.0.0.1:70000", "no.such.host.invalid:80"])
def test_an_address_where_the_worker_cannot_listen_is_an_error(place: str) -> None:
    with pytest.raises(UsageError, match="the worker cannot listen there"):
        Health(place, Metrics(1, int), str, str)
