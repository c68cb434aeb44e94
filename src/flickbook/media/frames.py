"""The one decode: yield, for each wanted instant, the frame on screen at that instant.

A frame is on screen from its pts until the next frame's pts. Therefore the frame at an instant is the last frame whose
pts is at or before the instant; for earlier instants it is the first frame. `lookahead` finds out from the packets'
timestamps which frames are on screen at some instant. Packets of other frames are skipped if no picture refers to them.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import floor

import av
from av.video.frame import VideoFrame

from flickbook.errors import Damaged
from flickbook.media.bitstream import gradual, skippable
from flickbook.media.input import Opened
from flickbook.media.lookahead import lookahead
from flickbook.media.packets import VideoPacket, demux, expect_until, packet_pts, rewind, seek, time_base

# Seconds before the wanted instant to seek to, tried in order until a keyframe lies between that point and the instant.
_BACKSTEPS = (0, 1, 2, 4, 8, 16, 32, 64)
# In streams refreshed bit by bit, the rounds until a picture is whole: x264's first runs a little into the second.
_REFRESHES = 2


class FrameReader:
    """Decodes a video once, in order, at given instants.

    `decoded` counts the frames that the decoder returned, `damaged` the packets that it rejected.
    """

    def __init__(self, opened: Opened, origin: Fraction, *, interlaced: bool = False, threads: int = 1) -> None:
        self._opened = opened
        self._origin = origin
        self._start = opened.stream.start_time
        self._codec = opened.stream.codec_context
        self._codec.thread_count = threads
        self._codec.thread_type = "FRAME" if threads > 1 else "NONE"
        self._may_skip = skippable(opened.stream, interlaced)
        self._is_gradual = gradual(opened.stream)
        self.decoded = 0
        self.damaged = 0

    def at(self, instants: Sequence[Fraction]) -> Iterator[VideoFrame]:
        """Yield one frame for each instant (seconds on the viewer's clock, ascending).

        While a frame stays on screen, the same object is yielded again. Raises Damaged if nothing can be decoded.
        """
        ticks = [self._tick(instant) for instant in instants]
        shown: VideoFrame | None = None
        done = 0
        for frame in self._frames(ticks):
            pts = frame_pts(frame)
            if pts is None or (shown is not None and pts < (frame_pts(shown) or 0)):
                continue
            while done < len(ticks) and ticks[done] < pts:
                yield shown or frame
                done += 1
            if done == len(ticks):
                return
            shown = frame
        if shown is None and done < len(ticks):
            raise Damaged(self._opened.subject, "has no decodable picture", "upload it again, or repair it first")
        while done < len(ticks) and shown is not None:
            yield shown
            done += 1

    def _tick(self, instant: Fraction) -> int:
        # A pts is ≤ the instant exactly when it is ≤ the instant rounded down to the stream's clock.
        return floor((instant + self._origin) / time_base(self._opened))

    def _frames(self, ticks: Sequence[int]) -> Iterator[VideoFrame]:
        """Decode from a keyframe that gives a frame at or before the first tick; without one, from the beginning."""
        expect_until(self._opened, ticks[-1])
        for target in self._targets(ticks[0]):
            packets = self._packets_from(target, ticks[0])
            frames = self._decode_all(packets, ticks) if packets is not None else iter(())
            first = next(frames, None)
            # After a seek into a stream refreshed bit by bit, the first whole picture may come too late.
            if first is not None and (frame_pts(first) or 0) <= ticks[0]:
                yield first
                yield from frames
                return
            rewind(self._opened)
        yield from self._decode_all(demux(self._opened), ticks)

    def _targets(self, tick: int) -> list[int]:
        # After a seek into MPEG-PS libav may give a small picture the time of the next picture in its packet.
        if self._start is None or self._opened.container.format.name == "mpeg":
            return []
        base = time_base(self._opened)
        return [target for back in _BACKSTEPS if (target := tick - floor(back / base)) > self._start]

    def _packets_from(self, target: int, tick: int) -> Iterator[VideoPacket] | None:
        """Demux from a keyframe at or before the tick; None if the seek lands behind all of them."""
        if not seek(self._opened, target):
            return None
        packets = demux(self._opened)
        begin: list[VideoPacket] = []
        points = 0
        for packet in packets:
            # A seek in MPEG-TS lands anywhere. A keyframe shown at or before the tick is enough, even in an open GOP:
            # its leading pictures, which refer to earlier ones, are shown before it.
            if packet.is_keyframe and (packet_pts(packet) or 0) <= tick:
                points += 1
                if points > _REFRESHES or not self._is_gradual(packet):
                    return chain(begin, [packet], packets)
            if points:
                begin.append(packet)
            # pts ≥ dts and dts ascends, so all later packets are shown after the tick.
            if packet.dts is None or packet.dts > tick:
                return None
        return None

    def _decode_all(self, packets: Iterator[VideoPacket], ticks: Sequence[int]) -> Iterator[VideoFrame]:
        for packet, wanted in lookahead(packets, ticks):
            self._codec.skip_frame = "DEFAULT" if wanted or not self._may_skip(packet) else "NONREF"
            yield from self._decode(packet)
        yield from self._decode(None)

    def _decode(self, packet: VideoPacket | None) -> Iterator[VideoFrame]:
        try:
            frames = self._codec.decode(packet)
        except av.FFmpegError:
            self.damaged += 1
            return
        self.decoded += len(frames)
        yield from frames


def frame_pts(frame: VideoFrame) -> int | None:
    """Return a frame's time on the stream's clock; containers without pts have dts."""
    return frame.dts if frame.pts is None else frame.pts
