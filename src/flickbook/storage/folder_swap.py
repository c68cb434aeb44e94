"""A local folder's files are replaced all at once, for readers that would take half a set for a whole one."""

import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

# Media servers skip hidden folders.
_BEGIN = ".flickbook-swap-"
_ABANDONED_SECONDS = 3600
_TRIES = 10


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files beside a local folder, then take its place by renaming. Other files of the folder are deleted.

    A folder that has just these files stays as it is. Raises OSError.
    """
    delete_abandoned(folder.parent)
    if _has(folder, files):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_BEGIN, dir=folder.parent) as workplace:
        new = Path(workplace, "new")
        for key, data in files.items():
            path = new / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _swap(new, folder, Path(workplace))


def _swap(new: Path, folder: Path, workplace: Path) -> None:
    for tries in range(_TRIES):
        old = workplace / f"old-{tries}"
        with suppress(FileNotFoundError):
            folder.rename(old)
        try:
            new.rename(folder)
            return
        except OSError:
            # Another worker has put its own folder there; without one, the folder stays as it was.
            with suppress(OSError):
                old.rename(folder)
            if tries == _TRIES - 1:
                raise


def _has(folder: Path, files: Mapping[str, bytes]) -> bool:
    try:
        stored = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        return stored.keys() == files.keys() and all(path.read_bytes() == files[key] for key, path in stored.items())
    except FileNotFoundError:
        return False  # it is being replaced


def delete_abandoned(parent: Path) -> None:
    """Delete what killed workers left in a folder, of which they replaced folders."""
    for left in parent.glob(f"{_BEGIN}*"):
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
