"""An output of another package that conflicts with others is refused, and the error names the conflict."""

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
from flickbook.outputs.registry import BUILT_IN, fault_of
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
    """A valid output."""

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


def test_a_valid_output_is_accepted() -> None:
    assert fault_of(Sample(), BUILT_IN) is None


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": "gif"}, "uses the name 'gif'"),
        ({"name": "my-strip"}, "uses the name 'my-strip': a name consists of lower-case letters, digits and _"),
        ({"name": "out"}, "uses the name 'out'"),
        ({"name": "plan"}, "uses the name 'plan'"),
        ({"name": "decode"}, "uses the name 'decode'"),
        ({"flags": {"depth": "size"}}, "uses the name 'size'"),
        ({"flags": {"depth": "stills"}}, "uses the name 'stills'"),
        ({"flags": {"width": "sample_width"}}, "has a flag for 'width', which is not one of its options"),
        ({"options": Bare}, "has an option 'depth' without a description"),
        ({"options": Empty}, "has an option without a default"),
        ({"snippet_files": {"-frame-#.jpg": "image/jpeg"}}, "makes files that end in -frame-#.jpg, as stills does"),
        ({"snippet_files": {"jpg": "image/jpeg"}}, "makes files that end in jpg: the end must look like"),
        (
            {"video_files": {"storyboard.vtt": "text/vtt"}},
            "makes storyboard.vtt: it must begin with",
        ),
        ({"video_files": {"*-sd.bif": "image/jpeg"}}, "makes *-sd.bif, as bif does"),
    ],
)
def test_an_output_that_conflicts_with_another_is_refused(fields: dict[str, object], fault: str) -> None:
    assert (fault_of(made(**fields), BUILT_IN) or "").startswith(fault)


def test_other_objects_than_outputs_are_refused() -> None:
    assert fault_of(object(), BUILT_IN) == "is not an Output"
    assert fault_of(Sample, BUILT_IN) == "is not an Output"


class Wild:
    """A sink with instants that it cannot have."""

    def __init__(self, instants: list[Fraction]) -> None:
        self.instants = instants

    def add_frame(self, frame: object) -> None:
        raise AssertionError("no frame is decoded for it")

    def finish(self) -> list[File]:
        return []


@pytest.mark.parametrize("wild", [["-1"], ["2"], ["1/2", "1/4"], ["1/2", "1/2"]])
def test_a_sink_with_instants_outside_its_snippet_is_refused_by_name(
    wild: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sink = Wild([Fraction(instant) for instant in wild])
    known = {output.name: output for output in (*BUILT_IN, made(sinks=lambda *_: lambda snippet: sink))}
    monkeypatch.setattr(registry, "outputs", lambda: known)
    video = clips.make(tmp_path / "a.mp4", frames=50)
    recipe = Recipe(2, {"sample": {}})
    with pytest.raises(UsageError, match=r"output sample: asks for instants that do not ascend within \[0, 2\)"):
        render(video, tmp_path / "out", recipe)
