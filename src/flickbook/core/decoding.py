"""The one place where JSON is read.

msgspec learns what a Struct is like at the first decode that meets it. A thread that decodes it meanwhile reads
unfinished memory, and the process dies of a segmentation fault (docs/decisions/2026-11-27-first-decode.md). A decoder
that is made has learned all of its type. So decoders are made when their module is imported, and nothing else in
Flickbook decodes: `tests/core/test_first_decode.py` reads the sources.
"""

from collections.abc import Callable
from threading import Lock
from types import UnionType
from typing import Any, Generic, TypeVar

import msgspec

Value = TypeVar("Value")

# Two modules that are imported at the same time may have parts of their types in common.
_making = Lock()


class Decoder(Generic[Value]):
    """Decodes values of one type, in as many threads at once as there are.

    `hook` is called with a type that msgspec does not know and a value, and returns the value as that type. Unless
    `strict`, numbers and truth values may be written as text.
    """

    def __init__(
        self, kind: type[Value] | UnionType, *, strict: bool = True, hook: Callable[[type, Any], Any] | None = None
    ) -> None:
        self.kind: Any = kind
        self._strict = strict
        self._hook = hook
        with _making:
            self._json: msgspec.json.Decoder[Value] = msgspec.json.Decoder(kind, strict=strict, dec_hook=hook)

    def decode(self, data: bytes | str) -> Value:
        """Return the value that JSON holds. Raises msgspec.DecodeError, for what is no Unicode or nested deeply too."""
        try:
            return self._json.decode(data)
        except (UnicodeDecodeError, RecursionError) as error:
            raise msgspec.DecodeError(str(error)) from error

    def convert(self, document: object) -> Value:
        """Return the value that parsed JSON holds. Raises msgspec.ValidationError, and what the hook raises."""
        value: Value = msgspec.convert(document, self.kind, strict=self._strict, dec_hook=self._hook)
        return value


ANYTHING: Decoder[Any] = Decoder(Any)
