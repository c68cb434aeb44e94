"""The one decode: yield, for each wanted instant, the frame on screen at that instant.

A frame is on screen from its pts until the next frame's pts. Therefore the frame at an instant is the last frame whose
pts is at or before the instant; for earlier instants it is the first frame. `lookahead` finds out from the packets'
timestamps which frames are on screen at some instant. Packets of other frames are skipped if no picture refers to them.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import floor

import av
from av.video.frame import PictureType, VideoFrame

from flickbook.core.model import Clock
from flickbook.errors import Damaged
from flickbook.media.bitstream import gradual, skippable
from flickbook.media.card_decoder import Changed, planar, resumed
from flickbook.media.input import Opened
from flickbook.media.lookahead import lookahead
from flickbook.media.packets import VideoPacket, can_seek, expect_until, packet_pts, seek, time_base
from flickbook.media.shapes import Marker
from flickbook.media.timeline import BestEffort, Timeline, usual_duration

# Seconds before the wanted instant to seek to, tried in order until a keyframe lies between that point and the instant.
_BACKSTEPS = (0, 1, 2, 4, 8, 16, 32, 64)
# In streams refreshed bit by bit, the rounds until a picture is whole: x264's first runs a little into the second.
_REFRESHES = 2
# So many cues are tried before decoding begins at the beginning.
_CUES = 4
# A keyframe that is further before an instant was not found by an index.
_NEAR_SECONDS = 20


class FrameReader:
    """Decodes a video once, in order, at given instants.

    `opened`, `clock` and `interlaced` are the arguments. `decoded` counts the frames that the decoder returned,
    `damaged` the pictures from the first instant on that are incomplete or missing, because the decoder rejected or
    silently dropped their packets. `sought` says that the container may not be at its beginning.
    """

    def __init__(
        self,
        opened: Opened,
        origin: Fraction,
        *,
        interlaced: bool = False,
        clock: Clock = Clock(),  # noqa: B008  # a frozen value
        threads: int = 1,
    ) -> None:
        self.opened = opened
        self._origin = origin
        self.interlaced = interlaced
        self.clock = clock
        self._timeline = Timeline(opened, clock)
        self.sought = False
        self._start = opened.stream.start_time
        self._usual = usual_duration(opened)
        self._codec = opened.codec
        # With threads, a decoder's delay is longer.
        threads = 1 if clock.by_order else threads
        self._codec.thread_count = threads
        self._codec.thread_type = "FRAME" if threads > 1 else "NONE"
        # After a seek, leading pictures are lost, and the decoder's delay is certain only from the next keyframe on.
        self._spare = 1 if clock.by_order else 0
        # Nothing is skipped on timestamps that are not the pictures' own.
        self._may_skip = skippable(opened.stream, interlaced or clock.source != "pts")
        self._is_gradual = gradual(opened.stream)
        self._marker = Marker(opened)
        # In these codecs, each packet of a progressive stream is one picture.
        codec = opened.stream.codec_context.codec.canonical_name
        self._awaits = codec in ("h264", "hevc", "vvc") and not interlaced and not clock.by_order
        self._awaited: list[int] = []
        self._first = 0
        self.decoded = 0
        self.damaged = 0
        # Whether decoding could not begin at a keyframe near an instant, but earlier or at the beginning.
        self.fell_back = False

    def at(self, instants: Sequence[Fraction]) -> Iterator[VideoFrame]:
        """Yield one frame for each instant (seconds on the viewer's clock, ascending).

        While a frame stays on screen, the same object is yielded again. Raises Damaged if nothing can be decoded.
        """
        done = 0
        while True:
            try:
                for frame in planar(self._codec, self._at(instants[done:])):
                    yield frame
                    done += 1
            except Changed:
                continue  # the wanted frame was lost with the card
            else:
                return

    def _at(self, instants: Sequence[Fraction]) -> Iterator[VideoFrame]:
        ticks = [self.tick(instant) for instant in instants]
        shown: VideoFrame | None = None
        latest: int | None = None
        done = 0
        for frame in resumed(self._timed, ticks):
            pts = frame_pts(frame)
            if pts is None or (latest is not None and pts < latest):
                continue
            while done < len(ticks) and ticks[done] < pts:
                yield shown or frame
                done += 1
            if done == len(ticks):
                return
            shown, latest = frame, pts
        if shown is None and done < len(ticks):
            raise Damaged(self.opened.subject, "has no decodable picture", "upload it again, or repair it first")
        while done < len(ticks) and shown is not None:
            yield shown
            done += 1

    def _timed(self, ticks: Sequence[int]) -> Iterator[VideoFrame]:
        """Decode for ticks, and give times to frames without any: they follow the frame before, as in MPEG-PS."""
        latest: int | None = None
        for frame in self._frames(ticks):
            pts = frame_pts(frame)
            if pts is None and latest is not None:
                frame.pts = pts = latest + self._usual
            if pts is not None and (latest is None or pts >= latest):
                latest = pts
            yield frame

    def tick(self, instant: Fraction) -> int:
        """Return the stream's last tick up to an instant."""
        # A pts is ≤ the instant exactly when it is ≤ the instant rounded down to the stream's clock.
        return floor((instant + self._origin) / time_base(self.opened))

    def second(self, pts: int) -> Fraction:
        """Return the instant at which the picture of a pts appears."""
        return pts * time_base(self.opened) - self._origin

    def decode_alone(self, packet: VideoPacket) -> VideoFrame | None:
        """Decode a keyframe without other packets; return None unless that is exactly its one whole picture."""
        if self._is_gradual(packet):
            return None
        self._codec.flush_buffers()
        self._codec.skip_frame = "DEFAULT"
        try:
            frames = [*self._codec.decode(packet), *self._codec.decode(None)]
        except av.FFmpegError:
            return None
        self.decoded += len(frames)
        if len(frames) != 1 or frames[0].pts != packet.pts or frames[0].is_corrupt or frames[0].interlaced_frame:
            return None
        # The container may be wrong about keyframes.
        if not frames[0].key_frame and frames[0].pict_type != PictureType.I:
            return None
        self._marker.mark(frames[0])
        return frames[0]

    def _frames(self, ticks: Sequence[int]) -> Iterator[VideoFrame]:
        """Decode from a keyframe that gives a frame at or before the first tick; without one, from the beginning."""
        expect_until(self.opened, ticks[-1])
        self._first = ticks[0]
        damaged = self.damaged
        for tries, packets in enumerate(chain(self._from_cues(ticks[0]), self._from_seeks(ticks[0]))):
            self.fell_back |= tries > 0
            frames = self._decode_all(packets, ticks)
            first = next(frames, None)
            # After a seek into a stream refreshed bit by bit, the first whole picture may come too late.
            if first is not None and (begin := frame_pts(first) or 0) <= ticks[0]:
                self.fell_back |= (ticks[0] - begin) * time_base(self.opened) > _NEAR_SECONDS
                yield first
                yield from frames
                return
            self.damaged = damaged
        self.fell_back |= (ticks[0] - (self._start or 0)) * time_base(self.opened) > 1
        read = self._timeline.read_again if self.sought else self._timeline.read
        self.sought = True
        yield from self._decode_all(read(), ticks)

    def _from_cues(self, tick: int) -> Iterator[Iterator[VideoPacket]]:
        """Yield the packets from the last cues at or before the tick on, the latest cue first."""
        here = bisect_right(self.clock.cues, tick, key=lambda cue: max(cue.pts, cue.dts))
        for cue in reversed(self.clock.cues[max(0, here - _CUES) : here - self._spare]):
            self.sought = True
            packets = self._timeline.read_from(cue)
            if packets is not None:
                yield packets

    def _from_seeks(self, tick: int) -> Iterator[Iterator[VideoPacket]]:
        """Yield the packets from keyframes at or before the tick on, the latest first."""
        clock = self.clock
        if self._start is None or clock.cues or clock.source == "count" or not can_seek(self.opened, clock.reordered):
            return
        base = time_base(self.opened)
        for target in [target for back in _BACKSTEPS if (target := tick - floor(back / base)) > self._start]:
            self.sought = True
            packets = self._packets_from(target, tick)
            if packets is not None:
                yield packets

    def _packets_from(self, target: int, tick: int) -> Iterator[VideoPacket] | None:
        """Demux from a keyframe at or before the tick; None if the seek lands behind all of them."""
        if not seek(self.opened, target):
            return None
        packets = self._timeline.read()
        begin: list[VideoPacket] = []
        points = 0
        for packet in packets:
            # A seek in MPEG-TS lands anywhere. A keyframe shown at or before the tick is enough, even in an open GOP:
            # its leading pictures, which refer to earlier ones, are shown before it.
            if packet.is_keyframe and (packet_pts(packet) or 0) <= tick:
                points += 1
                if points > _REFRESHES or not (self._is_gradual(packet) or points <= self._spare):
                    return chain(begin, [packet], packets)
            if points:
                begin.append(packet)
            # pts ≥ dts and dts ascends, so all later packets are shown after the tick.
            if packet.dts is None or packet.dts > tick:
                return None
        return None

    def _decode_all(self, packets: Iterator[VideoPacket], ticks: Sequence[int]) -> Iterator[VideoFrame]:
        self._codec.flush_buffers()
        self._awaited.clear()
        # An empty packet says that the picture before it stays on screen.
        pictures = (packet for packet in packets if packet.size)
        if self.clock.by_order:
            yield from self._decode_in_order(pictures)
            return
        for packet, wanted in lookahead(pictures, ticks):
            self._codec.skip_frame = "DEFAULT" if wanted or not self._may_skip(packet) else "NONREF"
            if wanted and self._awaits and packet.pts is not None and packet.pts >= self._first:
                insort(self._awaited, packet.pts)
            yield from self._decode(packet)
        yield from self._decode(None)

    def _decode_in_order(self, packets: Iterator[VideoPacket]) -> Iterator[VideoFrame]:
        """Decode every packet: which frame is wanted shows only when the frames come out of the decoder."""
        times = BestEffort(self.opened, self.clock)
        for packet in chain(packets, [None]):
            for frame in self._decode(packet):
                times.place(frame)
                yield frame

    def _decode(self, packet: VideoPacket | None) -> Sequence[VideoFrame]:
        pts = None if packet is None else packet_pts(packet)
        try:
            frames = self._codec.decode(packet)
        except av.FFmpegError:
            if pts is None or pts >= self._first:
                self.damaged += 1
                if pts in self._awaited:
                    self._awaited.remove(pts)
            return ()
        self.decoded += len(frames)
        for frame in frames:
            self._marker.mark(frame)
            self._check(frame)
        return frames

    def _check(self, frame: VideoFrame) -> None:
        """Count a frame that is incomplete, and those that should have come before it."""
        pts = frame_pts(frame)
        if frame.interlaced_frame:
            self._awaits = False  # its second field may have had a packet of its own
            self._awaited.clear()
        if pts is not None and pts >= self._first:
            missing = bisect_left(self._awaited, pts)
            self.damaged += frame.is_corrupt + missing
            del self._awaited[: bisect_right(self._awaited, pts)]


def frame_pts(frame: VideoFrame) -> int | None:
    """Return a frame's time on the stream's clock; containers without pts have dts."""
    return frame.dts if frame.pts is None else frame.pts
