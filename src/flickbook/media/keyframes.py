"""Keyframes near instants are decoded alone, and all other pictures exactly.

A keyframe needs no other picture. Where a tolerance allows it, the keyframe nearest to an instant stands for it, and
only that packet is read and decoded. MP4's tables and Matroska's cues list the keyframes; in other files, the packets
around each instant are read without decoding. `FrameReader` decodes all other pictures. Where the file lists its
keyframes, it begins anew at the last keyframe before an instant.

File, instant and tolerance alone decide which picture is shown: whatever job makes it, it is the same.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise
from math import floor
from typing import NamedTuple, Protocol

import av
from av.video.frame import VideoFrame

from flickbook.core.model import Clock
from flickbook.media.frames import FrameReader
from flickbook.media.input import Opened
from flickbook.media.packets import VideoPacket, can_seek, demux, rewind, seek, time_base

# Decoding begins anew at a keyframe so many seconds after an instant, and not earlier.
_JUMP_SECONDS = Fraction(1, 2)
# So many packets after a keyframe's, or one that is not kept out of order, show how long its picture lasts.
_REORDERED = 16
# Bytes between packets that are rather read than left out.
_NEAR_BYTES = 256 * 1024
# So many keyframes are tried for an instant.
_TRIES = 2
# Seconds before a window at which reading begins: a seek in MPEG-TS lands anywhere.
_BACKSTEPS = (1, 4, 16)
_NEVER = -(2**63)
# Bytes of keyframes that are kept for the next instants; in a recording each picture may be one.
_MOST_BYTES = 64 * 1024 * 1024
# Decoders of other codecs begin at wrongly flagged keyframes too, with damaged pictures.
_CAREFUL = frozenset({"h264", "hevc", "vp8", "vp9", "av1"})


class Shown(NamedTuple):
    """A picture, and its second on the viewer's clock; None for the picture on screen at the wanted instant."""

    frame: VideoFrame
    second: Fraction | None = None


class _Window(NamedTuple):
    """The ticks between which a keyframe may stand for an instant: after `low`, up to `high`.

    `end` is the tick at which the next instant may be.
    """

    low: int
    tick: int
    high: int
    end: int

    def sort(self, times: Sequence[int]) -> list[int]:
        """Return the times in the window, the nearest first."""
        inside = times[bisect_right(times, self.low) : bisect_right(times, self.high)]
        return sorted(inside, key=lambda time: abs(time - self.tick))[:_TRIES]


class _Keyframes(Protocol):
    """Finds a file's keyframes. `times` are those that the file lists, in order."""

    @property
    def times(self) -> Sequence[int]: ...

    def near(self, window: _Window) -> Iterator[VideoPacket]:
        """Yield the keyframes in a window, the nearest first."""

    def follows(self, pts: int, end: int) -> bool:
        """Return whether a picture comes after that of the last keyframe, at `pts`, and not after `end`."""

    rewound: bool

    def restart(self) -> None:
        """Begin anew after the file was read elsewhere."""


def shown_at(reader: FrameReader, instants: Sequence[Fraction], tolerance: Fraction = Fraction(0)) -> Iterator[Shown]:
    """Yield a picture for each instant, ascending on the viewer's clock: at most `tolerance` seconds before or after.

    Instants at least twice the tolerance apart never get the same picture while the video has another for one of them.
    Raises Damaged if nothing can be decoded.
    """
    sparse = any(after - before > 2 * _JUMP_SECONDS for before, after in pairwise(instants))
    keyframes = _keyframes(reader) if tolerance or sparse else None
    run: list[Fraction] = []
    for instant in instants:
        if keyframes and (reader.fell_back or keyframes.rewound):
            # Such a file would be read from its beginning for each jump: the rest is decoded in order.
            keyframes = None
        alone = _alone(reader, keyframes, instant, tolerance) if keyframes and tolerance else None
        if run and keyframes and (alone or _is_far(reader, keyframes, run[-1], instant)):
            yield from map(Shown, reader.at(run))
            run = []
            keyframes.restart()
        if alone:
            yield alone
        else:
            run.append(instant)
    if run:
        yield from map(Shown, reader.at(run))


def _alone(reader: FrameReader, keyframes: _Keyframes, instant: Fraction, tolerance: Fraction) -> Shown | None:
    """Return the nearest keyframe for an instant, decoded alone; None if there is none."""
    low, tick, high, end = (reader.tick(instant + times * tolerance) for times in (-1, 0, 1, 2))
    # Before the first picture, that picture is shown; as a keyframe it would be shown again.
    start, first = reader.opened.stream.start_time or 0, reader.tick(Fraction(0))
    window = _Window(max(low, start if start > first else first - 1), tick, high, end)
    for packet in keyframes.near(window):
        assert packet.pts is not None
        # A later picture that is still on screen at the next instant may be all that this one has to show.
        lasts = packet.pts > window.tick and not keyframes.follows(packet.pts, window.end)
        frame = None if lasts else reader.decode_alone(packet)
        if frame is not None:
            return Shown(frame, reader.second(packet.pts))
    return None


def _is_far(reader: FrameReader, keyframes: _Keyframes, last: Fraction, instant: Fraction) -> bool:
    """Return whether a listed keyframe saves decoding from one instant to the next."""
    first = bisect_left(keyframes.times, reader.tick(last + _JUMP_SECONDS))
    return first < bisect_right(keyframes.times, reader.tick(instant))


def _keyframes(reader: FrameReader) -> _Keyframes | None:
    """Return the keyframes of a file; None if its pictures cannot be found by their times, or not be decoded alone."""
    opened, clock = reader.opened, reader.clock
    start = opened.stream.start_time
    context = opened.stream.codec_context
    codec = context.codec.canonical_name
    # An MP4 that calls every packet a keyframe is believed if that can be, or if the packets tell (H.264).
    can_be = not context.has_b_frames and (context.codec.intra_only or codec == "h264")
    name = opened.container.format.name
    # Where packets tell by themselves which are keyframes, as in MPEG-TS, the container cannot be wrong.
    trusted = codec in _CAREFUL or context.codec.intra_only or not name.startswith(("mov", "matroska"))
    if not trusted or reader.interlaced or clock != Clock():
        return None
    if start is None or not can_seek(opened, reordered=not can_be):
        return None
    reader.sought = True
    if name.startswith("mov") and opened.stream.frames:
        first = next((entry.timestamp for entry in opened.stream.index_entries if not entry.is_discard), start)
        return _Listed(opened, delay=start - first)
    if name.startswith("matroska"):
        seek(opened, start)  # libav reads the cues at the first seek
        listed = _Listed(opened)
        if len(listed.times) > 1 and 2 * listed.times[-1] * time_base(opened) > _length(opened):
            return listed
    return _Unlisted(opened)


class _Listed:
    """Keyframes by the container's index, which lists MP4's by dts and Matroska's by pts.

    `delay` is the usual number of ticks from there to the pts.
    """

    def __init__(self, opened: Opened, delay: int = 0) -> None:
        self._opened = opened
        self._delay = delay
        self._packets: Iterator[VideoPacket] = iter(())
        self.rewound = False
        # Where each keyframe is in the index. The index grows while Matroska is read, and only what is listed counts.
        self._places: dict[int, int] = {}
        entries = opened.stream.index_entries
        before, place = -1, 0 if len(entries) else -1
        while place > before:
            entry = entries[place]
            stamp = entry.timestamp
            if entry.is_keyframe and not entry.is_discard:
                self._places[stamp + delay] = place
            before, place = place, entries.search_timestamp(stamp + 1, backward=False)
        self.times: Sequence[int] = list(self._places)

    def near(self, window: _Window) -> Iterator[VideoPacket]:
        for time in window.sort(self.times):
            self._expect(self._places[time], also_next=time > window.tick)
            packet = self._read(time)
            if packet is not None and packet.pts is not None and window.low < packet.pts <= window.high:
                yield packet

    def follows(self, pts: int, end: int) -> bool:
        for packet in islice(self._packets, _REORDERED):
            if packet.pts is not None and pts < packet.pts <= end:
                return True
            if packet.dts is not None and packet.dts > end:
                break
        return False

    def restart(self) -> None:
        """Each keyframe is sought anew."""

    def _read(self, time: int) -> VideoPacket | None:
        """Return a listed keyframe; None if the file does not have it there."""
        # MP4 is sought by dts or pts, as libav's version has it: between this keyframe and the next, both lead to this.
        after = bisect_right(self.times, time)
        following = self.times[after] if self._delay and after < len(self.times) else time
        if not seek(self._opened, (time + following) // 2):
            return None
        self._packets = demux(self._opened)
        packet = next(self._packets, None)
        if packet is None or not packet.is_keyframe or packet.is_discard:
            return None
        return packet if time - self._delay in (packet.dts, packet.pts) else None

    def _expect(self, place: int, *, also_next: bool) -> None:
        """Announce the bytes of a keyframe, and of the packet after it if that is near. Only MP4's index has sizes."""
        entries = self._opened.stream.index_entries
        ends = [entry.pos + entry.size for entry in entries[place : place + 1 + also_next] if entry.size]
        if self._opened.expect is not None and ends:
            self._opened.expect(ends[-1] if abs(ends[-1] - ends[0]) < _NEAR_BYTES else ends[0])


class _Unlisted:
    """Keyframes of a file without a list of them: they are looked for by reading packets."""

    times: Sequence[int] = ()

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._packets: Iterator[VideoPacket] | None = None
        # The times of pictures, the keyframes among them, and the last dts.
        self._seen: list[int] = []
        self._keyframes: dict[int, VideoPacket] = {}
        self._reached = _NEVER
        self._bytes = 0
        self.rewound = False

    def near(self, window: _Window) -> Iterator[VideoPacket]:
        packets = self._packets_from(window.low) if self._packets is None else self._packets
        self._packets = packets
        while self._reached <= window.end and (packet := next(packets, None)) is not None:
            self._note(packet, window.low)
        self._seen = self._seen[bisect_right(self._seen, window.low) :]
        self._keyframes = {pts: packet for pts, packet in self._keyframes.items() if pts > window.low}
        self._bytes = sum(packet.size for packet in self._keyframes.values())
        for time in window.sort(sorted(self._keyframes)):
            yield self._keyframes[time]

    def follows(self, pts: int, end: int) -> bool:
        after = bisect_right(self._seen, pts)
        return after < len(self._seen) and self._seen[after] <= end

    def restart(self) -> None:
        self._packets, self._seen, self._keyframes, self._reached, self._bytes = None, [], {}, _NEVER, 0

    def _packets_from(self, tick: int) -> Iterator[VideoPacket]:
        """Return the packets from about a second before a tick on, or earlier."""
        base = time_base(self._opened)
        for back in _BACKSTEPS:
            target = tick - floor(back / base)
            if target <= (self._opened.stream.start_time or 0) or not seek(self._opened, target):
                break
            packets = demux(self._opened)
            first = next((packet for packet in packets if packet.dts is not None), None)
            if first is not None and first.dts is not None and first.dts <= tick - floor(1 / (2 * base)):
                self._note(first, tick)
                return packets
        self.rewound = tick > (self._opened.stream.start_time or 0)
        rewind(self._opened)
        return demux(self._opened)

    def _note(self, packet: VideoPacket, low: int) -> None:
        if packet.dts is not None:
            self._reached = max(self._reached, packet.dts)
        if packet.pts is not None and packet.size and not packet.is_discard:
            insort(self._seen, packet.pts)
            if packet.is_keyframe and not packet.is_corrupt and packet.pts > low:
                self._keyframes[packet.pts] = packet
                self._bytes += packet.size
            while self._bytes > _MOST_BYTES:
                self._bytes -= self._keyframes.pop(next(iter(self._keyframes))).size


def _length(opened: Opened) -> Fraction:
    """Return the seconds that the container's header declares."""
    return Fraction(opened.container.duration or 0, av.time_base)
