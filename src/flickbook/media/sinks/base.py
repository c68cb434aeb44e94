"""What every sink is, and what it gives."""

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol

from av.video.frame import VideoFrame

from flickbook.model import Artifact, Kind, MediaType

_MEDIA_TYPES: dict[Kind, MediaType] = {"gif": "image/gif", "still": "image/jpeg", "sheet": "image/jpeg"}


class File(NamedTuple):
    """One finished file of a page and what is known of it."""

    artifact: Artifact
    data: bytes


class Sink(Protocol):
    """What the one decode feeds with frames of one snippet.

    `step` names it in timings; `instants` are the seconds it wants, ascending.
    """

    step: str
    instants: Sequence[Fraction]

    def take(self, frame: VideoFrame) -> None:
        """Accept the frame on screen at the next instant."""

    def finish(self) -> list[File]:
        """Give the files, once every instant has come."""


def make_file(
    key: str, kind: Kind, data: bytes, size: tuple[int, int], window: tuple[Fraction, Fraction], frames: int = 1
) -> File:
    """Describe a finished file: its size is width and height in pixels, its window seconds."""
    artifact = Artifact(
        key=key,
        kind=kind,
        media_type=_MEDIA_TYPES[kind],
        bytes=len(data),
        digest=hashlib.sha256(data).hexdigest(),
        width=size[0],
        height=size[1],
        start=window[0],
        end=window[1],
        frames=frames,
    )
    return File(artifact, data)
