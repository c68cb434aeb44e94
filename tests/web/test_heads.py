"""HEAD answers what GET does, without the body, on every route."""

from pathlib import Path

import pytest

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.storage.serving import LocalObject
from flickbook.web.app import make_app
from tests import books, clips
from tests.web.asgi import Asker
from tests.web.test_guard import walk

OF_ONE = ["/api/videos/film", "/api/videos/film/video", "/v/film/film-0.gif", "/v/film/manifest.json"]
OF_ALL = ["/", "/healthz", "/openapi.json", "/api/session", "/api/videos"]
MISSING = ["/api/videos/other", "/api/videos/other/video", "/v/film/film-9.gif", "/other", "/api/cluster"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("heads")
    (folder / "in").mkdir()
    books.render(clips.make(folder / "in" / "film.mp4", frames=30), folder / "out")
    return folder


@pytest.fixture(scope="module")
def asker(folder: Path) -> Asker:
    """A client of a service that has a film."""
    return Asker(make_app(Settings(web=Web(token="t", source=str(folder / "in"), out=(folder / "out").as_uri()))))


@pytest.mark.parametrize("path", [*OF_ONE, *OF_ALL, *MISSING])
def test_head_answers_as_get_does_without_a_body(path: str, asker: Asker) -> None:
    plain = {"Accept-Encoding": "identity"}
    whole, head = asker.get(path, headers=plain), asker.request("HEAD", path, headers=plain)
    assert (head.status_code, head.headers, head.content) == (whole.status_code, whole.headers, b"")
    assert int(head.headers["content-length"]) == len(whole.content) > 0
    assert (whole.status_code == 404) == (path in MISSING)


def test_the_metrics_are_there_by_head_too(asker: Asker) -> None:
    assert asker.request("HEAD", "/metrics").status_code == 200


@pytest.mark.parametrize("path", ["/api/events?name=film", "/api/videos/film/events", "/api/events?name=other"])
def test_an_event_stream_ends_at_once_by_head(path: str, asker: Asker) -> None:
    head = asker.request("HEAD", path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"].startswith("text/event-stream")
    assert "flickbook_event_streams 0.0" in asker.get("/metrics").text


def test_head_reads_nothing_of_a_video(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(LocalObject, "read")
    assert asker.request("HEAD", "/api/videos/film/video").status_code == 200


def test_every_route_that_answers_get_answers_head(tmp_path: Path) -> None:
    routes = set(walk(make_app(Settings(web=Web(token="t", source=str(tmp_path)))).routes))
    assert {path for method, path in routes if method == "GET" and path != "/x"} <= {
        path for method, path in routes if method == "HEAD"
    }
