"""From scan to scan: which videos are new, which are whole, and what their books are called."""

from pathlib import Path

import pytest

from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.errors import NameTaken
from flickbook.library.book import Book
from flickbook.library.cleaning import delete_markers
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Listed, Store
from flickbook.watch.markers import Markers, VideoVersion
from flickbook.watch.scan import Scanner
from tests import clips

SOURCE = "file:///films"
EVERY = 10.0
NOW = 1_790_000_000.0


def listed(key: str, version: str = "v1", size: int = 5, modified: float = 0.0, came: float = NOW) -> Listed:
    return Listed(key, version, size, modified, came)


@pytest.fixture
def out(tmp_path: Path) -> str:
    return f"memory://{tmp_path.name}/previews"


@pytest.fixture
def markers(out: str) -> Markers:
    return Markers(out)


@pytest.fixture
def scanner(out: str, markers: Markers) -> Scanner:
    return Scanner(SOURCE, out, EVERY, markers)


def keys(whole: list[VideoVersion]) -> list[str]:
    return [video.url.removeprefix(f"{SOURCE}/") for video in whole]


def test_a_version_is_whole_when_two_scans_in_a_row_found_it(scanner: Scanner) -> None:
    for size in (5, 6, 7):
        scan = scanner.scan([listed("a.mp4", "v", size)], NOW)
        assert (scan.waiting, scan.whole) == (1, [])
    assert scanner.scan([], NOW).waiting == 0
    assert scanner.scan([listed("a.mp4", "v", 7)], NOW).whole == []
    assert keys(scanner.scan([listed("a.mp4", "v", 7)], NOW).whole) == ["a.mp4"]


def test_a_file_written_since_the_previous_scan_is_not_whole(scanner: Scanner) -> None:
    file = listed("a.mp4", modified=NOW)
    scanner.scan([file], NOW)
    assert scanner.scan([file], NOW + EVERY - 0.1).whole == []
    assert keys(scanner.scan([file], NOW + EVERY).whole) == ["a.mp4"]


def test_a_file_from_the_future_is_whole_when_two_scans_found_it(scanner: Scanner) -> None:
    file = listed("a.mp4", modified=NOW + 3600)
    scanner.scan([file], NOW)
    assert keys(scanner.scan([file], NOW).whole) == ["a.mp4"]


def test_an_empty_file_is_no_video_yet(scanner: Scanner) -> None:
    for _ in range(3):
        assert scanner.scan([listed("a.mp4", size=0)], NOW).waiting == 0


def test_the_next_watch_remembers_processed_videos(scanner: Scanner, markers: Markers, out: str) -> None:
    file = listed("shows/ä b~1.mp4")
    scanner.scan([file], NOW)
    (video,) = scanner.scan([file], NOW).whole
    assert video.name == "shows/ä b~1"
    markers.add(video)
    scanner.finish(video)
    assert scanner.scan([file], NOW).waiting == 0
    later = Markers(out)
    assert later.is_stored(video)
    later.load()
    assert Scanner(SOURCE, out, EVERY, later).scan([file], NOW).waiting == 0


def test_a_new_version_is_processed_and_the_marker_of_the_old_one_deleted(
    scanner: Scanner, markers: Markers, out: str
) -> None:
    for version in ("v1", "v2", "v3"):
        file = listed("a.mp4", version)
        assert scanner.scan([file], NOW).waiting == 1
        (video,) = scanner.scan([file], NOW).whole
        markers.add(video)
        assert list(Store(out).list_all(".flickbook")) == [video.marker]
        assert scanner.scan([file], NOW).waiting == 0


def dealt_with(scanner: Scanner, markers: Markers, file: Listed) -> VideoVersion:
    scanner.scan([file], NOW)
    (video,) = scanner.scan([file], NOW).whole
    markers.add(video)
    scanner.finish(video)
    assert scanner.scan([file], NOW).waiting == 0
    return video


@pytest.mark.parametrize("between", [[[]], []])
def test_a_video_deleted_with_its_book_is_processed_again_when_it_reappears(
    scanner: Scanner, markers: Markers, out: str, between: list[list[Listed]]
) -> None:
    file = listed("shows/a.mp4")
    dealt_with(scanner, markers, file)
    delete_markers(out, "shows/a")
    assert list(Store(out).list_all(".flickbook")) == []
    # A scan may have missed that it was gone.
    for gone in between:
        scanner.scan(gone, NOW)
    again = file._replace(came=NOW + 3)
    assert scanner.scan([again], NOW).waiting == 1
    assert keys(scanner.scan([again], NOW).whole) == ["shows/a.mp4"]


def test_a_folder_that_is_unreachable_for_a_moment_is_not_processed_again(scanner: Scanner, markers: Markers) -> None:
    files = [listed("a.mp4"), listed("b.mp4")]
    for file in files:
        dealt_with(scanner, markers, file)
    for found in ([], files, files[:1], files):
        assert scanner.scan(found, NOW).waiting == 0


def test_only_the_markers_of_a_book_are_deleted_with_it(markers: Markers, out: str) -> None:
    for name in ("a", "a~b", "b", "a/c"):
        markers.add(VideoVersion(f"{SOURCE}/{name}.mp4", name, "v1"))
    delete_markers(out, "a")
    markers.load()
    assert [markers.has_any_version(f"{SOURCE}/{name}.mp4", name) for name in ("a", "a~b", "b", "a/c")] == [
        False,
        True,
        True,
        True,
    ]


def test_markers_of_another_source_are_kept(markers: Markers, out: str) -> None:
    for source in ("file:///films", "s3://films"):
        markers.add(VideoVersion(f"{source}/a.mp4", "a", "v1"))
    assert len(list(Store(out).list_all(".flickbook"))) == 2


def test_of_two_keys_with_the_same_name_the_first_has_it_and_the_other_is_reported_once(
    scanner: Scanner,
) -> None:
    both = [listed("film.mp4"), listed("film.mov")]
    (fault,) = scanner.scan(both, NOW).faults
    assert str(fault).startswith("/films/film.mp4: has the same book name 'film' as film.mov; ")
    scan = scanner.scan(both, NOW)
    assert (keys(scan.whole), scan.faults) == (["film.mov"], [])
    # Without the first key, the second gets the name.
    scanner.scan([listed("film.mp4")], NOW)
    assert keys(scanner.scan([listed("film.mp4")], NOW).whole) == ["film.mp4"]


def test_keys_that_look_the_same_give_the_same_name(scanner: Scanner) -> None:
    found = [listed("caf\u00e9.mp4"), listed("cafe\u0301.mp4"), listed("caf\u00e9\u200b.mp4")]
    faults = scanner.scan(found, NOW).faults
    assert [type(fault) for fault in faults] == [NameTaken, NameTaken]
    assert [video.name for video in scanner.scan(found, NOW).whole] == ["caf\u00e9"]


def test_a_processed_key_keeps_its_name_after_a_restart(scanner: Scanner, markers: Markers) -> None:
    markers.add(VideoVersion(f"{SOURCE}/film.mp4", "film", "v1 5"))
    scan = scanner.scan([listed("film.mov"), listed("film.mp4")], NOW)
    assert (scan.waiting, len(scan.faults)) == (0, 1)
    # The key that was found first has it too.
    scanner.scan([listed("film.mov"), listed("film.mp4"), listed("new.mp4")], NOW)
    scan = scanner.scan([listed("a/new.mp4"), listed("new.avi"), listed("new.mp4")], NOW)
    assert keys(scan.whole) == ["new.mp4"]


def test_an_invalid_book_name_is_reported_once(scanner: Scanner) -> None:
    odd = [listed("a\n.mp4"), listed("\udcff.mp4"), listed(f"{'ä' * 120}.mp4")]
    assert len(scanner.scan(odd, NOW).faults) == 3
    scan = scanner.scan(odd, NOW)
    assert (scan.waiting, scan.whole, scan.faults) == (0, [], [])


def test_moving_previews_among_the_videos_are_no_videos(tmp_path: Path) -> None:
    source = (tmp_path / "my films").as_uri()
    video = clips.make(tmp_path / "a.mp4", frames=30)
    Book(source, "a").adopt(plan_source(video.as_uri(), make_recipe(snippet=1, outputs=["mp4"]), Limits()))
    scanner = Scanner(source, source, EVERY, Markers(source))
    files = [listed(key) for key in ("a.mp4", "a/a-0.mp4", "a/a-1.mp4", "a/a-2.mp4", "b/b-0.mp4")]
    for _ in range(3):
        scan = scanner.scan(files, NOW)
        assert (scan.found, scan.waiting) == (3, 3)
    assert [video.name for video in scan.whole] == ["a", "a/a-2", "b/b-0"]


def test_books_of_a_bucket_are_named_as_render_and_notifications_name_them(out: str, markers: Markers) -> None:
    scanner = Scanner("memory://bucket/up loads", out, EVERY, markers)
    scanner.scan([listed("a/film.mp4")], NOW)
    (video,) = scanner.scan([listed("a/film.mp4")], NOW).whole
    assert (video.url, video.name) == ("memory://bucket/up loads/a/film.mp4", "up loads/a/film")
