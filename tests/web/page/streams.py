"""A served film with its book, and the same film as HLS and DASH with the book's tiles."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from flickbook.core.settings import Web
from flickbook.outputs.recipes import make_recipe
from flickbook.web.headers import SafeHeaders
from flickbook.web.page import Page
from tests import clips
from tests.books import render
from tests.web.asgi import served

PACKAGES = Path(__file__).parents[3] / "frontend" / "node_modules"
SECONDS, RATE = 40, 5
# Two books of the film, and the seconds from tile to tile. Each has its streams, `previews.m3u8` and `previews.mpd`.
BOOKS = {"previews": Fraction(1), "uneven": Fraction(7, 3)}
# Chromium says so, because Shaka Player does not know the codec of a plain file.
UNKNOWN = "Failed to parse video contentType: video/mp4; codecs="
# Shaka Player says so now and then if another player has asked for the same film before; it shows the right pictures.
OTHER_LENGTH = "Payload length does not match range requested bytes"
# The same film in pieces, as the streams below describe it.
FRAGMENTS = {"movflags": "frag_keyframe+empty_moov+default_base_moof+global_sidx"}
CODEC = "avc1.64000d"
HLS_MASTER = f"""#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=100000,RESOLUTION=320x180,CODECS="{CODEC}"
film.m3u8
"""
HLS_FILM = f"""#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:{SECONDS}
#EXT-X-PLAYLIST-TYPE:VOD
#EXT-X-MAP:URI="fragments.mp4",BYTERANGE="{{sidx}}@0"
#EXTINF:{SECONDS},
#EXT-X-BYTERANGE:{{length}}@{{moof}}
fragments.mp4
#EXT-X-ENDLIST
"""
MPD = f"""<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:full:2011" type="static"
 minBufferTime="PT2S" mediaPresentationDuration="PT{SECONDS}S"><Period>
<AdaptationSet mimeType="video/mp4"><Representation id="film" bandwidth="100000" codecs="{CODEC}" width="320"
 height="180"><BaseURL>fragments.mp4</BaseURL><SegmentBase indexRange="{{sidx}}-{{index_end}}"><Initialization
 range="0-{{init_end}}"/></SegmentBase></Representation></AdaptationSet>
{{images}}</Period></MPD>
"""


class Site(NamedTuple):
    """A served folder of films at `films/`, beside Flickbook's page and the npm packages at `packages/`."""

    url: str
    folder: Path


@contextmanager
def site_of_films(folder: Path) -> Iterator[Site]:
    """Serve a film with its book and its streams; all with the headers of the service."""
    like: clips.Options = {"frames": SECONDS * RATE, "rate": RATE, "size": (320, 180)}
    film = clips.make(folder / "my film.mp4", **like)
    pieces: clips.Options = {**like, "muxer_options": FRAGMENTS}
    clips.make(folder / "fragments.mp4", **pieces)
    for name, interval in BOOKS.items():
        # Several snippets, so that the storyboard has several sheets.
        recipe = make_recipe(
            snippet=15, outputs=["storyboard", "hls", "dash"], tile_interval=interval, tile_width="160,240"
        )
        render(film, folder / name, recipe)
        _describe(film, folder / name / "my film")
    files = [
        Mount("/films", StaticFiles(directory=folder)),
        Mount("/packages", StaticFiles(directory=PACKAGES, check_dir=False)),
        Mount("/", Page()),
    ]
    with served(SafeHeaders(Starlette(routes=files), Web())) as url:
        yield Site(f"{url}/", folder)


def _describe(film: Path, book: Path) -> None:
    """Write HLS playlists and an MPD of a film, with the lines of its book as docs/players.md says."""
    data = (film.parent / "fragments.mp4").read_bytes()
    sidx, moof, mfra = (data.index(kind) - 4 for kind in (b"sidx", b"moof", b"mfra"))
    place = f"{book.parent.name}/my%20film/"
    line = (book / "hls.txt").read_text().replace('URI="', f'URI="{place}')
    (film.parent / f"{book.parent.name}.m3u8").write_text(HLS_MASTER + line)
    (film.parent / "film.m3u8").write_text(HLS_FILM.format(sidx=sidx, moof=moof, length=mfra - moof))
    images = (book / "dash.xml").read_text().replace('media="', f'media="{place}')
    ends = {"init_end": sidx - 1, "index_end": moof - 1}
    (film.parent / f"{book.parent.name}.mpd").write_text(MPD.format(sidx=sidx, images=images, **ends))
