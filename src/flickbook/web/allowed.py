"""Which videos the service accepts: those in its source store, and URLs below the prefixes that its operator allows.

The service itself requests the URLs that clients send (SSRF). It therefore compares a URL part by part with the allowed
prefixes, in the form in which it will request it.
"""

import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from flickbook.core import layout
from flickbook.core.model import Source
from flickbook.errors import FormatRefused, NameRefused, NameTaken, SourceDenied, UsageError
from flickbook.notifications import IMAGE_SUFFIXES, is_video
from flickbook.outputs import registry
from flickbook.storage import below, check_direct, find_source, key_of, local_path, locate, port_of
from flickbook.storage.access import WEB_SCHEMES, without_secrets
from flickbook.storage.urls import REMOTE_SCHEMES

_ENDINGS = ("/cancel", "/events", "/retry", "/video", "/zip")
# Escapes of `.`, `/`, `\\` and NUL: a server that decodes them later would see another path than was compared.
_HIDDEN = re.compile(r"%(2e|2f|5c|00)", re.IGNORECASE)
_REMEDY = "give a URL below one that the service was started with (--allow)"


class Sources:
    """The source store of a service, and the URL prefixes that it also allows."""

    def __init__(self, source: str, allow: tuple[str, ...]) -> None:
        self.url = locate(source).rstrip("/")
        if self.url.partition("://")[0] in (*WEB_SCHEMES, "memory"):
            raise UsageError(source, "cannot receive uploads", "give --source a folder or a bucket")
        self._allowed = [_allowed_prefix(text) for text in allow]

    def url_of(self, key: str) -> str:
        """Return the URL of a key in the source store."""
        return f"{self.url}/{below(self.url, key)}"

    def key_of(self, url: str) -> str | None:
        """Return the key in the source store of a URL, or None if the URL leads outside it."""
        key = self._key_below(url)
        return key if key is not None and layout.is_name(key) and not _climbs(key) else None

    def holds(self, url: str) -> bool:
        """Return whether a URL is that of a video in the source store, with links in its folder followed."""
        if self.key_of(url) is None:
            return False
        if not url.startswith("file://"):
            return True
        return Path(local_path(url)).parent.resolve().is_relative_to(Path(local_path(self.url)).resolve())

    def reaches(self, url: str) -> bool:
        """Return whether a URL lies in the source store or below an allowed prefix. Needs no network."""
        try:
            return self.key_of(url) is not None or self._is_allowed(_split(url))
        except SourceDenied:
            return False

    def check(self, url: str) -> None:
        """Raise SourceDenied unless the URL in a plan is one that the service accepts. May look up its address.

        Anyone with write access to the output store can write plans. Such a plan must not make the service give out
        what only the service can read.
        """
        if self.key_of(url) is None:
            self._check_allowed(_split(url), url)

    def find(self, text: str) -> Source:
        """Return the newest version of a video, by the key in the source store or the URL that a client sent.

        Raises SourceMissing, and what `admit` raises. Uses the network.
        """
        if "://" in text:
            return find_source(self.admit(text))
        book_name(text)
        return find_source(self.url_of(text))

    def name_of(self, url: str) -> str:
        """Return the name of the book of a video at a URL. Raises NameRefused."""
        return book_name(self.key_of(url) or key_of(url))

    def admit(self, text: str) -> str:
        """Return a URL that a client sent, in the form in which the service requests it.

        Raises SourceDenied unless it is below the source store or an allowed prefix, and NameRefused if its key in the
        source store cannot name a book. May use the network.
        """
        key = self._key_below(text)
        if key is not None and not _climbs(key):
            # A key in the source store is taken literally, whatever characters it has.
            book_name(key)
            return self.url_of(key)
        parts = _split(text)
        if parts.scheme in WEB_SCHEMES and (not parts.hostname or " " in text):
            raise SourceDenied(text, "is not the URL of a video", _REMEDY)
        url = _join(parts)
        self._check_allowed(parts, text)
        if parts.scheme in WEB_SCHEMES:
            # Refuses early and clearly. Reading, later, never follows a redirect to a private address.
            check_direct(url)
        return url

    def _key_below(self, url: str) -> str | None:
        """Return the part of a URL after the source store's own, as a key; None for a URL elsewhere."""
        if not url.startswith(f"{self.url}/"):
            return None
        key = url[len(self.url) + 1 :]
        return unquote(key) if self.url.startswith("file://") else key

    def _is_allowed(self, parts: SplitResult) -> bool:
        return any(_lies_below(parts, prefix) for prefix in self._allowed)

    def _check_allowed(self, parts: SplitResult, text: str) -> None:
        if not self._is_allowed(parts):
            raise SourceDenied(text, "is neither in the source store nor below an allowed URL", _REMEDY)


def _allowed_prefix(text: str) -> SplitResult:
    """Return a value of `--allow` as a URL prefix. Raises UsageError if no video can lie below it."""
    url = locate(text, "allow")
    # URLs are compared as they are written: `locate` would leave out a query or a user name.
    prefix = _split(text if "://" in text else url)
    if prefix.scheme in WEB_SCHEMES and not prefix.hostname:
        raise UsageError(f"allow {text}", "names no host", "name each host, as in https://cdn.example/films/")
    if "://" not in text and not Path(local_path(url)).is_dir():
        remedy = "write a URL, such as https://cdn.example/films/, or the path of a folder"
        raise UsageError(f"allow {text}", "is neither a URL nor an existing folder", remedy)
    return prefix


def book_name(key: str) -> str:
    """Return the name of the book of a key, as `registry.book_name` does. Raises NameRefused.

    Names that have a meaning in the service's own URLs are refused too. Both the key and the name are checked: the key
    appears in URLs of its store, and tidying may have turned a harmless key into a reserved name.
    """
    name = registry.book_name(key)
    reserved = any(_climbs(text) or any(part.startswith("~") for part in text.split("/")) for text in (key, name))
    if reserved or name.endswith(_ENDINGS) or any(character in name for character in "<>"):
        remedy = f"rename it, without {', '.join(_ENDINGS)}, .., <, >, and ~ at the beginning"
        raise NameRefused(repr(key), "has a meaning in the service's URLs", remedy)
    return name


def upload_key(name: str) -> str:
    """Return the key in the source for an uploaded file: its name, folders included, as `layout.tidy` writes it.

    Tidying keeps two keys that look the same out of the source. Raises NameRefused for a name that climbs, is hidden,
    is too long, could be read as markup or is that of a book's own GIF, and FormatRefused for a name without a suffix
    of a video or of an image that may move.
    """
    key = layout.tidy(name)
    registry.book_name(key)
    folder, _, last = key.rpartition("/")
    if folder and layout.suffix_of(folder, last):
        raise NameRefused(repr(name), f"is the name of a file of the book {folder}", "rename the video")
    parts = key.split("/")
    if any(character in key for character in "\\<>") or any(
        part.startswith((".", "~", " ")) or part.endswith(" ") for part in parts
    ):
        fault = "has a part that starts with `.`, `~` or a space, or has one of `\\<>`"
        raise NameRefused(repr(name), fault, "rename the video")
    if not is_video(key) and not key.lower().endswith(IMAGE_SUFFIXES):
        raise FormatRefused(repr(name), "does not end as videos do", "add the suffix of its format, such as .mp4")
    return key


def name_taken(name: str) -> NameTaken:
    """Return the error for a name that another video has."""
    return NameTaken(name, "is already the name of a video", "delete that video, or rename this one")


def _climbs(key: str) -> bool:
    """Return whether a key has the parts `.` or `..`, also for a store that decodes it or reads `\\` as `/`."""
    return not {".", ".."}.isdisjoint(re.split(r"[/\\]", unquote(key)))


def _split(text: str) -> SplitResult:
    """Split a URL. Raises SourceDenied for a URL that another program could read differently."""
    name = without_secrets(text)
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise SourceDenied(name, f"is not a URL ({error})", _REMEDY) from error
    odd = any(character < " " or character in "\\?#\x7f" for character in text)
    segments = unquote(parts.path).split("/")
    if odd or "@" in parts.netloc or _HIDDEN.search(parts.path) or ".." in segments or "." in segments:
        raise SourceDenied(name, "can be read as another URL", "give the plain URL, without query or escapes")
    if "//" in parts.path or parts.scheme not in REMOTE_SCHEMES | {"file"}:
        raise SourceDenied(text, "is not the URL of a video", _REMEDY)
    return parts


def _join(parts: SplitResult) -> str:
    host = parts.netloc.lower() if parts.scheme in WEB_SCHEMES else parts.netloc
    return f"{parts.scheme}://{host}{parts.path}"


def _lies_below(parts: SplitResult, allowed: SplitResult) -> bool:
    if parts.scheme != allowed.scheme:
        return False
    if parts.scheme in WEB_SCHEMES:
        same = (parts.hostname, port_of(parts)) == (allowed.hostname, port_of(allowed))
    else:
        same = parts.netloc == allowed.netloc
    # The prefix ends where a part ends: /films does not allow /films-private.
    folder = allowed.path.rstrip("/")
    return same and unquote(parts.path).startswith(f"{unquote(folder)}/")
