"""Values ↔ versioned JSON: what is stored and sent.

Every document says what it is and of which version: `{"type": "plan", "version": 2, …}`. Times that
must be exact are strings such as `"5405/27"`, in seconds; the manifest, made for front ends, has plain numbers.
The JSON Schemas in `docs/schemas/` are made from these types (`python -m flickbook.core.wire docs/schemas`).
"""

import sys
from fractions import Fraction
from inspect import cleandoc
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from flickbook.core.decoding import ANYTHING, Decoder
from flickbook.core.model import Card, Entry, Job, Manifest, Order, OrderRecord, Outcome, Plan, Receipt
from flickbook.core.wire_version_1 import upgrade
from flickbook.errors import WireError

VERSION = 2

Value = TypeVar("Value", Plan, Order, Job, Receipt, Outcome, Manifest, Entry, OrderRecord, Card)

_KINDS: dict[type, str] = {
    Plan: "plan",
    Order: "order",
    Job: "job",
    Receipt: "receipt",
    Outcome: "receipt",  # is only read: what it leaves out of a receipt is skipped
    Manifest: "manifest",
    Entry: "entry",
    OrderRecord: "order-record",
    Card: "card",  # is only read: an earlier Flickbook wrote it where an index entry is written now
}
_ONLY_READ = (Outcome, Card)


def encode(value: Plan | Order | Job | Receipt | Manifest | Entry | OrderRecord, indent: int = 1) -> bytes:
    """Write a value as UTF-8 JSON with its type and version first, on one line if `indent` is negative."""
    body = msgspec.to_builtins(value, enc_hook=_to_text)
    document = {"type": _KINDS[type(value)], "version": VERSION, **body}
    return msgspec.json.format(msgspec.json.encode(document), indent=indent)


def decode(data: bytes, kind: type[Value], subject: str) -> Value:
    """Read a value of the given kind back from JSON.

    `subject` names the document in errors. Raises WireError if it is not JSON, not of that
    kind, or of a version that this Flickbook does not know.
    """
    try:
        document = ANYTHING.decode(data)
    except msgspec.DecodeError as error:
        raise WireError(subject, f"is not JSON ({error})", "remove it and run again") from error
    found = (document.pop("type", None), document.pop("version", None)) if isinstance(document, dict) else (None, None)
    if kind in (Entry, Card) and found[0] in ("entry", "card"):
        # They have the same key, and what both say is said by the same names.
        found = (_KINDS[kind], found[1])
    if found not in ((_KINDS[kind], 1), (_KINDS[kind], VERSION)):
        fault = f"is not a {_KINDS[kind]} of version 1 or {VERSION} (it says {found[0]}, {found[1]})"
        raise WireError(subject, fault, "use the Flickbook that wrote it, or remove it and run again")
    try:
        if found[1] == 1:
            upgrade(document)
        value: Value = _DECODERS[kind].convert(document)
    except (msgspec.ValidationError, LookupError, TypeError, AttributeError, ValueError, ZeroDivisionError) as error:
        raise WireError(subject, f"is damaged ({error})", "remove it and run again") from error
    return value


def schema(kind: type) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of one kind of document."""
    made = msgspec.json.schema(kind, schema_hook=_schema_hook)
    body = made["$defs"].pop(kind.__name__)
    body["properties"] = {
        "type": {"const": _KINDS[kind]},
        "version": {"const": VERSION},
        **body["properties"],
    }
    body["required"] = ["type", "version", *body["required"]]
    for part in (body, *made["$defs"].values()):
        # Python 3.13 strips docstrings of their indentation, earlier ones do not.
        if "description" in part:
            part["description"] = cleandoc(part["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **body, "$defs": made["$defs"]}


def write_schemas(folder: Path) -> None:
    """Write every kind's schema as `KIND.json` into a folder."""
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
    raise ValueError(f"{value!r} is no exact time")


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
