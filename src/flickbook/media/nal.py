"""NAL units of H.264 and HEVC: the first three bytes of each, which tell all there is to know here."""


def sized_units(data: bytes, size: int) -> list[bytes]:
    """Split what MP4 and Matroska hold, units behind their lengths of `size` bytes."""
    units, position = [], 0
    while position + size + 2 <= len(data):
        length = int.from_bytes(data[position : position + size], "big")
        units.append(data[position + size : position + size + min(length, 3)])
        position += size + length
    return [unit for unit in units if len(unit) >= 2]


def annexb_units(data: bytes) -> list[bytes]:
    """Split a byte stream, units behind start codes (ITU-T H.264 and H.265, Annex B)."""
    units, position = [], data.find(b"\0\0\1")
    while position >= 0:
        units.append(data[position + 3 : position + 6])
        position = data.find(b"\0\0\1", position + 3)
    return [unit for unit in units if len(unit) >= 2]
