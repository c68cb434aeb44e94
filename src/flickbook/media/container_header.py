"""What a container says of its picture track, and PyAV does not show: the crop, and Dolby Vision's profile.

libav writes all that it knows of a track into a header of Matroska, without any picture. This module reads it there
(RFC 9559, 5.1.4.1.28).
"""

import io
from typing import NamedTuple

import av
from av.video.reformatter import ColorRange

from flickbook.media.colours import BT2020, IPT_C2, PQ, Declared
from flickbook.media.input import Opened

# PixelCropLeft, PixelCropRight, PixelCropTop, PixelCropBottom.
_PIXEL_CROP = (0x54CC, 0x54DD, 0x54BB, 0x54AA)
_SEGMENT, _TRACKS, _TRACK_ENTRY, _VIDEO = 0x18538067, 0x1654AE6B, 0xAE, 0xE0
_ADDITION, _ADDITION_DATA = 0x41E4, 0x41ED
# Profile, and compatibility of the base layer (Dolby Vision Profiles and Levels, 2.1 and 2.2).
_IPT_PROFILES = frozenset({(5, 0), (10, 0)})


class Header(NamedTuple):
    """A track's crop (left, right, top, bottom), its colours, and whether they are Dolby Vision's IPT."""

    crop: tuple[int, int, int, int]
    colours: Declared
    ipt: bool


def read_header(opened: Opened) -> Header:
    """Return, before anything is decoded, what the container says, for example by `clap` and `dvcC`."""
    track = _elements(_written(opened), (_SEGMENT, _TRACKS, _TRACK_ENTRY))
    video = _elements(track.get(_VIDEO, b""), ())
    left, right, top, bottom = (int.from_bytes(video.get(kind, b"")) for kind in _PIXEL_CROP)
    context = opened.stream.codec_context
    fits = left + right < context.width and top + bottom < context.height
    dolby = _elements(track.get(_ADDITION, b""), ()).get(_ADDITION_DATA, b"").ljust(5, b"\0")
    ipt = (dolby[2] >> 1, dolby[4] >> 4) in _IPT_PROFILES
    own = context.color_primaries, context.color_trc, context.colorspace, context.color_range
    colours = (BT2020, PQ, IPT_C2, int(ColorRange.JPEG)) if ipt else own
    return Header((left, right, top, bottom) if fits else (0, 0, 0, 0), colours, ipt)


def _written(opened: Opened) -> bytes:
    file = io.BytesIO()
    try:
        with av.open(file, "w", format="matroska") as container:
            container.add_stream_from_template(opened.stream)
            container.start_encoding()
            return file.getvalue()
    except (av.FFmpegError, ValueError):
        return b""  # Matroska cannot hold the track's codec


def _elements(data: bytes, path: tuple[int, ...]) -> dict[int, bytes]:
    """Return the elements below a path of EBML elements, each the first of its kind."""
    found: dict[int, bytes] = {}
    position = 0
    while position < len(data):
        kind, position = _number(data, position, keep_marker=True)
        size, position = _number(data, position, keep_marker=False)
        found.setdefault(kind, data[position : position + size])
        position += size
    return _elements(found.get(path[0], b""), path[1:]) if path else found


def _number(data: bytes, position: int, *, keep_marker: bool) -> tuple[int, int]:
    """Return a number of variable length (RFC 8794, 4) and the position after it; an unknown size becomes huge."""
    length = 9 - data[position].bit_length()
    value = int.from_bytes(data[position : position + length])
    return value if keep_marker else value & ((1 << 7 * length) - 1), position + length
