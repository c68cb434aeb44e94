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

from flickbook.core.model import Clock, Video
from flickbook.core.settings import Limits
from flickbook.errors import Damaged, Encrypted, LimitExceeded
from flickbook.media.chapter_list import read_chapters
from flickbook.media.container_header import read_header
from flickbook.media.first_picture import first_picture
from flickbook.media.frames import frame_pts
from flickbook.media.input import Opened, open_video
from flickbook.media.packets import (
    VideoPacket,
    demux,
    exact,
    expect_until,
    has_timestamps,
    jumps,
    rewind,
    seek,
    time_base,
)
from flickbook.media.survey import HEAD_PACKETS, Survey, end_of, find_clock, runs_evenly, survey
from flickbook.media.timeline import Timeline

_FIRST_FRAME_PACKETS = 3000
# Seconds before the declared end from which the last packets are read, tried in order.
_TAIL_STEPS = (2, 15, 90)
# A video up to this length may have as few pictures as it likes.
_FREE_SECONDS = 3600
# The bytes of an AVI's chunk without data.
_AVI_CHUNK = 8
_FIELD_ORDERS_PROGRESSIVE = (0, 1)


def probe(file: BinaryIO, subject: str, limits: Limits) -> Video:
    """Probe a video; `subject` names it in errors.

    Raises FormatRefused, NoVideo, CodecUnsupported, Encrypted, Damaged, or LimitExceeded for pictures that are too
    large to decode even one.
    """
    with open_video(file, subject, limits.max_side**2) as opened:
        _check_size(opened, limits)
        header = read_header(opened)
        begin = opened.stream.start_time  # once packets are read, libav may set it to the time of a later one
        frame, head = _first_frame(opened)
        clock = find_clock(opened, begin, head, frame)
        start = _start(opened, clock, begin, frame, head)
        declared = _declared_end(opened, start)
        origin = _origin(opened, start)
        clock, last = _measured(opened, clock, declared or _container_end(opened))
        end = last * time_base(opened) if last is not None else declared or start
        if end <= origin:
            raise Damaged(subject, "has a header but no pictures", "upload it again")
        _check_density(opened, end - origin, limits)
        context = opened.stream.codec_context
        return Video(
            duration=end - origin,
            declared=max(declared or end, end) - origin,
            origin=origin,
            frame_rate=_rate(opened) or Fraction(0),
            codec=context.codec.canonical_name,
            pixel_format=frame.format.name,
            container=opened.container.format.name,
            interlaced=frame.interlaced_frame or context.field_order not in _FIELD_ORDERS_PROGRESSIVE,
            clock=clock,
            chapters=read_chapters(opened, origin, end - origin),
            **first_picture(frame, opened, header),
        )


def _first_frame(opened: Opened) -> tuple[VideoFrame, list[VideoPacket]]:
    """Return the first frame, and the packets that were read until then."""
    codec = opened.codec
    head: list[VideoPacket] = []
    packets: Iterator[VideoPacket | None] = islice(demux(opened), _FIRST_FRAME_PACKETS)
    for packet in chain(packets, [None]):
        if packet is not None and packet.has_sidedata("encryption_info"):
            raise Encrypted(opened.subject, "is encrypted", "give an unencrypted copy")
        if packet is not None:
            head.append(packet)
            if packet.size == 0:
                continue
        try:
            frames = codec.decode(packet)
        except (av.FFmpegError, ValueError):
            # A stream cut out of a longer one may begin with undecodable packets. PyAV 19 raises ValueError for all
            # packets after the one with which the decoder could not be opened.
            continue
        if frames:
            return frames[0], head[-HEAD_PACKETS:]
    if "enc" in (opened.stream.codec_tag or ""):
        raise Encrypted(opened.subject, "is encrypted", "give an unencrypted copy")
    raise Damaged(opened.subject, "has no decodable picture", "upload it again, or repair it first")


def _check_size(opened: Opened, limits: Limits) -> None:
    context = opened.stream.codec_context
    if max(context.width, context.height) > limits.max_side:
        fault = f"is {context.width}×{context.height} pixels, more than the {limits.max_side} a side allowed"
        raise LimitExceeded(opened.subject, fault, "raise FLICKBOOK_MAX_SIDE if that is right")


def _check_density(opened: Opened, duration: Fraction, limits: Limits) -> None:
    """Raise LimitExceeded if a long video has very few pictures: a small file must not begin thousands of pictures."""
    needed = int(duration / Fraction(limits.max_hold))
    if duration <= _FREE_SECONDS or len(opened.stream.index_entries) >= needed:
        return
    rewind(opened)
    found = sum(packet.size > 0 for packet in islice(demux(opened), needed))
    if found < needed:
        fault = f"lasts {float(duration):.0f} s, but has only {found} pictures, fewer than one in {limits.max_hold:g} s"
        raise LimitExceeded(opened.subject, fault, "raise FLICKBOOK_MAX_HOLD if that is right")


def _start(opened: Opened, clock: Clock, begin: int | None, first: VideoFrame, head: list[VideoPacket]) -> Fraction:
    """Return when the picture begins: by the container, or by the first picture in containers without that (ASF)."""
    start = 0 if clock.source == "count" else begin
    if start is None:
        dts = next((packet.dts for packet in head if packet.dts is not None), None)
        start = frame_pts(first) if clock.source == "pts" or dts is None else dts + clock.lag
    return (start or 0) * time_base(opened)


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
    if jumps(opened) or not has_timestamps(opened):
        return None  # libav guesses
    length = _avi_frames(opened) if opened.container.format.name == "avi" else opened.stream.duration
    if length is not None:
        # The duration of a fragmented MP4 runs from time zero, also if the first fragments are left out.
        fragmented = opened.container.format.name.startswith("mov") and opened.stream.frames == 0
        return length * time_base(opened) + (0 if fragmented else start)
    tagged = _tagged_duration(opened.stream.metadata.get("DURATION", ""))
    # Programs that cut a Matroska file may copy the tag, but write the duration of the whole file anew.
    whole = _container_end(opened) if opened.container.duration else tagged
    return min(tagged, whole) if tagged is not None and whole is not None else None


def _avi_frames(opened: Opened) -> int | None:
    """Return the number of frames, and so of ticks, by AVI's header; libav's duration is what the index has.

    A program that cannot go back to the header, because it writes to a pipe, leaves a number there that is too large.
    """
    frames = opened.stream.frames
    return frames if 0 < frames * _AVI_CHUNK <= opened.container.size else None


def _container_end(opened: Opened) -> Fraction:
    return Fraction((opened.container.start_time or 0) + (opened.container.duration or 0), av.time_base)


def _tagged_duration(text: str) -> Fraction | None:
    """Return the track's end by Matroska's per-track tag, such as 00:00:30.016000000."""
    try:
        hours, minutes, seconds = text.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)
    except ValueError:
        return None


def _measured(opened: Opened, clock: Clock, hint: Fraction) -> Survey:
    """Find the end of the last picture in the packets near the expected end; where that is no use, in all packets."""
    last = int(hint / time_base(opened))
    if not has_timestamps(opened) or (jumps(opened) and not runs_evenly(opened, last)):
        return survey(opened, clock)
    start = opened.stream.start_time or 0
    expect_until(opened, last)
    timeline = Timeline(opened, clock)
    for back in _TAIL_STEPS:
        target = int((hint - back) / time_base(opened))
        if target <= start or not seek(opened, target):
            break
        end = end_of(timeline, timeline.read())
        if end is not None:
            return Survey(clock, end)
    return Survey(clock, end_of(timeline, timeline.read_again()))


def _rate(opened: Opened) -> Fraction | None:
    return exact(opened.stream.average_rate) or exact(opened.stream.guessed_rate)
