"""The spool: a folder of half-received uploads, which outlive the service.

Each upload has two files: `ID.part` with the bytes that came, whose size is the upload's offset, and `ID.json` with its
record. Received bytes are flushed to the disk every 64 MB and at the end: a whole upload then outlives a power cut, and
its last flush is short.

After a kill, the files say what is under way. A running service knows it from memory; a folder must therefore have only
one service.
"""

import errno
import hashlib
import os
import re
import secrets
import shutil
import stat
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from flickbook.core.decoding import Decoder
from flickbook.core.settings import Web
from flickbook.errors import LimitExceeded, OutputFull, StoreError, UploadMismatch, UploadMissing, UsageError
from flickbook.storage import below, is_free, is_placed, local_path, locate, place, shown
from flickbook.web.upload_table import KEPT_SECONDS, Upload, UploadProgress, UploadTable

FOLDER = ".flickbook-uploads"

_SYNC_BYTES = 64 * 1024 * 1024
_ID = re.compile(r"[0-9a-f]{32}")
_SUFFIXES = (".json", ".link", ".new", ".part")
_UPLOAD = Decoder(Upload)


class Spool:
    """The uploads under way to one source folder or URL. All methods may wait for the disk.

    `table` has their progress in memory. `local` is True if the source is a folder of this machine. Raises UsageError
    if no folder can be used for the spool.
    """

    def __init__(self, source: str, settings: Web) -> None:
        self.source = locate(source).rstrip("/")
        self.local = self.source.startswith("file://")
        self.limit = settings.max_upload_bytes
        self._least_free = settings.min_free_bytes
        self._folder = _make_folder(self.source, settings.spool)
        # Locked while room is counted and reserved, so that no two uploads get the same room.
        self._counting = threading.Lock()
        self.table = UploadTable()
        self._load()

    def create(
        self,
        key: str,
        size: int | None,
        metadata: str = "",
        *,
        resumable: bool = True,
        client: str = "",
        replaces: bool = False,
    ) -> Upload:
        """Begin an upload of a client; may evict an idle upload for it.

        Raises LimitExceeded if it is too large, OutputFull if there is no room or too many uploads are under way,
        TooManyUploads if too many of them are this client's.
        """
        if size is not None and size > self.limit:
            raise self.too_large(key)
        begun = round(time.time(), 3)
        upload = Upload(
            secrets.token_hex(16), key, size, metadata, resumable, client=client, begun=begun, replaces=replaces
        )
        with self._counting:
            self._check_room(key, self.table.reserved() + (size or 0))
            evicted = self.table.evict(key, client)
            with _disk_errors(key):
                if evicted is not None:
                    self.delete(evicted)
                self.part(upload).touch(mode=0o600)
                self._write_record(upload)
            self.table.add(UploadProgress(upload, 0, begun))
        return upload

    def find(self, name: str) -> Upload:
        """Return an upload by its id; an upload that is done is found for a day. Raises UploadMissing."""
        progress = self.table.find(name)
        if progress is not None:
            return progress.upload
        if _ID.fullmatch(name):
            with suppress(FileNotFoundError, msgspec.DecodeError):
                return _UPLOAD.decode(self._record(name).read_bytes())
        raise UploadMissing(f"upload {name}", "does not exist, or no longer", "begin a new one")

    def part(self, upload: Upload) -> Path:
        """Return the path of the file with an upload's bytes."""
        return self._folder / f"{upload.id}.part"

    def offset(self, upload: Upload) -> int:
        """Return how many bytes came. Raises UploadMissing if the upload was ended meanwhile."""
        if upload.state == "done":
            return upload.size or 0
        progress = self.table.find(upload.id)
        if progress is None:
            raise _ended(upload)
        return progress.offset

    def append(self, upload: Upload, offset: int, data: bytes | bytearray) -> int:
        """Write bytes at an offset, and return the new offset.

        Raises LimitExceeded, OutputFull, StoreError, or UploadMissing if the upload was ended meanwhile.
        """
        end = offset + len(data)
        if end > (self.limit if upload.size is None else upload.size):
            raise self.too_large(upload.key)
        # With its first byte, an upload reserves room for all its bytes.
        with nullcontext() if offset else self._counting:
            self._check_room(upload.key, len(data) if offset else self.table.reserved() + (upload.size or len(data)))
            with _disk_errors(upload.key), _while_there(upload):
                self._write(upload, offset, data)
        return end

    def flush(self, upload: Upload) -> Upload:
        """Flush a whole upload to the disk, and record its size. Raises UploadMismatch if bytes are missing."""
        size = self.offset(upload)
        if upload.size not in (None, size):
            raise UploadMismatch(upload.key, f"has {size} of {upload.size} bytes", "send the rest")
        with _disk_errors(upload.key), _while_there(upload), open(self.part(upload), "rb") as file:
            os.fsync(file.fileno())
        return self._write_record(replace(upload, size=size))

    def claim(self, upload: Upload) -> Upload:
        """Record that this upload owns its name. After a kill it is stored again, over the half that may be there."""
        return self._write_record(replace(upload, state="storing"))

    def place(self, upload: Upload) -> str:
        """Store a flushed upload in the source, if it is not there yet, and return its URL there.

        Raises NameTaken in a local source, NameRefused, OutputDenied, OutputFull, StoreError or UploadMissing.
        """
        if self.is_placed(upload):
            return f"{self.source}/{below(self.source, upload.key)}"
        with _while_there(upload):
            return place(self.part(upload), self.source, upload.key, replace=upload.replaces)

    def is_placed(self, upload: Upload) -> bool:
        """Return whether an upload is in its local source already: a service may have died just after storing it."""
        return is_placed(self.part(upload), self.source, upload.key)

    def is_free(self, key: str) -> bool:
        """Return whether the source has no file of that key. Raises OutputDenied or StoreError."""
        return is_free(self.source, key)

    def mark_done(self, upload: Upload) -> None:
        """Delete an upload's bytes; its record stays for a day, for clients that missed the answer."""
        self._write_record(replace(upload, state="done"))
        self.table.remove(upload.id)
        self.part(upload).unlink(missing_ok=True)

    def delete(self, upload: Upload) -> None:
        """Delete an upload, its record and its bytes."""
        self.table.remove(upload.id)
        self.part(upload).unlink(missing_ok=True)
        self._record(upload.id).unlink(missing_ok=True)

    def expires(self, upload: Upload) -> float:
        """Return the time at which an upload is deleted, in seconds since 1970.

        That is a day after its last byte, or an hour after its beginning if no byte came. Raises UploadMissing if the
        upload was ended meanwhile.
        """
        progress = self.table.find(upload.id)
        if progress is not None:
            return progress.expires
        with _while_there(upload):
            return self._record(upload.id).stat().st_mtime + KEPT_SECONDS

    def delete_expired(self) -> None:
        """Delete expired uploads, and old files that belong to no upload. Raises OutputFull or StoreError."""
        now = time.time()
        with _disk_errors(str(self._folder)):
            for progress in self.table.list():
                upload = progress.upload
                if upload.state != "storing" and upload.id not in self.table.receiving and progress.expires < now:
                    self.delete(upload)
            for path in self._folder.iterdir():
                if not _ID.fullmatch(path.stem) or path.suffix not in _SUFFIXES or self.table.find(path.stem):
                    continue
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime + KEPT_SECONDS < now:
                        path.unlink()

    def too_large(self, key: str) -> LimitExceeded:
        """Return the error for an upload that is larger than announced or than allowed."""
        fault = f"is larger than announced, or than the {self.limit} bytes that are allowed"
        return LimitExceeded(key, fault, "send a smaller file, or raise FLICKBOOK_MAX_UPLOAD_BYTES")

    def _load(self) -> None:
        """Read the uploads under way of an earlier service. An upload that is done has no part file."""
        found = []
        for part in self._folder.glob("*.part"):
            with suppress(UploadMissing, FileNotFoundError):
                upload = self.find(part.stem)
                if upload.state != "done":
                    received, recorded = part.stat(), self._record(upload.id).stat().st_mtime
                    upload = replace(upload, begun=upload.begun or round(recorded, 3))
                    found.append(UploadProgress(upload, received.st_size, max(received.st_mtime, recorded)))
        for progress in sorted(found, key=lambda progress: progress.upload.begun):
            self.table.add(progress)

    def _write(self, upload: Upload, offset: int, data: bytes | bytearray) -> None:
        with open(self.part(upload), "r+b", buffering=0) as file:
            left = memoryview(data)
            file.seek(offset)
            try:
                while left:
                    left = left[file.write(left) :]
                if offset // _SYNC_BYTES != (offset + len(data)) // _SYNC_BYTES:
                    os.fdatasync(file.fileno())
            finally:
                # Also after an error: bytes written before the disk was full count.
                self.table.note_bytes(upload.id, os.fstat(file.fileno()).st_size)

    def _check_room(self, key: str, size: int) -> None:
        free = shutil.disk_usage(self._folder).free
        if free - size < self._least_free:
            fault = f"does not fit on the disk ({free} bytes are free, {self._least_free} must stay free)"
            raise OutputFull(key, fault, "free some space, or wait until other uploads are done")

    def _record(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _write_record(self, upload: Upload) -> Upload:
        aside = self._folder / f"{upload.id}.new"
        with _disk_errors(upload.key):
            aside.write_bytes(msgspec.json.encode(upload))
            aside.replace(self._record(upload.id))
        self.table.update(upload)
        return upload


@contextmanager
def _disk_errors(name: str) -> Iterator[None]:
    """Translate OSErrors of the disk to OutputFull or StoreError; FileNotFoundError passes unchanged."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OutputFull(name, "cannot be written, the disk is full", "free some space and resume it") from error
        raise StoreError(name, f"cannot be written ({error.strerror})", "check the folder FLICKBOOK_SPOOL") from error


@contextmanager
def _while_there(upload: Upload) -> Iterator[None]:
    """Raise UploadMissing if a file of an upload is gone, because the upload was ended meanwhile."""
    try:
        yield
    except FileNotFoundError as error:
        raise _ended(upload) from error


def _ended(upload: Upload) -> UploadMissing:
    return UploadMissing(f"upload {upload.id}", "was ended", "begin a new one")


def _make_folder(source: str, spool: str) -> Path:
    """Make the folder for uploads under way, readable only by this user, and return it."""
    if spool:
        folder = Path(os.path.expanduser(spool)).absolute()  # noqa: PTH111  # keeps a `~` that names no user
    elif source.startswith("file://"):
        folder = Path(local_path(source)) / FOLDER
    else:
        # A folder for each source, because a service that starts finishes all uploads in its folder.
        digest = hashlib.sha256(source.encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"flickbook-uploads-{os.getuid()}-{digest}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat(follow_symlinks=bool(spool))
        elsewhere = source.startswith("file://") and Path(local_path(source)).stat().st_dev != status.st_dev
    except OSError as error:
        raise UsageError(
            str(folder), f"cannot hold uploads ({error.strerror})", "choose another FLICKBOOK_SPOOL"
        ) from error
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
        raise UsageError(str(folder), "belongs to another user", "choose another FLICKBOOK_SPOOL")
    if elsewhere:
        remedy = "choose a FLICKBOOK_SPOOL on that file system, or unset it"
        raise UsageError(str(folder), f"is on another file system than {shown(source)}", remedy)
    return folder
