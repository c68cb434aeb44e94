"""The sink that makes a snippet's part of the storyboard."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flickbook.core.model import Snippet
from flickbook.media.picture import Frame, Painter
from flickbook.outputs.base import File, Output, Place
from flickbook.outputs.storyboard.canvas import Canvas
from flickbook.outputs.storyboard.tiling import Tiling


class SheetSink:
    """Puts small pictures of a snippet, one each interval of the storyboard, on sheets."""

    def __init__(
        self, output: Output[Any], name: str, snippet: Snippet, tiling: Tiling, quality: int, painter: Painter
    ) -> None:
        tiles = tiling.tiles(snippet)
        self.instants: Sequence[Fraction] = [tiling.start(tile) for tile in tiles]
        self._output = output
        self._name = name
        self._snippet = snippet
        self._tiling = tiling
        self._quality = quality
        self._painter = painter
        self._sheets = tiling.sheets(tiles)
        self._files: list[File] = []
        self._canvas: Canvas | None = None

    def add_frame(self, frame: Frame) -> None:
        """Put the frame on the sheet, and encode that when it is full: one at most is held as pixels."""
        if self._canvas is None:
            self._canvas = Canvas(self._sheets[len(self._files)])
        self._canvas.add(self._painter.paint(frame))
        if self._canvas.full:
            self._files.append(self._encode(self._canvas))
            self._canvas = None

    def finish(self) -> list[File]:
        """Return the sheets, in the order of time; none if no tile's instant lies in the snippet."""
        return self._files

    def _encode(self, canvas: Canvas) -> File:
        number = len(self._files)
        sheet = self._sheets[number]
        place = Place(self._name, self._snippet, "-sheet-#.jpg", number)
        window = self._tiling.start(sheet.tiles[0]), self._tiling.end(sheet.tiles[-1])
        return self._output.file(place, "sheet", canvas.encode(self._quality), sheet.size, window, len(sheet.tiles))
