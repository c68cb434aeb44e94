"""Tokens that outlive the service: its own, and named ones that are added and revoked while it runs."""

import json
import os
import signal
import stat
import threading
from pathlib import Path

import httpx
import pytest

from flickbook.core.model import Entry
from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.errors import NameTaken, OutputDenied, SourceMissing, UsageError
from flickbook.library.index import Index
from flickbook.web import event_stream, token_file
from flickbook.web.app import make_app
from flickbook.web.token_file import MAX_TOKENS, OWN, TokenFile, token_path
from tests.cli.run import call
from tests.waiting import LONG, until
from tests.web.asgi import Asker, served
from tests.web.server import Serving, start

pytestmark = pytest.mark.attack


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's state folder."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """A client of a service in this process that nobody may read without a token."""
    web = Web(token="secret", private=True, source=str(tmp_path / "in"), out=str(tmp_path / "out"))
    return Asker(make_app(Settings(web=web)))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_token_and_session_outlive_the_service_and_its_kill(tmp_path: Path) -> None:
    places = (tmp_path / "in", tmp_path / "out")
    with start(*places, "--private", token="") as serving:
        token = serving.token
        assert serving.client.get("/api/session").json()["writes"]
        assert serving.stranger.get("/api/videos").status_code == 401
        assert serving.stranger.post("/api/session", json={"token": token}).status_code == 204
        (cookie,) = serving.stranger.cookies.jar
        sent = {"Cookie": f"{cookie.name}={cookie.value}"}
        serving.stop(signal.SIGKILL)
    file = tmp_path / "out-tokens.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert token in file.read_text()
    assert not any(token in path.read_text() for path in (tmp_path / "out").rglob("*") if path.is_file())
    with start(*places, "--private", token="") as serving:
        assert serving.token == token
        assert serving.client.get("/api/session").json()["token"] == OWN
        assert serving.stranger.get("/api/videos", headers=sent).status_code == 200
        assert serving.stranger.delete("/api/videos/a", headers=sent).status_code == 401
        assert serving.stranger.delete("/api/session", headers=sent).status_code == 204
    with start(*places, "--private", token="another") as serving:
        assert serving.client.get("/api/session").json()["writes"]
        assert serving.stranger.get("/api/videos", headers=bearer(token)).status_code == 401, "--token overrides it"
        assert serving.stranger.get("/api/videos", headers=sent).status_code == 401, "an ended session stays ended"


def test_a_running_service_follows_the_command_line(tmp_path: Path) -> None:
    """A token that was revoked is refused within seconds, and so is its session."""
    out = tmp_path / "out"
    with start(tmp_path / "in", out, "--private") as serving:
        stranger = serving.stranger
        tv = call("token", "add", "tv", "--rights", "read", "--out", out).out.strip()
        until(lambda: stranger.get("/api/videos", headers=bearer(tv)).status_code == 200, "the token tv")
        assert stranger.post("/api/videos", json={"key": "a.mp4"}, headers=bearer(tv)).status_code == 401
        assert stranger.post("/api/session", json={"token": tv}).status_code == 204
        assert stranger.get("/api/videos").status_code == 200
        until(lambda: json.loads(call("token", "list", "--json", "--out", out).out)["tokens"][0]["used"], "its use")
        assert call("token", "revoke", "tv", "--out", out).code == 0
        until(lambda: stranger.get("/api/videos").status_code == 401, "the session to end")
        assert stranger.get("/api/videos", headers=bearer(tv)).status_code == 401
    assert tv not in (tmp_path / "out-tokens.json").read_text() + serving.log.read_text()


def test_a_stream_of_events_ends_with_its_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "QUIET_SECONDS", 0.05)
    monkeypatch.setattr(token_file, "CHECK_SECONDS", 0.0)
    file, out = TokenFile(tmp_path / "out-tokens.json"), tmp_path / "out"
    Index(out.as_uri()).note(Entry("a", "waiting", "file:///a.mp4", 1.0))
    app = make_app(Settings(web=Web(token="t", private=True, source=str(tmp_path / "in"), out=str(out))))
    headers = bearer(file.add("tv", "read"))
    with (
        served(app) as url,
        httpx.stream("GET", f"{url}/api/events?name=a", headers=headers, timeout=LONG) as stream,
    ):
        lines = stream.iter_lines()
        assert next(lines) == "event: state"
        file.revoke("tv")
        assert "event: end" not in list(lines)


def test_tokens_are_made_listed_and_revoked_by_the_api(asker: Asker) -> None:
    writer = bearer("secret")
    made = asker.post("/api/tokens", json={"name": " Küche ", "rights": "read"}, headers=writer)
    assert (made.status_code, made.headers["cache-control"]) == (201, "no-store")
    token = made.json()["token"]
    assert made.json() == {"name": "Küche", "rights": "read", "token": token}
    assert asker.get("/api/videos", headers=bearer(token)).status_code == 200
    for method, path in (("GET", "/api/tokens"), ("POST", "/api/tokens"), ("DELETE", "/api/tokens/x")):
        assert asker.request(method, path, headers=bearer(token)).status_code == 401
    listed = asker.get("/api/tokens", headers=writer)
    assert [(each["name"], each["rights"], each["revocable"]) for each in listed.json()["tokens"]] == [
        ("--token", "write", False),
        ("Küche", "read", True),
    ]
    assert token not in listed.text
    assert asker.delete("/api/tokens/K%C3%BCche", headers=writer).status_code == 204
    assert asker.delete("/api/tokens/K%C3%BCche", headers=writer).status_code == 404
    assert asker.get("/api/videos", headers=bearer(token)).status_code == 401


def test_the_file_is_not_served_nor_replaced_by_an_upload(tmp_path: Path) -> None:
    """Also if the output is a folder within the source, and so the file lies in the source."""
    file = TokenFile(tmp_path / "out-tokens.json")
    own, reader = bearer(file.own()), bearer(file.add("tv", "read"))
    asker = Asker(make_app(Settings(web=Web(source=str(tmp_path), out=str(tmp_path / "out")))))
    for path in ("/v/../out-tokens.json", "/v/%2e%2e/out-tokens.json", "/v/a/..%2f..%2fout-tokens.json"):
        assert asker.get(path, headers=reader).status_code in (404, 422), path
    assert asker.get("/api/videos/out-tokens/video", headers=own).status_code == 404
    assert asker.post("/api/videos?filename=out-tokens.json", content=b"{}", headers=own).status_code in (409, 415, 422)
    assert [token.name for token in TokenFile(file.path).stored().tokens] == [OWN, "tv"]


@pytest.mark.parametrize("name", ["", " ", "--token", "a/b", "a\nb", "x" * 65, OWN])
def test_a_name_that_cannot_be_a_tokens_is_refused(asker: Asker, name: str) -> None:
    answer = asker.post("/api/tokens", json={"name": name, "rights": "read"}, headers=bearer("secret"))
    assert (answer.status_code, answer.json()["error"]) == (422, "UsageError")


def test_names_are_unique_and_tokens_few(tmp_path: Path) -> None:
    file = TokenFile(tmp_path / "tokens.json")
    for number in range(MAX_TOKENS):
        file.add(str(number), "read")
    with pytest.raises(NameTaken):
        file.add("1", "write")
    with pytest.raises(UsageError, match="more than 100 tokens"):
        file.add("one more", "read")
    with pytest.raises(SourceMissing):
        file.revoke("one more")


def test_changes_at_the_same_time_are_all_stored(tmp_path: Path) -> None:
    files = [TokenFile(tmp_path / "tokens.json") for _ in range(8)]
    threads = [threading.Thread(target=file.add, args=(f"{number}", "read")) for number, file in enumerate(files)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(token.name for token in TokenFile(tmp_path / "tokens.json").stored().tokens) == list("01234567")
    assert [path.name for path in tmp_path.iterdir() if "tokens" in path.name] == ["tokens.json"]


def test_a_file_that_cannot_be_read_allows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = TokenFile(tmp_path / "tokens.json")
    file.add("tv", "read")
    monkeypatch.setattr(token_file, "CHECK_SECONDS", 0.0)
    assert len(file.stored().tokens) == 1
    (tmp_path / "tokens.json").write_text("[]")
    assert file.stored().tokens == ()
    with pytest.raises(UsageError, match="is not a file of tokens"):
        file.add("more", "read")
    assert (tmp_path / "tokens.json").read_text() == "[]"


def test_a_file_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    TokenFile(tmp_path / "tokens.json").add("tv", "read")
    if os.geteuid() == 0:  # root's own files are accepted
        os.chown(tmp_path / "tokens.json", 1234, 1234)
    monkeypatch.setattr(os, "geteuid", lambda: 4321)
    assert TokenFile(tmp_path / "tokens.json").stored().tokens == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can change the owner of a file")
def test_root_changes_the_file_of_a_service_and_leaves_it_to_its_user(tmp_path: Path) -> None:
    file = TokenFile(tmp_path / "tokens.json")
    file.add("tv", "read")
    os.chown(tmp_path / "tokens.json", 1234, 1234)
    file.add("more", "read")
    assert (tmp_path / "tokens.json").stat().st_uid == 1234


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    """A token file in a folder that is below a file."""
    (tmp_path / "file").write_text("")
    return tmp_path / "file" / "more" / "tokens.json"


def test_a_service_that_cannot_store_its_token_makes_one_for_each_start(tmp_path: Path, unwritable: Path) -> None:
    places, environ = (tmp_path / "in", tmp_path / "out"), {"FLICKBOOK_TOKENS": str(unwritable)}
    tokens = []
    for _ in range(2):
        with start(*places, "--private", token="", environ=environ) as serving:
            tokens.append(serving.token)
            _check_session(serving)
    assert len(set(tokens)) == 2
    assert f"{unwritable}: cannot be written (Not a directory); set FLICKBOOK_TOKENS" in serving.log.read_text()


def _check_session(serving: Serving) -> None:
    """Check that a session begins and ends, though nothing can be stored."""
    assert serving.stranger.post("/api/session", json={"token": serving.token}).status_code == 204
    (cookie,) = serving.stranger.cookies.jar
    assert serving.stranger.get("/api/videos").status_code == 200
    assert serving.stranger.delete("/api/session").status_code == 204
    sent = {"Cookie": f"{cookie.name}={cookie.value}"}
    assert serving.stranger.get("/api/videos", headers=sent).status_code == 401
    answer = serving.client.post("/api/tokens", json={"name": "tv", "rights": "read"})
    assert (answer.status_code, answer.json()["error"]) == (503, "OutputDenied")


def test_the_file_lies_beside_a_local_output_and_else_in_the_users_state_folder(tmp_path: Path, state: Path) -> None:
    assert token_path(Web(out=f"{tmp_path}/my previews/")) == tmp_path / "my previews-tokens.json"
    assert token_path(Web(tokens="t.json")) == Path("t.json")
    found = [token_path(Web(out=out)) for out in ("s3://one/previews", "s3://two/previews", "s3://two")]
    assert len(set(found)) == 3
    for path, name in zip(found, ("previews-", "previews-", "two-"), strict=True):
        assert path is not None
        assert path.parent == state / "flickbook"
        assert path.name.startswith(name)


def test_without_a_home_folder_no_token_of_a_bucket_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(Path, "home", _no_home)
    assert token_path(Web(out="s3://previews")) is None
    with pytest.raises(OutputDenied, match="no home folder; set FLICKBOOK_TOKENS"):
        TokenFile(None).own()


def _no_home() -> Path:
    raise RuntimeError


def test_the_command_line_names_its_errors(tmp_path: Path) -> None:
    for arguments, message in (
        (("add", "tv", "--rights", "all"), "--rights: is all; it must be read or write"),
        (("add", "a/b", "--rights", "read"), "a/b: is no name for a token"),
        (("revoke", "tv"), "tv: is not the name of a token; see `flickbook token list`"),
    ):
        ran = call("token", *arguments, "--out", tmp_path / "out")
        assert ran.code == 2
        assert message in ran.error
    assert call("token", "list", "--out", tmp_path / "out").out == "no tokens\n"
    assert call("token", "add", "tv", "--rights", "read", "--out", tmp_path / "out").code == 0
    assert "tv    read    20" in call("token", "list", "--out", tmp_path / "out").out
