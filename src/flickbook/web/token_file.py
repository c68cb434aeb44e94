"""The token file: the tokens that a service knows besides those of its settings, and the key of its sessions.

It lies beside a local output, `previews-tokens.json` beside `previews`; not inside, because outputs are published. It
has digests of tokens. Only the service's own token is in it as it is, because its URL is printed at each start. So the
file is readable by its owner only.

A running service sees a change of the file within two seconds. Writers lock it, and replace it at once.
"""

import fcntl
import hashlib
import logging
import os
import secrets
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Literal
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from flickbook.core.decoding import Decoder
from flickbook.core.settings import Web
from flickbook.errors import NameTaken, OutputDenied, SourceMissing, UsageError
from flickbook.storage import local_path, locate_output

Access = Literal["read", "write"]

OWN = "service"  # name of the service's own token
MAX_TOKENS = 100
MAX_NAME = 64
CHECK_SECONDS = 1.0
USE_SECONDS = 3600.0  # the last use of a token is written this often
_REMEDY = "set FLICKBOOK_TOKENS to a file that can"

_log = logging.getLogger("flickbook")


class StoredToken(msgspec.Struct, frozen=True, omit_defaults=True):
    """A named token: the SHA-256 digest of its text, what it allows, and when it was made and last used.

    `secret` is the text itself, of the service's own token.
    """

    name: str
    rights: Access
    digest: str
    made: float
    used: float | None = None
    secret: str = ""


class Stored(msgspec.Struct, frozen=True):
    """The content of the file; `ended` maps each session that was ended to the time when its cookie expires."""

    version: Literal[1] = 1
    key: str = ""
    tokens: tuple[StoredToken, ...] = ()
    ended: dict[str, float] = {}


_STORED = Decoder(Stored)


def token_path(web: Web) -> Path | None:
    """Return the path of a service's token file, or None if the user has no home folder for it."""
    if web.tokens:
        return Path(web.tokens).expanduser()
    out = locate_output(web.out).rstrip("/")
    if out.startswith("file://") and (folder := Path(local_path(out))).name:
        return folder.with_name(f"{folder.name}-tokens.json")
    name = urlsplit(out).path.rpartition("/")[2] or urlsplit(out).netloc
    name = f"{name}-{hashlib.sha256(out.encode()).hexdigest()[:12]}-tokens.json"
    try:
        state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    except RuntimeError:
        return None
    return Path(state) / "flickbook" / name


class TokenFile:
    """The tokens at a path, as they are now. Without a path, there are none, and none can be added."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = None if path is None else path.resolve()
        self._stored = Stored()
        self._version: tuple[int, ...] | None = None
        self._checked = -CHECK_SECONDS
        self._marked: dict[str, float] = {}

    def stored(self) -> Stored:
        """Return the content, at most a second old. A file that cannot be read is logged, and allows nothing."""
        now = time.monotonic()
        if self.path is not None and now - self._checked >= CHECK_SECONDS:
            self._checked = now
            version = _version_of(self.path)
            if version != self._version:
                self._version, self._stored = version, self._read()
        return self._stored

    def own(self) -> str:
        """Return the service's own token; the first call makes it. Raises OutputDenied or UsageError."""

        def with_own(stored: Stored) -> Stored:
            if any(token.secret for token in stored.tokens):
                return stored
            secret = _new_secret()
            own = replace(_made(OWN, "write", secret), secret=secret)
            return replace(stored, key=stored.key or secrets.token_hex(32), tokens=(*stored.tokens, own))

        return next(token.secret for token in self.change(with_own).tokens if token.secret)

    def add(self, name: str, rights: Access) -> str:
        """Make a token with a new name, and return its text, which is not stored. Raises NameTaken or UsageError."""
        name = name.strip()
        if not 0 < len(name) <= MAX_NAME or name[0] == "-" or "/" in name or not name.isprintable() or name == OWN:
            remedy = f"use up to {MAX_NAME} characters without a slash, and no hyphen in front"
            raise UsageError(name or "the token", "is no name for a token", remedy)
        secret = _new_secret()

        def with_new(stored: Stored) -> Stored:
            if any(token.name == name for token in stored.tokens):
                raise NameTaken(name, "is the name of a token already", "revoke that token first, or use another name")
            if len(stored.tokens) >= MAX_TOKENS:
                raise UsageError(name, f"would be more than {MAX_TOKENS} tokens", "revoke tokens that nobody uses")
            return replace(stored, tokens=(*stored.tokens, _made(name, rights, secret)))

        self.change(with_new)
        return secret

    def revoke(self, name: str) -> None:
        """Delete a token; its sessions end too. Raises SourceMissing."""

        def without(stored: Stored) -> Stored:
            tokens = tuple(token for token in stored.tokens if token.name != name)
            if len(tokens) == len(stored.tokens):
                raise SourceMissing(name, "is not the name of a token", "see `flickbook token list`")
            return replace(stored, tokens=tokens)

        self.change(without)

    def mark_used(self, name: str) -> None:
        """Write down that a token is used now, once an hour, in a thread: an event loop may call this."""
        now = round(time.time(), 3)
        if now - self._marked.get(name, 0.0) < USE_SECONDS:
            return
        self._marked[name] = now

        def with_use(stored: Stored) -> Stored:
            return replace(
                stored,
                tokens=tuple(
                    replace(token, used=now)
                    if token.name == name and now - (token.used or 0.0) >= USE_SECONDS
                    else token
                    for token in stored.tokens
                ),
            )

        def write() -> None:
            with suppress(OutputDenied, UsageError):
                self.change(with_use)

        threading.Thread(target=write, daemon=True).start()

    def change(self, edit: Callable[[Stored], Stored]) -> Stored:
        """Store what `edit` makes of the content, and return it.

        Raises OutputDenied, UsageError, and what `edit` raises.
        """
        if self.path is None:
            raise OutputDenied("tokens", "have no file, because this user has no home folder", _REMEDY)
        try:
            with _locked(self.path) as file:
                before = _decode(file, self.path)
                after = edit(before)
                if after != before:
                    _replace(self.path, after, os.fstat(file.fileno()))
        except OSError as error:
            fault = f"cannot be written ({error.strerror or error})"
            raise OutputDenied(str(self.path), fault, _REMEDY) from error
        self._stored = after
        return after

    def _read(self) -> Stored:
        assert self.path is not None
        try:
            with self.path.open("rb") as file:
                return _decode(file, self.path)
        except FileNotFoundError:
            return Stored()
        except (OSError, UsageError) as error:
            _log.error("%s", error)
            return Stored()


def digest_of(secret: str) -> str:
    """Return the digest by which a token is known. Tokens of this module are random, so a fast one is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _new_secret() -> str:
    return secrets.token_urlsafe(18)


def _made(name: str, rights: Access, secret: str) -> StoredToken:
    return StoredToken(name, rights, digest_of(secret), round(time.time(), 3))


def _version_of(path: Path) -> tuple[int, ...] | None:
    with suppress(OSError):
        status = path.stat()
        return status.st_mtime_ns, status.st_ino, status.st_size
    return None


def _decode(file: BinaryIO, path: Path) -> Stored:
    """Return the content of an open file, which may be empty. Raises UsageError."""
    # In a folder that all may write to, such as /tmp, another user could put tokens of theirs there.
    owner = os.fstat(file.fileno()).st_uid
    if owner not in (0, os.geteuid()) and os.geteuid() != 0:
        raise UsageError(str(path), "belongs to another user", "delete it, or set FLICKBOOK_TOKENS to another file")
    try:
        data = file.read()
        return _STORED.decode(data) if data else Stored()
    except msgspec.DecodeError as error:
        raise UsageError(str(path), f"is not a file of tokens ({error})", "restore it or delete it") from error


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """Open and lock the file, which is made if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600), "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            # Another process may have replaced it meanwhile.
            if os.fstat(file.fileno()).st_ino == path.stat().st_ino:
                yield file
                return


def _replace(path: Path, content: Stored, status: os.stat_result) -> None:
    """Replace a file at once; the new one has the same owner and is readable by nobody else."""
    new = path.with_name(f".{path.name}-{secrets.token_hex(8)}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
            if status.st_uid != os.geteuid():
                os.fchown(file.fileno(), status.st_uid, status.st_gid)
            file.write(msgspec.json.format(msgspec.json.encode(content)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
