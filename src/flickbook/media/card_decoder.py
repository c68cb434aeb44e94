"""A decoder that uses a card as long as its frames are those of the processor.

The first frames of each job are decoded by both, and compared: every pixel, size, time, turn and colour. Where they
differ, the processor goes on. Where the card fails later, the job is read again from there, for the processor. A job
that began on the processor is read again for the card as soon as the card has room.
"""

import logging
import time
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame

from flickbook.media.card_frames import Converter, shows_faults
from flickbook.media.card_places import Places
from flickbook.media.packets import VideoPacket

# So many frames of each job are compared, not counting those of nearly one brightness.
COMPARED = 16
# Of which one decoder may be so many ahead.
_APART = 64
# The speed is noted after so many frames.
_MEASURED = 256
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


class Changed(Exception):
    """Something else decodes from now on, the card or the processor: decode again from the last frame on."""


class CardDecoder:
    """Decodes on a card, once `begin` has been called, else on the processor; to its users it is a decoder of PyAV.

    With `may_change` it begins on the card in the middle of a job as soon as there is room.
    """

    def __init__(
        self, cpu: VideoCodecContext, name: str, subject: str, places: Places, connect: Callable[[], Decoder]
    ) -> None:
        self._cpu = cpu
        self._name, self._subject, self._places, self._connect = name, subject, places, connect
        self._place = places.on_core()
        self._card: Decoder | None = None
        self.may_change = False
        self._left = COMPARED
        self._ours: deque[VideoFrame] = deque()
        self._theirs: deque[VideoFrame] = deque()
        self._converter = Converter()
        self._seconds, self._frames, self._pixels = 0.0, 0, 0

    def begin(self, *, always: bool) -> bool:
        """Decode on the card from now on, unless it has no room or cannot. Return whether it will."""
        place = None if self._places.refuses(self._subject) else self._places.lock(always=always)
        if place is None:
            return False
        self._place.release()
        self._place = place
        place.mark(self._subject)
        self._left = COMPARED
        try:
            self._card = self._connect()
        except (av.FFmpegError, RuntimeError) as error:  # NotImplementedError is a RuntimeError
            self.leave(f"cannot be used ({reason_of(error)})")
        return self._card is not None

    def leave(self, reason: str) -> None:
        """Decode on the processor from now on, also in later jobs of this file. The first time, say why."""
        self.let_go()
        if self._places.refuse(self._subject):
            _log.warning("%s: the processor decodes it, because %s %s", self._subject, self._name, reason)

    def let_go(self) -> None:
        """Use the card no more for this job, and free its place."""
        self._card = None
        self.may_change = False
        self._place.release()
        self._ours.clear()
        self._theirs.clear()

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
        """Return the frames that come out for a packet. Raises Changed, or av.FFmpegError by the processor."""
        if self._card is not None and self._left > 0:
            return self._compared(packet, self._card)
        begun = time.perf_counter()
        frames = self._on_core(packet) if self._card is None else self._from_card(packet, self._card)
        self._measure(time.perf_counter() - begun, frames)
        return frames

    def planar(self, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
        """Yield frames in the planes of the processor's decoder; for the same frame again, the same object.

        Raises Changed if a frame cannot be loaded from the card any more.
        """
        before = after = None
        for frame in frames:
            if after is None or frame is not before:
                begun = time.perf_counter()
                try:
                    before, after = frame, self._converter.planar(frame)
                except av.FFmpegError as error:
                    self.leave(f"does not return its frames ({reason_of(error)})")
                    raise Changed from error
                self._seconds += time.perf_counter() - begun
            yield after

    def _compared(self, packet: VideoPacket | None, card: Decoder) -> Sequence[VideoFrame]:
        """Decode a packet by both. The processor's frames count; the card's go on after the last compared one."""
        failure: str | None = None  # an error would keep the card's decoder
        try:
            self._theirs.extend(card.decode(packet))
        except _FAILURES as error:
            failure = reason_of(error)
        try:
            frames = list(self._cpu.decode(packet))
        except av.FFmpegError:
            if failure is None:
                self.leave("decodes packets that are damaged")
            raise
        if failure is not None:
            self.leave(f"cannot decode it ({failure})")
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
            try:
                difference = self._converter.difference(ours, theirs)
            except av.FFmpegError as error:
                difference = f"does not return its frames ({reason_of(error)})"
            if difference:
                self.leave(difference)
            self._left -= shows_faults(ours)
        if max(len(self._ours), len(self._theirs)) > _APART:
            self.leave("returns more or fewer frames")

    def _on_core(self, packet: VideoPacket | None) -> Sequence[VideoFrame]:
        try:
            frames = self._cpu.decode(packet)
        except av.FFmpegError:
            self.may_change = False  # a card may guess missing pixels differently
            raise
        if any(frame.is_corrupt for frame in frames):
            self.may_change = False
        return frames

    def _from_card(self, packet: VideoPacket | None, card: Decoder) -> Sequence[VideoFrame]:
        try:
            frames = list(card.decode(packet))
        except _FAILURES as error:
            self.leave(f"failed in the middle ({reason_of(error)})")
            raise Changed from error
        if any(frame.is_corrupt or not self._converter.knows(frame) for frame in frames):
            self.leave("came to damaged pictures or to others in size or format")
            raise Changed
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
        if self._card is None and self.may_change and self.begin(always=False):
            raise Changed
        if slower and self._card is not None:
            self.let_go()
            raise Changed


def reason_of(error: Exception) -> str:
    """Return what libav or PyAV says of an error."""
    return str((error.strerror if isinstance(error, av.FFmpegError) else None) or error)


def planar(codec: object, frames: Iterator[VideoFrame]) -> Iterator[VideoFrame]:
    """Yield frames of a decoder in the planes that the processor's decoder returns."""
    return codec.planar(frames) if isinstance(codec, CardDecoder) else frames


def resumed(decode: Callable[[Sequence[int]], Iterator[VideoFrame]], ticks: Sequence[int]) -> Iterator[VideoFrame]:
    """Yield the frames that `decode` yields for ticks. After Changed it is called again, from the last frame on."""
    while True:
        last: int | None = None
        try:
            for frame in decode(ticks):
                last = frame.dts if frame.pts is None else frame.pts
                yield frame
        except Changed:
            if last is not None and last > ticks[0]:
                ticks = [last, *ticks[bisect_right(ticks, last) :]]
        else:
            return
