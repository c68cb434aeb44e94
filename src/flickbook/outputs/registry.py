"""The registry of outputs: Flickbook's own, one a line, and those of installed packages."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from importlib.metadata import entry_points
from typing import Any, NamedTuple, get_args

import msgspec

from flickbook.core import layout
from flickbook.core.model import Plan, Recipe
from flickbook.errors import UsageError
from flickbook.outputs.base import EXACT, Output
from flickbook.outputs.bif import BIF
from flickbook.outputs.chapters import CHAPTERS
from flickbook.outputs.contact import CONTACT
from flickbook.outputs.dash import DASH
from flickbook.outputs.gif import GIF
from flickbook.outputs.highlight import HIGHLIGHT
from flickbook.outputs.hls import HLS
from flickbook.outputs.jellyfin import JELLYFIN
from flickbook.outputs.moving import AVIF, MP4, WEBM, WEBP
from flickbook.outputs.poster import POSTER, POSTER_KEY, POSTERS_KEY
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD

BUILT_IN: tuple[Output[Any], ...] = (
    *(GIF, STILLS, STORYBOARD),
    *(MP4, WEBP, WEBM, AVIF, CHAPTERS),
    *(BIF, HLS, DASH, JELLYFIN, CONTACT, POSTER, HIGHLIGHT),
)
# The group of entry points under which a package names its `Output` objects.
GROUP = "flickbook.outputs"

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SUFFIX = re.compile(r"(-[a-z]+-#)?\.[a-z0-9]+")
# Other settings of a recipe, other steps of a report, and other flags of commands that accept recipes.
_RESERVED = {
    *("snippet", "outputs", "set", "decode", "store", "rest", "failed", "videos", "video", "source", "out", "engine"),
    *("broker", "every", "once", "workers", "as_json", "json", "force", "wait", "duration", "calibration", "memory"),
    *("arch", "concurrency", "films", "help", "header", "for", "beside", "fast"),
    # Files of every book.
    *("plan", "manifest", "receipts"),
}


@cache
def outputs() -> Mapping[str, Output[Any]]:
    """Return all outputs by name. Raises UsageError for an output that fails to load or conflicts with another."""
    found: dict[str, Output[Any]] = {output.name: output for output in BUILT_IN}
    for entry in sorted(entry_points(group=GROUP)):
        try:
            output = entry.load()
        except Exception as error:
            reason = f"cannot be loaded ({type(error).__name__}: {error})"
            raise UsageError(f"output {entry.name} ({entry.value})", reason, "update or remove its package") from error
        fault = fault_of(output, found.values())
        if fault is not None:
            raise UsageError(f"output {entry.name} ({entry.value})", fault, "update or remove its package")
        found[output.name] = output
    return found


def fault_of(output: object, known: Iterable[Output[Any]]) -> str | None:
    """Return why an object cannot be added to the known outputs; None if it can."""
    if not isinstance(output, Output):
        return "is not an Output"
    try:
        output.options()
    except TypeError as error:
        return f"has an option without a default ({error})"
    return next(_faults(output, list(known)), None)


def _faults(output: Output[Any], known: list[Output[Any]]) -> Iterator[str]:
    names = {*_RESERVED, *(other.name for other in known), *(flag for other in known for flag in other.flags.values())}
    for name in (output.name, *output.flags.values()):
        if not _NAME.fullmatch(name) or name in names:
            yield f"uses the name {name!r}: a name consists of lower-case letters, digits and _, and is used once"
        names.add(name)
    fields = {field.name: field for field in msgspec.structs.fields(output.options)}
    for option in output.flags:
        if option not in fields:
            yield f"has a flag for {option!r}, which is not one of its options"
    for option, field in fields.items():
        if not any(isinstance(part, msgspec.Meta) and part.description for part in get_args(field.type)):
            yield f"has an option {option!r} without a description: annotate it with msgspec.Meta"
    yield from _file_faults(output, known)


def _file_faults(output: Output[Any], known: list[Output[Any]]) -> Iterator[str]:
    suffixes = _owners(known, "snippet_files")
    for suffix in output.snippet_files:
        if suffix in suffixes:
            yield f"makes files that end in {suffix}, as {suffixes[suffix]} does"
        if not _SUFFIX.fullmatch(suffix):
            yield f"makes files that end in {suffix}: the end must look like `.gif` or `-frame-#.jpg`"
    keys = _owners(known, "video_files")
    for key in output.video_files:
        if not key.startswith((f"{output.name}.", "*")) and not key.endswith(f".{output.name}"):
            yield f"makes {key}: it must begin with `{output.name}.` or `*`, or end in `.{output.name}`"
        if key in keys:
            yield f"makes {key}, as {keys[key]} does"


def _owners(known: list[Output[Any]], kind: str) -> Mapping[str, str]:
    return {key: other.name for other in known for key in getattr(other, kind)}


def chosen(recipe: Recipe) -> Iterator[tuple[Output[Any], Any]]:
    """Yield the outputs of a recipe with their options. Raises UsageError for an unknown output or invalid options."""
    known = outputs()
    for name in recipe.outputs:
        if name not in known:
            fault = f"is not installed here; the installed outputs are {', '.join(known)}"
            raise UsageError(f"output {name}", fault, "install its package")
        try:
            options = known[name].options_in(recipe)
        except (msgspec.ValidationError, ValueError, ZeroDivisionError) as error:
            fault = f"has invalid options ({error})"
            raise UsageError(f"output {name}", fault, "choose other options, or update its package") from error
        known[name].check(options)
        yield known[name], options


def tolerance_of(recipe: Recipe, duration: Fraction) -> Fraction:
    """Return by how many seconds the pictures of a recipe may be off: what all outputs allow, for they share a decode.

    `duration` is a video's in seconds. What a job has to make of the recipe does not matter: all jobs show the same.
    """
    return min(
        (output.tolerance(duration, given) for output, given in chosen(recipe) if output.snippet_files), default=EXACT
    )


def usable(recipe: Recipe) -> Iterator[tuple[Output[Any], Any]]:
    """Yield the outputs of a recipe without those that `chosen` refuses: a book is completed without them."""
    for name in recipe.outputs:
        try:
            yield from chosen(Recipe(recipe.snippet, {name: recipe.outputs[name]}))
        except UsageError:
            continue


def book_name(key: str) -> str:
    """Return the name of a video's book, by `layout.book_name`. Raises NameRefused."""
    return layout.book_name(key, _media_types()[1].keys())


@cache
def _media_types() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the media types of snippet files by suffix, and of whole-video files by key."""
    suffixes: dict[str, str] = {}
    keys = {layout.PLAN_KEY: "application/json", layout.MANIFEST_KEY: "application/json"}
    for output in outputs().values():
        suffixes |= output.snippet_files
        keys |= output.video_files
    return suffixes, keys


def media_type(name: str, key: str) -> str | None:
    """Return the media type of an output's file, the plan or the manifest of the book `name`; None for other keys."""
    suffixes, keys = _media_types()
    suffix = layout.suffix_of(name, key)
    if suffix is not None:
        return suffixes.get(suffix)
    return next((keys[pattern] for pattern in layout.video_patterns(name, key) if pattern in keys), None)


def folders(name: str, names: Collection[str]) -> list[str]:
    """Return the folders in the book `name` that hold files of the named outputs."""
    named = [output for output in outputs().values() if output.name in names]
    patterns = {pattern.split("/")[0] for output in named for pattern in output.video_files if "/" in pattern}
    return [layout.video_key(name, pattern) for pattern in sorted(patterns)]


def is_output_key(name: str, key: str) -> bool:
    """Return whether a key, relative to the book `name`, belongs to a file of an output."""
    return media_type(name, key) is not None and key not in (layout.PLAN_KEY, layout.MANIFEST_KEY)


def output_keys(name: str, keys: Collection[str], plans: Iterable[Plan]) -> list[str]:
    """Return those of the keys in the book `name` that are files of its plans' outputs, or of standard outputs.

    All other files are a person's, whatever their names: a video may be called `film-30.mp4` or `highlight.mp4`. Media
    servers look for a `poster.jpg` too. It is the output's if `posters.json` lies beside it.
    """
    foreign = {POSTER_KEY} if POSTERS_KEY not in keys else set()
    usual = [output for output in outputs().values() if output.standard]
    known = [_Files.of(usual), *(_Files.of_plan(plan) for plan in plans)]
    return [key for key in keys if key not in foreign and any(files.has(name, key) for files in known)]


class _Files(NamedTuple):
    """The files that outputs may have: endings of snippet files with their starts, patterns of whole-video files.

    Without `starts`, snippets may begin at any second.
    """

    suffixes: frozenset[str]
    patterns: frozenset[str]
    starts: frozenset[int] | None = None

    @classmethod
    def of(cls, made: Sequence[Output[Any]]) -> "_Files":
        suffixes = frozenset(suffix for output in made for suffix in output.snippet_files)
        return cls(suffixes, frozenset(pattern for output in made for pattern in output.video_files))

    @classmethod
    def of_plan(cls, plan: Plan) -> "_Files":
        files = cls.of([output for output in outputs().values() if output.name in plan.recipe.outputs])
        return files._replace(starts=frozenset(snippet.start for snippet in plan.snippets))

    def has(self, name: str, key: str) -> bool:
        suffix = layout.suffix_of(name, key)
        if suffix is not None:
            return suffix in self.suffixes and (self.starts is None or layout.start_of(name, key) in self.starts)
        return not self.patterns.isdisjoint(layout.video_patterns(name, key))
