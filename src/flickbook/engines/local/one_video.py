"""Make one video in a pool of this machine, and wait for it."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from flickbook.core.model import Plan, Receipt, Recipe
from flickbook.engines.configuration import Settings
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.orders import Submission, name_of, plan_source, submit
from flickbook.errors import Damaged, InputError, Superseded
from flickbook.library.completion import withdraw
from flickbook.library.outbox import Outbox
from flickbook.storage import locate_video

Progress = Callable[[Plan, list[Receipt]], None]

# Seconds between two reads of receipts, by the scheme of the store.
_POLL_SECONDS = {"file": 0.2, "memory": 0.2}
_REMOTE_POLL_SECONDS = 1.0
# Seconds between two checks that the book's plan is still current.
_CHECK_SECONDS = 1.0


def make_video(
    dispatcher: PoolDispatcher,
    settings: Settings,
    video: str,
    out: str,
    recipe: Recipe,
    *,
    force: bool = False,
    progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
) -> Submission:
    """Plan the video at a path or URL, and make it below an output URL.

    `progress` is called with the receipts so far. Raises the errors of `plan_source` and `submit`, and Superseded if
    the book's plan is replaced or cancelled meanwhile.
    """
    with _refusal_announced(video, out, headers):
        dispatcher.prepare()
        planned = plan_source(video, recipe, settings.limits, headers=headers)
        sent = submit(planned, out, dispatcher, settings.engine, afresh=force)
        try:
            _wait(sent, dispatcher, progress)
        except Damaged:
            withdraw(sent.book, sent.plan.id)
            raise
        sent.book.check_current(sent.plan.id)
    return sent


@contextmanager
def _refusal_announced(video: str, out: str, headers: Mapping[str, str] | None) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        with suppress(InputError):
            name = name_of(locate_video(video, headers))
            Outbox(out).announce_refusal(name, error, f"{time.time()}")
        raise


def _wait(sent: Submission, dispatcher: PoolDispatcher, progress: Progress | None) -> None:
    """Wait for the last receipt, and call `progress` after each read of the store.

    Raises Superseded if the book's plan was replaced or cancelled; then the remaining jobs are cancelled.
    """
    scheme = sent.book.store.url.partition("://")[0]
    ended, checked = False, time.monotonic()
    while not ended:
        ended = dispatcher.wait(_POLL_SECONDS.get(scheme, _REMOTE_POLL_SECONDS))
        dispatcher.check(sent.plan.id)
        if time.monotonic() - checked > _CHECK_SECONDS:
            checked = time.monotonic()
            try:
                sent.book.check_current(sent.plan.id)
            except Superseded:
                dispatcher.cancel(sent.plan.id)
                raise
        if progress is not None:
            progress(sent.plan, sent.book.receipts(sent.plan))
