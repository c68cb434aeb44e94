"""Bad input: one clear line that names the file, exit code 2, nothing half-written."""

import os
import socket
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


@pytest.mark.parametrize(
    ("environ", "options", "fault"),
    [
        ({"FLICKBOOK_MAX_DURATION": "3"}, (), "lasts 4 s, more than the 3 s allowed"),
        ({"FLICKBOOK_MAX_SIDE": "100"}, (), "is 160×96 pixels, more than the 100"),
        ({"FLICKBOOK_MAX_SNIPPETS": "2"}, ("--snippet", "1"), "would make 4 snippets, more than the 2"),
        ({"FLICKBOOK_MAX_PAGE_BYTES": "1000000"}, ("--fps", "50"), "needs 9 MB"),
        ({}, ("--fps", "60"), "at most 50"),
        ({}, ("--fps", "1/0"), "--fps"),
        ({}, ("--fps", "many"), "--fps"),
        ({}, ("--set", "gif.colour=3"), "--set gif.colour=3: names no option 'gif.colour'; the options are gif.fps"),
        ({}, ("--set", "gif.fps"), "--set gif.fps: is not of the form OUTPUT.OPTION=VALUE"),
        (
            {},
            ("--no-gif", "--no-stills", "--no-storyboard"),
            "--no-gif, --no-stills, --no-storyboard: no output is left, so nothing would be made; keep one of gif, ",
        ),
        ({}, ("--snippet", "0"), "--snippet"),
        ({}, ("--size", "7"), "--size"),
        ({}, ("--set", "gif.size="), "--set gif.size: is empty; it must be a whole number from 16 to 2048."),
        (
            {},
            ("--set", "jellyfin.widths="),
            "--set jellyfin.widths: is empty; it must be 1 to 4 widths of the pictures",
        ),
        (
            {},
            ("--set", "highlight.formats=mp5"),
            "--set highlight.formats: is mp5; it must be one or more of mp4, webm, webp, gif, separated by commas.",
        ),
        ({}, ("--still-quality", "101"), "--still-quality"),
        ({"FLICKBOOK_WORKERS": "none"}, (), "FLICKBOOK_WORKERS: is none; it must be a whole number from 1 to 256."),
        ({}, ("--workers", "0"), "--workers: is 0"),
    ],
)
def test_limits_and_recipes_are_checked_before_anything_is_written(
    environ: dict[str, str], options: tuple[str, ...], fault: str, tmp_path: Path
) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=100)
    ran = call("render", video, "--out", tmp_path / "out", *options, environ=environ)
    assert ran.code == 2
    assert fault in ran.error
    assert "file://" not in ran.error
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("render", "a.mp4", "--snippet", "2.5"), "--snippet: is 2.5; it must be a whole number from 1 to 3600."),
        (("serve", "--port", "web"), "--port: is web; it must be a whole number from 0 to 65535."),
        (("watch", ".", "--every", "often"), "--every: is often; it must be a number above 0."),
    ],
)
def test_a_flag_that_is_not_a_number_says_which_numbers_are_allowed(words: tuple[str, ...], error: str) -> None:
    ran = call(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {error}\n")


def test_an_error_names_the_flag_of_its_command() -> None:
    ran = call("worker", "--concurrency", "0")
    assert (ran.code, ran.error) == (2, "error: --concurrency: is 0; it must be a whole number from 1 to 256.")


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


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("/proc/flickbook", "/proc/flickbook/a: cannot be created ([Errno 2] No such file or directory"),
        ("/dev/null/out", "/dev/null: is a file, but must be a folder; choose another --out or remove that file."),
        ("s3://", "s3://: names no bucket; write s3://BUCKET or s3://BUCKET/PATH."),
    ],
)
def test_an_output_that_cannot_be_written_is_refused(out: str, words: str, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10)
    ran = call("render", video, "--out", out)
    assert ran.code == 2
    assert f"error: {words}" in ran.error


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("status", "s3://"), "s3://: names no bucket; write s3://BUCKET or s3://BUCKET/PATH."),
        (("probe", "https:///a.mp4"), "https:///a.mp4: names no host; write https://HOST or https://HOST/PATH."),
        (("serve", "--source", "s3://"), "s3://: names no bucket; write s3://BUCKET or s3://BUCKET/PATH."),
        (("serve", "--source", "a/b"),
            "{}/a: is a file, but must be a folder; choose another --source or remove that file."),
        (("serve", "--out", "a"), "{}/a: is a file, but must be a folder; choose another --out or remove that file."),
        (("render", "a", "--out", "http://u:secret@a/b?sig=s"), "--out http://a/b: is a web server, "
            "which stores no files; give a path or one of file://, s3://, gs://, az://."),
        (("plan", "a", "--out", "ftp://a/b"), "--out ftp://a/b: has an unknown scheme ftp://; "
            "give a path or one of file://, s3://, gs://, az://."),
        (("probe", "ftp://a/b"), "ftp://a/b: has an unknown scheme ftp://; "
            "give a path or one of file://, s3://, gs://, az://, https://, http://."),
        (("render", "s3://a"), "s3://a: names no file; give one video, such as s3://BUCKET/KEY or https://HOST/PATH."),
        (("render", "https://u:secret@a.invalid/"), "https://a.invalid/: names no file; give one video, "
            "such as s3://BUCKET/KEY or https://HOST/PATH."),
        (("job", "."), "{}: is not a regular file; give the path of a file."),
        (("serve", "--allow", "b.example"), "allow b.example: is neither a URL nor an existing folder; "
            "write a URL, such as https://cdn.example/films/, or the path of a folder."),
        (("serve", "--allow", "https://:80"), "allow https://:80: names no host; "
            "name each host, as in https://cdn.example/films/."),
    ],
)  # fmt: skip
def test_a_place_that_cannot_be_one_is_refused_by_its_name(words: tuple[str, ...], fault: str, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    ran = call(*words, cwd=tmp_path)
    assert (ran.code, ran.error) == (2, f"error: {fault.format(tmp_path)}")


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


def test_watch_refuses_a_single_video(tmp_path: Path) -> None:
    video = tmp_path / "film.mp4"
    video.touch()
    ran = call("watch", video, "--out", tmp_path / "out")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.error.startswith(f"error: {video}: is a file, but `watch` needs a folder or a prefix;")
    assert not (tmp_path / "out").exists()


def test_unknown_settings_are_refused_by_name(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10)
    (tmp_path / "flickbook.toml").write_text("[limits]\nmax_lenght = 3\n")
    ran = call("render", video, cwd=tmp_path)
    assert ran.code == 2
    assert "max_lenght" in ran.error
    assert not (tmp_path / "previews").exists()


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


@pytest.mark.parametrize(
    ("words", "argument"),
    [
        (("render", ""), "VIDEO"),
        (("render", "a.mp4", "--out", ""), "--out"),
        (("serve", "--allow", ""), "allow"),
        (("watch", ""), "SOURCE"),
        (("status", ""), "OUT/NAME"),
    ],
)
def test_an_empty_path_is_not_the_working_directory(words: tuple[str, ...], argument: str, tmp_path: Path) -> None:
    clips.make(tmp_path / "a.mp4", frames=10)
    ran = call(*words, cwd=tmp_path)
    fault = f"{argument}: is empty; give a path or URL (is a shell variable unset?)."
    assert (ran.code, ran.error) == (2, f"error: {fault}")
    # `serve` makes its folders first.
    assert {path.name for path in tmp_path.iterdir()} <= {"a.mp4", "uploads", "previews"}
    assert not any((tmp_path / "previews").glob("**/*.json"))


def test_a_port_in_use_is_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = call("serve", "--port", str(port), cwd=tmp_path)
    assert (ran.code, ran.error) == (2, f"error: 127.0.0.1:{port}: is in use; choose another --port.")


def test_an_origin_that_no_browser_sends_is_refused(tmp_path: Path) -> None:
    ran = call("serve", "--origin", "films.example", cwd=tmp_path)
    assert (ran.code, "--origin: is films.example; it must be a list of origins, SCHEME" in ran.error) == (2, True)
