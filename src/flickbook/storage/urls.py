"""URLs of folders, objects and videos: parse, show, split and connect to them."""

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from obstore import exceptions as foreign
from obstore.store import LocalStore, MemoryStore, ObjectStore, from_url

from flickbook.errors import StoreError, UsageError
from flickbook.storage.access import WEB_SCHEMES, access_of, grant, without_secrets
from flickbook.storage.faults import CREDENTIALS_REMEDY, first_line

REMOTE_SCHEMES = {"s3", "s3a", "gs", "az", "azure", "abfs", "abfss", *WEB_SCHEMES}

_SYNONYMS = {"s3a": "s3", "azure": "az"}
_SCHEMES = REMOTE_SCHEMES | {"file", "memory"}
_STORES = "file://, s3://, gs://, az://"
_VENDORS = ("AWS_", "GOOGLE_", "AZURE_")

_memory: dict[str, MemoryStore] = {}


def locate(text: str, argument: str = "path or URL") -> str:
    """Return the URL of a path or URL as typed. As in a shell, `~` and `~USER` are expanded, for known users only.

    All ways to write the path of a file give the same URL, without `.` and `..`. A web URL loses its signature and
    password; `locate_video` keeps them for requests. Raises UsageError for an empty text, which would be the working
    directory (the error names the `argument`), for an unknown scheme, for a URL without a bucket or host, and for text
    that no file or object can have as name.
    """
    if not text.strip():
        raise UsageError(argument, "is empty", "give a path or URL (is a shell variable unset?)")
    scheme, colon, _ = text.partition("://")
    if not colon:
        _check_path(text)
        return _file_url(os.path.expanduser(text))  # noqa: PTH111  # Path's raises RuntimeError
    if scheme not in _SCHEMES:
        remedy = f"give a path or one of {_STORES}, https://, http://"
        raise UsageError(text, f"has an unknown scheme {scheme}://", remedy)
    if scheme == "file":
        path = local_path(text).removeprefix("localhost")
        if not path.startswith("/"):
            raise UsageError(text, "names a file of another machine", "write file:///PATH")
        _check_path(path)
        return _file_url(path)
    if not _is_utf_8(text):
        raise UsageError(text, "is not UTF-8", "escape the other bytes as %XX, or rename the object")
    url = without_secrets(text)
    if scheme in REMOTE_SCHEMES:
        _bucket_of(url)
    return url


def locate_output(text: str, flag: str = "--out") -> str:
    """Return the URL of an output's path or URL as typed. Raises UsageError as `locate` does, and for a web server."""
    scheme, colon, _ = text.partition("://")
    if colon and (scheme in WEB_SCHEMES or scheme not in _SCHEMES):
        fault = "is a web server, which stores no files" if is_web(text) else f"has an unknown scheme {scheme}://"
        raise UsageError(f"{flag} {without_secrets(text)}", fault, f"give a path or one of {_STORES}")
    return locate(text, flag)


def locate_video(text: str, headers: Mapping[str, str] | None = None) -> str:
    """Return the URL of a video's path or URL as typed; keep its signature, and `headers`, for this process's requests.

    Raises UsageError as `locate` does, and for headers that are invalid or are for another place than a web server.
    """
    url = locate(text, "VIDEO")
    if is_web(url):
        try:
            grant(url, access_of(text, headers or {}))
        except ValueError as error:
            raise UsageError(url, f"is not a URL ({first_line(error)})", "check it") from error
    elif headers:
        raise UsageError(shown(url), "is not on a web server, so no --header can be sent", "leave --header out")
    return url


def check_unsecret(video: str) -> None:
    """Raise UsageError for a video's URL with a signature or a password, which workers elsewhere do not get."""
    if without_secrets(video) != video:
        fault = "has a signature or a password, which is never stored and so not sent to workers elsewhere"
        remedy = "use `flickbook render`, or a URL that the workers can read with their own credentials"
        raise UsageError(without_secrets(video), fault, remedy)


def is_same(stored: str, url: str) -> bool:
    """Return whether two URLs name the same place; earlier versions stored paths with `..`."""
    return stored == url or locate(stored) == locate(url)


def _check_path(path: str) -> None:
    if re.search("[\0\ud800-\udc7f\udd00-\udfff]", path):
        raise UsageError(path, "has a character that no path has", "check the path")


def _file_url(path: str) -> str:
    """Return the URL of a local path. As the system does, links are followed before each `..`."""
    parts = Path(path).absolute().parts
    climbed = len(parts) - parts[::-1].index("..") if ".." in parts else 0
    # Only up to the last `..`: a book is named after a link as typed, not after its target.
    return Path(os.path.realpath(Path(*parts[:climbed])) if climbed else "/", *parts[climbed:]).as_uri()


def _is_utf_8(text: str) -> bool:
    """Return whether a text has no surrogates, which stand for bytes that are not UTF-8 (PEP 383)."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown(url: str) -> str:
    """Return a URL as people write it: the path of a local file, or the URL itself.

    Bytes of a path that are not UTF-8 are shown as `\\xff`.
    """
    return os.fsencode(local_path(url)).decode(errors="backslashreplace") if url.startswith("file://") else url


def key_of(url: str) -> str:
    """Return the key that a video's book is named after: a local file's name, or the key in the bucket."""
    return local_path(url).rstrip("/").rpartition("/")[2] if url.startswith("file://") else _split_root(url)[1]


def below(url: str, name: str) -> str:
    """Return a name as it is appended to a URL: quoted for `file://`, raw for keys in buckets."""
    return quote(name, errors="surrogateescape") if url.startswith("file://") else name


def key_below(url: str, folder: str) -> str | None:
    """Return the key of a URL below a folder's URL, unquoted; None if it lies elsewhere."""
    (place, key), (inside, within) = _place(url), _place(folder)
    begin = f"{within}/" if within else ""
    return key[len(begin) :] if place == inside and key.startswith(begin) and key != begin else None


def _place(url: str) -> tuple[str, str]:
    """Split a URL into bucket and key, the same for all ways to write it."""
    root, key = ("", local_path(url)) if url.startswith("file://") else _split_root(url)
    scheme, separator, bucket = root.partition("://")
    return f"{_SYNONYMS.get(scheme, scheme)}{separator}{bucket}", "/".join(filter(None, key.split("/")))


def split_last(url: str) -> tuple[str, str]:
    """Split a URL into its parent and its last part, the latter unquoted."""
    parent, _, last = url.rstrip("/").rpartition("/")
    return parent, local_path(last) if url.startswith("file://") else last


def splits(url: str) -> list[tuple[str, str]]:
    """Return all ways to split a URL into an output URL and a book's name, the shortest name first."""
    ways = []
    out, name = split_last(url)
    while out.partition("://")[2]:
        ways.append((out, name))
        out, part = split_last(out)
        name = f"{part}/{name}"
    return ways or [split_last(url)]


def is_web(url: str) -> bool:
    """Return whether a URL is http or https."""
    return url.partition("://")[0] in WEB_SCHEMES


def local_path(url: str) -> str:
    """Return the path of a `file://` URL; bytes that are not UTF-8 become surrogates, as in all of Python."""
    return unquote(url.removeprefix("file://"), errors="surrogateescape")


def connect(url: str) -> tuple[ObjectStore, str]:
    """Return the store of a URL and the key in that store. Keys in buckets are raw, as in the AWS tools.

    Making a store takes 5 ms and a new connection, so each process caches its stores. A forked process makes its own,
    because two processes must not share a connection.
    """
    if url.startswith("file://"):
        if not _is_utf_8(local_path(url)):
            raise UsageError(shown(url), "is not UTF-8, so nothing can be stored there", "choose another folder")
        return LocalStore(), local_path(url).strip("/")
    root, key = _split_root(url)
    if is_web(url) and urlsplit(url).query:
        raise UsageError(url, "has a query, so it is no folder", "give a URL without `?`")
    try:
        return _open_root(root, os.getpid(), _variables()), key
    except (foreign.BaseError, ValueError, OSError) as error:
        fault = f"cannot be opened ({first_line(error)})"
        raise StoreError(url, fault, f"check the URL, and {CREDENTIALS_REMEDY}") from error


def _split_root(url: str) -> tuple[str, str]:
    scheme, bucket = url.partition("://")[0], _bucket_of(url)
    key = url.removeprefix(f"{scheme}://{bucket}").removeprefix("/")
    if is_web(url):
        key = unquote(urlsplit(url).path.lstrip("/"))
    return f"{scheme}://{bucket}", key


def _bucket_of(url: str) -> str:
    """Return the bucket or host of a URL. Raises UsageError if it has none."""
    scheme, _, rest = url.partition("://")
    bucket = rest.partition("/")[0]
    if not bucket:
        part, name = ("host", "HOST") if is_web(url) else ("bucket", "BUCKET")
        raise UsageError(url, f"names no {part}", f"write {scheme}://{name} or {scheme}://{name}/PATH")
    return bucket


def _variables() -> tuple[tuple[str, str], ...]:
    """Return the environment variables with endpoints and credentials of stores."""
    return tuple(sorted(pair for pair in os.environ.items() if pair[0].startswith(_VENDORS)))


def _endpoint() -> str:
    names = ("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", "AWS_ENDPOINT")
    return next(filter(None, map(os.environ.get, names)), "")


@lru_cache(maxsize=32)
def _open_root(root: str, _process: int, _environment: tuple[tuple[str, str], ...]) -> ObjectStore:
    if root.startswith("memory://"):
        return _memory.setdefault(root, MemoryStore())
    endpoint = _endpoint()
    plain = endpoint.startswith("http://") or root.startswith("http://")
    config = (
        {"endpoint": endpoint, "virtual_hosted_style_request": "false"} if endpoint and root.startswith("s3") else {}
    )
    return from_url(  # type: ignore[call-overload,no-any-return]  # the overloads are by literal scheme
        root,
        client_options={"allow_http": plain},
        retry_config={"max_retries": 5, "retry_timeout": timedelta(seconds=60)},
        **({"config": config} if config else {}),
    )
