"""Engines by name: the one list of all engines. An engine is imported when it is chosen."""

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points

from flickbook.engines.base import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters
from flickbook.errors import FlickbookError, UsageError

# The entry points by which installed packages add engines.
GROUP = "flickbook.engines"
BUILT_IN = {
    "pool": "flickbook.engines.local.local_engine:LocalEngine",
    "celery": "flickbook.engines.celery.celery_engine:CeleryEngine",
}


def make_engine(
    settings: Settings, name: str = "", *, service: bool = False, offered: Sequence[str] | None = None
) -> Engine:
    """Create the engine with a name, by default the one in the settings.

    `service` is true for a program that answers requests: workers on this machine then yield to it. Raises UsageError
    if the engine is not installed or lacks a setting; the error lists the engines in `offered`, by default all.
    """
    name = name or settings.engine.engine
    if name in BUILT_IN:
        return _load(EntryPoint(name, BUILT_IN[name], GROUP), settings, service)
    for found in entry_points(group=GROUP, name=name):
        return _load(found, settings, service)
    raise UsageError(f"engine {name!r}", "is not installed", f"the engines are {', '.join(offered or names())}")


def names() -> list[str]:
    """List the names of all installed engines."""
    return [*BUILT_IN, *sorted(entry_points(group=GROUP).names)]


def make_dead_letters(settings: Settings) -> DeadLetters:
    """Open the dead letters of a cluster or of AWS. Raises UsageError unless exactly one of them is configured."""
    broker, queue = settings.cluster.broker, settings.aws.dead_letters
    if broker and queue:
        fault = "is set, and FLICKBOOK_DEAD_LETTERS too"
        raise UsageError("FLICKBOOK_BROKER", fault, "choose one of them by --broker or --dead-letters")
    if broker:
        with make_engine(settings, "celery") as engine:
            letters = engine.dead_letters()
        assert letters is not None
        return letters
    if not queue:
        fault = "no cluster or AWS queue is named"
        remedy = (
            "pass --broker (FLICKBOOK_BROKER), or the URL of an SQS queue by --dead-letters (FLICKBOOK_DEAD_LETTERS)"
        )
        raise UsageError("dead letters", fault, remedy)
    from flickbook.engines.aws.dead_events import EventDeadLetters

    return EventDeadLetters(queue, settings.aws.bus)


def _load(found: EntryPoint, settings: Settings, service: bool) -> Engine:
    subject, remedy = f"engine {found.name} of {found.value}", "update or remove its package"
    try:
        engine = found.load()(settings, service=service)
    except FlickbookError:
        raise
    except Exception as error:
        raise UsageError(subject, f"cannot be used ({type(error).__name__}: {error})", remedy) from error
    if not isinstance(engine, Engine):
        fault = f"cannot be used ({type(engine).__name__} is not a flickbook.engines.base.Engine)"
        raise UsageError(subject, fault, remedy)
    return engine
