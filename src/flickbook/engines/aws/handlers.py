"""The handlers for AWS Lambda: each turns an event into the calls that the command line makes.

Uploads invoke `plan`, jobs invoke `render`, and Lambda invokes `handle_failure` when it gives up a job. Handlers may
run twice, late or out of order: they decide everything by the contents of the stores.
"""

import logging
import os
from contextlib import AbstractContextManager, suppress
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from flickbook import notifications
from flickbook.core import wire
from flickbook.core.model import Job, Source
from flickbook.core.settings import usable_cores
from flickbook.engines.aws.dead_events import failure_in
from flickbook.engines.aws.eventbridge import JOB_PLANNED, REFUSED, EventBridgeDispatcher, Message
from flickbook.engines.configuration import Settings, load
from flickbook.engines.job import work
from flickbook.engines.orders import name_of, plan_source, submit
from flickbook.errors import (
    InputError,
    NameRefused,
    NameTaken,
    SourceChanged,
    SourceDenied,
    Superseded,
    UsageError,
    WireError,
    as_ours,
)
from flickbook.library.completion import failure_of, give_up, record_attempt
from flickbook.library.outbox import Outbox
from flickbook.library.previews import Previews
from flickbook.storage import shown
from flickbook.webhooks.courier import delivering
from flickbook.webhooks.delivery import Deliverer

Event = dict[str, Any]

_log = logging.getLogger("flickbook")
_log.setLevel(logging.INFO)


def plan(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Plan every uploaded video in an event, and put its jobs on the bus.

    If a video is at fault, a `Video Refused` event is put on the bus. Any other error is raised after all videos are
    planned; then Lambda tries again, and at last keeps the event as a dead letter.
    """
    settings = load_settings()
    with _delivering(settings.aws.out):
        return _plan_all(event, Previews(settings.aws.out))


def _plan_all(event: Event, previews: Previews) -> Event:
    planned, raised = [], []
    for source in notifications.uploads(event):
        try:
            # A preview in the bucket of the videos is announced too.
            if not previews.has(source.url):
                planned.append(_plan_video(source))
        except Exception as error:  # noqa: BLE001  # raised below
            _log.error("%s: could not be planned (%s)", shown(source.url), error)
            raised.append(error)
    if raised:
        raise raised[0]
    return {"videos": planned}


def render(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Do the job in an event.

    An error that would come again gives up the job at once. For any other error a failed attempt is recorded, and the
    error is raised, so that Lambda tries again.
    """
    job = _job_of(event)
    with _delivering(job.out):
        try:
            _render_job(job)
        except Superseded as error:
            _log.info(str(error), extra=_fields(job))
    return _fields(job)


def handle_failure(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Store failure receipts for a job that Lambda has given up, so that its book can be completed.

    `event` is Lambda's record of an asynchronous invocation.
    """
    job = _job_of(event.get("requestPayload"))
    failure = failure_in(event, shown(job.source.url))
    attempts = int(event.get("requestContext", {}).get("approximateInvokeCount", 1))
    with _delivering(job.out):
        try:
            give_up(job, failure, attempts)
            _log.error("gave up: %s", failure.message, extra=_fields(job))
        except Superseded as error:
            _log.info(str(error), extra=_fields(job))
    return _fields(job)


def deliver(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Deliver the events that are due to the webhook. A schedule calls it."""
    settings = load_settings()
    delivered = Deliverer(settings.webhook, settings.aws.out).deliver()
    return delivered._asdict()


def _plan_video(source: Source) -> Event:
    settings = load_settings()
    bus = _bus(settings.aws.bus)
    # One snippet per job, or some with a tolerance: idle workers cost nothing here, and the film is done when its
    # longest job is.
    engine = replace(settings.engine, run_length=1)
    try:
        planned = plan_source(source.url, settings.recipe, settings.limits)
        sent = submit(planned, settings.aws.out, bus, engine)
    except (SourceDenied, SourceChanged):
        raise  # the function's own permissions are at fault, or the video changed and must be planned again
    except (InputError, NameTaken) as error:
        _log.error(str(error))
        if isinstance(error, InputError):
            with suppress(NameRefused):
                version = f"{source.url} {source.etag} {source.size}"
                Outbox(settings.aws.out).announce_refusal(name_of(source.url), error, version)
        refusal: dict[str, object] = {"video": source.url, "error": type(error).__name__, "message": str(error)}
        bus.put([Message(REFUSED, msgspec.json.encode(refusal))])
        return refusal
    jobs = len(planned.snippets) - len(sent.before)
    fields = {"video": source.url, "book": sent.book.where, "plan": sent.plan.id, "jobs": jobs}
    _log.info("planned", extra=fields)
    return fields


def _render_job(job: Job) -> None:
    try:
        work(job, threads=usable_cores())
    except Superseded:
        raise
    except Exception as raised:
        error = as_ours(raised, shown(job.source.url), "could not be rendered")
        _log.error(str(error), extra=_fields(job))
        # Missing permissions are retried too: an operator sees the failed invocations and dead letters and adds them.
        if error.retryable or isinstance(error, SourceDenied):
            record_attempt(job, error)
            raise
        give_up(job, failure_of(error))
    else:
        _log.info("rendered", extra=_fields(job))


def _delivering(out: str) -> AbstractContextManager[None]:
    """Deliver new events after the body; each function would wait for a webhook that is down, so a schedule retries."""
    return delivering(load_settings().webhook, out, only_new=True)


def _fields(job: Job) -> Event:
    return {"book": job.name, "plan": job.plan, "start": job.snippets[0].start}


def _job_of(event: object) -> Job:
    if not isinstance(event, dict) or event.get("detail-type") != JOB_PLANNED:
        raise WireError("event", "contains no job", f"send events of detail-type `{JOB_PLANNED}` only")
    return wire.decode(msgspec.json.encode(event.get("detail")), Job, "event")


def load_settings() -> Settings:
    """Return the settings of a function. Raises UsageError if it has no output."""
    settings = load(environ=os.environ)
    if not settings.aws.out:
        raise UsageError("FLICKBOOK_OUT", "is not set", "set it to the URL for books")
    return settings


@cache
def _bus(name: str) -> EventBridgeDispatcher:
    """Connect once per environment: creating boto3's client takes longer than putting an event."""
    return EventBridgeDispatcher(name)
