"""What the eye sees of pictures: they are blurred, because pixels next to each other blend, and compared as colours."""

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.gif.lab import to_lab

Plane = NDArray[np.float64]

_KERNEL = np.exp(-0.5 * np.arange(-4, 5) ** 2)


def blur(picture: NDArray[np.uint8]) -> Plane:
    """Blur a picture of shape (height, width, 3) by a Gaussian of σ = 1 pixel."""
    blurred = picture.astype(np.float64)
    for axis in (0, 1):
        padded = np.pad(blurred, [(4, 4) if axis == at else (0, 0) for at in range(3)], mode="symmetric")
        windows = np.lib.stride_tricks.sliding_window_view(padded, 9, axis=axis)
        blurred = windows @ (_KERNEL / _KERNEL.sum())
    return blurred


def differences(shown: Plane, truth: Plane) -> Plane:
    """Give the CIEDE2000 of each two R'G'B' colours from 0 to 255 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = (np.moveaxis(to_lab(colours).astype(np.float64), -1, 0) for colours in (shown, truth))
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    grey = 1.5 - 0.5 * np.sqrt(chroma**7 / (chroma**7 + 25.0**7))
    a1, a2 = a1 * grey, a2 * grey
    c1, c2, h1, h2 = np.hypot(a1, b1), np.hypot(a2, b2), np.arctan2(b1, a1), np.arctan2(b2, a2)
    turn = (h2 - h1 + np.pi) % (2 * np.pi) - np.pi
    light, chroma, hue = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(turn / 2)
    lm, cm, hm = (l1 + l2) / 2, (c1 + c2) / 2, h1 + turn / 2
    t = 1 - 0.17 * np.cos(hm - np.pi / 6) + 0.24 * np.cos(2 * hm) + 0.32 * np.cos(3 * hm + np.radians(6))
    t -= 0.2 * np.cos(4 * hm - np.radians(63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / np.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    degrees = np.degrees(hm) % 360
    angle = np.radians(60) * np.exp(-(((degrees - 275) / 25) ** 2))
    rt = -2 * np.sqrt(cm**7 / (cm**7 + 25.0**7)) * np.sin(angle)
    lightness, chroma, hue = light / sl, chroma / sc, hue / sh
    found: Plane = np.sqrt(lightness**2 + chroma**2 + hue**2 + rt * chroma * hue)
    return found
