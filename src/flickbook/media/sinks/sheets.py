"""The sink that makes a snippet's part of the storyboard."""

from collections.abc import Sequence
from fractions import Fraction

from av.video.frame import VideoFrame

from flickbook import naming
from flickbook.media.picture import Painter
from flickbook.media.sheet import Canvas
from flickbook.media.sinks.base import File, make_file
from flickbook.model import Recipe, Snippet, Video
from flickbook.tiling import tiling


class SheetSink:
    """Puts small pictures of a snippet, one each interval of the storyboard, on sheets."""

    step = "storyboard"

    def __init__(self, name: str, video: Video, recipe: Recipe, snippet: Snippet, painter: Painter) -> None:
        self._tiling = tiling(video, recipe)
        tiles = self._tiling.tiles(snippet)
        self.instants: Sequence[Fraction] = [self._tiling.start(tile) for tile in tiles]
        self._name = name
        self._snippet = snippet
        self._quality = recipe.tile_quality
        self._painter = painter
        self._sheets = self._tiling.sheets(tiles)
        self._files: list[File] = []
        self._canvas: Canvas | None = None

    def take(self, frame: VideoFrame) -> None:
        """Put the frame on the sheet, and encode that when it is full: one at most is held as pixels."""
        if self._canvas is None:
            self._canvas = Canvas(self._sheets[len(self._files)])
        self._canvas.add(self._painter.paint(frame))
        if self._canvas.full:
            self._files.append(self._encode(self._canvas))
            self._canvas = None

    def finish(self) -> list[File]:
        """Give the sheets, in the order of time; none if no tile's instant lies in the snippet."""
        return self._files

    def _encode(self, canvas: Canvas) -> File:
        number = len(self._files)
        sheet = self._sheets[number]
        key = naming.sheet_key(self._name, self._snippet, number)
        window = self._tiling.start(sheet.tiles[0]), self._tiling.end(sheet.tiles[-1])
        return make_file(key, "sheet", canvas.encode(self._quality), sheet.size, window, len(sheet.tiles))
