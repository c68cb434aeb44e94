"""A card of our own for tests: it decodes on the processor and returns NV12 or P010, as cards do, with their faults."""

import logging
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
import pytest
from av.codec.hwaccel import HWAccel
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, VideoReformatter

from flickbook.core.model import Clock
from flickbook.media.card import accelerated
from flickbook.media.card_decoder import Decoder
from flickbook.media.frames import FrameReader
from flickbook.media.input import Opened, open_video
from flickbook.media.packets import VideoPacket
from tests import clips

Fault = Callable[[int, VideoFrame], VideoFrame]
# What a card returns for the processor's pixel formats.
CARDS = {"yuv420p10le": "p010le", "yuv420p": "nv12", "yuvj420p": "nv12"}


class FakeDecoder:
    """Returns a card's frames; `fault` may change each, given its number, or raise."""

    def __init__(self, opened: Opened, fault: Fault, returned: list[str]) -> None:
        self._codec = opened.second_decoder(cast("HWAccel", None))
        self._codec.options = dict(opened.codec_options)
        self._codec.thread_count, self._codec.thread_type = 1, "NONE"
        self._fault, self._returned = fault, returned
        self._reformatter = VideoReformatter()

    @property
    def skip_frame(self) -> Any:
        return self._codec.skip_frame

    @skip_frame.setter
    def skip_frame(self, skipped: Any) -> None:
        self._codec.skip_frame = skipped

    @property
    def sample_aspect_ratio(self) -> Any:
        return self._codec.sample_aspect_ratio

    def flush_buffers(self) -> None:
        self._codec.flush_buffers()

    def decode(self, packet: VideoPacket | None) -> Sequence[VideoFrame]:
        return [self._come_down(frame) for frame in self._codec.decode(packet)]

    def _come_down(self, frame: VideoFrame) -> VideoFrame:
        self._returned.append(frame.format.name)
        faulty = self._fault(len(self._returned), frame)
        levels = ColorRange.JPEG
        came = self._reformatter.reformat(
            faulty, format=CARDS[faulty.format.name], src_color_range=levels, dst_color_range=levels, threads=1
        )
        came.colorspace, came.color_range = faulty.colorspace, faulty.color_range
        return came


class FakeCard:
    """A card that has all codecs but those it `lacks`; `returned` lists the frames that came from it."""

    name = "fake"

    def __init__(self, fault: Fault = lambda _, frame: frame, lacks: str = "") -> None:
        self._fault, self._lacks = fault, lacks
        self.returned: list[str] = []
        self.opened = 0
        self.ready = True

    def rest(self) -> None:
        pass

    def decoder(self, opened: Opened) -> Decoder:
        self.opened += 1
        if opened.stream.codec_context.codec.canonical_name == self._lacks:
            raise NotImplementedError(f"there is no decoder for {self._lacks}")
        return FakeDecoder(opened, self._fault, self.returned)


Insert = Callable[..., FakeCard]


def unable(_: int, frame: VideoFrame) -> VideoFrame:
    raise av.error.ExternalError(-542398533, "no such profile")


def remarks(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


def numbers_at(video: Path, instants: list[Fraction], threads: int) -> Iterator[int]:
    with (
        video.open("rb") as file,
        open_video(file, video.name, 10**7) as opened,
        accelerated(opened, threads, may_change=True),
    ):
        for frame in FrameReader(opened, Fraction(0), clock=Clock(), threads=threads).at(instants):
            assert frame.format.name == "yuv420p"
            yield clips.read(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
