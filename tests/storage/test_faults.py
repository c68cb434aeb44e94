"""A real S3 server behind a failing network: short failures are survived, lasting ones are reported."""

import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from flickbook.core.model import Artifact, Receipt
from flickbook.core.settings import Limits
from flickbook.engines import orders as submission
from flickbook.errors import OutputDenied, SourceChanged, SourceDenied, SourceMissing, StoreError, UsageError
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store, find_source, open_source
from tests import clips
from tests.storage.proxy import FOREVER, Proxy, proxied

DATA = os.urandom(3_000_000)


@pytest.fixture
def proxy(s3: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    with proxied(s3) as proxy:
        monkeypatch.setenv("AWS_ENDPOINT_URL", proxy.url)
        yield proxy


@pytest.fixture
def store(proxy: Proxy, request: pytest.FixtureRequest) -> Store:
    store = Store(f"s3://faults/{request.node.name}")
    store.put("film.mp4", DATA)
    return store


def test_a_burst_of_slow_down_is_survived(store: Store, proxy: Proxy) -> None:
    for method in ("GET", "PUT"):
        proxy.inject(method, "refuse", 3)
    store.put("one", b"first")
    assert store.get("one") == b"first"
    proxy.inject("HEAD", "refuse", 3)
    assert find_source(f"{store.url}/film.mp4").size == len(DATA)


def test_a_store_that_never_serves_is_a_store_error_after_a_few_attempts(store: Store, proxy: Proxy) -> None:
    source = find_source(f"{store.url}/film.mp4")
    for method in ("GET", "PUT", "HEAD"):
        proxy.inject(method, "refuse", FOREVER)
    with pytest.raises(StoreError, match="the store failed"):
        store.put("one", b"first")
    with open_source(source) as file, pytest.raises(StoreError, match=r"film\.mp4: cannot be read"):
        file.read(10)
    assert (proxy.struck["PUT"], proxy.struck["GET"]) == (6, 6)


def test_a_response_cut_in_two_is_completed(store: Store, proxy: Proxy) -> None:
    proxy.inject("GET", "cut", 4)
    with open_source(find_source(f"{store.url}/film.mp4")) as file:
        assert file.read() == DATA


def test_two_versions_of_a_source_are_never_mixed(store: Store, proxy: Proxy) -> None:
    with open_source(find_source(f"{store.url}/film.mp4")) as file:
        assert file.read(10) == DATA[:10]
        proxy.inject("GET", "cut")
        proxy.meanwhile = lambda: store.put("film.mp4", os.urandom(len(DATA)))
        with pytest.raises(SourceChanged, match="was replaced during the work"):
            file.read()


def test_a_snippets_files_are_stored_even_if_responses_are_lost(store: Store, proxy: Proxy, tmp_path: Path) -> None:
    plan = submission.plan_source(str(clips.make(tmp_path / "a.mp4", frames=30)), make_recipe(), Limits())
    book = Book(store.url, plan.name)
    proxy.inject("PUT", "lose")
    book.adopt(plan)
    assert book.plan() == plan
    end = plan.snippets[0].end
    file = Artifact(
        "a-0.gif", "gif", "gif", "image/gif", bytes=3, digest="", width=1, height=1, start=Fraction(0), end=end
    )
    proxy.inject("PUT", "lose", 2)
    book.publish(plan.id, [(file, b"gif")])
    assert book.store.get("a-0.gif") == b"gif"
    receipt = Receipt(plan=plan.id, snippet=plan.snippets[0], artifacts=(file,))
    proxy.inject("PUT", "lose")
    book.store_receipt(receipt)
    assert book.receipts(plan) == [receipt]


def test_wrong_credentials_are_reported(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(SourceDenied, match=r"film\.mp4: cannot be read, access is denied"):
        find_source(f"{store.url}/film.mp4")
    with pytest.raises(OutputDenied, match="cannot be used as output"):
        Store(store.url).put("one", b"first")


def test_a_video_whose_store_cannot_be_opened_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT_NAME", raising=False)
    with pytest.raises(StoreError, match=r"^az://films/a\.mp4: cannot be opened .* AZURE_STORAGE_ACCOUNT_NAME and"):
        find_source("az://films/a.mp4")


def test_a_video_removed_during_the_work_is_reported(store: Store) -> None:
    source = find_source(f"{store.url}/film.mp4")
    store.delete(["film.mp4"])
    with open_source(source) as file, pytest.raises(SourceMissing):
        file.read(10)


def test_a_signed_url_that_would_be_stored_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"^https://films\.s3\.amazonaws\.com/a\.mp4: has a signature"):
        find_source("https://films.s3.amazonaws.com/a.mp4?X-Amz-Signature=00")
