"""Names are those of the public sample, for any key a store can hold."""

import os
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flickbook.core import layout
from flickbook.core.model import Snippet
from flickbook.errors import NameRefused, UsageError
from flickbook.outputs.registry import book_name, is_output_key
from flickbook.storage import below, key_of, local_path, locate, shown, split_last


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("movie.mp4", "movie"),
        ("shows/my.film.mp4", "shows/my.film"),
        ("a b/ü é (1).webm", "a b/ü é (1)"),
        ("no-extension", "no-extension"),
        ("folder.d/no-extension", "folder.d/no-extension"),
        (".hidden.mp4", ".hidden"),
        (".mp4", ".mp4"),
        ("100% #1 + more?.mp4", "100% #1 + more?"),
        ("..mp4", "..mp4"),
        ("...mp4", "...mp4"),
        ("a/...mp4", "a/...mp4"),
        ("~x.mp4", "~x"),
    ],
)
def test_a_book_is_named_after_its_key_without_the_last_extension(key: str, name: str) -> None:
    assert book_name(key) == name


@pytest.mark.parametrize(
    "key",
    [
        *("", "a//b.mp4", "../b.mp4", "a/../b.mp4", "./b.mp4", "a/new\nline.mp4", "/a.mp4", "a\u2028b.mp4"),
        *("ä" * 126 + ".mp4", "a/" * 500 + ".mp4"),
        # Only the name is unusable, not the key.
        *("\u200b", "\u200b/a.mp4", ".\u200b./a.mp4", "\ufeff.flickbook/a.mp4"),
        *("\u0958" * 37, "\u0958" * 73),
    ],
)
def test_keys_that_climb_or_cannot_be_stored_are_refused(key: str) -> None:
    with pytest.raises(NameRefused):
        book_name(key)


# By what they look like: names of which only one can be a book's.
ALIKE = [
    (
        "film",
        ["film.mp4", "fi\u200blm.mp4", "\ufefffilm.mp4", "film.mp4\u200b", "fi\u00adlm.\u2060mp4", "fi\u200dlm.mp4"],
    ),
    ("ab", ["ab.mp4", "a\u200d\u200d\u200db.mp4", "a\u200c\u200db\u200d.mp4", "a\u034fb\u3164.mp4"]),
    ("KK", ["KK.mp4", "\u212a\u200d\u212a.mp4"]),
    ("4pm.gpj", ["\u202e4pm.gpj.mp4", "4pm.gpj\u202c.mp4", "\u20664pm.gpj\u2069.mp4"]),
    ("caf\u00e9/\u00e9", ["caf\u00e9/\u00e9.mp4", "cafe\u0301/e\u0301.mp4", "cafe\u200b\u0301/e\u0301.mov"]),
    ("\ud55c\uae00", ["\ud55c\uae00.mp4", "\u1112\u1161\u11ab\u1100\u1173\u11af.mp4"]),
    ("\u03a9 \u00c5", ["\u2126 \u212b.mp4"]),
]


@given(st.text(alphabet="ab.\u00e9\u0301\u212a\u0915\u094d\u200b\u200c\u200d\u202e\u034f\U0001f468", max_size=12))
def test_a_tidy_name_is_left_unchanged(key: str) -> None:
    assert layout.tidy(layout.tidy(key)) == layout.tidy(key)


@pytest.mark.parametrize(("name", "keys"), ALIKE)
def test_keys_that_look_the_same_give_the_same_name(name: str, keys: list[str]) -> None:
    assert {book_name(key) for key in keys} == {name}
    assert book_name(layout.tidy(keys[-1])) == name


@pytest.mark.parametrize(
    "name",
    [
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u2764\ufe0f",
    ],
)
def test_characters_that_scripts_and_emoji_are_shaped_by_are_kept(name: str) -> None:
    assert book_name(f"{name}.mp4") == name


@pytest.mark.parametrize(
    "key",
    [
        *("film.json/b.mp4", "film/plan.json.mp4", "a/film/manifest.json/b.mp4", "film/storyboard.vtt.mp4"),
        *("film/dash.1.jpg.mp4", "film/hls.m3u.mp4", "film/film.trickplay/b.mp4", "film/film-hd.bif.mp4"),
        *("film/film-0.gif.mp4", "a/film/film-30-frame-1.jpg/b.mp4", "film/film-0-sheet-0.jpg.mp4"),
        *("film/receipts/30.json.mp4",),
    ],
)
def test_a_book_that_would_collide_with_files_of_another_is_refused(key: str) -> None:
    with pytest.raises(NameRefused):
        book_name(key)


def test_names_of_whole_video_files_are_those_of_the_installed_outputs() -> None:
    files = {"plan.json", "chapters.v2.JSON", "chapters.vtt"}
    for name in ("film/chapters.v2.JSON", "a/film/chapters.json", "film/plan.md"):
        with pytest.raises(NameRefused):
            layout.book_name(f"{name}.mp4", files)
    for name in ("chapters.vtt", "film/storyboard.vtt", "film/chapters", "film/Chapters.vtt"):
        assert layout.book_name(f"{name}.mp4", files) == name


@pytest.mark.parametrize("name", ["dash.1", "hls.1080p", "dash.trailer", "mp4", "film.trickplay"])
def test_videos_that_are_named_like_an_output_are_accepted(name: str) -> None:
    assert book_name(f"videos/{name}.mp4") == f"videos/{name}"


@pytest.mark.parametrize("name", ["film.json", "plan.json", "receipts/30.json", "film/receipts", "film/other-0.gif"])
def test_a_name_that_resembles_a_books_file_is_allowed(name: str) -> None:
    assert book_name(f"{name}.mp4") == name


@pytest.mark.parametrize("key", ["Aufnahme 2026-11-23 um 5.00.00\u202fPM.mov", "caf\u00e9\u00a0noir.mp4"])
def test_spaces_of_all_kinds_stay_in_names(key: str) -> None:
    assert book_name(key) == key.rpartition(".")[0]


def test_files_are_named_as_in_the_public_sample() -> None:
    snippet = Snippet(30, Fraction(60))
    assert layout.snippet_key("shows/my.film", snippet, ".gif") == "my.film-30.gif"
    assert layout.snippet_key("shows/my.film", snippet, "-frame-#.jpg", 29) == "my.film-30-frame-29.jpg"
    assert layout.snippet_key("shows/my.film", snippet, "-sheet-#.jpg", 0) == "my.film-30-sheet-0.jpg"
    assert layout.receipt_key(snippet) == "receipts/30.json"


def test_only_the_books_own_pictures_count_as_files_of_its_outputs() -> None:
    assert is_output_key("shows/my.film", "my.film-30.gif")
    assert is_output_key("shows/my.film", "my.film-30-frame-2.jpg")
    assert is_output_key("shows/my.film", "my.film-30-sheet-0.jpg")
    assert is_output_key("shows/my.film", "storyboard.vtt")
    for other in ("my.film.gif", "my-film-30.gif", "my.film-30.gif.bak", "plan.json", "cover.jpg", "my.film-x.gif"):
        assert not is_output_key("shows/my.film", other)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("s3://bucket/shows/my film#1?.mp4", "shows/my film#1?.mp4"),
        ("https://host/shows/my%20film.mp4", "shows/my film.mp4"),
        ("gs://bucket/a.mp4", "a.mp4"),
        ("https://host/a.mp4?X-Amz-Signature=abc&versionId=2", "a.mp4"),
        ("/films/100% #1.mp4", "100% #1.mp4"),
        ("~no-such-user/a.mp4", "a.mp4"),
        ("file:///films/a%20b.mp4", "a b.mp4"),
    ],
)
def test_a_local_video_gives_its_file_name_and_a_remote_one_its_key(typed: str, key: str) -> None:
    assert key_of(locate(typed)) == key


def test_all_ways_to_write_a_path_name_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "d").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "d")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "away").symlink_to(tmp_path / "d")
    monkeypatch.chdir(tmp_path / "d")
    url = (tmp_path / "d" / "f.mp4").as_uri()
    ways = ["f.mp4", "./f.mp4", "../d/f.mp4", "../d/./../d/f.mp4", f"{tmp_path}/d/f.mp4", url, f"{url}/../f.mp4"]
    # As the system reads it: the folder above a link's target.
    ways += [f"file://localhost{tmp_path}/d/f.mp4", "../other/away/../d/f.mp4", "gone/../f.mp4"]
    assert {locate(way) for way in ways} == {url}
    assert locate("..") == tmp_path.as_uri()
    # A link without `..` after it keeps its own name.
    assert locate("../link/f.mp4") == (tmp_path / "link" / "f.mp4").as_uri()


def test_a_name_that_is_not_utf_8_stays_itself() -> None:
    path = os.fsdecode(b"/films/\xff\xc3.mp4")
    assert (locate(path), local_path(locate(path))) == ("file:///films/%FF%C3.mp4", path)
    assert shown(locate(path)) == r"/films/\xff\xc3.mp4"
    assert split_last(f"file:///films/{below('file:///films', path[7:])}") == ("file:///films", path[7:])


def test_a_text_that_names_no_place_is_refused() -> None:
    for text in ("rtmp://host/stream", "file://host/a.mp4", "a\0.mp4", "s3://films/\udcff.mp4"):
        with pytest.raises(UsageError):
            locate(text)


TEXTS = st.one_of(
    st.text(alphabet="a.~/\\%2eF#?&=@:[]\u00e9\u2100\udcff\ud800\n\0 ", max_size=20),
    st.tuples(
        st.sampled_from(["http://", "https://me:s@", "file://", "s3://b/", "../", "https://h/a?sig=1&"]),
        st.text(alphabet="a./%2@?[]\u2100", max_size=8),
    ).map("".join),
)


@given(TEXTS)
@example("https://me:s@//@2")
def test_a_url_of_any_text_is_found_once_and_for_all(text: str) -> None:
    try:
        url = locate(text)
    except UsageError as refused:
        (line,) = str(refused).splitlines()
        assert line.encode()
        return
    assert locate(url) == url
    assert url.encode()
    if url.startswith("file://"):
        assert local_path(url).startswith("/")
        assert not {".", ".."} & set(local_path(url).split("/"))


@given(st.text(max_size=12) | st.text(alphabet="./~a\\%\u200b\udcff", max_size=12))
def test_a_book_of_any_key_lies_below_the_output(key: str) -> None:
    try:
        name = book_name(key)
    except NameRefused:
        return
    assert not {"", ".", ".."} & set(name.split("/"))
    assert local_path(locate(f"file:///out/{below('file://', name)}")) == f"/out/{name}"


def test_a_tilde_that_names_no_user_is_part_of_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/me")
    assert locate("~no-such-user/a.mp4") == locate(f"{tmp_path}/~no-such-user/a.mp4")
    assert locate("~/a.mp4") == "file:///home/me/a.mp4"
