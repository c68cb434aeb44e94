"""Orders from a distance: a cluster is asked to make a video, and the output store tells how far it is."""

import time
from collections.abc import Callable
from math import inf
from typing import TYPE_CHECKING

from flickbook import errors, naming
from flickbook.book import Book
from flickbook.catalogue import Catalogue
from flickbook.errors import Cancelled, DispatchFailed, FlickbookError, RenderFailed
from flickbook.model import Card, Manifest, Order, Plan, Receipt, Recipe
from flickbook.planning import check_recipe
from flickbook.storage import find_source, key_of, locate

if TYPE_CHECKING:
    # Celery is an extra, which a watch that makes the videos itself does without.
    from flickbook.dispatch.celery.dispatcher import CeleryDispatcher

Progress = Callable[[Plan, list[Receipt]], None]

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
    # Before the card says that it waits.
    cluster.check()
    wanted = Order(url, naming.book_name(key_of(url)), recipe, locate(out), afresh)
    catalogue = Catalogue(wanted.out)
    held = catalogue.card(wanted.name)
    wanted = catalogue.order(wanted).order or wanted
    try:
        cluster.order(wanted)
    except DispatchFailed:
        if held is None:
            catalogue.drop(wanted.name)
        else:
            catalogue.note(held)
        raise
    return wanted


def follow(wanted: Order, progress: Progress) -> tuple[Manifest, list[Receipt], list[Receipt]]:
    """Wait until an order is filled; give the manifest, all receipts, and those that are older than its plan.

    `progress` is called with the receipts so far. Raises what the planner refused the video for, or Cancelled.
    """
    catalogue, book = Catalogue(wanted.out), Book(wanted.out, wanted.name)
    signed = False
    while True:
        card = catalogue.card(wanted.name)
        if card is not None and card.state != "waiting":
            _check(card)
            plan = book.plan()
            if plan is not None and plan.id == card.plan:
                receipts = book.receipts(plan)
                progress(plan, receipts)
                signed = len(receipts) == len(plan.snippets)
                manifest = book.manifest()
                if card.state in ("complete", "partial") and manifest is not None and manifest.plan == plan.id:
                    return manifest, receipts, [receipt for receipt in receipts if _begun(receipt) < card.begun]
        time.sleep(LAST_LOOK_SECONDS if signed else LOOK_SECONDS)


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
