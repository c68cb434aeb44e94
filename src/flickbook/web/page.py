"""Serves the page: files built from `frontend/`, shipped with the package, and kept in memory."""

import gzip
import hashlib
from pathlib import Path
from typing import NamedTuple

from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from flickbook.web.byte_ranges import Headers, answer_to

BUILT = Path(__file__).parent / "page"

_MEDIA_TYPES = {
    ".html": b"text/html; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".css": b"text/css; charset=utf-8",
    ".json": b"application/json",
    ".svg": b"image/svg+xml",
    ".txt": b"text/plain; charset=utf-8",
    ".ico": b"image/x-icon",
    ".png": b"image/png",
    ".jpg": b"image/jpeg",
    ".webp": b"image/webp",
    ".woff2": b"font/woff2",
    ".webmanifest": b"application/manifest+json",
}
_COMPRESSED = (".png", ".jpg", ".webp", ".woff2", ".ico")


class _File(NamedTuple):
    """A file's codings, the smallest first and the plain one last: name, ETag, bytes. `headers` are common to all."""

    codings: tuple[tuple[bytes, bytes, bytes], ...]
    headers: Headers


class Page:
    """Serves the files of a folder by their names, `/` as `index.html`. Browsers cache files below `/assets` for ever.

    Compressed files are siblings `NAME.br` and `NAME.gz`. Other files are compressed by gzip when the service starts,
    in less than a second.
    """

    def __init__(self, folder: Path = BUILT) -> None:
        paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix in _MEDIA_TYPES]
        self._files = {path.relative_to(folder).as_posix(): _read(path, folder) for path in paths}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close"})
            return
        if scope["method"] not in ("GET", "HEAD"):
            await Response(status_code=405, headers={"allow": "GET, HEAD"})(scope, receive, send)
            return
        path = scope["path"].removeprefix(scope.get("root_path", "")).removeprefix("/") or "index.html"
        file = self._files.get(path)
        if file is None:
            text = "Not found." if self._files else "The page is not built; build it by `make page`."
            await PlainTextResponse(text, status_code=404, headers={"cache-control": "no-store"})(scope, receive, send)
            return
        coding, tag, data = _choose(file, scope["headers"])
        headers = [*file.headers, *([(b"content-encoding", coding)] if coding else [])]
        conditions = [(name, value) for name, value in scope["headers"] if name == b"if-none-match"]
        status, more, _, end = answer_to(conditions, len(data), tag.decode())
        await send({"type": "http.response.start", "status": status, "headers": headers + more})
        await send({"type": "http.response.body", "body": data[:end]})


def _read(path: Path, folder: Path) -> _File:
    plain = path.read_bytes()
    forms: list[tuple[bytes, bytes]] = []
    for coding, suffix in ((b"br", ".br"), (b"gzip", ".gz")):
        sibling = path.with_name(path.name + suffix)
        if sibling.is_file():
            forms.append((coding, sibling.read_bytes()))
        elif coding == b"gzip" and path.suffix not in _COMPRESSED:
            forms.append((coding, gzip.compress(plain, mtime=0)))
    smaller = [(coding, data) for coding, data in forms if len(data) < len(plain)]
    immutable = b"public, max-age=31536000, immutable"
    cache = immutable if path.is_relative_to(folder / "assets") else b"no-cache"
    headers = [(b"content-type", _MEDIA_TYPES[path.suffix]), (b"cache-control", cache), (b"vary", b"accept-encoding")]
    codings = [
        (coding, b'"%s"' % hashlib.sha256(data).hexdigest()[:32].encode(), data)
        for coding, data in (*smaller, (b"", plain))
    ]
    return _File(tuple(codings), headers)


def _choose(file: _File, headers: Headers) -> tuple[bytes, bytes, bytes]:
    """Return the first coding that the client accepts; it refuses a coding by `;q=0`."""
    listed = b",".join(value for name, value in headers if name == b"accept-encoding").replace(b" ", b"").lower()
    accepted = {item.partition(b";")[0] for item in listed.split(b",") if not item.endswith((b";q=0", b";q=0.0"))}
    return next((form for form in file.codings if form[0] in accepted), file.codings[-1])
