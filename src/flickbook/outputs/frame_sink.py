"""Makes a JPEG of each of some frames of a snippet."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from flickbook.outputs.base import File, Output, Place

if TYPE_CHECKING:
    from flickbook.media.picture import Frame, Painter


class Shot(NamedTuple):
    """A picture to make: the instant of its frame, its number in the key, and the window in seconds that it shows."""

    instant: Fraction
    number: int
    window: tuple[Fraction, Fraction]


class FrameSink:
    """Makes a picture of the frame at each shot's instant; `kind` says in descriptions what the pictures are."""

    def __init__(
        self, output: Output[Any], place: Place, kind: str, shots: Sequence[Shot], quality: int, painter: "Painter"
    ) -> None:
        self.instants: Sequence[Fraction] = [shot.instant for shot in shots]
        self._output = output
        self._place = place
        self._kind = kind
        self._shots = shots
        self._quality = quality
        self._painter = painter
        self._files: list[File] = []

    def add_frame(self, frame: "Frame") -> None:
        """Encode the frame, 4:2:0, by libjpeg-turbo."""
        import simplejpeg

        shot = self._shots[len(self._files)]
        picture = self._painter.paint(frame)
        data = simplejpeg.encode_jpeg(picture, self._quality, "RGB", "420")
        place, size = self._place._replace(number=shot.number), (picture.shape[1], picture.shape[0])
        self._files.append(self._output.file(place, self._kind, data, size, shot.window))

    def finish(self) -> list[File]:
        """Return the pictures in order; an empty list if there is no shot."""
        return self._files
