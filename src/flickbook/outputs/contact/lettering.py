"""Lettering: text → coverage, 0 to 255. The letters are DejaVu Sans in Latin, Greek and Cyrillic.

`letters.npz` holds them in black and white at a size of `EM` pixels, made by `scripts/glyphs.py`. A line is put
together there and scaled down, which makes its edges smooth.
"""

from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining, normalize

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.stored import scaled

Coverage = NDArray[np.uint8]

FILE = Path(__file__).with_name("letters.npz")
# Pixels of the master: the size of the letters, a line's height, and what a letter may overhang at either side.
EM, HEIGHT, OVERHANG = 64, 76, 8


class _Letter(NamedTuple):
    width: int
    pixels: Coverage


@cache
def _letters() -> dict[str, _Letter]:
    with np.load(FILE) as stored:
        widths = [int(width) for width in stored["widths"]]
        columns = list(accumulate((width + 2 * OVERHANG for width in widths), initial=0))
        strip = np.unpackbits(stored["letters"], axis=1) * np.uint8(255)
        places = zip(stored["codes"], widths, pairwise(columns), strict=True)
        return {chr(code): _Letter(width, strip[:, left:right]) for code, width, (left, right) in places}


def known(text: str) -> str:
    """Return text with known letters only: others lose their accents, or become `?`."""
    letters = _letters()
    plain = (char if char in letters else _without_accents(char) for char in normalize("NFC", text))
    return "".join(char if char in letters else "?" for char in "".join(plain))


def _without_accents(char: str) -> str:
    return "".join(part for part in normalize("NFKD", char) if not combining(part)) if not combining(char) else ""


def line(text: str, height: int, width: int) -> Coverage:
    """Return a line of text of this height, at most `width` pixels wide: what does not fit becomes `…`."""
    room = width * HEIGHT // height - 2 * OVERHANG
    letters = _letters()
    shown = known(text)
    if sum(letters[char].width for char in shown) > room:
        ends = list(accumulate((letters[char].width for char in shown), initial=letters["…"].width))
        shown = shown[: max(0, sum(end <= room for end in ends) - 1)].rstrip() + "…"
    lefts = list(accumulate((letters[char].width for char in shown), initial=0))
    master = np.zeros((HEIGHT, lefts[-1] + 2 * OVERHANG), np.uint8)
    for char, left in zip(shown, lefts, strict=False):
        place = master[:, left : left + letters[char].pixels.shape[1]]
        np.maximum(place, letters[char].pixels, out=place)
    return scaled(master, max(1, master.shape[1] * height // HEIGHT), height)
