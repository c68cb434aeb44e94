"""What a video's first frame and its container say of all its pictures: shape, crop, rotation and colours."""

from fractions import Fraction
from typing import Any

from av.video.frame import VideoFrame

from flickbook.media.colours import colours_of
from flickbook.media.container_header import Header
from flickbook.media.dolby_vision import dolby_vision_signal
from flickbook.media.input import Opened
from flickbook.media.packets import exact
from flickbook.media.shapes import cropped
from flickbook.media.side_data import orientation_of

_TINTED = "its Dolby Vision metadata is missing: colours are approximate"
_NEAREST = "its colour matrix (code point {} of ITU-T H.273) is not known here: colours are approximate"


def first_picture(frame: VideoFrame, opened: Opened, header: Header) -> dict[str, Any]:
    """Return the fields of `Video` that describe its pictures, by its first frame and its container's header."""
    rotation, mirrored = orientation_of(frame)
    aspect = exact(opened.stream.sample_aspect_ratio) or exact(opened.codec.sample_aspect_ratio) or Fraction(1)
    _, (width, height) = cropped(header.crop, frame.width, frame.height)
    size = max(1, round(width * aspect)), height
    dolby_vision = dolby_vision_signal(frame) is not None
    colours = colours_of(frame, header.colours)
    remarks = [_TINTED] if header.ipt and not dolby_vision else []
    remarks += [_NEAREST.format(colours.matrix)] if colours.approximate else []
    return {
        "width": size[rotation // 90 % 2],
        "height": size[1 - rotation // 90 % 2],
        "rotation": rotation,
        "mirrored": mirrored,
        "hdr": dolby_vision or colours.hdr,
        "remarks": tuple(remarks),
        "aspect": aspect,
        "crop": header.crop,
        "colours": header.colours,
    }
