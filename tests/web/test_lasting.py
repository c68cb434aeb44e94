"""The service survives kills of itself and its workers, and leaves no process running when it ends."""

import os
import re
import shutil
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.web.app import make_app
from tests import clips
from tests.processes import descendants, wait_until_gone, workers_of
from tests.waiting import LONG, until
from tests.web import tus
from tests.web.asgi import Asker
from tests.web.conftest import LONG_SECONDS
from tests.web.server import PROCESSES, Serving, halted, start, wait_until_known

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def film(service: Serving, long: Path) -> Path:
    """A long video of the shared service."""
    return Path(shutil.copy(long, service.source / "long.mp4"))


def wait_for_processes(serving: Serving) -> list[int]:
    def find() -> list[int] | None:
        found = workers_of(serving.process.pid)
        return found if len(found) >= PROCESSES else None

    return until(find, "all processes")


def test_after_kill_9_the_next_service_goes_on_with_videos_and_uploads_and_makes_only_what_is_missing(
    tmp_path: Path, video: Path, long: Path
) -> None:
    source, out, data = tmp_path / "in", tmp_path / "out", video.read_bytes()
    half = len(data) // 2
    with start(source, out) as serving:
        names = ("under way", "half", "whole", "old")
        under_way, half_way, whole, old = (tus.begin(serving.client, f"{name}.mp4", len(data)) for name in names)
        for where in (half_way, whole, old):
            tus.send(serving.client, where, 0, data[:half])
        shutil.copy(long, source / "long.mp4")
        with halted(serving.process.pid, out / "long") as halt:
            serving.order("long.mp4")
            halt.wait()
            shutil.copy(video, source / "late.mp4")
            serving.order("late.mp4")
            family = descendants(serving.process.pid)
            with tus.open_patch(serving, under_way, len(data), data[:half]):
                serving.stop(signal.SIGKILL)
        wait_until_gone(family)
    receipts = {path: path.stat().st_mtime_ns for path in out.glob("long/receipts/*.json")}
    assert 1 <= len(receipts) < LONG_SECONDS
    tus.part(source, whole).write_bytes(data)
    for suffix in (".part", ".json"):
        os.utime(tus.part(source, old).with_suffix(suffix), (0, 0))
    with start(source, out) as serving:
        assert tus.offset(serving.client, half_way) == half, "what the service said it has is there"
        for where in (under_way, half_way):
            come = tus.offset(serving.client, where)
            assert tus.send(serving.client, where, come, data[come:]).status_code == 204
        wait_until_known(serving, "whole")
        assert all((source / f"{name}.mp4").read_bytes() == data for name in names[:3])
        assert tus.offset(serving.client, whole) == len(data)
        assert serving.client.head(old, headers=tus.TUS).status_code == 404
        assert serving.wait_for("long")["done"] == LONG_SECONDS
        for name in ("late", "under way"):
            assert serving.wait_for(name)["done"] == 2
    assert {path: path.stat().st_mtime_ns for path in receipts} == receipts, "nothing is made twice"


def test_kill_9_of_workers_at_work_is_survived(service: Serving, film: Path) -> None:
    with halted(service.process.pid, service.out / "long") as halt:
        service.order("long.mp4")
        halt.wait()
        assert service.detail("long")["done"] < LONG_SECONDS
        for worker in halt.halted:
            os.kill(worker, signal.SIGKILL)
    seen = service.wait_for("long")
    assert (seen["done"], seen["failed"]) == (LONG_SECONDS, 0)


def test_kill_9_of_idle_workers_is_survived_again_and_again(service: Serving, video: Path) -> None:
    for number in range(3):
        for worker in wait_for_processes(service) if number else []:
            os.kill(worker, signal.SIGKILL)
        shutil.copy(video, service.source / f"{number}.mp4")
        service.order(f"{number}.mp4")
        assert service.wait_for(f"{number}")["failed"] == 0
    assert service.stranger.get("/healthz").json() == {"status": "ok"}


def test_a_stop_ends_at_once_with_open_streams_and_requests(tmp_path: Path, long: Path) -> None:
    """By SIGTERM and by Ctrl-C. A service on all addresses without a token prints a warning and makes a token."""
    tokens = []
    for how, code in ((signal.SIGTERM, 0), (signal.SIGINT, 130)):
        (tmp_path / how.name).mkdir()
        shutil.copy(long, tmp_path / how.name / "long.mp4")
        environ = {"FLICKBOOK_PROXIES": "192.0.2.0/24"}
        places = (tmp_path / how.name, tmp_path / f"out {how.name}")
        with start(*places, "--host", "0.0.0.0", token="", environ=environ) as serving:
            tokens.append(serving.token)
            check_public_service(serving)
            _stop_while_busy(serving, how, code)
    assert len(set(tokens)) == 2
    assert min(map(len, tokens)) >= 20


def check_public_service(serving: Serving) -> None:
    """Check what strangers may do with a service on all addresses, and that it warns of them."""
    assert serving.url.startswith("http://127.0.0.1:"), "an address to open is printed"
    (line,) = serving.log.read_text().splitlines()
    assert line.startswith("0.0.0.0: everybody who reaches this address can see all previews;")
    assert "--read-token" in line
    session = serving.client.get("/api/session").json()
    assert (session["reads"], session["writes"]) == (True, True)
    session = serving.stranger.get("/api/session").json()
    assert (session["reads"], session["writes"]) == (True, False)
    assert serving.stranger.get("/api/videos").status_code == 200
    assert serving.stranger.delete("/api/videos/a").status_code == 401
    # It believes only the proxies in its settings.
    sent = {"X-Forwarded-Proto": "https"}
    answer = serving.stranger.post("/api/session", json={"token": serving.token}, headers=sent)
    assert "Secure" not in answer.headers["set-cookie"].split("; ")
    assert serving.token not in serving.log.read_text()


def _stop_while_busy(serving: Serving, how: signal.Signals, code: int) -> None:
    """Stop a service that makes a video, streams its events, and waits for the rest of a request."""
    heard: list[str] = []
    listener = threading.Thread(target=listen, args=(serving.events("long"), heard))
    with halted(serving.process.pid, serving.out / "long") as halt:
        serving.order("long.mp4")
        listener.start()
        halt.wait()
        until(lambda: "cell" in heard, "a cell")
        family = descendants(serving.process.pid)
        assert len(wait_for_processes(serving)) == PROCESSES
        address = urlsplit(serving.url)
        with socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG) as connection:
            head = f"POST /api/session HTTP/1.1\r\nHost: {address.netloc}\r\nExpect: 100-continue\r\n"
            connection.sendall(head.encode() + b"Content-Length: 100\r\n\r\n{")
            assert connection.recv(100).startswith(b"HTTP/1.1 100")
            halt.go()
            # Neither the stream nor the request ever ends by itself.
            assert serving.stop(how) == code
    # Neither of them is logged.
    own = re.compile(r"0\.0\.0\.0: |stopped; |.* INFO long: ")
    assert [line for line in serving.log.read_text().splitlines() if not own.match(line)] == []
    listener.join(LONG)
    assert "end" not in heard
    wait_until_gone(family)


def listen(events: Iterator[tuple[str, object]], heard: list[str]) -> None:
    for kind, _ in events:
        heard.append(kind)  # one by one: another thread waits for them


def test_health_reports_a_store_that_is_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for folder in (tmp_path / "in", out):
        folder.mkdir()
    asker = Asker(make_app(Settings(web=Web(token="secret", source=str(tmp_path / "in"), out=str(out)))))
    assert asker.get("/healthz").status_code == 200
    shutil.rmtree(out)
    out.write_text("a file where the folder was")
    answer = asker.get("/healthz")
    assert (answer.status_code, answer.json()["error"]) == (503, "StoreError")


def test_an_error_that_ends_the_work_on_a_video_is_shown_and_can_be_retried(
    service: Serving, film: Path, tmp_path: Path
) -> None:
    with halted(service.process.pid, service.out / "long") as halt:
        service.order("long.mp4")
        halt.wait()
        # Another version, in place of that which is being made.
        clips.make(tmp_path / "other.mp4", frames=50).replace(film)
    refused = service.wait_for("long", "refused")
    assert refused["error"].startswith("long: was replaced during the work")
    assert service.client.post("/api/videos/long/retry").status_code == 202
    assert service.wait_for("long")["snippets"] == 2
