"""The URL of a broker. It has a password, which no error may show."""

import pytest

from flickbook.core.settings import Cluster
from flickbook.engines.celery.queues import make_app
from flickbook.errors import UsageError
from tests.cli.run import call as flickbook

INVALID = [
    "amqp://user:s3cr/et@host",
    "amqp://user:s3cr#et@host",
    "amqp://user:s3cr?et@host",
    "amqp://user:s3[cr@host",
    "amqp://user:s3cr;et@host",
    # The text before the first / could be a port.
    "amqp://user:12/s3cr@host",
    "redis://:s3cr/et@host",
    "redis://:12?s3cr@host/0",
    "redis://host/s3cr",
    "rediss://host/0?ssl_cert_reqs=s3cr",
    "sqs://key:s3cr/et@",
]
VALID = [
    "amqp://host",
    "amqp://user:s3cr%2Fet@host:5672//",
    "amqp://user:s3cr@[::1]:5672/vhost;amqp://user:s3cr@other//",
    "redis://host",
    "redis://:s3cr@host:6379/",
    "redis://:s3cr@host:6379/0?socket_timeout=3",
    "sqs://key:s3cr%2Fet@",
    "sqs://",
]


@pytest.mark.parametrize("broker", INVALID)
def test_the_error_for_an_invalid_url_shows_no_part_of_it(broker: str) -> None:
    with pytest.raises(UsageError) as raised:
        make_app(Cluster(broker=broker), 60)
    assert raised.value.subject == "broker"
    assert not [part for part in ("s3", "12", "host") if part in str(raised.value)]
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


@pytest.mark.parametrize("broker", VALID)
def test_a_valid_url_is_accepted(broker: str) -> None:
    make_app(Cluster(broker=broker), 60).close()


@pytest.mark.parametrize("command", ["worker", "dead"])
def test_every_command_reports_an_invalid_url_in_one_line(command: str) -> None:
    ran = flickbook(command, environ={"FLICKBOOK_BROKER": INVALID[0]})
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "broker: is not a valid URL" in ran.err


@pytest.mark.parametrize(("broker", "lowers"), [("amqp://guest@localhost//", False), ("redis://localhost/0", True)])
def test_a_worker_keeps_all_its_slots_when_rabbitmq_was_away(broker: str, lowers: bool) -> None:
    with make_app(Cluster(broker=broker), 60) as app:
        assert app.conf.worker_enable_prefetch_count_reduction == lowers
