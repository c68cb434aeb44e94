"""Put a complete local file of any size under a key of a folder or bucket."""

import os
from pathlib import Path

import obstore

from flickbook.errors import NameRefused, NameTaken
from flickbook.storage.faults import writing
from flickbook.storage.urls import below, connect, local_path, shown

# Stores accept at most 10,000 parts of an upload, so the parts of a large file are larger.
_LEAST_PART_BYTES = 8 * 1024 * 1024
_MOST_PARTS = 9_000
# Each part under way is kept in memory.
_PARALLEL_PARTS = 3


def place(file: Path, folder: str, key: str, *, replace: bool = False) -> str:
    """Store a file under a key below a folder's URL and return its new URL; local files are hard-linked, not copied.

    In a local folder, an existing file raises NameTaken unless it is to `replace`, and so does a file in place of a
    folder. In a bucket an existing object is always replaced, because uploads in parts cannot be conditional: check
    `is_free` before. A replaced video is whole until the new one is. Also raises NameRefused if a link leads out of
    the folder, OutputDenied, OutputFull or StoreError.
    """
    url = _url(folder, key)
    if url.startswith("file://"):
        _link(file, Path(local_path(folder)), Path(local_path(url)), replace=replace)
        return url
    store, path = connect(url)
    part = max(_LEAST_PART_BYTES, -(-file.stat().st_size // _MOST_PARTS))
    with writing(shown(url), "--source"):
        obstore.put(store, path, file, chunk_size=part, max_concurrency=_PARALLEL_PARTS)
    return url


def is_free(folder: str, key: str) -> bool:
    """Return whether a key below a folder's URL is free.

    Raises NameTaken if the key is a local folder, or if a file has the name of one of its folders; OutputDenied or
    StoreError.
    """
    url = _url(folder, key)
    if url.startswith("file://"):
        target = Path(local_path(url))
        with writing(str(target), "--source"):
            _check_path(Path(local_path(folder)), target)
            return not os.path.lexists(target)
    store, path = connect(url)
    try:
        with writing(shown(url), "--source"):
            obstore.head(store, path)
    except FileNotFoundError:
        return True
    return False


def is_placed(file: Path, folder: str, key: str) -> bool:
    """Return whether `place` has already linked this very file under a key; the program may have died after that."""
    url = _url(folder, key)
    there = Path(local_path(url))
    return url.startswith("file://") and file.exists() and there.exists() and there.samefile(file)


def _url(folder: str, key: str) -> str:
    return f"{folder.rstrip('/')}/{below(folder, key)}"


def _link(file: Path, folder: Path, target: Path, *, replace: bool) -> None:
    """Link a file under a name. Raises NameTaken if it is not free, or NameRefused if it is outside the folder."""
    with writing(str(target), "--source"):
        _check_path(folder, target)
        # Checked before folders are made: these must be inside too.
        if not target.parent.resolve().is_relative_to(folder.resolve()):
            raise NameRefused(str(target), "leads out of its folder by a link", "choose a name in another folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            if replace:
                # A link cannot take an existing name, but a renamed link can.
                aside = file.with_suffix(".link")
                aside.unlink(missing_ok=True)
                os.link(file, aside)
                aside.replace(target)
            else:
                os.link(file, target)
        except FileExistsError as error:
            raise NameTaken(str(target), "exists already", "choose another name or remove it") from error
        _sync(target.parent)


def _check_path(folder: Path, target: Path) -> None:
    """Raise NameTaken if `target` is a folder, or if a file is in place of one of its parent folders."""
    if target.is_dir():
        raise NameTaken(str(target), "is a folder", "choose another name or remove that folder")
    for above in target.relative_to(folder).parents:
        path = folder / above
        if os.path.lexists(path) and not path.is_dir():
            raise NameTaken(str(target), f"would lie below {path}, which is not a folder", "choose another name")


def _sync(folder: Path) -> None:
    """Write a folder's names to the disk, so that they survive a power cut."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
