"""What is looked at before an output of another package is used: a fault is named, and nothing is silently shadowed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args

import msgspec

from flickbook.outputs.base import Output

_NAME = re.compile(r"[a-z][a-z_]*")
_SUFFIX = re.compile(r"(-[a-z]+-#)?\.[a-z0-9]+")
# Settings of a recipe, steps of a report beside the outputs, and the other flags of commands that take a recipe.
_TAKEN = {
    *("snippet", "outputs", "set", "decode", "store", "rest", "failed", "videos", "video", "source", "out", "engine"),
    *("broker", "every", "once", "workers", "as_json", "json", "force", "wait", "duration", "calibration", "memory"),
    *("arch", "concurrency", "films", "help"),
}


def fault_of(output: object, known: Iterable[Output[Any]]) -> str | None:
    """Return what keeps an object from being one more output beside those that are known, or None."""
    if not isinstance(output, Output):
        return "is no Output"
    try:
        output.options()
    except TypeError as error:
        return f"has an option without default ({error})"
    return next(_faults(output, list(known)), None)


def _faults(output: Output[Any], known: list[Output[Any]]) -> Iterator[str]:
    names = {*_TAKEN, *(other.name for other in known), *(flag for other in known for flag in other.flags.values())}
    for name in (output.name, *output.flags.values()):
        if not _NAME.fullmatch(name) or name in names:
            yield f"uses the name {name!r}: names are lower-case letters and _, and each is used once"
        names.add(name)
    fields = {field.name: field for field in msgspec.structs.fields(output.options)}
    for option in output.flags:
        if option not in fields:
            yield f"has a flag for {option!r}, which is none of its options"
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
            yield f"makes files that end in {suffix}: such an end looks like `.gif` or `-frame-#.jpg`"
    for key in output.video_files:
        if not key.startswith(f"{output.name}."):
            yield f"makes {key}: files of the whole video begin with the output's name and a dot"


def _owners(known: list[Output[Any]], kind: str) -> Mapping[str, str]:
    return {key: other.name for other in known for key in getattr(other, kind)}
