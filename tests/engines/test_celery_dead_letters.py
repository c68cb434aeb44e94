"""What is a cluster's own of its dead letters: what its brokers do to them, and whatever lies in their queue."""

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

# With those of all engines, so that each broker is started once.
pytestmark = pytest.mark.xdist_group("brokers")


def test_a_broker_that_dies_half_way_is_said_in_a_line(
    redis: Service, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    with CeleryEngine(redis.url) as engine:
        for job in jobs:
            engine.bury(job)
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


def test_what_the_broker_itself_moved_among_the_dead_is_told_of_and_sent_again(
    rabbitmq: Service, jobs: list[Job]
) -> None:
    with CeleryEngine(rabbitmq.url) as engine:
        engine.cluster.send([jobs[1]])
        queue = work_queues("amqp")[0](engine.channel)
        # As if as many workers had died of it as the broker allows, one after the other.
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


def test_looking_more_often_than_rabbitmq_gives_other_messages_out_loses_none(
    rabbitmq: Service, jobs: list[Job]
) -> None:
    with CeleryEngine(rabbitmq.url) as engine:
        engine.bury(jobs[0])
        with engine.letters() as queue:
            for _ in range(2 * MOST_DELIVERIES):
                assert len(queue.peek()) == 1


LEAVES = st.none() | st.text() | st.integers()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@settings(max_examples=50, deadline=None)
@given(body=st.binary() | JSON.map(msgspec.json.encode), task=st.none() | st.sampled_from([RENDER, PLAN]) | st.text())
def test_whatever_lies_in_the_queue_can_be_shown(body: bytes, task: str | None) -> None:
    letter = read_letter("1", body, {} if task is None else {"task": task})
    assert (letter.number, letter.task, letter.error) == ("1", None, "WireError")
    assert re.fullmatch("[0-9a-f]{10}", letter.name)
