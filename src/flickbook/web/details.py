"""Answers about books: lists of them, all of one, and its progress."""

import logging
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any
from urllib.parse import quote

import msgspec

from flickbook.core import layout
from flickbook.core.model import Entry, Plan
from flickbook.engines.base import FramesSeen
from flickbook.errors import CodecUnsupported, Damaged, Encrypted, FormatRefused, NoVideo, WireError
from flickbook.outputs.registry import usable
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.web.answer_types import CardAnswer, Detail, Listing, RecipeAnswer, SourceAnswer
from flickbook.web.catalogue import Choice
from flickbook.web.views import View, Views

PARALLEL_READS = 16

# Fields that an answer copies from the entry.
_SAME_FIELDS = ("name", "state", "added", "duration", "snippet", "snippets", "done", "failed")

# The file itself is at fault: however often it is planned, it is refused.
_HOPELESS = {kind.__name__ for kind in (FormatRefused, NoVideo, Encrypted, CodecUnsupported, Damaged)}

_log = logging.getLogger("flickbook")


def list_videos(views: Views, choice: Choice) -> Listing:
    """List at most `choice.limit` of the chosen books."""
    places = views.catalogue.places(choice)
    videos: list[CardAnswer] = []
    rest = iter(places)
    last = None
    with ThreadPoolExecutor(PARALLEL_READS) as pool:
        # Entries that cannot be read, or whose book is gone, are skipped, and the next names take their place.
        while len(videos) < choice.limit and (batch := list(islice(rest, choice.limit - len(videos)))):
            last = batch[-1]
            entries = pool.map(lambda place: _readable_entry(views, place.name), batch)
            videos += [show_entry(entry) for entry in entries if entry is not None and _is_chosen(entry, choice)]
    return Listing(videos=videos, next=last.cursor(choice) if last is not None and last != places[-1] else None)


def _is_chosen(entry: Entry, choice: Choice) -> bool:
    """Return whether a book has a chosen state now: it may be further than the entry that the catalogue has read."""
    return not choice.state or entry.state in choice.state


def _readable_entry(views: Views, name: str) -> Entry | None:
    try:
        return views.entry(name)
    except WireError as error:
        # One damaged entry, emptied by a power cut, say, must not make the list fail.
        _log.error("%s", error)
        return None


def show_entry(entry: Entry) -> CardAnswer:
    """Return the answer for an entry."""
    return CardAnswer(**_entry_fields(entry))


def show_detail(view: View, *, writes: bool, video: bool) -> Detail:
    """Return the answer with all of a book; the source's URL only if `writes`, the URL to play it only if `video`."""
    entry, plan = view.entry, view.plan
    base = _base_of(entry)
    found = plan.video if plan is not None else None
    source = plan.source if plan is not None else None
    done = entry.state in ("complete", "partial")
    return Detail(
        **_entry_fields(entry) | {"storyboard": _storyboard_of(view)},
        source=None if source is None else SourceAnswer(url=source.url if writes else None, size=source.size),
        width=None if found is None else found.width,
        height=None if found is None else found.height,
        codec=None if found is None else found.codec,
        frame_rate=None if found is None else float(found.frame_rate),
        recipe=None if plan is None else _recipe_of(plan),
        cells=view.cells,
        speed=view.speed,
        left=view.left,
        manifest=f"{base}{layout.MANIFEST_KEY}" if base and done else None,
        video=f"/api/videos/{quote(entry.name)}/video" if plan is not None and video else None,
        lost=0.0 if found is None else float(found.lost),
        remarks=() if found is None else found.remarks,
    )


def show_progress(view: View) -> dict[str, Any]:
    """Return the data of a book's progress events: the fields of its detail that change."""
    entry = _entry_fields(view.entry)
    fields = ("name", "state", "done", "failed", "snippets", "duration", "base", "poster", "gif", "error", "retry")
    progress = {field: entry[field] for field in fields}
    return {**progress, "speed": view.speed, "left": view.left, "storyboard": _storyboard_of(view)}


def show_frames(view: View, frames: Sequence[FramesSeen]) -> dict[str, Any]:
    """Return the data of an event about snippets that are being made, with the speed and the seconds left.

    Before the first snippet is made, the speed is that of the frames since the jobs were sent.
    """
    lengths = {cell.start: cell.end - cell.start for cell in view.cells if cell.state == "waiting"}
    current = [seen for seen in frames if seen.start in lengths]
    part = sum(lengths[seen.start] * seen.done / seen.wanted for seen in current)
    speed = view.speed
    if speed is None and part and view.entry.begun:
        speed = part / max(time.time() - view.entry.begun, 0.1)
    left = max(0.0, sum(lengths.values()) - part) / speed if speed else None
    shown = [{"start": seen.start, "done": seen.done, "wanted": seen.wanted} for seen in current]
    return {
        "name": view.entry.name,
        "frames": shown,
        "speed": None if speed is None else round(speed, 2),
        "left": None if left is None else round(left, 1),
    }


def _base_of(entry: Entry) -> str | None:
    """Return the URL below which the files of an entry's plan lie, or None before there is a plan."""
    return f"/v/{quote(entry.name)}/~{entry.plan}/" if entry.plan else None


def _storyboard_of(view: View) -> str | None:
    base = _base_of(view.entry)
    return f"{base}{VTT_KEY}" if base and view.storyboard else None


def _recipe_of(plan: Plan) -> RecipeAnswer:
    """Return the answer for a recipe, with the options that have their default too."""
    options = {**plan.recipe.outputs, **{output.name: options for output, options in usable(plan.recipe)}}
    return RecipeAnswer(snippet=plan.recipe.snippet, outputs=msgspec.to_builtins(options, enc_hook=float))


def _may_retry(entry: Entry) -> bool:
    if entry.state == "refused":
        return entry.failure is None or entry.failure.error not in _HOPELESS
    return entry.failed > 0 or entry.state == "cancelled"


def _entry_fields(entry: Entry) -> dict[str, Any]:
    base = _base_of(entry)
    return {
        **{field: getattr(entry, field) for field in _SAME_FIELDS},
        "title": layout.last_part(entry.name),
        "base": base,
        "poster": f"{base}{quote(entry.poster)}" if base and entry.poster else None,
        "gif": f"{base}{quote(entry.gif)}" if base and entry.gif else None,
        "storyboard": f"{base}{entry.storyboard}" if base and entry.storyboard else None,
        "error": None if entry.failure is None else entry.failure.message,
        "retry": _may_retry(entry),
    }
