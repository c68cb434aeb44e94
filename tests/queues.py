"""The queues of a broker that tests share."""

from kombu.connection import Connection

from flickbook.core.settings import Cluster
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import DEAD, LONG, SHORT, transport_of

# Where kombu keeps in Redis what was taken and not acknowledged, by when it was taken, and who may give it out again.
TAKEN, TAKEN_AT, TAKEN_LOCK = "unacked", "unacked_index", "unacked_mutex"


def empty(broker: str) -> None:
    """Forget what earlier tests left."""
    with CeleryDispatcher(Cluster(broker=broker)) as sender:
        # It makes the queues where there are none.
        sender.check()
    with Connection(broker) as connection, connection.channel() as channel:
        if transport_of(broker) == "redis":
            channel.client.delete(TAKEN, TAKEN_AT, TAKEN_LOCK)
        for queue in (SHORT, LONG, DEAD):
            channel.queue_purge(queue)


def age(broker: str) -> None:
    """Let all that was taken from a Redis, and not acknowledged, be as old as it must be for others to get it."""
    with Connection(broker) as connection, connection.channel() as channel:
        client = channel.client
        # Whoever died may have been just looking for what is old.
        client.delete(TAKEN_LOCK)
        for tag in client.zrange(TAKEN_AT, 0, -1):
            client.zadd(TAKEN_AT, {tag: 1})
