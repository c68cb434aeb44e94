"""A video on a web server is read by few ranges of suitable sizes, with or without an ETag."""

import http.server
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import flickbook
from flickbook.errors import SourceChanged
from flickbook.storage import find_source, open_source
from flickbook.storage.range_reader import KEPT_BYTES, SURE_BYTES, SURE_FIRST_BYTES, RangeReader
from tests import clips
from tests.loopback import serving
from tests.storage.proxy import proxied
from tests.waiting import until


@contextmanager
def served(data: bytes, etag: str | None, *etags: str) -> Iterator[tuple[str, list[str]]]:
    """Serve one file on loopback, and list the ranges asked for.

    With more `etags`, each further request gets another version, and If-Match is ignored.
    """
    ranges: list[str] = []
    versions = iter([etag, *etags])

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._head(200, len(data))

        def do_GET(self) -> None:
            asked = self.headers["Range"]
            first, last = map(int, re.findall(r"\d+", asked))
            ranges.append(asked)
            if not etags and self.headers["If-Match"] not in (None, etag):
                self._head(412, 0)
                return
            piece = data[first : last + 1]
            self._head(206, len(piece), f"bytes {first}-{first + len(piece) - 1}/{len(data)}")
            self.wfile.write(piece)

        def _head(self, code: int, length: int, content_range: str | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(length))
            self.send_header("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
            if content_range:
                self.send_header("Content-Range", content_range)
            if mark := next(versions) if etags else etag:
                self.send_header("ETag", mark)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler) as url:
        yield url, ranges


@pytest.mark.parametrize("etag", ['"one"', 'W/"one"', None])
def test_a_video_on_a_web_server_is_read_by_ranges(etag: str | None, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    with served(video.read_bytes(), etag) as (root, ranges):
        found = flickbook.probe(f"{root}/shows/my%20film.mp4")
    assert found.duration == flickbook.probe(video).duration
    assert ranges


def test_a_response_cut_in_two_is_requested_again_without_an_etag() -> None:
    data = os.urandom(300_000)
    with served(data, None) as (root, _), proxied(root) as proxy:
        proxy.inject("GET", "cut")
        with open_source(find_source(f"{proxy.url}/a.bin")) as file:
            assert file.read() == data


def test_another_version_is_noticed_even_if_the_server_ignores_if_match() -> None:
    with served(os.urandom(300_000), '"one"', '"one"', '"two"') as (root, _):
        file = open_source(find_source(f"{root}/a.bin"))
        with pytest.raises(SourceChanged):
            file.read()


@pytest.mark.parametrize("mark", ['"one"', 'W/"one"'])
def test_a_response_cut_in_two_is_not_completed_from_another_version(mark: str) -> None:
    with (
        served(os.urandom(300_000), mark, mark, *[mark.replace("one", "two")] * 30) as (root, _),
        proxied(root) as proxy,
    ):
        proxy.inject("GET", "cut")
        file = open_source(find_source(f"{proxy.url}/a.bin"))
        with pytest.raises(SourceChanged):
            file.read()


def sizes(ranges: list[str]) -> list[int]:
    """Return the number of bytes in each requested range."""
    bounds = [list(map(int, re.findall(r"\d+", text))) for text in ranges]
    return [last + 1 - first for first, last in bounds]


def test_requests_grow_while_reading_is_sequential() -> None:
    data = os.urandom(9_000_000)
    with served(data, '"one"') as (root, ranges), open_source(find_source(f"{root}/a.bin")) as file:
        assert file.read() == data
    assert sizes(ranges)[:4] == [2**15, 2**17, 2**19, 2**20]
    assert sum(sizes(ranges)) == len(data)
    assert len(ranges) == 11


def test_with_a_known_end_hardly_more_is_read() -> None:
    data = os.urandom(12_000_000)
    with served(data, '"one"') as (root, ranges):
        reader = RangeReader(find_source(f"{root}/a.bin"))
        reader.expect(10_000_000)
        reader.seek(1_000_000)
        file = io.BufferedReader(reader)
        assert file.read(9_000_000) == data[1_000_000:10_000_000]
    assert max(sizes(ranges)) == SURE_BYTES
    assert len(ranges) == 4
    assert sum(sizes(ranges)) < 9_100_000


def test_with_a_known_end_the_next_piece_is_fetched_ahead() -> None:
    data = os.urandom(3_000_000)
    with served(data, '"one"') as (root, ranges):
        reader = RangeReader(find_source(f"{root}/a.bin"))
        reader.expect(len(data))
        assert reader.read(SURE_FIRST_BYTES)
        assert reader.read(10)
        until(lambda: len(ranges) >= 3, "the third request")
        assert reader.readall() == data[SURE_FIRST_BYTES + 10 :]
    assert len(ranges) == 3


def test_an_error_while_fetching_ahead_is_raised_by_the_read() -> None:
    data = os.urandom(3_000_000)
    with served(data, '"one"', '"one"', '"one"', '"two"') as (root, _):
        reader = RangeReader(find_source(f"{root}/a.bin"))
        reader.expect(len(data))
        assert reader.read(10) == data[:10]
        with pytest.raises(SourceChanged):
            reader.readall()


@pytest.mark.parametrize("end", [-(2**63), -1, 0, 2**63])
def test_a_wrong_hint_changes_no_byte(end: int) -> None:
    data = os.urandom(KEPT_BYTES + 2_000_000)
    with served(data, '"one"') as (root, ranges):
        reader = RangeReader(find_source(f"{root}/a.bin"))
        reader.expect(end)
        assert reader.read() == data
        reader.seek(0)
        assert reader.read(10) == data[:10]
    assert max(sizes(ranges)) <= SURE_BYTES
