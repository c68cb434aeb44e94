"""Decoded frame → upright RGB picture with square pixels, at a sink's size.

The steps are: deinterlace, crop, and multiply colours by alpha; scale, and convert to RGB by the frame's own matrix and
range; tone-map; lay on the background; mirror and rotate; put into the middle of the background.
"""

import gc
from collections.abc import Hashable
from functools import cache
from threading import get_ident
from typing import Any
from weakref import WeakValueDictionary

import numpy as np
from av.video.format import VideoFormat
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter
from numpy.typing import NDArray

from flickbook.core.model import Video
from flickbook.media.colours import BT709, colours_of, swscale_matrix
from flickbook.media.dolby_vision import dolby_vision_signal
from flickbook.media.shapes import View, Views
from flickbook.media.side_data import filtered
from flickbook.media.signals import Signal, signal_of
from flickbook.media.tone import in_rows, sdr_of_codes

# A decoded frame: other wings use this name, and leave `av` to this wing.
Frame = VideoFrame
Rgb = NDArray[np.uint8]

BLACK = "#000000"
# In raw pictures the fourth byte of a pixel is often not set.
_WITHOUT_ALPHA = frozenset({"rawvideo"})
# Planes are only scaled if matrix and range are the same before and after.
_AS_THEY_ARE = {
    "src_colorspace": BT709,
    "dst_colorspace": BT709,
    "src_color_range": ColorRange.JPEG,
    "dst_color_range": ColorRange.JPEG,
}
# Of frames with Dolby Vision, so many are kept at most, see `Orientations`.
_COLLECTED = 16
# `estdif` interpolates one field from the other along edges. It needs no neighbouring frames.
_DEINTERLACE = "mode=frame:deint=interlaced"


@cache
def _has_alpha(pixel_format: str) -> bool:
    known = VideoFormat(pixel_format)
    return known.has_palette or any(component.is_alpha for component in known.components)


@cache
def _separate_alpha(pixel_format: str) -> str:
    """Return the planar format without subsampling that holds a format with alpha."""
    if pixel_format.startswith("yuva"):
        return f"yuva444p{pixel_format.partition('p')[2].replace('be', 'le')}"
    deep = VideoFormat(pixel_format).components[0].bits > 8
    return pixel_format if pixel_format.startswith("gbrap") else "gbrap16le" if deep else "gbrap"


_painters: WeakValueDictionary[tuple[Hashable, ...], "Painter"] = WeakValueDictionary()


def shared_painter(video: Video, width: int, height: int, background: str = BLACK) -> "Painter":
    """Return a painter that outputs of one job share if their arguments are equal: each frame is painted once.

    A job is done by one thread, and a scaler serves one thread only.
    """
    key = get_ident(), video, width, height, background
    painter = _painters.get(key)
    if painter is None:
        painter = _painters[key] = Painter(video, width, height, background)
    return painter


def _chroma_filter(pixel_format: str) -> int:
    """Return a flag for 4:4:0: without it, swscale halves the chroma's width, which is full there."""
    return Interpolation.FULL_CHR_H_INT if "440" in pixel_format else 0


class Painter:
    """Makes pictures of a video's frames at one size, `width` × `height` pixels as shown.

    The scaler is reused for all frames: making it costs more than using it.
    """

    def __init__(self, video: Video, width: int, height: int, background: str = BLACK) -> None:
        self._declared = video.colours
        self._opaque = video.codec in _WITHOUT_ALPHA
        self._background = np.frombuffer(bytes.fromhex(background.removeprefix("#")), np.uint8)
        self._size = width, height
        self._views = Views(video, width, height)
        self._has_dolby_vision, self._collected = True, 0
        self._reformatter = VideoReformatter()
        self._separator, self._alpha_reformatter = VideoReformatter(), VideoReformatter()
        self._latest: tuple[Frame, Rgb] | None = None

    def paint(self, frame: Frame) -> Rgb:
        """Return the frame as an array of shape (height, width, 3), R'G'B' in BT.709 at full range.

        The same frame again returns the same array, so it must not be changed.
        """
        if self._latest is None or self._latest[0] is not frame:
            self._latest = frame, self._paint(frame)
        return self._latest[1]

    def _paint(self, frame: Frame) -> Rgb:
        view = self._views.of(frame)
        transparent = not self._opaque and _has_alpha(frame.format.name)
        filters = [("estdif", _DEINTERLACE)] if frame.interlaced_frame else []
        filters += [("crop", view.crop)] if view.crop is not None else []
        filters += [("premultiply", "inplace=1")] if transparent else []
        source = self._with_alpha(frame) if transparent else frame
        whole = filtered(source, *filters) if filters else source
        toned = self._coloured(whole, view)
        laid = self._laid(toned, whole, view) if transparent and self._background.any() else toned
        mirrored = laid[:, ::-1] if view.mirrored else laid
        return self._mounted(np.ascontiguousarray(np.rot90(mirrored, view.rotation // 90)))

    def _with_alpha(self, frame: Frame) -> Frame:
        """Return a frame in a format that `premultiply` has: conversions of libavfilter's own change the matrix."""
        separate = self._separator.reformat(frame, format=_separate_alpha(frame.format.name), threads=1, **_AS_THEY_ARE)
        separate.colorspace, separate.color_range = frame.colorspace, frame.color_range
        return separate

    def _coloured(self, frame: Frame, view: View) -> Rgb:
        """Return a frame at the view's size in BT.709: by swscale alone if it is SDR in a matrix that swscale knows."""
        colours = colours_of(frame, self._declared)
        signal = self._dolby_vision(frame) or signal_of(colours)
        if signal is not None:
            planes = self._scaled(frame, view, "yuv444p16le", **_AS_THEY_ARE)
            return in_rows(planes, lambda block: signal.develop(block, colours))
        levels = {"src_color_range": ColorRange.JPEG if colours.full else None}
        matrix = swscale_matrix(colours, frame)
        if not colours.hdr and colours.gamut is None:
            return self._scaled(frame, view, "rgb24", src_colorspace=matrix, **levels)
        codes = self._scaled(frame, view, "rgb48le", src_colorspace=matrix, **levels)
        return in_rows(codes, lambda block: sdr_of_codes(block, colours))

    def _dolby_vision(self, frame: Frame) -> Signal | None:
        """Return the signal told by a frame's Dolby Vision metadata; None if the stream's first frame has none."""
        signal = dolby_vision_signal(frame) if self._has_dolby_vision else None
        self._has_dolby_vision = signal is not None
        self._collected = (self._collected + self._has_dolby_vision) % _COLLECTED
        if self._has_dolby_vision and self._collected == 0:
            gc.collect()  # frames whose side data was read, see `Orientations`
        return signal

    def _scaled(self, frame: Frame, view: View, pixels: str, **more: int | None) -> NDArray[Any]:
        scaled = self._reformatter.reformat(
            frame,
            width=view.size[0],
            height=view.size[1],
            format=pixels,
            interpolation=view.interpolation | _chroma_filter(frame.format.name),
            threads=1,
            **{"dst_color_range": ColorRange.JPEG, **more},
        )
        return scaled.to_ndarray()

    def _laid(self, picture: Rgb, frame: Frame, view: View) -> Rgb:
        """Return a picture, whose colours are multiplied by alpha, laid on the background."""
        width, height = view.size
        whole = self._alpha_reformatter.reformat(frame, width, height, "rgba", BT709, interpolation=view.interpolation)
        through = 255 - whole.to_ndarray()[:, :, 3:].astype(np.uint16)
        return np.minimum(picture + (through * self._background + 127) // 255, 255).astype(np.uint8)

    def _mounted(self, picture: Rgb) -> Rgb:
        """Return a picture in the middle of the background, if its shape is another than the first frame's."""
        height, width = picture.shape[:2]
        if (width, height) == self._size:
            return picture
        whole = np.broadcast_to(self._background, (self._size[1], self._size[0], 3)).copy()
        left, top = (self._size[0] - width) // 2, (self._size[1] - height) // 2
        whole[top : top + height, left : left + width] = picture
        return whole
