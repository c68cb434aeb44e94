"""Stores list and announce moving previews, such as an MP4, as they do videos; here they are told apart."""

from flickbook.core import layout
from flickbook.core.model import Plan
from flickbook.errors import WireError
from flickbook.library.book import Book
from flickbook.outputs import registry
from flickbook.storage import is_same, key_below


class Previews:
    """The previews below an output URL. The plan of each book is read once."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._plans: dict[str, Plan | WireError | None] = {}

    def has(self, url: str) -> bool:
        """Return whether a URL is that of a file that a book's plan asks for, or of a picture that a URL asked for.

        Raises OutputDenied or StoreError.
        """
        key = key_below(url, self._out)
        if key is not None and key.startswith(f"{layout.IMAGES}/"):
            return True
        name, _, file = (key or "").rpartition("/")
        if not layout.is_name(name) or not registry.is_output_key(name, file):
            return False
        if name not in self._plans:
            self._plans[name] = self._plan_of(name)
        plan = self._plans[name]
        if plan is None or isinstance(plan, WireError):
            return plan is not None
        return not is_same(plan.source.url, url) and bool(registry.output_keys(name, [file], [plan]))

    def _plan_of(self, name: str) -> Plan | WireError | None:
        """Return a book's plan, or why it cannot be read; None for a name without a plan."""
        try:
            return Book(self._out, name).plan()
        except WireError as error:
            return error
