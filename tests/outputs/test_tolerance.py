"""With a tolerance, keyframes stand for instants near them: within the tolerance, each once, and decoded alone."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import av
import pytest
from msgspec.structs import replace

from flickbook import api
from flickbook.core import wire
from flickbook.core.model import Manifest, Receipt
from flickbook.core.settings import Engine
from flickbook.engines.base import Collector
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.engines.orders import submit
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from tests import clips
from tests.books import jpeg, render, storyboard

Maker = Callable[[Path], Path]
SHORT = {**clips.X264, "g": "12"}
VARIABLE = sorted(Fraction(k * k % 7, 60) + Fraction(k, 15) for k in range(160))
OPEN = {**clips.X264, "x264-params": "open-gop=1:keyint=25:bframes=3:b-adapt=0"}


def clip(name: str, **options: object) -> tuple[str, Maker]:
    return name, lambda folder: clips.make(folder / name, **options)  # type: ignore[arg-type]


# Files of which keyframes are decoded alone, and files that fall back to the exact way.
ALONE = [
    clip("short.mp4", options=SHORT, frames=200),
    clip("short.mkv", options=SHORT, frames=200),
    clip("short.ts", options=SHORT, frames=200),
    clip("fragmented.mp4", options=SHORT, frames=200, muxer_options={"movflags": "frag_keyframe+empty_moov"}),
    clip("variable.mp4", times=VARIABLE, base=Fraction(1, 15360), options=SHORT),
    clip("variable.mkv", times=VARIABLE, base=Fraction(1, 1000), options=SHORT),
    clip("open-gop.mp4", options=OPEN, frames=200),
    clip("open-gop.ts", options=OPEN, frames=200),
    clip("intra.mp4", options={**clips.X264, "g": "1"}, frames=110),
    clip("intra.ts", options={**clips.X264, "g": "1"}, frames=110),
    clip("edit-list.mp4", times=[Fraction(k, 25) - Fraction(3, 5) for k in range(230)], options=SHORT),
    clip("starts-late.mkv", times=[Fraction(k, 25) + 7 for k in range(210)], options=SHORT),
    clip("with-sound.mkv", options=SHORT, frames=200, audio_seconds=9),
    clip(
        "hevc.mp4",
        codec="libx265",
        options={"preset": "ultrafast", "crf": "20", "x265-params": "log-level=none:keyint=22:bframes=4:open-gop=1"},
        frames=200,
    ),
    clip("mpeg2.ts", codec="mpeg2video", options={"bf": "2", "g": "15", "b": "3M"}, frames=200, base=Fraction(1, 25)),
    clip("vp9.webm", codec="libvpx-vp9", options={"deadline": "realtime", "cpu-used": "8", "g": "30"}, frames=160),
    clip(
        "av1.mp4",
        codec="libsvtav1",
        options={"preset": "10", "crf": "10", "g": "20", "svtav1-params": "enable-tf=0"},
        size=(320, 192),
        frames=110,
    ),
    clip("flash.flv", codec="flv", options={"g": "30", "b": "3M"}, frames=160, base=Fraction(1, 25)),
]
EXACT = [
    clip("one-keyframe.mp4", options={**clips.X264, "g": "9999", "sc_threshold": "0"}, frames=200),
    clip("intra-refresh.mp4", options={**clips.X264, "x264-params": "intra-refresh=1:keyint=30"}, frames=200),
    clip("part-2.mp4", codec="mpeg4", options={"g": "30", "b": "3M"}, frames=160),
    clip("old.avi", codec="mpeg4", options={"g": "30", "b": "3M"}, frames=160),
    clip(
        "program.mpg",
        codec="mpeg2video",
        options={"bf": "2", "g": "15", "b": "3M"},
        muxer="vob",
        frames=160,
        base=Fraction(1, 25),
    ),
    clip("slides.mp4", times=[Fraction(0), Fraction(7, 2), Fraction(9)], rate=1, options={**clips.X264, "g": "1"}),
]


class Picture(NamedTuple):
    """A stored picture: its instant, the time that the manifest gives, and its number."""

    instant: Fraction
    shown: float
    number: int


def tiles(video: Path, out: Path, interval: int, tolerance: object) -> tuple[Manifest, list[Picture]]:
    """Make a storyboard and nothing else, in runs of at most three snippets."""
    options = {"storyboard.tolerance": tolerance, "storyboard.interval": interval}
    manifest = render(video, out, make_recipe(snippet=3, outputs=["storyboard"], **options))  # type: ignore[arg-type]
    shown: list[float] = []
    for file in manifest.files:
        starts = [Fraction(file.start) + k * interval for k in range(file.frames)]
        shown += file.shown if isinstance(file.shown, tuple) else map(float, starts)
    found = storyboard(out / manifest.name)
    return manifest, [
        Picture(Fraction(tile.start, 1000), second, clips.read(tile.picture))
        for tile, second in zip(found, shown, strict=True)
    ]


def truth(video: Path) -> list[tuple[Fraction, int]]:
    frames = [(at, clips.read(picture)) for at, picture in clips.decode_all(video)]
    return [(at - frames[0][0], number) for at, number in frames]


def check(pictures: Sequence[Picture], known: Sequence[tuple[Fraction, int]], tolerance: Fraction) -> None:
    """Each picture is what its manifest says, within the tolerance, in order, and only once if it can be."""
    for picture in pictures:
        assert abs(picture.shown - picture.instant) <= tolerance
        assert picture.number == clips.on_screen(known, Fraction(picture.shown).limit_denominator(100_000)), picture
    for before, after in pairwise(pictures):
        assert before.shown < after.shown
        exact = [clips.on_screen(known, picture.instant) for picture in (before, after)]
        assert before.number != after.number or exact[0] == exact[1]


@pytest.mark.parametrize("tolerance", [0, 0.1, 5])
@pytest.mark.parametrize(("name", "maker"), ALONE + EXACT, ids=[name for name, _ in ALONE + EXACT])
def test_pictures_are_within_the_tolerance_and_the_same_only_where_the_video_has_no_other(
    name: str, maker: Maker, tolerance: float, tmp_path: Path
) -> None:
    video = maker(tmp_path)
    interval = 1 if tolerance else 2
    manifest, pictures = tiles(video, tmp_path / "out", interval, tolerance)
    check(pictures, truth(video), Fraction(min(0.5, tolerance)))
    assert len(pictures) == -(-manifest.duration // interval)
    assert manifest.totals.damaged_packets == 0
    found = max(abs(picture.shown - picture.instant) for picture in pictures)
    assert (manifest.largest_error or 0) == pytest.approx(found, abs=1e-9)
    alone = [picture for picture in pictures if picture.shown != picture.instant]
    if tolerance != 0.1 and not name.startswith("intra"):
        assert bool(alone) == (tolerance == 5 and (name, maker) in ALONE)


@pytest.mark.parametrize("name", ["short.mp4", "short.mkv", "short.ts", "fragmented.mp4", "intra.mp4", "mpeg2.ts"])
def test_keyframes_are_decoded_and_nothing_else(name: str, tmp_path: Path) -> None:
    manifest, pictures = tiles(dict(ALONE)[name](tmp_path), tmp_path / "out", 1, "keyframes")
    assert manifest.totals.frames_decoded == len(pictures)


def test_exact_pictures_far_apart_are_decoded_from_the_keyframes_before_them(tmp_path: Path) -> None:
    manifest, _ = tiles(dict(ALONE)["short.mp4"](tmp_path), tmp_path / "out", 2, 0)
    assert manifest.totals.frames_decoded < 60, "of 200"


@pytest.mark.parametrize("name", ["short.mp4", "variable.mkv", "short.ts", "flash.flv"])
def test_every_job_shows_the_same_pictures(name: str, tmp_path: Path) -> None:
    video = dict(ALONE)[name](tmp_path)
    found = set()
    for length in (1, 2, 9):
        settings = Settings(engine=Engine(workers=1, run_length=length))
        recipe = make_recipe(snippet=1, outputs=["stills"], **{"stills.tolerance": 0.4})
        out = str(tmp_path / str(length))
        manifest = api.render_with(InlineDispatcher(), settings, str(video), out, recipe).manifest
        found.add(tuple((file.digest, file.shown) for file in manifest.files))
    assert len(found) == 1


@pytest.mark.parametrize(("tolerance", "jobs"), [(0, 8), (0.25, 8), (0.5, 3), ("keyframes", 3)])
def test_a_job_has_the_more_snippets_the_less_is_decoded(tolerance: object, jobs: int, tmp_path: Path) -> None:
    video = dict(ALONE)["short.mp4"](tmp_path)
    options: dict[str, Any] = {"storyboard.tolerance": tolerance}
    planned = api.plan(video, recipe=make_recipe(snippet=1, outputs=["storyboard"], **options))
    collector = Collector()
    submit(planned, locate(str(tmp_path / "out")), collector, Engine(workers=1, run_length=1))
    assert len(collector.jobs) == jobs
    assert sum(len(job.snippets) for job in collector.jobs) == 8


def test_beside_a_gif_all_pictures_are_exact_and_decoded_once(tmp_path: Path) -> None:
    video = dict(ALONE)["short.mp4"](tmp_path)
    options: dict[str, Any] = {"storyboard.tolerance": 5, "stills.tolerance": "keyframes"}
    exact = render(video, tmp_path / "exact", make_recipe(snippet=4))
    manifest = render(video, tmp_path / "out", make_recipe(snippet=4, **options))
    assert [file.digest for file in manifest.files] == [file.digest for file in exact.files]
    assert manifest.totals.frames_decoded == exact.totals.frames_decoded
    assert b"shown" not in (tmp_path / "out" / "short" / "manifest.json").read_bytes()


@pytest.mark.parametrize(("damaged", "instead"), [([4], 2.24), ([4, 5], 2)])
def test_a_damaged_keyframe_gives_way_to_the_next_or_the_exact_picture(
    damaged: list[int], instead: float, tmp_path: Path
) -> None:
    video = dict(ALONE)["short.mp4"](tmp_path)
    with av.open(str(video)) as container:
        entries = container.streams.video[0].index_entries
        places = [(entry.pos, entry.size) for entry in entries if entry.is_keyframe]
    data = bytearray(video.read_bytes())
    for number in damaged:
        start, size = places[number]
        data[start + 4 : start + size] = bytes(size - 4)
    assert [picture.shown for picture in tiles(video, tmp_path / "whole", 1, "keyframes")[1]][1:4] == [0.8, 1.76, 3.2]
    video.write_bytes(data)
    _, pictures = tiles(video, tmp_path / "out", 1, "keyframes")
    assert [picture.shown for picture in pictures][1:4] == [0.8, instead, 3.2]


def test_stills_say_when_their_pictures_are_shown(tmp_path: Path) -> None:
    video = dict(ALONE)["short.mkv"](tmp_path)
    recipe = make_recipe(snippet=3, outputs=["stills"], **{"stills.tolerance": 0.25})
    manifest = render(video, tmp_path / "out", recipe)
    known = truth(video)
    off = 0
    for file in manifest.files:
        number = clips.read(jpeg(tmp_path / "out" / "short" / file.key))
        (second,) = file.shown if isinstance(file.shown, tuple) else (file.start,)
        assert number == clips.on_screen(known, Fraction(second).limit_denominator(1000))
        off += second != file.start
    assert off > 3
    assert manifest.largest_error == 0.24


def test_receipts_without_real_times_are_read_and_written_as_before(tmp_path: Path) -> None:
    render(dict(ALONE)["short.mp4"](tmp_path), tmp_path / "out", make_recipe(outputs=["storyboard"]))
    stored = (tmp_path / "out" / "short" / "receipts" / "0.json").read_bytes()
    assert b"shown" not in stored
    assert b"largest_error" not in stored
    receipt = wire.decode(stored, Receipt, "receipt")
    assert wire.encode(receipt) == stored
    artifact = replace(receipt.artifacts[0], shown=(Fraction(1, 3),), largest_error=Fraction(1, 3))
    off = replace(receipt, artifacts=(artifact,))
    assert wire.decode(wire.encode(off), Receipt, "receipt") == off


@pytest.mark.parametrize(
    ("codec", "options"),
    [
        ("libx264", {**clips.X264, "bf": "0", "g": "17"}),
        ("libx265", {"preset": "ultrafast", "crf": "20", "x265-params": "log-level=none:keyint=17:bframes=0"}),
        ("mpeg4", {"g": "17", "b": "3M"}),
    ],
)
def test_pictures_that_an_mp4_wrongly_calls_keyframes_are_not_decoded_alone(
    codec: str, options: dict[str, str], tmp_path: Path
) -> None:
    video = clips.make(tmp_path / "all.mp4", codec=codec, options=options, frames=200)
    known = truth(video)
    assert b"stss" in video.read_bytes()
    video.write_bytes(video.read_bytes().replace(b"stss", b"free"))
    _, pictures = tiles(video, tmp_path / "out", 1, 0.3)
    check(pictures, known, Fraction("0.3"))


@pytest.mark.parametrize("tolerance", ["0", "1"])
def test_a_file_whose_seeks_find_no_whole_picture_is_decoded_about_once(tmp_path: Path, tolerance: str) -> None:
    refreshed = {"preset": "ultrafast", "x264-params": "intra-refresh=1:keyint=40:bframes=0:scenecut=0"}
    video = clips.make(tmp_path / "refreshed.mkv", options=refreshed, frames=1000, size=(64, 48))
    options = {"storyboard.interval": "2", "storyboard.tolerance": tolerance}
    manifest = render(video, tmp_path / "out", make_recipe(snippet=40, outputs=["storyboard"], **options))
    assert manifest.totals.frames_decoded < 1300
    tiles = [tile.picture for tile in storyboard(tmp_path / "out" / "refreshed")]
    assert [clips.read(tile) for tile in tiles] == [50 * k for k in range(20)]
