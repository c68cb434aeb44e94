"""Requested pictures in a store: the oldest go first, and none is left of a book that is deleted."""

import os
from pathlib import Path

import pytest

from flickbook.core import layout
from flickbook.images.cache import ImageCache
from flickbook.library.book import Book
from flickbook.library.previews import Previews
from flickbook.storage import Store

PLAN, OTHER = "0123456789abcdef0123", "3210fedcba9876543210"


@pytest.fixture(params=["folder", "bucket"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return (tmp_path / "out").as_uri() if request.param == "folder" else f"memory://{tmp_path.name}/out"


def put(out: str, name: str, number: int, plan: str = PLAN) -> str:
    """Store ten bytes as a picture that was requested some seconds after 1970, and return its key."""
    key = layout.image_key(name, plan, f"{number:032x}", "mp4")
    Store(out).put(key, bytes(10))
    if out.startswith("file:"):
        os.utime(f"{out.removeprefix('file://')}/{key}", (number, number))
    return key


def test_the_oldest_pictures_of_all_books_go_first(out: str) -> None:
    keys = [put(out, name, number) for number, name in enumerate(["b", "a", "c/d", "a", "b"])]
    ImageCache(out).trim(50)
    assert set(Store(out).list_all(layout.IMAGES)) == set(keys)
    ImageCache(out).trim(29)
    assert set(Store(out).list_all(layout.IMAGES)) == set(keys[3:])


def test_a_deleted_book_takes_its_pictures_along_and_no_others(out: str) -> None:
    for number, plan in enumerate((PLAN, OTHER)):
        put(out, "shows/a", number, plan)
    kept = {put(out, "shows/a/b", 3), put(out, "shows", 4), put(out, f"shows/a/{PLAN}", 5)}
    Store(out).put(f"{layout.IMAGES}/shows/a/{PLAN}/mine.txt", b"a person's")
    Book(out, "shows/a").remove()
    assert set(Store(out).list_all(layout.IMAGES)) == kept | {f"{layout.IMAGES}/shows/a/{PLAN}/mine.txt"}


def test_a_requested_mp4_is_no_new_video(out: str) -> None:
    assert Previews(out).has(f"{out}/{put(out, 'a', 1)}")
    assert not Previews(out).has(f"{out}/images/a/{PLAN}/b.mp4")
