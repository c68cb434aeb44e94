"""Whether a video was deleted, or cannot be reached at the moment."""

from collections.abc import Sequence
from pathlib import Path

from flickbook.errors import SourceMissing, UsageError
from flickbook.storage.faults import reading
from flickbook.storage.lookup import find_source, list_sources
from flickbook.storage.urls import is_web, local_path, shown


def is_gone(url: str, trusted: Sequence[str] = ()) -> bool:
    """Return whether a video was deleted, by URL. Raises SourceMissing, SourceDenied or StoreError if none can say.

    A local video is gone if its folder has other files, but not the video: a disk that is not mounted has no folder, or
    an empty one. Below a `trusted` folder, it is gone too if its folder is. A video on a web server is never gone.
    """
    if url.startswith("file://"):
        return _is_gone_here(Path(local_path(url)), shown(url), [Path(local_path(folder)) for folder in trusted])
    try:
        find_source(url)
    except SourceMissing:
        if is_web(url):
            raise
        # This raises an error if the bucket is missing or denies access.
        next(list_sources(url, lambda _: True), None)
        return True
    return False


def check_trusted(folder: str) -> None:
    """Raise UsageError unless a URL is of a local folder with something in it."""
    path = Path(local_path(folder)) if folder.startswith("file://") else None
    try:
        filled = path is not None and any(path.iterdir())
    except OSError:
        filled = False
    if not filled:
        fault = "is no folder with something in it, so it does not show which videos are gone"
        raise UsageError(f"--below {shown(folder)}", fault, "mount its disk, or name another folder")


def _is_gone_here(path: Path, name: str, trusted: Sequence[Path]) -> bool:
    with reading(name):
        try:
            # Not the target of a link, which may be on a disk that is not mounted.
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            others = [*filter(_is_shown, path.parent.iterdir())] if path.parent.is_dir() else []
        else:
            return False
    if not others and not any(folder in path.parents for folder in trusted):
        what = "its folder has nothing else" if path.parent.is_dir() else "so is its folder"
        fault = f"is missing, but {what}, as on a disk that is not mounted"
        remedy = "mount the disk; or, if the folder was deleted, pass --below with a folder above it that still exists"
        raise SourceMissing(name, fault, remedy)
    return True


def _is_shown(path: Path) -> bool:
    """Return whether a file is not hidden: the folder of a disk that is not mounted may have hidden ones."""
    return not path.name.startswith(".") and path.name != "lost+found"
