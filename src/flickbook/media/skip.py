"""Which packets a decoder may leave out without changing any other picture.

`skip_frame = NONREF` makes libavcodec drop pictures it takes for unreferenced. That holds to the letter for

- H.264: `nal_ref_idc == 0` means no picture refers to it (ITU-T H.264, 7.4.1);
- MPEG-1, MPEG-2 and MPEG-4 part 2: no picture refers to a B-picture.

In HEVC a "sub-layer non-reference picture" may still be referred to from a higher temporal sub-layer
(ITU-T H.265, 7.4.2.2), so there we look ourselves: only such pictures in the highest sub-layer go.
VP8, VP9 and AV1 carry probabilities and motion vectors on from frames nobody refers to; every frame
of theirs is decoded, as of any codec not named here, and of interlaced video, whose fields may come apart.
"""

from collections.abc import Callable
from typing import TypeAlias

from av.video.stream import VideoStream

from flickbook.media.nal import annexb_units, sized_units
from flickbook.media.packets import VideoPacket

Skippable: TypeAlias = Callable[[VideoPacket], bool]

_DECODER_KNOWS = frozenset({"h264", "mpeg1video", "mpeg2video", "mpeg4"})
_HEVC_SPS = 33
_HEVC_SLICE_MAX = 31
_HEVC_LAST_SUBLAYER_PICTURE = 14  # even types up to this one are sub-layer non-reference


def skippable(stream: VideoStream, interlaced: bool) -> Skippable:
    """Give the test that tells of a packet nobody wants whether the decoder may drop it."""
    name = stream.codec_context.codec.canonical_name
    if interlaced:
        return _never
    if name == "hevc":
        return HevcSkip(stream.codec_context.extradata or b"")
    return _always if name in _DECODER_KNOWS else _never


def _always(_: VideoPacket) -> bool:
    return True


def _never(_: VideoPacket) -> bool:
    return False


class HevcSkip:
    """Read NAL unit headers: drop only unreferenced pictures of the highest temporal sub-layer."""

    def __init__(self, extradata: bytes) -> None:
        # hvcC (ISO/IEC 14496-15, 8.3.3.1.2) starts with version 1; else the extradata is Annex B.
        self._length_size = (extradata[21] & 3) + 1 if len(extradata) > 22 and extradata[0] == 1 else 0
        self._top_layer: int | None = None
        for unit in _hvcc_units(extradata) if self._length_size else annexb_units(extradata):
            self._learn(unit)

    def __call__(self, packet: VideoPacket) -> bool:
        data = bytes(packet)
        slices = 0
        for unit in sized_units(data, self._length_size) if self._length_size else annexb_units(data):
            self._learn(unit)
            kind = unit[0] >> 1 & 0x3F
            if kind <= _HEVC_SLICE_MAX:
                layer = (unit[1] & 7) - 1
                if kind > _HEVC_LAST_SUBLAYER_PICTURE or kind % 2 or layer != self._top_layer:
                    return False
                slices += 1
        return slices > 0

    def _learn(self, unit: bytes) -> None:
        if unit[0] >> 1 & 0x3F == _HEVC_SPS and len(unit) > 2:
            # sps_max_sub_layers_minus1: three bits after the four of the VPS id. The highest ever
            # seen stays, so that a change of sequence errs on the side of decoding.
            self._top_layer = max(self._top_layer or 0, unit[2] >> 1 & 7)


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
