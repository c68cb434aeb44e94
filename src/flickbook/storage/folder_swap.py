"""A local folder's files are replaced all at once, for readers that would take half a set for a whole one."""

import glob
import os
import shutil
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_ABANDONED_SECONDS = 3600
_TRIES = 10


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files beside a local folder, then take its place by renaming. Other files of the folder are deleted.

    A folder that has just these files stays as it is. Raises OSError.
    """
    if _has(folder, files):
        return
    # Media servers skip hidden folders.
    begin, own = f".{folder.name}-", f"{os.getpid()}-{threading.get_ident()}"
    new, old = folder.with_name(f"{begin}{own}-new"), folder.with_name(f"{begin}{own}-old")
    _delete_abandoned(folder, begin)
    shutil.rmtree(new, ignore_errors=True)
    for key, data in files.items():
        path = new / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for tries in range(_TRIES):
        try:
            _swap(new, folder, old)
            return
        except OSError:
            # Another worker did the same in between.
            if tries == _TRIES - 1:
                shutil.rmtree(new, ignore_errors=True)
                raise


def _swap(new: Path, folder: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    try:
        with suppress(FileNotFoundError):
            folder.rename(old)
        new.rename(folder)
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _has(folder: Path, files: Mapping[str, bytes]) -> bool:
    try:
        stored = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        return stored.keys() == files.keys() and all(path.read_bytes() == files[key] for key, path in stored.items())
    except FileNotFoundError:
        return False  # it is being replaced


def _delete_abandoned(folder: Path, begin: str) -> None:
    """Delete what killed workers left beside a folder."""
    for left in folder.parent.glob(f"{glob.escape(begin)}*-*-*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
