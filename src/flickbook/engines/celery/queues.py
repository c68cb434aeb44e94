"""The broker's queues, the same for all who send and take: two for work, one for the dead.

Orders and the jobs of short videos travel on their own queue, so that no clip waits behind films. Settings are those
of Celery: https://docs.celeryq.dev/en/stable/userguide/configuration.html, and of RabbitMQ's quorum queues:
https://www.rabbitmq.com/docs/quorum-queues.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from flickbook.core.settings import Cluster
from flickbook.errors import DispatchFailed, UsageError

try:
    from celery import Celery
    from kombu.entity import Exchange, Queue
    from kombu.exceptions import KombuError, OperationalError
    from kombu.utils.url import parse_url
except ImportError as missing:
    raise UsageError(missing.name or "celery", "is not installed", "pip install 'flickbook[celery]'") from missing

SHORT, LONG, DEAD = "flickbook.short", "flickbook.long", "flickbook.dead"
PLAN, RENDER = "flickbook.plan", "flickbook.render"

# A worker counts deliveries and buries what is over its limit; the broker's own limit is for what it cannot even count.
MOST_DELIVERIES = 20
# Whoever looks at dead letters gives them back, which RabbitMQ counts too, and from 4.0 drops after twenty times.
MOST_LOOKS = 1_000_000
# RabbitMQ takes a worker for dead that was silent for two to three times as long.
HEARTBEAT_SECONDS = 3
CONNECT_SECONDS = 5.0
# A connection over which nothing gets through for so many milliseconds is closed, also by those who have no heartbeat.
_CUT_OFF = {socket.TCP_USER_TIMEOUT: 10_000} if hasattr(socket, "TCP_USER_TIMEOUT") else {}
RETRIES = {"max_retries": 4, "interval_start": 0.1, "interval_step": 0.4, "interval_max": 1.0}


def make_app(settings: Cluster, visibility: float) -> Celery:
    """Make a Celery app for the broker of the settings.

    `visibility` is for how many seconds a worker on Redis or SQS may have a message until others get it too. Raises
    UsageError where no broker is named, or by no URL that can be read.
    """
    if not settings.broker:
        raise UsageError("FLICKBOOK_BROKER", "is not set", "name the broker's URL, as --broker too")
    _check_url(settings.broker)
    app = Celery("flickbook", broker=settings.broker, set_as_current=False)
    scheme = transport_of(settings.broker)
    app.conf.update(
        broker_transport_options=_transport_options(scheme, visibility),
        broker_connection_timeout=CONNECT_SECONDS,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        # A channel that the broker closes, as one whose message was held for too long, is opened again.
        broker_channel_error_retry=True,
        # Only a worker's loop answers the broker's heartbeat; what others connect for is soon done.
        broker_heartbeat=0,
        task_queues=work_queues(scheme),
        task_default_queue=LONG,
        task_create_missing_queues=False,
        task_acks_late=True,
        task_acks_on_failure_or_timeout=False,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        worker_prefetch_multiplier=1,
        worker_detect_quorum_queues=True,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_enable_remote_control=scheme != "sqs",
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        enable_utc=True,
    )
    return app


def transport_of(broker: str) -> str:
    """Tell which family a broker's URL is of: amqp, redis or sqs. Raises UsageError for others."""
    scheme = broker.partition("://")[0]
    families = {"amqp": "amqp", "amqps": "amqp", "pyamqp": "amqp", "redis": "redis", "rediss": "redis", "sqs": "sqs"}
    if scheme not in families:
        raise UsageError("--broker", "is of no kind that is known", "give an amqp://, redis:// or sqs:// URL")
    return families[scheme]


def _check_url(broker: str) -> None:
    """Raise UsageError for a URL that cannot be read, and show nothing of it: its password may be in any part."""
    # kombu takes several, of which any will do.
    if not all(_readable(url) for url in broker.split(";")):
        remedy = "write / as %2F, ? as %3F, # as %23, @ as %40 and ; as %3B in user and password"
        raise UsageError("FLICKBOOK_BROKER", "is no URL that can be read", remedy)


def _readable(url: str) -> bool:
    transport = transport_of(url)
    try:
        where = (parse_url(url)["virtual_host"] or "").strip("/")
        # The host ends at the first / or ? or #, even where that is a password's.
        in_host = "@" not in "".join(urlsplit(url)[2:])
    except (ValueError, KeyError):
        return False
    # Redis has numbered databases.
    return in_host and (transport != "redis" or not where or where.isdecimal())


def work_queues(scheme: str) -> tuple[Queue, Queue]:
    """Give the two queues of work, those that should be taken from first first."""
    return _queue(SHORT, scheme, MOST_DELIVERIES, dead=True), _queue(LONG, scheme, MOST_DELIVERIES, dead=True)


def dead_queue(scheme: str) -> Queue:
    """Give the queue of dead letters, from which nobody takes unasked."""
    return _queue(DEAD, scheme, MOST_LOOKS, dead=False)


def _transport_options(scheme: str, visibility: float) -> dict[str, Any]:
    options: dict[str, dict[str, Any]] = {
        "amqp": {"confirm_publish": True, "connect_timeout": CONNECT_SECONDS, "socket_settings": _CUT_OFF},
        "redis": {"visibility_timeout": visibility, "queue_order_strategy": "priority", "socket_timeout": 30},
        "sqs": {"visibility_timeout": visibility},
    }
    return options[scheme]


def _queue(name: str, scheme: str, deliveries: int, *, dead: bool) -> Queue:
    arguments: dict[str, object] = {}
    if scheme == "amqp":
        arguments = {"x-queue-type": "quorum", "x-delivery-limit": deliveries}
    if arguments and dead:
        arguments |= {
            "x-dead-letter-exchange": "",
            "x-dead-letter-routing-key": DEAD,
            "x-dead-letter-strategy": "at-least-once",
            "x-overflow": "reject-publish",
        }
    # The exchange without a name brings every message to the queue that it is addressed to.
    return Queue(name, Exchange(""), routing_key=name, queue_arguments=arguments or None)


@contextmanager
def calling(broker: str) -> Iterator[None]:
    """Translate what the broker's library raises."""
    shown = _without_password(broker)
    try:
        yield
    except errors_of(broker) as error:
        fault = f"the broker cannot be used ({type(error).__name__}: {error})"
        raise DispatchFailed(shown, fault, "see that it runs, and try again") from error


def errors_of(broker: str) -> tuple[type[Exception], ...]:
    """Give what Celery's libraries and those below raise where a broker fails."""
    from amqp.exceptions import AMQPError

    usual = (KombuError, OperationalError, AMQPError, OSError)
    scheme = transport_of(broker)
    if scheme == "redis":
        from redis.exceptions import RedisError

        return (*usual, RedisError)
    if scheme == "sqs":
        from botocore.exceptions import BotoCoreError, ClientError

        return (*usual, BotoCoreError, ClientError)
    return usual


def _without_password(broker: str) -> str:
    scheme, _, rest = broker.partition("://")
    # Redis takes one in the query too.
    return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"
