"""Values ↔ versioned JSON: what is stored and sent.

Every document begins with its type and version: `{"type": "plan", "version": 2, …}`. Exact times are strings such as
`"5405/27"`, in seconds; the manifest, made for front ends, has plain numbers. `python -m flickbook.core.wire FOLDER`
writes the JSON Schemas of these types; `docs/schemas/` holds them.
"""

import sys
from fractions import Fraction
from inspect import cleandoc
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from flickbook.core.decoding import ANYTHING, Decoder
from flickbook.core.model import (
    Beside,
    Entry,
    Event,
    ImageTask,
    Job,
    LegacyEntry,
    Manifest,
    Order,
    OrderRecord,
    Outcome,
    Plan,
    Receipt,
    Subscription,
)
from flickbook.core.wire_version_1 import upgrade
from flickbook.errors import WireError

VERSION = 2

Value = TypeVar(
    "Value",
    Plan,
    Order,
    Job,
    ImageTask,
    Receipt,
    Outcome,
    Manifest,
    Entry,
    OrderRecord,
    Beside,
    Event,
    Subscription,
    LegacyEntry,
)
Written = Plan | Order | Job | ImageTask | Receipt | Manifest | Entry | OrderRecord | Beside | Event | Subscription

_KINDS: dict[type, str] = {
    Plan: "plan",
    Order: "order",
    Job: "job",
    ImageTask: "image-task",
    Receipt: "receipt",
    Outcome: "receipt",  # only read: the other fields of a receipt are skipped
    Manifest: "manifest",
    Entry: "entry",
    OrderRecord: "order-record",
    Beside: "beside",
    Event: "event",
    Subscription: "subscription",
    LegacyEntry: "card",  # only read: earlier versions stored it under the key of today's index entry
}
_ONLY_READ = (Outcome, LegacyEntry)
_STORED_REMEDY = "delete that file, then run again"
_SENT_REMEDY = "submit its video again"


def encode(value: Written, indent: int = 1) -> bytes:
    """Return a value as UTF-8 JSON with its type and version first; a negative `indent` puts it on one line."""
    body = msgspec.to_builtins(value, enc_hook=_to_text)
    document = {"type": _KINDS[type(value)], "version": VERSION, **body}
    return msgspec.json.format(msgspec.json.encode(document), indent=indent)


def decode(data: bytes, kind: type[Value], subject: str, remedy: str = "") -> Value:
    """Return the value of type `kind` that a JSON document holds.

    `subject` names the document in errors, and `remedy` says how to replace it. Raises WireError for anything but JSON,
    another kind of document, or an unknown version.
    """
    remedy = remedy or (_SENT_REMEDY if kind in (Job, Order) else _STORED_REMEDY)
    wanted = f"{'an' if _KINDS[kind][0] in 'aeo' else 'a'} {_KINDS[kind]}"
    try:
        document = ANYTHING.decode(data)
    except msgspec.DecodeError as error:
        raise WireError(subject, f"is not {wanted}, because it is not JSON ({error})", remedy) from error
    found = (document.pop("type", None), document.pop("version", None)) if isinstance(document, dict) else (None, None)
    if kind in (Entry, LegacyEntry) and found[0] in ("entry", "card"):
        # Either may be stored under the key; fields with the same meaning have the same names.
        found = (_KINDS[kind], found[1])
    if found not in ((_KINDS[kind], 1), (_KINDS[kind], VERSION)):
        said = f"its type is {found[0]}, its version {found[1]}" if found[0] is not None else "it has no `type`"
        fault = f"is not {wanted} of version 1 or {VERSION} ({said})"
        raise WireError(subject, fault, f"use the version of Flickbook that wrote it, or {remedy}")
    try:
        if found[1] == 1:
            upgrade(document)
        value: Value = _DECODERS[kind].convert(document)
    except (msgspec.ValidationError, LookupError, TypeError, AttributeError, ValueError, ZeroDivisionError) as error:
        raise WireError(subject, f"is damaged ({error})", remedy) from error
    return value


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one kind of document."""
    made = msgspec.json.schema(kind, schema_hook=_schema_hook)
    body = made["$defs"].pop(kind.__name__)
    body["properties"] = {
        "type": {"const": _KINDS[kind]},
        "version": {"const": VERSION},
        **body["properties"],
    }
    body["required"] = ["type", "version", *body["required"]]
    for part in (body, *made["$defs"].values()):
        # Python 3.13 strips the indentation of docstrings; earlier versions leave it in.
        if "description" in part:
            part["description"] = cleandoc(part["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body, "$defs": made["$defs"]}


def write_schemas(folder: Path) -> None:
    """Write the schema of each kind of document as `KIND.json` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, name in [(kind, name) for kind, name in _KINDS.items() if kind not in _ONLY_READ]:
        text = msgspec.json.format(msgspec.json.encode(schema(kind)), indent=2).decode()
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _to_text(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))


def _from_text(kind: type, value: object) -> object:
    if kind is Fraction and isinstance(value, str) and "e" not in value.lower():
        return Fraction(value)
    raise ValueError(f"{value!r} is not an exact time")


def _schema_hook(kind: type) -> dict[str, Any]:
    if kind is Fraction:
        return {
            "type": "string",
            "pattern": r"^-?\d+(/[1-9]\d*)?$",
            "description": "exact number of seconds, or a rate",
        }
    raise NotImplementedError(kind)


_DECODERS: dict[type, Decoder[Any]] = {kind: Decoder(kind, hook=_from_text) for kind in _KINDS}


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
