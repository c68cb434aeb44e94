"""Sinks: what the one decode feeds. Each asks for instants of one snippet and makes files of the frames shown there.

A new kind of picture is a new sink; nothing else of the decode changes.
"""

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

import numpy as np
import simplejpeg
from av.video.frame import VideoFrame

from flickbook import naming
from flickbook.media.gif import make_gif
from flickbook.media.picture import Painter, Rgb
from flickbook.model import Artifact, MediaType, Recipe, Snippet, Video
from flickbook.planning import gif_frames, gif_size, still_count


class File(NamedTuple):
    """One finished file of a page and what is known of it."""

    artifact: Artifact
    data: bytes


class Sink(Protocol):
    """What the one decode feeds with frames of one snippet.

    `kind` names it in timings; `instants` are the seconds it wants, ascending.
    """

    kind: str
    instants: Sequence[Fraction]

    def take(self, frame: VideoFrame) -> None:
        """Accept the frame on screen at the next instant."""

    def finish(self) -> list[File]:
        """Give the files, once every instant has come."""


class Painters(NamedTuple):
    """The scalers of one run, shared by its snippets."""

    gif: Painter
    still: Painter


def make_painters(video: Video, recipe: Recipe) -> Painters:
    """Build the scalers for a video's GIFs and stills."""
    return Painters(
        gif=Painter(video, *gif_size(video, recipe)),
        still=Painter(video, video.width, video.height),
    )


def make_sinks(name: str, video: Video, recipe: Recipe, snippet: Snippet, painters: Painters) -> list[Sink]:
    """Build the sinks that a recipe asks for, for one snippet."""
    sinks: list[Sink] = [GifSink(name, video, recipe, snippet, painters.gif)]
    if recipe.stills:
        sinks.append(StillSink(name, video, recipe, snippet, painters.still))
    return sinks


class GifSink:
    """Gathers a snippet's scaled frames and makes one GIF of them."""

    kind = "gif"

    def __init__(self, name: str, video: Video, recipe: Recipe, snippet: Snippet, painter: Painter) -> None:
        count = gif_frames(snippet, recipe.fps)
        width, height = gif_size(video, recipe)
        self.instants: Sequence[Fraction] = [snippet.start + k / recipe.fps for k in range(count)]
        self._key = naming.gif_key(name, snippet)
        self._snippet = snippet
        self._fps = recipe.fps
        self._painter = painter
        self._shape = (count, height, width, 3)
        self._frames: Rgb | None = None
        self._rows: list[int] = []
        self._last: VideoFrame | None = None

    def take(self, frame: VideoFrame) -> None:
        """Scale the frame, unless it is the one shown already."""
        if self._frames is None:
            self._frames = np.empty(self._shape, np.uint8)
        if frame is not self._last:
            row = self._rows[-1] + 1 if self._rows else 0
            self._frames[row] = self._painter.paint(frame)
            self._last = frame
            self._rows.append(row)
        else:
            self._rows.append(self._rows[-1])

    def finish(self) -> list[File]:
        """Give the GIF."""
        assert self._frames is not None
        frames = self._frames[: self._rows[-1] + 1]
        data = make_gif(frames, np.array(self._rows), self._fps, self._snippet.length)
        height, width = frames.shape[1:3]
        snippet = self._snippet
        return [
            _file(
                self._key, "image/gif", data, (width, height), (Fraction(snippet.start), snippet.end), len(self._rows)
            )
        ]


class StillSink:
    """Makes a JPEG of the frame at each second of a snippet."""

    kind = "stills"

    def __init__(self, name: str, video: Video, recipe: Recipe, snippet: Snippet, painter: Painter) -> None:
        self.instants: Sequence[Fraction] = [Fraction(snippet.start + n) for n in range(still_count(snippet))]
        self._name = name
        self._size = (video.width, video.height)
        self._quality = recipe.still_quality
        self._snippet = snippet
        self._painter = painter
        self._files: list[File] = []

    def take(self, frame: VideoFrame) -> None:
        """Encode the frame at full size, 4:2:0, by libjpeg-turbo."""
        picture = self._painter.paint(frame)
        data = simplejpeg.encode_jpeg(picture, self._quality, "RGB", "420")
        second = len(self._files)
        start = self.instants[second]
        key = naming.still_key(self._name, self._snippet, second)
        self._files.append(_file(key, "image/jpeg", data, self._size, (start, min(start + 1, self._snippet.end)), 1))

    def finish(self) -> list[File]:
        """Give the stills, in the order of time."""
        return self._files


def _file(
    key: str, media_type: MediaType, data: bytes, size: tuple[int, int], window: tuple[Fraction, Fraction], frames: int
) -> File:
    artifact = Artifact(
        key=key,
        media_type=media_type,
        bytes=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        width=size[0],
        height=size[1],
        start=window[0],
        end=window[1],
        frames=frames,
    )
    return File(artifact, data)
