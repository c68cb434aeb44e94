"""Settings → parts: the one place that knows every part."""

from flickbook.dispatch.aws import EventBridgeDispatcher
from flickbook.dispatch.base import LocalDispatcher
from flickbook.dispatch.letters import DeadLetters
from flickbook.dispatch.pool import PoolDispatcher
from flickbook.settings import Settings


def make_dispatcher(settings: Settings) -> LocalDispatcher:
    """Build the engine that the settings ask for: a pool of processes on this machine."""
    return PoolDispatcher(settings.engine)


def make_dead_letters(settings: Settings) -> tuple[DeadLetters, EventBridgeDispatcher]:
    """Give the queue of dead letters on AWS and the bus on which they are sent again. Raises UsageError if unnamed."""
    return DeadLetters(settings.aws.dead_letters), EventBridgeDispatcher(settings.aws.bus)
