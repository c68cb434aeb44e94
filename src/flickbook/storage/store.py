"""The output store: small whole objects below one URL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import obstore
from obstore import exceptions as foreign

from flickbook.errors import OutputDenied
from flickbook.storage.faults import writing
from flickbook.storage.urls import connect, shown


class Store:
    """The objects below one URL. Keys are relative to it, parts joined by `/`.

    Every verb raises OutputDenied, OutputFull or StoreError; `get` gives None for what is not there.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._backend, self._prefix = connect(self.url)

    def get(self, key: str) -> bytes | None:
        """Read one object, or None."""
        try:
            with writing(self._at(key)):
                return bytes(obstore.get(self._backend, self._path(key)).bytes())
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

    def delete(self, keys: Sequence[str]) -> None:
        """Remove objects; those that are gone already do not matter."""
        for key in keys:
            try:
                with writing(self._at(key)):
                    obstore.delete(self._backend, self._path(key))
            except FileNotFoundError:
                continue

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
