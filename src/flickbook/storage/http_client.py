"""Requests to web servers that follow redirects to public addresses only.

A video's server can redirect to any URL, also to one that only this machine can reach (server-side request forgery).
Therefore a redirect is followed only if its host has a public address. The connection goes to the checked address,
because the host's name may resolve to another address a moment later.
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from flickbook.errors import SourceDenied
from flickbook.storage.addresses import PORTS, addresses_of, is_outside, port_of
from flickbook.storage.faults import first_line

CONNECT_SECONDS = 5.0
# For the head of a response, and again for its body.
ANSWER_SECONDS = 30.0
MOST_REDIRECTS = 5
# How many of a host's addresses are tried; each attempt may take CONNECT_SECONDS.
MOST_ADDRESSES = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_REMEDY = "give the URL of the video itself"
# Characters that a URL may contain as they are; others in a Location header are escaped (RFC 3986, section 2).
_URL_CHARACTERS = "%!#$&'()*+,/:;=?@[]~"
_CHUNK_BYTES = 256 * 1024
# How much of an unwanted body is read, so that its connection can be used again.
_SMALL_BYTES = 64 * 1024
# More than there are reading threads; further connections are closed after one response.
_KEPT_CONNECTIONS = 64


class Answer(NamedTuple):
    """A response: its status, its headers (their names in any case), and its body as sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(
    method: str,
    url: str,
    headers: Mapping[str, str],
    most: int = _SMALL_BYTES,
    may_visit: Callable[[str], bool] = is_outside,
    private: Mapping[str, str] = MappingProxyType({}),
) -> Answer:
    """Send a request and follow redirects to hosts whose addresses all satisfy `may_visit`.

    The first server may have any address, and only it gets the headers `private`. The body is cut after `most` + 1
    bytes. Raises OSError for a missing or partial response, ValueError for an invalid URL, and SourceDenied for a
    redirect to a private address, from https to http, to another scheme, or after too many redirects.
    """
    answer = ask_once(method, url, _merged(headers, private), most)
    at = url
    for _ in range(MOST_REDIRECTS):
        if answer.status not in _REDIRECTS:
            return answer
        at = _location(url, at, answer.headers.get("Location", ""))
        addresses = _checked_addresses(url, at, may_visit)
        private = private if _origin(at) == _origin(url) else {}
        answer = _first_answer(method, at, _merged(headers, private), most, addresses)
    if answer.status in _REDIRECTS:
        raise SourceDenied(url, f"redirects more than {MOST_REDIRECTS} times", _REMEDY)
    return answer


def ask_once(method: str, url: str, headers: Mapping[str, str], most: int = _SMALL_BYTES) -> Answer:
    """Send a request, by the proxy that the environment names if there is one; return a redirect as it is.

    Raises OSError or ValueError, as `ask` does.
    """
    with _as_os_errors():
        manager = _manager(_proxy_of(url), os.getpid())
        answer = manager.urlopen(method, url, headers=headers, redirect=False, preload_content=False)
        return _read(answer, most)


def post(url: str, headers: Mapping[str, str], body: bytes, may_visit: Callable[[str], bool] = is_outside) -> Answer:
    """Post a body to a host whose addresses all satisfy `may_visit`, without a proxy; return a redirect as it is.

    The addresses are looked up and checked at each call, and the connection goes to a checked one. Raises OSError for a
    missing or partial response, UnicodeError for an invalid host name, and SourceDenied for a private address.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    addresses = addresses_of(host, port_of(parts))
    if not all(map(may_visit, addresses)):
        raise SourceDenied(host, "resolves to a private address", "use a public one")
    return _first_answer("POST", url, headers, _SMALL_BYTES, addresses, body)


def _merged(headers: Mapping[str, str], private: Mapping[str, str]) -> dict[str, str]:
    """Return headers with others in place of those of the same name."""
    replaced = {name.lower() for name in private}
    return {**{name: value for name, value in headers.items() if name.lower() not in replaced}, **private}


def _origin(url: str) -> tuple[str, str | None, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, port_of(parts)


def _first_answer(
    method: str, url: str, headers: Mapping[str, str], most: int, addresses: list[str], body: bytes | None = None
) -> Answer:
    """Send a request to the first of a host's addresses that accepts a connection."""
    *others, last = addresses[:MOST_ADDRESSES]
    for address in others:
        begun = time.monotonic()
        try:
            return _ask_address(method, url, headers, most, address, body)
        except OSError:
            if time.monotonic() - begun > 2 * CONNECT_SECONDS:
                raise  # it was connected
    return _ask_address(method, url, headers, most, last, body)


def _ask_address(
    method: str, url: str, headers: Mapping[str, str], most: int, address: str, body: bytes | None = None
) -> Answer:
    """Send a request to the server at an address, with the host name of the URL."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Without user and password: they are for the first server only.
    named = {**headers, "Host": parts.netloc.rpartition("@")[2]}
    certified = {"server_hostname": host, "assert_hostname": host} if parts.scheme == "https" else {}
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    with _as_os_errors():
        pool = _manager("", os.getpid()).connection_from_host(
            address, port_of(parts), parts.scheme, pool_kwargs=certified
        )
        answer = pool.urlopen(method, path, body, headers=named, redirect=False, preload_content=False)
        return _read(answer, most)


def _location(url: str, at: str, location: str) -> str:
    """Return the URL that a redirect of the URL `at` names. Raises SourceDenied for a URL that is never followed."""
    # urllib3 decodes headers as Latin-1; unescaped URLs in them are usually UTF-8.
    target = urljoin(at, quote(location.encode("latin-1"), safe=_URL_CHARACTERS))
    parts = urlsplit(target)
    if not location or parts.scheme not in PORTS or not parts.hostname:
        raise SourceDenied(url, f"redirects to {location or 'nothing'}, which is not a web address", _REMEDY)
    if at.startswith("https:") and parts.scheme == "http":
        raise SourceDenied(url, f"redirects from https to http, to {parts.hostname}", _REMEDY)
    return target


def _checked_addresses(url: str, target: str, may_visit: Callable[[str], bool]) -> list[str]:
    """Return the addresses of a redirect's host. Raises SourceDenied unless all of them satisfy `may_visit`."""
    host = urlsplit(target).hostname or ""
    if _proxy_of(target):
        # The proxy resolves the name itself, usually in a private network.
        raise SourceDenied(url, f"redirects to {host}, which cannot be checked behind a proxy", _REMEDY)
    addresses = addresses_of(host, port_of(urlsplit(target)))
    if not all(map(may_visit, addresses)):
        raise SourceDenied(url, f"redirects to {host}, which resolves to a private address", _REMEDY)
    return addresses


def _read(answer: urllib3.BaseHTTPResponse, most: int) -> Answer:
    """Read a response to its end, or close its connection."""
    data = bytearray()
    deadline = time.monotonic() + ANSWER_SECONDS
    try:
        while len(data) <= most:
            piece = answer.read1(min(_CHUNK_BYTES, most + 1 - len(data)), decode_content=False)
            if not piece:
                break
            data += piece
            if time.monotonic() > deadline:
                raise TimeoutError(f"the response took longer than {ANSWER_SECONDS:g} s")
        return Answer(answer.status, answer.headers, bytes(data))
    finally:
        # Closes the connection, unless reading to the end has released it to the pool.
        answer.close()


def _proxy_of(url: str) -> str:
    """Return the URL of the proxy that the environment names for a URL, or an empty string."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    if not proxy or proxy_bypass(parts.hostname or ""):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


@contextmanager
def _as_os_errors() -> Iterator[None]:
    try:
        yield
    except HTTPError as error:
        cause = error.__cause__
        raise OSError(first_line(cause if isinstance(cause, Exception) else error)) from error


@contextmanager
def _bound(connection: HTTPConnection) -> Iterator[None]:
    """Cut a connection if connecting, or reading the head of a response, takes longer than ANSWER_SECONDS.

    Timeouts of sockets apply to each byte; a server that sends a byte now and then would never exceed them.
    """
    timer = threading.Timer(ANSWER_SECONDS, _cut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            # The plain socket's shutdown; that of a TLS socket is not thread-safe.
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)


class _Connection(HTTPConnection):
    def connect(self) -> None:
        with _bound(self):
            super().connect()

    def getresponse(self) -> urllib3.HTTPResponse:  # type: ignore[override]  # as urllib3's own
        with _bound(self):
            return super().getresponse()


class _SecureConnection(_Connection, HTTPSConnection):
    pass


class _Pool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


@lru_cache(maxsize=8)
def _manager(proxy: str, _process: int) -> urllib3.PoolManager:
    """Return the connections of this process; a forked process gets its own, by its process id."""
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=ANSWER_SECONDS)
    if proxy:
        auth = urllib3.util.parse_url(proxy).auth
        known = urllib3.make_headers(proxy_basic_auth=unquote(auth)) if auth else None
        manager: urllib3.PoolManager = urllib3.ProxyManager(
            proxy, proxy_headers=known, retries=False, timeout=timeout, maxsize=_KEPT_CONNECTIONS
        )
    else:
        manager = urllib3.PoolManager(retries=False, timeout=timeout, maxsize=_KEPT_CONNECTIONS)
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}
    return manager
