"""What a graphics card gains, and whether its pictures are the processor's: `sh benchmarks/gpu.sh [CLIP]`.

A film of 1080p60, made of the sample or of CLIP and looped without encoding, is rendered by card and processor together
(`auto`), by the card alone and by the processor alone, in turns; the books are compared. Then clips of all codecs are
decoded by both, and all frames compared.
"""

import argparse
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream

from benchmarks import measure
from flickbook.cli.demo import SAMPLE
from flickbook.errors import UsageError
from flickbook.media import card
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from tests import clips

FLICKBOOK = [sys.executable, "-m", "flickbook", "render"]
ROUNDS, HOUR = 2, 3600
FRAMES, RATE, SIZE = 120, 30, (1280, 720)


class Clip(NamedTuple):
    """A clip that is made for the comparison of frames."""

    name: str
    codec: str
    options: dict[str, str]
    pixels: str = "yuv420p"


X265 = {"preset": "veryfast", "x265-params": "log-level=none"}
CLIPS = (
    Clip("H.264.mp4", "libx264", clips.X264),
    Clip("HEVC.mp4", "libx265", X265),
    Clip("HEVC, 10 bits.mp4", "libx265", X265, "yuv420p10le"),
    Clip("VP9.webm", "libvpx-vp9", {"deadline": "realtime", "cpu-used": "8", "b": "2M"}),
    Clip("AV1.mp4", "libsvtav1", {"preset": "10", "crf": "30"}),
    Clip("MPEG-2.ts", "mpeg2video", {"bf": "2", "b": "4M"}),
    Clip("Motion JPEG.mkv", "mjpeg", {"q": "4"}, "yuvj420p"),
)


def make_clip(path: Path) -> Path:
    """Write the sample in 1080p60: each of its frames becomes a sixtieth of a second."""
    scaler = VideoReformatter()
    with av.open(str(SAMPLE)) as source, av.open(str(path), "w") as target:
        stream = target.add_stream("libx264", rate=60, options={"preset": "veryfast", "crf": "21"})
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 1920, 1080, "yuv420p"
        for number, frame in enumerate(source.decode(video=0)):
            large = scaler.reformat(frame, 1920, 1080, "yuv420p")
            large.pts, large.time_base = number, Fraction(1, 60)
            target.mux(stream.encode(large))
        target.mux(stream.encode(None))
    return path


def loop(clip: Path, seconds: int, path: Path) -> Path:
    """Write a clip again and again, without encoding."""
    shift = 0
    with av.open(str(path), "w") as target:
        copied: VideoStream | None = None
        while True:
            with av.open(str(clip)) as source:
                stream = source.streams.video[0]
                assert stream.time_base is not None
                if copied is None:
                    copied = target.add_stream_from_template(stream)
                for packet in source.demux(stream):
                    if packet.dts is None or packet.pts is None:
                        continue
                    packet.pts, packet.dts, packet.stream = packet.pts + shift, packet.dts + shift, copied
                    target.mux(packet)
                shift += stream.duration or 0
                if shift * stream.time_base >= seconds:
                    return path


def render(film: Path, out: Path, decode: str, *options: str) -> measure.Cost:
    return measure.run([*FLICKBOOK, film, "--out", out, "--decode", decode, "--force", *options])


def differing(first: Path, second: Path) -> str:
    """Return how many pictures of two books differ."""
    pictures = [path.relative_to(first) for path in sorted(first.rglob("*")) if path.suffix in (".gif", ".jpg")]
    changed = sum((first / name).read_bytes() != (second / name).read_bytes() for name in pictures)
    return f"{changed} of {len(pictures)}"


def show_speeds(film: Path, seconds: int, named: str, folder: Path) -> None:
    """Print what rendering takes by card and processor together, by the card and by the processor."""
    ways = {"card and processor": "auto" if named != "cpu" else "cpu", "card alone": named, "processor alone": "cpu"}
    best: dict[str, measure.Cost] = {}
    for _ in range(ROUNDS):
        for way, decode in ways.items():
            cost = render(film, folder / way, decode, "--outputs", "gif,stills")
            best[way] = min(cost, best.get(way, cost))
    alone = best["processor alone"]
    print(f"\n{seconds} s of 1080p60, GIFs and stills, best of {ROUNDS}:\n")
    print("| decoded by | wall s | × real time | processor s | ÷ without | pictures that differ |")
    print("|---|---|---|---|---|---|")
    for way, cost in best.items():
        columns = f"{cost.wall:.1f} | {seconds / cost.wall:.0f} | {cost.cpu:.0f} | {cost.cpu / alone.cpu:.2f}"
        print(f"| {way} | {columns} | {differing(folder / 'processor alone', folder / way)} |", flush=True)


def show_codecs(named: str, folder: Path) -> None:
    """Print for each codec whether the card takes it, and how many frames differ."""
    expected = [list(frames_of(make(clip, folder))) for clip in CLIPS]
    if named != "cpu":
        card.use(named, str(folder), 1)
    remarks: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: remarks.append(record.getMessage())  # type: ignore[method-assign]
    logging.getLogger("flickbook").addHandler(handler)
    print("\n| codec | decoded by | frames that differ |\n|---|---|---|")
    for clip, frames in zip(CLIPS, expected, strict=True):
        remarks.clear()
        changed = sum(frame != same for frame, same in zip(frames_of(folder / clip.name), frames, strict=True))
        how = f"processor: {remarks[0].partition('because ')[2]}" if remarks else named
        print(f"| {clip.name.rpartition('.')[0]} | {how} | {changed} of {len(frames)} |", flush=True)


def make(clip: Clip, folder: Path) -> Path:
    """Write a clip."""
    return clips.make(
        folder / clip.name,
        pictures=pictures(),
        frames=FRAMES,
        rate=RATE,
        base=Fraction(1, RATE) if clip.codec.startswith("mpeg") else None,
        size=SIZE,
        codec=clip.codec,
        pixels=clip.pixels,
        options=clip.options,
    )


def pictures() -> Iterator[clips.Rgb]:
    with av.open(str(SAMPLE)) as source:
        for frame, _ in zip(source.decode(video=0), range(FRAMES), strict=False):
            yield np.asarray(frame.to_ndarray(width=SIZE[0], height=SIZE[1], format="rgb24"), np.uint8)


def frames_of(video: Path) -> Iterator[str]:
    """Yield a digest of each frame, as outputs receive it."""
    with video.open("rb") as file, open_video(file, video.name, 10**8) as opened, card.accelerated(opened, 1):
        origin = Fraction(opened.stream.start_time or 0) * Fraction(opened.stream.time_base or 0)
        for frame in FrameReader(opened, origin).at([Fraction(k, RATE) for k in range(FRAMES)]):
            yield sha256(frame.format.name.encode() + frame.to_ndarray().tobytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", type=Path, nargs="?", help="a clip of 1080p60 to loop; default: made of the sample")
    parser.add_argument("--seconds", type=int, default=600, help="length of the film")
    parser.add_argument("--decode", default="cuda", help="the kind of card; cpu tries this script without a card")
    chosen = parser.parse_args()
    if chosen.decode != "cpu":
        try:
            card.check(chosen.decode)
        except UsageError as error:
            sys.exit(f"There is no card here, and nothing to measure ({error}). `--decode cpu` tries this script.")
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, PyAV {av.__version__}, decode = {chosen.decode}")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        show_codecs(chosen.decode, folder)
        clip = chosen.clip or make_clip(folder / "clip.mp4")
        show_speeds(loop(clip, chosen.seconds, folder / "film.mp4"), chosen.seconds, chosen.decode, folder)
        if "--fast" in subprocess.run([*FLICKBOOK, "--help"], capture_output=True, text=True, check=True).stdout:
            seconds = HOUR if chosen.seconds == 600 else chosen.seconds
            film = loop(clip, seconds, folder / "long.mp4")
            cost = render(film, folder / "fast", "auto", "--fast")
            print(f"\n`--fast`, {seconds} s of 1080p60: {cost.wall:.1f} s, {cost.cpu:.0f} processor s")


if __name__ == "__main__":
    main()
