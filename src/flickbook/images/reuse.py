"""Requested pictures that a book has already, or that its stored stills and tiles show: nothing is decoded for them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import simplejpeg
from msgspec import UNSET

from flickbook.core.manifest import files_of
from flickbook.core.model import Artifact, Plan, Receipt
from flickbook.images.shape import Shape, Size
from flickbook.library.book import Book
from flickbook.media.picture import Rgb
from flickbook.outputs.base import Output
from flickbook.outputs.gif import GIF
from flickbook.outputs.moving import AVIF, MP4, WEBP
from flickbook.outputs.stills import STILLS
from flickbook.outputs.stored import scaled
from flickbook.outputs.storyboard import STORYBOARD
from flickbook.outputs.storyboard.sheets import tiles_of
from flickbook.outputs.storyboard.whole_video import list_cues

# A still that is so many times as large as the picture shows no trace of its compression there.
_LARGER = 2
_ANIMATED: Mapping[str, Output[Any]] = {"gif": GIF, "webp": WEBP, "mp4": MP4, "avif": AVIF}


class StoredFiles:
    """The stored files of the snippet in which a requested picture begins."""

    def __init__(self, plan: Plan, out: str, suffix: str, shape: Shape) -> None:
        self._book = Book(out, plan.name)
        self._plan = plan
        self._shape = shape
        self._suffix = suffix
        self._receipt = _receipt_at(self._book, plan, shape.start)
        files = files_of(plan, self._receipt) if self._receipt else []
        self._files = [file for file in files if file.largest_error is UNSET]

    def animation(self) -> bytes | None:
        """Return the stored GIF, WebP, MP4 or AVIF that is the requested one; None without one."""
        shape, options = self._shape, _ANIMATED[self._suffix].options_in(self._plan.recipe)
        if options is None or options.fps != shape.fps:
            return None
        wanted = (self._suffix, shape.start, shape.end, *shape.box)
        for file in self._files:
            if (file.output, file.start, file.end, file.width, file.height) == wanted:
                return self._book.store.get(file.key)
        return None

    def still(self) -> bytes | None:
        """Return the stored JPEG that is the requested picture; None without one."""
        still = self._still()
        wanted = still is not None and self._suffix == "jpg" and not self._shape.cut
        if still is None or not wanted or (still.width, still.height) != self._shape.box:
            return None
        return self._book.store.get(still.key)

    def pixels(self) -> Rgb | None:
        """Return the requested picture before it is cut, from a much larger still or a tile of this size, or None."""
        still, size = self._still(), self._shape.scaled
        if still is not None and min(still.width / size[0], still.height / size[1]) >= _LARGER:
            data = self._book.store.get(still.key)
            # libjpeg decodes a large still at the least of its own sizes that is large enough.
            if data is not None:
                return scaled(simplejpeg.decode_jpeg(data, "RGB", min_width=size[0], min_height=size[1]), *size)
        return self._tile(size)

    def _still(self) -> Artifact | None:
        start = self._shape.start
        return next((file for file in self._files if file.output == STILLS.name and file.start == start), None)

    def _tile(self, size: Size) -> Rgb | None:
        options = STORYBOARD.options_in(self._plan.recipe)
        if options is None or self._receipt is None:
            return None
        exact = {file.key for file in self._files}
        for board in options.boards(self._plan.video):
            for cue in list_cues(self._plan, [self._receipt], board):
                if (board.tiling.width, board.tiling.height) == size and cue.start == self._shape.start:
                    data = self._book.store.get(cue.key) if cue.key in exact else None
                    return None if data is None else next(tiles_of(data, [(cue.x, cue.y)], size))
        return None


def _receipt_at(book: Book, plan: Plan, second: Fraction) -> Receipt | None:
    """Return the receipt of the snippet at a second, None if the plan has not made it."""
    snippet = next((snippet for snippet in plan.snippets if snippet.start <= second < snippet.end), None)
    receipt = None if snippet is None else book.receipt(snippet)
    return receipt if receipt is not None and receipt.plan == plan.id and receipt.ok else None
