"""BIF files hold the right pictures at the right times, for each server by its names."""

import base64
import io
import json
import struct
import subprocess
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.engines.job import work
from flickbook.errors import LimitExceeded, NameRefused, UsageError
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs import bif
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.outputs.registry import book_name, media_type
from flickbook.outputs.stored import scaled
from flickbook.storage import locate
from tests import clips
from tests.books import render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import marks, submitted
from tests.tools import need
from tests.waiting import LONG

PACKAGES = Path(__file__).parents[2] / "frontend" / "node_modules"
# Prints what the reader of another author finds in a BIF file.
RX_PLAYER = """
const { version, images } = require("rx-player/tools").parseBifThumbnails(
    new Uint8Array(require("fs").readFileSync(process.argv[1])).buffer);
const packed = images.map(({ startTime, image }) => ({ startTime, data: Buffer.from(image).toString("base64") }));
console.log(JSON.stringify({ version, images: packed }));
"""
BIF: dict[str, Any] = {"snippet": 2, "size": 64, "bif": True, "bif.interval": 1}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=125)


def read(path: Path) -> tuple[int, list[tuple[int, clips.Rgb]]]:
    """Read a BIF file by the format's table: the milliseconds of a unit, and each picture with its time."""
    data = path.read_bytes()
    assert data[:12] == bytes.fromhex("894249460d0a1a0a 00000000")
    count, unit = struct.unpack_from("<II", data, 12)
    assert data[20:64] == bytes(44)
    entries = [struct.unpack_from("<II", data, 64 + 8 * k) for k in range(count + 1)]
    assert entries[0][1] == 64 + 8 * (count + 1)
    assert entries[-1] == (0xFFFFFFFF, len(data))
    found = []
    for (time, begin), (_, end) in pairwise(entries):
        assert (data[begin : begin + 3], data[end - 2 : end]) == (b"\xff\xd8\xff", b"\xff\xd9")
        with Image.open(io.BytesIO(data[begin:end])) as image:
            found.append((time, np.asarray(image.convert("RGB"))))
    return unit, found


def numbers(path: Path) -> list[int]:
    """Return the number of the frame on each picture, after checking that the times have no gap."""
    _, found = read(path)
    assert [time for time, _ in found] == list(range(len(found)))
    return [clips.read(picture) for _, picture in found]


def test_a_finished_book_gets_bif_files_and_nothing_else_is_made_again(video: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    render(video, out, make_recipe(snippet=2, size=64))
    before = marks(out / "a")
    manifest = render(video, out, make_recipe(**BIF))
    assert {name: at for name, at in marks(out / "a").items() if name not in ROKU} == before
    assert (manifest.complete, manifest.totals.frames_decoded) == (True, 0)
    for name in ROKU:
        unit, found = read(out / "a" / name)
        assert (unit, {picture.shape for _, picture in found}) == (1000, {(96, 160, 3)}), "never enlarged"
        assert numbers(out / "a" / name) == [0, 25, 50, 75, 100]
    fresh = render(video, tmp_path / "fresh", make_recipe(**BIF))
    assert fresh.complete
    for name in ROKU:
        assert (tmp_path / "fresh" / "a" / name).read_bytes() == (out / "a" / name).read_bytes()
    render(video, out, make_recipe(snippet=2, size=64))
    assert not list((out / "a").glob("*.bif"))


ROKU = ("a-sd.bif", "a-hd.bif", "a-fhd.bif")


def test_rx_players_reader_finds_each_picture_at_its_time(tmp_path: Path) -> None:
    if not (PACKAGES / "rx-player").is_dir():
        need("the page's packages (`npm ci` in frontend)")
    video = clips.make(tmp_path / "a.mp4", frames=325)
    render(video, tmp_path / "out", make_recipe(**BIF | {"bif.server": "emby", "bif.interval": 5}))
    command = [need("node"), "-e", RX_PLAYER, str(tmp_path / "out" / "a" / "a-320-5.bif")]
    found = json.loads(subprocess.run(command, cwd=PACKAGES, capture_output=True, check=True, timeout=LONG).stdout)
    assert found["version"] == "0.0.0.0"
    assert [image["startTime"] for image in found["images"]] == [0, 5000, 10000]
    for image, number in zip(found["images"], (0, 125, 250), strict=True):
        with Image.open(io.BytesIO(base64.b64decode(image["data"]))) as picture:
            assert clips.read(np.asarray(picture.convert("RGB"))) == number


def test_roku_gets_three_sizes(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=30, size=(640, 360))
    render(video, tmp_path / "out", make_recipe(**BIF))
    sizes = [read(tmp_path / "out" / "a" / name)[1][0][1].shape[:2] for name in ROKU]
    assert sizes == [(135, 240), (180, 320), (270, 480)]
    assert [numbers(tmp_path / "out" / "a" / name) for name in ROKU] == [[0, 25]] * 3


def test_a_storyboard_of_smaller_tiles_is_not_enlarged(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=30, size=(640, 360))
    render(video, tmp_path / "out", make_recipe(**BIF | {"outputs": ["storyboard", "bif"]}))
    sizes = [read(tmp_path / "out" / "a" / name)[1][0][1].shape[:2] for name in ROKU]
    assert sizes == [(90, 160)] * 3


@pytest.mark.parametrize(
    ("options", "key", "unit", "shown"),
    [
        ({"bif.server": "plex"}, "index-sd.bif", 1000, [0, 25, 50, 75, 100]),
        ({"bif.server": "emby", "bif.interval": 2, "bif.width": 80}, "a-80-2.bif", 2000, [0, 50, 100]),
        ({"outputs": ["bif", "storyboard"], "bif.server": "plex"}, "index-sd.bif", 1000, [0, 25, 50, 75, 100]),
        (
            {"outputs": ["bif", "storyboard"], "bif.server": "plex", "tile_interval": Fraction(3, 2)},
            "index-sd.bif",
            1000,
            [0, 0, 37, 75, 75],  # 1.5 s is between frame 37 and 38
        ),
        ({"outputs": ["bif", "stills"], "bif.server": "plex"}, "index-sd.bif", 1000, [0, 25, 50, 75, 100]),
    ],
)
def test_other_servers_have_names_of_their_own(
    video: Path, tmp_path: Path, options: dict[str, Any], key: str, unit: int, shown: list[int]
) -> None:
    manifest = render(video, tmp_path / "out", make_recipe(**(BIF | options)))
    assert manifest.complete
    assert [path.name for path in (tmp_path / "out" / "a").glob("*.bif")] == [key]
    assert read(tmp_path / "out" / "a" / key)[0] == unit
    assert numbers(tmp_path / "out" / "a" / key) == shown
    assert media_type("a", key) == "application/octet-stream"


def test_a_failed_snippet_shows_the_picture_before_because_a_gap_would_blind_the_rest(
    video: Path, tmp_path: Path
) -> None:
    recipe = make_recipe(**BIF)
    book = tmp_path / "out" / "a"
    first, second, third = submitted(video, book, recipe).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    assert numbers(book / "a-hd.bif") == [0, 25, 25, 25, 100]
    (again,) = submitted(video, book, recipe).jobs
    work(again)
    assert numbers(book / "a-hd.bif") == [0, 25, 50, 75, 100]
    for job in submitted(video, book, make_recipe(**BIF | {"snippet": 1})).jobs:
        (give_up(job, OUTAGE) if job.snippets[0].start < 4 else work(job))
    assert numbers(book / "a-hd.bif") == [100] * 5


def test_a_book_without_a_picture_has_no_bif(video: Path, tmp_path: Path) -> None:
    for job in submitted(video, tmp_path / "out" / "a", make_recipe(**BIF)).jobs:
        give_up(job, OUTAGE)
    assert api.status(tmp_path / "out" / "a").state == "partial"
    assert not list((tmp_path / "out" / "a").glob("*.bif"))


def test_a_bif_needs_stills_or_a_storyboard() -> None:
    with pytest.raises(
        UsageError, match="output bif: is made of stills or storyboard, which the recipe leaves out; add stills or"
    ):
        make_recipe(outputs=["gif", "bif"])


def test_a_bif_has_as_many_pictures_as_a_storyboard_may_have(video: Path) -> None:
    probed = api.probe(str(video))
    check_limits("a", probed, make_recipe(**BIF), Limits(max_tiles=5))
    with pytest.raises(LimitExceeded, match="would have 5 pictures for bif, more than the 4 allowed"):
        check_limits("a", probed, make_recipe(**BIF, storyboard=False), Limits(max_tiles=4))


def test_a_file_of_4_gib_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bif, "_MAX_BYTES", 100)
    assert len(bif.write_bif([b"0123456789"], 1000)) == 90
    with pytest.raises(LimitExceeded, match="4 GiB"):
        bif.write_bif([b"0123456789" * 2], 1000)


def test_no_book_lies_where_a_bif_of_another_would() -> None:
    for key in ("a/a-sd.bif/b.mp4", "a/index-sd.bif/b.mp4", "a/a-320-10.bif/b.mp4"):
        with pytest.raises(NameRefused):
            book_name(key)
    assert book_name("a/b-sd.bif/b.mp4") == "a/b-sd.bif/b"
    assert media_type("index", "index-sd.bif") == "application/octet-stream"
    assert media_type("a", "a-320-010.bif") is None


def test_a_book_that_is_removed_leaves_no_bif(video: Path, tmp_path: Path) -> None:
    render(video, tmp_path / "out", make_recipe(**BIF))
    Book(locate(str(tmp_path / "out")), "a").remove()
    assert not (tmp_path / "out" / "a").exists()


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(0, 1 << 30))
def test_each_pixel_is_the_mean_of_its_area(width: int, height: int, wide: int, high: int, seed: int) -> None:
    picture = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    fine = picture.repeat(high, 0).repeat(wide, 1).astype(float)
    mean = fine.reshape(high, height, wide, width, 3).mean((1, 3))
    found = scaled(picture, wide, high)
    assert found.dtype == np.uint8
    assert np.abs(found - mean).max() <= 0.5 + 1e-9


@pytest.mark.parametrize("size", [(3200, 2600), (5000, 4000)])
def test_large_pictures_keep_their_brightness(size: tuple[int, int]) -> None:
    white = np.full((*size, 1), 255, np.uint8)
    assert (scaled(white, 50, 40) == 255).all()
