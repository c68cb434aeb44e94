"""The spool: a folder of half-received uploads, which outlive the service.

Of each upload there is `ID.part`, the bytes that came, and `ID.json`, what they are to become. An upload's offset is
the size of the former: what a killed service had written is there. Received bytes are brought to the disk every
64 MB and at the end, so that a finished upload outlives a power cut, and its end is not long in coming.

The files are the truth after a kill. While the service lives it knows from memory what is under way, so each folder
must have one service.
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
from flickbook.web.admission import KEPT_SECONDS, Progress, Upload, UploadTable

FOLDER = ".flickbook-uploads"

_SYNC_BYTES = 64 * 1024 * 1024
_ID = re.compile(r"[0-9a-f]{32}")
_SUFFIXES = (".json", ".new", ".part")


_UPLOAD = Decoder(Upload)


class Spool:
    """The uploads under way to one source folder or URL. All methods may wait for the disk.

    `table` holds what is known of them in memory. Raises UsageError if there is no folder for it that serves.
    """

    def __init__(self, source: str, settings: Web) -> None:
        self.source = locate(source).rstrip("/")
        self.limit = settings.max_upload_bytes
        self._least_free = settings.min_free_bytes
        self._folder = _make_folder(self.source, settings.spool)
        # Held while room is counted, so that each upload counts on what is left by those before.
        self._counting = threading.Lock()
        self.table = UploadTable()
        self._load()

    @property
    def local(self) -> bool:
        """Whether the source is a folder of this machine."""
        return self.source.startswith("file://")

    def create(
        self, key: str, size: int | None, metadata: str = "", *, resumable: bool = True, client: str = ""
    ) -> Upload:
        """Begin an upload of a client; an empty one may give way to it.

        Raises LimitExceeded if it is too large, OutputFull if there is no room or too many are under way,
        TooManyUploads if too many of its client are.
        """
        if size is not None and size > self.limit:
            raise self.too_large(key)
        begun = round(time.time(), 3)
        upload = Upload(secrets.token_hex(16), key, size, metadata, resumable, client=client, begun=begun)
        with self._counting:
            self._check_room(key, self.table.wanted() + (size or 0))
            given_way = self.table.make_way(key, client)
            with keeping(key):
                if given_way is not None:
                    self.remove(given_way)
                self.part(upload).touch(mode=0o600)
                self._write_record(upload)
            self.table.add(Progress(upload, 0, begun))
        return upload

    def find(self, name: str) -> Upload:
        """Find an upload by its id; one that is done too, for a day. Raises UploadMissing."""
        progress = self.table.find(name)
        if progress is not None:
            return progress.upload
        if _ID.fullmatch(name):
            with suppress(FileNotFoundError, msgspec.DecodeError):
                return _UPLOAD.decode(self._record(name).read_bytes())
        raise UploadMissing(f"upload {name}", "is not there, or no more", "begin a new one")

    def part(self, upload: Upload) -> Path:
        """Give the file of what came of an upload."""
        return self._folder / f"{upload.id}.part"

    def offset(self, upload: Upload) -> int:
        """Count the bytes that came. Raises UploadMissing if it was ended meanwhile."""
        if upload.state == "done":
            return upload.size or 0
        progress = self.table.find(upload.id)
        if progress is None:
            raise _ended(upload)
        return progress.offset

    def append(self, upload: Upload, offset: int, data: bytes | bytearray) -> int:
        """Write bytes that came, and count all that are there now.

        Raises LimitExceeded, OutputFull, StoreError, or UploadMissing if it was ended meanwhile.
        """
        end = offset + len(data)
        if end > (self.limit if upload.size is None else upload.size):
            raise self.too_large(upload.key)
        # With its first byte an upload reserves the room for all others.
        with nullcontext() if offset else self._counting:
            self._check_room(upload.key, len(data) if offset else self.table.wanted() + (upload.size or len(data)))
            try:
                with keeping(upload.key):
                    self._write(upload, offset, data)
            except FileNotFoundError as error:
                raise _ended(upload) from error
        return end

    def settle(self, upload: Upload) -> Upload:
        """Bring a whole upload to the disk, and note its size. Raises UploadMismatch if it is not whole."""
        size = self.offset(upload)
        if upload.size not in (None, size):
            raise UploadMismatch(upload.key, f"has {size} of {upload.size} bytes", "send the rest")
        try:
            with keeping(upload.key), open(self.part(upload), "rb") as file:
                os.fsync(file.fileno())
        except FileNotFoundError as error:
            raise _ended(upload) from error
        return self._write_record(replace(upload, size=size))

    def claim(self, upload: Upload) -> Upload:
        """Note that the name is this upload's: after a kill it is stored over whatever half of it is there."""
        return self._write_record(replace(upload, state="storing"))

    def place(self, upload: Upload) -> str:
        """Put a settled upload into the source, if it is not there yet, and give its URL there.

        Raises NameTaken in a local source, NameRefused, OutputDenied, OutputFull, StoreError or UploadMissing.
        """
        if self.is_placed(upload):
            return f"{self.source}/{below(self.source, upload.key)}"
        try:
            return place(self.part(upload), self.source, upload.key)
        except FileNotFoundError as error:
            raise _ended(upload) from error

    def is_placed(self, upload: Upload) -> bool:
        """Tell whether an upload lies in its local source already, because its service died just then."""
        return is_placed(self.part(upload), self.source, upload.key)

    def is_free(self, key: str) -> bool:
        """Tell whether the source has nothing of that key. Raises OutputDenied or StoreError."""
        return is_free(self.source, key)

    def close(self, upload: Upload) -> None:
        """Keep of an upload no more than that it is done, for clients that did not hear it."""
        self._write_record(replace(upload, state="done"))
        self.table.remove(upload.id)
        self.part(upload).unlink(missing_ok=True)

    def remove(self, upload: Upload) -> None:
        """Forget an upload and what came of it."""
        self.table.remove(upload.id)
        self.part(upload).unlink(missing_ok=True)
        self._record(upload.id).unlink(missing_ok=True)

    def expires(self, upload: Upload) -> float:
        """Return when an upload is forgotten, in seconds since 1970.

        That is a day after its last byte, or an hour after its beginning if none came. Raises UploadMissing if it was
        ended meanwhile.
        """
        progress = self.table.find(upload.id)
        if progress is not None:
            return progress.expires
        try:
            return self._record(upload.id).stat().st_mtime + KEPT_SECONDS
        except FileNotFoundError as error:
            raise _ended(upload) from error

    def sweep(self) -> None:
        """Forget the uploads that nobody went on with, and what is left of others. Raises OutputFull or StoreError."""
        now = time.time()
        with keeping(str(self._folder)):
            for progress in self.table.list():
                upload = progress.upload
                if upload.state != "storing" and upload.id not in self.table.receiving and progress.expires < now:
                    self.remove(upload)
            for path in self._folder.iterdir():
                if not _ID.fullmatch(path.stem) or path.suffix not in _SUFFIXES or self.table.find(path.stem):
                    continue
                with suppress(FileNotFoundError):
                    if path.stat().st_mtime + KEPT_SECONDS < now:
                        path.unlink()

    def too_large(self, key: str) -> LimitExceeded:
        """Give the error of an upload that is longer than it may be or than it said."""
        fault = f"is larger than it was said to be or than the {self.limit} bytes that are allowed"
        return LimitExceeded(key, fault, "send a smaller file, or raise FLICKBOOK_MAX_UPLOAD_BYTES")

    def _load(self) -> None:
        """Read what an earlier service left under way; what is done has no part any more."""
        found = []
        for part in self._folder.glob("*.part"):
            with suppress(UploadMissing, FileNotFoundError):
                upload = self.find(part.stem)
                if upload.state != "done":
                    came, noted = part.stat(), self._record(upload.id).stat().st_mtime
                    upload = replace(upload, begun=upload.begun or round(noted, 3))
                    found.append(Progress(upload, came.st_size, max(came.st_mtime, noted)))
        for progress in sorted(found, key=lambda one: one.upload.begun):
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
                # What came before the disk was full is there.
                self.table.note_bytes(upload.id, os.fstat(file.fileno()).st_size)

    def _check_room(self, key: str, wanted: int) -> None:
        free = shutil.disk_usage(self._folder).free
        if free - wanted < self._least_free:
            fault = f"does not fit on the disk ({free} bytes are free, {self._least_free} must stay so)"
            raise OutputFull(key, fault, "make room, or wait until other uploads are done")

    def _record(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _write_record(self, upload: Upload) -> Upload:
        aside = self._folder / f"{upload.id}.new"
        with keeping(upload.key):
            aside.write_bytes(msgspec.json.encode(upload))
            aside.replace(self._record(upload.id))
        self.table.update(upload)
        return upload


@contextmanager
def keeping(name: str) -> Iterator[None]:
    """Translate what the disk says while an upload is written to it; a missing file stays FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise OutputFull(name, "cannot be kept, the disk is full", "make room and go on with it") from error
        raise StoreError(name, f"cannot be kept ({error.strerror})", "check the folder FLICKBOOK_SPOOL") from error


def _ended(upload: Upload) -> UploadMissing:
    return UploadMissing(f"upload {upload.id}", "was ended", "begin a new one")


def _make_folder(source: str, wanted: str) -> Path:
    """Make the folder for uploads under way, for nobody else's eyes."""
    if wanted:
        folder = Path(os.path.expanduser(wanted)).absolute()  # noqa: PTH111  # a `~` that names no user is a name
    elif source.startswith("file://"):
        folder = Path(local_path(source)) / FOLDER
    else:
        # Each source has its own: whoever starts finishes what lies there.
        digest = hashlib.sha256(source.encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"flickbook-uploads-{os.getuid()}-{digest}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat(follow_symlinks=bool(wanted))
        elsewhere = source.startswith("file://") and Path(local_path(source)).stat().st_dev != status.st_dev
    except OSError as error:
        raise UsageError(
            str(folder), f"cannot hold uploads ({error.strerror})", "choose another FLICKBOOK_SPOOL"
        ) from error
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid():
        raise UsageError(str(folder), "belongs to somebody else", "choose another FLICKBOOK_SPOOL")
    if elsewhere:
        remedy = "choose a FLICKBOOK_SPOOL there, or none"
        raise UsageError(str(folder), f"is on another file system than {shown(source)}", remedy)
    return folder
