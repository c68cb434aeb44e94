"""Settings → parts: the one place that knows every part."""

from typing import TYPE_CHECKING

from flickbook.dispatch.aws import EventBridgeDispatcher
from flickbook.dispatch.base import LocalDispatcher
from flickbook.dispatch.letters import DeadLetters
from flickbook.dispatch.pool import PoolDispatcher
from flickbook.settings import Settings

if TYPE_CHECKING:
    # Celery takes a while to load, and is an extra.
    from flickbook.dispatch.celery.dispatcher import CeleryDispatcher


def make_dispatcher(settings: Settings) -> LocalDispatcher:
    """Build the engine that the settings ask for: a pool of processes on this machine."""
    return PoolDispatcher(settings.engine)


def make_cluster(settings: Settings) -> "CeleryDispatcher":
    """Give the way to a cluster's workers. Raises UsageError where no broker is named or Celery is missing."""
    from flickbook.dispatch.celery.dispatcher import CeleryDispatcher

    return CeleryDispatcher(settings.cluster, visibility(settings))


def visibility(settings: Settings) -> float:
    """Give the seconds after which others get a message too, on brokers that do not notice a worker's death.

    No worker may have one for longer: the turn it is at, and the snippet that it ends with, tried until patience ends.
    """
    cluster = settings.cluster
    return cluster.longest_turn + settings.engine.snippet_timeout + cluster.patience + 60.0


def make_dead_letters(settings: Settings) -> tuple[DeadLetters, EventBridgeDispatcher]:
    """Give the queue of dead letters on AWS and the bus on which they are sent again. Raises UsageError if unnamed."""
    return DeadLetters(settings.aws.dead_letters), EventBridgeDispatcher(settings.aws.bus)
