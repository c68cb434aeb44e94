"""Make the letters of contact sheets from a TrueType font: `python -m scripts.glyphs DejaVuSans.ttf`."""

import sys
from itertools import chain

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from flickbook.outputs.contact.lettering import EM, FILE, HEIGHT, OVERHANG

# Latin with Vietnamese, Greek, Cyrillic, punctuation, and the euro sign.
RANGES = ((0x20, 0x7F), (0xA0, 0x180), (0x1A0, 0x1B1), (0x218, 0x21C), (0x384, 0x3CF), (0x400, 0x460), (0x490, 0x492))
MORE = (range(0x1EA0, 0x1EFA), range(0x2010, 0x2027), (0x20AC, 0x2122, 0x2212))


def main(path: str) -> None:
    """Draw each letter in black and white at the master's size, and store all side by side."""
    font = ImageFont.truetype(path, EM, layout_engine=ImageFont.Layout.BASIC)
    ascent, descent = font.getmetrics()
    assert ascent + descent <= HEIGHT
    nothing = font.getmask("\U0010ffff").getbbox(), bytes(font.getmask("\U0010ffff"))
    codes, widths, letters = [], [], []
    for code in chain(*(range(*ends) for ends in RANGES), *MORE):
        mask = font.getmask(chr(code))
        if (mask.getbbox(), bytes(mask)) == nothing or not chr(code).isprintable():
            continue
        width = round(font.getlength(chr(code)))
        with Image.new("1", (width + 2 * OVERHANG, HEIGHT)) as cell:
            ImageDraw.Draw(cell).text((OVERHANG, 0), chr(code), fill=1, font=font)
            letters.append(np.asarray(cell))
        codes.append(code)
        widths.append(width)
    packed = np.packbits(np.concatenate(letters, axis=1), axis=1)
    np.savez_compressed(FILE, codes=np.array(codes, np.uint16), widths=np.array(widths, np.uint8), letters=packed)
    print(f"{len(codes)} letters, {FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
