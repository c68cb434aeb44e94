"""Delete what is left behind: books whose video is gone, and copies beside videos."""

from collections.abc import Iterator, Sequence
from posixpath import dirname
from typing import NamedTuple

from flickbook.core import layout
from flickbook.errors import FlickbookError, only_ours
from flickbook.library.beside import BesideFiles
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.storage import Store, is_gone


class Leftover(NamedTuple):
    """What can be deleted of a book: the paths beside its video, and, if the video is `gone`, the book itself.

    `video` is the video's URL; `book` is None if only its copies are left.
    """

    name: str
    video: str
    gone: bool
    book: str | None
    beside: Sequence[str]


def list_leftovers(out: str, *, beside: bool, trusted: Sequence[str] = ()) -> Iterator[Leftover | FlickbookError]:
    """Yield the books below an output URL whose video is gone, or with `beside` those that have copies beside it.

    A book of which this cannot be known is an error in their place. `trusted` is as in `is_gone`. Raises OutputDenied
    or StoreError if the output cannot be listed.
    """
    copies = BesideFiles(out)
    for name in sorted({*copies.names(), *(() if beside else Index(out).names())}):
        try:
            with only_ours(name, "could not be checked"):
                found = _leftover(Book(out, name), copies, trusted)
                # Only then: all copies are read, to see whether they are unchanged.
                if found is not None and (beside or found.gone):
                    found = found._replace(beside=copies.paths(name))
        except FlickbookError as error:
            yield error
        else:
            if found is not None and (found.beside if beside else found.gone):
                yield found


def _leftover(book: Book, copies: BesideFiles, trusted: Sequence[str]) -> Leftover | None:
    """Return a book, or what is left of it, without what is beside its video; None for an order without a plan."""
    plan, record, entry = book.plan(), copies.record(book.name), Index(book.out).entry(book.name)
    if plan is not None:
        video = plan.source.url
    elif record is not None:
        video = record.video
    elif entry is not None and entry.plan:
        # A person deleted the book's files, or a deletion was interrupted.
        video = entry.source
    else:
        return None
    return Leftover(book.name, video, is_gone(video, trusted), None if plan is None else book.where, ())


def delete(out: str, leftover: Leftover, *, beside: bool) -> None:
    """Delete the copies beside a video, and unless `beside`, the book too. Raises OutputDenied or StoreError."""
    BesideFiles(out).remove(leftover.name)
    if not beside:
        # As the last, what names the book: a deletion that was interrupted can be repeated.
        delete_markers(out, leftover.name)
        Book(out, leftover.name).remove()
        Orders(out).delete(leftover.name)


def delete_markers(out: str, name: str) -> None:
    """Delete a watch's markers of a book's video, below an output URL. Raises OutputDenied or StoreError.

    With its markers left, a watch would ignore the same video if it came again.
    """
    store = Store(out)
    listed = store.list_folder(dirname(f"{layout.WATCHED}/{name}"))
    store.delete([key for key in listed if layout.is_marker_of(name, key)])
