"""All outputs there are: a line each, and those that installed packages bring."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from flickbook.core import layout
from flickbook.core.model import Recipe
from flickbook.errors import UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.gif import GIF
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD

BUILT_IN: tuple[Output[Any], ...] = (GIF, STILLS, STORYBOARD)
# A package names its `Output` object below this entry point.
GROUP = "flickbook.outputs"
_NAME = re.compile("[a-z][a-z_]*")
# Steps of a report beside those of outputs, and settings of a recipe.
_RESERVED = ("decode", "store", "rest", "failed", "snippet", "outputs", "set")


@cache
def outputs() -> Mapping[str, Output[Any]]:
    """Return every output by its name. Raises UsageError where two have the same name, or one cannot be loaded."""
    found: dict[str, Output[Any]] = {output.name: output for output in BUILT_IN}
    for entry in sorted(entry_points(group=GROUP)):
        try:
            output = entry.load()
        except Exception as error:
            fault = f"cannot be loaded ({type(error).__name__}: {error})"
            raise UsageError(f"output {entry.name} ({entry.value})", fault, "update or remove its package") from error
        if fault := _fault(output, found):
            raise UsageError(f"output {entry.name} ({entry.value})", fault, "update or remove its package")
        found[output.name] = output
    return found


def _fault(output: object, found: Mapping[str, Output[Any]]) -> str:
    """Say what keeps an object from being one more output; nothing if it can be one."""
    if not isinstance(output, Output):
        return "is no Output"
    if output.name in found or output.name in _RESERVED or not _NAME.fullmatch(output.name):
        return f"cannot be called {output.name!r}: names are lower-case letters and _, and each is used once"
    foreign = [key for key in output.video_files if not key.startswith(output.name)]
    return f"makes {foreign[0]}, which does not begin with its name" if foreign else ""


def chosen(recipe: Recipe) -> Iterator[tuple[Output[Any], Any]]:
    """Yield the outputs of a recipe with their options. Raises UsageError for one that is not installed here."""
    known = outputs()
    for name in recipe.outputs:
        if name not in known:
            fault = f"is no output that is installed here; there are {', '.join(known)}"
            raise UsageError(f"output {name}", fault, "install the package that brings it")
        yield known[name], known[name].options_in(recipe)


@cache
def media_types() -> Mapping[str, str]:
    """Return the media type of each kind of file of a book, by its suffix among snippet files or by its whole key."""
    found = {layout.PLAN_KEY: "application/json", layout.MANIFEST_KEY: "application/json"}
    for output in outputs().values():
        found |= {**output.snippet_files, **output.video_files}
    return found


def media_type(name: str, key: str) -> str | None:
    """Return the media type of a file of an output or of the manifest in the book `name`, None for any other key."""
    return media_types().get(layout.suffix_of(name, key) or key)


def is_output_key(name: str, key: str) -> bool:
    """Return whether a key, relative to the book `name`, is that of a file of an output."""
    return media_type(name, key) is not None and key not in (layout.PLAN_KEY, layout.MANIFEST_KEY)


def is_book_key(name: str, key: str) -> bool:
    """Return whether a key, relative to the book `name`, is one that Flickbook gives to any file of it."""
    return layout.is_receipt_key(key) or media_type(name, key) is not None
