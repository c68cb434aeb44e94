"""Books as the service answers them: a page of a list, and all of one."""

import logging
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any
from urllib.parse import quote

import msgspec

from flickbook.core import layout
from flickbook.core.model import Entry, Plan
from flickbook.errors import WireError
from flickbook.outputs.registry import usable
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.web.answers import CardAnswer, Detail, Listing, RecipeAnswer, SourceAnswer
from flickbook.web.views import View, Views

PARALLEL_LOOKS = 16

_log = logging.getLogger("flickbook")


def list_videos(views: Views, after: str, limit: int, search: str) -> Listing:
    """List books by name: so many at most, after a name, those with a text in their names."""
    names = views.names(after, search)
    videos: list[CardAnswer] = []
    waiting = iter(names)
    last = ""
    with ThreadPoolExecutor(PARALLEL_LOOKS) as pool:
        # An entry whose book is gone or cannot be read is passed over, and others fill the page.
        while len(videos) < limit and (some := list(islice(waiting, limit - len(videos)))):
            last = some[-1]
            entries = pool.map(lambda name: _readable_entry(views, name), some)
            videos += [show_entry(entry) for entry in entries if entry is not None]
    more = bool(names) and last != names[-1]
    return Listing(videos=videos, next=last if more else None)


def _readable_entry(views: Views, name: str) -> Entry | None:
    try:
        return views.look_at_entry(name)
    except WireError as error:
        # One that a power cut left empty, say, must not take all others away.
        _log.error("%s", error)
        return None


def show_entry(entry: Entry) -> CardAnswer:
    """Return an entry as it is answered."""
    return CardAnswer(**_entry_fields(entry))


def show_detail(view: View, *, writes: bool, video: bool) -> Detail:
    """Return all of a book as it is answered; where the source lies only if `writes`, and its URL here if `video`."""
    entry, plan = view.entry, view.plan
    base = _base_of(entry)
    found = plan.video if plan is not None else None
    source = plan.source if plan is not None else None
    done = entry.state in ("complete", "partial")
    return Detail(
        **_entry_fields(entry),
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
        storyboard=_storyboard_of(view),
        video=f"/api/videos/{quote(entry.name)}/video" if plan is not None and video else None,
        lost=0.0 if found is None else float(found.lost),
    )


def show_progress(view: View) -> dict[str, Any]:
    """Return what events say of how far a book is: some fields of its detail."""
    entry = _entry_fields(view.entry)
    fields = ("name", "state", "done", "failed", "snippets", "duration", "base", "error")
    told = {field: entry[field] for field in fields}
    return {**told, "speed": view.speed, "left": view.left, "storyboard": _storyboard_of(view)}


def _base_of(entry: Entry) -> str | None:
    """Return the URL below which the files of an entry's plan lie, or None before there is a plan."""
    return f"/v/{quote(entry.name)}/~{entry.plan}/" if entry.plan else None


def _storyboard_of(view: View) -> str | None:
    base = _base_of(view.entry)
    return f"{base}{VTT_KEY}" if base and view.storyboard else None


def _recipe_of(plan: Plan) -> RecipeAnswer:
    """Return a recipe with all options of its outputs, also those that have their default."""
    options = {**plan.recipe.outputs, **{output.name: options for output, options in usable(plan.recipe)}}
    return RecipeAnswer(snippet=plan.recipe.snippet, outputs=msgspec.to_builtins(options, enc_hook=float))


def _entry_fields(entry: Entry) -> dict[str, Any]:
    base = _base_of(entry)
    return {
        "name": entry.name,
        "title": layout.last_part(entry.name),
        "state": entry.state,
        "added": entry.added,
        "duration": entry.duration,
        "snippet": entry.snippet,
        "snippets": entry.snippets,
        "done": entry.done,
        "failed": entry.failed,
        "base": base,
        "poster": f"{base}{quote(entry.poster)}" if base and entry.poster else None,
        "gif": f"{base}{quote(entry.gif)}" if base and entry.gif else None,
        "error": None if entry.failure is None else entry.failure.message,
    }
