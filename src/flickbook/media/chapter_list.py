"""The chapter list of a container, in order and bounded: a plan and each job carry it."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from operator import attrgetter
from unicodedata import category

from msgspec.structs import replace

from flickbook.core.model import Chapter
from flickbook.media.input import Opened

_LOOKED_AT, _MOST, _LONGEST_TITLE = 4096, 256, 100
# Chapters that begin less than this many seconds apart are one.
_APART = Fraction(1, 100)


def read_chapters(opened: Opened, origin: Fraction, duration: Fraction) -> tuple[Chapter, ...]:
    """Return the chapters that begin within a video, by the viewer's clock; each ends when the next begins or before.

    A chapter that begins before the video begins with it.
    """
    found = list(_apart(sorted(_listed(opened, origin, duration), key=attrgetter("start"))))[:_MOST]
    limits = [*(chapter.start for chapter in found[1:]), duration]
    return tuple(
        chapter if chapter.start < chapter.end <= limit else replace(chapter, end=limit)
        for chapter, limit in zip(found, limits, strict=False)
    )


def _listed(opened: Opened, origin: Fraction, duration: Fraction) -> Iterator[Chapter]:
    for entry in opened.container.chapters()[:_LOOKED_AT]:
        tick = entry["time_base"] or Fraction(0)
        start, end = (entry[edge] * tick - origin for edge in ("start", "end"))
        if tick > 0 and start < duration:
            yield Chapter(max(start, Fraction(0)), end, _tidy(entry["metadata"].get("title", "")))


def _apart(chapters: Iterable[Chapter]) -> Iterator[Chapter]:
    last: Fraction | None = None
    for chapter in chapters:
        if last is None or chapter.start - last >= _APART:
            last = chapter.start
            yield chapter


def _tidy(title: str) -> str:
    """Return a title on one line, without control characters and what is not Unicode, cut off if it is long."""
    plain = "".join(" " if category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in title[: 4 * _LONGEST_TITLE])
    return " ".join(plain.split())[:_LONGEST_TITLE].rstrip()
