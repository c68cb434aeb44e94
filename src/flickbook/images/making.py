"""Requested picture → bytes: from a stored picture where that is the same, else by decoding."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

import simplejpeg

from flickbook.core.model import ImageTask, Snippet
from flickbook.images.cache import ImageCache
from flickbook.images.cut import CutPainter
from flickbook.images.reuse import StoredFiles
from flickbook.images.shape import Shape, shape_of
from flickbook.media.picture import BLACK, Frame, Rgb
from flickbook.media.png_writer import encode_png
from flickbook.outputs.base import Place, Sink
from flickbook.outputs.gif import GIF, GifOptions
from flickbook.outputs.gif.encoder import GifSink
from flickbook.outputs.moving import AVIF, MP4, WEBP
from flickbook.outputs.moving.sink import MovingSink, open_writer
from flickbook.outputs.render import open_frames
from flickbook.outputs.stills import STILLS
from flickbook.storage import check_unchanged, open_source, shown

# From 1, the fewest bytes, to 100, nearest to the source: of JPEGs, and of the other formats.
_JPEG_QUALITY, _QUALITY = 80, 60
_MOVING = {"webp": WEBP, "mp4": MP4, "avif": AVIF}


def work(task: ImageTask, threads: int = 1) -> None:
    """Make a requested picture and store it, unless it is stored. Raises what `make_image` raises, and OutputError."""
    cache = ImageCache(task.out)
    if not cache.has(task):
        cache.put(task, make_image(task, threads))


def make_image(task: ImageTask, threads: int = 1) -> bytes:
    """Return the file of a requested thumbnail or animated picture. `threads` is for the decoder.

    Raises UsageError if the video has no such picture, InputError if it cannot be read or decoded, StoreError.
    """
    shape = shape_of(task.request, task.plan.video)
    stored = StoredFiles(task, shape)
    stills = STILLS.options_in(task.plan.recipe)
    painter = CutPainter(task.plan.video, shape, BLACK if stills is None else stills.background)
    if task.request.kind == "animated":
        return stored.animation() or _animation(task, shape, painter, threads)
    picture = stored.still() or stored.pixels()
    if isinstance(picture, bytes):
        return picture
    if picture is None:
        (frame,) = _frames(task, [shape.start], threads)
        return _encode(painter.paint(frame), task.request.suffix)
    return _encode(painter.cut(picture), task.request.suffix)


def _animation(task: ImageTask, shape: Shape, painter: CutPainter, threads: int) -> bytes:
    sink = _sink(task, shape, painter)
    for frame in _frames(task, [shape.start + instant for instant in sink.instants], threads):
        sink.add_frame(frame)
    (file,) = sink.finish()
    return file.data


def _sink(task: ImageTask, shape: Shape, painter: CutPainter) -> Sink:
    """Return the sink of an output, for a snippet that begins where the animation begins."""
    name, suffix, snippet = task.plan.name, task.request.suffix, Snippet(0, shape.end - shape.start)
    place = Place(name, snippet, f".{suffix}")
    if suffix == "gif":
        return GifSink(GIF, place, GifOptions(fps=shape.fps), painter)
    begin = partial(open_writer, suffix, shape.box, shape.fps, snippet.end, _QUALITY)
    return MovingSink(_MOVING[suffix], place, shape.fps, painter, begin)


def _frames(task: ImageTask, instants: list[Fraction], threads: int) -> Iterator[Frame]:
    """Yield the frame on screen at each instant, ascending in seconds."""
    source = task.plan.source
    with (
        open_source(source) as file,
        open_frames(task.plan.video, file, shown(source.url), threads) as reader,
    ):
        yield from reader.at(instants)
        check_unchanged(source)


def _encode(picture: Rgb, suffix: str) -> bytes:
    if suffix == "jpg":
        return bytes(simplejpeg.encode_jpeg(picture, _JPEG_QUALITY, "RGB", "420"))
    if suffix == "png":
        return encode_png(picture)
    writer = open_writer(suffix, (picture.shape[1], picture.shape[0]), Fraction(1), Fraction(1), _QUALITY)
    writer.add(picture)
    return writer.finish()
