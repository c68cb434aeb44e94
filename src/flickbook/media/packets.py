"""Packets of the picture track: demuxing that ends where libav cannot read on, and seeking that may fail."""

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
    VideoPacket = Packet  # at run time it takes no parameter

_REWIND_SECONDS = 10
_DECODER_DELAY = Fraction(1, 4)
_LAST_TICK = 2**63 - 1


class Rational(Protocol):
    """What both PyAV's own rational numbers and Fraction are."""

    @property
    def numerator(self) -> int: ...

    @property
    def denominator(self) -> int: ...


def demux(opened: Opened) -> Iterator[VideoPacket]:
    """Yield the picture track's packets from where the container stands, as far as they can be read."""
    packets = opened.container.demux(opened.stream)
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            return  # a cut-off file ends here; probing has measured what is lost
        if packet is None or packet.size == 0:
            return
        yield packet


def seek(opened: Opened, target: int) -> bool:
    """Seek to the keyframe at or before a time on the stream's clock, and tell whether libav could."""
    try:
        opened.container.seek(target, stream=opened.stream)
    except av.FFmpegError:
        return False
    return True


def foretell(opened: Opened, tick: int) -> None:
    """Tell the file how far it will be read until a time on the stream's clock, where the index knows."""
    # MP4's index lists every packet, that of other containers only keyframes; a fragmented MP4 has none at first.
    entries = opened.stream.index_entries
    if opened.expect is None or len(entries) == 0 or not opened.container.format.name.startswith("mov"):
        return
    # It goes by dts; decoding runs on after the last wanted packet, until that one's frame comes out.
    after = min(tick + int(_DECODER_DELAY / time_base(opened)), _LAST_TICK)
    last = entries[entries.search_timestamp(after, backward=False, any_frame=True)]
    opened.expect(last.pos + last.size)


def rewind(opened: Opened) -> None:
    """Seek to the beginning. Aims before it, because a seek in MPEG-TS may land after its target."""
    start = opened.stream.start_time or 0
    if not seek(opened, start - int(_REWIND_SECONDS / time_base(opened))):
        seek(opened, start)


def time_base(opened: Opened) -> Fraction:
    """Give the length of a tick of the stream's clock in seconds."""
    return exact(opened.stream.time_base) or Fraction(1)


def exact(value: Rational | None) -> Fraction | None:
    """Give a number of libav's as a Fraction, which PyAV 18 does and PyAV 19 does not; None for 0/0 and the like."""
    return Fraction(value.numerator, value.denominator) if value else None


def packet_pts(packet: VideoPacket) -> int | None:
    """Give a packet's time on the stream's clock; containers without pts have dts."""
    return packet.dts if packet.pts is None else packet.pts
