"""The headers of all answers, other origins that may read, and the page's own files."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from flickbook.core.settings import Web
from flickbook.web.headers import SafeHeaders
from flickbook.web.page import Page
from tests.web.asgi import served

FRIEND, STRANGER = "https://player.example", "https://evil.example"
SCRIPT = b"console.log('flickbook');" * 100


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("page")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Flickbook</title>")
    (folder / "assets" / "app-1a2b.js").write_bytes(SCRIPT)
    (folder / "assets" / "packed-3c4d.js").write_bytes(SCRIPT)
    (folder / "assets" / "packed-3c4d.js.br").write_bytes(b"as brotli would")
    (folder / "source.map").write_text("{}")
    return Page(folder)


@pytest.fixture(scope="module")
def closed(page: Page) -> Iterator[httpx.Client]:
    with served(SafeHeaders(page, Web())) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.fixture(scope="module")
def shared(page: Page) -> Iterator[httpx.Client]:
    with served(SafeHeaders(page, Web(origins=(FRIEND,)))) as url, httpx.Client(base_url=url) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_every_answer_has_the_headers_for_security(path: str, closed: httpx.Client) -> None:
    headers = closed.get(path).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert (policy["default-src"], policy["script-src"], policy["frame-ancestors"]) == ("'none'", "'self'", "'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_another_origin_may_read_only_if_it_is_in_the_settings(closed: httpx.Client, shared: httpx.Client) -> None:
    assert "access-control-allow-origin" not in closed.get("/", headers={"Origin": FRIEND}).headers
    assert "access-control-allow-origin" not in shared.get("/", headers={"Origin": STRANGER}).headers
    allowed = shared.get("/", headers={"Origin": FRIEND}).headers
    assert allowed["access-control-allow-origin"] == FRIEND
    assert "upload-offset" in allowed["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in allowed
    assert "origin" in allowed["vary"].lower()
    assert allowed["cross-origin-resource-policy"] == "cross-origin"


def test_a_preflight_request_is_answered(shared: httpx.Client) -> None:
    asked = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "upload-offset"}
    answer = shared.options("/api/uploads/1", headers={"Origin": FRIEND, **asked})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, FRIEND)
    assert "PATCH" in answer.headers["access-control-allow-methods"]
    assert "upload-offset" in answer.headers["access-control-allow-headers"]
    refused = shared.options("/api/uploads/1", headers={"Origin": STRANGER, **asked})
    assert (refused.status_code, "access-control-allow-origin" in refused.headers) == (400, False)


def test_browsers_revalidate_the_page_and_cache_its_assets(closed: httpx.Client) -> None:
    index, asset = closed.get("/"), closed.get("/assets/app-1a2b.js")
    assert (index.headers["content-type"], index.headers["cache-control"]) == ("text/html; charset=utf-8", "no-cache")
    assert closed.get("/index.html", headers={"If-None-Match": index.headers["etag"]}).status_code == 304
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert closed.head("/").content == b""
    assert closed.post("/").status_code == 405


def test_files_are_compressed_as_the_browser_accepts(closed: httpx.Client) -> None:
    with closed.stream("GET", "/assets/app-1a2b.js", headers={"Accept-Encoding": "gzip, deflate, br"}) as answer:
        packed = b"".join(answer.iter_raw())
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "accept-encoding")
    assert gzip.decompress(packed) == SCRIPT
    with closed.stream("GET", "/assets/packed-3c4d.js", headers={"Accept-Encoding": "br"}) as answer:
        assert (answer.headers["content-encoding"], b"".join(answer.iter_raw())) == ("br", b"as brotli would")
    plain = closed.get("/assets/packed-3c4d.js", headers={"Accept-Encoding": "br;q=0, identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == SCRIPT


@pytest.mark.parametrize(
    "path", ["/assets", "/assets/", "/source.map", "/assets/../index.html", "/assets/packed-3c4d.js.br"]
)
def test_only_files_of_the_page_are_served(path: str, closed: httpx.Client) -> None:
    url = httpx.URL(closed.base_url).copy_with(raw_path=path.encode())
    assert closed.get(url).status_code in (404, 200 if path.endswith("index.html") else 404)


def test_a_page_that_is_not_built_says_how_to_build_it(tmp_path: Path) -> None:
    with served(Page(tmp_path)) as url:
        assert "make page" in httpx.get(url).text
