"""Settings → parts: the one place that knows every part."""

from flickbook.dispatch.base import LocalDispatcher
from flickbook.dispatch.pool import PoolDispatcher
from flickbook.settings import Settings


def make_dispatcher(settings: Settings) -> LocalDispatcher:
    """Build the engine that the settings ask for: a pool of processes on this machine."""
    return PoolDispatcher(settings.engine)
