"""How the processes of a pool share a card: a process locks a place, which is a file, while its job decodes there.

Two thirds of the processes may use the card at first. Each notes how fast it decodes, and so do those that decode on
the processor. A further place opens while a process in the place before it is at least twice as fast as one on a core.
A process for which the card is slower than a core leaves it.
"""

import fcntl
import hashlib
import os
import struct
from pathlib import Path
from tempfile import TemporaryDirectory

# The devices of NVIDIA's driver, and of the same under Windows (WSL).
_NODES = (Path("/dev/nvidiactl"), Path("/dev/dxg"))
_WORTH = 2
_SPEED = struct.Struct("d")
_CORE = "core"


def card_folder(decode: str) -> TemporaryDirectory[str] | None:
    """Return a new folder in which processes share the card that `decode` means, None if they are to use none.

    Raises UsageError if this machine has no such card, unless `auto` left that open.
    """
    if decode == "cpu" or (decode == "auto" and not any(node.exists() for node in _NODES)):
        return None
    if decode != "auto":
        from flickbook.media.card import check

        check(decode)
    return TemporaryDirectory(prefix="flickbook-card-")


class Place:
    """A place on the card, or on the processor. Its lock ends with its process at the latest."""

    def __init__(self, places: "Places", descriptor: int, *, stays: bool = True) -> None:
        self._places = places
        self._stays = stays
        self._descriptor: int | None = descriptor
        self._marker: Path | None = None

    def mark(self, subject: str) -> None:
        """Note that the card decodes a file for this process, until the place is released."""
        self._marker = self._places.marker_of(subject)
        self._marker.touch()

    def note(self, speed: float) -> bool:
        """Note a speed, in pixels per second. Return whether the job should go, because a core is faster."""
        if self._descriptor is None:
            return False
        os.pwrite(self._descriptor, _SPEED.pack(speed), 0)
        return not self._stays and speed < self._places.speed(_CORE)

    def release(self) -> None:
        """Free the place."""
        if self._marker is not None:
            self._marker.unlink(missing_ok=True)
            self._marker = None
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


class Places:
    """The places of `count` processes, in a folder that they share."""

    def __init__(self, folder: Path, count: int) -> None:
        self._folder = folder
        self._count = count

    def lock(self, *, always: bool) -> Place | None:
        """Return a place on the card; None if all are taken or, unless `always`, if the card has no room for more."""
        for number in range(self._count):
            if not always and not self._is_open(number):
                break
            place = self._open(str(number))
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(place)
            else:
                return Place(self, place, stays=always)
        return None

    def on_core(self) -> Place:
        """Return a place on the processor."""
        return Place(self, self._open(_CORE))

    def speed(self, name: str) -> float:
        """Return the last speed noted for a place, 0 if there is none."""
        try:
            return float(_SPEED.unpack((self._folder / name).read_bytes())[0])
        except (OSError, struct.error):
            return 0.0

    def marker_of(self, subject: str) -> Path:
        """Return the path of the file that says that the card decodes a file for this process."""
        return self._of(subject, f"-{os.getpid()}")

    def refuse(self, subject: str) -> bool:
        """Note that the card cannot decode a file. Return whether this is the first note of it."""
        try:
            self._of(subject).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def refuses(self, subject: str) -> bool:
        """Return whether it is known that the card cannot decode a file."""
        return self._of(subject).exists()

    def was_left(self, subject: str) -> bool:
        """Return whether a process died, or was ended, while the card decoded a file for it."""
        markers = list(self._folder.glob(self._of(subject, "-*").name))
        left = [marker for marker in markers if not _lives(int(marker.name.rpartition("-")[2]))]
        for marker in left:
            marker.unlink(missing_ok=True)
        return bool(left)

    def _of(self, subject: str, end: str = "") -> Path:
        digest = hashlib.sha256(subject.encode(errors="surrogateescape")).hexdigest()
        return self._folder / f"{digest}{end}"

    def _open(self, name: str) -> int:
        self._folder.mkdir(mode=0o700, exist_ok=True)  # a service may outlive what tidies temporary folders
        return os.open(self._folder / name, os.O_RDWR | os.O_CREAT, 0o600)

    def _is_open(self, number: int) -> bool:
        before, core = self.speed(str(number - 1)), self.speed(_CORE)
        if number and before and core:
            return before >= _WORTH * core
        return number < max(1, 2 * self._count // 3)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # of another user
    return True
