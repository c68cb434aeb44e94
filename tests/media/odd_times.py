"""Clips whose timestamps jump, are those of another order, or are missing."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from tests import clips

RATE = 25
B_FRAMES = {**clips.X264, "x264-params": "bframes=3:b-adapt=0:keyint=25:scenecut=0"}
MPEG2 = {"bf": "2", "g": "15", "b": "3M"}
HOURS = 36_000

Maker = Callable[[Path], Path]


def clip(path: Path, first: int = 0, count: int = 100, codec: str = "libx264", **options: Any) -> Path:
    """Make a clip whose frames are numbered from `first` on."""
    pictures = [clips.paint(number, *options.get("size", (160, 96))) for number in range(first, first + count)]
    if codec == "mpeg2video":
        options = {"options": MPEG2, "base": Fraction(1, RATE), **options}
    else:
        options = {"options": B_FRAMES, **options}
    return clips.make(path, pictures=pictures, frames=count, codec=codec, **options)


def joined(path: Path, *parts: Path) -> Path:
    """Put files together as `cat` does."""
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def remuxed(source: Path, path: Path, change: Callable[[list[av.Packet]], Iterable[av.Packet]]) -> Path:  # type: ignore[type-arg]
    """Copy a clip's packets, changed, into another container."""
    with av.open(str(source)) as read, av.open(str(path), "w") as write:
        stream = read.streams.video[0]
        copied = write.add_stream_from_template(stream)
        packets = [packet for packet in read.demux(stream) if packet.size]
        for packet in change(packets):
            packet.stream = copied
            write.mux(packet)
    return path


def in_coding_order(packets: list[av.Packet]) -> Iterable[av.Packet]:  # type: ignore[type-arg]
    """Replace each pts by the dts, as programs do that write no `ctts`."""
    first = packets[0].dts or 0
    for packet in packets:
        packet.dts = packet.pts = (packet.dts or 0) - first
    return packets


def later(path: Path, first: int, count: int, start: Fraction) -> Path:
    """Make a clip whose clock begins at `start` seconds."""
    times = [start + Fraction(k, RATE) for k in range(count)]
    return clip(path, first, count, times=times, base=Fraction(1, 90000))


def spliced(first: Fraction | int, second: Fraction | int) -> Maker:
    """Put two clips together whose clocks begin at these seconds."""

    def make(path: Path) -> Path:
        parts = [later(path.with_name(f"{k}.ts"), 100 * k, 100, Fraction(at)) for k, at in enumerate((first, second))]
        return joined(path, *parts)

    return make


def spliced_dvd(path: Path) -> Path:
    parts = [clip(path.with_name(f"{k}.vob"), 100 * k, codec="mpeg2video", muxer="vob") for k in range(2)]
    return joined(path, *parts)


def ad_break(path: Path) -> Path:
    """Cut a stream in two, and put another one between its parts."""
    film, rest = (
        later(path.with_name("1.ts"), 0, 50, Fraction(100)),
        later(path.with_name("3.ts"), 100, 100, Fraction(102)),
    )
    return joined(path, film, later(path.with_name("2.ts"), 50, 50, Fraction(0)), rest)


def avi(b_frames: int) -> Maker:
    options = {**clips.X264, "x264-params": f"bframes={b_frames}:b-adapt=0:keyint=25:scenecut=0"}
    return lambda path: clip(path, count=200, options=options, base=Fraction(1, RATE))


def without_ctts(path: Path) -> Path:
    return remuxed(clip(path.with_name("whole.mp4"), count=200), path, in_coding_order)


def without_pts(path: Path, part: int) -> Path:
    return remuxed(clip(path.with_suffix(".mp4"), 100 * part), path, in_coding_order)


def spliced_without_pts(path: Path) -> Path:
    return joined(path, *(without_pts(path.with_name(f"{k}.ts"), k) for k in (0, 1)))


def packed(path: Path) -> Path:
    """Put each B-picture into the packet of the picture before it, as old DivX encoders do."""
    options = {"bf": "1", "g": "24", "b": "3M"}
    whole = clip(path.with_name("b.avi"), count=200, codec="mpeg4", options=options, base=Fraction(1, RATE))

    def pack(packets: list[av.Packet]) -> Iterable[av.Packet]:  # type: ignore[type-arg]
        data = [bytes(packet) for packet in packets]
        kinds = [(part[part.index(b"\0\0\1\xb6") + 4]) >> 6 for part in data]
        for number in range(len(data)):
            if packets[number].is_keyframe:
                data[number] = data[number].replace(b"\0\0\1\xb6", b"\0\0\1\xb2DivX503b1393p\0\0\0\1\xb6", 1)
            if kinds[number] == 2:
                data[number - 1] += data[number]
                data[number] = b"\0\0\1\xb6\x60\0\0"
        for number, part in enumerate(data):
            packet = av.Packet(part)
            packet.dts = packet.pts = number
            packet.time_base = Fraction(1, RATE)
            packet.is_keyframe = packets[number].is_keyframe
            yield packet

    return remuxed(whole, path, pack)


def raw(codec: str, muxer: str, **options: Any) -> Maker:
    return lambda path: clip(path, count=200, codec=codec, muxer=muxer, **options)


def announced(**options: Any) -> Maker:
    """Make a clip whose encoder announces that pictures are reordered, and reorders none, because they have grain."""
    coder = {**clips.X264, "x264-params": "bframes=3:b-adapt=1:b-bias=-100:keyint=25:scenecut=0"}

    def make(path: Path) -> Path:
        grain = np.random.default_rng(0)
        pictures = [
            np.clip(clips.paint(k, 160, 96) + grain.integers(-60, 60, (96, 160, 1)), 0, 255) for k in range(200)
        ]
        drawn = [picture.astype(np.uint8) for picture in pictures]
        return clips.make(path, pictures=drawn, frames=200, options=coder, **options)

    return make


X265 = {"preset": "ultrafast", "crf": "18", "x265-params": "log-level=none:keyint=25:bframes=4"}
AV1 = {"preset": "10", "crf": "10", "g": "40", "svtav1-params": "enable-tf=0:pred-struct=1"}
# Where the pts are wrong, FFmpeg and players show pictures later by the decoder's delay.
LATE = {"reordered.avi": 2, "packed.avi": 1, "without-ctts.mp4": 2, "spliced-in-coding-order.ts": 2}
KINDS: dict[str, Maker] = {
    "spliced.ts": spliced(0, 0),
    "spliced.vob": spliced_dvd,
    "ad-break.ts": ad_break,
    "hours-forth.ts": spliced(0, HOURS),
    "hours-back.ts": spliced(HOURS, 10),
    "wraps.ts": lambda path: later(path, 0, 200, Fraction(2**33, 90000) - 4),
    "wraps-long-after-its-start.ts": spliced(Fraction(2**33, 90000) - 500, 0),
    "spliced-in-coding-order.ts": lambda path: joined(
        path, *(without_pts(path.with_name(f"{k}.ts"), k) for k in (0, 1))
    ),
    "program.mpg": lambda path: clip(path, count=200, codec="mpeg2video", muxer="vob"),
    "in-coding-order.avi": avi(0),
    "reordered.avi": avi(3),
    "packed.avi": packed,
    "without-ctts.mp4": without_ctts,
    "announced.ts": announced(),
    "announced.mp4": announced(muxer_options={"movflags": "frag_keyframe+empty_moov"}),
    "announced.flv": announced(base=Fraction(1, 1000)),
    "raw.h264": raw("libx264", "h264"),
    "raw.hevc": raw("libx265", "hevc", options=X265),
    "raw.m2v": raw("mpeg2video", "mpeg2video"),
    "raw.m4v": raw("mpeg4", "m4v", options={"bf": "2", "g": "24", "b": "3M"}, base=Fraction(1, RATE)),
    "raw.obu": raw("libsvtav1", "obu", options=AV1, size=(320, 192)),
}
