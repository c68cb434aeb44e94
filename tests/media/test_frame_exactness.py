"""Every still and every GIF frame shows the frame that is on screen at its instant."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition
from av.video.stream import VideoStream

from flickbook.core.model import Manifest
from flickbook.outputs.gif import GIF
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import gif_frames, instant, jpeg, render, storyboard

X265 = {"preset": "ultrafast", "crf": "20", "x265-params": "log-level=none:keyint=30:bframes=4"}
PYRAMID = {**clips.X264, "bf": "7", "x264-params": "b-pyramid=normal:b-adapt=0:keyint=60"}
AV1 = {"preset": "10", "crf": "10", "g": "40", "svtav1-params": "enable-tf=0"}
NO_B = {**clips.X264, "bf": "0"}
AS_IT_IS = {"avoid_negative_ts": "disabled"}
VARIABLE = [Fraction(k * k % 7, 60) + Fraction(k, 15) for k in range(80)]

Maker = Callable[[Path], Path]


def clip(name: str, **options: object) -> tuple[str, Maker]:
    return name, lambda folder: clips.make(folder / name, **options)  # type: ignore[arg-type]


CLIPS = [
    clip("cfr24.mp4", rate=24),
    clip("cfr25.mp4", rate=25),
    clip("ntsc.mp4", rate=Fraction(30000, 1001), frames=180),
    clip("cfr60.mp4", rate=60, frames=310),
    clip("five-a-second.mp4", rate=5, frames=27),
    clip("variable.mp4", times=sorted(VARIABLE), base=Fraction(1, 15360)),
    clip("pyramid.mp4", options=PYRAMID, frames=160),
    clip("long-gop.mp4", options={**clips.X264, "g": "9999", "sc_threshold": "0"}, frames=200),
    clip("intra-only.mp4", options={**clips.X264, "g": "1"}),
    clip("open-gop.mp4", options={**clips.X264, "x264-params": "open-gop=1:keyint=25:bframes=3:b-adapt=0"}, frames=200),
    clip("intra-refresh.mp4", options={**clips.X264, "x264-params": "intra-refresh=1:keyint=30"}, frames=200),
    clip("hevc.mp4", codec="libx265", options=X265, frames=130),
    clip("starts-late.mkv", times=[Fraction(k, 25) + 7 for k in range(110)]),
    clip("starts-early.asf", times=[Fraction(k, 25) - 1 for k in range(110)], options=NO_B, muxer_options=AS_IT_IS),
    clip("edit-list.mp4", times=[Fraction(k, 25) - Fraction(3, 5) for k in range(130)]),
    clip("matroska.mkv", rate=Fraction(24000, 1001), frames=120),
    clip("vp9.webm", codec="libvpx-vp9", options={"deadline": "realtime", "cpu-used": "8", "g": "40"}, frames=110),
    clip("vp8.webm", codec="libvpx", options={"deadline": "realtime", "cpu-used": "8", "g": "40", "b": "2M"}),
    clip("av1.mp4", codec="libsvtav1", options=AV1, size=(320, 192), frames=110),
    clip("transport.ts", options={**clips.X264, "g": "40"}, frames=200),
    clip("mpeg2.ts", codec="mpeg2video", options={"bf": "2", "g": "15", "b": "3M"}, frames=150, base=Fraction(1, 25)),
    clip(
        "program.mpg",
        codec="mpeg2video",
        options={"bf": "2", "g": "15", "b": "3M"},
        muxer="vob",
        frames=120,
        base=Fraction(1, 25),
    ),
    clip("mpeg4.mp4", codec="mpeg4", options={"bf": "2", "g": "30", "b": "3M"}),
    clip("old.avi", codec="mpeg4", options={"g": "30", "b": "3M"}),
    clip("flash.flv", codec="flv", options={"g": "30", "b": "3M"}),
    clip("fragmented.mp4", muxer_options={"movflags": "frag_keyframe+empty_moov"}, options={**clips.X264, "g": "30"}),
    clip("gap.mp4", times=[Fraction(k, 25) if k < 40 else Fraction(k, 25) + 4 for k in range(90)]),
    clip("short.mp4", frames=17),
    clip("one-frame.mp4", frames=1),
    clip("quarter.mp4", rotation=90),
    clip("half.mp4", rotation=180),
    clip("three-quarters.mp4", rotation=270),
    clip("anamorphic.mp4", aspect=Fraction(16, 11)),
    clip("odd.mp4", size=(161, 97), pixels="yuv444p"),
    clip("long-sound.mp4", audio_seconds=9),
]
# A rotated clip is painted so that it reads right when shown; these are the turns that undo it.
TURNED = {"quarter.mp4": 3, "half.mp4": 2, "three-quarters.mp4": 1}


@pytest.mark.parametrize(("name", "maker"), CLIPS, ids=[name for name, _ in CLIPS])
def test_every_picture_shows_the_frame_on_screen_at_its_instant(name: str, maker: Maker, tmp_path: Path) -> None:
    video = maker(tmp_path)
    frames = clips.decode_all(video)
    turns = TURNED.get(name, 0)
    frames = [(at, np.rot90(picture, -turns)) for at, picture in frames]
    if turns:
        video = repaint_turned(tmp_path / "turned" / name, name, turns)
        frames = [(at, np.rot90(picture, -turns)) for at, picture in clips.decode_all(video)]
    known = [(at - frames[0][0], clips.read(picture)) for at, picture in frames]
    assert len({number for _, number in known}) > 0.95 * len(known), "the clip itself is unreadable"
    manifest = render(video, tmp_path / "out")
    check_pictures(manifest, tmp_path / "out", known)


def repaint_turned(path: Path, name: str, turns: int) -> Path:
    path.parent.mkdir()
    upright = [clips.paint(number, 96, 160) if turns % 2 else clips.paint(number, 160, 96) for number in range(100)]
    coded = [np.ascontiguousarray(np.rot90(picture, turns)) for picture in upright]
    return clips.make(path, pictures=coded, rotation={3: 90, 2: 180, 1: 270}[turns])


def check_pictures(manifest: Manifest, out: Path, known: list[tuple[Fraction, int]]) -> None:
    assert (manifest.totals.damaged_packets, manifest.remarks) == (0, ()), "nothing is damaged"
    book = out / manifest.name
    options = GIF.options_in(manifest.recipe)
    assert options is not None
    step = 1 / options.fps
    seconds = 0
    for file in manifest.files:
        start = Fraction(file.start).limit_denominator(1_000_000)
        if file.kind == "gif":
            shown = [clips.read(frame) for frame in gif_frames((book / file.key).read_bytes())]
            assert shown == [clips.on_screen(known, start + k * step) for k in range(file.frames)], file.key
        elif file.kind == "still":
            assert clips.read(jpeg(book / file.key)) == clips.on_screen(known, start), file.key
            seconds += 1
    assert seconds == np.ceil(manifest.duration), "a second is missing"
    tiles = storyboard(book)
    assert [tile.start for tile in tiles] == [1000 * second for second in range(seconds)]
    for tile in tiles:
        assert clips.read(tile.picture) == clips.on_screen(known, instant(tile, manifest)), tile.box


def test_sound_that_begins_before_the_picture_sets_the_viewers_zero(tmp_path: Path) -> None:
    video = clips.make(
        tmp_path / "late-picture.mkv", times=[Fraction(k, 25) + Fraction(7, 10) for k in range(80)], audio_seconds=4
    )
    known = [(at, number) for at, number in clips.numbers(video)]
    manifest = render(video, tmp_path / "out")
    assert manifest.duration == pytest.approx(3.9, abs=0.01)
    check_pictures(manifest, tmp_path / "out", known)


def test_the_last_snippet_is_as_long_as_what_is_left(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "five.mp4", frames=105)
    manifest = render(video, tmp_path / "out")
    gifs = [file for file in manifest.files if file.kind == "gif"]
    assert [(file.start, file.end, file.frames) for file in gifs] == [(0, 2, 20), (2, 4, 20), (4, 4.2, 2)]


def test_a_thirty_second_snippet_has_300_gif_frames_and_30_stills(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "film.mp4", rate=12, frames=12 * 31)
    manifest = render(video, tmp_path / "out", make_recipe(size=32))
    first = [file for file in manifest.files if file.start < 30]
    assert [file.frames for file in first if file.kind == "gif"] == [300]
    assert sum(file.kind == "still" for file in first) == 30


def test_sound_longer_than_the_picture_is_no_loss_where_the_header_speaks_of_both(tmp_path: Path) -> None:
    video = clips.make(
        tmp_path / "a.flv", codec="flv", options={"b": "3M"}, frames=50, audio_seconds=9, base=Fraction(1, 25)
    )
    manifest = render(video, tmp_path / "out")
    assert manifest.duration == pytest.approx(2, abs=0.05)
    assert manifest.lost == 0


def two_tracks(path: Path, second: str, mark: Disposition, *, marked: int) -> Path:
    """Write two picture tracks, numbered from 0 and from 1000; one is the default track."""
    with av.open(str(path), "w") as container:
        streams = [container.add_stream(codec, rate=25) for codec in ("libx264", second)]
        for stream in streams:
            assert isinstance(stream, VideoStream)
            stream.width, stream.height = 160, 96
            stream.pix_fmt = "yuv420p" if stream.codec.name == "libx264" else "yuvj420p"
            stream.disposition = Disposition(0)
        streams[marked].disposition = mark
        for number in range(60):
            for track, stream in enumerate(streams):
                if track == 1 and second == "mjpeg" and number > 0:
                    continue
                frame = av.VideoFrame.from_ndarray(clips.paint(number + 1000 * track, 160, 96), format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1, 25)
                container.mux(stream.encode(frame))  # type: ignore[union-attr, arg-type]
        for stream in streams:
            container.mux(stream.encode(None))  # type: ignore[union-attr]
    return path


@pytest.mark.parametrize("marked", [0, 1])
def test_of_several_picture_tracks_the_default_one_is_used(marked: int, tmp_path: Path) -> None:
    video = two_tracks(tmp_path / "two.mkv", "libx264", Disposition.default, marked=marked)
    manifest = render(video, tmp_path / "out")
    still = jpeg(tmp_path / "out" / "two" / manifest.files[1].key)
    assert clips.read(still) == 1000 * marked


def test_cover_art_is_not_video(tmp_path: Path) -> None:
    video = two_tracks(tmp_path / "cover.mp4", "mjpeg", Disposition.attached_pic, marked=1)
    manifest = render(video, tmp_path / "out")
    assert (manifest.codec, manifest.totals.files["stills"]) == ("h264", 3)
