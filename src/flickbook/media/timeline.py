"""One line of time for all packets and frames of a file, whatever its timestamps are.

Probing, seeking and decoding read packets through a `Timeline`, so they share one notion of time. Most files need
no change. Three kinds do:

- Spliced files. The clock of a transport or program stream may jump: recordings, ad breaks, files put together. Where
  the dts steps back, or forth by more than ten seconds, the line goes on, as in players and in FFmpeg.
- Files whose pts are in coding order, such as AVI, which has only dts. Their frames get times when they are decoded, as
  in FFmpeg (`BestEffort`).
- Raw streams without timestamps. Each packet lasts as long as its parser says, or one frame at the stream's rate. The
  first frame is shown at once.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from av.video.frame import VideoFrame

from flickbook.core.model import Clock, Cue
from flickbook.media.input import Opened
from flickbook.media.packets import VideoPacket, demux, exact, jumps, rewind, seek_byte, time_base

# FFmpeg's limits for a step of the dts against the expected dts (ffmpeg_demux.c).
_BACK_SECONDS = Fraction(1, 10)
_FORTH_SECONDS = 10
# A packet at a cue must come within so many packets from the cue's position.
_CUE_PACKETS = 10_000


class Timeline:
    """Reads a file's packets and puts them on one line of time.

    With `splices`, the line goes on where the file's clock jumps. By default, only files with cues are read so: without
    cues, a job in the middle cannot know of earlier jumps. `shift` is what was added to the last packet's timestamps.
    """

    def __init__(self, opened: Opened, clock: Clock, *, splices: bool | None = None) -> None:
        self._opened = opened
        self._clock = clock
        self._counts = clock.source == "count"
        self._splices = jumps(opened) and (bool(clock.cues) if splices is None else splices)
        base = time_base(opened)
        self._usual = usual_duration(opened)
        self._back, self._forth = int(_BACK_SECONDS / base), int(_FORTH_SECONDS / base)
        self._next: int | None = None
        self.shift = 0
        self.spliced = False

    def read(self) -> Iterator[VideoPacket]:
        """Yield the packets from the container's position on, which is the beginning of the file or follows a seek."""
        self._begin(0, 0 if self._counts else None)
        return self._place_all(demux(self._opened))

    def read_again(self) -> Iterator[VideoPacket]:
        """Yield the packets from the beginning of the file."""
        rewind(self._opened)
        return self.read()

    def read_from(self, cue: Cue) -> Iterator[VideoPacket] | None:
        """Yield the packets from a cue's keyframe on; None if the file does not have that keyframe there."""
        if not seek_byte(self._opened, cue.position):
            return None
        packets = demux(self._opened)
        for count, packet in enumerate(packets):
            if packet.is_keyframe and self._is_at(cue, packet):
                self._begin(cue.shift, cue.dts - self._clock.lag)
                return self._place_all(chain([packet], packets))
            if count == _CUE_PACKETS:
                break
        return None

    def duration(self, packet: VideoPacket) -> int:
        """Return how many ticks a packet's picture lasts."""
        return packet.duration or self._usual

    def _begin(self, shift: int, following: int | None) -> None:
        self.shift, self._next = shift, following

    def _is_at(self, cue: Cue, packet: VideoPacket) -> bool:
        return packet.size == cue.size and (self._counts or self._stamps(packet, cue.shift) == (cue.pts, cue.dts))

    def _place_all(self, packets: Iterator[VideoPacket]) -> Iterator[VideoPacket]:
        return map(self._place, packets) if self._splices or self._clock.source != "pts" else packets

    def _place(self, packet: VideoPacket) -> VideoPacket:
        if self._counts:
            self._count(packet)
            return packet
        if self._splices:
            self._continue(packet)
        packet.pts, packet.dts = self._stamps(packet, self.shift)
        return packet

    def _stamps(self, packet: VideoPacket, shift: int) -> tuple[int | None, int | None]:
        """Return pts and dts on the line of time."""
        if self._clock.source == "dts":
            stamp = _plus(packet.pts if packet.dts is None else packet.dts, shift + self._clock.lag)
            return stamp, stamp
        pts, dts = packet.pts, packet.dts
        # Where a stream is damaged or spliced, libav may give a packet the pts of one part and the dts of another.
        if self._splices and pts is not None and dts is not None and abs(pts - dts) > self._forth:
            pts = dts
        return _plus(pts, shift), _plus(dts, shift)

    def _count(self, packet: VideoPacket) -> None:
        assert self._next is not None
        duration = self.duration(packet)
        packet.dts = packet.pts = self._next + self._clock.lag
        self._next += duration

    def _continue(self, packet: VideoPacket) -> None:
        stamp = packet.pts if packet.dts is None else packet.dts
        if stamp is None:
            return
        if self._next is not None:
            step = stamp + self.shift - self._next
            if step > self._forth or (step < -self._back and packet.dts is not None):
                self.shift -= step
                self.spliced = True
        self._next = stamp + self.shift + self.duration(packet)


class BestEffort:
    """Where the pts are wrong, gives frames the times that players give them: FFmpeg's best-effort timestamps.

    A frame's time is the dts of the packet at which the decoder returned it, and so later by the decoder's delay.
    """

    def __init__(self, opened: Opened, clock: Clock) -> None:
        self._counts = clock.source == "count"
        self._usual = usual_duration(opened)
        self._last: int | None = None

    def place(self, frame: VideoFrame) -> None:
        """Set the pts of the next frame. The last frames, which the decoder returns at the end, have no dts."""
        if self._last is not None and (frame.dts is None or frame.dts <= self._last):
            frame.pts = self._last + max(1, self._usual)
        elif frame.dts is not None:
            frame.pts = frame.dts
        elif self._counts:
            frame.pts = max(0, frame.pts or 0)  # the stream is shorter than the decoder's delay
        self._last = frame.pts


def usual_duration(opened: Opened) -> int:
    """Return how many ticks a frame lasts at the stream's rate, 0 for an unknown rate."""
    rate = exact(opened.stream.average_rate) or exact(opened.stream.guessed_rate)
    return int(1 / (rate * time_base(opened))) if rate else 0


def _plus(stamp: int | None, shift: int) -> int | None:
    return None if stamp is None else stamp + shift
