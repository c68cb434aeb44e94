"""The small parts of a worker."""

import json
import logging
from fractions import Fraction

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from flickbook.core.model import Job, Snippet, Source, Video
from flickbook.core.settings import Engine
from flickbook.engines.celery import hunger, patience
from flickbook.engines.celery.health import Health
from flickbook.engines.celery.hunger import Hunger
from flickbook.engines.celery.logs import JsonLines
from flickbook.engines.celery.patience import Patience
from flickbook.engines.celery.slot_process import Turn
from flickbook.engines.celery.slots import Slots
from flickbook.engines.celery.worker_metrics import Metrics
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


def test_only_the_others_free_slots_count_and_only_while_they_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Hunger("me")
    own.hear({"worker": "me", "free": 4})
    own.hear({"worker": "one", "free": 2})
    own.hear({"worker": "two", "free": 1})
    own.hear({"worker": None, "free": "many"})
    assert own.elsewhere() == 3
    own.hear({"worker": "one", "free": 0})
    assert own.elsewhere() == 1
    monkeypatch.setattr(hunger, "FORGET_SECONDS", 0.0)
    assert own.elsewhere() == 0


def test_hunger_is_said_when_it_changes_and_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    own = Hunger("me")
    assert own.say(0) is None
    assert own.say(2) == {"worker": "me", "free": 2}
    assert own.say(2) is None
    monkeypatch.setattr(hunger, "REPEAT_SECONDS", 0.0)
    assert own.say(2) == {"worker": "me", "free": 2}
    assert own.say(0) == {"worker": "me", "free": 0}
    assert own.say(0) is None


def test_a_store_is_waited_for_from_its_first_failure_on(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(patience, "time", clock)
    tries = []

    def work() -> int:
        tries.append(clock.monotonic())
        if len(tries) == 1:
            clock.sleep(60)  # longer than the patience, before anything failed
        if len(tries) < 4:
            raise AWAY if len(tries) % 2 else OutputFull("disk", "is full", "make room")
        return len(tries)

    assert Patience(10).keep(work, {}) == 4
    assert tries == [0, 60.5, 61.5, 63.5]


@pytest.mark.parametrize(("seconds", "stopping"), [(0.0, False), (60.0, True)])
def test_patience_ends(seconds: float, stopping: bool) -> None:
    tries = []
    short = Patience(seconds)
    short.stopping = stopping

    def work() -> None:
        tries.append(1)
        raise AWAY

    with pytest.raises(StoreError):
        short.keep(work, {})
    assert len(tries) == 1
    assert short.cut_short(AWAY) == stopping
    assert not short.cut_short(SourceMissing("a.mp4", "does not exist", "check it"))


def test_what_waiting_cannot_mend_is_raised_at_once() -> None:
    def work() -> None:
        raise SourceMissing("a.mp4", "does not exist", "check it")

    with pytest.raises(SourceMissing):
        Patience(60).keep(work, {})


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


def test_no_job_is_begun_by_who_must_stop() -> None:
    slots = Slots(Settings(engine=Engine(workers=1)))
    slots.stopping = True
    source, two = Source("memory://films/a.mp4", "1", 1), Fraction(2)
    video = Video(two, two, Fraction(0), 64, 64, 0, Fraction(25), "h264", "yuv420p", "mp4")
    job = Job(
        "feed", "a", source, video, make_recipe(snippet=1), (Snippet(0, Fraction(1)), Snippet(1, two)), "memory://out"
    )
    assert slots.take_turn(job) == Turn(job.snippets, [])
    slots.close()


@pytest.mark.parametrize("place", ["nowhere", "127.0.0.1:http", "127.0.0.1:70000", "no.such.host.invalid:80"])
def test_a_place_that_cannot_be_listened_at_is_said(place: str) -> None:
    with pytest.raises(UsageError, match="cannot be listened at"):
        Health(place, Metrics(1, int), str, str)
