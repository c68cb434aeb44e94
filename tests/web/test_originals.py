"""Source videos by HTTP, as browsers play them."""

import os
from contextlib import suppress
from pathlib import Path

import httpx
import obstore
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from flickbook.core.model import Source
from flickbook.errors import FlickbookError
from flickbook.storage import find_source
from flickbook.web.answers import answer_for
from flickbook.web.originals import media_type_of, send_original
from tests.storage.seaweed import bucket
from tests.storage.site import site
from tests.storage.test_http import served as versions
from tests.waiting import until
from tests.web.asgi import served

DATA = os.urandom(5_000_000)


def _app(source: Source, *, presign: bool = True) -> Starlette:
    async def send(request: Request) -> Response:
        return await send_original(request, source, presign=presign)

    async def answer(_: Request, error: Exception) -> Response:
        assert isinstance(error, FlickbookError)
        return answer_for(error)

    routes = [Route("/video", send, methods=["GET", "HEAD"])]
    return Starlette(routes=routes, exception_handlers={FlickbookError: answer})


def _check_ranges(client: httpx.Client) -> None:
    whole = client.get("/video")
    assert (whole.status_code, whole.headers["content-type"], len(whole.content)) == (200, "video/mp4", len(DATA))
    assert whole.content == DATA
    part = client.get("/video", headers={"Range": "bytes=2500000-4600000", "If-Range": whole.headers["etag"]})
    assert (part.status_code, part.headers["content-range"]) == (206, "bytes 2500000-4600000/5000000")
    assert part.content == DATA[2_500_000:4_600_001]
    head = client.head("/video")
    assert (head.headers["content-length"], head.headers["accept-ranges"], head.content) == ("5000000", "bytes", b"")


def test_a_local_video_is_served_by_ranges(tmp_path: Path) -> None:
    path = tmp_path / "my film.mp4"
    path.write_bytes(DATA)
    with served(_app(find_source(path.as_uri()))) as url, httpx.Client(base_url=url) as client:
        _check_ranges(client)
        path.unlink()
        assert client.get("/video").status_code == 404


def test_reading_stops_when_the_client_disconnects(tmp_path: Path) -> None:
    path = tmp_path / "long.mp4"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    with served(_app(find_source(path.as_uri()))) as url:
        with httpx.stream("GET", f"{url}/video") as answer:
            pieces = answer.iter_raw()
            next(pieces)
            assert _open_files(path) == 1
        until(lambda: not _open_files(path), "the end of reading")


def _open_files(path: Path) -> int:
    found = 0
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found += link.readlink() == path
    return found


def test_a_video_in_a_bucket_is_served_by_ranges_or_by_redirect(s3: str) -> None:
    obstore.put(bucket(s3, "films"), "shows/my film.mp4", DATA)
    source = find_source("s3://films/shows/my film.mp4")
    with served(_app(source, presign=False)) as url, httpx.Client(base_url=url) as client:
        _check_ranges(client)
    with served(_app(source)) as url, httpx.Client(base_url=url) as client:
        answer = client.get("/video", headers={"Range": "bytes=0-9"})
        assert (answer.status_code, answer.headers["cache-control"]) == (307, "private, max-age=3600")
        followed = client.get("/video", headers={"Range": "bytes=0-9"}, follow_redirects=True)
        assert (followed.status_code, followed.content) == (206, DATA[:10])


def test_a_video_on_a_web_server_is_served_by_ranges() -> None:
    with (
        site(DATA) as (root, asked),
        served(_app(find_source(f"{root}/film.mp4"))) as url,
        httpx.Client(base_url=url) as client,
    ):
        _check_ranges(client)
    assert all(request.headers["if-match"] == '"one"' for request in asked if request.method == "GET")


def test_redirects_of_a_web_server_to_private_addresses_are_not_followed() -> None:
    with (
        site(DATA) as (inside, asked),
        site(DATA, get=f"{inside}/secret.mp4") as (root, _),
        served(_app(find_source(f"{root}/film.mp4"))) as url,
    ):
        answer = httpx.get(f"{url}/video")
    assert (answer.status_code, answer.json()["error"]) == (422, "SourceDenied")
    assert not asked


def test_an_answer_whose_video_is_replaced_meanwhile_ends_early_and_without_a_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with versions(DATA, '"one"', '"one"', '"two"') as (root, _), served(_app(find_source(f"{root}/film.mp4"))) as url:
        received: list[bytes] = []
        with httpx.stream("GET", f"{url}/video") as answer, pytest.raises(httpx.RemoteProtocolError):
            received.extend(answer.iter_raw())
    assert any("was replaced during the work" in record.message for record in caplog.records)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    ("url", "media_type"),
    [("file:///a.MP4", "video/mp4"), ("s3://b/a.webm", "video/webm"), ("s3://b/a.mkv", "video/x-matroska")],
)
def test_a_video_has_the_media_type_of_its_suffix(url: str, media_type: str) -> None:
    assert media_type_of(url) == media_type
