"""All outputs there are: a line each, and those that installed packages bring."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any

import msgspec

from flickbook.core import layout
from flickbook.core.model import Recipe
from flickbook.errors import UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.foreign import fault_of
from flickbook.outputs.gif import GIF
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD

BUILT_IN: tuple[Output[Any], ...] = (GIF, STILLS, STORYBOARD)
# A package names its `Output` object below this entry point.
GROUP = "flickbook.outputs"


@cache
def outputs() -> Mapping[str, Output[Any]]:
    """Return every output by its name. Raises UsageError for one that cannot be loaded or used beside the others."""
    found: dict[str, Output[Any]] = {output.name: output for output in BUILT_IN}
    for entry in sorted(entry_points(group=GROUP)):
        try:
            output = entry.load()
        except Exception as error:
            fault = f"cannot be loaded ({type(error).__name__}: {error})"
            raise UsageError(f"output {entry.name} ({entry.value})", fault, "update or remove its package") from error
        unfit = fault_of(output, found.values())
        if unfit is not None:
            raise UsageError(f"output {entry.name} ({entry.value})", unfit, "update or remove its package")
        found[output.name] = output
    return found


def chosen(recipe: Recipe) -> Iterator[tuple[Output[Any], Any]]:
    """Yield the outputs of a recipe with their options.

    Raises UsageError for one that is not installed here, or whose options it does not know.
    """
    known = outputs()
    for name in recipe.outputs:
        if name not in known:
            fault = f"is no output that is installed here; there are {', '.join(known)}"
            raise UsageError(f"output {name}", fault, "install the package that brings it")
        try:
            options = known[name].options_in(recipe)
        except (msgspec.ValidationError, ValueError, ZeroDivisionError) as error:
            fault = f"has options that cannot be used ({error})"
            raise UsageError(f"output {name}", fault, "choose other options, or update its package") from error
        known[name].check(options)
        yield known[name], options


def usable(recipe: Recipe) -> Iterator[tuple[Output[Any], Any]]:
    """Yield the outputs of a recipe that can be made here: a book of which one cannot is completed without it."""
    for name in recipe.outputs:
        try:
            yield from chosen(Recipe(recipe.snippet, {name: recipe.outputs[name]}))
        except UsageError:
            continue


@cache
def _media_types() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the media types of snippet files by suffix, and of the whole video's files by key."""
    suffixes: dict[str, str] = {}
    keys = {layout.PLAN_KEY: "application/json", layout.MANIFEST_KEY: "application/json"}
    for output in outputs().values():
        suffixes |= output.snippet_files
        keys |= output.video_files
    return suffixes, keys


def media_type(name: str, key: str) -> str | None:
    """Return the media type of a file of an output or of the manifest in the book `name`, None for any other key."""
    suffixes, keys = _media_types()
    suffix = layout.suffix_of(name, key)
    return keys.get(key) if suffix is None else suffixes.get(suffix)


def is_output_key(name: str, key: str) -> bool:
    """Return whether a key, relative to the book `name`, is that of a file of an output."""
    return media_type(name, key) is not None and key not in (layout.PLAN_KEY, layout.MANIFEST_KEY)


def is_book_key(name: str, key: str) -> bool:
    """Return whether a key, relative to the book `name`, is one that Flickbook gives to any file of it."""
    return layout.is_receipt_key(key) or media_type(name, key) is not None
