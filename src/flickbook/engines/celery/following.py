"""Orders from a distance: a cluster is asked to make a video, and the output store tells how far it is."""

import time
from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from flickbook import errors
from flickbook.core import layout
from flickbook.core.manifest import state_of
from flickbook.core.model import Card, Manifest, Order, Plan, Receipt, Recipe
from flickbook.errors import Cancelled, DispatchFailed, FlickbookError, RenderFailed, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.index import Catalogue, card_of
from flickbook.outputs.recipes import check_recipe
from flickbook.storage import find_source, key_of, locate

if TYPE_CHECKING:
    # Celery is an extra, which a watch that makes the videos itself does without.
    from flickbook.engines.celery.dispatcher import CeleryDispatcher

Progress = Callable[[Plan, list[Receipt]], None]
Away = Callable[[StoreError], None]

_AGAIN = "submit its video again to have it made"

LOOK_SECONDS = 0.5
# When all is signed, only binding is left, which takes a moment.
LAST_LOOK_SECONDS = 0.05


def order(cluster: "CeleryDispatcher", video: str, out: str, recipe: Recipe, *, afresh: bool = False) -> Order:
    """Have a cluster make the video at a path or URL, and return as soon as the broker has the order.

    Raises InputError, UsageError, NameTaken, StoreError or DispatchFailed; then nothing was ordered.
    """
    check_recipe(recipe)
    url = locate(video)
    find_source(url)
    return send(cluster, Order(url, layout.book_name(key_of(url)), recipe, locate(out), afresh))


def send(cluster: "CeleryDispatcher", wanted: Order) -> Order:
    """Note an order on its book's card, send it, and give it as it was sent.

    Raises NameTaken, OutputError, StoreError or DispatchFailed; then nothing was ordered.
    """
    # Before the card says that it waits.
    cluster.check()
    catalogue = Catalogue(wanted.out)
    held = catalogue.card(wanted.name)
    wanted = catalogue.order(wanted).order or wanted
    try:
        cluster.order(wanted)
    except (DispatchFailed, KeyboardInterrupt, SystemExit):
        _take_back(wanted, held)
        raise
    return wanted


def follow(
    wanted: Order, progress: Progress, patience: float, away: Away
) -> tuple[Manifest, list[Receipt], list[Receipt]]:
    """Wait until an order is filled; give the manifest, all receipts, and those that are older than its plan.

    `progress` is called with the receipts so far. A store that does not answer is waited for, `patience` seconds from
    its first failure on, of which `away` is told. Raises what the planner refused the video for, Cancelled or
    StoreError.
    """
    failing = 0.0
    while True:
        try:
            seen = _look(wanted)
            failing = 0.0
        except StoreError as error:
            if not failing:
                failing = time.monotonic()
                away(error)
            if time.monotonic() - failing >= patience:
                raise
            time.sleep(LOOK_SECONDS)
            continue
        _check(seen.card)
        if seen.plan is not None:
            progress(seen.plan, seen.receipts)
        if seen.manifest is not None:
            begun = seen.card.begun
            return seen.manifest, seen.receipts, [one for one in seen.receipts if _begun(one) < begun]
        signed = seen.plan is not None and len(seen.receipts) == len(seen.plan.snippets)
        time.sleep(LAST_LOOK_SECONDS if signed else LOOK_SECONDS)


class _Seen(NamedTuple):
    """What the store has of an order: plan and receipts once it is planned, the manifest once it is filled."""

    card: Card
    plan: Plan | None
    receipts: list[Receipt]
    manifest: Manifest | None


def _take_back(wanted: Order, held: Card | None) -> None:
    """Have the card say what it would say without an order that could not be sent; `held` is what it said before."""
    book, catalogue = Book(wanted.out, wanted.name), Catalogue(wanted.out)
    card = catalogue.card(wanted.name)
    if card is None or card.state != "waiting" or card.order != wanted:
        # Somebody got the order after all, or gave another.
        return
    if held is None:
        catalogue.drop(wanted.name)
        return
    plan = book.plan() if held.state == "making" else None
    if plan is not None:
        # Nobody notes on a card that waits how far the plan before has come.
        receipts = book.receipts(plan)
        held = card_of(plan, receipts, state_of(plan, receipts, book.manifest())).after(held)
    elif held.state == "waiting":
        # A worker that got the order before meanwhile has dropped it for this one; one that gets it yet fills it.
        fault = "may have been dropped for a later order, which could not be sent"
        held = replace(held, state="refused", failure=failure_of(DispatchFailed(wanted.name, fault, _AGAIN)))
    catalogue.restore(held)


def _look(wanted: Order) -> _Seen:
    card, book = Catalogue(wanted.out).card(wanted.name), Book(wanted.out, wanted.name)
    if card is None:
        raise Cancelled(wanted.name, "was deleted meanwhile", _AGAIN)
    if card.state == "waiting" or not card.fills(wanted):
        return _Seen(card, None, [], None)
    plan = book.plan()
    if plan is None or plan.id != card.plan:
        return _Seen(card, None, [], None)
    receipts, manifest = book.receipts(plan), book.manifest()
    filled = card.state in ("complete", "partial") and manifest is not None and manifest.plan == plan.id
    return _Seen(card, plan, receipts, manifest if filled else None)


def _begun(receipt: Receipt) -> float:
    return receipt.timing.begun if receipt.timing is not None else inf


def _check(card: Card) -> None:
    if card.state == "cancelled":
        raise Cancelled(card.name, "was cancelled", "submit it again to go on where it stopped")
    if card.state == "refused" and card.failure is not None:
        raise _error_of(card.name, card.failure.error, card.failure.message)


def _error_of(name: str, kind: str, message: str) -> FlickbookError:
    """Give the error of which a card tells: its class and its line, which begins with the book's name."""
    found = getattr(errors, kind, RenderFailed)
    raised = found if isinstance(found, type) and issubclass(found, FlickbookError) else RenderFailed
    fault, _, remedy = message.removeprefix(f"{name}: ").rstrip(".").rpartition("; ")
    return raised(name, fault or remedy, remedy)
