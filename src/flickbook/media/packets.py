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
_LAST_TICK = 2**63 - 1


class Rational(Protocol):
    """The common interface of PyAV's rational numbers and Fraction."""

    @property
    def numerator(self) -> int: ...

    @property
    def denominator(self) -> int: ...


def demux(opened: Opened) -> Iterator[VideoPacket]:
    """Yield the picture track's packets from the container's position on, up to the first that libav cannot read."""
    packets = opened.container.demux(opened.stream)
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            return  # the end of a truncated file; probing has measured the loss
        if packet is None or packet.size == 0:
            return
        yield packet


def seek(opened: Opened, target: int) -> bool:
    """Seek to the keyframe at or before a time on the stream's clock. Return whether libav succeeded."""
    try:
        opened.container.seek(target, stream=opened.stream)
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
    """Seek to the beginning. The target lies before it, because a seek in MPEG-TS may land after its target."""
    start = opened.stream.start_time or 0
    if not seek(opened, start - int(_REWIND_SECONDS / time_base(opened))):
        seek(opened, start)


def time_base(opened: Opened) -> Fraction:
    """Return the length of a tick of the stream's clock in seconds."""
    return exact(opened.stream.time_base) or Fraction(1)


def exact(value: Rational | None) -> Fraction | None:
    """Return a rational number of PyAV, which has a class of its own from 19 on, as a Fraction; None for 0/0."""
    return Fraction(value.numerator, value.denominator) if value else None


def packet_pts(packet: VideoPacket) -> int | None:
    """Return a packet's time on the stream's clock; containers without pts have dts."""
    return packet.dts if packet.pts is None else packet.pts
