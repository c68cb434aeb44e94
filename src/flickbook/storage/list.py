"""What lies in a folder or below a prefix of a bucket, with the versions by which planners know it."""

import os
import stat
from collections.abc import Callable, Iterator
from typing import NamedTuple

import obstore

from flickbook.storage.faults import reading
from flickbook.storage.lookup import local_version
from flickbook.storage.range_reader import version_of
from flickbook.storage.urls import connect, local_path, shown

# What a request for a listing gives at most, on S3.
_CHUNK = 1000


class Listed(NamedTuple):
    """A file or object, as a listing tells of it.

    `key` is relative to the place that was listed; `etag` and `size` in bytes are those of `find_source`. `modified` is
    when a file was last written, in seconds since 1970; 0 for an object, which no reader sees before it is whole.
    `came` is when it came to be what it is, in seconds since 1970: it differs where the same was put there again.
    """

    key: str
    etag: str
    size: int
    modified: float
    came: float


def list_sources(url: str, wanted: Callable[[str], bool], without: str = "") -> Iterator[Listed]:
    """List the files in a local folder and below it, or the objects below a prefix, whose keys are wanted.

    Takes a request for a thousand objects, and none for a single one. Hidden local files and folders, which programs
    that copy use for what is not whole, are left out, and so is all below the key `without`. Raises SourceMissing,
    SourceDenied or StoreError.
    """
    below = f"{without}/" if without else ""
    if url.startswith("file://"):
        yield from _list_folder(url, wanted, below)
        return
    store, prefix = connect(url)
    start = len(prefix) + 1 if prefix else 0
    with reading(shown(url)):
        for chunk in obstore.list(store, prefix or None, chunk_size=_CHUNK):
            for meta in chunk:
                key = meta["path"][start:]
                if wanted(key) and not (below and key.startswith(below)):
                    yield Listed(key, _quoted(version_of(meta)), meta["size"], 0.0, meta["last_modified"].timestamp())


def _list_folder(url: str, wanted: Callable[[str], bool], below: str) -> Iterator[Listed]:
    root = local_path(url).rstrip("/")
    with reading(shown(url)):
        # `os.walk` passes over folders that cannot be read; that the first one can is asked here.
        os.scandir(f"{root}/").close()
    for folder, folders, files in os.walk(f"{root}/"):
        start = folder[len(root) + 1 :]
        start = f"{start.rstrip('/')}/" if start else ""
        folders[:] = [name for name in folders if name[0] != "." and f"{start}{name}/" != below]
        for key in (start + name for name in files if name[0] != "."):
            if wanted(key) and (listed := _look_at(root, key)) is not None:
                yield listed


def _look_at(root: str, key: str) -> Listed | None:
    try:
        status = os.stat(f"{root}/{key}")
    except OSError:
        return None  # it is gone, or a link to nothing
    if not stat.S_ISREG(status.st_mode):
        return None
    return Listed(key, local_version(status), status.st_size, status.st_mtime, status.st_ctime)


def _quoted(version: str) -> str:
    """Write an ETag as a HEAD request tells it: Azure's listings leave the quotes out."""
    return version if '"' in version or " " in version else f'"{version}"'
