"""Check a setting's value against the type of its field, and describe in words what fits."""

import re
from fractions import Fraction
from math import isfinite
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from flickbook.core.decoding import Decoder
from flickbook.errors import UsageError

# Bounded, because a number of a million digits takes seconds to parse.
_FRACTION = re.compile(r"[+-]?(\d{1,20}(\.\d{0,20})?|\.\d{1,20})(e[+-]?\d{1,2}|/\d{1,20})?", re.ASCII | re.IGNORECASE)

_WORDS: dict[type[inspect.Type], str] = {
    inspect.BoolType: "true or false",
    inspect.CustomType: "a number or a fraction, such as 12.5 or 30000/1001",
    inspect.FloatType: "a number",
    inspect.IntType: "a whole number",
    inspect.StrType: "a text",
    inspect.UnionType: "a number or a fraction, such as 0.5 or 1/3",
    inspect.VarTupleType: "a list of texts",
}


class Given(NamedTuple):
    """A setting's value and its origin (a flag, variable or file); `key` is the key in a file, otherwise empty."""

    value: object
    origin: str
    key: str = ""


def as_fraction(kind: type, value: object) -> object:
    """Return a number, or a text such as 30000/1001, as a Fraction. It is a `Decoder` hook. Raises ValueError."""
    if kind is Fraction:
        text = str(value)
        if not _FRACTION.fullmatch(text.strip()):
            raise ValueError(f"{text[:40]!r} is not a number")
        return Fraction(text)
    raise NotImplementedError(kind)


def fit(given: Given, section: Decoder[Any], name: str, *, secret: bool = False) -> object:
    """Return a value converted to the type of the setting `name` of a section; all fields of a section have defaults.

    Raises UsageError; its message leaves a `secret` value out.
    """
    try:
        value: object = getattr(section.convert({name: given.value}), name)
    except (msgspec.ValidationError, ValueError, ZeroDivisionError) as error:
        raise _misfit(given, section, name, secret=secret) from error
    if isinstance(value, float) and not isfinite(value):
        raise _misfit(given, section, name, secret=secret)
    return value


def refuse(given: Given, fault: str, remedy: str) -> UsageError:
    """Return the error for a value, with the value's origin as its subject."""
    return UsageError(given.origin, f"{given.key} {fault}", remedy)


def _misfit(given: Given, section: Decoder[Any], name: str, *, secret: bool) -> UsageError:
    (kind,) = (field.type for field in msgspec.structs.fields(section.kind) if field.name == name)
    value = f"{given.value:g}" if isinstance(given.value, float) else given.value
    value = ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
    fault = "is invalid" if secret else f"is {value}" if str(value).strip() else "is empty"
    return refuse(given, fault, f"it must be {_allowed(kind)}")


def _allowed(kind: Any) -> str:
    """Return in words which values a type allows."""
    info = inspect.type_info(kind)
    if isinstance(info, inspect.Metadata):
        described = (info.extra_json_schema or {}).get("description")
        if described and isinstance(info.type, inspect.StrType | inspect.VarTupleType):
            return str(described)
        info = info.type
    return _in_words(info)


def _in_words(info: inspect.Type) -> str:
    if isinstance(info, inspect.LiteralType):
        return " or ".join(str(value) for value in info.values)
    if isinstance(info, inspect.UnionType) and any(isinstance(part, inspect.VarTupleType) for part in info.types):
        return "a whole number, or several"
    if isinstance(info, inspect.UnionType) and any(isinstance(part, inspect.LiteralType) for part in info.types):
        return ", or ".join(map(_in_words, info.types))
    words = _WORDS[type(info)]
    return f"{words}{_bounds(info)}" if isinstance(info, inspect.IntType | inspect.FloatType) else words


def _bounds(info: inspect.IntType | inspect.FloatType) -> str:
    if info.gt is not None:
        return f" above {info.gt}"
    if info.ge is None:
        return ""
    return f" of at least {info.ge}" if info.le is None else f" from {info.ge} to {info.le}"
