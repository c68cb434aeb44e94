"""Where decoding may begin: not every keyframe is a whole picture.

An H.264 stream may be refreshed bit by bit ("intra refresh"): what is marked as a keyframe there is a recovery
point, a predicted picture after which enough of the picture is sent anew (ITU-T H.264, D.2.8). The decoder puts
out what it has until then.
"""

from collections.abc import Callable
from typing import TypeAlias

from av.video.stream import VideoStream

from flickbook.media.nal import annexb_units, sized_units
from flickbook.media.packets import VideoPacket

IsGradual: TypeAlias = Callable[[VideoPacket], bool]

_SLICE, _IDR = 1, 5
# Of a picture's first slice: first_mb_in_slice 0, then slice_type I (2) or, all slices being of it, I (7), as ue(v).
_INTRA_STARTS = ("1011", "10001000")


def gradual(stream: VideoStream) -> IsGradual:
    """Give the test that tells of a keyframe's packet whether it is but the beginning of a refresh."""
    if stream.codec_context.codec.canonical_name != "h264":
        return _never
    extradata = stream.codec_context.extradata or b""
    # avcC (ISO/IEC 14496-15, 5.3.3.1.2) starts with version 1; else the stream is in Annex B.
    size = (extradata[4] & 3) + 1 if len(extradata) > 6 and extradata[0] == 1 else 0
    return lambda packet: _begins_predicted(bytes(packet), size)


def _never(_: VideoPacket) -> bool:
    return False


def _begins_predicted(data: bytes, size: int) -> bool:
    for unit in sized_units(data, size) if size else annexb_units(data):
        kind = unit[0] & 0x1F
        if kind == _IDR:
            return False
        if kind == _SLICE:
            return not f"{unit[1]:08b}".startswith(_INTRA_STARTS)
    return False
