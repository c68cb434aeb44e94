"""URLs of folders, objects and videos: parse, show, split and connect to them."""

import os
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from obstore import exceptions as foreign
from obstore.store import LocalStore, MemoryStore, ObjectStore, from_url

from flickbook.errors import StoreError, UsageError
from flickbook.storage.faults import first_line

WEB_SCHEMES = ("http", "https")
REMOTE_SCHEMES = {"s3", "s3a", "gs", "az", "azure", "abfs", "abfss", *WEB_SCHEMES}

_VENDORS = ("AWS_", "GOOGLE_", "AZURE_")

_memory: dict[str, MemoryStore] = {}


def locate(text: str) -> str:
    """Return the URL of a path or URL as typed. As in a shell, `~` and `~USER` are expanded, for known users only.

    Raises UsageError for an empty text, which would be the working directory, and for an unknown scheme.
    """
    if not text.strip():
        raise UsageError("path or URL", "is empty", "give one (perhaps a variable of your shell is not set)")
    scheme, colon, _ = text.partition("://")
    if not colon:
        return Path(os.path.expanduser(text)).absolute().as_uri()  # noqa: PTH111  # Path's raises RuntimeError
    if scheme not in REMOTE_SCHEMES | {"file", "memory"}:
        known = ", ".join(f"{name}://" for name in ("file", "s3", "gs", "az", "https"))
        raise UsageError(text, f"has an unknown scheme {scheme}://", f"give a path or one of {known}")
    return text


def shown(url: str) -> str:
    """Return a URL as people write it: the path of a local file, or the URL itself."""
    return local_path(url) if url.startswith("file://") else url


def key_of(url: str) -> str:
    """Return the key that a video's book is named after: a local file's name, or the key in the bucket."""
    return local_path(url).rstrip("/").rpartition("/")[2] if url.startswith("file://") else _split_root(url)[1]


def below(url: str, name: str) -> str:
    """Return a name as it is appended to a URL: quoted for `file://`, raw for keys in buckets."""
    return quote(name) if url.startswith("file://") else name


def split_last(url: str) -> tuple[str, str]:
    """Split a URL into its parent and its last part, the latter unquoted."""
    parent, _, last = url.rstrip("/").rpartition("/")
    return parent, unquote(last) if url.startswith("file://") else last


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
    """Return the path of a `file://` URL."""
    return unquote(url.removeprefix("file://"))


def connect(url: str) -> tuple[ObjectStore, str]:
    """Return the store of a URL and the key in that store. Keys in buckets are raw, as in the AWS tools.

    Making a store takes 5 ms and a new connection, so each process caches its stores. A forked process makes its own,
    because two processes must not share a connection.
    """
    if url.startswith("file://"):
        return LocalStore(), local_path(url).strip("/")
    root, key = _split_root(url)
    return _open_root(root, os.getpid(), _variables()), key


def _split_root(url: str) -> tuple[str, str]:
    scheme, _, rest = url.partition("://")
    bucket, _, key = rest.partition("/")
    if not bucket:
        raise UsageError(url, "names no bucket or host", f"write {scheme}://BUCKET/KEY")
    if is_web(url):
        if urlsplit(url).query:
            raise UsageError(url, "has a query, which Flickbook cannot send", "give a URL without `?`, or download it")
        key = unquote(urlsplit(url).path.lstrip("/"))
    return f"{scheme}://{bucket}", key


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
    try:
        return from_url(  # type: ignore[call-overload,no-any-return]  # the overloads are by literal scheme
            root,
            client_options={"allow_http": plain},
            retry_config={"max_retries": 5, "retry_timeout": timedelta(seconds=60)},
            **({"config": config} if config else {}),
        )
    except (foreign.BaseError, ValueError, OSError) as error:
        raise StoreError(
            root, f"cannot be opened ({first_line(error)})", "check the URL and the credentials"
        ) from error
