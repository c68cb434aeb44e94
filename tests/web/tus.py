"""A minimal tus client."""

import base64
import socket
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.waiting import LONG
from tests.web.server import Serving

TUS = {"Tus-Resumable": "1.0.0"}
BYTES = {**TUS, "Content-Type": "application/offset+octet-stream"}


def metadata(name: str) -> str:
    """Return the metadata of an upload of that name."""
    return f"filename {base64.b64encode(name.encode()).decode()}"


def create(client: httpx.Client, name: str, size: int, **headers: str) -> httpx.Response:
    """Create an upload."""
    asked = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(name), **headers}
    return client.post("/api/videos", headers=asked)


async def create_in_process(client: httpx.AsyncClient, name: str, size: int = 1000) -> httpx.Response:
    """Create an upload in an app in this process."""
    asked = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(name)}
    return await client.post("/api/videos", headers=asked)


def begin(client: httpx.Client, name: str, size: int, **query: str) -> str:
    """Create an upload, and return its path."""
    asked = {**TUS, "Upload-Length": str(size), "Upload-Metadata": metadata(name)}
    answer = client.post("/api/videos", headers=asked, params=query)
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"]


def send(client: httpx.Client, where: str, offset: int, data: bytes, **headers: str) -> httpx.Response:
    """Send bytes of an upload."""
    return client.patch(where, content=data, headers={**BYTES, "Upload-Offset": str(offset), **headers})


def offset(client: httpx.Client, where: str) -> int:
    """Return the offset of an upload."""
    answer = client.head(where, headers=TUS)
    assert answer.status_code == 200, answer.status_code
    return int(answer.headers["Upload-Offset"])


def left_in(source: Path) -> list[str]:
    """Return the names of the part files in a source folder."""
    return sorted(path.name for path in (source / ".flickbook-uploads").glob("*.part"))


def part(source: Path, where: str) -> Path:
    """Return the part file of an upload."""
    return source / ".flickbook-uploads" / f"{where.rpartition('/')[2]}.part"


def open_patch(serving: Serving, where: str, length: int, data: bytes) -> socket.socket:
    """Send the first bytes of an upload, and leave the connection open."""
    return open_patch_at(serving.url, serving.token, where, length, data)


def open_patch_at(url: str, token: str, where: str, length: int, data: bytes) -> socket.socket:
    """Send the first bytes of an upload to a service at a URL, and leave the connection open."""
    address = urlsplit(url)
    connection = socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG)
    head = [f"PATCH {where} HTTP/1.1", "Host: localhost", f"Authorization: Bearer {token}", f"Content-Length: {length}"]
    head += [f"{name}: {value}" for name, value in {**BYTES, "Upload-Offset": "0"}.items()]
    connection.sendall("\r\n".join([*head, "", ""]).encode() + data)
    return connection
