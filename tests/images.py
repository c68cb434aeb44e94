"""Images of few bytes, written by hand: sizes and delays that no encoder writes, in pictures that are hardly there."""

import struct
import zlib


def gif(width: int, height: int, frames: int, delay: int = 10) -> bytes:
    """Make a GIF of one-pixel pictures on a canvas; `delay` is in hundredths of a second."""
    picture = b"\x21\xf9\4\4" + struct.pack("<H", delay) + b"\0\0"
    picture += b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\2\2\x44\1\0"
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    return head + picture * frames + b";"


def apng(width: int, height: int, frames: int) -> bytes:
    """Make an APNG whose pictures end after the first rows."""
    size = struct.pack(">II", width, height)
    chunks = [(b"IHDR", size + b"\x08\x06\0\0\0"), (b"acTL", struct.pack(">II", frames, 0))]
    for number in range(frames):
        control = struct.pack(">I8sIIHHBB", max(0, 2 * number - 1), size, 0, 0, 1, 10, 0, 0)
        data = zlib.compress(bytes(10_000), 9)
        chunks.append((b"fcTL", control))
        chunks.append((b"fdAT", struct.pack(">I", 2 * number) + data) if number else (b"IDAT", data))
    chunks.append((b"IEND", b""))
    packed = (struct.pack(">I", len(data)) + kind + data + _crc(kind + data) for kind, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def _crc(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))


def webp(width: int, height: int, frames: int, exif: bytes = b"") -> bytes:
    """Make an animated WebP of lossless pictures without content."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    lossless = b"\x2f" + (width - 1 | height - 1 << 14).to_bytes(4, "little") + bytes(5)
    frame = _chunk(b"ANMF", bytes(6) + size + b"\x64\0\0\0" + _chunk(b"VP8L", lossless))
    body = _chunk(b"VP8X", bytes([0b1010, 0, 0, 0]) + size) + _chunk(b"ANIM", bytes(6)) + frame * frames
    return _chunk(b"RIFF", b"WEBP" + body + (_chunk(b"EXIF", exif) if exif else b""))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
