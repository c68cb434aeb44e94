"""DASH's tiles show each moment's frame, read by the mpegdash library of another author."""

from fractions import Fraction
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from mpegdash.parser import MPEGDASHParser
from msgspec.structs import replace

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.engines.job import work
from flickbook.errors import LimitExceeded, UsageError
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.outputs.registry import media_type
from tests import clips
from tests.books import jpeg, render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import submitted

USUAL: dict[str, Any] = {"snippet": 3, "size": 64, "outputs": ["stills", "storyboard"]}
DASH = USUAL | {"outputs": ["stills", "storyboard", "dash"], "dash.columns": 3, "dash.rows": 2}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=210)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a"


def shown(book: Path, at: Fraction) -> int:
    """Return the number of the frame that a player shows at a second, by DASH-IF's rules."""
    (period,) = MPEGDASHParser.parse(str(book / "dash.mpd")).periods
    (images,) = period.adaptation_sets
    assert (images.content_type, images.mime_type) == ("image", "image/jpeg")
    (template,), (sheets,) = images.segment_templates, images.representations
    (tiles,) = sheets.essential_properties
    assert tiles.scheme_id_uri == "http://dashif.org/guidelines/thumbnail_tile"
    columns, rows = map(int, tiles.value.split("x"))
    number, rest = divmod(at, Fraction(template.duration, template.timescale))
    key = template.media.replace("$Number$", str(template.start_number + number))
    assert (book / key).stat().st_size * 8 * template.timescale <= sheets.bandwidth * template.duration
    sheet = jpeg(book / key)
    assert sheet.shape == (sheets.height, sheets.width, 3)
    width, height = sheets.width // columns, sheets.height // rows
    row, column = divmod(int(rest / Fraction(template.duration, template.timescale * columns * rows)), columns)
    return clips.read(sheet[row * height : (row + 1) * height, column * width : (column + 1) * width])


@pytest.mark.parametrize(
    ("options", "interval"),
    [
        ({}, Fraction(1)),
        ({"tile_interval": Fraction(1, 3)}, Fraction(1, 3)),
        ({"dash.interval": 2}, Fraction(2)),
        ({"outputs": ["stills", "dash"]}, Fraction(1)),
        ({"outputs": ["storyboard", "dash"], "tile_width": 64, "tile_interval": Fraction(1, 2)}, Fraction(1, 2)),
    ],
)
def test_the_tile_of_each_moment_is_that_moments_frame(
    video: Path, book: Path, options: dict[str, Any], interval: Fraction
) -> None:
    manifest = render(video, book.parent, make_recipe(**DASH | options))
    begin = Fraction(0)
    while begin < manifest.duration:
        number = int(begin * 25)
        assert shown(book, begin) == number
        assert shown(book, begin + interval - Fraction(1, 100)) == number
        begin += interval
    last = sorted(path.name for path in book.glob("dash.*.jpg"))
    assert last == [f"dash.{number}.jpg" for number in range(1, len(last) + 1)]


def test_a_finished_book_gets_tiles_and_nothing_else_is_made_again(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL))
    before = {path.name: path.stat().st_mtime_ns for path in book.glob("a-*")}
    manifest = render(video, book.parent, make_recipe(**DASH))
    assert {path.name: path.stat().st_mtime_ns for path in book.glob("a-*")} == before
    assert manifest.totals.frames_decoded == 0
    names = sorted(path.name for path in book.glob("dash.*"))
    assert names == ["dash.1.jpg", "dash.2.jpg", "dash.mpd", "dash.xml"]
    kinds = [media_type("a", name) for name in names]
    assert kinds == ["image/jpeg", "image/jpeg", "application/dash+xml", "application/xml"]
    render(video, book.parent, make_recipe(**DASH | {"dash.rows": 10}))
    assert sorted(path.name for path in book.glob("dash.*.jpg")) == ["dash.1.jpg"]


def test_the_set_alone_is_that_of_the_mpd(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**DASH))
    alone = ElementTree.fromstring((book / "dash.xml").read_bytes())
    document = ElementTree.fromstring((book / "dash.mpd").read_bytes())
    namespace = "{urn:mpeg:dash:schema:mpd:2011}"
    assert document.attrib["mediaPresentationDuration"] == "PT8.400000S"
    (described,) = document.iter(f"{namespace}AdaptationSet")
    pairs = list(zip(alone.iter(), described.iter(), strict=True))
    assert [(one.tag, one.attrib) for one, _ in pairs] == [
        (other.tag.removeprefix(namespace), other.attrib) for _, other in pairs
    ]


def test_a_failed_snippet_shows_the_tile_before(video: Path, book: Path) -> None:
    first, second, third = submitted(video, book, make_recipe(**DASH)).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    assert [shown(book, Fraction(at)) for at in range(9)] == [0, 25, 50, 50, 50, 50, 150, 175, 200]


def test_limits_and_sources(video: Path) -> None:
    with pytest.raises(UsageError, match="output dash: is made of stills or storyboard, which"):
        make_recipe(outputs=["gif", "dash"])
    recipe = make_recipe(**DASH | {"outputs": ["stills", "dash"]})
    with pytest.raises(LimitExceeded, match="would have 9 pictures for dash, more than the 8 allowed"):
        check_limits("a", api.probe(str(video)), recipe, Limits(max_tiles=8))
    large = replace(api.probe(str(video)), width=4000, height=2000)
    with pytest.raises(LimitExceeded, match="would have sheets of 3,000×1,000 pixels for dash, which is too large"):
        check_limits("a", large, make_recipe(**DASH | {"dash.width": 1000}), Limits(max_page_bytes=1_000_000))
