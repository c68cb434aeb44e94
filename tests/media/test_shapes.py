"""Sizes, shapes, crops and rotations, also those that change in mid-stream: every picture has the book's size."""

import gc
import struct
from fractions import Fraction
from itertools import count
from pathlib import Path

import av
import numpy as np
import pytest
from av.bitstream import BitStreamFilterContext
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from flickbook import api
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Painter
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import jpeg, render
from tests.boxes import with_box
from tests.media.test_pictures import probe_result

REALTIME = {"deadline": "realtime", "cpu-used": "8"}
INSTANT = {"preset": "ultrafast", "tune": "zerolatency"}
IDENTITY, MIRRORED, ZEROS = (1, 0, 0, 1), (-1, 0, 0, 1), (0, 0, 0, 0)


def join(path: Path, parts: list[Path], *, filters: tuple[str | None, ...] = (None, None)) -> Path:
    """Copy the packets of several clips into one stream, one frame a second; each clip through a bitstream filter."""
    clock = count()
    with av.open(str(parts[0])) as first, av.open(str(path), "w") as target:
        copied = target.add_stream_from_template(first.streams.video[0])
        for part, name in zip(parts, filters, strict=False):
            with av.open(str(part)) as source:
                stream = source.streams.video[0]
                each = BitStreamFilterContext(name, stream) if name else None
                for packet in source.demux(stream):
                    for made in each.filter(packet) if each else [packet]:
                        if made.size:
                            made.time_base = Fraction(1)
                            made.pts = made.dts = next(clock)
                            made.duration = 1
                            made.stream = copied
                            target.mux(made)
    return path


def painted(path: Path, seconds: int = 1, size: tuple[int, int] | None = None) -> list[clips.Rgb]:
    """Paint the frames of the first seconds as the sinks do."""
    video = api.probe(path)
    painter = Painter(video, *(size or (video.width, video.height)))
    with path.open("rb") as file, open_video(file, path.name, 8192**2) as opened:
        instants = [Fraction(second) for second in range(seconds)]
        return [painter.paint(frame) for frame in FrameReader(opened, video.origin, clock=video.clock).at(instants)]


def test_a_stream_that_grows_is_shown_to_its_end(tmp_path: Path) -> None:
    """Calls in a browser begin small and grow, here to 100 times as many pixels."""
    parts = [
        clips.make(tmp_path / f"{size[0]}.webm", size=size, frames=2, codec="libvpx", options=REALTIME)
        for size in ((64, 36), (640, 360))
    ]
    path = join(tmp_path / "grows.webm", parts)
    assert [clips.read(picture) for picture in painted(path, 4)] == [0, 1, 0, 1]
    manifest = render(path, tmp_path / "out", make_recipe(outputs=["stills"]))
    last = jpeg(tmp_path / "out" / "grows" / manifest.files[-1].key)
    assert last.shape == (36, 64, 3)
    assert clips.read(last) == 1


@pytest.mark.parametrize(
    ("second", "inner"),
    [
        ((120, 90), (slice(90), slice(20, 140))),
        ((160, 45), (slice(22, 67), slice(160))),
        ((426, 240), (slice(90), slice(160))),
        ((90, 160), (slice(90), slice(54, 105))),
    ],
)
def test_another_shape_is_put_into_the_middle(
    second: tuple[int, int], inner: tuple[slice, slice], tmp_path: Path
) -> None:
    parts = [
        clips.make(tmp_path / f"{size}.webm", size=size, frames=1, codec="libvpx", options=REALTIME)
        for size in ((160, 90), second)
    ]
    first, last = painted(join(tmp_path / "a.webm", parts), 2)
    assert clips.read(first) == clips.read(last[inner]) == 0
    bars = np.ones(last.shape[:2], bool)
    bars[inner] = False
    assert not last[bars].any()


def test_pixels_that_become_wider_in_mid_stream_are_wide(tmp_path: Path) -> None:
    """Broadcasts change between 16:9 and 4:3 at the same size."""
    parts = [
        clips.make(tmp_path / f"{frames}.ts", size=(144, 108), aspect=aspect, frames=frames, options=INSTANT)
        for aspect, frames in ((Fraction(4, 3), 10), (Fraction(1), 80))
    ]
    pictures = painted(join(tmp_path / "a.ts", parts), 90)
    assert {picture.shape[:2] for picture in pictures} == {(108, 192)}
    assert [clips.read(picture) for picture in pictures[:10]] == list(range(10))
    assert [clips.read(picture[:, 24:168]) for picture in pictures[10:]] == list(range(80))
    assert not pictures[10][:, :23].any()


@pytest.mark.parametrize("name", ["a.h264", "a.ts", "a.mp4", "a.avi"])
def test_wide_pixels_are_wide_in_every_container(name: str, tmp_path: Path) -> None:
    path = clips.make(tmp_path / name, size=(144, 108), aspect=Fraction(4, 3), frames=20, options=INSTANT)
    picture = painted(path)[0]
    assert picture.shape[:2] == (108, 192)
    assert clips.read(picture) == 0


@pytest.mark.parametrize(("degrees", "inner"), [(180, slice(160)), (90, slice(51, 109))])
def test_a_rotation_that_begins_in_mid_stream_is_applied(degrees: int, inner: slice, tmp_path: Path) -> None:
    """H.264 says it with keyframes, for all pictures until the next."""
    clip = clips.make(tmp_path / "a.ts", size=(160, 96), frames=10, options=INSTANT)
    turn = f"h264_metadata=display_orientation=insert:rotate={degrees}"
    with av.open(str(join(tmp_path / "b.ts", [clip, clip], filters=(None, turn)))) as container:
        turns = [frame.rotation for frame in container.decode(video=0)]
    assert [abs(each) for each in turns] == [0] * 10 + [degrees] + [0] * 9
    pictures = painted(tmp_path / "b.ts", 20)
    assert [clips.read(picture) for picture in pictures[:10]] == list(range(10))
    back = -turns[10] // 90
    assert [clips.read(np.rot90(picture[:, inner], back)) for picture in pictures[10:]] == list(range(10))


@pytest.mark.parametrize(("matrix", "step"), [(IDENTITY, 1), (MIRRORED, -1), (ZEROS, 1)])
def test_a_display_matrix_mirrors_or_says_nothing(matrix: tuple[int, int, int, int], step: int, tmp_path: Path) -> None:
    """Phones' front cameras write mirroring matrices, some programs zeros."""
    a, b, c, d = (entry << 16 for entry in matrix)
    path = tmp_path / "a.mp4"
    picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(clips.paint(77, 160, 96)[:, ::step]), format="rgb24")
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=1)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 96, "yuv420p"
        stream.set_display_matrix([a, b, 0, c, d, 0, 0, 0, 1 << 30])
        container.mux([*stream.encode(picture), *stream.encode(None)])
    assert clips.read(painted(path)[0]) == 77


@pytest.mark.parametrize(
    ("size", "aspect", "shown"),
    [
        ((1, 1), None, (1, 1)),
        ((2, 2), None, (2, 2)),
        ((2, 1000), None, (2, 1000)),
        ((160, 96), Fraction(1, 20), (8, 96)),
    ],
)
def test_tiny_and_narrow_pictures_are_made(
    size: tuple[int, int], aspect: Fraction | None, shown: tuple[int, int], tmp_path: Path
) -> None:
    path = clips.make(tmp_path / "a.mkv", size=size, aspect=aspect, frames=2, rate=1, pixels="yuv444p")
    manifest = render(path, tmp_path / "out", make_recipe())
    assert (manifest.width, manifest.height) == shown
    assert {file.output for file in manifest.files} >= {"gif", "stills", "storyboard"}
    assert not manifest.failed


def test_the_containers_crop_is_cut_off(tmp_path: Path) -> None:
    """A wide picture of which only the middle counts: `clap` of MP4, PixelCrop of Matroska."""
    wide = np.full((96, 200, 3), 128, np.uint8)
    wide[:, 10:170] = clips.paint(77, 160, 96)
    plain = clips.make(tmp_path / "wide.mp4", pictures=[wide], frames=1, rate=1, size=(200, 96), pixels="yuv444p")
    # 160 of 200 pixels, whose middle lies 10 pixels to the left (ISO/IEC 14496-12, 12.1.4).
    clap = struct.pack(">4s4I2i2I", b"clap", 160, 1, 96, 1, -10, 1, 0, 1)
    video = with_box(plain, tmp_path / "a.mp4", clap)
    for path in (video, join(tmp_path / "a.mkv", [video])):
        (picture,) = painted(path)
        assert picture.shape == (96, 160, 3)
        assert clips.read(picture) == 77
    assert clips.read(painted(video, size=(80, 48))[0]) == 77


@pytest.mark.parametrize(("crop", "size"), [((9, 30, 47, 48), (121, 1)), ((90, 90, 0, 0), (160, 96))])
def test_a_crop_leaves_at_least_one_line(crop: tuple[int, int, int, int], size: tuple[int, int]) -> None:
    """A crop that would leave nothing belongs to frames of another size."""
    video = probe_result(width=size[0], height=size[1], aspect=Fraction(1), crop=crop)
    frame = av.VideoFrame.from_ndarray(clips.paint(77, 160, 96), format="rgb24").reformat(format="yuv420p")
    assert Painter(video, *size).paint(frame).shape == (size[1], size[0], 3)


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv"])
def test_of_two_enabled_tracks_the_one_that_moves_is_shown(name: str, tmp_path: Path) -> None:
    """The other one is a single, larger picture."""
    path = tmp_path / name
    with av.open(str(path), "w") as container:
        tracks = [((320, 192), 1), ((160, 96), 10)]
        for size, frames in tracks:
            stream = container.add_stream("libx264", rate=1, options=INSTANT)
            assert isinstance(stream, VideoStream)
            stream.width, stream.height, stream.pix_fmt, stream.disposition = *size, "yuv420p", Disposition.default
            stream.metadata["NUMBER_OF_FRAMES"] = str(frames)
        for stream, (size, frames) in zip(container.streams.video, tracks, strict=True):
            for number in range(frames):
                frame = av.VideoFrame.from_ndarray(clips.paint(number, *size), format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    pictures = painted(path, 10)
    assert [clips.read(picture) for picture in pictures] == list(range(10))
    assert pictures[0].shape == (96, 160, 3)


@pytest.mark.parametrize("rotation", [0, 90])
def test_painted_frames_are_freed_without_the_collection_of_garbage(rotation: int, tmp_path: Path) -> None:
    path = clips.make(tmp_path / "film.mp4", frames=40, rotation=rotation)
    video = api.probe(path)
    painter = Painter(video, *video.fitted(64))
    gc.collect()
    before = sum(isinstance(each, VideoFrame) for each in gc.get_objects())
    gc.disable()
    try:
        with path.open("rb") as file, open_video(file, path.name, 10**6) as opened:
            for frame in FrameReader(opened, video.origin).at([Fraction(k, 25) for k in range(40)]):
                painter.paint(frame)
            del frame
        after = sum(isinstance(each, VideoFrame) for each in gc.get_objects())
    finally:
        gc.enable()
    # The painter keeps the latest frame and its picture.
    assert after - before <= 5
