"""Looks at books in the output store, and shows them as answers."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from flickbook import naming
from flickbook.bind import is_whole
from flickbook.book import Book
from flickbook.catalogue import Catalogue, card_of
from flickbook.errors import WireError
from flickbook.model import Card, Plan, Receipt, State
from flickbook.web.answers import CardAnswer, Cell, CellState, Detail, Listing, SourceAnswer

PARALLEL_LOOKS = 16

_log = logging.getLogger("flickbook")


class Look(NamedTuple):
    """A book as it is found: its card, as plan and receipts have it, and those."""

    card: Card
    plan: Plan | None = None
    receipts: Sequence[Receipt] = ()
    storyboard: bool = False


class Looker:
    """Looks at one book, again and again: what was read before is not read again."""

    def __init__(self, out: str, name: str) -> None:
        self._catalogue = Catalogue(out)
        self._book = Book(out, name)
        self._name = name
        self._plan: Plan | None = None

    def look(self) -> Look | None:
        """Look at the book; None if there is none. Raises StoreError, OutputError or WireError."""
        # Names come from whoever asks, and `..` would lead out of the output.
        if not naming.is_name(self._name):
            return None
        card = self._catalogue.card(self._name)
        # A plan is large, and another one comes with another card.
        if self._plan is None or card is None or _is_other(card, self._plan):
            self._plan = self._book.plan()
        plan = self._plan
        if plan is None:
            return None if card is None or card.plan else Look(card)
        receipts = self._book.receipts(plan)
        live = self._live(card, plan, receipts)
        done = live.state in ("complete", "partial")
        return Look(live, plan, receipts, done and self._book.store.has(naming.VTT_KEY))

    def _live(self, card: Card | None, plan: Plan, receipts: Sequence[Receipt]) -> Card:
        """Give the card as the receipts have it: a book's last worker may have died before it wrote one."""
        if card is not None and (card.state in ("waiting", "refused") or _is_final(card, plan)):
            return card
        bound = is_whole(plan, receipts) and self._book.store.has(naming.MANIFEST_KEY)
        whole: State = "complete" if all(receipt.ok for receipt in receipts) else "partial"
        unbound: State = "cancelled" if plan.cancelled else "making"
        live = replace(card_of(plan, receipts, whole if bound else unbound), name=self._name)
        return live if card is None else replace(live, added=card.added, begun=card.begun)


def list_videos(out: str, after: str, limit: int, search: str) -> Listing:
    """List books by name: so many at most, after a name, those with a text in their names."""
    catalogue = Catalogue(out)
    names = catalogue.names(after, search)
    videos: list[CardAnswer] = []
    waiting = iter(names)
    last = ""
    with ThreadPoolExecutor(PARALLEL_LOOKS) as pool:
        # A card whose book is gone or cannot be read is passed over, and others fill the page.
        while len(videos) < limit and (some := list(islice(waiting, limit - len(videos)))):
            last = some[-1]
            cards = pool.map(lambda name: _readable_card(catalogue, out, name), some)
            videos += [show_card(card) for card in cards if card is not None]
    more = bool(names) and last != names[-1]
    return Listing(videos=videos, next=last if more else None)


def _readable_card(catalogue: Catalogue, out: str, name: str) -> Card | None:
    try:
        return _card_in_list(catalogue, out, name)
    except WireError as error:
        # One that a power cut left empty, say, must not take all others away.
        _log.error("%s", error)
        return None


def _card_in_list(catalogue: Catalogue, out: str, name: str) -> Card | None:
    card = catalogue.card(name)
    if card is None or not card.plan:
        return card
    if card.state in ("making", "cancelled"):
        seen = Looker(out, name).look()
        return None if seen is None else seen.card
    return card if Book(out, name).store.has(naming.PLAN_KEY) else None


def _is_other(card: Card, plan: Plan) -> bool:
    return card.plan != plan.id or (card.state == "cancelled") != plan.cancelled


def _is_final(card: Card, plan: Plan) -> bool:
    return card.state in ("complete", "partial") and card.plan == plan.id


def show_card(card: Card) -> CardAnswer:
    """Give a card as it is answered."""
    return CardAnswer(**_card_fields(card))


def show_detail(seen: Look, *, writes: bool) -> Detail:
    """Give all of a book as it is answered; where the source lies is for those who may write."""
    card, plan = seen.card, seen.plan
    speed, left = pace(seen)
    base = base_of(card)
    video = plan.video if plan is not None else None
    source = plan.source if plan is not None else None
    done = card.state in ("complete", "partial")
    return Detail(
        **_card_fields(card),
        source=None if source is None else SourceAnswer(url=source.url if writes else None, size=source.size),
        width=None if video is None else video.width,
        height=None if video is None else video.height,
        codec=None if video is None else video.codec,
        frame_rate=None if video is None else float(video.frame_rate),
        recipe=None if plan is None else recipe_of(plan),
        cells=cells_of(seen),
        speed=speed,
        left=left,
        manifest=f"{base}{naming.MANIFEST_KEY}" if base and done else None,
        storyboard=f"{base}{naming.VTT_KEY}" if base and seen.storyboard else None,
        video=None if plan is None else f"/api/videos/{quote(card.name)}/video",
        lost=0.0 if video is None else float(video.lost),
    )


def base_of(card: Card) -> str | None:
    """Give the URL below which the files of a card's plan lie, or None before there is a plan."""
    return f"/v/{quote(card.name)}/~{card.plan}/" if card.plan else None


def cells_of(seen: Look) -> list[Cell]:
    """Give every snippet of the plan, and what became of it."""
    if seen.plan is None:
        return []
    settled = {receipt.snippet.start: receipt for receipt in seen.receipts if receipt.settled}
    cells = []
    for snippet in seen.plan.snippets:
        receipt = settled.get(snippet.start)
        failure = None if receipt is None else receipt.failure
        state: CellState = "waiting" if receipt is None else "done" if receipt.ok else "failed"
        error = None if failure is None else failure.message
        cells.append(Cell(start=snippet.start, end=float(snippet.end), state=state, error=error))
    return cells


def pace(seen: Look) -> tuple[float | None, float | None]:
    """Give the seconds of video that are made in a second, and the seconds that what is left will take at that pace.

    Only what was made since work was last begun counts; from when the first of those snippets was begun to when
    the last was done. None as long as there is nothing to tell it from.
    """
    plan, begun = seen.plan, seen.card.begun
    timed = [(receipt, receipt.timing) for receipt in seen.receipts if receipt.timing is not None]
    fresh = [(receipt, timing) for receipt, timing in timed if timing.begun >= begun]
    if plan is None or not fresh or seen.card.state == "waiting":
        return None, None
    span = max(timing.begun + timing.wall for _, timing in fresh) - min(timing.begun for _, timing in fresh)
    made = float(sum((receipt.snippet.length for receipt, _ in fresh), Fraction(0)))
    speed = made / max(span, 0.001)
    settled = sum((receipt.snippet.length for receipt in seen.receipts if receipt.settled), Fraction(0))
    left = float(plan.video.duration - settled) / speed if seen.card.state == "making" else None
    return round(speed, 2), None if left is None else round(left, 1)


def recipe_of(plan: Plan) -> dict[str, int | float | bool | str | None]:
    """Give a recipe in plain numbers."""
    fields = msgspec.structs.asdict(plan.recipe)
    return {name: float(value) if isinstance(value, Fraction) else value for name, value in fields.items()}


def _card_fields(card: Card) -> dict[str, Any]:
    base = base_of(card)
    return {
        "name": card.name,
        "title": naming.last_part(card.name),
        "state": card.state,
        "added": card.added,
        "duration": card.duration,
        "snippet": card.snippet,
        "snippets": card.snippets,
        "done": card.done,
        "failed": card.failed,
        "base": base,
        "poster": f"{base}{quote(card.poster)}" if base and card.poster else None,
        "gif": f"{base}{quote(card.gif)}" if base and card.gif else None,
        "error": None if card.failure is None else card.failure.message,
    }
