"""Packets of the picture track: demux, seek, and the stream's clock."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, TypeAlias

import av
from av.packet import Packet
from av.video.stream import VideoStream

from flickbook.media.input import Opened

if TYPE_CHECKING:
    VideoPacket: TypeAlias = Packet[VideoStream]
else:
    VideoPacket = Packet  # at run time the class has no type parameter

_REWIND_SECONDS = 10
_DECODER_DELAY = Fraction(1, 4)
_INDEX_HEAD = 32
# libav 9 claims to seek in these, and then reads no packet.
_UNSEEKABLE = ("webp_anim",)
# A seek by time may end at the end of the file: in NUT; in an FLV of three pictures, whose end is taken for a keyframe.
_BY_BYTE = ("nut", "flv")
_LAST_TICK = 2**63 - 1
_NO_TIMESTAMPS = 0x80  # libavformat's AVFMT_NOTIMESTAMPS


class Rational(Protocol):
    """The common interface of PyAV's rational numbers and Fraction."""

    @property
    def numerator(self) -> int: ...

    @property
    def denominator(self) -> int: ...


def demux(opened: Opened) -> Iterator[VideoPacket]:
    """Yield the picture track's packets from the container's position on, up to the first that libav cannot read.

    An empty packet says that the picture before it stays on screen; a decoder would take it for the end of the stream.
    """
    packets = opened.container.demux(opened.stream)
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            return  # the end of a truncated file; probing has measured the loss
        if packet is None or (packet.size == 0 and packet.pts is None and packet.dts is None and packet.pos is None):
            return  # PyAV ends with an empty packet that has neither times nor a position
        yield packet


def seek(opened: Opened, target: int) -> bool:
    """Seek to the keyframe at or before a time on the stream's clock. Return whether libav succeeded."""
    if opened.container.format.name in _UNSEEKABLE:
        return False
    try:
        opened.container.seek(target, stream=opened.stream)
    except av.FFmpegError:
        return False
    return True


def can_seek(opened: Opened, reordered: bool) -> bool:
    """Return whether a seek by time leads to a keyframe whose time is right."""
    # After a seek into MPEG-PS libav may give a small picture the time of the next picture in its packet. An MP4
    # without a list of keyframes calls every packet a keyframe; where pictures are reordered, that cannot be.
    entries = opened.stream.index_entries[:_INDEX_HEAD] if reordered else []
    every = len(entries) == _INDEX_HEAD and all(entry.is_keyframe for entry in entries)
    name = opened.container.format.name
    return name not in ("mpeg", *_UNSEEKABLE) and not (every and name.startswith("mov"))


def seek_byte(opened: Opened, position: int) -> bool:
    """Seek to a byte of the file. Return whether libav succeeded."""
    if opened.container.format.name in _UNSEEKABLE:
        return False
    try:
        opened.container.seek(position, unsupported_byte_offset=True)
    except av.FFmpegError:
        return False
    return True


def expect_until(opened: Opened, tick: int) -> None:
    """Announce to the file that it will be read until a time on the stream's clock, if an MP4's index has that time."""
    # MP4's index lists every packet, other containers' only keyframes; a fragmented MP4 has no index at first.
    entries = opened.stream.index_entries
    if opened.expect is None or len(entries) == 0 or not opened.container.format.name.startswith("mov"):
        return
    # The index is by dts. The decoder needs a few further packets before it returns the last wanted frame.
    after = min(tick + int(_DECODER_DELAY / time_base(opened)), _LAST_TICK)
    last = entries[entries.search_timestamp(after, backward=False, any_frame=True)]
    opened.expect(last.pos + last.size)


def rewind(opened: Opened) -> None:
    """Go back to the beginning. A seek aims before it, because a seek by time may land after its target."""
    by_byte = jumps(opened) or not has_timestamps(opened) or opened.container.format.name in _BY_BYTE
    if by_byte and seek_byte(opened, 0):
        return
    start = opened.stream.start_time or 0
    if not (seek(opened, start - int(_REWIND_SECONDS / time_base(opened))) or seek(opened, start)):
        opened.reopen()


def jumps(opened: Opened) -> bool:
    """Return whether the clock of a file in this container may jump (MPEG-TS and MPEG-PS)."""
    return opened.container.format.name in ("mpegts", "mpeg")


def has_timestamps(opened: Opened) -> bool:
    """Return whether the container has timestamps: a raw stream has none."""
    return not opened.container.format.flags & _NO_TIMESTAMPS


def time_base(opened: Opened) -> Fraction:
    """Return the length of a tick of the stream's clock in seconds."""
    return exact(opened.stream.time_base) or Fraction(1)


def exact(value: Rational | None) -> Fraction | None:
    """Return a rational number of PyAV, which has a class of its own from 19 on, as a Fraction; None for 0/0."""
    return Fraction(value.numerator, value.denominator) if value else None


def packet_pts(packet: VideoPacket) -> int | None:
    """Return a packet's time on the stream's clock; containers without pts have dts."""
    return packet.dts if packet.pts is None else packet.pts
