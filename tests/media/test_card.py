"""A card decodes as long as its frames are those of the processor, and books are the same with and without it.

The card is our own: it decodes on the processor and returns NV12 or P010, as cards do, with the faults that cards have.
"""

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from av.video.frame import VideoFrame
from av.video.plane import VideoPlane
from numpy.typing import NDArray

from flickbook.cli.demo import SAMPLE
from flickbook.media import card
from flickbook.media.card import LibavDevice
from flickbook.media.card_decoder import COMPARED
from flickbook.media.card_frames import Converter
from flickbook.media.input import open_video
from flickbook.media.side_data import filtered
from tests import clips
from tests.books import render
from tests.cards import Fault, Insert, numbers_at, remarks, unable
from tests.waiting import until

FRAMES = 170


CLIPS: dict[str, dict[str, Any]] = {
    "h264.mp4": {},
    "h264-turned.mp4": {"rotation": 90},
    "h264-full-range.mkv": {"pixels": "yuvj420p", "options": clips.X264},
    "h264-odd.mp4": {"size": (170, 90)},
    "h264-wide-pixels.ts": {"aspect": Fraction(4, 3)},
    "h264-without-times.mpg": {"base": Fraction(1, 25)},
    "hevc.mp4": {"codec": "libx265", "options": {"preset": "ultrafast", "x265-params": "log-level=none:pools=1"}},
    "hevc-10-bit.mp4": {
        "codec": "libx265",
        "options": {"preset": "ultrafast", "x265-params": "log-level=none:pools=1"},
        "pixels": "yuv420p10le",
    },
    "vp9.webm": {"codec": "libvpx-vp9", "options": {"deadline": "realtime", "cpu-used": "8"}},
    "mpeg2.ts": {"codec": "mpeg2video", "options": {"bf": "2", "g": "15", "b": "3M"}, "base": Fraction(1, 25)},
    "raw.h264": {},
    "packed.avi": {"codec": "mpeg4", "options": {"g": "30", "b": "3M"}, "base": Fraction(1, 25)},
}


def files(book: Path) -> dict[str, bytes]:
    """Return the pictures of a book, and what lists them; not the times that the making took."""
    kinds = (".gif", ".jpg", ".vtt")
    return {path.name: path.read_bytes() for path in book.rglob("*") if path.suffix in kinds}


def damage(out: Path) -> int:
    return sum(json.loads(path.read_bytes())["damaged"] for path in out.glob("*/receipts/*.json"))


@pytest.mark.parametrize("name", CLIPS)
def test_a_book_is_the_same_byte_for_byte_with_and_without_a_card(
    name: str, tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    video = clips.make(tmp_path / name, frames=FRAMES, **CLIPS[name])
    render(video, tmp_path / "cpu")
    fake = insert()
    render(video, tmp_path / "card")
    expected = files(tmp_path / "cpu")
    assert len(expected) > 10
    assert files(tmp_path / "card") == expected
    assert len(fake.returned) > fake.opened * COMPARED
    assert remarks(caplog) == []


def test_a_book_in_colour_is_the_same_byte_for_byte(
    tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    video = clips.cut(SAMPLE, tmp_path / "film.mp4", 4)
    render(video, tmp_path / "cpu")
    fake = insert()
    render(video, tmp_path / "card")
    assert files(tmp_path / "card") == files(tmp_path / "cpu")
    assert (len(fake.returned) > 2 * COMPARED, remarks(caplog)) == (True, [])


@pytest.mark.parametrize(
    ("card_format", "planar", "shift"),
    [
        ("nv12", "yuv420p", 0),
        ("nv12", "yuvj420p", 0),
        ("nv16", "yuv422p", 0),
        ("p010le", "yuv420p10le", 6),
        ("p012le", "yuv420p12le", 4),
        ("p016le", "yuv420p12le", 4),
        ("p210le", "yuv422p10le", 6),
    ],
)
@pytest.mark.parametrize("size", [(160, 96), (161, 97)])
def test_no_value_of_any_pixel_changes_between_a_cards_planes_and_the_processors(
    card_format: str, planar: str, shift: int, size: tuple[int, int]
) -> None:
    depth = 8 if shift == 0 else 16 - shift
    kind = np.dtype("<u2" if shift else "u1")
    source = VideoFrame(*size, card_format)
    random = np.random.default_rng(1)
    for plane in source.planes:
        noise = random.integers(0, 1 << depth, plane.buffer_size // kind.itemsize) << shift
        plane.update(noise.astype(kind).tobytes())
    result = Converter()._in_planes(source, planar)
    luma, chroma = (values(plane, kind) >> shift for plane in source.planes)
    width, height = result.planes[1].width, result.planes[1].height
    expected = luma[: size[1], : size[0]], chroma[:height, 0 : 2 * width : 2], chroma[:height, 1 : 2 * width : 2]
    for plane, pixels in zip(result.planes, expected, strict=True):
        assert np.array_equal(values(plane, kind)[: plane.height, : plane.width], pixels)


def values(plane: VideoPlane, kind: np.dtype[Any]) -> NDArray[Any]:
    return np.frombuffer(bytes(plane), kind).reshape(-1, plane.line_size // kind.itemsize)


def cropped(_: int, frame: VideoFrame) -> VideoFrame:
    return filtered(frame, ("crop", "144:96:8:0"))


def moved(_: int, frame: VideoFrame) -> VideoFrame:
    """Cut the picture off at the wrong edge: torchcodec#1704."""
    return changed(frame, 0, lambda plane: np.roll(plane, 2))


def damaged(number: int, frame: VideoFrame) -> VideoFrame:
    return changed(frame, 2, lambda plane: plane ^ (np.arange(plane.size) == 1)) if number == 5 else frame


def changed(frame: VideoFrame, plane: int, change: Callable[[NDArray[np.uint8]], NDArray[np.uint8]]) -> VideoFrame:
    frame.make_writable()
    frame.planes[plane].update(change(np.frombuffer(bytes(frame.planes[plane]), np.uint8)).astype(np.uint8).tobytes())
    return frame


def untimely(number: int, frame: VideoFrame) -> VideoFrame:
    frame.pts = (frame.pts or 0) + (number == 3)
    return frame


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (cropped, "shows 144×96 pixels of 160×96"),
        (moved, "shows other pixels"),
        (damaged, "shows other pixels"),
        (untimely, "returns frames with other times, colours or side data"),
        (unable, "cannot decode it (no such profile)"),
    ],
)
def test_a_card_that_differs_leaves_the_file_to_the_processor_and_says_why_once(
    fault: Fault, reason: str, tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    video = clips.make(tmp_path / "film.mp4", frames=FRAMES)
    render(video, tmp_path / "cpu")
    fake = insert(fault)
    render(video, tmp_path / "card")
    assert files(tmp_path / "card") == files(tmp_path / "cpu")
    (line,) = remarks(caplog)
    assert line.endswith(f"film.mp4: the processor decodes it, because fake {reason}")
    # The other jobs of the file do not try.
    assert (fake.opened, len(fake.returned) <= COMPARED) == (1, True)


def test_black_frames_at_the_beginning_prove_nothing(
    tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    black = np.zeros((96, 160, 3), np.uint8)
    shown = [black] * (2 * COMPARED) + [clips.paint(number, 160, 96) for number in range(60)]
    video = clips.make(tmp_path / "film.mp4", pictures=shown, frames=len(shown))
    render(video, tmp_path / "cpu")
    insert(moved)
    render(video, tmp_path / "card")
    assert files(tmp_path / "card") == files(tmp_path / "cpu")
    (line,) = remarks(caplog)
    assert line.endswith("because fake shows other pixels")


def test_a_change_of_size_is_left_to_the_processor(
    tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    video = tmp_path / "film.mpg"
    mpeg2: dict[str, Any] = {"codec": "mpeg2video", "base": Fraction(1, 25), "options": {"b": "3M"}, "frames": 50}
    parts = [clips.make(tmp_path / f"{width}.mpg", size=(width, 96), **mpeg2) for width in (160, 192)]
    video.write_bytes(b"".join(part.read_bytes() for part in parts))
    render(video, tmp_path / "cpu")
    insert()
    render(video, tmp_path / "card")
    assert files(tmp_path / "card") == files(tmp_path / "cpu")
    (line,) = remarks(caplog)
    assert line.endswith("because fake came to damaged pictures or to others in size or format")


def test_codecs_whose_decoders_round_differently_are_not_tried_on_cards(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "film.ts", frames=10, **CLIPS["mpeg2.ts"])
    with (
        video.open("rb") as file,
        open_video(file, video.name, 10**7) as opened,
        pytest.raises(NotImplementedError, match="decoders of mpeg2video may round differently"),
    ):
        LibavDevice("cuda").decoder(opened)


def test_a_card_is_set_up_once_for_all_jobs_and_freed_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    class Acceleration:
        made = 0

        def create(self, _: object) -> object:
            Acceleration.made += 1
            return self

    monkeypatch.setattr(LibavDevice, "_acceleration", lambda _: Acceleration())
    monkeypatch.setattr(card, "_REST_SECONDS", 0.01)
    device = LibavDevice("cuda")
    device.set_up()
    device.set_up()
    assert Acceleration.made == 1
    device.rest()
    until(lambda: device._set_up is None, "the end of the rest")
    device.set_up()
    assert Acceleration.made == 2


def test_a_codec_that_a_card_lacks_concerns_only_its_files(
    tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    fake = insert(lacks="mpeg4")
    render(clips.make(tmp_path / "old.avi", frames=60, **CLIPS["packed.avi"]), tmp_path / "out")
    assert fake.returned == []
    (line,) = remarks(caplog)
    assert line.endswith(
        "old.avi: the processor decodes it, because fake cannot be used (there is no decoder for mpeg4)"
    )
    render(clips.make(tmp_path / "new.mp4", frames=60), tmp_path / "out")
    assert len(fake.returned) > COMPARED
    assert len(remarks(caplog)) == 1


@pytest.mark.parametrize(
    "name",
    ["h264.mp4", "h264-without-times.mpg", "hevc-10-bit.mp4", "mpeg2.ts", "packed.avi", "raw.h264", "vp9.webm"],
)
@pytest.mark.parametrize("after", [COMPARED + 1, 40])
def test_a_job_whose_card_fails_in_the_middle_goes_on_on_the_processor(
    name: str, after: int, tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(number: int, frame: VideoFrame) -> VideoFrame:
        return unable(number, frame) if number > after else frame

    video = clips.make(tmp_path / name, frames=FRAMES, **CLIPS[name])
    render(video, tmp_path / "cpu")
    fake = insert(failing)
    render(video, tmp_path / "card")
    assert files(tmp_path / "card") == files(tmp_path / "cpu")
    assert [damage(book) for book in (tmp_path / "cpu", tmp_path / "card")] == [0, 0]
    (line,) = remarks(caplog)
    assert line.endswith("because fake failed in the middle (no such profile)")
    assert fake.opened == 1


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("after", [8, 60, 1000])
def test_frames_are_exact_with_threads_and_a_card_that_fails(
    threads: int, after: int, tmp_path: Path, insert: Insert
) -> None:
    def failing(number: int, frame: VideoFrame) -> VideoFrame:
        return unable(number, frame) if number > after else frame

    video = clips.make(tmp_path / "film.mp4", frames=FRAMES)
    insert(failing)
    instants = [Fraction(k, 25) + Fraction(1, 2) for k in range(140)]
    assert list(numbers_at(video, instants, threads)) == [12 + k for k in range(140)]
