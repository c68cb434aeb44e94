"""The HLS image playlist shows each moment's tile, read by the m3u8 library of another author."""

from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import m3u8
import pytest

from flickbook.engines.job import work
from flickbook.errors import UsageError
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import media_type
from tests import clips
from tests.books import jpeg, render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import marks, submitted

HLS: dict[str, Any] = {"snippet": 4, "size": 64, "outputs": ["storyboard", "hls"]}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "ä b.mp4", frames=235)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "ä b"


def shown(book: Path, at: float) -> int | None:
    """Return the number of the frame that a player shows at a second, None in a gap: the tile within its sheet."""
    playlist = m3u8.loads((book / "hls.m3u8").read_text())
    assert playlist.is_images_only
    start = 0.0
    for segment, tiles in zip(playlist.segments, playlist.data["tiles"], strict=True):
        if start <= at < start + segment.duration:
            if segment.gap_tag:
                return None
            width, height = map(int, tiles["resolution"].split("x"))
            columns, rows = map(int, tiles["layout"].split("x"))
            sheet = jpeg(book / unquote(segment.uri))
            assert sheet.shape == (rows * height, columns * width, 3)
            row, column = divmod(int((at - start) / float(tiles["duration"]) + 1e-4), columns)
            return clips.read(sheet[row * height : (row + 1) * height, column * width : (column + 1) * width])
        start += segment.duration
    raise AssertionError(at)


@pytest.mark.parametrize("pad", [True, False])
@pytest.mark.parametrize("interval", [Fraction(1), Fraction(1, 3), Fraction(3, 2)])
def test_the_tile_of_each_moment_is_that_moments_frame(video: Path, book: Path, interval: Fraction, pad: bool) -> None:
    manifest = render(video, book.parent, make_recipe(**(HLS | {"tile_interval": interval, "hls.pad": pad})))
    for tile in range(int(manifest.details["storyboard"]["tiles"])):
        begin = tile * interval
        number = int(begin * 25)
        assert shown(book, float(begin) + 0.01) == number
        assert shown(book, min(float(begin + interval), manifest.duration) - 0.01) == number
    playlist = m3u8.loads((book / "hls.m3u8").read_text())
    layouts = {tiles["layout"] for tiles in playlist.data["tiles"]}
    assert (len(layouts) == 1) == pad
    assert sum(segment.duration for segment in playlist.segments) == pytest.approx(9.4)
    assert playlist.target_duration >= max(segment.duration for segment in playlist.segments)
    assert bool(list(book.glob("hls.*.jpg"))) == pad


def test_the_line_is_ready_for_a_master_playlist(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**HLS, tile_width=80))
    master = m3u8.loads("#EXTM3U\n" + (book / "hls.txt").read_text())
    (images,) = master.image_playlists
    assert (images.uri, images.image_stream_info.codecs) == ("hls.m3u8", "jpeg")
    assert images.image_stream_info.resolution == (80, 48)
    sizes = [(book / f"ä b-{start}-sheet-0.jpg").stat().st_size for start in (0, 4)]
    assert images.image_stream_info.bandwidth >= max(sizes) * 2


def test_a_finished_book_gets_a_playlist_and_nothing_else_is_made_again(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**HLS | {"outputs": ["storyboard"]}))
    before = {path.name: path.stat().st_mtime_ns for path in book.glob("ä b-*")}
    manifest = render(video, book.parent, make_recipe(**HLS))
    assert {path.name: path.stat().st_mtime_ns for path in book.glob("ä b-*")} == before
    assert manifest.totals.frames_decoded == 0
    names = {path.name for path in book.glob("hls.*")}
    assert names == {"hls.m3u8", "hls.txt", "hls.2.jpg"}
    assert [media_type("ä b", name) for name in sorted(names)] == [
        "image/jpeg",
        "application/vnd.apple.mpegurl",
        "text/plain",
    ]
    render(video, book.parent, make_recipe(**(HLS | {"hls.pad": False})))
    assert {path.name for path in book.glob("hls.*")} == {"hls.m3u8", "hls.txt"}


def test_a_failed_snippet_is_a_gap(video: Path, book: Path) -> None:
    recipe = make_recipe(**HLS)
    first, second, third = submitted(video, book, recipe).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    assert [shown(book, at) for at in (0.5, 3.5, 4.5, 7.9, 8.1, 9.3)] == [0, 75, None, None, 200, 225]
    (again,) = submitted(video, book, recipe).jobs
    work(again)
    assert shown(book, 4.5) == 100


def test_a_book_without_a_tile_has_no_playlist(video: Path, book: Path) -> None:
    for job in submitted(video, book, make_recipe(**HLS)).jobs:
        give_up(job, OUTAGE)
    assert not list(book.glob("hls.*"))
    assert not marks(book)


def test_a_playlist_needs_a_storyboard() -> None:
    with pytest.raises(UsageError, match=r"output hls: .*; add storyboard to the outputs"):
        make_recipe(outputs=["stills", "hls"])
