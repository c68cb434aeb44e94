"""Boxes that PyAV cannot write, put into an MP4 whose index is at the end."""

import struct
from pathlib import Path


def with_box(video: Path, path: Path, box: bytes, entry: bytes = b"avc1") -> Path:
    """Add a box (kind and content) to the sample entry of a video's picture track (ISO/IEC 14496-12, 8.5.2)."""
    added = struct.pack(">I", len(box) + 4) + box
    data = bytearray(video.read_bytes())
    begin, end = 0, len(data)
    for kind, fields in {b"moov": 0, b"trak": 0, b"mdia": 0, b"minf": 0, b"stbl": 0, b"stsd": 8, entry: 78}.items():
        begin = data.index(kind, begin, end) - 4
        (length,) = struct.unpack_from(">I", data, begin)
        struct.pack_into(">I", data, begin, length + len(added))
        begin, end = begin + 8 + fields, begin + length
    data[end:end] = added
    path.write_bytes(data)
    return path
