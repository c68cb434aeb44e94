"""Engines by name: the one place that knows them all, each of which is loaded only when it is asked for."""

from importlib.metadata import EntryPoint, entry_points

from flickbook.engines.base import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters
from flickbook.errors import FlickbookError, UsageError

# Installed packages name their engines by entry points of this group.
GROUP = "flickbook.engines"
BUILT_IN = {
    "pool": "flickbook.engines.local.local_engine:LocalEngine",
    "celery": "flickbook.engines.celery.celery_engine:CeleryEngine",
}


def make_engine(settings: Settings, name: str = "", *, service: bool = False) -> Engine:
    """Build the engine of a name, or else the one that the settings ask for.

    `service` is true for a program that others wait for: then pictures on this machine give way to it. Raises
    UsageError for an engine that is not installed, or that lacks a setting.
    """
    name = name or settings.engine.engine
    if name in BUILT_IN:
        return _load(EntryPoint(name, BUILT_IN[name], GROUP), settings, service)
    for found in entry_points(group=GROUP, name=name):
        return _load(found, settings, service)
    raise UsageError(f"engine {name!r}", "is not installed", f"the engines are {', '.join(names())}")


def names() -> list[str]:
    """List the names of the engines that there are."""
    return [*BUILT_IN, *sorted(entry_points(group=GROUP).names)]


def make_dead_letters(settings: Settings) -> DeadLetters:
    """Open the queue of dead letters of a cluster or on AWS. Raises UsageError unless just one of both is named."""
    broker, queue = settings.cluster.broker, settings.aws.dead_letters
    if broker and queue:
        remedy = "say by --broker or by --dead-letters which of both is meant"
        raise UsageError("FLICKBOOK_BROKER", "is set, and FLICKBOOK_DEAD_LETTERS too", remedy)
    if broker:
        with make_engine(settings, "celery") as engine:
            letters = engine.dead_letters()
        assert letters is not None
        return letters
    if not queue:
        remedy = "name the SQS queue's URL there or in FLICKBOOK_DEAD_LETTERS, or a cluster's broker by --broker"
        raise UsageError("--dead-letters", "is not given", remedy)
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
        fault = f"cannot be used ({type(engine).__name__}: it is no flickbook.engines.base.Engine)"
        raise UsageError(subject, fault, remedy)
    return engine
