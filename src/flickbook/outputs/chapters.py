"""Chapters: a picture of each chapter in the container's list, a WebVTT track, and a JSON that names the pictures."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from html import unescape
from typing import TYPE_CHECKING, Annotated, Any, ClassVar
from urllib.parse import quote

import msgspec
from msgspec import Meta, Struct

from flickbook.core.manifest import files_of
from flickbook.core.model import Chapter, Snippet, Video
from flickbook.outputs.base import Background, File, Made, Output, Place, Sink
from flickbook.outputs.webvtt import write_webvtt

if TYPE_CHECKING:
    from flickbook.media.picture import Frame, Painter

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
            return ChapterSink(self, Place(name, snippet, PICTURE), begun, options.quality, painter)

        return make

    def complete(self, made: Made, options: ChaptersOptions) -> Mapping[str, bytes]:  # noqa: ARG002  # the base class's signature
        """Return the WebVTT track and the JSON."""
        titled = [
            (chapter, chapter.title or f"Chapter {number}")
            for number, chapter in enumerate(made.plan.video.chapters, 1)
        ]
        files = (file for receipt in made.receipts for file in files_of(made.plan, receipt))
        pictures = {file.start: file.key for file in files if file.output == self.name}
        cues = ((chapter.start, chapter.end, _escaped(title)) for chapter, title in titled)
        listed = [_described(chapter, title, pictures.get(chapter.start)) for chapter, title in titled]
        document = msgspec.json.encode({"version": "1.2.0", "chapters": listed})
        return {VTT_KEY: write_webvtt(cues), JSON_KEY: msgspec.json.format(document, indent=1)}


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


class ChapterSink:
    """Makes a JPEG of the frame at the beginning of each chapter that begins in a snippet."""

    def __init__(
        self,
        output: Output[Any],
        place: Place,
        numbered: Sequence[tuple[int, Chapter]],
        quality: int,
        painter: "Painter",
    ) -> None:
        end = place.snippet.end
        later = [(chapter.start, chapter.start + _TOLERANCE) for _, chapter in numbered]
        self.instants: Sequence[Fraction] = [instant if instant < end else start for start, instant in later]
        self._output = output
        self._place = place
        self._numbered = numbered
        self._quality = quality
        self._painter = painter
        self._files: list[File] = []

    def add_frame(self, frame: "Frame") -> None:
        """Encode the frame, 4:2:0, by libjpeg-turbo."""
        import simplejpeg

        number, chapter = self._numbered[len(self._files)]
        picture = self._painter.paint(frame)
        data = simplejpeg.encode_jpeg(picture, self._quality, "RGB", "420")
        size, window = (picture.shape[1], picture.shape[0]), (chapter.start, chapter.end)
        self._files.append(self._output.file(self._place._replace(number=number), "chapter", data, size, window))

    def finish(self) -> list[File]:
        """Return the pictures in order; an empty list if no chapter begins in the snippet."""
        return self._files


CHAPTERS = Chapters()
