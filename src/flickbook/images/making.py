"""Requested picture → bytes: from a stored picture where that is the same, else by decoding."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

import simplejpeg

from flickbook.core.model import ImageRequest, ImageTask, Plan, Snippet
from flickbook.core.settings import Limits
from flickbook.images.cache import ImageCache
from flickbook.images.cut import CutPainter
from flickbook.images.planning import plan_of
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
_DEFAULTS = Limits()
_MOVING = {"webp": WEBP, "mp4": MP4, "avif": AVIF}


def work(task: ImageTask, threads: int = 1, limits: Limits = _DEFAULTS) -> None:
    """Make a requested picture and store it, unless it is stored. Raises what `make_image` raises, and OutputError."""
    cache = ImageCache(task.out)
    if not cache.has(task):
        cache.put(task, make_image(task, threads, limits))


def make_image(task: ImageTask, threads: int = 1, limits: Limits = _DEFAULTS) -> bytes:
    """Return the file of a requested thumbnail or animated picture. `threads` is for the decoder.

    `limits` count for a video without a book. Raises UsageError if the video has no such picture, InputError if it
    cannot be read or decoded, StoreError.
    """
    request, plan = task.request, plan_of(task, limits)
    shape = shape_of(request, plan.video)
    stored = StoredFiles(plan, task.out, request.suffix, shape)
    stills = STILLS.options_in(plan.recipe)
    painter = CutPainter(plan.video, shape, BLACK if stills is None else stills.background)
    if request.kind == "animated":
        return stored.animation() or _animation(request, plan, shape, painter, threads)
    picture = stored.still() or stored.pixels()
    if isinstance(picture, bytes):
        return picture
    if picture is None:
        (frame,) = _frames(plan, [shape.start], threads)
        return _encode(painter.paint(frame), request.suffix)
    return _encode(painter.cut(picture), request.suffix)


def _animation(request: ImageRequest, plan: Plan, shape: Shape, painter: CutPainter, threads: int) -> bytes:
    sink = _sink(request, shape, painter)
    for frame in _frames(plan, [shape.start + instant for instant in sink.instants], threads):
        sink.add_frame(frame)
    (file,) = sink.finish()
    return file.data


def _sink(request: ImageRequest, shape: Shape, painter: CutPainter) -> Sink:
    """Return the sink of an output, for a snippet that begins where the animation begins."""
    suffix, snippet = request.suffix, Snippet(0, shape.end - shape.start)
    place = Place(request.name, snippet, f".{suffix}")
    if suffix == "gif":
        return GifSink(GIF, place, GifOptions(fps=shape.fps), painter)
    begin = partial(open_writer, suffix, shape.box, shape.fps, snippet.end, _QUALITY)
    return MovingSink(_MOVING[suffix], place, shape.fps, painter, begin)


def _frames(plan: Plan, instants: list[Fraction], threads: int) -> Iterator[Frame]:
    """Yield the frame on screen at each instant, ascending in seconds."""
    source = plan.source
    with (
        open_source(source) as file,
        open_frames(plan.video, file, shown(source.url), threads) as reader,
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
