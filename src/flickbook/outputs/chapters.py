"""Chapters: a picture of each chapter in the container's list, a WebVTT track, and a JSON that names the pictures."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from html import unescape
from typing import TYPE_CHECKING, Annotated, ClassVar
from urllib.parse import quote

import msgspec
from msgspec import Meta, Struct

from flickbook.core.model import Chapter, Snippet, Video
from flickbook.outputs.base import Background, Made, Output, Place, Sink
from flickbook.outputs.frame_sink import FrameSink, Shot
from flickbook.outputs.webvtt import write_webvtt

if TYPE_CHECKING:
    pass

VTT_KEY, JSON_KEY, PICTURE = "chapters.vtt", "chapters.json", "-chapter-#.jpg"
# Containers round a frame's time and a chapter's time in different ways.
_TOLERANCE = Fraction(1, 1000)


class ChaptersOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`size` is the longer side in pixels; a picture is never larger than its video. `quality` is from 1 to 100."""

    size: Annotated[int, Meta(ge=16, le=1920, description="Longer side of a chapter's picture in pixels.")] = 640
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the pictures, 1 to 100.")] = 75
    background: Background = "#000000"


class Chapters(Output[ChaptersOptions]):
    """The frame at the beginning of each chapter, and lists of the chapters, which are empty if a video has none."""

    name = "chapters"
    summary = "Make a picture of each chapter, and a WebVTT track."
    options = ChaptersOptions
    snippet_files: ClassVar = {PICTURE: "image/jpeg"}
    video_files: ClassVar = {VTT_KEY: "text/vtt", JSON_KEY: "application/json"}

    def sinks(self, name: str, video: Video, options: ChaptersOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import shared_painter

        painter = shared_painter(video, *video.fitted(options.size), options.background)
        numbered = list(enumerate(video.chapters, 1))

        def make(snippet: Snippet) -> Sink:
            begun = [(number, chapter) for number, chapter in numbered if snippet.start <= chapter.start < snippet.end]
            shots = [
                Shot(_instant(chapter, snippet), number, (chapter.start, chapter.end)) for number, chapter in begun
            ]
            return FrameSink(self, Place(name, snippet, PICTURE), "chapter", shots, options.quality, painter)

        return make

    def complete(self, made: Made, options: ChaptersOptions) -> Mapping[str, bytes]:  # noqa: ARG002  # the base class's signature
        """Return the WebVTT track and the JSON."""
        titled = [
            (chapter, chapter.title or f"Chapter {number}")
            for number, chapter in enumerate(made.plan.video.chapters, 1)
        ]
        pictures = {file.start: file.key for file in made.files() if file.output == self.name}
        cues = ((chapter.start, chapter.end, _escaped(title)) for chapter, title in titled)
        listed = [_described(chapter, title, pictures.get(chapter.start)) for chapter, title in titled]
        document = msgspec.json.encode({"version": "1.2.0", "chapters": listed})
        return {VTT_KEY: write_webvtt(cues), JSON_KEY: msgspec.json.format(document, indent=1)}


def _instant(chapter: Chapter, snippet: Snippet) -> Fraction:
    """Return the instant of a chapter's frame; the snippet in which the chapter begins makes it."""
    instant = chapter.start + _TOLERANCE
    return instant if instant < snippet.end else chapter.start


def _escaped(title: str) -> str:
    """Return a title as WebVTT, in which `<` begins a tag and `&` may begin a character reference.

    Players show `&amp;` as it is written, so an `&` that all parsers leave alone stays.
    """
    text = title if unescape(title) == title else title.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace("-->", "--&gt;")


def _described(chapter: Chapter, title: str, picture: str | None) -> dict[str, str | float]:
    """Return a chapter in the Podcast Namespace's JSON; a failed snippet has no picture.

    The format is https://github.com/Podcastindex-org/podcast-namespace/blob/main/chapters/jsonChapters.md.
    """
    image = {} if picture is None else {"img": quote(picture, safe="")}
    return {"startTime": float(chapter.start), "endTime": float(chapter.end), "title": title, **image}


CHAPTERS = Chapters()
