"""Find out what a video is: its real duration, its picture as shown, its clock.

Headers can be wrong: a 42-minute film whose header says a month, an upload cut off half-way. Therefore the duration is
measured on the last packets, and the first frame is decoded to prove that decoding works.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice
from typing import BinaryIO

import av
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from flickbook.core.model import Video
from flickbook.core.settings import Limits
from flickbook.errors import Damaged, Encrypted, LimitExceeded
from flickbook.media.frames import frame_pts
from flickbook.media.input import Opened, open_video
from flickbook.media.packets import VideoPacket, demux, exact, expect_until, packet_pts, rewind, seek, time_base
from flickbook.media.picture import is_hdr, orientation_of

_FIRST_FRAME_PACKETS = 3000
# Seconds before the declared end from which the last packets are read, tried in order.
_TAIL_STEPS = (2, 15, 90)
_FIELD_ORDERS_PROGRESSIVE = (0, 1)


def probe(file: BinaryIO, subject: str, limits: Limits) -> Video:
    """Probe a video; `subject` names it in errors.

    Raises FormatRefused, NoVideo, CodecUnsupported, Encrypted, Damaged, or LimitExceeded for pictures that are too
    large to decode even one.
    """
    with open_video(file, subject, limits.max_side**2) as opened:
        _check_size(opened, limits)
        frame = _first_frame(opened)
        start = _start(opened, frame)
        declared = _declared_end(opened, start)
        origin = _origin(opened, start)
        end = _measured_end(opened, declared or _container_end(opened)) or declared or start
        if end <= origin:
            raise Damaged(subject, "has a header but no pictures", "upload it again")
        rotation, mirrored = orientation_of(frame)
        size = _shown_size(frame, opened.stream)
        context = opened.stream.codec_context
        return Video(
            duration=end - origin,
            declared=max(declared or end, end) - origin,
            origin=origin,
            width=size[rotation // 90 % 2],
            height=size[1 - rotation // 90 % 2],
            rotation=rotation,
            frame_rate=_rate(opened) or Fraction(0),
            codec=context.codec.canonical_name,
            pixel_format=frame.format.name,
            container=opened.container.format.name,
            mirrored=mirrored,
            hdr=is_hdr(frame),
            interlaced=frame.interlaced_frame or context.field_order not in _FIELD_ORDERS_PROGRESSIVE,
        )


def _first_frame(opened: Opened) -> VideoFrame:
    codec = opened.stream.codec_context
    packets: Iterator[VideoPacket | None] = islice(demux(opened), _FIRST_FRAME_PACKETS)
    for packet in chain(packets, [None]):
        if packet is not None and packet.has_sidedata("encryption_info"):
            raise Encrypted(opened.subject, "is encrypted", "give an unencrypted copy")
        try:
            frames = codec.decode(packet)
        except av.FFmpegError:
            continue  # a stream cut out of a longer one may begin with undecodable packets
        if frames:
            return frames[0]
    if "enc" in (opened.stream.codec_tag or ""):
        raise Encrypted(opened.subject, "is encrypted", "give an unencrypted copy")
    raise Damaged(opened.subject, "has no decodable picture", "upload it again, or repair it first")


def _check_size(opened: Opened, limits: Limits) -> None:
    context = opened.stream.codec_context
    if max(context.width, context.height) > limits.max_side:
        fault = f"is {context.width}×{context.height} pixels, more than the {limits.max_side} a side allowed"
        raise LimitExceeded(opened.subject, fault, "raise FLICKBOOK_MAX_SIDE if that is right")


def _shown_size(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    aspect = exact(stream.sample_aspect_ratio) or Fraction(1)
    return max(1, round(frame.width * aspect)), frame.height


def _start(opened: Opened, first: VideoFrame) -> Fraction:
    """Return when the picture begins: by the container, or by the first frame in containers without that (ASF)."""
    start = opened.stream.start_time
    return (start if start is not None else frame_pts(first) or 0) * time_base(opened)


def _origin(opened: Opened, picture: Fraction) -> Fraction:
    """Return the viewer's zero on the stream's clock: the earlier of the beginnings of picture and sound.

    Sound before time zero is the encoder's priming, which players skip.
    """
    sounds = [
        stream.start_time * (exact(stream.time_base) or Fraction(1))
        for stream in opened.container.streams.audio
        if stream.start_time is not None
    ]
    return min([picture, *(max(sound, min(picture, Fraction(0))) for sound in sounds)])


def _declared_end(opened: Opened, start: Fraction) -> Fraction | None:
    """Return the end of the picture by the header; None if the header has only the duration of the whole file."""
    if opened.stream.duration is not None:
        return start + opened.stream.duration * time_base(opened)
    return _tagged_duration(opened.stream.metadata.get("DURATION", ""))


def _container_end(opened: Opened) -> Fraction:
    return Fraction((opened.container.start_time or 0) + (opened.container.duration or 0), av.time_base)


def _tagged_duration(text: str) -> Fraction | None:
    """Return the track's end by Matroska's per-track tag, such as 00:00:30.016000000."""
    try:
        hours, minutes, seconds = text.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)
    except ValueError:
        return None


def _measured_end(opened: Opened, hint: Fraction) -> Fraction | None:
    """Return the end of the last picture, from the packets near the expected end, or else from all packets."""
    start = opened.stream.start_time or 0
    expect_until(opened, int(hint / time_base(opened)))
    for back in _TAIL_STEPS:
        target = int((hint - back) / time_base(opened))
        if target <= start or not seek(opened, target):
            break
        end = _end_of_packets(opened)
        if end is not None:
            return end
    rewind(opened)
    return _end_of_packets(opened)


def _end_of_packets(opened: Opened) -> Fraction | None:
    base = time_base(opened)
    rate = _rate(opened)
    usual = int(1 / (rate * base)) if rate else 0
    ends = (
        pts + (packet.duration or usual)
        for packet in demux(opened)
        if (pts := packet_pts(packet)) is not None and not packet.is_discard and not packet.is_corrupt
    )
    last = max(ends, default=None)
    return None if last is None else last * base


def _rate(opened: Opened) -> Fraction | None:
    return exact(opened.stream.average_rate) or exact(opened.stream.guessed_rate)
