"""A proxy on loopback that fails on demand, between Flickbook and a real S3 server."""

import http.client
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Fault = Literal["refuse", "cut", "lose"]
FOREVER = 1_000_000


class Proxy:
    """The next failures; `meanwhile` is called in the middle of a cut response, `struck` counts failures by method."""

    def __init__(self) -> None:
        self.url = ""
        self.meanwhile: Callable[[], None] | None = None
        self.struck: Counter[str] = Counter()
        self._faults: Counter[tuple[str, Fault]] = Counter()
        self._lock = threading.Lock()

    def inject(self, method: str, fault: Fault, times: int = 1) -> None:
        """Let the next requests of a method fail.

        `refuse` answers 503, `cut` breaks off in mid-body, `lose` does the work and never says so.
        """
        with self._lock:
            self._faults[method, fault] += times

    def strikes(self, method: str, fault: Fault) -> bool:
        """Tell whether a request is to fail so, and count it."""
        with self._lock:
            struck = self._faults[method, fault] > 0
            self._faults[method, fault] -= struck
            self.struck[method] += struck
            return struck


@contextmanager
def proxied(endpoint: str) -> Iterator[Proxy]:
    """Run a proxy before an endpoint. It passes the Host header on, because the signature covers it."""
    proxy = Proxy()

    class Handler(_Handler):
        pass

    Handler.proxy, Handler.target = proxy, endpoint.removeprefix("http://")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    proxy.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield proxy
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    proxy: Proxy
    target: str

    def handle_one_request(self) -> None:
        super().handle_one_request()
        self.close_connection = True

    def _do(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if self.proxy.strikes(self.command, "refuse"):
            self._answer(503, [], b"<Error><Code>SlowDown</Code></Error>")
            return
        status, headers, answer = self._pass_on(body)
        if not self.proxy.strikes(self.command, "lose"):
            self._answer(status, headers, answer)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _do  # noqa: N815

    def _pass_on(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        connection = http.client.HTTPConnection(self.target, timeout=30)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        headers = [pair for pair in answer.getheaders() if pair[0].lower() not in ("transfer-encoding", "connection")]
        data = answer.read()
        connection.close()
        return answer.status, headers, data

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        if not any(name.lower() == "content-length" for name, _ in headers):
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        if not body or not self.proxy.strikes(self.command, "cut"):
            self.wfile.write(body)
            return
        self.wfile.write(body[: len(body) // 2])
        if self.proxy.meanwhile is not None:
            self.proxy.meanwhile()

    def log_message(self, *_: object) -> None:
        return
