"""The catalogue: lists of books by any order and choice, each entry read once."""

import asyncio
from pathlib import Path

import pytest

from flickbook.core.model import Entry
from flickbook.errors import UsageError
from flickbook.library.index import Index
from flickbook.web.catalogue import Catalogue, Choice
from flickbook.web.details import list_videos
from flickbook.web.event_stream import EventStreams
from flickbook.web.views import Views
from tests.web.test_progress import hear

BOOKS = [
    Entry("b", "complete", "file:///b", 3.0, duration=60.0),
    Entry("a", "refused", "file:///a", 2.0),
    Entry("shows/c", "making", "file:///c", 1.0, duration=7200.0),
    Entry("d", "complete", "file:///d", 3.0, duration=60.0),
]


@pytest.fixture(params=["file", "memory"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    url = tmp_path.as_uri() if request.param == "file" else f"memory://{tmp_path.name}"
    for book in BOOKS:
        Index(url).note(book)
    return url


@pytest.mark.parametrize(
    ("choice", "names"),
    [
        ({}, "a b d shows/c"),
        ({"sort": "-name"}, "shows/c d b a"),
        ({"sort": "added"}, "shows/c a b d"),
        ({"sort": "-added"}, "d b a shows/c"),
        ({"sort": "duration"}, "a b d shows/c"),
        ({"sort": "state"}, "shows/c a b d"),
        ({"state": ("complete", "refused")}, "a b d"),
        ({"search": "C"}, "shows/c"),
        ({"search": "C", "sort": "-added"}, "shows/c"),
        ({"added_since": 2.5}, "b d"),
        ({"min_duration": 60, "max_duration": 100}, "b d"),
    ],
)
def test_a_list_is_chosen_sorted_and_read_a_page_at_a_time(out: str, choice: dict[str, object], names: str) -> None:
    views = Views(out)
    page = list_videos(views, Choice.model_validate({**choice, "limit": 1}))
    found = [video.name for video in page.videos]
    while page.next is not None:
        page = list_videos(views, Choice.model_validate({**choice, "limit": 1, "after": page.next}))
        found += [video.name for video in page.videos]
    assert found == names.split()


def test_a_cursor_of_another_list_is_refused(out: str) -> None:
    with pytest.raises(UsageError, match="no place in this list"):
        Catalogue(out).places(Choice(sort="added", after="film"))


def test_only_entries_that_have_changed_are_read_again(out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue(out)
    first = catalogue.digest()
    read: list[str] = []
    entry = Index.entry

    def counted(index: Index, name: str) -> Entry | None:
        read.append(name)
        return entry(index, name)

    monkeypatch.setattr(Index, "entry", counted)
    assert catalogue.digest() == first
    assert read == []
    index = Index(out)
    index.note(Entry("a", "making", "file:///a", 2.0))
    read.clear()
    second = catalogue.digest()
    assert (read, second != first) == (["a"], True)
    index.delete("b")
    assert [place.name for place in catalogue.places(Choice(sort="-name"))] == ["shows/c", "d", "a"]
    assert catalogue.digest() not in (first, second)


def test_a_stream_of_the_list_tells_of_each_change_and_of_uploads(out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flickbook.web.list_watcher.LOCAL_SECONDS", 0.01)
    monkeypatch.setattr("flickbook.web.list_watcher.REMOTE_SECONDS", 0.01)
    uploads = [0]

    async def listen() -> None:
        streams = EventStreams(out, Views(out), lambda: uploads[0])
        stream = streams.listen([], with_list=True)
        ((kind, first),) = await hear(stream)
        assert (kind, first["uploads"]) == ("list", 0)
        Index(out).note(Entry("new", "waiting", "file:///new", 9.0))
        ((_, second),) = await hear(stream)
        assert second["version"] != first["version"]
        uploads[0] = 1
        assert await hear(stream) == [("list", {**second, "uploads": 1})]
        await stream.aclose()

    asyncio.run(listen())
