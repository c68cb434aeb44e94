"""The Celery app and its queues: for orders, images and jobs of short videos; for jobs of films; for dead letters.

Celery's settings: https://docs.celeryq.dev/en/stable/userguide/configuration.html; those of RabbitMQ's quorum queues:
https://www.rabbitmq.com/docs/quorum-queues.
"""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from flickbook.core.settings import Cluster
from flickbook.errors import DispatchFailed, UsageError, not_installed

try:
    from celery import Celery
    from kombu.entity import Exchange, Queue
    from kombu.exceptions import KombuError, OperationalError
    from kombu.utils.url import parse_url
except ImportError as missing:
    raise not_installed(missing.name or "celery", "celery") from missing

SHORT, LONG, DEAD = "flickbook.short", "flickbook.long", "flickbook.dead"
PLAN, RENDER, IMAGE = "flickbook.plan", "flickbook.render", "flickbook.image"

# A message that was delivered more often becomes a dead letter. The worker counts where it can, else RabbitMQ does.
MOST_DELIVERIES = 20
# Reading a dead letter is a delivery too. Without a limit of its own, RabbitMQ 4.0 deletes it after twenty.
MOST_DEAD_DELIVERIES = 1_000_000
# RabbitMQ closes a worker's connection after two to three missed heartbeats.
HEARTBEAT_SECONDS = 3
CONNECT_SECONDS = 5.0
# The kernel closes a connection whose packets were not acknowledged for 10,000 ms; it needs no heartbeat for that.
_SOCKET_SETTINGS = {socket.TCP_USER_TIMEOUT: 10_000} if hasattr(socket, "TCP_USER_TIMEOUT") else {}
# Redis does not count deliveries, so the workers count redeliveries there, in a key for each message.
_DELIVERIES_KEY, _DELIVERIES_SECONDS = "flickbook.deliveries:", 7 * 24 * 3600
RETRIES = {"max_retries": 4, "interval_start": 0.1, "interval_step": 0.4, "interval_max": 1.0}


def make_app(settings: Cluster, visibility: float) -> Celery:
    """Return a Celery app for the broker of the settings.

    `visibility` is the number of seconds after which Redis and SQS deliver an unacknowledged message again. Raises
    UsageError if the broker's URL is empty or invalid.
    """
    if not settings.broker:
        raise UsageError("FLICKBOOK_BROKER", "is not set", "set it to the broker's URL, or pass --broker")
    _check_url(settings.broker)
    scheme = transport_of(settings.broker)
    app = Celery("flickbook", broker=settings.broker, set_as_current=False)
    app.conf.update(
        broker_transport_options=_transport_options(visibility)[scheme],
        broker_connection_timeout=CONNECT_SECONDS,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        # RabbitMQ closes a channel if a message is not acknowledged in time; then the worker opens a new one.
        broker_channel_error_retry=True,
        # Only a worker has a loop that sends heartbeats; it changes this setting.
        broker_heartbeat=0,
        task_queues=work_queues(scheme),
        task_default_queue=LONG,
        task_create_missing_queues=False,
        task_acks_late=True,
        task_acks_on_failure_or_timeout=False,
        task_ignore_result=True,
        accept_content=["json"],
        worker_prefetch_multiplier=1,
        worker_detect_quorum_queues=True,
        # RabbitMQ does not raise again what an earlier Celery than 5.7 lowers when a connection is lost.
        worker_enable_prefetch_count_reduction=scheme != "amqp",
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_enable_remote_control=scheme != "sqs",
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
    )
    return app


def _transport_options(visibility: float) -> dict[str, dict[str, Any]]:
    return {
        "amqp": {"confirm_publish": True, "connect_timeout": CONNECT_SECONDS, "socket_settings": _SOCKET_SETTINGS},
        "redis": {"visibility_timeout": visibility, "queue_order_strategy": "priority", "socket_timeout": 30},
        "sqs": {"visibility_timeout": visibility},
    }


def transport_of(broker: str) -> str:
    """Return the kind of a broker by its URL: amqp, redis or sqs. Raises UsageError for others."""
    kinds = {"amqp": "amqp", "amqps": "amqp", "pyamqp": "amqp", "redis": "redis", "rediss": "redis", "sqs": "sqs"}
    kind = kinds.get(broker.partition("://")[0])
    if kind is None:
        raise UsageError("broker", "is an unsupported kind of broker", "use an amqp://, redis:// or sqs:// URL")
    return kind


def _check_url(broker: str) -> None:
    """Raise UsageError for an invalid URL. The error shows no part of it: each part may belong to the password."""
    # kombu accepts several URLs, separated by semicolons.
    if not all(_is_valid(url) for url in broker.split(";")):
        remedy = "write / as %2F, ? as %3F, # as %23, @ as %40 and ; as %3B in user and password"
        raise UsageError("broker", "is not a valid URL", remedy)


def _is_valid(url: str) -> bool:
    transport = transport_of(url)
    try:
        virtual_host = (parse_url(url)["virtual_host"] or "").strip("/")
        # A /, ? or # in the password ends the host too early. Then the @ is found in a later part.
        host_is_whole = "@" not in "".join(urlsplit(url)[2:])
    except (ValueError, KeyError):
        return False
    # The virtual host of Redis is the number of a database.
    return host_is_whole and (transport != "redis" or not virtual_host or virtual_host.isdecimal())


def work_queues(scheme: str) -> tuple[Queue, Queue]:
    """Return the queues of orders and jobs, the more urgent one first."""
    arguments = {
        "x-dead-letter-exchange": "",
        "x-dead-letter-routing-key": DEAD,
        "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",
    }
    return _queue(SHORT, scheme, MOST_DELIVERIES, **arguments), _queue(LONG, scheme, MOST_DELIVERIES, **arguments)


def dead_queue(scheme: str) -> Queue:
    """Return the queue of dead letters. No worker consumes it."""
    return _queue(DEAD, scheme, MOST_DEAD_DELIVERIES)


def _queue(name: str, scheme: str, deliveries: int, **arguments: str) -> Queue:
    quorum = {"x-queue-type": "quorum", "x-delivery-limit": deliveries, **arguments} if scheme == "amqp" else None
    # The exchange without a name delivers a message to the queue that is named by the routing key.
    return Queue(name, Exchange(""), routing_key=name, queue_arguments=quorum)


@contextmanager
def calling(broker: str) -> Iterator[None]:
    """Translate the errors of the broker's libraries to DispatchFailed."""
    try:
        yield
    except errors_of(broker) as error:
        fault = f"the broker cannot be used ({type(error).__name__}: {error})"
        remedy = "check that it runs, then try again"
        if transport_of(broker) == "sqs":
            remedy = "check AWS's credentials (AWS_ACCESS_KEY_ID …), AWS_DEFAULT_REGION and the network, then try again"
        raise DispatchFailed(_without_password(broker), fault, remedy) from error


def errors_of(broker: str) -> tuple[type[Exception], ...]:
    """Return the errors that Celery and the broker's client library raise."""
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
    # A Redis URL may have a password in its query too.
    return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"


def deliveries_before(request: Mapping[str, Any], app: Celery) -> int:
    """Return how often the broker delivered a message before this delivery. Raises DispatchFailed."""
    broker = app.conf.broker_url
    transport = transport_of(broker)
    if transport == "amqp":
        return int(request.get("x-delivery-count") or 0)
    if transport == "sqs":
        # Celery's `delivery_info` lacks the attributes of SQS; the message's properties have them.
        delivery = (request.get("properties") or {}).get("delivery_info") or {}
        attributes = (delivery.get("sqs_message") or {}).get("Attributes") or {}
        return int(attributes.get("ApproximateReceiveCount", 1)) - 1
    # On Redis, kombu only says whether this is the first delivery.
    if not (request.get("delivery_info") or {}).get("redelivered"):
        return 0
    with calling(broker), app.connection_or_acquire() as connection:
        client, key = connection.default_channel.client, f"{_DELIVERIES_KEY}{request['id']}"
        deliveries = int(client.incr(key))
        client.expire(key, _DELIVERIES_SECONDS)
        return deliveries
