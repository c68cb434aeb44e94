"""AWS Lambda's handlers: each turns an event into the calls that the command line makes.

`plan` is invoked by uploads, `render` by jobs, `bury` by Lambda when it has given a job up. All may run twice, late
or out of order: everything they decide is decided by what lies in the stores.
"""

import logging
import os
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from flickbook import notifications
from flickbook.core import wire
from flickbook.core.model import Job, Source
from flickbook.core.settings import usable_cores
from flickbook.engines.aws.dead_events import failure_in
from flickbook.engines.aws.eventbridge import JOB_PLANNED, REFUSED, EventBridgeDispatcher
from flickbook.engines.configuration import Settings, load
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import (
    InputError,
    NameTaken,
    SourceChanged,
    SourceDenied,
    Superseded,
    UsageError,
    WireError,
    as_ours,
)
from flickbook.library.completion import failure_of, give_up, set_back
from flickbook.storage import shown

Event = dict[str, Any]

_log = logging.getLogger("flickbook")
_log.setLevel(logging.INFO)


def plan(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Plan every video that an event says was uploaded, and put its jobs on the bus.

    A video at fault is refused in a `Video Refused` event. All else is raised, once the others are planned, so that
    Lambda tries again and then keeps the event as a dead letter.
    """
    planned, raised = [], []
    for source in notifications.uploads(event):
        try:
            planned.append(_plan_one(source))
        except Exception as error:  # noqa: BLE001  # raised below
            _log.error("%s: could not be planned (%s)", shown(source.url), error)
            raised.append(error)
    if raised:
        raise raised[0]
    return {"videos": planned}


def render(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Do the job that an event carries.

    What no second attempt can mend is given up at once; all else is signed as a failed attempt and raised, so
    that Lambda tries again.
    """
    job = _job_of(event)
    try:
        _render_job(job)
    except Superseded as error:
        _log.info(str(error), extra=_told(job))
    return _told(job)


def bury(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Sign failure receipts for a job that Lambda has given up, so that the rest of its book is bound.

    `event` is Lambda's record of an asynchronous invocation.
    """
    job = _job_of(event.get("requestPayload"))
    failure = failure_in(event, shown(job.source.url))
    try:
        give_up(job, failure, int(event.get("requestContext", {}).get("approximateInvokeCount", 1)))
        _log.error("gave up: %s", failure.message, extra=_told(job))
    except Superseded as error:
        _log.info(str(error), extra=_told(job))
    return _told(job)


def _plan_one(source: Source) -> Event:
    settings = _settings()
    bus = _bus(settings.aws.bus)
    # One snippet a job: here workers cost nothing, and the film is done when its longest job is.
    engine = replace(settings.engine, run_length=1)
    try:
        planned = plan_source(source.url, settings.recipe, settings.limits)
        sent = submit(planned, settings.aws.out, bus, engine)
    except (SourceDenied, SourceChanged):
        raise  # our own rights are at fault, not the video; or it is to be planned as it is now
    except (InputError, NameTaken) as error:
        _log.error(str(error))
        refusal: dict[str, object] = {"video": source.url, "error": type(error).__name__, "message": str(error)}
        bus.announce(REFUSED, refusal)
        return refusal
    jobs = len(planned.snippets) - len(sent.before)
    told = {"video": source.url, "book": sent.book.where, "plan": sent.plan.id, "jobs": jobs}
    _log.info("planned", extra=told)
    return told


def _render_job(job: Job) -> None:
    try:
        work(job, threads=usable_cores())
    except Superseded:
        raise
    except Exception as raised:
        error = as_ours(raised, shown(job.source.url), "could not be rendered")
        _log.error(str(error), extra=_told(job))
        # Rights are for an operator to mend, who looks at failed invocations and dead letters.
        if error.retryable or isinstance(error, SourceDenied):
            set_back(job, error)
            raise
        give_up(job, failure_of(error))
    else:
        _log.info("rendered", extra=_told(job))


def _told(job: Job) -> Event:
    return {"book": job.name, "plan": job.plan, "start": job.snippets[0].start}


def _job_of(event: object) -> Job:
    if not isinstance(event, dict) or event.get("detail-type") != JOB_PLANNED:
        raise WireError("event", "carries no job", f"send events of detail-type `{JOB_PLANNED}` only")
    return wire.decode(msgspec.json.encode(event.get("detail")), Job, "event")


def _settings() -> Settings:
    settings = load(environ=os.environ)
    if not settings.aws.out:
        raise UsageError("FLICKBOOK_OUT", "is not set", "give the URL below which books are put")
    return settings


@cache
def _bus(name: str) -> EventBridgeDispatcher:
    """Connect once in a function's life: making boto3's client takes longer than putting an event."""
    return EventBridgeDispatcher(name)
