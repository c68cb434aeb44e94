"""Redirects of a web server never lead to a private address."""

import asyncio
import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from flickbook.errors import SourceDenied, StoreError
from flickbook.storage import check_direct, find_source, open_source, open_version
from flickbook.storage.addresses import is_outside, is_own, is_public
from flickbook.storage.http_client import MOST_REDIRECTS, ask
from tests.storage.site import CERTIFICATE, Asked, site

pytestmark = pytest.mark.attack

SECRET = os.urandom(100_000)


@pytest.fixture
def inside() -> Iterator[tuple[str, list[Asked]]]:
    with site(SECRET) as (url, asked):
        yield url, asked


def anywhere(_: str) -> bool:
    return True


# As a redirect names the server inside; P is its port.
INSIDE = [
    "http://127.0.0.1:P/secret",
    "http://localhost:P/secret",
    "http://127.1:P/secret",
    "http://2130706433:P/secret",
    "http://0x7f000001:P/secret",
    "http://0.0.0.0:P/secret",
    "http://[::ffff:127.0.0.1]:P/secret",
    "http://films.example@127.0.0.1:P/secret",
    "//127.0.0.1:P/secret",
    "http://[::1]:P/secret",
    "http://169.254.169.254/latest/meta-data",
    "/secret",
    "",
]


@pytest.mark.parametrize("location", INSIDE)
def test_a_redirect_to_a_private_address_is_refused_without_a_request_there(
    location: str, inside: tuple[str, list[Asked]]
) -> None:
    url, asked_inside = inside
    location = location.replace("P", str(urlsplit(url).port))
    with site(bytes(len(SECRET)), get=location) as (root, asked):
        source = find_source(f"{root}/a.mp4")
        with pytest.raises(SourceDenied), open_source(source) as file:
            file.read()
        with pytest.raises(SourceDenied):
            asyncio.run(_read_served(f"{root}/a.mp4"))
        assert [request.path for request in asked if request.method == "GET"] == ["/a.mp4"] * 2
    assert not asked_inside


async def _read_served(url: str) -> bytes:
    with await open_version(find_source(url)) as opened:
        return b"".join([piece async for piece in opened.read(0, opened.size)])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_a_private_address_is_refused_on_look_up(status: int, inside: tuple[str, list[Asked]]) -> None:
    with site(head=f"{inside[0]}/secret", status=status) as (root, _):
        fault = r"redirects to 127\.0\.0\.1, which resolves to a private address; give the URL of the video itself\."
        with pytest.raises(SourceDenied, match=fault):
            find_source(f"{root}/a.mp4")
        with pytest.raises(SourceDenied, match="redirects to another URL"):
            check_direct(f"{root}/a.mp4")
    assert not inside[1]


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/a", "data:,a", "http:///a", "http://["]
)
def test_a_redirect_to_another_scheme_or_an_invalid_url_is_refused(location: str) -> None:
    with site(head=location) as (root, _), pytest.raises((SourceDenied, StoreError)):
        find_source(f"{root}/a.mp4")


def test_a_redirect_to_an_address_that_may_be_visited_is_followed() -> None:
    data = os.urandom(1000)
    visited: list[str] = []

    def may_visit(address: str) -> bool:
        visited.append(address)
        return True

    with site(data) as (there, asked):
        port = urlsplit(there).port
        with site(get=f"http://localhost:{port}/b%20%C3%A4.mp4?signed=%2Fa%3D&x") as (root, _):
            answer = ask("GET", f"{root}/a.mp4", {"Range": "bytes=10-19"}, 10, may_visit)
    assert (answer.status, answer.body) == (206, data[10:20])
    assert (asked[0].path, asked[0].headers["host"]) == ("/b%20%C3%A4.mp4?signed=%2Fa%3D&x", f"localhost:{port}")
    # All addresses of the name, of which the server has but one.
    assert "127.0.0.1" in visited


def test_a_host_with_one_forbidden_address_is_refused() -> None:
    with (
        site(SECRET) as (there, asked),
        site(head=f"http://localhost:{urlsplit(there).port}/") as (root, _),
        pytest.raises(SourceDenied),
    ):
        ask("HEAD", f"{root}/a.mp4", {}, may_visit=lambda address: address != "127.0.0.1")
    assert not asked


@pytest.mark.parametrize("location", ["http://LOCALHOST.:P/secret", "http://127.0.0.1:P\\@films.example/secret"])
def test_odd_spellings_of_a_local_host_in_a_redirect_are_refused(
    location: str, inside: tuple[str, list[Asked]]
) -> None:
    location = location.replace("P", str(urlsplit(inside[0]).port))
    with site(head=location) as (root, _), pytest.raises((SourceDenied, OSError)):
        ask("HEAD", f"{root}/a.mp4", {})
    assert not inside[1]


def test_endless_redirects_are_refused() -> None:
    with site(head="/again") as (root, asked), pytest.raises(SourceDenied, match="more than 5 times"):
        ask("HEAD", f"{root}/a.mp4", {}, may_visit=anywhere)
    assert len(asked) == MOST_REDIRECTS + 1


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.mark.usefixtures("trusted")
def test_a_redirect_from_https_to_http_is_refused() -> None:
    with (
        site(SECRET) as (plain, asked),
        site(head=plain, certified=True) as (root, _),
        pytest.raises(SourceDenied, match="from https to http"),
    ):
        ask("HEAD", f"{root}/a.mp4", {}, may_visit=anywhere)
    assert not asked


@pytest.mark.usefixtures("trusted")
def test_after_a_redirect_to_https_the_certificate_must_match_the_host_in_the_url() -> None:
    with site(SECRET, certified=True) as (secure, asked):
        with site(head=f"{secure}/b.mp4") as (root, _):
            assert ask("HEAD", f"{root}/a.mp4", {}, may_visit=anywhere).status == 200
        other = f"{secure.replace('localhost', '127.0.0.1')}/c.mp4"
        with site(head=other) as (root, _), pytest.raises(OSError, match=r"CERTIFICATE_VERIFY_FAILED|doesn't match"):
            ask("HEAD", f"{root}/a.mp4", {}, may_visit=anywhere)
    assert [request.path for request in asked] == ["/b.mp4"]


def test_a_redirect_behind_a_proxy_is_refused_because_its_address_cannot_be_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with site(SECRET, head="http://192.0.2.1/b.mp4") as (proxy, asked):
        monkeypatch.setenv("http_proxy", proxy)
        with pytest.raises(SourceDenied, match="cannot be checked behind a proxy"):
            find_source("http://films.example/a.mp4")
    assert [request.path for request in asked] == ["http://films.example/a.mp4"]


@pytest.mark.parametrize("address", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "2002:101:101::1"])
def test_global_addresses_are_public(address: str) -> None:
    assert is_public(address)


NOT_PUBLIC = """
    0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 192.168.1.1 192.0.2.1 198.18.0.1 224.0.0.1
    255.255.255.255 :: ::1 ::7f00:1 ::ffff:127.0.0.1 2002:7f00:1:: 64:ff9b::7f00:1 64:ff9b:1::7f00:1 fc00::1 fe80::1
    fe80::1%eth0 fec0::1 ff02::1 2001:db8::1
"""


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_private_and_reserved_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)
    assert not is_outside(address)


def test_this_machines_addresses_are_recognised() -> None:
    assert is_own("127.0.0.1")
    assert not is_own("192.0.2.1")
    assert not is_own("2001:db8::1")
