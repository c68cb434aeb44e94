"""The queues of a broker that tests share."""

from kombu.connection import Connection

from flickbook.dispatch.celery.dispatcher import CeleryDispatcher
from flickbook.dispatch.celery.queues import DEAD, LONG, SHORT
from flickbook.settings import Cluster


def empty(broker: str) -> None:
    """Forget what earlier tests left."""
    with CeleryDispatcher(Cluster(broker=broker)) as sender:
        # It makes the queues where there are none.
        sender.check()
    with Connection(broker) as connection, connection.channel() as channel:
        for queue in (SHORT, LONG, DEAD):
            channel.queue_purge(queue)
