"""`flickbook clean`: list books whose video is gone, and copies beside videos, and delete them if asked to."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from flickbook.errors import FlickbookError, UsageError, only_ours, printable
from flickbook.library import cleaning
from flickbook.library.cleaning import Leftover
from flickbook.storage import check_trusted, local_path, locate, locate_output, shown


def clean(out: str, trusted: Sequence[str], *, beside: bool, yes: bool, as_json: bool) -> int:
    """List or delete what is left behind below an output; return the exit code: 1 if that failed for a book, else 0.

    Below the `trusted` folders, a video is gone also if its folder is.
    """
    place, folders = locate_output(out, "OUT"), [locate(folder) for folder in trusted]
    if place.startswith("file://") and not Path(local_path(place)).is_dir():
        raise UsageError(f"OUT {shown(place)}", "is no folder", "pass the --out of `flickbook render`")
    for folder in folders:
        check_trusted(folder)
    found = list(cleaning.list_leftovers(place, beside=beside, trusted=folders))
    errors = [entry for entry in found if isinstance(entry, FlickbookError)]
    leftovers = [entry for entry in found if isinstance(entry, Leftover)]
    if not as_json:
        _show(leftovers, beside=beside)
    deleted: list[Leftover] = []
    for leftover in leftovers if yes else []:
        try:
            with only_ours(leftover.name, "could not be deleted"):
                cleaning.delete(place, leftover, beside=beside)
            deleted.append(leftover)
        except FlickbookError as fault:
            errors.append(fault)
    if as_json:
        _print_json(leftovers, deleted, errors)
    else:
        _show_sum(deleted if yes else leftovers, beside=beside, yes=yes)
    for error in errors:
        sys.stderr.write(f"error: {error}\n")
    return 1 if errors else 0


def _show(leftovers: Sequence[Leftover], *, beside: bool) -> None:
    for leftover in leftovers:
        if not beside:
            book = leftover.book or f"{leftover.name} (its book is gone too)"
            sys.stdout.write(f"{printable(book)}: its video is gone: {printable(shown(leftover.video))}\n")
        for path in leftover.beside:
            sys.stdout.write(f"{'' if beside else '  '}{printable(path)}\n")


def _show_sum(leftovers: Sequence[Leftover], *, beside: bool, yes: bool) -> None:
    paths, books = sum(len(leftover.beside) for leftover in leftovers), len(leftovers)
    counts = [] if beside else ["1 book" if books == 1 else f"{books} books"]
    if paths:
        counts.append("1 file or folder next to a video" if paths == 1 else f"{paths} files and folders next to videos")
    if not leftovers:
        sys.stdout.write("nothing to delete\n")
    elif yes:
        sys.stdout.write(f"deleted: {' and '.join(counts)}\n")
    else:
        sys.stdout.write(f"to delete: {' and '.join(counts)}; nothing is deleted without --yes\n")


def _print_json(leftovers: Sequence[Leftover], deleted: Sequence[Leftover], errors: Sequence[FlickbookError]) -> None:
    document = {
        "type": "clean",
        "version": 1,
        "books": [{**leftover._asdict(), "deleted": leftover in deleted} for leftover in leftovers],
        "errors": [str(error) for error in errors],
    }
    sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
