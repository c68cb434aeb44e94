"""Moving previews show the right frame at each time, last as long as their snippet, and play in other programs."""

import io
import json
import os
import subprocess
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from flickbook.core.model import Manifest
from flickbook.errors import LimitExceeded, UsageError
from flickbook.media.video_writer import MP4, WEBM, VideoWriter
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render
from tests.tools import is_root, need

VIDEOS = ["mp4", "webm"]
ALL = [*VIDEOS, "webp", "avif"]
RATES = [Fraction(10), Fraction(7), Fraction(30000, 1001), Fraction(50), Fraction(1, 2)]
FRAMES = 90


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=FRAMES)


def make(video: Path, name: str, folder: str = "out", **options: Any) -> Manifest:
    """Render snippets of 2 s: of a clip of 3.6 s, the second is shorter."""
    named = {f"{name}.{option}": value for option, value in ({"size": 96} | options).items()}
    return render(video, video.parent / folder, make_recipe(snippet=2, outputs=[name], **named))


def probed(path: Path) -> dict[str, Any]:
    """Return what FFmpeg's own program says of a file, and of its only stream as `stream`."""
    need("ffmpeg")
    command = ["ffprobe", "-v", "error", "-count_packets", "-show_streams", "-show_format", "-of", "json", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    (stream,) = found["streams"]
    return {**found["format"], "stream": stream}


@pytest.mark.parametrize("name", VIDEOS)
@pytest.mark.parametrize("fps", RATES)
def test_each_picture_is_the_frame_of_its_time(video: Path, name: str, fps: Fraction) -> None:
    manifest = make(video, name, fps=fps)
    assert [(float(file.end - file.start), file.output, file.kind) for file in manifest.files] == [
        (2, name, name),
        (1.6, name, name),
    ]
    for file in manifest.files:
        path = video.parent / "out" / "a" / file.key
        shown = clips.numbers(path)
        assert (len(shown), file.frames) == (ceil((file.end - file.start) * fps),) * 2
        for number, (time, painted) in enumerate(shown):
            assert time == pytest.approx(number / fps, abs=0.001)
            assert painted == (int(file.start) + number / fps) * 25 // 1
        found = probed(path)
        assert float(found["duration"]) == pytest.approx(float(file.end - file.start), abs=0.001)
        assert int(found["stream"]["nb_read_packets"]) == file.frames
        assert (found["stream"]["width"], found["stream"]["height"]) == (file.width, file.height)


@pytest.mark.parametrize("fps", RATES)
def test_pillow_reads_the_frame_of_each_time_from_a_webp(video: Path, fps: Fraction) -> None:
    for file in make(video, "webp", fps=fps).files:
        start, shown, data = 0, [], (video.parent / "out" / "a" / file.key).read_bytes()
        with Image.open(io.BytesIO(data)) as image:
            still = b"ANMF" not in data
            assert (image.size, image.info["loop"]) == ((file.width, file.height), 1 if still else 0)
            for picture in ImageSequence.Iterator(image):
                shown.append((start, clips.read(np.asarray(picture.convert("RGB")))))
                start += round((file.end - file.start) * 1000) if still else int(picture.info["duration"])
        assert start == round((file.end - file.start) * 1000)
        wanted = [((int(file.start) + k / fps) * 25 // 1, round(k * 1000 / fps)) for k in range(file.frames)]
        # Pictures of the same frame are one frame of the file.
        assert shown == [(time, painted) for painted, time in reversed({**dict(reversed(wanted))}.items())]


@pytest.mark.parametrize("fps", RATES)
def test_pillow_reads_the_frame_of_each_time_from_an_avif(video: Path, fps: Fraction) -> None:
    for file in make(video, "avif", fps=fps).files:
        path = video.parent / "out" / "a" / file.key
        with Image.open(path) as image:
            assert image.size == (file.width, file.height)
            shown = [clips.read(np.asarray(picture.convert("RGB"))) for picture in ImageSequence.Iterator(image)]
        assert shown == [(int(file.start) + k / fps) * 25 // 1 for k in range(file.frames)]
        if file.frames > 1:
            assert float(probed(path)["duration"]) == pytest.approx(file.end - file.start, abs=0.001)


def threads() -> set[int]:
    """Return the ids of this process's threads."""
    return {int(task.name) for task in Path("/proc/self/task").iterdir()}


@pytest.mark.skipif(not is_root(), reason="only as root does SVT-AV1 make real-time threads")
def test_an_av1_encoder_leaves_priorities_as_they_were_and_its_threads_end() -> None:
    # Threads of earlier tests may end meanwhile.
    before = threads()
    writer = VideoWriter(WEBM, (96, 58), Fraction(10), Fraction(1, 10), 50)
    writer.add(clips.paint(3, 96, 58))
    own = threads() - before
    # PyAV 19 comes with an SVT-AV1 that makes none here.
    assert own or int(av.__version__.split(".")[0]) >= 19
    assert {os.sched_getscheduler(thread) for thread in (0, *own)} == {os.SCHED_OTHER}
    writer.finish()
    del writer
    assert not own & threads()


@pytest.mark.parametrize("name", ALL)
def test_two_workers_write_the_same_bytes(video: Path, name: str) -> None:
    first, second = make(video, name), make(video, name, "again")
    assert [file.digest for file in first.files] == [file.digest for file in second.files]


@pytest.mark.parametrize("name", ALL)
def test_frames_that_the_gif_gets_are_not_decoded_again(video: Path, name: str) -> None:
    alone = render(video, video.parent / "alone", make_recipe(snippet=2, outputs=["gif"]))
    both = render(video, video.parent / "both", make_recipe(snippet=2, outputs=["gif", name]))
    assert both.totals.frames_decoded == alone.totals.frames_decoded
    assert both.totals.files == {"gif": 2, name: 2}


def test_an_mp4_is_h264_for_every_browser_without_sound_and_begins_with_its_index(video: Path) -> None:
    make(video, "mp4")
    path = video.parent / "out" / "a" / "a-0.mp4"
    stream = probed(path)["stream"]
    wanted = {"codec_name": "h264", "pix_fmt": "yuv420p", "color_range": "tv"}
    wanted |= {"color_space": "bt709", "color_transfer": "bt709", "color_primaries": "bt709"}
    assert {name: stream[name] for name in wanted} == wanted
    data = path.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_a_side_that_is_odd_is_repeated_at_its_end(tmp_path: Path) -> None:
    ramp = np.repeat(np.linspace(0, 255, 45, dtype=np.uint8)[:, None], 75, axis=1)
    writer = VideoWriter(MP4, (75, 45), Fraction(10), Fraction(1, 10), 100)
    writer.add(np.repeat(ramp[..., None], 3, axis=2))
    path = tmp_path / "odd.mp4"
    path.write_bytes(writer.finish())
    ((_, picture),) = clips.decode_all(path)
    assert (writer.size, picture.shape) == ((76, 46), (46, 76, 3))
    assert np.abs(picture[:45, :75, 1] - ramp.astype(int)).max() <= 8


@pytest.mark.parametrize("name", ALL)
def test_quality_decides_bytes(video: Path, name: str) -> None:
    low, high = make(video, name, quality=10), make(video, name, "high", quality=90)
    assert sum(file.bytes for file in low.files) < sum(file.bytes for file in high.files)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        (
            "fps",
            61,
            "--set mp4.fps: is 61; it must be above 0 and at most 60, as a fraction with a denominator up to 1001",
        ),
        ("fps", "10.00001", "--set mp4.fps: is 1000001/100000; it must be above 0"),
        ("size", 641, "--set mp4.size: is 641; it must be a whole number from 16 to 640"),
        ("quality", 0, "--set mp4.quality: is 0; it must be a whole number from 1 to 100"),
    ],
)
def test_options_have_bounds(option: str, value: object, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        make_recipe(outputs=["mp4"], **{f"mp4.{option}": value})  # type: ignore[arg-type]
    assert message in str(caught.value)


def test_a_snippet_that_may_need_too_many_bytes_is_refused(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10, rate=Fraction(1, 60), size=(640, 640))
    options: dict[str, Any] = {"mp4.fps": 60, "mp4.size": 640}
    recipe = make_recipe(snippet=600, outputs=["mp4"], **options)
    with pytest.raises(LimitExceeded, match="an mp4 of 600 s at 60 frames/s and 640×640 may need"):
        render(video, tmp_path / "out", recipe)


def test_noise_at_the_best_quality_takes_less_than_a_byte_a_pixel() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (10, 64, 96, 3), np.uint8)
    writer = VideoWriter(MP4, (96, 64), Fraction(10), Fraction(1), 100)
    for picture in noise:
        writer.add(picture)
    assert len(writer.finish()) < 10 * 64 * 96
