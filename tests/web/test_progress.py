"""Event streams: any number of listeners, long silences, and listeners that disconnect at any time."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from flickbook.core.model import Entry, State
from flickbook.engines.base import FramesSeen
from flickbook.errors import StoreError, TooManyStreams
from flickbook.library.index import Index, entry_of
from flickbook.web import event_stream
from flickbook.web.event_stream import EventStreams
from flickbook.web.views import View, Views
from tests.waiting import LONG
from tests.web.server import Serving
from tests.web.test_views import begin, finish, store_receipt


@pytest.mark.xdist_group("service")
def test_a_listener_that_disconnects_during_an_event_causes_no_error(service: Serving) -> None:
    (service.source / "bad.mp4").write_text("not a video")
    service.order("bad.mp4")
    for _ in range(100):
        listen_and_go(service, "bad")
    # When the service ends, its log is checked for tracebacks.
    service.wait_for("bad", "refused")


def listen_and_go(serving: Serving, name: str) -> None:
    address = urlsplit(serving.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG) as connection:
        connection.sendall(f"GET /api/events?name={name} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 200")


class Counting(Views):
    """Counts how often books are read, in all and at the same time."""

    def __init__(self, out: str) -> None:
        super().__init__(out)
        self.reads = 0
        self.most_at_once = 0
        self.failing = False
        self._now = 0
        self._counting = threading.Lock()

    def view(self, name: str) -> View | None:
        with self._counting:
            self.reads += 1
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            if self.failing:
                raise StoreError("the store", "does not answer", "try again")
            return super().view(name)
        finally:
            with self._counting:
                self._now -= 1


def note(out: str, name: str, state: State) -> None:
    Index(out).note(Entry(name, state, f"file:///{name}.mp4", 1.0))


async def hear(stream: AsyncGenerator[bytes, None]) -> list[tuple[str, Any]]:
    """Return the events of the next block that is not a comment."""
    block = b": "
    while block.startswith(b": "):
        block = await asyncio.wait_for(anext(stream), LONG)
    events = [event.split("\n") for event in block.decode().removesuffix("\n\n").split("\n\n")]
    return [(kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for kind, data in events]


async def hear_all(stream: AsyncGenerator[bytes, None]) -> list[tuple[str, Any]]:
    heard: list[tuple[str, Any]] = []
    while not heard or heard[-1][0] != "end":
        heard += await hear(stream)
    return heard


def test_a_stream_without_events_is_kept_open_by_comments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "QUIET_SECONDS", 0.05)
    out = tmp_path.as_uri()
    note(out, "a", "waiting")

    async def listen() -> list[str]:
        heard: list[str] = []
        streams = EventStreams(out, Views(out))
        async for block in streams.listen(["a"]):
            heard.append(block.decode().partition("\n")[0])
            if len(heard) == 10:
                await streams.close()
        return heard

    heard = asyncio.run(asyncio.wait_for(listen(), LONG))
    assert (heard[0], set(heard[1:])) == ("event: state", {": "})


def test_each_listener_receives_the_state_of_a_book_and_then_its_changes(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    plan = begin(out)
    store_receipt(out, plan, 0)

    async def listen() -> None:
        streams = EventStreams(out, Views(out))
        first = streams.listen(["film"])
        (kind, state), (cell_kind, cell) = await hear(first)
        assert (kind, state["state"], state["done"], cell_kind, cell["start"]) == ("state", "making", 1, "cell", 0)
        store_receipt(out, plan, 2)
        kinds = [(kind, data.get("start"), data.get("done")) for kind, data in await hear(first)]
        assert kinds == [("cell", 60, None), ("state", None, 2)]
        second = streams.listen(["film"])
        assert [data.get("start") for _, data in await hear(second)] == [None, 0, 60]
        store_receipt(out, plan, 1)
        finish(out, plan)
        for stream in (first, second):
            heard = await hear_all(stream)
            assert [kind for kind, _ in heard].count("cell") == 1
            assert [data["state"] for kind, data in heard if kind == "state"][-1] == "complete"

    asyncio.run(listen())


def test_the_frames_of_a_snippet_that_is_made_come_with_the_time_left(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    plan = begin(out)
    Index(out).note(entry_of(plan, [], "making", begun=time.time() - 10))
    seen = [FramesSeen(0, 10, 40)]

    async def listen() -> None:
        streams = EventStreams(out, Views(out), frames=lambda _: list(seen))
        stream = streams.listen(["film"])
        (_, (kind, first)) = await hear(stream)
        assert (kind, first["frames"]) == ("frames", [{"start": 0, "done": 10, "wanted": 40}])
        # In ten seconds a quarter of the first of three snippets was made.
        assert 110 <= first["left"] <= 110 + 11 * LONG
        # The snippet is made, and the next one has begun.
        seen.append(FramesSeen(30, 1, 40))
        store_receipt(out, plan, 0)
        heard = await hear(stream)
        while "state" not in [kind for kind, _ in heard]:
            heard = await hear(stream)
        assert [kind for kind, _ in heard] == ["cell", "state", "frames"]
        assert heard[2][1]["frames"] == [{"start": 30, "done": 1, "wanted": 40}]
        await stream.aclose()

    asyncio.run(listen())


def test_a_book_in_its_final_state_is_not_read_again(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    note(out, "bad", "refused")
    note(out, "slow", "waiting")
    shared = Counting(out)

    async def listen() -> None:
        streams = EventStreams(out, shared)
        names = ["bad", *(f"none{number}" for number in range(40)), "slow"]
        stream = streams.listen(names)
        heard: list[tuple[str, Any]] = []
        while len(heard) < len(names):
            heard += await hear(stream)
        assert sorted(kind for kind, _ in heard) == ["gone"] * 40 + ["state"] * 2
        # Only the book that waits is still followed.
        note(out, "bad", "waiting")
        for number in range(40):
            note(out, f"none{number}", "waiting")
        note(out, "slow", "refused")
        assert [kind for kind, _ in await hear_all(stream)] == ["state", "end"]

    asyncio.run(listen())


def test_a_silent_listener_leaves_no_old_events_for_others(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    note(out, "film", "refused")

    async def listen() -> None:
        streams = EventStreams(out, Views(out))
        silent = streams.listen(["film"])
        assert (await hear(silent))[0][1]["state"] == "refused"
        note(out, "film", "waiting")
        later = streams.listen(["film"])
        assert (await hear(later))[0][1]["state"] == "waiting"
        await silent.aclose()
        await later.aclose()

    asyncio.run(listen())


def test_few_books_are_read_at_the_same_time_for_any_number_of_listeners(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    shared = Counting(out)

    async def listen() -> None:
        streams = EventStreams(out, shared)
        listening = [streams.listen([f"{stream}x{name}" for name in range(10)]) for stream in range(20)]
        for heard in await asyncio.gather(*(hear_all(stream) for stream in listening)):
            assert [kind for kind, _ in heard] == ["gone"] * 10 + ["end"]

    asyncio.run(listen())
    assert shared.reads == 200
    assert shared.most_at_once <= event_stream.READS_AT_ONCE


def test_a_stream_outlasts_a_store_that_fails_for_a_while(tmp_path: Path) -> None:
    out = tmp_path.as_uri()
    note(out, "film", "waiting")
    shared = Counting(out)
    shared.failing = True

    async def listen() -> None:
        streams = EventStreams(out, shared)
        stream = streams.listen(["film"])
        waiting = asyncio.create_task(hear(stream))
        while not shared.reads:
            await asyncio.sleep(0)
        shared.failing = False
        assert (await waiting)[0][1]["state"] == "waiting"
        await stream.aclose()

    asyncio.run(listen())


def test_a_client_has_a_limit_of_streams_and_leaves_room_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_stream, "MOST_STREAMS", 5)
    monkeypatch.setattr(event_stream, "MOST_STREAMS_A_CLIENT", 3)
    streams = EventStreams(tmp_path.as_uri(), Views(tmp_path.as_uri()))
    greedy = [streams.admit("greedy") for _ in range(3)]
    for stream in greedy:
        stream.__enter__()
    with pytest.raises(TooManyStreams, match="streams a client"), streams.admit("greedy"):
        pass
    with streams.admit("one"), streams.admit("another"), pytest.raises(TooManyStreams), streams.admit("third"):
        pass
    greedy[0].__exit__(None, None, None)
    with streams.admit("greedy"):
        pass


@pytest.mark.xdist_group("service")
def test_one_stream_too_many_is_answered_429_until_another_is_closed(service: Serving) -> None:
    (service.source / "film.mp4").write_text("not a video")
    address = urlsplit(service.url)
    request = f"GET /api/events?name=film&name=a HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode()
    connections = []
    statuses = []
    note(service.out.as_uri(), "film", "waiting")
    for _ in range(event_stream.MOST_STREAMS_A_CLIENT + 1):
        connections.append(socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG))
        connections[-1].sendall(request)
        statuses.append(connections[-1].recv(12))
    assert statuses == [b"HTTP/1.1 200"] * event_stream.MOST_STREAMS_A_CLIENT + [b"HTTP/1.1 429"]
    assert service.stranger.get("/healthz").status_code == 200
    for connection in connections:
        connection.close()
    note(service.out.as_uri(), "film", "refused")
    while (answer := service.stranger.get("/api/events?name=film")).status_code == 429:
        assert answer.headers["Retry-After"] == "10"
    assert answer.status_code == 200
