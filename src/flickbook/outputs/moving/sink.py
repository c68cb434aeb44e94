"""Frames → a moving preview: each is painted and encoded at once."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil
from typing import Any, Protocol

from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.media.video_writer import AVIF, MP4, WEBM, VideoWriter
from flickbook.media.webp_writer import WebpWriter
from flickbook.outputs.base import File, Output, Place


class Writer(Protocol):
    """Encodes pictures at a constant rate into one file; `size` is the file's width and height."""

    size: tuple[int, int]

    def add(self, picture: Rgb) -> None:
        """Add the next picture."""

    def finish(self) -> bytes:
        """Return the file."""


def open_writer(kind: str, size: tuple[int, int], fps: Fraction, length: Fraction, quality: int) -> Writer:
    """Return the writer of a file of this kind (mp4, webm, avif or webp) that lasts `length` seconds."""
    if kind == "webp":
        return WebpWriter(size, fps, length, quality)
    return VideoWriter({"mp4": MP4, "webm": WEBM, "avif": AVIF}[kind], size, fps, length, quality)


class MovingSink:
    """Makes a snippet's preview, with the frame of each instant k / fps that lies in the snippet.

    `begin` makes the writer. It is called at the first frame, because a job's sinks are all made at its start.
    """

    def __init__(
        self, output: Output[Any], place: Place, fps: Fraction, painter: Painter, begin: Callable[[], Writer]
    ) -> None:
        snippet = place.snippet
        self.instants: Sequence[Fraction] = [snippet.start + k / fps for k in range(ceil(snippet.length * fps))]
        self._output = output
        self._place = place
        self._painter = painter
        self._begin = begin
        self._writer: Writer | None = None

    def add_frame(self, frame: Frame) -> None:
        """Paint the frame, and encode the picture."""
        if self._writer is None:
            self._writer = self._begin()
        self._writer.add(self._painter.paint(frame))

    def finish(self) -> list[File]:
        assert self._writer is not None
        name, snippet = self._output.name, self._place.snippet
        window = Fraction(snippet.start), snippet.end
        data, size = self._writer.finish(), self._writer.size
        return [self._output.file(self._place, name, data, size, window, len(self.instants))]
