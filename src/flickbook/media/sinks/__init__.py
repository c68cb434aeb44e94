"""Sinks: what the one decode feeds. Each asks for instants of one snippet and makes files of the frames shown there.

A new kind of picture is a new sink; nothing else of the decode changes.
"""

from typing import NamedTuple

from flickbook.media.picture import Painter
from flickbook.media.sinks.animation import GifSink
from flickbook.media.sinks.base import File, Sink
from flickbook.media.sinks.sheets import SheetSink
from flickbook.media.sinks.stills import StillSink
from flickbook.model import Recipe, Snippet, Video
from flickbook.planning import gif_size

__all__ = ["File", "Painters", "Sink", "make_painters", "make_sinks"]


class Painters(NamedTuple):
    """The scalers of one run, shared by its snippets."""

    gif: Painter
    still: Painter
    tile: Painter


def make_painters(video: Video, recipe: Recipe) -> Painters:
    """Build the scalers for a video's GIFs, stills and tiles."""
    return Painters(
        gif=Painter(video, *gif_size(video, recipe)),
        still=Painter(video, video.width, video.height),
        tile=Painter(video, *video.fitted(recipe.tile_width)),
    )


def make_sinks(name: str, video: Video, recipe: Recipe, snippet: Snippet, painters: Painters) -> list[Sink]:
    """Build the sinks that a recipe asks for, for one snippet."""
    sinks: list[Sink] = [GifSink(name, video, recipe, snippet, painters.gif)]
    if recipe.stills:
        sinks.append(StillSink(name, video, recipe, snippet, painters.still))
    if recipe.storyboard:
        sinks.append(SheetSink(name, video, recipe, snippet, painters.tile))
    return sinks
