"""Files that try to make libav open something else: nothing is fetched, nothing is read."""

import http.server
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.errors import InputError, LimitExceeded
from flickbook.media.probe import probe
from tests import clips, images
from tests.books import render
from tests.loopback import serving

pytestmark = pytest.mark.attack


class Trap(NamedTuple):
    """A listening server that counts its connections, and a secret video."""

    url: str
    visits: list[str]
    secret: Path


@pytest.fixture
def trap(tmp_path: Path) -> Iterator[Trap]:
    visits: list[str] = []
    secret = clips.make(tmp_path / "secret.ts", frames=20)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visits.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(secret.read_bytes())

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler) as url:
        yield Trap(f"{url}/secret.ts", visits, secret)


def attacks(trap: Trap) -> dict[str, bytes]:
    fetched, local = trap.url, trap.secret
    playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{}\n#EXT-X-ENDLIST\n"
    sdp = (
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
    )
    dash = "<MPD><Period><AdaptationSet><BaseURL>{}</BaseURL></AdaptationSet></Period></MPD>"
    texts = {
        "list.m3u8": playlist.format(fetched),
        "local.m3u8": playlist.format(local),
        "named-as-video.mp4": playlist.format(fetched),
        "late.m3u8": "\n\n  " + playlist.format(fetched),
        "script.ffconcat": f"ffconcat version 1.0\nfile {local}\n",
        "script.mp4": f"ffconcat version 1.0\nfile {local.name}\n",
        "plain.concat": f"file '{local}'\n",
        "call.sdp": sdp,
        "dash.mpd": dash.format(fetched),
        "list.pls": f"[playlist]\nFile1={fetched}\n",
        "list.asx": f'<asx version="3.0"><entry><ref href="{fetched}"/></entry></asx>',
        "smil.xml": f'<?xml version="1.0"?><smil><body><video src="{fetched}"/></body></smil>',
        "avisynth.avs": f'FFVideoSource("{local}")',
        "subtitle.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nhello\n",
        "ref.mov": "RTSPtext" + fetched,
        "list.ram": fetched.replace("http", "rtsp"),
        "list.rm": f"REDIR\n{fetched}\n",
        "header.y4m": f"YUV4MPEG2 W16 H16 F25:1\n#EXTM3U\n{fetched}\n",
    }
    files = {name: text.encode() for name, text in texts.items()}
    # The same behind bytes that make them look like no text at all.
    files["binary.m3u8"] = playlist.format(fetched).encode() + bytes(range(256)) * 8
    files["binary.ffconcat"] = f"ffconcat version 1.0\nfile {local}\n".encode() + bytes(range(256)) * 8
    # Headers of the formats whose content is recognised, with an address in place of the content.
    address = fetched.encode() + b"\0" + str(local).encode() + bytes(64)
    files["real.rm"] = b".RMF\0\0\0\x12\0\1\0\0\0\0\0\0\0\2MDPR" + address
    files["remote.rm"] = b".RMF" + address
    files["stream.h264"] = b"\0\0\0\1\x67" + address
    files["stream.m2v"] = b"\0\0\1\xb3" + address
    files["stream.obu"] = b"\x12\0\x0a" + address
    files["frames-%03d.gif"] = images.gif(16, 16, frames=1)  # a pattern of names, with frames-001.gif beside it
    files["comment.gif"] = images.gif(16, 16, frames=1) + address
    files["exif.webp"] = images.webp(16, 16, frames=1, exif=address)
    files["external.avif"] = b"\0\0\0\x18ftypavis\0\0\0\0avismif1" + address
    return files


def test_nothing_is_fetched_and_nothing_is_read(trap: Trap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The secret is a valid video: following one of these files to it would raise no error."""
    monkeypatch.chdir(tmp_path)
    assert api.probe(trap.secret).duration > 0
    for number in range(3):
        (tmp_path / f"frames-{number:03}.gif").write_bytes(images.gif(16, 16, frames=2))
    for name, data in attacks(trap).items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(InputError):
            api.probe(path)
        file = io.BytesIO(data)
        file.name = str(path)  # the name is the attack
        with pytest.raises(InputError):
            probe(file, name, Limits())
    assert trap.visits == []


BOMBS = [images.gif(65535, 65535, 2), images.gif(8193, 8192, 2), images.apng(60000, 60000, 2)]


@pytest.mark.parametrize("bomb", [*BOMBS, images.webp(16383, 16383, 2)])
def test_a_huge_image_in_few_bytes_is_refused_before_a_picture_is_decoded(bomb: bytes) -> None:
    assert len(bomb) < 500
    with pytest.raises(LimitExceeded, match="raise FLICKBOOK_MAX_SIDE"):
        probe(io.BytesIO(bomb), "bomb", Limits())


def test_a_raw_stream_with_huge_pictures_is_refused() -> None:
    data = b"YUV4MPEG2 W16000 H16000 F25:1 C420\nFRAME\n" + bytes(5000)
    with pytest.raises(LimitExceeded, match="16000"):
        probe(io.BytesIO(data), "bomb.y4m", Limits())


def test_a_gif_that_lasts_for_days_is_refused(tmp_path: Path) -> None:
    """Each picture stays for the longest delay there is, eleven minutes."""
    path = tmp_path / "long.gif"
    path.write_bytes(images.gif(16, 16, frames=200, delay=65535))
    with pytest.raises(LimitExceeded):
        render(path, tmp_path / "out")


@pytest.mark.parametrize(
    "url", ["concat:{a}|{a}", "subfile,,start,0,end,0,,:{a}", "file,{a}", "crypto:{a}", "data:video/mp4;base64,AAAA"]
)
def test_urls_of_libavs_protocols_are_treated_as_file_names(url: str, trap: Trap) -> None:
    with pytest.raises(InputError, match="does not exist"):
        api.probe(url.format(a=trap.secret))


def test_an_external_reference_in_an_mp4_is_not_followed(trap: Trap, tmp_path: Path) -> None:
    """A dref entry that is not self-contained names another file for the track's data."""
    video = clips.make(tmp_path / "refers.mp4", frames=20)
    data = video.read_bytes()
    at = data.index(b"dref")
    # The one entry `url ` with flags 1 (data is here) becomes flags 0 with nothing named, and the data is blanked.
    entry = data.index(b"url ", at)
    data = data[: entry + 7] + b"\0" + data[entry + 8 :]
    start, end = data.index(b"mdat") + 4, data.index(b"moov") - 4
    video.write_bytes(data[:start] + b"\0" * (end - start) + data[end:])
    with pytest.raises(InputError):
        api.probe(video)
    assert trap.visits == []
