"""The small parts of a worker."""

import json
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from fractions import Fraction

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from flickbook.core.model import Job, Snippet, Source, Video
from flickbook.core.settings import Engine
from flickbook.engines.celery import backoff
from flickbook.engines.celery.backoff import Backoff
from flickbook.engines.celery.handler import Delivery, Parts
from flickbook.engines.celery.health import Health, Metrics
from flickbook.engines.celery.logs import JsonLines
from flickbook.engines.celery.queues import LONG, SHORT
from flickbook.engines.celery.render_task import RenderTask
from flickbook.engines.celery.slot_process import SlotState, TimeSlice
from flickbook.engines.celery.slots import Running, Slots
from flickbook.engines.configuration import Settings
from flickbook.errors import OutputFull, SourceMissing, StoreError, UsageError
from flickbook.outputs.recipes import make_recipe


class Clock:
    """Time that passes only when it is slept through."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += seconds


AWAY = StoreError("s3://films", "is away", "wait")


def test_a_store_is_waited_for_from_its_first_failure_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(backoff, "time", clock)
    tries = []

    def work() -> int:
        tries.append(clock.monotonic())
        if len(tries) == 1:
            clock.sleep(60)  # longer than is retried, before anything failed
        if len(tries) < 4:
            raise AWAY if len(tries) % 2 else OutputFull("disk", "is full", "make room")
        return len(tries)

    assert Backoff(10).retry(work, {}) == 4
    assert tries == [0, 60.5, 61.5, 63.5]


@pytest.mark.parametrize(("seconds", "stopping"), [(0.0, False), (60.0, True)])
def test_retrying_ends(seconds: float, stopping: bool) -> None:
    tries = []
    short = Backoff(seconds)
    short.stopping = stopping

    def work() -> None:
        tries.append(1)
        raise AWAY

    with pytest.raises(StoreError):
        short.retry(work, {})
    assert len(tries) == 1
    assert short.cut_short(AWAY) == stopping
    assert not short.cut_short(SourceMissing("a.mp4", "does not exist", "check it"))


def test_what_waiting_cannot_mend_is_raised_at_once() -> None:
    def work() -> None:
        raise SourceMissing("a.mp4", "does not exist", "check it")

    with pytest.raises(SourceMissing):
        Backoff(60).retry(work, {})


def test_a_line_of_the_log_is_json_with_all_that_was_given() -> None:
    record = logging.makeLogRecord({"name": "flickbook", "levelname": "INFO", "msg": "made %d", "args": (3,)})
    record.plan, record.snippet = "feed", 30
    told = json.loads(JsonLines().format(record))
    assert (told["level"], told["message"], told["plan"], told["snippet"]) == ("info", "made 3", "feed", 30)
    assert told["time"].endswith("+00:00")


def test_a_line_of_the_log_holds_a_whole_traceback() -> None:
    try:
        raise AWAY
    except StoreError as error:
        record = logging.makeLogRecord({"msg": "no", "exc_info": (type(error), error, error.__traceback__)})
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "s3://films" in json.loads(line)["traceback"]


def test_a_worker_tells_how_it_is() -> None:
    wrong = {"alive": "", "ready": ""}
    metrics = Metrics(2, lambda: 1)
    health = Health("127.0.0.1:0", metrics, lambda: wrong["alive"], lambda: wrong["ready"])
    try:
        assert [httpx.get(f"{health.url}/{path}").status_code for path in ("healthz", "readyz", "else")] == [
            200,
            200,
            404,
        ]
        wrong["ready"] = "the broker is away"
        assert httpx.get(f"{health.url}/healthz").status_code == 200
        answer = httpx.get(f"{health.url}/readyz")
        assert (answer.status_code, answer.text) == (503, "the broker is away\n")
        counts = list(text_string_to_metric_families(httpx.get(f"{health.url}/metrics").text))
        assert [family.samples[0].value for family in counts if family.name == "flickbook_busy_slots"] == [1]
        with pytest.raises(UsageError, match="cannot be listened at"):
            Health(health.url.removeprefix("http://"), metrics, str, str)
    finally:
        health.close()


def job_of(count: int, name: str = "a") -> Job:
    """Give a job of so many snippets of a second each."""
    source, end = Source("memory://films/a.mp4", "1", 1), Fraction(count)
    video = Video(end, end, Fraction(0), 64, 64, 0, Fraction(25), "h264", "yuv420p", "mp4")
    snippets = tuple(Snippet(start, Fraction(start + 1)) for start in range(count))
    return Job("feed", name, source, video, make_recipe(snippet=1), snippets, "memory://out")


def test_no_job_is_begun_by_a_worker_that_must_stop() -> None:
    slots = Slots(Settings(engine=Engine(workers=1)))
    slots.stopping = True
    job = job_of(2)
    assert slots.render(job, print) == TimeSlice(job.snippets, [])
    slots.close()


class Sender:
    """Stands for a broker: what waits there, and what it is sent."""

    def __init__(self) -> None:
        self.waiting = {SHORT: 0, LONG: 0}
        self.sent: list[list[int]] = []

    def depths(self) -> dict[str, int]:
        return self.waiting

    def send(self, jobs: Sequence[Job], attempt: int = 1) -> None:
        self.sent += [[snippet.start for snippet in job.snippets] for job in jobs]


class Busy:
    """Stands for slots: one that is at a job of a film, whose snippets are made by hand."""

    able, emptying = True, False

    def __init__(self, seconds: float) -> None:
        self.state = SlotState(-1, 2**62, False)
        self.one = Running(job_of(20), self.state, Future())
        self.one.since -= seconds

    def running(self) -> list[Running]:
        return [self.one]

    def render(self, job: Job, watch: Callable[[Running], None]) -> TimeSlice:
        """Have the job watched once, and let it go at once."""
        watch(self.one)
        return TimeSlice([one for one in job.snippets if one.start > self.state.made], [])


def watched(
    slots: Busy, sender: Sender, short: int = 0, delivery: Delivery[Job] | None = None, *, stale: bool = False
) -> Delivery[Job]:
    """Look once at a job under way."""
    task = RenderTask(Parts(Settings(), slots, sender, Metrics(1, int), Backoff(0), lambda: short))  # type: ignore[arg-type]
    delivery = delivery or Delivery(task, slots.one.job, 1, lambda: stale)
    task.attempt(delivery)
    return delivery


def test_half_of_what_is_left_is_shared_again_and_again_while_nothing_waits() -> None:
    slots, sender = Busy(seconds=1), Sender()
    slots.state.made = 3
    delivery = watched(slots, sender)
    # Sixteen are left; the first of them is under way.
    assert sender.sent == [list(range(12, 20))]
    assert [one.start for one in delivery.value.snippets] == list(range(12))
    watched(slots, sender, delivery=delivery)
    assert sender.sent[1:] == [list(range(8, 12))]
    assert [one.start for one in delivery.value.snippets] == list(range(8))
    assert (slots.state.limit, bool(slots.state.released)) == (8, False)


@pytest.mark.parametrize(
    ("seconds", "made", "waiting"),
    [(0.1, -1, 0), (1, 17, 0), (1, -1, 1)],
    ids=["just begun", "nearly done", "something waits"],
)
def test_a_job_is_not_shared_where_that_is_no_use(seconds: float, made: int, waiting: int) -> None:
    slots, sender = Busy(seconds), Sender()
    slots.state.made, sender.waiting[LONG] = made, waiting
    watched(slots, sender)
    assert (sender.sent, bool(slots.state.released)) == ([], False)


@pytest.mark.parametrize(
    ("seconds", "waiting", "short", "stale", "released"),
    [
        (31, 0, 0, False, False),
        (31, 1, 0, False, True),
        (1, 1, 0, False, False),
        (1, 1, 1, False, True),
        (1, 0, 0, True, True),
        (301, 0, 0, False, True),
    ],
    ids=["over", "over, others wait", "others wait", "something short is here", "another worker has it", "longest"],
)
def test_a_film_is_released_when_others_need_its_slot(
    seconds: int, waiting: int, short: int, stale: bool, released: bool
) -> None:
    slots, sender = Busy(seconds), Sender()
    sender.waiting[LONG] = waiting
    watched(slots, sender, short, stale=stale)
    assert bool(slots.state.released) == released


@pytest.mark.parametrize("place", ["nowhere", "127.0.0.1:http", "127.0.0.1:70000", "no.such.host.invalid:80"])
def test_a_place_that_cannot_be_listened_at_is_said(place: str) -> None:
    with pytest.raises(UsageError, match="cannot be listened at"):
        Health(place, Metrics(1, int), str, str)
