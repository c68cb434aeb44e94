"""What every engine's dead letters must do, on its real broker."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from flickbook import api
from flickbook.core.model import Failure, Job
from flickbook.engines import dead_letters as letters_of_all
from flickbook.engines.aws import dead_events
from flickbook.engines.celery import dead_queue
from flickbook.engines.dead_letters import DeadLetters, Letter
from flickbook.engines.job import work
from flickbook.engines.orders import cancel
from flickbook.errors import DispatchFailed
from flickbook.library.completion import give_up
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from scripts.process import Service
from tests.engines.engines import (
    ATTEMPTS,
    FAILURE,
    UPLOAD,
    AwsEngine,
    CeleryEngine,
    Engine,
    Sent,
    aws_environ,
    grouped,
    order_of,
    seen,
    sent,
)

ENGINES = [grouped(engine) for engine in ("rabbitmq", "redis", "sqs", "aws")]
# Behaviour without a broker is tested on one engine, or on two whose letters differ.
KINDS = pytest.mark.parametrize("opened", [grouped("redis"), grouped("aws")], indirect=True)
ANY = pytest.mark.parametrize("opened", [grouped("redis")], indirect=True)
OUTAGE = Failure("StoreError", "the store was away")


@pytest.fixture(scope="module", params=ENGINES)
def opened(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine shared by all tests, because creating a Celery app and its connections is slow."""
    if request.param in ("rabbitmq", "redis"):
        broker: Service = request.getfixturevalue(request.param)
        with CeleryEngine(broker.url) as found:
            yield found
        return
    environ: dict[str, str] = request.getfixturevalue("amazon")
    broker_url = environ["AWS_ENDPOINT_URL"].replace("http://", "sqs://test:test@")
    with aws_environ(environ), AwsEngine(environ) if request.param == "aws" else CeleryEngine(broker_url) as found:
        yield found


@pytest.fixture
def engine(opened: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(letters_of_all, "PAUSE_SECONDS", 0.01)
    for adapter in (dead_events, dead_queue):
        monkeypatch.setattr(adapter, "WAIT_SECONDS", 0)  # this SQS is one server
    opened.empty()
    return opened


def test_letters_show_what_failed_and_why_and_stay_in_the_queue(engine: Engine, jobs: list[Job]) -> None:
    engine.add_letter(jobs[1])
    engine.add_letter(order_of(jobs[1]))
    for _ in range(3):
        letters = sorted(seen(engine, 2), key=lambda letter: str(letter.task))
        assert [(letter.task, letter.attempts, letter.error) for letter in letters] == [
            ("job", ATTEMPTS, FAILURE.error),
            ("order", ATTEMPTS, FAILURE.error),
        ]
        job, order = letters
        assert job.work == jobs[1]
        assert job.message.endswith(FAILURE.message)
        assert order.video == UPLOAD
        assert abs((job.died or 0) - time.time()) < 300


def test_all_are_sent_again_as_if_never_tried_and_only_what_is_none_of_ours_stays(
    engine: Engine, jobs: list[Job]
) -> None:
    strange = {"torn", "{}", "[]", '{"task": "flickbook.render", "document": "{}"}', "nül"}
    for text in strange:
        engine.put(text)
    for job in jobs:
        engine.add_letter(job)
    engine.add_letter(order_of(jobs[0]))
    with engine.letters() as queue:
        redriven = queue.redrive()
        assert (redriven.sent, len(redriven.left)) == (4, len(strange))
        for error in redriven.left:
            assert str(error).startswith("dead letter ")
            assert "; look at it with `flickbook dead`, delete it with `flickbook drop " in str(error)
    letters = seen(engine, len(strange))
    assert {letter.video for letter in letters if letter.task is None} == strange
    source = jobs[0].source.url
    assert sent(engine, 4) == [Sent(source, (0,)), Sent(source, (1,)), Sent(source, (2,)), Sent(UPLOAD, ())]


@contextmanager
def read_elsewhere(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let another program receive all letters, and release them once this program has found the queue empty."""
    with engine.letters() as other:
        hidden = list(other.receive())
        receive = DeadLetters._receive

        def receive_none(queue: DeadLetters, *more: Any) -> list[Letter]:
            found = receive(queue, *more)
            while hidden:
                other.release(hidden.pop())
            return found

        monkeypatch.setattr(DeadLetters, "_receive", receive_none)
        yield


def test_letters_that_another_program_is_reading_are_sent_again_too(
    engine: Engine, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    for job in jobs:
        engine.add_letter(job)
    with read_elsewhere(engine, monkeypatch), engine.letters() as queue:
        assert queue.redrive() == (3, [])
    assert len(sent(engine, 3)) == 3


@ANY
def test_a_letter_that_comes_back_during_a_redrive_stays(
    engine: Engine, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add_letter(jobs[0])
    with engine.letters() as queue:
        send_again = type(queue).send_again

        def fail_at_once(own: DeadLetters, letter: Letter) -> None:
            send_again(own, letter)
            engine.add_letter(jobs[0])

        monkeypatch.setattr(type(queue), "send_again", fail_at_once)
        redriven = queue.redrive()
    assert redriven.sent == 1
    (error,) = redriven.left
    assert "was sent again, and came back" in str(error)
    assert len(seen(engine, 1)) == len(sent(engine, 1)) == 1


def test_letters_are_deleted_by_name_while_another_program_reads_them(
    engine: Engine, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("torn", "torn", "worn"):
        engine.put(text)
    engine.add_letter(jobs[0])
    names = {letter.video: letter.name for letter in seen(engine, 4)}
    with read_elsewhere(engine, monkeypatch), engine.letters() as queue:
        deleted = queue.delete_named([names["torn"], names["worn"], "0123456789"])
        assert deleted == (3, ["0123456789"])
        assert [letter.work for letter in seen(engine, 1)] == [jobs[0]]
        assert queue.delete_named() == (1, [])
        assert queue.delete_named() == (0, [])
    assert engine.sent() == []


@contextmanager
def failing(verb: Callable[..., object], owner: type, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a verb fail at its second call, as where a process or broker ends in the middle."""
    calls: list[object] = []

    def called(self: object, *arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise DispatchFailed("broker", "went away", "wait")
        return verb(self, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(owner, verb.__name__, called)
        yield


@pytest.mark.parametrize("verb", ["send_again", "delete"])
def test_a_redrive_that_ends_half_way_loses_nothing(
    engine: Engine, jobs: list[Job], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    for job in jobs:
        engine.add_letter(job)
    with engine.letters() as queue:
        kind = type(queue)
        with failing(getattr(kind, verb), kind, monkeypatch), pytest.raises(DispatchFailed):
            queue.redrive()
    assert len(seen(engine, 2)) == 2
    with engine.letters() as queue:
        assert queue.redrive() == (2, [])
    # One that was sent and could not be deleted is sent twice, which is harmless.
    assert set(sent(engine, 4 if verb == "delete" else 3)) == {Sent(jobs[0].source.url, (start,)) for start in range(3)}


@ANY
def test_a_book_whose_failures_are_sent_again_is_being_made_until_the_last_is_made(
    engine: Engine, jobs: list[Job]
) -> None:
    first, second, third = jobs
    where = f"{first.out}/movie"
    work(first)
    for job in (second, third):
        give_up(job, OUTAGE, attempts=3)
        engine.add_letter(job)
    assert api.status(where).state == "partial"
    with engine.letters() as queue:
        assert queue.redrive() == (2, [])
    work(second)
    status, entry = api.status(where), Index(first.out).entry("movie")
    assert (status.state, status.done, status.failed) == ("unfinished", 2, ())
    assert entry is not None
    assert (entry.state, entry.failed) == ("making", 0)
    work(third)
    assert api.status(where).state == "complete"


@KINDS
def test_a_video_that_was_refused_waits_again(engine: Engine, jobs: list[Job]) -> None:
    order = order_of(jobs[0])
    orders = Orders(order.out)
    orders.place(order)
    orders.note_failure(order, OUTAGE, final=True)
    engine.add_letter(order)
    with engine.letters() as queue:
        assert queue.redrive() == (1, [])
    entry = Index(order.out).entry(order.name)
    assert entry is not None
    # An upload's event says nothing of where its book lies.
    expected = ("refused", OUTAGE) if isinstance(engine, AwsEngine) else ("waiting", None)
    assert (entry.state, entry.failure) == expected


@ANY
def test_a_book_that_was_cancelled_stays_so(engine: Engine, jobs: list[Job]) -> None:
    give_up(jobs[0], OUTAGE)
    engine.add_letter(jobs[0])
    assert cancel(jobs[0].out, "movie") == "making"
    with engine.letters() as queue:
        assert queue.redrive() == (1, [])
    status = api.status(f"{jobs[0].out}/movie")
    assert (status.state, len(status.failed)) == ("cancelled", 1)


@ANY
def test_the_letter_of_a_book_out_of_reach_stays_and_the_others_are_sent(
    engine: Engine, jobs: list[Job], tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("")
    engine.add_letter(replace(jobs[0], out=(tmp_path / "in the way").as_uri()))
    engine.add_letter(jobs[1])
    with engine.letters() as queue:
        redriven = queue.redrive()
    assert redriven.sent == 1
    (error,) = redriven.left
    assert "in the way" in str(error)
    assert len(seen(engine, 1)) == 1
