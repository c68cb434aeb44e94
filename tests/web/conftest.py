"""Fixtures of the service's tests: a browser, services, videos, a real S3 server."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest
from playwright.sync_api import Browser

from flickbook.core.settings import Engine, Web
from flickbook.engines.configuration import Settings
from flickbook.outputs.recipes import make_recipe
from flickbook.web.app import make_app
from tests import books, clips
from tests.web.asgi import served
from tests.web.browser import chromium
from tests.web.server import Serving, start

# Long enough that few snippets are made before a test has halted the workers.
LONG_SECONDS = 40
MAX_UPLOAD_BYTES = 5_000_000
HOOK_SECRET = "what only buckets know"


# Not of the session: Playwright keeps an event loop running, beside which no test can run its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The service of all tests that need a process and can share it: those of the group `service`."""
    folder = tmp_path_factory.mktemp("shared")
    environ = {"FLICKBOOK_MAX_UPLOAD_BYTES": str(MAX_UPLOAD_BYTES), "FLICKBOOK_HOOK_SECRET": HOOK_SECRET}
    with start(folder / "in", folder / "out", environ=environ) as serving:
        yield serving


@pytest.fixture
def service(shared: Serving) -> Serving:
    """A service without a read token, which has no videos when the test begins."""
    shared.clear()
    return shared


class Closed(NamedTuple):
    """A service in this process that has a read token, a client with the write token, and one without a token."""

    url: str
    token: str
    source: Path
    client: httpx.Client
    stranger: httpx.Client


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Closed]:
    """A service with the tokens `secret` and `reader`, which has one video, `film`."""
    folder = tmp_path_factory.mktemp("closed")
    (folder / "in").mkdir()
    film = clips.make(folder / "in" / "film.mp4", frames=30)
    books.render(film, folder / "out", make_recipe(snippet=1, size=64))
    web = Web(token="secret", read_token="reader", source=str(folder / "in"), out=str(folder / "out"), min_free_bytes=0)
    headers = {"Authorization": "Bearer secret"}
    with (
        served(make_app(Settings(web=web, engine=Engine(workers=1))), lifespan="on") as url,
        httpx.Client(base_url=url, headers=headers) as client,
        httpx.Client(base_url=url) as stranger,
    ):
        yield Closed(url, web.token, folder / "in", client, stranger)


@pytest.fixture(scope="session")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of two snippets."""
    return clips.make(tmp_path_factory.mktemp("clips") / "a.mp4", frames=30)


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of `LONG_SECONDS` snippets, padded by a megabyte, so that its upload takes a while."""
    path = tmp_path_factory.mktemp("clips") / "long.mp4"
    clips.make(path, frames=LONG_SECONDS * 5, rate=5, size=(64, 48), options={"preset": "ultrafast", "g": "5"})
    more = 1_000_000
    with path.open("ab") as file:
        # A box of MP4 that players skip.
        file.write(more.to_bytes(4, "big") + b"free" + bytes(more - 8))
    return path
