"""One Chromium for all tests of the page, and one site of films for those of players."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.web.browser import chromium
from tests.web.page.streams import Site, site_of_films


# Not of the session: Playwright keeps an event loop running, beside which no test can run its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_of_films(tmp_path_factory.mktemp("site")) as site:
        yield site
