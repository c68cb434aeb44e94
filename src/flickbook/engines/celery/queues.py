"""The broker's queues, the same for all who send and receive: two for work, one for dead letters.

Orders and the jobs of short videos travel on their own queue, so that no clip waits behind films. Settings are those
of Celery: https://docs.celeryq.dev/en/stable/userguide/configuration.html, and of RabbitMQ's quorum queues:
https://www.rabbitmq.com/docs/quorum-queues.
"""

import socket
from collections.abc import Iterator, Mapping
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

# A worker counts deliveries and gives up what is over its limit; the broker's own limit is for what it cannot count.
MOST_DELIVERIES = 20
# Dead letters that were looked at are released, which RabbitMQ counts too, and from 4.0 drops after twenty times.
MOST_LOOKS = 1_000_000
# RabbitMQ takes a worker for dead that was silent for two to three times as long.
HEARTBEAT_SECONDS = 3
CONNECT_SECONDS = 5.0
# A connection over which nothing gets through for so many milliseconds is closed, also by those who have no heartbeat.
_CUT_OFF = {socket.TCP_USER_TIMEOUT: 10_000} if hasattr(socket, "TCP_USER_TIMEOUT") else {}
# What Redis remembers of a message that was delivered again.
_DELIVERIES_KEY, _REMEMBER_SECONDS = "flickbook.deliveries:", 7 * 24 * 3600
RETRIES = {"max_retries": 4, "interval_start": 0.1, "interval_step": 0.4, "interval_max": 1.0}


def make_app(settings: Cluster, visibility: float) -> Celery:
    """Return a Celery app for the broker of the settings.

    `visibility` is the number of seconds that a worker on Redis or SQS may have a message until others get it too.
    Raises UsageError where no broker is named, or its URL cannot be read.
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
    """Return the family of a broker's URL: amqp, redis or sqs. Raises UsageError for others."""
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
    """Return the two queues of work, the more urgent one first."""
    return _queue(SHORT, scheme, MOST_DELIVERIES, dead=True), _queue(LONG, scheme, MOST_DELIVERIES, dead=True)


def dead_queue(scheme: str) -> Queue:
    """Return the queue of dead letters, which no worker consumes."""
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
    """Return what Celery's libraries and those below raise where a broker fails."""
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


def deliveries_before(request: Mapping[str, Any], app: Celery) -> int:
    """Return how often a message was delivered before this time without an end, as each broker counts it.

    Raises DispatchFailed.
    """
    broker = app.conf.broker_url
    transport = transport_of(broker)
    if transport == "amqp":
        return int(request.get("x-delivery-count") or 0)
    if transport == "sqs":
        # What Celery itself says of a delivery leaves SQS's own words out.
        delivery = (request.get("properties") or {}).get("delivery_info") or {}
        attributes = (delivery.get("sqs_message") or {}).get("Attributes") or {}
        return int(attributes.get("ApproximateReceiveCount", 1)) - 1
    # Redis itself does not count, and kombu only says whether it is the first time.
    if not (request.get("delivery_info") or {}).get("redelivered"):
        return 0
    with calling(broker), app.connection_or_acquire() as connection:
        client, key = connection.default_channel.client, f"{_DELIVERIES_KEY}{request['id']}"
        count = int(client.incr(key))
        client.expire(key, _REMEMBER_SECONDS)
        return count
