"""Where the service takes videos from: its source store, and URLs below prefixes that its operator allows.

A URL that someone sends is a request the service makes in their name (SSRF), so it is compared part by part, in the
one form in which it will be used.
"""

import re
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from flickbook.core import layout
from flickbook.errors import NameRefused, NameTaken, SourceDenied, SourceMissing, UsageError
from flickbook.storage import addresses_of, below, check_direct, is_outside, key_of, local_path, locate, port_of, shown
from flickbook.storage.urls import REMOTE_SCHEMES, WEB_SCHEMES

_ENDINGS = ("/cancel", "/events", "/retry", "/video")
# Escapes of `.`, `/`, `\\` and NUL: whoever unescapes them later would see another path than was compared.
_HIDDEN = re.compile(r"%(2e|2f|5c|00)", re.IGNORECASE)
_REMEDY = "give a URL below one that the service was started with (--allow)"


class Sources:
    """The source store of a service and the prefixes it allows besides."""

    def __init__(self, source: str, allow: tuple[str, ...]) -> None:
        self.url = locate(source).rstrip("/")
        if self.url.partition("://")[0] in (*WEB_SCHEMES, "memory"):
            raise UsageError(source, "cannot take uploads", "give --source a folder or a bucket")
        self._allowed = [_split(locate(prefix)) for prefix in allow]

    def url_of(self, key: str) -> str:
        """Give the URL of a key in the source store."""
        return f"{self.url}/{below(self.url, key)}"

    def key_of(self, url: str) -> str | None:
        """Give the key in the source store of a URL, or None if it lies elsewhere or only seems to lie there."""
        key = self._key_below(url)
        return key if key is not None and layout.is_name(key) and not _climbs(key) else None

    def holds(self, url: str) -> bool:
        """Tell whether a URL is that of a video in the source store, and not of one behind a link out of its folder."""
        if self.key_of(url) is None:
            return False
        if not url.startswith("file://"):
            return True
        return Path(local_path(url)).parent.resolve().is_relative_to(Path(local_path(self.url)).resolve())

    def reaches(self, url: str) -> bool:
        """Tell whether a URL lies in the source store or below an allowed prefix; without asking the network."""
        try:
            return self.key_of(url) is not None or bool(self._above(_split(url)))
        except SourceDenied:
            return False

    def check(self, url: str) -> None:
        """Raise SourceDenied unless a URL that a plan names is one that could be taken. May ask for its address.

        Whoever can write to the output store can write plans, and must not get by them what only the service can read.
        """
        if self.key_of(url) is None:
            self._check_allowed(_split(url), url)

    def name_of(self, url: str) -> str:
        """Give the name of the book of a video at a URL. Raises NameRefused."""
        return book_name(self.key_of(url) or key_of(url))

    def admit(self, text: str) -> str:
        """Give the URL that someone asked to have taken, in the form in which it is used.

        Raises SourceDenied unless it is below the source store or an allowed prefix, NameRefused if it is in the source
        store and can be no book's. May ask the network.
        """
        key = self._key_below(text)
        if key is not None and not _climbs(key):
            # A key of our own means itself, whatever is in it.
            book_name(key)
            return self.url_of(key)
        parts = _split(text)
        if parts.scheme in WEB_SCHEMES and (not parts.hostname or " " in text):
            raise SourceDenied(text, "is no URL of a video", _REMEDY)
        url = _join(parts)
        self._check_allowed(parts, text)
        if parts.scheme in WEB_SCHEMES:
            # A friendly early answer; reading follows no redirect that leads inside, whatever a server says later.
            check_direct(url)
        return url

    def _key_below(self, url: str) -> str | None:
        """Give what follows the source store's URL, as a key; None if the URL does not begin with that."""
        if not url.startswith(f"{self.url}/"):
            return None
        key = url[len(self.url) + 1 :]
        return unquote(key) if self.url.startswith("file://") else key

    def _above(self, parts: SplitResult) -> list[SplitResult]:
        return [allowed for allowed in self._allowed if _lies_below(parts, allowed)]

    def _check_allowed(self, parts: SplitResult, text: str) -> None:
        named = self._above(parts)
        if not named:
            raise SourceDenied(text, "lies where the service may not read", _REMEDY)
        # A prefix without a host means any host, but then none of those that only the service can reach.
        if parts.scheme in WEB_SCHEMES and not any(allowed.netloc for allowed in named):
            _check_public(parts)


def book_name(key: str) -> str:
    """Return the name of the book of a key, as `layout` does; also refuse what has a meaning in the service's own URLs.

    Both are looked at: the key stands in URLs of its store, and the name may have become what the key is not.
    """
    name = layout.book_name(key)
    odd = any(_looks_like_plan(text) or _climbs(text) for text in (key, name))
    if odd or name.endswith(_ENDINGS) or any(mark in name for mark in "<>"):
        remedy = f"rename it, without {', '.join(_ENDINGS)}, .., <, >, and ~ at the beginning"
        raise NameRefused(repr(key), "has a meaning in the service's URLs", remedy)
    return name


def taken(name: str) -> NameTaken:
    """Give the error of a name that is not free."""
    return NameTaken(name, "is the name of a video that is there already", "delete that one, or rename this one")


def _climbs(key: str) -> bool:
    """Tell whether a key has parts `.` or `..`, be it to a store that unescapes it, or takes `\\` for `/`."""
    return not {".", ".."}.isdisjoint(re.split(r"[/\\]", unquote(key)))


def _looks_like_plan(key: str) -> list[str]:
    """List the parts of a key that `/v/NAME/~PLAN/KEY` would take for a plan."""
    return [part for part in key.split("/") if part.startswith("~")]


def _split(text: str) -> SplitResult:
    """Take a URL apart. Raises SourceDenied for one that may mean something else to someone else."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise SourceDenied(text, f"is no URL ({error})", _REMEDY) from error
    odd = any(character < " " or character in "\\?#\x7f" for character in text)
    segments = unquote(parts.path).split("/")
    if odd or "@" in parts.netloc or _HIDDEN.search(parts.path) or ".." in segments or "." in segments:
        raise SourceDenied(
            text, "is written in a way that may mean another place", "give the plain URL, without query or escapes"
        )
    if "//" in parts.path or parts.scheme not in REMOTE_SCHEMES | {"file"}:
        raise SourceDenied(text, "is no URL of a video", _REMEDY)
    return parts


def _join(parts: SplitResult) -> str:
    host = parts.netloc.lower() if parts.scheme in WEB_SCHEMES else parts.netloc
    return f"{parts.scheme}://{host}{parts.path}"


def _lies_below(parts: SplitResult, allowed: SplitResult) -> bool:
    if parts.scheme != allowed.scheme:
        return False
    if parts.scheme in WEB_SCHEMES and not allowed.netloc:
        return True
    if parts.scheme in WEB_SCHEMES:
        same = (parts.hostname, port_of(parts)) == (allowed.hostname, port_of(allowed))
    else:
        same = parts.netloc == allowed.netloc
    # The prefix ends at the end of a part: /films does not allow /films-private.
    folder = allowed.path.rstrip("/")
    return same and unquote(parts.path).startswith(f"{unquote(folder)}/")


def _check_public(parts: SplitResult) -> None:
    """Raise SourceDenied for a host with an address inside.

    What answers the same question later may answer otherwise: against names that change, only a firewall helps.
    """
    host = parts.hostname or ""
    try:
        found = addresses_of(host, port_of(parts))
    except (OSError, UnicodeError) as error:
        raise SourceMissing(shown(_join(parts)), f"its host is not found ({error})", "check the URL") from error
    if not all(map(is_outside, found)):
        raise SourceDenied(_join(parts), "lies on a host inside", "have that host named by --allow")
