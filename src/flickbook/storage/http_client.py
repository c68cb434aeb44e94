"""Requests to web servers, whose redirects lead to nothing inside.

A server that may be read can answer at any time with a redirect, and whoever follows it is let in wherever this machine
is let in (SSRF). So a redirect is followed only to a public address, and the connection goes to the very address that
was checked: a name may have another one a moment later.
"""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
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
# For the head of an answer, and for its body.
ANSWER_SECONDS = 30.0
MOST_REDIRECTS = 5
# So many of a host's addresses are tried, each of which may take its time.
MOST_ADDRESSES = 3
_REDIRECTS = (301, 302, 303, 307, 308)
_REMEDY = "give the URL where the video lies"
# What a URL may hold as it is; all else in a Location is escaped (RFC 3986, section 2).
_URL_CHARACTERS = "%!#$&'()*+,/:;=?@[]~"
_CHUNK_BYTES = 256 * 1024
# What is read of a body that nobody wants, so that its connection can be used again.
_SMALL_BYTES = 64 * 1024
# More than there are threads that read: a connection beyond these is closed after one answer.
_KEPT_CONNECTIONS = 64


class Answer(NamedTuple):
    """An answer's status, its headers, by names in any case, and its body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(
    method: str,
    url: str,
    headers: Mapping[str, str],
    most: int = _SMALL_BYTES,
    may_visit: Callable[[str], bool] = is_outside,
) -> Answer:
    """Ask a web server, and those it sends on to, if all their addresses are such that `may_visit` is true of them.

    The first server may lie anywhere. The body is cut short after `most` bytes and one more. Raises OSError if there
    is no answer or only half of one, ValueError for a URL that is none, SourceDenied for a redirect that leads inside,
    from https to http, to another scheme, or to no end.
    """
    answer = ask_once(method, url, headers, most)
    at = url
    for _ in range(MOST_REDIRECTS):
        if answer.status not in _REDIRECTS:
            return answer
        at = _location(url, at, answer.headers.get("Location", ""))
        addresses = _checked_addresses(url, at, may_visit)
        answer = _first_answer(method, at, headers, most, addresses)
    if answer.status in _REDIRECTS:
        raise SourceDenied(url, f"sends readers on more than {MOST_REDIRECTS} times", _REMEDY)
    return answer


def ask_once(method: str, url: str, headers: Mapping[str, str], most: int = _SMALL_BYTES) -> Answer:
    """Ask a web server, or the proxy that the environment names for it, and follow no redirect.

    Raises OSError or ValueError, as `ask` does.
    """
    with _as_os_errors():
        manager = _manager(_proxy_of(url), os.getpid())
        answer = manager.urlopen(method, url, headers=headers, redirect=False, preload_content=False)
        return _read(answer, most)


def _first_answer(method: str, url: str, headers: Mapping[str, str], most: int, addresses: list[str]) -> Answer:
    """Ask the first of a host's addresses that can be connected to."""
    *others, last = addresses[:MOST_ADDRESSES]
    for address in others:
        with suppress(OSError):
            return _ask_address(method, url, headers, most, address)
    return _ask_address(method, url, headers, most, last)


def _ask_address(method: str, url: str, headers: Mapping[str, str], most: int, address: str) -> Answer:
    """Ask the server at an address, under the name that a URL has for it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    # Without user and password, which are for nobody that a redirect names.
    named = {**headers, "Host": parts.netloc.rpartition("@")[2]}
    certified = {"server_hostname": host, "assert_hostname": host} if parts.scheme == "https" else {}
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    with _as_os_errors():
        pool = _manager("", os.getpid()).connection_from_host(
            address, port_of(parts), parts.scheme, pool_kwargs=certified
        )
        return _read(pool.urlopen(method, path, headers=named, redirect=False, preload_content=False), most)


def _location(url: str, at: str, location: str) -> str:
    """Return the URL that an answer of `at` names. Raises SourceDenied for one that is never followed."""
    # Headers are read as Latin-1, and URLs in them are often UTF-8 that should have been escaped.
    target = urljoin(at, quote(location.encode("latin-1"), safe=_URL_CHARACTERS))
    parts = urlsplit(target)
    if not location or parts.scheme not in PORTS or not parts.hostname:
        raise SourceDenied(url, f"sends readers to {location or 'no URL'}, which is no web address", _REMEDY)
    if at.startswith("https:") and parts.scheme == "http":
        raise SourceDenied(url, f"sends readers from https to http, to {parts.hostname}", _REMEDY)
    return target


def _checked_addresses(url: str, target: str, may_visit: Callable[[str], bool]) -> list[str]:
    """Return the addresses of a redirect's host. Raises SourceDenied unless all of them may be visited."""
    host = urlsplit(target).hostname or ""
    if _proxy_of(target):
        # The proxy looks the name up by itself, and lies inside more often than not.
        raise SourceDenied(url, f"sends readers to {host}, which cannot be checked behind a proxy", _REMEDY)
    addresses = addresses_of(host, port_of(urlsplit(target)))
    if not all(map(may_visit, addresses)):
        raise SourceDenied(url, f"sends readers to {host}, an address inside", _REMEDY)
    return addresses


def _read(answer: urllib3.BaseHTTPResponse, most: int) -> Answer:
    """Read an answer to its end, or close its connection."""
    data = bytearray()
    deadline = time.monotonic() + ANSWER_SECONDS
    try:
        while len(data) <= most:
            piece = answer.read1(min(_CHUNK_BYTES, most + 1 - len(data)), decode_content=False)
            if not piece:
                break
            data += piece
            if time.monotonic() > deadline:
                raise TimeoutError(f"an answer took longer than {ANSWER_SECONDS:g} s")
        return Answer(answer.status, answer.headers, bytes(data))
    finally:
        # One that was read to its end has given its connection back before.
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
    """Cut a connection if setting it up, or the head of an answer, takes too long.

    The timeouts of sockets are for each byte, so that a server could send one now and then for ever.
    """
    clock = threading.Timer(ANSWER_SECONDS, _cut, [connection])
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _cut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            # Past TLS, whose own way of ending is not for other threads.
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
    """Return this process's connections, which a process forked from it must not use too."""
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
