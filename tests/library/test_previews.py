"""Moving previews of books among videos."""

from pathlib import Path

import pytest

from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.library.book import Book
from flickbook.library.previews import Previews
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store, key_below
from tests import clips


def store_plan(folder: Path, out: str, name: str) -> None:
    """Store the plan of a clip of two snippets of a second as that of the book `name`."""
    video = clips.make(folder / f"{name}.mp4", frames=30)
    Book(out, name).adopt(plan_source(video.as_uri(), make_recipe(snippet=1, outputs=["mp4"]), Limits()))


@pytest.mark.parametrize("remote", [False, True])
def test_previews_are_files_of_snippets_of_a_stored_plan(tmp_path: Path, remote: bool) -> None:
    out = f"memory://{tmp_path.name}/out" if remote else (tmp_path / "my ä out").as_uri()
    store_plan(tmp_path, out, "a")
    store_plan(tmp_path, out, "ä b")
    quoted = "ä b/ä b-1.mp4" if remote else "%C3%A4%20b/%C3%A4%20b-1.mp4"
    keys = ("a/a-0.mp4", "a/a-1.mp4", "a//a-1.mp4", quoted, "a/a-2.mp4", "a/b-1.mp4", "a/a.mp4", "a-1.mp4", "b/b-1.mp4")
    previews = Previews(out)
    assert [key for key in keys if previews.has(f"{out}/{key}")] == ["a/a-0.mp4", "a/a-1.mp4", "a//a-1.mp4", quoted]
    assert not Previews(f"{out}/other").has(f"{out}/a/a-1.mp4")
    assert not previews.has("s3://films/../-1.mp4")


def test_files_of_a_plan_that_cannot_be_read_count_as_previews(tmp_path: Path) -> None:
    out = f"memory://{tmp_path.name}/out"
    Store(out).put("a/plan.json", b"{")
    assert Previews(out).has(f"{out}/a/a-30.mp4")


@pytest.mark.parametrize(
    ("url", "folder", "key"),
    [
        ("s3a://films/a/b.mp4", "s3://films", "a/b.mp4"),
        ("s3://films/out//a/b.mp4", "s3://films/out/", "a/b.mp4"),
        ("s3://films/outer/b.mp4", "s3://films/out", None),
        ("s3://films/out", "s3://films/out", None),
        ("s3://other/out/b.mp4", "s3://films/out", None),
        ("file:///a%20b/c.mp4", "file:///a%20b", "c.mp4"),
    ],
)
def test_the_key_below_a_folder_does_not_depend_on_how_the_urls_are_written(
    url: str, folder: str, key: str | None
) -> None:
    assert key_below(url, folder) == key
