"""A picture's URL says what is asked for, with the parameters of Mux or of Cloudflare Stream."""

from fractions import Fraction
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core.model import ImageRequest
from flickbook.errors import FlickbookError, SourceMissing, UsageError
from flickbook.images.requests import is_open, parse_image

THUMBNAIL = "/image/film/thumbnail.jpg"
ANIMATED = "/image/film/animated.gif"
STREAM = "/film/thumbnails/thumbnail.jpg"
STREAM_GIF = "/film/thumbnails/thumbnail.gif"


def thumbnail(time: Fraction | None = None, suffix: str = "jpg", **more: object) -> ImageRequest:
    return ImageRequest("film", "thumbnail", suffix, time, **more)  # type: ignore[arg-type]


def animated(start: float, end: float, fps: float | Fraction, **more: object) -> ImageRequest:
    return ImageRequest("film", "animated", "gif", Fraction(start), Fraction(end), Fraction(fps), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "query", "request_"),
    [
        # The defaults of Mux: the middle of the video, at its size.
        (THUMBNAIL, "", thumbnail()),
        ("/image/film/thumbnail.avif", "time=83.5", thumbnail(Fraction(167, 2), "avif")),
        (THUMBNAIL, "time=.25&width=320", thumbnail(Fraction(1, 4), width=320)),
        (THUMBNAIL, "width=320&height=320&fit_mode=smartcrop", thumbnail(width=320, height=320, fit="smartcrop")),
        (THUMBNAIL, "width=320&height=320", thumbnail(width=320, height=320)),
        # One side alone keeps the shape, so the way to fit changes nothing.
        (THUMBNAIL, "width=320&fit_mode=crop", thumbnail(width=320)),
        (THUMBNAIL, "time=&width=&token=eyJhbGciOi.J9&expires=1&key=a&signature=b", thumbnail()),
        ("/image/shows/1/film/thumbnail.png", "", ImageRequest("shows/1/film", "thumbnail", "png")),
        ("/image/film (ü)/thumbnail.jpg", "", ImageRequest("film (ü)", "thumbnail", "jpg")),
        (ANIMATED, "", animated(0, 5, 15, width=320)),
        (ANIMATED, "start=0&end=5&fps=15&width=320", animated(0, 5, 15, width=320)),
        (ANIMATED, "start=2.5&fps=12.5&height=200", animated(2.5, 7.5, 12.5, height=200)),
        # No file's clock can state every fraction.
        (ANIMATED, "fps=7.123456789", animated(0, 5, Fraction(577, 81), width=320)),
        (ANIMATED, "start=60&end=60.25&width=640&height=640", animated(60, 60.25, 15, width=640, height=640)),
        ("/image/film/storyboard.vtt", "format=webp", ImageRequest("film", "storyboard", "vtt")),
        ("/image/film/storyboard.jpg", "", ImageRequest("film", "storyboard", "jpg")),
        # The defaults of Cloudflare Stream: the first frame, fitted into 640 × 640.
        (STREAM, "", thumbnail(Fraction(0), width=640, height=640)),
        (STREAM, "time=1m2.5s&height=270", thumbnail(Fraction(125, 2), height=270)),
        (STREAM, "time=1h&width=100&height=200", thumbnail(Fraction(3600), width=100, height=200, fit="crop")),
        (STREAM, "time=68&width=100&height=200&fit=fill", thumbnail(Fraction(68), width=100, height=200, fit="pad")),
        (STREAM, "width=100&height=200&fit=clip", thumbnail(Fraction(0), width=100, height=200)),
        (STREAM, "width=100&height=200&fit=scale", thumbnail(Fraction(0), width=100, height=200, fit="stretch")),
        (STREAM_GIF, "", animated(0, 5, 8, width=640, height=640)),
        (STREAM_GIF, "time=1s&height=200&duration=4s&fps=15", animated(1, 5, 15, height=200)),
    ],
)  # fmt: skip
def test_a_url_means_a_picture_with_its_defaults_filled_in(path: str, query: str, request_: ImageRequest) -> None:
    assert parse_image(path, query) == request_


@pytest.mark.parametrize(
    ("path", "query", "fault"),
    [
        (THUMBNAIL, "tme=3", "has an unknown parameter tme; the parameters are time, width, height, fit_mode."),
        (THUMBNAIL, "rotate=90", "has an unknown parameter rotate; the parameters are time, width, height, fit_mode."),
        (THUMBNAIL, "time=3&time=4", "has the parameter time twice; leave one out."),
        (THUMBNAIL, "time=-1", "time is -1; it must be seconds from 0 to 999999, such as 83.5."),
        (THUMBNAIL, "time=1e3", "time is 1e3; it must be seconds from 0 to 999999, such as 83.5."),
        (THUMBNAIL, "time=1m2s", "time is 1m2s; it must be seconds from 0 to 999999, such as 83.5."),
        (THUMBNAIL, "width=15", "width is 15; it must be a whole number from 16 to 3840."),
        (THUMBNAIL, "height=99.5", "height is 99.5; it must be a whole number from 16 to 3840."),
        (THUMBNAIL, "fit_mode=fill", "fit_mode is fill; it must be preserve or stretch or crop or smartcrop or pad."),
        (ANIMATED, "width=641", "width is 641; it must be a whole number from 16 to 640."),
        (ANIMATED, "fps=31", "fps is 31; it must be a number from 1 to 30."),
        (ANIMATED, "fps=0.5", "fps is 0.5; it must be a number from 1 to 30."),
        (ANIMATED, "start=3&end=13.5", "end is 13.5; it must be 0.25 to 10 seconds after start, which is 3."),
        (ANIMATED, "end=0", "end is 0; it must be 0.25 to 10 seconds after start, which is 0."),
        ("/image/film/thumbnail.gif", "", "has an unknown suffix .gif; the suffixes are .jpg, .png, .webp, .avif."),
        ("/image/film/storyboard.jpg", "width=3", "has an unknown parameter width; leave it out."),
        (STREAM, "time=5x", "time is 5x; it must be a time such as 5m2s or 1.5s, from 0s to 999999s."),
        (STREAM, "fit=pad", "fit is pad; it must be crop or clip or scale or fill."),
        (STREAM, "fps=8", "has an unknown parameter fps; the parameters are time, width, height, fit."),
        (STREAM_GIF, "fps=16", "fps is 16; it must be a number from 1 to 15."),
        (STREAM_GIF, "duration=1m", "duration is 1m; it must be a time such as 5m2s or 1.5s, from 0.25s to 10s."),
        (THUMBNAIL, "time=%0A3", "has an invalid parameter 'time'; write names in small letters"),
        (THUMBNAIL, "a%3Db=3", "has an invalid parameter 'a=b'; write names in small letters"),
        (THUMBNAIL, "&".join(f"a=b{number}" for number in range(21)), "has more than 20 parameters"),
    ],
)  # fmt: skip
def test_an_error_names_the_parameter_and_what_is_allowed(path: str, query: str, fault: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_image(path, query)
    assert str(error.value).startswith(f"{path}: {fault}")


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/image/thumbnail.jpg", "/image//thumbnail.jpg", "/image/../thumbnail.jpg", "/image/film/poster.jpg"),
        *("/image/.flickbook/a/thumbnail.jpg", "/image/a\nb/thumbnail.jpg", "/image/film/thumbnail.jpg\n"),
        *("/thumbnails/thumbnail.jpg", "/film/thumbnails/thumbnail.png", "/v/film/thumbnail.jpg"),
        *("/v/film/thumbnails/thumbnail.jpg", "/api/film/thumbnails/thumbnail.gif"),
    ],
)
def test_other_paths_name_no_picture(path: str) -> None:
    with pytest.raises(SourceMissing, match="names no picture"):
        parse_image(path, "")


def test_below_image_a_folder_named_thumbnails_is_part_of_the_name() -> None:
    assert parse_image("/image/film/thumbnails/thumbnail.jpg", "").name == "film/thumbnails"


@pytest.mark.parametrize(
    ("path", "query", "open_"),
    [
        (THUMBNAIL, "", True),
        (THUMBNAIL, "time=83&width=320", True),
        (THUMBNAIL, "time=83.0&height=180", True),
        (THUMBNAIL, "time=83.5", False),
        (THUMBNAIL, "width=321", False),
        (THUMBNAIL, "width=320&height=180", False),
        (THUMBNAIL, "height=181", False),
        (ANIMATED, "", True),
        (ANIMATED, "start=7&width=640", True),
        (ANIMATED, "start=7&end=12", True),
        (ANIMATED, "start=7.5", False),
        (ANIMATED, "start=7&end=11", False),
        (ANIMATED, "fps=14", False),
        ("/image/film/storyboard.json", "", True),
        (STREAM, "", True),
        (STREAM, "fit=crop", False),
        (STREAM, "time=5m2s&height=270", True),
        (STREAM, "time=0.5s", False),
        (STREAM_GIF, "", True),
        (STREAM_GIF, "time=1s&height=270&duration=4s", False),
    ],
)
def test_whole_seconds_and_usual_sizes_need_no_signature(path: str, query: str, open_: bool) -> None:
    assert is_open(parse_image(path, query)) == open_


@given(
    st.sampled_from([THUMBNAIL, ANIMATED, STREAM, STREAM_GIF, "/image/film/storyboard.vtt"]),
    st.dictionaries(
        st.sampled_from(["time", "start", "end", "fps", "width", "height", "fit", "fit_mode", "duration"]),
        st.one_of(st.from_regex(r"[0-9hms.]{0,9}"), st.text(max_size=5), st.integers(0, 9**7).map(str)),
        max_size=4,
    ),
)
def test_any_query_gives_a_bounded_request_or_an_error(path: str, values: dict[str, str]) -> None:
    try:
        found = parse_image(path, urlencode(values, errors="replace"))
    except FlickbookError:
        return
    assert found.time is None or 0 <= found.time <= 10**6
    assert (found.end is None) == (found.fps is None)
    assert found.end is None or Fraction(1, 4) <= found.end - (found.time or 0) <= 10
    assert all(side is None or 16 <= side <= 3840 for side in (found.width, found.height))
