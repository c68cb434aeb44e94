"""What a watch remembers of a video goes with its book: else it would take no notice if the same one came again."""

from posixpath import dirname

from flickbook.core import layout
from flickbook.storage import Store


def forget_marks(out: str, name: str) -> None:
    """Remove the marks of a book's video below an output URL. Raises OutputDenied or StoreError."""
    store = Store(out)
    listed = store.list_folder(dirname(f"{layout.WATCHED}/{name}"))
    store.delete([key for key in listed if layout.is_marker_of(name, key)])
