"""The output store: small whole objects below one URL."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import obstore
from obstore import exceptions as foreign

from flickbook.errors import OutputDenied
from flickbook.storage.faults import writing
from flickbook.storage.urls import connect, shown

if TYPE_CHECKING:
    from obstore import UpdateVersion

_SETTLED_SECONDS = 0.5


class Held(NamedTuple):
    """An object as it was read: its bytes, and the mark of that version."""

    data: bytes
    mark: "UpdateVersion"


class Store:
    """The objects below one URL. Keys are relative to it, parts joined by `/`.

    Every verb raises OutputDenied, OutputFull or StoreError; `get` gives None for what is not there.
    """

    def __init__(self, url: str, top: str = "") -> None:
        """Take a URL, and that of the whole store if it is a part of one."""
        self.url = url.rstrip("/")
        self._top = top or self.url
        self._backend, self._prefix = connect(self.url)

    def get(self, key: str) -> bytes | None:
        """Read one object, or None."""
        if not self.url.startswith("file://"):
            held = self.hold(key)
            return None if held is None else held.data
        with writing(self._at(key)):
            try:
                # obstore takes eight times as long for a small file.
                return Path("/", self._path(key)).read_bytes()
            except FileNotFoundError:
                return None
            except NotADirectoryError:
                # Below another object there is none, but a file in the place of the store's folder is a fault.
                if Path(shown(self._top)).is_dir():
                    return None
                raise

    def hold(self, key: str) -> Held | None:
        """Read one object and the mark of its version, or None."""
        try:
            with writing(self._at(key)):
                answer = obstore.get(self._backend, self._path(key))
                mark: UpdateVersion = {"e_tag": answer.meta["e_tag"] or ""}
                if answer.meta["version"] is not None:
                    mark["version"] = answer.meta["version"]
                return Held(bytes(answer.bytes()), mark)
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Write one object, over what is there; readers see the old or the new, never a part."""
        with writing(self._at(key)), self._existing():
            self._make_folder(key)
            obstore.put(self._backend, self._path(key), data)

    def create(self, key: str, data: bytes) -> bool:
        """Write one object if there is none yet, and tell whether it was written."""
        with writing(self._at(key)), self._existing():
            self._make_folder(key)
            try:
                obstore.put(self._backend, self._path(key), data, mode="create", use_multipart=False)
            except foreign.AlreadyExistsError:
                return False
        return True

    def replace(self, key: str, data: bytes, held: Held) -> bool:
        """Write one object over the version that was read, and tell whether it was still that one.

        A local folder cannot tell: there it is written over whatever has come since.
        """
        with writing(self._at(key)):
            try:
                obstore.put(self._backend, self._path(key), data, mode=held.mark, use_multipart=False)
            except (FileNotFoundError, foreign.PreconditionError, foreign.AlreadyExistsError):
                return False
            except NotImplementedError:
                self.put(key, data)
        return True

    def list_folder(self, folder: str = "") -> dict[str, str]:
        """List the objects directly in a folder as key → version mark."""
        prefix = self._path(folder)
        try:
            with writing(self._at(folder)):
                objects = obstore.list_with_delimiter(self._backend, prefix)["objects"]
        except FileNotFoundError:
            return {}
        below = len(self._prefix) + 1 if self._prefix else 0
        # Some S3 servers list the folder itself, as an object without a name.
        return {meta["path"][below:]: f"{meta['e_tag']}" for meta in objects if meta["path"][below:]}

    def list_all(self, folder: str = "", after: str = "") -> Iterator[str]:
        """Yield the keys of all objects in a folder and below that sort after a key, in no certain order."""
        below = len(self._prefix) + 1 if self._prefix else 0
        with writing(self._at(folder)):
            if self.url.startswith("file://"):
                # obstore asks for each file's size and date, which takes ten times as long.
                paths = _walk(f"/{self._path(folder)}")
                yield from (path[below + 1 :] for path in paths if path[below + 1 :] > after)
                return
            offset = self._path(after) if after else None
            for chunk in obstore.list(self._backend, self._path(folder), offset=offset, chunk_size=1000):
                yield from (meta["path"][below:] for meta in chunk)

    def has(self, key: str) -> bool:
        """Tell whether there is such an object."""
        try:
            with writing(self._at(key)):
                obstore.head(self._backend, self._path(key))
        except FileNotFoundError:
            return False
        return True

    def delete(self, keys: Sequence[str]) -> None:
        """Remove objects, on S3 a thousand a request; those that are gone already do not matter."""
        if not keys:
            return
        try:
            with writing(self._at("")):
                obstore.delete(self._backend, [self._path(key) for key in keys])
        except FileNotFoundError:
            # Where one that is gone stops the rest, each is removed by itself.
            for key in keys:
                with suppress(FileNotFoundError), writing(self._at(key)):
                    obstore.delete(self._backend, self._path(key))

    def sweep(self, folder: str, ours: Callable[[str], bool]) -> None:
        """Remove what killed writers left in a local folder: obstore writes KEY#1, then renames it to KEY.

        `ours` tells which keys to sweep. What is younger than half a second may still be being written.
        """
        if not self.url.startswith("file://"):
            return
        # A file that goes meanwhile is another sweeper's, or a writer's that has finished after all.
        with writing(self._at(folder)), suppress(FileNotFoundError):
            for path in Path("/", self._path(folder)).glob("*#*"):
                name, _, number = path.name.rpartition("#")
                if number.isdecimal() and ours(name) and time.time() - path.stat().st_mtime > _SETTLED_SECONDS:
                    path.unlink(missing_ok=True)

    def prune(self, folder: str = "") -> None:
        """Remove a local folder if nothing is left in it; stores in buckets have no folders."""
        if self.url.startswith("file://"):
            # One that is gone, or not empty, stays as it is.
            with suppress(OSError):
                Path("/", self._path(folder)).rmdir()

    def _path(self, key: str) -> str:
        return "/".join(part for part in (self._prefix, key) if part)

    def _at(self, key: str) -> str:
        return shown(f"{self.url}/{key}" if key else self.url)

    @contextmanager
    def _existing(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise OutputDenied(
                shown(self.url), "lies in no store that exists", "create the bucket or folder"
            ) from error

    def _make_folder(self, key: str) -> None:
        # obstore makes folders too, but loops for ever where the system refuses (as below /proc).
        if self.url.startswith("file://"):
            Path("/", self._path(key)).parent.mkdir(parents=True, exist_ok=True)


def make_folder(url: str) -> None:
    """Make a local folder and those above it; stores in buckets have none. Raises OutputDenied or StoreError."""
    if url.startswith("file://"):
        with writing(shown(url)):
            Path(shown(url)).mkdir(parents=True, exist_ok=True)


def _walk(folder: str) -> Iterator[str]:
    """Yield the paths of all files below a local folder, but not those that obstore is still writing."""
    for root, _, files in os.walk(folder):
        yield from (f"{root}/{name}" for name in files if "#" not in name or not name.rpartition("#")[2].isdecimal())
