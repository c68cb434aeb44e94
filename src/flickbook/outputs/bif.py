"""BIF: the pictures of a whole video in one file, for Roku, Plex and Emby.

The format is Roku's: https://developer.roku.com/docs/developer-program/media-playback/trick-mode/bif-file-creation.md.
"""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from struct import Struct as Packed
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.core.model import Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded
from flickbook.outputs.base import FromStored, Made

MAGIC = b"\x89BIF\r\n\x1a\n"
# Version, number of pictures, milliseconds of a unit of time; an entry of the index: time and offset.
_HEAD, _ENTRY = Packed("<8sIII44x"), Packed("<II")
_LAST, _MAX_BYTES = 0xFFFFFFFF, 1 << 32
_ROKU = {"*-sd.bif": 240, "*-hd.bif": 320, "*-fhd.bif": 480}
_PLEX, _EMBY = "index-sd.bif", "*-#-#.bif"


class BifOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`server` decides the names, `width` is in pixels, `interval` in seconds, `quality` is from 1 to 100."""

    server: Annotated[
        Literal["roku", "plex", "emby"],
        Meta(description="Whose names the files get: roku (three sizes), plex or emby."),
    ] = "roku"
    width: Annotated[
        int, Meta(ge=16, le=1024, description="Width of the pictures in pixels; Roku's three files have their own.")
    ] = 320
    interval: Annotated[int, Meta(ge=1, le=60, description="Seconds from picture to picture.")] = 10
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the pictures, 1 to 100.")] = 70


class Bif(FromStored[BifOptions]):
    """One file a size, made of the stored stills or tiles."""

    name = "bif"
    summary = "Make BIF files for Roku, Plex or Emby."
    options = BifOptions
    video_files: ClassVar = dict.fromkeys((*_ROKU, _PLEX, _EMBY), "application/octet-stream")

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: BifOptions,
        limits: Limits,
    ) -> None:
        self.check_count(subject, video, options.interval, limits)

    def beside(self, options: BifOptions) -> Collection[str]:
        """Return the names for Roku or Emby; Plex looks for its file in its own data folder."""
        return {"roku": tuple(_ROKU), "emby": (_EMBY,), "plex": ()}[options.server]

    def complete(self, made: Made, options: BifOptions) -> Mapping[str, bytes]:
        """Return the files; an empty dictionary if no picture is stored."""
        import simplejpeg

        from flickbook.outputs.stored import pictures, scaled, size_for

        widths = _widths(made.plan.name, options)
        sizes = {key: size_for(made.plan.video, width) for key, width in widths.items()}
        images: dict[str, list[bytes]] = {key: [] for key in widths}
        for picture in pictures(made, Fraction(options.interval), max(widths.values())):
            stored = picture.shape[1], picture.shape[0]
            for key, size in sizes.items():
                # A tile may be smaller than that; it is not enlarged.
                small = scaled(picture, *min(size, stored))
                images[key].append(simplejpeg.encode_jpeg(small, options.quality, "RGB", "420"))
        return {key: write_bif(jpegs, 1000 * options.interval) for key, jpegs in images.items() if jpegs}


def _widths(name: str, options: BifOptions) -> dict[str, int]:
    """Return the keys of a book's files with the widths of their pictures."""
    if options.server == "roku":
        return {layout.video_key(name, pattern): width for pattern, width in _ROKU.items()}
    if options.server == "plex":
        return {_PLEX: options.width}
    return {layout.video_key(name, _EMBY, options.width, options.interval): options.width}


def write_bif(jpegs: Sequence[bytes], milliseconds: int) -> bytes:
    """Return a BIF file with a picture for each `milliseconds`. Raises LimitExceeded for one of 4 GiB."""
    first = _HEAD.size + _ENTRY.size * (len(jpegs) + 1)
    offsets = list(accumulate(map(len, jpegs), initial=first))
    if offsets[-1] >= _MAX_BYTES:
        raise LimitExceeded(
            "bif", "would have 4 GiB or more, which the format cannot hold", "use a longer bif.interval"
        )
    times = (*range(len(jpegs)), _LAST)
    index = (_ENTRY.pack(time, offset) for time, offset in zip(times, offsets, strict=True))
    return b"".join((_HEAD.pack(MAGIC, 0, len(jpegs), milliseconds), *index, *jpegs))


BIF = Bif()
