"""A broker's URL, which holds a password."""

import pytest

from flickbook.core.settings import Cluster
from flickbook.engines.celery.queues import make_app
from flickbook.errors import UsageError
from tests.cli.run import call as flickbook

BROKEN = [
    "amqp://user:s3cr/et@host",
    "amqp://user:s3cr#et@host",
    "amqp://user:s3cr?et@host",
    "amqp://user:s3[cr@host",
    "amqp://user:s3cr;et@host",
    # What stands before the first / could be a port.
    "amqp://user:12/s3cr@host",
    "redis://:s3cr/et@host",
    "redis://:12?s3cr@host/0",
    "redis://host/s3cr",
    "rediss://host/0?ssl_cert_reqs=s3cr",
    "sqs://key:s3cr/et@",
]
WHOLE = [
    "amqp://host",
    "amqp://user:s3cr%2Fet@host:5672//",
    "amqp://user:s3cr@[::1]:5672/vhost;amqp://user:s3cr@other//",
    "redis://host",
    "redis://:s3cr@host:6379/",
    "redis://:s3cr@host:6379/0?socket_timeout=3",
    "sqs://key:s3cr%2Fet@",
    "sqs://",
]


@pytest.mark.parametrize("broker", BROKEN)
def test_of_a_url_that_cannot_be_read_nothing_is_shown(broker: str) -> None:
    with pytest.raises(UsageError) as raised:
        make_app(Cluster(broker=broker), 60)
    assert raised.value.subject in ("FLICKBOOK_BROKER", "--broker")
    assert not [part for part in ("s3", "12", "host") if part in str(raised.value)]
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


@pytest.mark.parametrize("broker", WHOLE)
def test_valid_urls_are_accepted(broker: str) -> None:
    make_app(Cluster(broker=broker), 60).close()


@pytest.mark.parametrize("command", ["worker", "dead"])
def test_every_command_says_it_in_a_line(command: str) -> None:
    ran = flickbook(command, environ={"FLICKBOOK_BROKER": BROKEN[0]})
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "FLICKBOOK_BROKER: is no URL that can be read" in ran.err
