"""The output store: small objects below one URL, each written and read whole."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import obstore
from obstore import exceptions as foreign

from flickbook.errors import NameTaken, OutputDenied
from flickbook.storage.faults import first_line, writing
from flickbook.storage.folder_swap import delete_abandoned, replace_folder
from flickbook.storage.urls import connect, local_path, shown

if TYPE_CHECKING:
    from obstore import UpdateVersion

# Age of a temporary file after which its writer must have died.
_ABANDONED_SECONDS = 0.5


class Versioned(NamedTuple):
    """The bytes of an object, and the version tag under which they were read."""

    data: bytes
    version: "UpdateVersion"


class Sized(NamedTuple):
    """An object's key, its size in bytes, and when it was written, in seconds since 1970."""

    key: str
    size: int
    written: float


class Store:
    """The objects below one URL. Keys are relative to this URL, with parts joined by `/`.

    All methods raise OutputDenied, OutputFull or StoreError if the store fails.
    """

    def __init__(self, url: str, top: str = "") -> None:
        """Connect to a URL; `top` is the URL of the whole store if `url` is a folder in it."""
        self.url = url.rstrip("/")
        self._top = top or self.url
        self._backend, self._prefix = connect(self.url)

    def get(self, key: str) -> bytes | None:
        """Return the bytes of an object, or None if it does not exist."""
        if not self.url.startswith("file://"):
            stored = self.get_versioned(key)
            return None if stored is None else stored.data
        with writing(self._at(key)):
            try:
                # For a small file this is eight times as fast as obstore.
                return Path("/", self._path(key)).read_bytes()
            except FileNotFoundError:
                return None
            except NotADirectoryError:
                # A file in the middle of the key's path means "no such object"; a file in the store's place is a fault.
                if Path(local_path(self._top)).is_dir():
                    return None
                raise

    def get_versioned(self, key: str) -> Versioned | None:
        """Return the bytes and the version tag of an object, or None if it does not exist."""
        try:
            with writing(self._at(key)):
                answer = obstore.get(self._backend, self._path(key))
                version: UpdateVersion = {"e_tag": answer.meta["e_tag"] or ""}
                if answer.meta["version"] is not None:
                    version["version"] = answer.meta["version"]
                return Versioned(bytes(answer.bytes()), version)
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """Write an object, or replace it atomically: readers see the old bytes or the new ones."""
        with writing(self._at(key)), self._existing():
            self._make_folder(key)
            obstore.put(self._backend, self._path(key), data)

    def put_folder(self, folder: str, files: Mapping[str, bytes], may_delete: Callable[[str], bool]) -> None:
        """Replace what is in a folder by these objects; their keys begin with the folder.

        In a local folder readers see all of them or none. In a bucket the first of them is written last. Raises
        NameTaken for another file in a local folder that `may_delete` does not accept by its key.
        """
        if not self.url.startswith("file://"):
            for key in sorted(files, reverse=True):
                self.put(key, files[key])
            return
        others = [key for key in self.list_all(folder) if key not in files and not may_delete(key)]
        if others:
            raise NameTaken(self._at(min(others)), "lies in a folder that is replaced as a whole", "move it elsewhere")
        with writing(self._at(folder)):
            replace_folder(Path("/", self._path(folder)), {key[len(folder) + 1 :]: files[key] for key in files})

    def create(self, key: str, data: bytes) -> bool:
        """Write an object if the key is free. Return whether it was written."""
        with writing(self._at(key)), self._existing():
            self._make_folder(key)
            try:
                obstore.put(self._backend, self._path(key), data, mode="create", use_multipart=False)
            except foreign.AlreadyExistsError:
                return False
        return True

    def replace(self, key: str, data: bytes, stored: Versioned) -> bool:
        """Replace an object if its version is still the `stored` one. Return whether it was replaced.

        Local folders have no versions: there the object is replaced in any case.
        """
        with writing(self._at(key)):
            try:
                obstore.put(self._backend, self._path(key), data, mode=stored.version, use_multipart=False)
            except (FileNotFoundError, foreign.PreconditionError, foreign.AlreadyExistsError):
                return False
            except NotImplementedError:
                self.put(key, data)
        return True

    def list_folder(self, folder: str = "") -> dict[str, str]:
        """Return the objects directly in a folder, as key → version tag."""
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
        """Yield the keys of all objects in and below a folder that sort after the key `after`, in any order."""
        below = len(self._prefix) + 1 if self._prefix else 0
        with writing(self._at(folder)):
            if self.url.startswith("file://"):
                # obstore also reads each file's size and date, which takes ten times as long.
                paths = _walk(f"/{self._path(folder)}")
                yield from (path[below + 1 :] for path in paths if path[below + 1 :] > after)
                return
            offset = self._path(after) if after else None
            for chunk in obstore.list(self._backend, self._path(folder), offset=offset, chunk_size=1000):
                yield from (meta["path"][below:] for meta in chunk)

    def list_sizes(self, folder: str) -> Iterator[Sized]:
        """Yield all objects in and below a folder with their sizes, in any order."""
        with writing(self._at(folder)):
            if self.url.startswith("file://"):
                for key in self.list_all(folder):
                    with suppress(FileNotFoundError):  # it was deleted meanwhile
                        status = Path("/", self._path(key)).stat()
                        yield Sized(key, status.st_size, status.st_mtime)
                return
            below = len(self._prefix) + 1 if self._prefix else 0
            for chunk in obstore.list(self._backend, self._path(folder), chunk_size=1000):
                yield from (
                    Sized(meta["path"][below:], meta["size"], meta["last_modified"].timestamp()) for meta in chunk
                )

    def list_versions(self, folder: str = "") -> dict[str, str]:
        """Return all objects in and below a folder, as key → a tag that changes whenever the object is written."""
        below = len(self._prefix) + 1 if self._prefix else 0
        listed: dict[str, str] = {}
        with writing(self._at(folder)):
            if self.url.startswith("file://"):
                for path in _walk(f"/{self._path(folder)}"):
                    with suppress(FileNotFoundError):
                        status = os.lstat(path)
                        listed[path[below + 1 :]] = f"{status.st_ino} {status.st_mtime_ns} {status.st_size}"
                return listed
            for chunk in obstore.list(self._backend, self._path(folder), chunk_size=1000):
                listed |= {meta["path"][below:]: f"{meta['e_tag']} {meta['last_modified']}" for meta in chunk}
        return listed

    def has(self, key: str) -> bool:
        """Return whether an object exists."""
        try:
            with writing(self._at(key)):
                obstore.head(self._backend, self._path(key))
        except FileNotFoundError:
            return False
        return True

    def delete(self, keys: Sequence[str]) -> None:
        """Delete those of the objects that exist; on S3 one request deletes a thousand."""
        if not keys:
            return
        try:
            with writing(self._at("")):
                obstore.delete(self._backend, [self._path(key) for key in keys])
        except FileNotFoundError:
            # Some stores stop at the first missing object, so each is deleted by itself.
            for key in keys:
                with suppress(FileNotFoundError), writing(self._at(key)):
                    obstore.delete(self._backend, self._path(key))

    def delete_with_folders(self, keys: Sequence[str]) -> None:
        """Delete objects, and the local folders below this store's URL that are empty then."""
        self.delete(keys)
        parts = [key.split("/")[:-1] for key in keys]
        folders = {"/".join(part[:depth]) for part in parts for depth in range(1, len(part) + 1)}
        for folder in sorted(folders, reverse=True):
            self.delete_empty_folder(folder)

    def delete_unfinished(self, folder: str, may_delete: Callable[[str], bool]) -> None:
        """Delete temporary files and folders that killed writers left in a local folder.

        obstore writes KEY#1 and then renames it to KEY. `may_delete` gets KEY. A file younger than half a second stays,
        because its writer may still be at work.
        """
        if not self.url.startswith("file://"):
            return
        # A file can vanish meanwhile: its writer has renamed it, or another process has deleted it.
        with writing(self._at(folder)), suppress(FileNotFoundError):
            for path in Path("/", self._path(folder)).glob("*#*"):
                name, _, number = path.name.rpartition("#")
                old = time.time() - path.stat().st_mtime > _ABANDONED_SECONDS
                if old and number.isdecimal() and may_delete(name):
                    path.unlink(missing_ok=True)
            delete_abandoned(Path("/", self._path(folder)))

    def delete_empty_folder(self, folder: str = "") -> None:
        """Delete a local folder if it is empty; buckets have no folders."""
        if self.url.startswith("file://"):
            with suppress(OSError):  # missing, or not empty
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
            name = shown(self.url)
            if self.url.startswith("file://"):
                raise OutputDenied(name, f"cannot be created ({first_line(error)})", "choose another --out") from error
            raise OutputDenied(name, "lies in a bucket that does not exist", "create the bucket") from error

    def _make_folder(self, key: str) -> None:
        # obstore makes folders too, but loops for ever where the system refuses that (as below /proc).
        if self.url.startswith("file://"):
            Path("/", self._path(key)).parent.mkdir(parents=True, exist_ok=True)


def make_folder(url: str, flag: str) -> None:
    """Make the local folder that an option names, and its parents; buckets have no folders.

    Raises OutputDenied or StoreError.
    """
    if url.startswith("file://"):
        with writing(shown(url), flag):
            Path(local_path(url)).mkdir(parents=True, exist_ok=True)


def _walk(folder: str) -> Iterator[str]:
    """Yield the paths of all files below a local folder, except those that obstore is still writing."""
    for root, _, files in os.walk(folder):
        yield from (f"{root}/{name}" for name in files if "#" not in name or not name.rpartition("#")[2].isdecimal())
