"""Stores list and announce moving previews, such as an MP4, as they do videos; here they are told apart."""

from flickbook.core import layout
from flickbook.core.model import Plan
from flickbook.errors import WireError
from flickbook.library.book import Book
from flickbook.outputs import registry
from flickbook.storage import key_below


class Previews:
    """The previews below an output URL. The plan of each book is read once."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._starts: dict[str, frozenset[int] | None] = {}

    def has(self, url: str) -> bool:
        """Return whether a URL is that of a snippet's file of a book. Raises OutputDenied or StoreError."""
        key = key_below(url, self._out)
        name, _, file = (key or "").rpartition("/")
        start = layout.start_of(name, file)
        if start is None or not layout.is_name(name) or not registry.is_output_key(name, file):
            return False
        if name not in self._starts:
            self._starts[name] = self._starts_of(name)
        starts = self._starts[name]
        return starts is None or start in starts

    def _starts_of(self, name: str) -> frozenset[int] | None:
        """Return the seconds at which the snippets of a book begin; None if its plan cannot be read here."""
        try:
            plan: Plan | None = Book(self._out, name).plan()
        except WireError:
            return None
        return frozenset(snippet.start for snippet in plan.snippets) if plan else frozenset()
