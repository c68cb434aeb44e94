"""The one decode: yield, for each wanted instant, the frame on screen at that instant.

A frame is on screen from its pts until the next frame's. Packets pass a look-ahead that knows, from
real timestamps alone, whether any instant falls in that time; what nobody wants and nobody refers to
is not decoded. The frame at an instant is the last one whose pts is not after it, or the first of all.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from math import floor

import av
from av.video.frame import VideoFrame

from flickbook.errors import Damaged
from flickbook.media.input import Opened
from flickbook.media.lookahead import lookahead
from flickbook.media.packets import VideoPacket, demux, packet_pts, seek, time_base
from flickbook.media.skip import skippable

# Seconds to aim before the wanted instant, should the seek not land on a keyframe at or before it.
_BACKSTEPS = (0, 1, 5, 20, 60)


class FrameReader:
    """Decode a video once, in order, at the instants asked for.

    `decoded` counts the frames the decoder put out, `damaged` the packets it could not read.
    """

    def __init__(self, opened: Opened, origin: Fraction, *, interlaced: bool = False, threads: int = 1) -> None:
        self._opened = opened
        self._origin = origin
        self._codec = opened.stream.codec_context
        self._codec.thread_count = threads
        self._codec.thread_type = "FRAME" if threads > 1 else "NONE"
        self._may_skip = skippable(opened.stream, interlaced)
        self.decoded = 0
        self.damaged = 0

    def at(self, instants: Sequence[Fraction]) -> Iterator[VideoFrame]:
        """Yield one frame for each instant (seconds on the viewer's clock, ascending).

        The same frame object comes again while it stays on screen. Raises Damaged if nothing can be decoded.
        """
        ticks = [self._tick(instant) for instant in instants]
        shown: VideoFrame | None = None
        done = 0
        for frame in self._frames(ticks):
            pts = frame_pts(frame)
            if pts is None or (shown is not None and pts <= (frame_pts(shown) or 0)):
                continue
            while done < len(ticks) and ticks[done] < pts:
                yield shown or frame
                done += 1
            if done == len(ticks):
                return
            shown = frame
        if shown is None and done < len(ticks):
            raise Damaged(
                self._opened.subject, "holds no picture that can be decoded", "upload it again, or repair it first"
            )
        while done < len(ticks) and shown is not None:
            yield shown
            done += 1

    def _tick(self, instant: Fraction) -> int:
        # pts ≤ instant just when pts ≤ the instant rounded down to the stream's clock.
        return floor((instant + self._origin) / time_base(self._opened))

    def _frames(self, ticks: Sequence[int]) -> Iterator[VideoFrame]:
        for packet, wanted in lookahead(self._packets_from(ticks[0]), ticks):
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

    def _packets_from(self, tick: int) -> Iterator[VideoPacket]:
        """Demux from a keyframe at or before the tick, or from the beginning."""
        start = self._opened.stream.start_time
        if start is None or tick <= start:
            return demux(self._opened)
        for back in _BACKSTEPS:
            target = tick - floor(back / time_base(self._opened))
            if target <= start or not seek(self._opened, target):
                break
            packets = demux(self._opened)
            first = next(packets, None)
            # A seek in MPEG-TS may land after its target. A keyframe shown at or before the tick is
            # enough even in an open GOP: what its leading pictures lack comes before the tick.
            if first is not None and first.is_keyframe and (packet_pts(first) or 0) <= tick:
                return chain([first], packets)
        seek(self._opened, start)
        return demux(self._opened)


def frame_pts(frame: VideoFrame) -> int | None:
    """Give a frame's time on the stream's clock; containers without pts have dts."""
    return frame.dts if frame.pts is None else frame.pts
