"""From look to look: what is new, what is whole, and whose book has which name."""

from pathlib import Path

import pytest

from flickbook.errors import NameTaken
from flickbook.storage import Listed, Store
from flickbook.watch.markers import Memory, Seen
from flickbook.watch.scan import Looks
from flickbook.web.service import delete_markers

SOURCE = "file:///films"
EVERY = 10.0
NOW = 1_790_000_000.0


def listed(key: str, version: str = "v1", size: int = 5, modified: float = 0.0, came: float = NOW) -> Listed:
    return Listed(key, version, size, modified, came)


@pytest.fixture
def out(tmp_path: Path) -> str:
    return f"memory://{tmp_path.name}/previews"


@pytest.fixture
def memory(out: str) -> Memory:
    return Memory(out)


@pytest.fixture
def looks(memory: Memory) -> Looks:
    return Looks(SOURCE, EVERY, memory)


def keys(whole: list[Seen]) -> list[str]:
    return [seen.url.removeprefix(f"{SOURCE}/") for seen in whole]


def test_a_version_is_whole_when_two_looks_in_a_row_found_it(looks: Looks) -> None:
    for size in (5, 6, 7):
        look = looks.look([listed("a.mp4", "v", size)], NOW)
        assert (look.waiting, look.whole) == (1, [])
    assert looks.look([], NOW).waiting == 0
    assert looks.look([listed("a.mp4", "v", 7)], NOW).whole == []
    assert keys(looks.look([listed("a.mp4", "v", 7)], NOW).whole) == ["a.mp4"]


def test_a_file_that_was_written_to_since_the_look_before_is_not_whole(looks: Looks) -> None:
    file = listed("a.mp4", modified=NOW)
    looks.look([file], NOW)
    assert looks.look([file], NOW + EVERY - 0.1).whole == []
    assert keys(looks.look([file], NOW + EVERY).whole) == ["a.mp4"]


def test_a_file_from_the_future_is_whole_when_two_looks_found_it(looks: Looks) -> None:
    file = listed("a.mp4", modified=NOW + 3600)
    looks.look([file], NOW)
    assert keys(looks.look([file], NOW).whole) == ["a.mp4"]


def test_an_empty_file_is_no_video_yet(looks: Looks) -> None:
    for _ in range(3):
        assert looks.look([listed("a.mp4", size=0)], NOW).waiting == 0


def test_what_was_dealt_with_is_remembered_by_whoever_looks_next(looks: Looks, memory: Memory, out: str) -> None:
    file = listed("shows/ä b~1.mp4")
    looks.look([file], NOW)
    (seen,) = looks.look([file], NOW).whole
    assert seen.name == "shows/ä b~1"
    memory.note(seen)
    looks.settle(seen)
    assert looks.look([file], NOW).waiting == 0
    later = Memory(out)
    assert later.holds_by_now(seen)
    later.load()
    assert Looks(SOURCE, EVERY, later).look([file], NOW).waiting == 0


def test_a_new_version_is_dealt_with_anew_and_the_mark_of_the_old_one_goes(
    looks: Looks, memory: Memory, out: str
) -> None:
    for version in ("v1", "v2", "v3"):
        file = listed("a.mp4", version)
        assert looks.look([file], NOW).waiting == 1
        (seen,) = looks.look([file], NOW).whole
        memory.note(seen)
        assert list(Store(out).list_all(".flickbook")) == [seen.mark]
        assert looks.look([file], NOW).waiting == 0


def dealt_with(looks: Looks, memory: Memory, file: Listed) -> Seen:
    looks.look([file], NOW)
    (seen,) = looks.look([file], NOW).whole
    memory.note(seen)
    looks.settle(seen)
    assert looks.look([file], NOW).waiting == 0
    return seen


@pytest.mark.parametrize("between", [[[]], []])
def test_what_was_deleted_with_its_book_is_dealt_with_when_the_same_comes_again(
    looks: Looks, memory: Memory, out: str, between: list[list[Listed]]
) -> None:
    file = listed("shows/a.mp4")
    dealt_with(looks, memory, file)
    delete_markers(out, "shows/a")
    assert list(Store(out).list_all(".flickbook")) == []
    # A look need not have seen that it was gone.
    for gone in between:
        looks.look(gone, NOW)
    again = file._replace(came=NOW + 3)
    assert looks.look([again], NOW).waiting == 1
    assert keys(looks.look([again], NOW).whole) == ["shows/a.mp4"]


def test_a_folder_that_is_away_for_a_moment_is_not_dealt_with_again(looks: Looks, memory: Memory) -> None:
    files = [listed("a.mp4"), listed("b.mp4")]
    for file in files:
        dealt_with(looks, memory, file)
    for seen in ([], files, files[:1], files):
        assert looks.look(seen, NOW).waiting == 0


def test_only_marks_of_a_book_go_with_it(memory: Memory, out: str) -> None:
    for name in ("a", "a~b", "b", "a/c"):
        memory.note(Seen(f"{SOURCE}/{name}.mp4", name, "v1"))
    delete_markers(out, "a")
    memory.load()
    assert [memory.knows(f"{SOURCE}/{name}.mp4", name) for name in ("a", "a~b", "b", "a/c")] == [
        False,
        True,
        True,
        True,
    ]


def test_marks_of_another_sources_videos_are_left_alone(memory: Memory, out: str) -> None:
    for source in ("file:///films", "s3://films"):
        memory.note(Seen(f"{source}/a.mp4", "a", "v1"))
    assert len(list(Store(out).list_all(".flickbook"))) == 2


def test_of_two_keys_that_give_the_same_name_the_first_has_it_and_the_other_is_complained_of_once(
    looks: Looks,
) -> None:
    both = [listed("film.mp4"), listed("film.mov")]
    (fault,) = looks.look(both, NOW).faults
    assert str(fault).startswith("/films/film.mp4: would be the book 'film', as film.mov is; ")
    look = looks.look(both, NOW)
    assert (keys(look.whole), look.faults) == (["film.mov"], [])
    # The first one gone, the name is the other's.
    looks.look([listed("film.mp4")], NOW)
    assert keys(looks.look([listed("film.mp4")], NOW).whole) == ["film.mp4"]


def test_keys_that_look_the_same_give_the_same_name(looks: Looks) -> None:
    found = [listed("caf\u00e9.mp4"), listed("cafe\u0301.mp4"), listed("caf\u00e9\u200b.mp4")]
    faults = looks.look(found, NOW).faults
    assert [type(fault) for fault in faults] == [NameTaken, NameTaken]
    assert [seen.name for seen in looks.look(found, NOW).whole] == ["caf\u00e9"]


def test_a_key_that_was_dealt_with_keeps_its_name_after_a_restart(looks: Looks, memory: Memory) -> None:
    memory.note(Seen(f"{SOURCE}/film.mp4", "film", "v1 5"))
    look = looks.look([listed("film.mov"), listed("film.mp4")], NOW)
    assert (look.waiting, len(look.faults)) == (0, 1)
    # The first one to come has it, too.
    looks.look([listed("film.mov"), listed("film.mp4"), listed("new.mp4")], NOW)
    look = looks.look([listed("a/new.mp4"), listed("new.avi"), listed("new.mp4")], NOW)
    assert keys(look.whole) == ["new.mp4"]


def test_a_name_that_no_book_can_have_is_complained_of_once(looks: Looks) -> None:
    odd = [listed("a\n.mp4"), listed("\udcff.mp4"), listed(f"{'ä' * 120}.mp4")]
    assert len(looks.look(odd, NOW).faults) == 3
    look = looks.look(odd, NOW)
    assert (look.waiting, look.whole, look.faults) == (0, [], [])


def test_books_of_a_bucket_are_named_as_render_and_notifications_name_them(memory: Memory) -> None:
    looks = Looks("memory://bucket/up loads", EVERY, memory)
    looks.look([listed("a/film.mp4")], NOW)
    (seen,) = looks.look([listed("a/film.mp4")], NOW).whole
    assert (seen.url, seen.name) == ("memory://bucket/up loads/a/film.mp4", "up loads/a/film")
