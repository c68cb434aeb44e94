"""The URLs of pictures: a decoded path and a query → an `ImageRequest`.

`/image/NAME/…` has the parameters and defaults of Mux (https://www.mux.com/docs/guides/get-images-from-a-video),
`/NAME/thumbnails/…` those of Cloudflare Stream
(https://developers.cloudflare.com/stream/viewing-videos/displaying-thumbnails/). Defaults that do not depend on the
video are filled in, so a picture has one value, whether its URL names them or not.
"""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl

from flickbook.core.layout import is_name
from flickbook.core.model.image import Fit, ImageRequest
from flickbook.errors import SourceMissing, UsageError

# What may be asked for without a signature, besides the default size. A 16:9 video has these widths at these heights.
OPEN_WIDTHS = (160, 320, 480, 640, 960, 1280, 1920)
OPEN_HEIGHTS = (90, 180, 270, 360, 540, 720, 1080)

MOST_SECONDS = 999_999
LEAST_SIDE, MOST_SIDE, MOST_MOVING_SIDE = 16, 3840, 640
LEAST_LENGTH, LENGTH, MOST_LENGTH = Fraction(1, 4), Fraction(5), Fraction(10)
# The default rates of Mux and of Cloudflare Stream, and Stream's default for both sides.
_MUX_RATE, _STREAM_RATE, _STREAM_SIDE = Fraction(15), Fraction(8), 640
# Clocks of files and encoders count in 32 bits; television has rates such as 30000/1001.
_FINEST_RATE = 1001
_MOST_PARAMETERS = 20
_MOST_URL = 2000
# Parameters that change no picture: those of a signature (see `signing`), and that of Mux's own signatures.
_WITHOUT_EFFECT = ("expires", "key", "signature", "token")

_MUX = re.compile(r"/image/(.+)/(thumbnail|animated|storyboard)\.([a-z0-9]{1,5})")
# The service has other answers below `/v/` and `/api/`.
_STREAM = re.compile(r"/(?!image/|v/|api/)(.+)/thumbnails/thumbnail\.(jpg|gif)")
_SUFFIXES = {
    "thumbnail": ("jpg", "png", "webp", "avif"),
    "animated": ("gif", "webp", "mp4", "avif"),
    "storyboard": ("jpg", "vtt", "json"),
}
MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "avif": "image/avif",
    "gif": "image/gif",
    "mp4": "video/mp4",
    "vtt": "text/vtt; charset=utf-8",
    "json": "application/json",
}
_MUX_FITS: Mapping[str, Fit] = {
    "preserve": "preserve",
    "stretch": "stretch",
    "crop": "crop",
    "smartcrop": "smartcrop",
    "pad": "pad",
}
_STREAM_FITS: Mapping[str, Fit] = {"crop": "crop", "clip": "preserve", "scale": "stretch", "fill": "pad"}

_PARAMETER = re.compile("[a-z_]{1,40}")
_NUMBER = re.compile(r"\d{1,6}(\.\d{0,12})?|\.\d{1,12}", re.ASCII)
_TIME = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6}(?:\.\d{0,12})?)s)?", re.ASCII)


class _Given(NamedTuple):
    """The parameters of a URL by name. An empty value is an absent one. `path` is the subject of errors."""

    path: str
    values: Mapping[str, str]

    def number(
        self, name: str, least: Fraction | int, most: Fraction | int, read: Callable[[str], Fraction | None], words: str
    ) -> Fraction | None:
        """Return the number that `read` finds in a parameter, None if it is absent. Raises UsageError."""
        text = self.values.get(name)
        if not text:
            return None
        found = read(text)
        if found is None or not least <= found <= most:
            raise UsageError(self.path, f"{name} is {text[:40]}", f"it must be {words}")
        return found

    def seconds(self, name: str) -> Fraction | None:
        """Return a time in seconds, None if it is absent. Raises UsageError."""
        return self.number(name, 0, MOST_SECONDS, _as_number, f"seconds from 0 to {MOST_SECONDS}, such as 83.5")

    def time(self, name: str, least: Fraction | int = 0, most: Fraction | int = MOST_SECONDS) -> Fraction | None:
        """Return the seconds of a time such as 1m2s, None if it is absent. Raises UsageError."""
        words = f"a time such as 5m2s or 1.5s, from {float(least):g}s to {most}s"
        return self.number(name, least, most, _as_time, words)

    def rate(self, most: int) -> Fraction | None:
        """Return the frames a second, as a fraction that files can state; None if absent. Raises UsageError."""
        found = self.number("fps", 1, most, _as_number, f"a number from 1 to {most}")
        return None if found is None else found.limit_denominator(_FINEST_RATE)

    def side(self, name: str, most: int) -> int | None:
        """Return a number of pixels, None if it is absent. Raises UsageError."""
        found = self.number(name, LEAST_SIDE, most, _as_whole, f"a whole number from {LEAST_SIDE} to {most}")
        return None if found is None else int(found)

    def fit(self, name: str, fits: Mapping[str, Fit]) -> Fit | None:
        """Return a way to fit, None if it is absent. Raises UsageError."""
        text = self.values.get(name)
        if text and text not in fits:
            raise UsageError(self.path, f"{name} is {text[:40]}", f"it must be {' or '.join(fits)}")
        return fits[text] if text else None

    def check_known(self, *known: str) -> None:
        """Raise UsageError for a parameter that is not `known`."""
        for name in self.values:
            if name not in (*known, *_WITHOUT_EFFECT):
                remedy = f"the parameters are {', '.join(known)}" if known else "leave it out"
                raise UsageError(self.path, f"has an unknown parameter {name}", remedy)


def parse_image(path: str, query: str) -> ImageRequest:
    """Return what the URL of a picture asks for, by its decoded path and its query as it was sent.

    Raises SourceMissing for a path that names no picture, and UsageError for a parameter that is unknown, doubled or
    out of bounds.
    """
    mux, stream = _MUX.fullmatch(path), _STREAM.fullmatch(path)
    if mux is not None:
        name, kind, suffix = mux.groups()
        if suffix not in _SUFFIXES[kind]:
            remedy = f"the suffixes are {', '.join(f'.{known}' for known in _SUFFIXES[kind])}"
            raise UsageError(path, f"has an unknown suffix .{suffix}", remedy)
        parse = {"thumbnail": _thumbnail, "animated": _animated, "storyboard": _storyboard}[kind]
    elif stream is not None:
        name, suffix = stream.groups()
        parse = _stream_thumbnail if suffix == "jpg" else _stream_animated
    else:
        raise _missing(path)
    if not is_name(name) and not is_url(name):
        raise _missing(path)
    return parse(name, suffix, _Given(path, parameters(path, query)))


def parameters(path: str, query: str) -> dict[str, str]:
    """Return the decoded parameters of a query, those of a signature among them; `path` is the subject of errors.

    Raises UsageError for doubled parameters, and for names and values that no URL of a picture has.
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    except ValueError as error:
        raise UsageError(path, f"has more than {_MOST_PARAMETERS} parameters", "leave some out") from error
    found: dict[str, str] = {}
    for name, value in pairs:
        if not _PARAMETER.fullmatch(name) or not (value.isascii() and value.isprintable()):
            remedy = "write names in small letters, and values in printable ASCII characters"
            raise UsageError(path, f"has an invalid parameter {name[:40]!r}", remedy)
        if name in found:
            raise UsageError(path, f"has the parameter {name} twice", "leave one out")
        found[name] = value
    return found


def is_open(request: ImageRequest) -> bool:
    """Return whether a picture may be asked for without a signature: a video has a bounded number of such pictures.

    They are storyboards, and thumbnails and animated pictures that begin at whole seconds, have the default length and
    rate, and the default size or a usual width or height.
    """
    width, height = request.width, request.height
    sized = (width in OPEN_WIDTHS and height is None) or (height in OPEN_HEIGHTS and width is None)
    usual = sized or (width, height) in ((None, None), (_STREAM_SIDE, _STREAM_SIDE))
    begins = request.time is None or request.time.denominator == 1
    lasts = request.end is None or request.end - (request.time or 0) == LENGTH
    return usual and request.fit == "preserve" and begins and lasts and request.fps in (None, _MUX_RATE, _STREAM_RATE)


def _thumbnail(name: str, suffix: str, given: _Given) -> ImageRequest:
    given.check_known("time", "width", "height", "fit_mode")
    width, height = given.side("width", MOST_SIDE), given.side("height", MOST_SIDE)
    fit, time = given.fit("fit_mode", _MUX_FITS), given.seconds("time")
    return _request(name, "thumbnail", suffix, width, height, fit or "preserve", time=time)


def _animated(name: str, suffix: str, given: _Given) -> ImageRequest:
    given.check_known("start", "end", "fps", "width", "height")
    width, height = given.side("width", MOST_MOVING_SIDE), given.side("height", MOST_MOVING_SIDE)
    if width is height is None:
        width = 320
    start, end = given.seconds("start") or Fraction(0), given.seconds("end")
    end = start + LENGTH if end is None else end
    if not LEAST_LENGTH <= end - start <= MOST_LENGTH:
        remedy = f"it must be {float(LEAST_LENGTH):g} to {MOST_LENGTH} seconds after start, which is {float(start):g}"
        raise UsageError(given.path, f"end is {float(end):g}", remedy)
    fps = given.rate(30) or _MUX_RATE
    return _request(name, "animated", suffix, width, height, "preserve", time=start, end=end, fps=fps)


def _storyboard(name: str, suffix: str, given: _Given) -> ImageRequest:
    # Mux's player asks for tiles as WebP; here they are those that are stored.
    given.check_known(*([] if suffix == "jpg" else ["format"]))
    return ImageRequest(name, "storyboard", suffix)


def _stream_thumbnail(name: str, suffix: str, given: _Given) -> ImageRequest:
    given.check_known("time", "width", "height", "fit")
    time = given.time("time") or Fraction(0)
    return _request(name, "thumbnail", suffix, *_stream_size(given, MOST_SIDE), time=time)


def _stream_animated(name: str, suffix: str, given: _Given) -> ImageRequest:
    given.check_known("time", "duration", "fps", "width", "height", "fit")
    start = given.time("time") or Fraction(0)
    end = start + (given.time("duration", LEAST_LENGTH, MOST_LENGTH) or LENGTH)
    fps = given.rate(15) or _STREAM_RATE
    size = _stream_size(given, MOST_MOVING_SIDE)
    return _request(name, "animated", suffix, *size, time=start, end=end, fps=fps)


def _stream_size(given: _Given, most: int) -> tuple[int | None, int | None, Fit]:
    """Return width, height and fit. One side alone keeps the video's shape; without any, it fits into a square."""
    width, height, fit = given.side("width", most), given.side("height", most), given.fit("fit", _STREAM_FITS)
    if width is height is None:
        return _STREAM_SIDE, _STREAM_SIDE, fit or "preserve"
    return width, height, fit or "crop"


def _request(
    name: str,
    kind: Literal["thumbnail", "animated"],
    suffix: str,
    width: int | None,
    height: int | None,
    fit: Fit,
    *,
    time: Fraction | None,
    end: Fraction | None = None,
    fps: Fraction | None = None,
) -> ImageRequest:
    if width is None or height is None:
        fit = "preserve"  # all ways to fit give the same picture
    return ImageRequest(name, kind, suffix, time, end, fps, width, height, fit)


def _missing(path: str) -> SourceMissing:
    return SourceMissing(path, "names no picture", "ask for /image/NAME/thumbnail.jpg, for example")


def is_url(text: str) -> bool:
    """Return whether a name is the URL of a video; the service decides whether it may be read."""
    return "://" in text and len(text) <= _MOST_URL and text.isprintable()


def _as_number(text: str) -> Fraction | None:
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def _as_whole(text: str) -> Fraction | None:
    return Fraction(text) if text.isdecimal() and len(text) <= 6 else None


def _as_time(text: str) -> Fraction | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return _as_number(text)
    hours, minutes, seconds = match.groups("0")
    return int(hours) * 3600 + int(minutes) * 60 + Fraction(seconds)
