"""The only place where JSON is read.

msgspec examines a Struct type at its first decode. If two threads decode a new type at the same time, the process can
die of a segmentation fault (docs/decisions/2026-11-27-first-decode.md). Constructing a decoder examines its whole type.
Therefore each `Decoder` is a constant, constructed while its module is imported, and all of Flickbook decodes by these
decoders: `tests/core/test_first_decode.py` checks the sources.
"""

from collections.abc import Callable
from threading import Lock
from types import UnionType
from typing import Any, Generic, TypeVar

import msgspec

Value = TypeVar("Value")

# Modules imported at the same time may share parts of their types.
_construction = Lock()


class Decoder(Generic[Value]):
    """Decodes values of one type; threads may share it.

    `hook(type, value)` converts values to types that msgspec lacks. Without `strict`, numbers and booleans may be
    written as text.
    """

    def __init__(
        self, kind: type[Value] | UnionType, *, strict: bool = True, hook: Callable[[type, Any], Any] | None = None
    ) -> None:
        self.kind: Any = kind
        self._strict = strict
        self._hook = hook
        with _construction:
            self._json: msgspec.json.Decoder[Value] = msgspec.json.Decoder(kind, strict=strict, dec_hook=hook)

    def decode(self, data: bytes | str) -> Value:
        """Return the value of a JSON text. Raises msgspec.DecodeError, also for invalid UTF-8 and too deep nesting."""
        try:
            return self._json.decode(data)
        except (UnicodeDecodeError, RecursionError) as error:
            raise msgspec.DecodeError(str(error)) from error

    def convert(self, document: object) -> Value:
        """Return the value of parsed JSON. Raises msgspec.ValidationError, and what the hook raises."""
        value: Value = msgspec.convert(document, self.kind, strict=self._strict, dec_hook=self._hook)
        return value


ANYTHING: Decoder[Any] = Decoder(Any)
