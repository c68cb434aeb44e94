"""What a packet's bytes say: may the decoder skip its picture, and does its keyframe hold a whole picture?

`skip_frame = NONREF` makes libavcodec skip pictures that it takes for unreferenced. By the standard no other picture
changes in

- H.264: no picture refers to one with `nal_ref_idc == 0` (ITU-T H.264, 7.4.1);
- MPEG-1, MPEG-2 and MPEG-4 part 2: no picture refers to a B-picture.

In HEVC a picture of a higher temporal sub-layer may refer to a "sub-layer non-reference picture" (ITU-T H.265,
7.4.2.2). This module finds those of the highest sub-layer, and only they are skipped. In VP8, VP9 and AV1 unreferenced
frames also pass probabilities and motion vectors on, and every frame is decoded. The same holds for other codecs, and
for interlaced video, of whose two fields only one might be skipped.

An H.264 stream may refresh its picture bit by bit ("intra refresh"). Its keyframes are recovery points: predicted
pictures, after which the whole picture is sent anew in parts (ITU-T H.264, D.2.8). Until all parts have come, the
decoder returns incomplete pictures.
"""

from collections.abc import Callable
from typing import TypeAlias

from av.video.stream import VideoStream

from flickbook.media.packets import VideoPacket

PacketTest: TypeAlias = Callable[[VideoPacket], bool]

_DECODER_KNOWS = frozenset({"h264", "mpeg1video", "mpeg2video", "mpeg4"})
_HEVC_SPS = 33
_HEVC_SLICE_MAX = 31
_HEVC_LAST_SUBLAYER_PICTURE = 14  # even types up to this number are sub-layer non-reference
_H264_SLICE, _H264_IDR = 1, 5
# The first bits of an intra picture: first_mb_in_slice 0, then slice_type I (2) or "all slices are I" (7), as ue(v).
_INTRA_STARTS = ("1011", "10001000")


def skippable(stream: VideoStream, interlaced: bool) -> PacketTest:
    """Return the test whether the decoder may skip an unwanted packet's picture."""
    name = stream.codec_context.codec.canonical_name
    if interlaced:
        return _never
    if name == "hevc":
        return HevcSkip(stream.codec_context.extradata or b"")
    return (lambda _: True) if name in _DECODER_KNOWS else _never


def gradual(stream: VideoStream) -> PacketTest:
    """Return the test whether a keyframe's packet only begins a refresh bit by bit."""
    if stream.codec_context.codec.canonical_name != "h264":
        return _never
    extradata = stream.codec_context.extradata or b""
    # avcC (ISO/IEC 14496-15, 5.3.3.1.2) starts with version 1; other extradata is in Annex B.
    size = (extradata[4] & 3) + 1 if len(extradata) > 6 and extradata[0] == 1 else 0
    return lambda packet: _begins_predicted(_units(bytes(packet), size))


def _never(_: VideoPacket) -> bool:
    return False


def _begins_predicted(units: list[bytes]) -> bool:
    for unit in units:
        kind = unit[0] & 0x1F
        if kind == _H264_IDR:
            return False
        if kind == _H264_SLICE:
            return not f"{unit[1]:08b}".startswith(_INTRA_STARTS)
    return False


class HevcSkip:
    """Reads NAL unit headers: true for packets with only unreferenced pictures of the highest temporal sub-layer."""

    def __init__(self, extradata: bytes) -> None:
        # hvcC (ISO/IEC 14496-15, 8.3.3.1.2) starts with version 1; other extradata is in Annex B.
        self._length_size = (extradata[21] & 3) + 1 if len(extradata) > 22 and extradata[0] == 1 else 0
        self._top_layer: int | None = None
        for unit in _hvcc_units(extradata) if self._length_size else _units(extradata, 0):
            self._read_sequence(unit)

    def __call__(self, packet: VideoPacket) -> bool:
        slices = 0
        for unit in _units(bytes(packet), self._length_size):
            self._read_sequence(unit)
            kind = unit[0] >> 1 & 0x3F
            if kind <= _HEVC_SLICE_MAX:
                layer = (unit[1] & 7) - 1
                if kind > _HEVC_LAST_SUBLAYER_PICTURE or kind % 2 or layer != self._top_layer:
                    return False
                slices += 1
        return slices > 0

    def _read_sequence(self, unit: bytes) -> None:
        if unit[0] >> 1 & 0x3F == _HEVC_SPS and len(unit) > 2:
            # sps_max_sub_layers_minus1: three bits after the four bits of the VPS id. The maximum of all sequences
            # stays: after a change of sequence, too many pictures are decoded rather than too few.
            self._top_layer = max(self._top_layer or 0, unit[2] >> 1 & 7)


def _units(data: bytes, size: int) -> list[bytes]:
    """Return the first three bytes of each NAL unit.

    MP4 and Matroska put a length of `size` bytes before each unit. With a `size` of 0, start codes separate the units
    (ITU-T H.264 and H.265, Annex B).
    """
    units: list[bytes] = []
    if size:
        position = 0
        while position + size + 2 <= len(data):
            length = int.from_bytes(data[position : position + size], "big")
            units.append(data[position + size : position + size + min(length, 3)])
            position += size + length
    else:
        position = data.find(b"\0\0\1")
        while position >= 0:
            units.append(data[position + 3 : position + 6])
            position = data.find(b"\0\0\1", position + 3)
    return [unit for unit in units if len(unit) >= 2]


def _hvcc_units(extradata: bytes) -> list[bytes]:
    units, position = [], 23
    for _ in range(extradata[22]):
        count = int.from_bytes(extradata[position + 1 : position + 3], "big")
        position += 3
        for _ in range(count):
            length = int.from_bytes(extradata[position : position + 2], "big")
            units.append(extradata[position + 2 : position + 5])
            position += 2 + length
    return [unit for unit in units if len(unit) >= 2]
