"""A whole local file put into a folder or store, of whatever size, where nothing is yet."""

import os
from pathlib import Path

import obstore

from flickbook.errors import NameRefused, NameTaken
from flickbook.storage.faults import writing
from flickbook.storage.urls import below, connect, local_path, shown

# A store takes at most 10,000 parts; the fewer the larger the file is.
_LEAST_PART_BYTES = 8 * 1024 * 1024
_MOST_PARTS = 9_000
# Parts on their way at once; each lies in memory.
_AT_ONCE = 3


def place(file: Path, folder: str, key: str) -> str:
    """Put a file below the URL of a folder, and return its URL there; a local one is linked, not copied.

    In a local folder it never goes over another, nor below a file: that raises NameTaken. Stores have no
    conditional upload in parts, so ask `is_free` before. Also raises NameRefused if the key leads out of the folder by
    a link, OutputDenied, OutputFull or StoreError.
    """
    url = _url(folder, key)
    if url.startswith("file://"):
        _link(file, Path(local_path(folder)), Path(local_path(url)))
        return url
    store, path = connect(url)
    part = max(_LEAST_PART_BYTES, -(-file.stat().st_size // _MOST_PARTS))
    with writing(shown(url)):
        obstore.put(store, path, file, chunk_size=part, max_concurrency=_AT_ONCE)
    return url


def is_free(folder: str, key: str) -> bool:
    """Return whether nothing is at a key below the URL of a folder.

    Raises NameTaken if a local folder is there, or if a file is where a folder would be; OutputDenied or StoreError.
    """
    url = _url(folder, key)
    if url.startswith("file://"):
        target = Path(local_path(url))
        with writing(str(target)):
            _check_path(Path(local_path(folder)), target)
            return not os.path.lexists(target)
    store, path = connect(url)
    try:
        with writing(shown(url)):
            obstore.head(store, path)
    except FileNotFoundError:
        return True
    return False


def is_placed(file: Path, folder: str, key: str) -> bool:
    """Tell whether a local folder has this very file at a key: it was linked there, and then the program died."""
    url = _url(folder, key)
    there = Path(local_path(url))
    return url.startswith("file://") and file.exists() and there.exists() and there.samefile(file)


def _url(folder: str, key: str) -> str:
    return f"{folder.rstrip('/')}/{below(folder, key)}"


def _link(file: Path, folder: Path, target: Path) -> None:
    """Give a file a second name, if that is free. Raises NameTaken, or NameRefused for one outside of the folder."""
    with writing(str(target)):
        _check_path(folder, target)
        # Before folders are made, which must not come to be outside either.
        if not target.parent.resolve().is_relative_to(folder.resolve()):
            raise NameRefused(str(target), "leads out of its folder by a link", "choose a name in another folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, target)
        except FileExistsError as error:
            raise NameTaken(str(target), "is there already", "choose another name or remove it") from error
        _sync(target.parent)


def _check_path(folder: Path, target: Path) -> None:
    """Raise NameTaken if a folder has the name of a file below another folder, or a file that of a folder above it."""
    if target.is_dir():
        raise NameTaken(str(target), "is a folder", "choose another name or remove that folder")
    for above in target.relative_to(folder).parents:
        path = folder / above
        if os.path.lexists(path) and not path.is_dir():
            raise NameTaken(str(target), f"would lie below {path}, which is no folder", "choose another name")


def _sync(folder: Path) -> None:
    """Make the names in a folder last through a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
