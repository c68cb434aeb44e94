"""The stored storyboard of a book, as Mux gives it: one sheet, and the places of its tiles as JSON or WebVTT."""

from collections.abc import Mapping
from fractions import Fraction
from urllib.parse import quote

import msgspec
from msgspec import Struct

from flickbook.core.decoding import Decoder
from flickbook.images.signing import sign_url
from flickbook.outputs.storyboard import OVERVIEW_KEY
from flickbook.outputs.webvtt import write_webvtt


class _Tile(Struct):
    start: float
    x: int
    y: int


class _Tiles(Struct):
    url: str
    tile_width: int
    tile_height: int
    duration: float
    tiles: tuple[_Tile, ...]


_TILES = Decoder(_Tiles)


def signed_sheet(name: str, keys: Mapping[str, str], expires: int) -> str:
    """Return the signed URL of a book's sheet, relative to the URL of its storyboard. The first key signs."""
    key, secret = next(iter(keys.items()))
    signed = sign_url(f"/image/{quote(name)}/{OVERVIEW_KEY}", key, secret, expires)
    return f"{OVERVIEW_KEY}?{signed.partition('?')[2]}"


def tiles_of_book(stored: bytes, suffix: str, sheet: str) -> bytes:
    """Return a book's `storyboard.json` as JSON, or with the suffix `vtt` as WebVTT; `sheet` is the URL of the sheet.

    Raises msgspec.DecodeError if the file is damaged.
    """
    found = _TILES.decode(stored)
    if suffix == "json":
        found.url = sheet
        return msgspec.json.format(msgspec.json.encode(found), indent=1)
    size = f"{found.tile_width},{found.tile_height}"
    ends = [*(tile.start for tile in found.tiles[1:]), found.duration]
    cues = zip(found.tiles, ends, strict=True)
    return write_webvtt(
        (Fraction(tile.start), Fraction(end), f"{sheet}#xywh={tile.x},{tile.y},{size}") for tile, end in cues
    )
