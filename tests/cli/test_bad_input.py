"""Bad input: one clear line that names the file, exit code 2, nothing half-written."""

import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from tests import clips
from tests.cli.run import COMMAND, call
from tests.tools import need, small_disk_at
from tests.waiting import LONG

KEY = "76a6c65c5ea762046bd749a2e632ccbb"
CENC = {"encryption_scheme": "cenc-aes-ctr", "encryption_key": KEY, "encryption_kid": KEY}


def sound_only(path: Path) -> None:
    with av.open(str(path), "w") as container:
        clips._add_sound(container, container.add_stream("aac", rate=48000), 1)


def image(path: Path, kind: str) -> None:
    Image.fromarray(clips.paint(5, 64, 64)).save(path, kind)


def head_only(path: Path) -> None:
    clips.make(path, frames=50, muxer_options={"movflags": "faststart"})
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"mdat") + 4])


def without_index(path: Path) -> None:
    clips.make(path, frames=50)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])


def unknown_codec(path: Path) -> None:
    clips.make(path, frames=5)
    path.write_bytes(path.read_bytes().replace(b"avc1", b"xyz9").replace(b"avcC", b"xyzC"))


def garbage(path: Path) -> None:
    path.write_bytes(np.random.default_rng(1).bytes(100_000))


def all_lost(path: Path) -> None:
    clips.make(path, frames=50)
    data = bytearray(path.read_bytes())
    start, end = data.index(b"mdat") + 4, data.index(b"moov") - 4
    data[start:end] = b"\0" * (end - start)
    path.write_bytes(data)


BAD: list[tuple[str, Callable[[Path], object], str]] = [
    ("empty.mp4", lambda path: path.touch(), "is empty"),
    ("notes.mp4", lambda path: path.write_text("Dear diary,\n" * 50), "is text"),
    ("umlauts.mp4", lambda path: path.write_text("ä€" * 3000), "is text"),
    ("photo.mp4", lambda path: image(path, "JPEG"), "is an image"),
    ("picture.mp4", lambda path: image(path, "PNG"), "is an image"),
    ("page.mp4", lambda path: path.write_text("<!DOCTYPE html><html></html>"), "is a document"),
    ("song.m4a", sound_only, "has only sound"),
    ("locked.mp4", lambda path: clips.make(path, frames=10, muxer_options=CENC), "is encrypted"),
    ("head.mp4", head_only, "no decodable picture"),
    ("cut.mp4", without_index, "has no index"),
    ("strange.mp4", unknown_codec, "codec without a decoder"),
    ("noise.mkv", garbage, "is not a video"),
    ("zeros.mp4", all_lost, "no decodable picture"),
    ("folder.mp4", lambda path: path.mkdir(), "is not a regular file"),
    ("pipe.mp4", os.mkfifo, "is not a regular file"),
    ("gone.mp4", lambda path: None, "does not exist"),
]


@pytest.mark.parametrize(("name", "maker", "fault"), BAD, ids=[row[0] for row in BAD])
def test_it_is_refused_in_one_line_and_nothing_is_written(
    name: str, maker: Callable[[Path], object], fault: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    maker(path)
    capfd.readouterr()
    ran = call("render", path, "--out", tmp_path / "out")
    assert capfd.readouterr() == ("", ""), "libav says something of its own"
    assert ran.code == 2
    assert str(path) in ran.error
    assert fault in ran.error
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_bogus_duration_in_the_header_does_not_run_away(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mkv", frames=50)
    data = video.read_bytes()
    # EBML: Duration (0x4489), 8 bytes of float, in ms: say a month.
    at = data.index(b"\x44\x89\x88")
    video.write_bytes(data[: at + 3] + struct.pack(">d", 30 * 86400e3) + data[at + 11 :])
    ran = call("probe", video, "--json")
    assert ran.json["duration"] == 2


def test_the_available_part_of_a_truncated_video_is_rendered_and_the_missing_seconds_are_reported(
    tmp_path: Path,
) -> None:
    video = clips.make(tmp_path / "cut.mp4", frames=250, muxer_options={"movflags": "faststart"})
    whole = clips.numbers(video)
    data = video.read_bytes()
    video.write_bytes(data[: len(data) * 6 // 10])
    ran = call("render", video, "--out", tmp_path / "out", "--json")
    assert ran.code == 2
    (row,) = ran.json["videos"]
    assert row["lost"] > 2
    assert row["duration"] + row["lost"] == pytest.approx(10)
    assert "is cut off: it should last 10.0 s" in ran.error
    stills = sorted((tmp_path / "out" / "cut").glob("*-frame-*.jpg"))
    assert len(stills) == row["totals"]["files"]["stills"] == int(np.ceil(row["duration"]))
    for still in stills:
        second = Fraction(still.stem.rpartition("-")[2])
        assert clips.read(np.asarray(Image.open(still))) == clips.on_screen(whole, second)


def test_a_video_with_a_damaged_middle_is_finished_and_the_damage_counted(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "hole.mp4", frames=250, options={**clips.X264, "g": "25"})
    data = bytearray(video.read_bytes())
    start, end = data.index(b"mdat"), data.index(b"moov")
    middle = (start + end) // 2
    data[middle : middle + 3000] = b"\xff" * 3000
    video.write_bytes(data)
    ran = call("render", video, "--out", tmp_path / "out", "--json")
    (row,) = ran.json["videos"]
    assert (ran.code, row["totals"]["files"]["stills"]) == (0, 10)
    assert row["totals"]["damaged_packets"] > 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 kB."""
    place = tmp_path / "disk"
    with small_disk_at(place, "200k"):
        yield place


def test_a_full_disk_is_an_error_and_leaves_no_half_written_file(small_disk: Path, tmp_path: Path) -> None:
    pictures = np.random.default_rng(1).integers(0, 256, (60, 120, 160, 3), np.uint8)
    video = clips.make(tmp_path / "big.mp4", frames=60, size=(160, 120), pictures=pictures)
    ran = call("render", video, "--out", small_disk, "--snippet", "1")
    assert ran.code == 2
    assert "the disk is full" in ran.error
    assert not (small_disk / "big" / "manifest.json").exists()
    for path in (small_disk / "big").rglob("*"):
        if path.suffix == ".jpg":
            Image.open(path).load()
        assert "#" not in path.name, "a temporary file is left"


def test_a_source_without_permission_is_an_error(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10)
    video.chmod(0)
    ran = without_privilege("render", video, "--out", tmp_path / "out")
    assert ran.returncode == 2
    assert f"error: {video}: cannot be read, access is denied" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_without_permission_is_an_error(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10)
    shelf = tmp_path / "shelf"
    shelf.mkdir(mode=0o555)
    ran = without_privilege("render", video, "--out", shelf)
    assert ran.returncode == 2
    assert f"error: {shelf}/a/plan.json: cannot be used as output" in ran.stderr
    assert not list(shelf.iterdir())


def without_privilege(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command without root's capability to read and write everything."""
    drop: list[str] = []
    if os.geteuid() == 0:
        lost = "-dac_override,-dac_read_search"
        drop = [need("setpriv"), "--bounding-set", lost, "--inh-caps", lost]
    command = [*drop, *COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONG)


def test_one_bad_video_among_good_ones_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    good = [clips.make(tmp_path / f"{name}.mp4", frames=10) for name in "ab"]
    (tmp_path / "bad.mp4").write_text("no video")
    ran = call("render", good[0], tmp_path / "bad.mp4", good[1], "--out", tmp_path / "out", "--json")
    assert ran.code == 2
    assert [row["exit_code"] for row in ran.json["videos"]] == [0, 2, 0]
    assert (tmp_path / "out" / "b" / "manifest.json").exists()


def test_tags_in_invalid_utf_8_are_ignored(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mkv", frames=10)
    with av.open(str(video)) as read, av.open(str(tmp_path / "tagged.mkv"), "w") as write:
        write.metadata["title"] = "QQQQQQQQ"
        stream = write.add_stream_from_template(read.streams.video[0])
        for packet in read.demux(video=0):
            if packet.size:
                packet.stream = stream
                write.mux(packet)
    tagged = tmp_path / "tagged.mkv"
    data = tagged.read_bytes()
    assert b"QQQQQQQQ" in data
    tagged.write_bytes(data.replace(b"QQQQQQQQ", b"\xff\xfe\xc3\x28\xa0\xa1\xe2\x28"))
    assert call("probe", tagged, "--json").json["duration"] == pytest.approx(0.4)
