"""Copies of a book's files beside its video, where a media server looks for them, and the records of these copies.

A record (`OUT/.flickbook/beside/NAME.json`) names each copy with its digest. A file that no record names is not ours,
nor is one that was changed since: neither is replaced or deleted.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Beside, Copied, Plan, Recipe
from flickbook.errors import NameTaken, OutputDenied, UsageError
from flickbook.library.book import Book
from flickbook.outputs.registry import chosen
from flickbook.storage import Store, below, local_path, shown, split_last

_RECORDS = f"{layout.RESERVED}/beside"
_REMEDY = "allow writing there, or leave out --beside"


def check_beside(video: str, recipe: Recipe) -> None:
    """Raise UsageError or OutputDenied if a recipe makes nothing that can be put beside the video at this URL."""
    if not video.startswith("file://"):
        fault = "is not a local file, so --beside can put nothing next to it"
        raise UsageError(shown(video), fault, "leave out --beside, and copy the files of its book")
    if not _patterns(recipe):
        fault = "has nothing to put there: the recipe makes no file that a server looks for next to its videos"
        remedy = "add --for roku, emby or jellyfin; Plex keeps its files elsewhere, see docs/players.md"
        raise UsageError("--beside", fault, remedy)
    folder = Path(local_path(video)).parent
    if folder == Path("/"):
        raise UsageError(shown(video), "lies in no folder of its own", "leave out --beside")
    if folder.is_dir() and not os.access(folder, os.W_OK):
        raise OutputDenied(str(folder), "cannot be written", _REMEDY)


class BesideFiles:
    """The copies beside the videos of the books below an output URL."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._store = Store(out)

    def names(self) -> list[str]:
        """List the names of the books that have a record."""
        keys = self._store.list_all(_RECORDS)
        return [key[len(_RECORDS) + 1 : -len(".json")] for key in keys if key.endswith(".json")]

    def record(self, name: str) -> Beside | None:
        """Return the record of a book's copies, or None. Raises WireError for a document that is not a record."""
        key = _record_key(name)
        data = self._store.get(key)
        return None if data is None else wire.decode(data, Beside, f"{shown(self._store.url)}/{key}")

    def put(self, plan: Plan) -> list[str]:
        """Copy what media servers look for from a book to its video's folder, and return the files and folders.

        Earlier copies that the book no longer has are deleted. Raises NameTaken for a file that is not ours.
        """
        book, folder = Book(self._out, plan.name), _folder_of(plan.source.url)
        files = _files_beside(book, plan)
        paths = _paths(folder, files)
        if _is_same_folder(book.store.url, folder.url):
            # A book in the video's own folder has these files there already.
            files = {key: data for key, data in files.items() if not book.store.has(key)}
        before = self.record(plan.name)
        if before is not None and before.video != plan.source.url:
            self.remove(plan.name)
            before = None
        known = frozenset() if before is None else frozenset(before.files)
        copies = tuple(Copied(key, _digest(data)) for key, data in files.items())
        try:
            _check_ours(folder, files, known.union(copies))
            # Written before the copies: after a crash, the record knows the old ones and the new ones.
            self._write(plan.name, Beside(plan.source.url, tuple(known.union(copies))))
            _copy(folder, files)
            _delete(folder, known.difference(copies))
        except OutputDenied as error:
            raise OutputDenied(error.subject, error.fault, _REMEDY) from error
        self._write(plan.name, Beside(plan.source.url, copies))
        return paths

    def paths(self, name: str) -> list[str]:
        """Return the files and folders of a book's copies that are there and unchanged."""
        record = self.record(name)
        if record is None:
            return []
        folder = _folder_of(record.video)
        return _paths(folder, (file.key for file in record.files if _is_there(folder, file)))

    def remove(self, name: str) -> None:
        """Delete a book's copies that are unchanged, and the record."""
        record = self.record(name)
        if record is not None:
            _delete(_folder_of(record.video), record.files)
            self._store.delete([_record_key(name)])

    def _write(self, name: str, record: Beside) -> None:
        if not record.files:
            self._store.delete([_record_key(name)])
            return
        ordered = sorted(record.files, key=lambda file: (file.key, file.digest))
        self._store.put(_record_key(name), wire.encode(replace(record, files=tuple(ordered))))


def _record_key(name: str) -> str:
    return f"{_RECORDS}/{name}.json"


def _folder_of(video: str) -> Store:
    return Store(split_last(video)[0])


def _path(folder: Store, key: str) -> str:
    return shown(f"{folder.url}/{below(folder.url, key)}")


def _paths(folder: Store, keys: Iterable[str]) -> list[str]:
    """Return the paths of files, in place of those in a folder of their own the folder's."""
    return sorted({_path(folder, key.split("/")[0]) for key in keys})


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _is_same_folder(first: str, second: str) -> bool:
    local = first.startswith("file://") and second.startswith("file://")
    return local and Path(local_path(first)).samefile(local_path(second))


def _patterns(recipe: Recipe) -> set[str]:
    return {pattern for output, options in chosen(recipe) for pattern in output.beside(options)}


def _files_beside(book: Book, plan: Plan) -> dict[str, bytes]:
    """Return the files of a book that belong beside its video, by their keys there.

    They begin with the video's own name: a book's name is in Unicode's form NFC, and the video's may not be.
    """
    patterns = _patterns(plan.recipe)
    last = layout.last_part(plan.name)
    stem = PurePosixPath(local_path(plan.source.url)).stem
    folders = {layout.video_key(plan.name, pattern.split("/")[0]) for pattern in patterns if "/" in pattern}
    keys = [*book.store.list_folder(), *(key for folder in folders for key in book.store.list_all(folder))]
    files: dict[str, bytes] = {}
    for key in sorted(keys):
        data = book.store.get(key) if not patterns.isdisjoint(layout.video_patterns(plan.name, key)) else None
        if data is not None:
            files[stem + key.removeprefix(last)] = data
    return files


def _tops(keys: Iterable[str]) -> set[str]:
    """Return the folders that hold keys, without the folders in them."""
    return {key.split("/")[0] for key in keys if "/" in key}


def _check_ours(folder: Store, wanted: Iterable[str], ours: frozenset[Copied]) -> None:
    """Raise NameTaken if a file that would be replaced is not one of ours."""
    tops = _tops(wanted)
    found = {key for top in tops for key in folder.list_all(top)}.union(wanted)
    theirs = [key for key in found if (data := folder.get(key)) is not None and Copied(key, _digest(data)) not in ours]
    # A file in place of a folder is never ours.
    theirs += [top for top in tops if folder.has(top)]
    if theirs:
        fault = "exists, and was not put there by Flickbook or was changed since"
        raise NameTaken(_path(folder, min(theirs)), fault, "move it away and run again")


def _copy(folder: Store, files: Mapping[str, bytes]) -> None:
    """Write files into a folder; those in folders of their own all at once."""
    for top in _tops(files):
        own = {key: data for key, data in files.items() if key.startswith(f"{top}/")}
        folder.put_folder(top, own, lambda _: True)
    for key, data in files.items():
        if "/" not in key and folder.get(key) != data:
            folder.put(key, data)


def _is_there(folder: Store, file: Copied) -> bool:
    data = folder.get(file.key)
    return data is not None and _digest(data) == file.digest


def _delete(folder: Store, copies: Iterable[Copied]) -> None:
    """Delete copies that are unchanged, and the folders that are empty then."""
    folder.delete_with_folders([file.key for file in copies if _is_there(folder, file)])
