"""Delivery to a real server: signatures, retries by a clock of the test's own, and addresses that are never visited."""

import socket
import threading
import time
import uuid
from email.utils import formatdate
from typing import Any

import pytest
from msgspec.structs import replace
from standardwebhooks.webhooks import Webhook

from flickbook.core import settings
from flickbook.core.layout import event_key
from flickbook.core.model import Entry
from flickbook.errors import Damaged
from flickbook.library.outbox import Outbox
from flickbook.storage import http_client
from flickbook.webhooks import delivery
from flickbook.webhooks.delivery import DAY, JITTER, KEPT_SECONDS, PAUSES, Deliverer, Pass
from tests.webhooks.film import Clock
from tests.webhooks.receiver import SECRET, Receiver

LATER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
BROKEN = Damaged("film.mp4", "is no video", "upload it again")


class Stage:
    """An outbox in memory, and a deliverer with a clock that is set by hand."""

    def __init__(self, receiver: Receiver) -> None:
        self.out = f"memory://{uuid.uuid4().hex}"
        self.outbox = Outbox(self.out)
        self.deliverer = Deliverer(receiver.settings, self.out)
        self.deliverer.subscribe()
        self.clock = Clock(self.deliverer._clock())
        self.deliverer._clock = self.clock

    def add(self, name: str) -> None:
        self.outbox.announce_refusal(name, BROKEN, "1")

    def deliver(self) -> Pass:
        return self.deliverer.deliver()


@pytest.fixture
def stage(receiver: Receiver) -> Stage:
    return Stage(receiver)


def test_an_old_and_a_new_secret_both_verify_while_one_replaces_the_other(stage: Stage, receiver: Receiver) -> None:
    both = replace(receiver.settings, secret=f"{LATER_SECRET},{SECRET}")
    stage.add("film")
    Deliverer(both, stage.out).deliver()
    (event,) = receiver.received
    assert event.headers["webhook-signature"].count("v1,") == 2
    for secret in (SECRET, LATER_SECRET):
        assert Webhook(secret).verify(event.body, event.headers)["type"] == "book.refused"


def test_an_event_is_sent_again_after_growing_pauses_for_a_day_and_then_given_up(
    stage: Stage, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.answers = [(503, {})] * (len(PAUSES) + 1)
    stage.add("film")
    begun = stage.clock.now
    for pause in PAUSES:
        assert stage.deliver() == Pass(failed=1, waiting=1)
        (event,) = stage.deliverer.events()
        assert abs(event.due - stage.clock.now - pause) <= JITTER * pause + 0.01
        stage.clock.now = event.due - 0.01
        assert stage.deliver() == Pass(waiting=1)
        stage.clock.now = event.due
    assert abs(stage.clock.now - begun - DAY) <= JITTER * DAY
    assert stage.deliver() == Pass(given_up=1, waiting=1)
    assert len(receiver.received) == len(PAUSES) + 1
    assert len({(event.id, event.body) for event in receiver.received}) == 1
    assert "answered 503; it is given up" in caplog.messages[-1]
    stage.clock.now += KEPT_SECONDS - 1
    assert stage.deliver().waiting == 1
    stage.clock.now += 2
    assert stage.deliver() == Pass()


def test_a_program_that_delivers_once_a_day_keeps_no_event_for_ever(
    stage: Stage, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", stage.clock)
    receiver.answers = [(503, {})] * 12
    for day in range(12):
        stage.add(f"{day}")
        stage.deliver()
        stage.clock.now += DAY + 1
    assert len(stage.deliverer.events()) == 8
    # What is left is sent as soon as the webhook is back, however old it is.
    stage.clock.now += 9 * DAY
    assert stage.deliver().delivered == 8


def test_each_attempt_has_a_timestamp_of_its_own(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(500, {})]
    stage.add("film")
    stage.deliver()
    stage.clock.now += 10
    assert stage.deliver() == Pass(delivered=1)
    first, second = (int(event.headers["webhook-timestamp"]) for event in receiver.received)
    assert second - first == 10


def test_an_event_that_always_fails_delays_no_other(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(400, {})]
    stage.add("a")
    assert stage.deliver().failed == 1
    stage.clock.now += 3600
    receiver.answers = [(204, {}), (400, {})]
    stage.add("b")
    assert stage.deliver() == Pass(delivered=1, failed=1, waiting=1)


def test_an_endpoint_that_fails_is_asked_once_in_a_pass(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(502, {})] * 3
    for name in ("a", "b", "c"):
        stage.add(name)
    assert stage.deliver() == Pass(failed=1, waiting=3)
    assert len(receiver.received) == 1


@pytest.mark.parametrize("value", ["600", "{date}"])
def test_retry_after_is_obeyed_for_all_events(value: str, stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(429, {"Retry-After": value.format(date=formatdate(stage.clock.now + 600, usegmt=True))})]
    stage.add("a")
    stage.add("b")
    stage.deliver()
    stage.clock.now += 590
    assert stage.deliver() == Pass(waiting=2)
    stage.clock.now += 11
    assert stage.deliver() == Pass(delivered=2)


@pytest.mark.parametrize("value", ["soon", "-1", f"Fri, 27 Nov 2026 {'9' * 20}:00:00 GMT"])
def test_a_retry_after_that_is_invalid_is_ignored(value: str, stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(503, {"Retry-After": value})]
    stage.add("film")
    assert stage.deliver() == Pass(failed=1, waiting=1)


def test_a_webhook_that_is_gone_gets_nothing_until_it_is_asked_for(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(410, {})]
    stage.add("film")
    stage.deliver()
    stage.clock.now += DAY
    stage.add("late")
    assert stage.deliver() == Pass(waiting=1)
    assert len(receiver.received) == 1
    # Another URL, or `flickbook webhooks --send`, begins anew.
    assert stage.deliverer.deliver(now=True) == Pass(delivered=1)
    stage.add("late")
    assert stage.deliver() == Pass(delivered=1)


def test_a_long_answer_is_not_read_to_its_end(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(200, {"Content-Length": "100000000"})]
    stage.add("film")
    assert stage.deliver() == Pass(delivered=1)


def test_a_redirect_is_not_followed(stage: Stage, receiver: Receiver) -> None:
    receiver.answers = [(307, {"Location": receiver.url})]
    stage.add("film")
    assert stage.deliver().failed == 1
    assert len(receiver.received) == 1


def test_of_two_programs_one_delivers_an_event(stage: Stage, receiver: Receiver) -> None:
    for number in range(5):
        stage.add(f"film{number}")
    others = [Deliverer(receiver.settings, stage.out) for _ in range(4)]
    threads = [threading.Thread(target=deliverer.deliver) for deliverer in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receiver.received) == len({event.id for event in receiver.received}) == 5


def test_an_attempt_whose_program_died_is_made_by_another(
    stage: Stage, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: Any) -> None:
        raise Killed

    stage.add("film")
    with monkeypatch.context() as patch:
        patch.setattr(http_client, "post", die)
        with pytest.raises(Killed):
            stage.deliver()
    other = Deliverer(receiver.settings, stage.out, stage.clock)
    assert other.deliver() == Pass(waiting=1)
    stage.clock.now += delivery.ATTEMPT_SECONDS + 1
    assert other.deliver() == Pass(delivered=1)


def test_an_event_that_did_not_happen_is_deleted_after_a_day(stage: Stage, receiver: Receiver) -> None:
    entry = Entry("film", "complete", "", added=0.0)
    with pytest.raises(InterruptedError), stage.outbox.announced(entry, "film/manifest.json", b"{}"):
        raise InterruptedError
    assert stage.deliver() == Pass(waiting=1, fresh=1)
    stage.clock.now += DAY + 1
    stage.deliver()
    assert stage.deliverer.events() == []
    assert receiver.received == []


def test_an_endpoint_that_is_away_is_a_failed_attempt(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    stage.add("film")
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        away = settings.Webhook(f"http://127.0.0.1:{bound.getsockname()[1]}/token", SECRET, allow_private=True)
        assert Deliverer(away, stage.out).deliver().failed == 1
    assert "127.0.0.1 did not answer" in caplog.text
    assert "token" not in caplog.text


def test_an_endpoint_that_says_nothing_is_left_after_a_time(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "ANSWER_SECONDS", 0.2)
    stage.add("film")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        deliverer = Deliverer(settings.Webhook(url, SECRET, allow_private=True), stage.out)
        assert deliverer.deliver().failed == 1


@pytest.mark.attack
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"])
def test_a_private_address_is_never_visited_unless_it_is_allowed(host: str, stage: Stage, receiver: Receiver) -> None:
    stage.add("film")
    url = receiver.url.replace("127.0.0.1", host)
    assert Deliverer(settings.Webhook(url, SECRET), stage.out).deliver().failed == 1
    (event,) = stage.deliverer.events()
    assert "resolves to a private address" in event.error
    assert receiver.received == []


@pytest.mark.attack
def test_a_name_that_changes_its_address_between_check_and_connection_is_not_followed(
    stage: Stage, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = []
    honest = socket.getaddrinfo

    def rebinding(host: str, port: int, *more: Any, **options: Any) -> Any:
        if host != "rebound.example":
            return honest(host, port, *more, **options)
        looked_up.append(host)
        # Public at the first look, this machine at any later one. No packet reaches a documentation address.
        return honest("93.184.215.14" if len(looked_up) == 1 else "127.0.0.1", port, *more, **options)

    visited: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr("flickbook.storage.http_client._ask_address", lambda *asked: visited.append(asked[4]))
    url = receiver.url.replace("127.0.0.1", "rebound.example")
    deliverer = Deliverer(settings.Webhook(url, SECRET), stage.out, stage.clock)
    stage.add("film")
    with pytest.raises(AttributeError):
        deliverer.deliver()  # there is no answer
    assert visited == ["93.184.215.14"]
    stage.clock.now += DAY
    assert deliverer.deliver().failed == 1
    assert visited == ["93.184.215.14"]


def test_a_damaged_event_stays_and_stops_no_other(stage: Stage) -> None:
    stage.outbox._store.put(event_key("evt_damaged"), b"{")
    stage.add("film")
    assert stage.deliver() == Pass(delivered=1)
