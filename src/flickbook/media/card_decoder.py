"""A decoder that uses a card as long as its frames are those of the processor.

The first frames of each job are decoded by both, and compared: every pixel, size, time, turn and colour. Where they
differ, the processor goes on. Where the card fails later, the job is read again from there, for the processor.

A card returns NV12, P010 or the like. Wanted frames are put into the planes that the processor's decoder returns, which
loses nothing; so whatever is made of them has the same bytes.
"""

import logging
import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, VideoReformatter
from numpy.typing import NDArray

from flickbook.media.card_places import Place, Places
from flickbook.media.colours import BT709
from flickbook.media.packets import VideoPacket
from flickbook.media.side_data import orientation_of, side_data

# So many frames of each job are compared, not counting those of nearly one brightness.
COMPARED = 16
# Of which one decoder may be so many ahead.
_APART = 64
# The speed is noted after so many frames.
_MEASURED = 256
# swscale takes these apart, or moves their bits, without loss.
_SEMIPLANAR = frozenset({"nv12", "nv16", "p010le", "p012le", "p016le", "p210le"})
# PyAV 19 raises ValueError for all packets after the one with which a decoder could not be opened.
_FAILURES = (av.FFmpegError, ValueError)

_log = logging.getLogger("flickbook")


class Decoder(Protocol):
    """What is used of a decoder on a card."""

    skip_frame: Any

    @property
    def sample_aspect_ratio(self) -> Any: ...

    def decode(self, packet: VideoPacket | None, /) -> Sequence[VideoFrame]: ...

    def flush_buffers(self) -> None: ...


class CardLeft(Exception):
    """The card is not used any more: decode again from the last frame on."""


class CardDecoder:
    """Decodes on a card, once `begin` has been called, else on the processor; to its users it is a decoder of PyAV."""

    def __init__(self, cpu: VideoCodecContext, name: str, subject: str, places: Places, place: Place) -> None:
        self._cpu = cpu
        self._name, self._subject, self._places, self._place = name, subject, places, place
        self._card: Decoder | None = None
        self._left = COMPARED
        self._ours: deque[VideoFrame] = deque()
        self._theirs: deque[VideoFrame] = deque()
        # The processor's pixel format for each kind of the card's frames that was compared.
        self._formats: dict[tuple[str, int, int], str] = {}
        self._reformatter = VideoReformatter()
        self._seconds, self._frames, self._pixels = 0.0, 0, 0

    def begin(self, card: Decoder) -> None:
        """Decode on a card from now on."""
        self._card = card

    def leave(self, reason: str) -> None:
        """Decode on the processor from now on, also in later jobs of this file. The first time, say why."""
        self._let_go()
        if self._places.refuse(self._subject):
            _log.warning("%s: the processor decodes it, because %s %s", self._subject, self._name, reason)

    @property
    def thread_count(self) -> int:
        """The number of threads of the processor's decoder."""
        return self._cpu.thread_count

    @thread_count.setter
    def thread_count(self, count: int) -> None:
        self._cpu.thread_count = count

    @property
    def thread_type(self) -> Any:
        """What the threads of the processor's decoder share."""
        return self._cpu.thread_type

    @thread_type.setter
    def thread_type(self, kind: Any) -> None:
        self._cpu.thread_type = kind

    @property
    def skip_frame(self) -> Any:
        """Which frames are not decoded."""
        return self._cpu.skip_frame

    @skip_frame.setter
    def skip_frame(self, skipped: Any) -> None:
        self._cpu.skip_frame = skipped
        if self._card is not None:
            self._card.skip_frame = skipped

    @property
    def sample_aspect_ratio(self) -> Any:
        """The shape of the pixels that come into the decoder."""
        return (self._card or self._cpu).sample_aspect_ratio

    def flush_buffers(self) -> None:
        """Forget all packets."""
        self._cpu.flush_buffers()
        if self._card is not None:
            self._card.flush_buffers()
        self._ours.clear()
        self._theirs.clear()

    def decode(self, packet: VideoPacket | None) -> Sequence[VideoFrame]:
        """Return the frames that come out for a packet. Raises CardLeft, or av.FFmpegError by the processor."""
        if self._card is not None and self._left > 0:
            return self._compared(packet, self._card)
        begun = time.perf_counter()
        frames = self._cpu.decode(packet) if self._card is None else self._from_card(packet, self._card)
        self._measure(time.perf_counter() - begun, frames)
        return frames

    def planar(self, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
        """Yield frames in the planes of the processor's decoder; for the same frame again, the same object."""
        before = after = None
        for frame in frames:
            if after is None or frame is not before:
                before, after = frame, self._planar(frame, self._formats.get(_kind(frame)))
            yield after

    def _compared(self, packet: VideoPacket | None, card: Decoder) -> Sequence[VideoFrame]:
        """Decode a packet by both. The processor's frames count; the card's go on after the last compared one."""
        failure: Exception | None = None
        try:
            self._theirs.extend(card.decode(packet))
        except _FAILURES as error:
            failure = error
        try:
            frames = list(self._cpu.decode(packet))
        except av.FFmpegError:
            if failure is None:
                self.leave("decodes packets that are damaged")
            raise
        if failure is not None:
            self.leave(f"cannot decode it ({reason_of(failure)})")
            return frames
        self._ours.extend(frames)
        self._compare()
        if self._card is not None and self._left <= 0:
            frames += self._theirs
            self._theirs.clear()
        return frames

    def _compare(self) -> None:
        while self._card is not None and self._ours and self._theirs:
            ours, theirs = self._ours.popleft(), self._theirs.popleft()
            difference = self._difference(ours, theirs)
            if difference:
                self.leave(difference)
        if max(len(self._ours), len(self._theirs)) > _APART:
            self.leave("returns more or fewer frames")

    def _difference(self, ours: VideoFrame, theirs: VideoFrame) -> str:
        """Return in which way a frame of the card differs; empty if it does not."""
        wanted, format_name = ours.format.name, theirs.format.name
        if format_name not in _SEMIPLANAR and format_name != wanted:
            return f"returns {format_name} for {wanted}"
        if (ours.width, ours.height) != (theirs.width, theirs.height):
            return f"shows {theirs.width}×{theirs.height} pixels of {ours.width}×{ours.height}"
        planar = self._planar(theirs, wanted)
        if _facts(ours) != _facts(planar):
            return "returns frames with other times, colours or side data"
        pixels = _pixels(ours)
        if not all(map(np.array_equal, pixels, _pixels(planar))):
            return "shows other pixels"
        self._formats[_kind(theirs)] = wanted
        # In black frames, as at a film's beginning, no fault shows.
        self._left -= int(np.ptp(pixels[0])) >> ours.format.components[0].bits - 3 > 0
        return ""

    def _from_card(self, packet: VideoPacket | None, card: Decoder) -> Sequence[VideoFrame]:
        try:
            frames = list(card.decode(packet))
        except _FAILURES as error:
            self.leave(f"failed in the middle ({reason_of(error)})")
            raise CardLeft from error
        if any(frame.is_corrupt or _kind(frame) not in self._formats for frame in frames):
            self.leave("came to damaged pictures or to others in size or format")
            raise CardLeft
        # With threads, the processor's decoder was behind or ahead when the comparison ended.
        ahead = min(len(self._ours), len(frames))
        for _ in range(ahead):
            self._ours.popleft()
        return frames[ahead:]

    def _measure(self, seconds: float, frames: Sequence[VideoFrame]) -> None:
        self._seconds += seconds
        self._frames += len(frames)
        self._pixels += sum(frame.width * frame.height for frame in frames)
        if self._frames < _MEASURED:
            return
        cores = 1 if self._card is not None else max(1, self._cpu.thread_count)
        slower = self._place.note(self._pixels / max(self._seconds, 1e-9) / cores)
        self._seconds, self._frames, self._pixels = 0.0, 0, 0
        if slower and self._card is not None:
            self._let_go()
            raise CardLeft

    def _let_go(self) -> None:
        self._card = None
        self._place.release()
        self._ours.clear()
        self._theirs.clear()

    def _planar(self, frame: VideoFrame, format_name: str | None) -> VideoFrame:
        if format_name is None or format_name == frame.format.name:
            return frame
        full = ColorRange.JPEG
        planar = self._reformatter.reformat(
            frame,
            format=format_name,
            src_colorspace=BT709,
            dst_colorspace=BT709,
            src_color_range=full,
            dst_color_range=full,
            threads=1,
        )
        planar.colorspace, planar.color_range = frame.colorspace, frame.color_range
        planar.opaque = frame.opaque
        return planar


def _facts(frame: VideoFrame) -> tuple[object, ...]:
    times = frame.pts, frame.dts, frame.time_base
    colours = frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc
    known = orientation_of(frame), side_data(frame).get("DOVI_METADATA") is None
    return (*times, *colours, *known, frame.key_frame, frame.interlaced_frame)


def _kind(frame: VideoFrame) -> tuple[str, int, int]:
    return frame.format.name, frame.width, frame.height


def _pixels(frame: VideoFrame) -> list[NDArray[Any]]:
    """Return the planes of a frame, without what lies between its rows."""
    kind = np.dtype("<u2" if frame.format.components[0].bits > 8 else "u1")
    rows = [np.frombuffer(bytes(plane), kind).reshape(-1, plane.line_size // kind.itemsize) for plane in frame.planes]
    return [row[: plane.height, : plane.width] for row, plane in zip(rows, frame.planes, strict=True)]


def reason_of(error: Exception) -> str:
    """Return what libav or PyAV says of an error."""
    return str((error.strerror if isinstance(error, av.FFmpegError) else None) or error)


def planar(codec: object, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
    """Yield frames of a decoder in the planes that the processor's decoder returns."""
    return codec.planar(frames) if isinstance(codec, CardDecoder) else frames


def resumed(decode: Callable[[Sequence[int]], Iterator[VideoFrame]], ticks: Sequence[int]) -> Iterator[VideoFrame]:
    """Yield the frames that `decode` yields for ticks. After CardLeft it is called again, from the last frame on."""
    while True:
        last: int | None = None
        try:
            for frame in decode(ticks):
                last = frame.dts if frame.pts is None else frame.pts
                yield frame
        except CardLeft:
            if last is not None and last > ticks[0]:
                ticks = [last, *ticks[bisect_right(ticks, last) :]]
        else:
            return
