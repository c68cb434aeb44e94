"""Settings → parts: the one place that knows every part, each of which is loaded only when it is asked for."""

from typing import TYPE_CHECKING

from flickbook.engines.base import LocalDispatcher
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters
from flickbook.errors import UsageError

if TYPE_CHECKING:
    from flickbook.engines.celery.dispatcher import CeleryDispatcher


def make_dispatcher(settings: Settings, niceness: int = 0) -> LocalDispatcher:
    """Build the engine that the settings ask for: a pool of processes on this machine, of a niceness from 0 to 19."""
    from flickbook.engines.local.pool import PoolDispatcher

    return PoolDispatcher(settings.engine, niceness)


def make_cluster(settings: Settings) -> "CeleryDispatcher":
    """Give the way to a cluster's workers. Raises UsageError where no broker is named or Celery is missing."""
    from flickbook.engines.celery.dispatcher import CeleryDispatcher

    return CeleryDispatcher(settings.cluster, visibility(settings))


def visibility(settings: Settings) -> float:
    """Give the seconds after which others get a message too, on brokers that do not notice a worker's death.

    No worker may have one for longer: a turn and the snippet that it ends with, and once more where a store failed.
    """
    cluster = settings.cluster
    return 2 * (cluster.longest_turn + settings.engine.snippet_timeout) + cluster.patience + 60.0


def make_dead_letters(settings: Settings) -> DeadLetters:
    """Give the queue of dead letters of a cluster or on AWS. Raises UsageError unless just one of both is named."""
    broker, queue = settings.cluster.broker, settings.aws.dead_letters
    if broker and queue:
        remedy = "say by --broker or by --dead-letters which of both is meant"
        raise UsageError("FLICKBOOK_BROKER", "is set, and FLICKBOOK_DEAD_LETTERS too", remedy)
    if broker:
        from flickbook.engines.celery.dead_queue import CeleryDeadLetters

        return CeleryDeadLetters(make_cluster(settings))
    if not queue:
        remedy = "name the SQS queue's URL there or in FLICKBOOK_DEAD_LETTERS, or a cluster's broker by --broker"
        raise UsageError("--dead-letters", "is not given", remedy)
    from flickbook.engines.aws.dead_events import EventDeadLetters

    return EventDeadLetters(queue, settings.aws.bus)
