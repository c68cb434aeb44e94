"""Bad usage: words, settings and places that cannot be right are refused in one line, before any work."""

import socket
from pathlib import Path

import pytest

from tests import clips
from tests.cli.run import call


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
    assert {path.name for path in tmp_path.iterdir()} <= {"a.mp4", "uploads", "previews", "previews-tokens.json"}
    assert not any((tmp_path / "previews").glob("**/*.json"))


def test_a_port_in_use_is_refused(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = call("serve", "--port", str(port), cwd=tmp_path)
    assert (ran.code, ran.error) == (2, f"error: 127.0.0.1:{port}: is in use; choose another --port.")


def test_an_origin_that_no_browser_sends_is_refused(tmp_path: Path) -> None:
    ran = call("serve", "--origin", "films.example", cwd=tmp_path)
    assert (ran.code, "--origin: is films.example; it must be a list of origins, SCHEME" in ran.error) == (2, True)
