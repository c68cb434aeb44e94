"""What there is: a source, and the video that probing found in it."""

from fractions import Fraction

from msgspec import Struct


class Source(Struct, frozen=True):
    """A video's URL and the version of it that is meant.

    `etag` is the store's own mark of a version; `size` is in bytes.
    """

    url: str
    etag: str
    size: int


class Video(Struct, frozen=True):
    """What probing found.

    `width` and `height` are the picture as shown: upright, square pixels. `duration` is from the
    viewer's zero to the end of the last picture, measured on the packets; `declared` is what the
    header says. `origin` is the viewer's zero on the stream's own clock. `rotation` in degrees
    counter-clockwise, after mirroring left to right if `mirrored`, makes the coded picture upright.
    All times in seconds.
    """

    duration: Fraction
    declared: Fraction
    origin: Fraction
    width: int
    height: int
    rotation: int
    frame_rate: Fraction
    codec: str
    pixel_format: str
    container: str
    mirrored: bool = False
    hdr: bool = False
    interlaced: bool = False

    @property
    def lost(self) -> Fraction:
        """Seconds that the header promises and the file does not hold; 0 for a whole file."""
        missing = self.declared - self.duration
        return missing if missing > max(Fraction(1), self.declared / 100) else Fraction(0)

    def fitted(self, side: int) -> tuple[int, int]:
        """Give width and height in pixels with at most `side` on the longer side, never enlarged."""
        scale = min(Fraction(1), Fraction(side, max(self.width, self.height)))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))
