"""Dead letters of a cluster: what brokers do to them, and foreign messages among them."""

import re
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flickbook.core.model import Job
from flickbook.engines.celery import dead_queue
from flickbook.engines.celery.dead_queue import read_letter
from flickbook.engines.celery.queues import MOST_DELIVERIES, PLAN, RENDER, work_queues
from flickbook.engines.dead_letters import Letter
from flickbook.errors import DispatchFailed
from flickbook.storage import shown
from scripts.process import Service
from tests.engines.engines import CeleryEngine, Sent, seen, sent
from tests.waiting import until

# In the group of all engines' tests, so that each broker is started once.
pytestmark = pytest.mark.xdist_group("brokers")


def test_a_broker_that_dies_during_a_redrive_is_an_error_of_ours(
    redis: Service, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    with CeleryEngine(redis.url) as engine:
        for job in jobs:
            engine.add_letter(job)
        delete = dead_queue.CeleryDeadLetters.delete

        def delete_late(queue: dead_queue.CeleryDeadLetters, letter: Letter) -> None:
            redis.kill()
            delete(queue, letter)

        monkeypatch.setattr(dead_queue.CeleryDeadLetters, "delete", delete_late)
        try:
            with engine.letters() as queue, pytest.raises(DispatchFailed, match="the broker cannot be used"):
                queue.redrive()
        finally:
            redis.restart()


def test_a_message_that_the_broker_dead_lettered_is_shown_and_sent_again(rabbitmq: Service, jobs: list[Job]) -> None:
    with CeleryEngine(rabbitmq.url) as engine:
        engine.cluster.send([jobs[1]])
        queue = work_queues("amqp")[0](engine.channel)
        # As many deliveries as if each had killed its worker, one more than the broker allows.
        for _ in range(MOST_DELIVERIES + 1):
            until(queue.get, "the message").requeue()
        (letter,) = seen(engine, 1)
        assert (letter.task, letter.work, letter.error) == ("job", jobs[1], "WorkerCrashed")
        assert letter.message == f"{shown(jobs[1].source.url)}: every worker that had it died"
        assert letter.attempts == MOST_DELIVERIES + 1
        assert abs((letter.died or 0) - time.time()) < 300
        with engine.letters() as letters:
            assert letters.redrive() == (1, [])
        assert sent(engine, 1) == [Sent(jobs[1].source.url, (1,))]


def test_a_letter_survives_more_readings_than_rabbitmq_allows_deliveries_of_other_messages(
    rabbitmq: Service, jobs: list[Job]
) -> None:
    with CeleryEngine(rabbitmq.url) as engine:
        engine.add_letter(jobs[0])
        with engine.letters() as queue:
            for _ in range(2 * MOST_DELIVERIES):
                assert len(queue.peek()) == 1


LEAVES = st.none() | st.text() | st.integers()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@settings(max_examples=50, deadline=None)
@given(body=st.binary() | JSON.map(msgspec.json.encode), task=st.none() | st.sampled_from([RENDER, PLAN]) | st.text())
def test_every_foreign_message_can_be_read_as_a_letter(body: bytes, task: str | None) -> None:
    letter = read_letter("1", body, {} if task is None else {"task": task})
    assert (letter.number, letter.task, letter.error) == ("1", None, "WireError")
    assert re.fullmatch("[0-9a-f]{10}", letter.name)
