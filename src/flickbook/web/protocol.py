"""uvicorn's HTTP protocol, with limits on how large a request's head may be and how long it may take.

uvicorn by itself waits for a head for ever and takes one of any size. Watching costs a few comparisons a packet.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

MAX_HEAD_BYTES = 16 * 1024
HEAD_SECONDS = 10.0
# As nginx's send_timeout; players that paused for longer ask again.
TAKE_SECONDS = 60.0


class LimitedProtocol(HttpToolsProtocol):
    """Answers 431 to a request line and headers of more than 16 KB together, and 408 if they take longer than 10 s.

    Whoever goes on sending a body that was answered already, as one too large, has as long until the connection
    ends. Whoever takes nothing of an answer for a minute is cut off.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._in_head = True
        self._refused = False
        # Bytes that came since the parser last made something of them: a head, a trailer or a chunk's size, unfinished.
        self._unread = 0
        self._timer: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self._start_timer(self._refuse_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        self._stop_watching()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch_taking(None)

    def resume_writing(self) -> None:
        self._stop_watching()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        if self._refused:
            return
        self._unread += len(data)
        super().data_received(data)
        if self._unread > MAX_HEAD_BYTES:
            self._refuse(431)
        elif self._in_head and self._unread and self._timer is None:
            self._start_timer(self._refuse_slow)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._unread = 0
        self._stop_timer()
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > MAX_HEAD_BYTES:
            self._refuse(431)
        else:
            super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._unread = 0
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_head = True
        self._unread = 0
        self._stop_timer()
        if not self._refused:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self._in_head and self.cycle.response_complete:
            self._start_timer(self.transport.close)

    def _refuse_slow(self) -> None:
        if self._unread:
            self._refuse(408)
        else:
            self.transport.close()  # connected beforehand and never used, as browsers do

    def _refuse(self, status: int) -> None:
        self._refused = True
        self._stop_timer()
        # What belongs to an answer that is under way must not be mixed with another.
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()

    def _watch_taking(self, before: int | None) -> None:
        """Look again and again whether less is left to be taken than before."""
        left = self.transport.get_write_buffer_size()
        if left == before:
            self.transport.abort()
        else:
            self._stop_watching()
            self._taking = self.loop.call_later(TAKE_SECONDS, self._watch_taking, left)

    def _stop_watching(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            self._taking = None

    def _start_timer(self, callback: Callable[[], None]) -> None:
        self._stop_timer()
        self._timer = self.loop.call_later(HEAD_SECONDS, callback)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
