"""Whatever the file system can name is rendered, or refused in one clear line, and never leaves the output folder."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.errors import FlickbookError, RenderFailed
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import list_sources, locate
from tests import clips
from tests.cli.run import call

pytestmark = pytest.mark.attack

RECIPE = make_recipe(gif=False, storyboard=False)
ODD = "~-.#%?*[]&;:=+$'\"\\ \t\n\x1b\x7f\u00e9\u0301\u200b\u202e\u2028\ufeff\U0001f468aZ0"
NAMES = st.one_of(
    st.text(alphabet=ODD, min_size=1, max_size=8).map(os.fsencode),
    st.binary(min_size=1, max_size=255),
    st.sampled_from(["..", "...", "plan.json", ".flickbook", "~root", "-x", "a" * 251, "receipts"]).map(os.fsencode),
).map(lambda name: name.replace(b"/", b"_").replace(b"\0", b"_"))


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a clip of one picture."""
    folder = tmp_path_factory.mktemp("room")
    clips.make(folder / "clip.mp4", frames=1, size=(16, 16))
    return folder


@given(name=NAMES, suffix=st.sampled_from([b".mp4", b".MOV", b"", b"."]))
@example(name=b"~x", suffix=b".mp4")
@example(name=b".", suffix=b".mp4")
@example(name=b"..", suffix=b".mp4")
@example(name=b"\xff", suffix=b".mp4")
@settings(max_examples=40, derandomize=True)
def test_any_name_is_rendered_or_refused_in_one_line(name: bytes, suffix: bytes, room: Path) -> None:
    name = name[:255] if len(name + suffix) > 255 else name + suffix
    if name in (b".", b".."):
        return
    inside, before = room / "in", {entry.name for entry in room.iterdir()}
    inside.mkdir()
    try:
        path = os.fsencode(inside) + b"/" + name
        os.link(room / "clip.mp4", path)
        _render_or_refuse(os.fsdecode(path), inside / ".." / "out")
        assert [os.fsencode(entry.name) for entry in inside.iterdir()] == [name]
        assert {entry.name for entry in room.iterdir()} <= before | {"in", "out"}
    finally:
        shutil.rmtree(inside)
        shutil.rmtree(room / "out", ignore_errors=True)


def _render_or_refuse(path: str, out: Path) -> None:
    chosen = Settings(engine=Engine(workers=1), recipe=RECIPE)
    try:
        made = api.render_with(InlineDispatcher(), chosen, path, str(out), RECIPE)
    except FlickbookError as refused:
        error = refused
    else:
        assert api.status(made.where).state == "complete"
        return
    (line,) = str(error).splitlines()
    assert line.encode()
    assert not isinstance(error, RenderFailed), "it asks for a bug report"
    assert not out.exists()


def test_odd_names_in_one_call_spoil_nothing(room: Path) -> None:
    names = ["~x.mp4", "..mp4", "...mp4", "[bold].mp4", os.fsdecode(b"\xff.mp4"), "plan.json.mp4"]
    (room / "a").mkdir()
    for name in names:
        shutil.copy(room / "clip.mp4", room / "a" / name)
    words = ["--out", "../b", "--no-gif", "--no-storyboard", "--json"]
    ran = call("render", *names, "clip.mp4", "../clip.mp4", "../a/~x.mp4", *words, cwd=room / "a")
    assert [row["exit_code"] for row in ran.json["videos"]] == [0, 0, 0, 0, 2, 0, 2, 0]
    assert ran.json["videos"][4]["video"] == r"\xff.mp4"
    assert call("status", "../b/..mp4", cwd=room / "a").code == 0
    books = {"~x", "..mp4", "...mp4", "[bold]", "plan.json", "clip"}
    assert {entry.name for entry in (room / "b").iterdir()} == {*books, ".flickbook"}


def test_a_folder_that_is_not_utf_8_is_read_but_not_written(room: Path) -> None:
    folder = room / os.fsdecode(b"\xfe")
    folder.mkdir()
    shutil.copy(room / "clip.mp4", folder)
    ran = call("render", folder / "clip.mp4", "--out", room / "c", "--no-gif", "--no-storyboard")
    assert (ran.code, ran.err) == (0, "")
    ran = call("render", room / "clip.mp4", "--out", folder)
    assert ran.error.startswith(rf"error: {room}/\xfe/clip: is not UTF-8, so nothing can be stored there; ")
    assert [found.key for found in list_sources(locate(str(folder)), lambda _: True)] == ["clip.mp4"]
