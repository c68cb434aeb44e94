"""Files that are something else to a browser, an archiver or libav than what their names say."""

import base64
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from flickbook import api
from flickbook.errors import InputError

pytestmark = pytest.mark.attack


def polyglots() -> dict[str, bytes]:
    """Return files that are something else to a browser, an archiver or libav than what their names say."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("index.html", "<script>alert(1)</script>")
    script = b"<script>alert(document.cookie)</script>"
    picture = base64.b64decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=")
    playlist = b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
    return {
        "page.mp4": b"<!doctype html>" + script,
        "late page.mp4": b"\0" * 600 + script,
        "drawing.mp4": b'<svg xmlns="http://www.w3.org/2000/svg">' + script + b"</svg>",
        "gif and page.mp4": picture + b"<!--" + script,
        "gif and script.mp4": b"GIF89a/*" + picture[8:] + b"*/=alert(1)//",
        "archive.mp4": packed.getvalue(),
        "video and archive.mp4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + packed.getvalue(),
        "document.mp4": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
        "playlist.mp4": playlist,
        "playlist.ts": playlist,
        "list.mkv": b"ffconcat version 1.0\nfile /etc/passwd\n",
        "session.webm": b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
        "program.avi": b"\x7fELF\x02\x01\x01" + b"\0" * 64,
        "entities.mp4": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><MPD>&e;</MPD>',
    }


@pytest.mark.parametrize("name", polyglots())
def test_other_files_than_videos_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(polyglots()[name])
    with pytest.raises(InputError) as refused:
        api.probe(path)
    assert "root:" not in str(refused.value)
