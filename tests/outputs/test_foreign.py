"""An output of another package that would shadow or break something is refused with what is wrong about it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
from msgspec import Meta, Struct

from flickbook.core.model import Recipe, Snippet, Video
from flickbook.errors import UsageError
from flickbook.outputs import registry
from flickbook.outputs.base import File, Output, Sink
from flickbook.outputs.foreign import fault_of
from flickbook.outputs.registry import BUILT_IN
from tests import clips
from tests.books import render


class Plain(Struct, frozen=True):
    depth: Annotated[int, Meta(ge=1, description="How deep.")] = 3
    raw: Annotated[bool, Meta(description="Whether it is raw.")] = False


class Bare(Struct, frozen=True):
    depth: int = 3


class Empty(Struct, frozen=True):
    depth: Annotated[int, Meta(description="How deep.")]


class Sample(Output[Any]):
    """An output that is fit to be one more."""

    name = "sample"
    summary = "Make samples."
    options = Plain
    flags: ClassVar = {"depth": "sample_depth"}
    snippet_files: ClassVar = {"-sample-#.jpg": "image/jpeg"}
    video_files: ClassVar = {"sample.json": "application/json"}

    def sinks(self, name: str, video: Video, options: Any) -> Callable[[Snippet], Sink] | None:
        return None


def made(**fields: object) -> Output[Any]:
    return type("Other", (Sample,), fields)()  # type: ignore[no-any-return]


def test_one_that_fits_is_taken() -> None:
    assert fault_of(Sample(), BUILT_IN) is None


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": "gif"}, "uses the name 'gif'"),
        ({"name": "my-strip"}, "uses the name 'my-strip': names are lower-case letters and _"),
        ({"name": "out"}, "uses the name 'out'"),
        ({"name": "decode"}, "uses the name 'decode'"),
        ({"flags": {"depth": "size"}}, "uses the name 'size'"),
        ({"flags": {"depth": "stills"}}, "uses the name 'stills'"),
        ({"flags": {"width": "sample_width"}}, "has a flag for 'width', which is none of its options"),
        ({"options": Bare}, "has an option 'depth' without a description"),
        ({"options": Empty}, "has an option without default"),
        ({"snippet_files": {"-frame-#.jpg": "image/jpeg"}}, "makes files that end in -frame-#.jpg, as stills does"),
        ({"snippet_files": {"jpg": "image/jpeg"}}, "makes files that end in jpg: such an end looks like"),
        ({"video_files": {"storyboard.vtt": "text/vtt"}}, "makes storyboard.vtt: files of the whole video begin"),
    ],
)
def test_one_that_would_shadow_or_break_something_is_refused(fields: dict[str, object], fault: str) -> None:
    assert (fault_of(made(**fields), BUILT_IN) or "").startswith(fault)


def test_what_is_no_output_is_refused() -> None:
    assert fault_of(object(), BUILT_IN) == "is no Output"
    assert fault_of(Sample, BUILT_IN) == "is no Output"


class Wild:
    """A sink that asks for what it cannot get."""

    def __init__(self, instants: list[Fraction]) -> None:
        self.instants = instants

    def add_frame(self, frame: object) -> None:
        raise AssertionError("no frame is decoded for it")

    def finish(self) -> list[File]:
        return []


@pytest.mark.parametrize("wild", [["-1"], ["2"], ["1/2", "1/4"], ["1/2", "1/2"]])
def test_a_sink_that_asks_for_other_instants_than_its_snippets_is_named(
    wild: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sink = Wild([Fraction(instant) for instant in wild])
    known = {output.name: output for output in (*BUILT_IN, made(sinks=lambda *_: lambda snippet: sink))}
    monkeypatch.setattr(registry, "outputs", lambda: known)
    video = clips.make(tmp_path / "a.mp4", frames=50)
    recipe = Recipe(2, {"sample": {}})
    with pytest.raises(UsageError, match=r"output sample: asks for instants that do not ascend within \[0, 2\)"):
        render(video, tmp_path / "out", recipe)
