"""`flickbook estimate` as a user meets it."""

import re
from pathlib import Path

import pytest

from tests import clips
from tests.cli.run import call


def test_it_prints_a_table_and_its_basis() -> None:
    ran = call("estimate", "--duration", "10323", environ={"COLUMNS": "120"})
    assert (ran.code, ran.err) == (0, "")
    assert "1 × 10,323 s, simulated" in ran.out
    assert re.search(r"jobs +│ 345, a snippet of 30 s each", ran.out)
    for said in ("measured: ", "published: prices of 2026-03-13, us-east-1", "assumed: "):
        assert said in ran.out


def test_json_is_one_object_and_nothing_else() -> None:
    ran = call("estimate", "--duration", "10323", "--films", "3", "--arch", "x86_64", "--memory", "1024", "--json")
    assert (ran.err, ran.out.count("\n")) == ("", 1)
    found = ran.json
    assert (found["type"], found["version"], found["films"], found["jobs"]) == ("estimate", 1, 3, 1035)
    assert (found["memory"], found["architecture"], found["concurrency"]) == (1024, "x86_64", 1000)
    assert found["bill"]["total"] > found["bill"]["compute"] > 0
    assert found["gb_seconds"]["total"] == pytest.approx(sum(found["gb_seconds"].values()) / 2)
    assert set(found["basis"]) == {"measured", "published", "assumed"}


def test_a_video_is_measured_and_calibrated_by_a_book_or_by_what_render_printed(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=75)
    printed = call("render", video, "--out", tmp_path / "out", "--snippet", "1", "--json")
    (tmp_path / "a.json").write_text(printed.out)
    answers = [
        call("estimate", video, "--snippet", "1", "--calibration", place, "--json").json
        for place in (tmp_path / "a.json", tmp_path / "out" / "a")
    ]
    assert [answer["jobs"] for answer in answers] == [3, 3]
    assert answers[0]["mean"] == answers[1]["mean"]
    assert answers[0]["source_bytes"] == video.stat().st_size
    assert answers[0]["counts"]["stored_bytes"] == printed.json["videos"][0]["totals"]["bytes"]


def test_a_calibration_with_another_picture_size_is_noted(tmp_path: Path) -> None:
    small = clips.make(tmp_path / "small.mp4", frames=30, size=(96, 64))
    large = clips.make(tmp_path / "large.mp4", frames=30)
    call("render", small, "--out", tmp_path / "out")
    ran = call("estimate", large, "--calibration", tmp_path / "out" / "small")
    assert "note: the video's pictures have 15,360 pixels, those measured 6,144." in ran.out


def test_prices_can_be_overridden(tmp_path: Path) -> None:
    free = {"FLICKBOOK_PRICE_GB_SECOND_ARM64": "0", "FLICKBOOK_PRICE_DATE": "2030-01-01"}
    found = call("estimate", "--duration", "60", "--json", environ=free).json
    assert found["bill"]["compute"] == 0
    assert found["prices"]["price_date"] == "2030-01-01"
    (tmp_path / "flickbook.toml").write_text("[prices]\nprice_million_events = -1\n")
    assert "is -1; it must be a number of at least 0" in call("estimate", "--duration", "60", cwd=tmp_path).error


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ((), "needs a VIDEO or --duration"),
        (("a.mp4", "--duration", "3"), "takes a VIDEO or --duration, not both"),
        (("--duration", "nan"), "is not a number of seconds"),
        (("--duration", "inf"), "is not a number of seconds"),
        (("--duration", "-1"), "must be more than 0 seconds"),
        (("--duration", "0", "--fast"), "must be more than 0 seconds"),
        (("--duration", "60", "--memory", "1"), "must be 128 to 10,240 MB"),
        (("--duration", "60", "--calibration", "nothing/here"), "no previews found here"),
        (
            ("--duration", "1e9"),
            "estimate: would make 33,333,334 jobs, more than 2,000,000; use a shorter --duration, ",
        ),
        (("--duration", "long"), "--duration: is long; it must be a number."),
        (("--duration", "60", "--films", "1.5"), "--films: is 1.5; it must be a whole number."),
        (("--duration", "60", "--arch", "mips"), "--arch: is mips; it must be arm64 or x86_64."),
        (("--duration", "60", "--size", "big"), "--size: is big; it must be a whole number from 16 to 2048."),
        (("nothing.mp4",), "nothing.mp4"),
    ],
)
def test_wrong_input_is_one_line_that_names_the_fault(arguments: tuple[str, ...], fault: str, tmp_path: Path) -> None:
    ran = call("estimate", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert fault in ran.error
