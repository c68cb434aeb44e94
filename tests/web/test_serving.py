"""A video is ordered, followed, made, shown, retried and deleted over HTTP."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests import clips
from tests.web.server import Serving, halted

pytestmark = pytest.mark.xdist_group("service")

# More than are probed, made, or listed at the same time.
MANY = 20


@pytest.fixture
def source(service: Serving, video: Path) -> Path:
    folder = service.source
    (folder / "shows").mkdir()
    clips.make(folder / "shows" / "my film.mp4", frames=70)
    shutil.copy(video, folder / "shows.mp4")
    (folder / "bad.mp4").write_text("not a video")
    return folder


def test_a_video_is_made_and_events_and_detail_say_so(service: Serving, source: Path) -> None:
    ordered = service.order("shows/my film.mp4")
    assert (ordered.status_code, ordered.json()["state"]) == (202, "waiting")
    events = list(service.events("shows/my film", "nothing"))
    kinds = Counter(event.kind for event in events)
    assert (kinds["gone"], kinds["cell"], kinds["end"], events[-1].kind) == (1, 3, 1, "end")
    states = [event.data["state"] for event in events if event.kind == "state"]
    assert states == sorted(states, key=["waiting", "making", "complete"].index)
    detail = service.detail("shows/my film")
    assert (detail["title"], detail["state"], detail["snippets"], detail["done"]) == ("my film", "complete", 3, 3)
    assert [(cell["start"], cell["end"], cell["state"]) for cell in detail["cells"]] == [
        (0, 1, "done"),
        (1, 2, "done"),
        (2, 2.8, "done"),
    ]
    assert (detail["width"], detail["height"], detail["codec"], detail["frame_rate"]) == (160, 96, "h264", 25)
    assert detail["source"]["url"] == (source / "shows" / "my film.mp4").as_uri()
    assert detail["speed"] > 0
    plan = json.loads((service.out / "shows" / "my film" / "plan.json").read_text())
    base = f"/v/shows/my%20film/~{plan['id']}/"
    assert (detail["base"], detail["poster"]) == (base, f"{base}my%20film-1-frame-0.jpg")
    assert detail["gif"] == f"{base}my%20film-1.gif"
    assert service.stranger.get("/api/videos/shows/my film").json()["source"]["url"] is None
    (card,) = service.client.get("/api/videos").json()["videos"]
    assert card == {key: detail[key] for key in card}


def test_a_broken_video_is_refused_with_a_reason_until_it_is_repaired(service: Serving, source: Path) -> None:
    service.order("bad.mp4")
    refused = service.wait_for("bad", "refused")
    assert refused["error"] == "bad: is text, not a video; give a video file."
    assert [event.kind for event in service.events("bad")] == ["state", "end"]
    shutil.copy(source / "shows.mp4", source / "bad.mp4")
    assert service.client.post("/api/videos/bad/retry").status_code == 202
    assert service.wait_for("bad")["error"] is None


def test_deleting_removes_the_videos_own_files_and_no_others(service: Serving, source: Path) -> None:
    for key in ("shows.mp4", "shows/my film.mp4"):
        service.order(key)
    for name in ("shows", "shows/my film"):
        service.wait_for(name)
    (service.out / "shows" / "notes.txt").write_text("mine")
    assert service.client.delete("/api/videos/shows").status_code == 204
    assert service.client.get("/api/videos/shows").status_code == 404
    assert service.client.delete("/api/videos/shows").status_code == 404
    assert not (source / "shows.mp4").exists()
    assert {path.name for path in (service.out / "shows").iterdir()} == {"notes.txt", "my film"}
    assert [card["name"] for card in service.client.get("/api/videos").json()["videos"]] == ["shows/my film"]
    assert service.client.delete("/api/videos/shows/my film").status_code == 204
    assert sorted(path.name for path in service.out.rglob("*") if path.is_file()) == ["notes.txt"]


def test_a_book_named_receipts_inside_another_book_disturbs_nothing(service: Serving, source: Path) -> None:
    (source / "shows" / "my film.mp4").rename(source / "shows" / "receipts.mp4")
    for key in ("shows/receipts.mp4", "shows.mp4"):
        service.order(key)
        service.wait_for(key.removesuffix(".mp4"))
    clips.make(source / "shows.mp4", frames=50)
    service.client.post("/api/videos/shows/retry")
    assert [service.wait_for(name)["failed"] for name in ("shows", "shows/receipts")] == [0, 0]
    assert service.client.delete("/api/videos/shows").status_code == 204
    assert service.wait_for("shows/receipts")["done"] == 3


def test_a_video_is_deleted_while_it_is_made(service: Serving, long: Path) -> None:
    shutil.copy(long, service.source / "long.mp4")
    counted = completed(service)
    with halted(service.process.pid, service.out / "long") as halt:
        service.order("long.mp4")
        halt.wait()
        assert service.detail("long")["state"] == "making"
        halt.go()
        assert service.client.delete("/api/videos/long").status_code == 204
    assert not [path for path in service.out.rglob("*") if path.is_file()]
    assert completed(service) == counted
    # The name is free, and the workers are idle.
    clips.make(service.source / "long.mp4", frames=30)
    service.order("long.mp4")
    assert service.wait_for("long")["snippets"] == 2


def completed(service: Serving) -> list[str]:
    return [line for line in service.stranger.get("/metrics").text.splitlines() if 'outcome="complete"' in line]


def test_a_name_has_only_one_video(service: Serving, source: Path) -> None:
    clips.make(source / "shows.mkv", frames=30)
    service.order("shows.mp4")
    service.wait_for("shows")
    other = service.order("shows.mkv")
    assert (other.status_code, other.json()["error"]) == (409, "NameTaken")
    # The same order again is no error, and nothing is made again.
    receipt = service.out / "shows" / "receipts" / "0.json"
    before = receipt.stat().st_mtime_ns
    assert service.order("shows.mp4").status_code == 202
    service.wait_for("shows")
    assert receipt.stat().st_mtime_ns == before


def test_many_videos_at_once_are_all_made(service: Serving, source: Path) -> None:
    clip = clips.make(source / "film 00.mp4", frames=5)
    names = [f"film {number:02}" for number in range(MANY)]
    for name in names[1:]:
        shutil.copy(clip, source / f"{name}.mp4")
    for name in names:
        assert service.order(f"{name}.mp4").status_code == 202
    for name in names:
        service.wait_for(name)
    first = service.client.get("/api/videos", params={"limit": 10}).json()
    rest = service.client.get("/api/videos", params={"limit": 200, "after": first["next"]}).json()
    assert [card["name"] for card in (*first["videos"], *rest["videos"])] == names
    assert rest["next"] is None
    found = service.client.get("/api/videos", params={"search": "FILM 1"}).json()["videos"]
    assert [card["name"] for card in found] == names[10:20]


def problem(service: Serving, body: object) -> tuple[int, str]:
    answer = service.client.post("/api/videos", json=body)
    assert set(answer.json()) == {"error", "message"}
    return answer.status_code, answer.json()["error"]


def test_invalid_requests_are_refused_in_one_line(service: Serving, source: Path) -> None:
    (source / "a").mkdir()
    for name in ("events.mp4", "retry.mp4", "video.mp4", "<b>.mp4"):
        shutil.copy(source / "shows.mp4", source / "a" / name)
    assert problem(service, {"key": "none.mp4"}) == (404, "SourceMissing")
    assert problem(service, {"key": "../in/shows.mp4"}) == (422, "NameRefused")
    assert problem(service, {"key": ".flickbook/books/x.json"}) == (422, "NameRefused")
    for name in ("events.mp4", "retry.mp4", "video.mp4", "<b>.mp4"):
        assert problem(service, {"key": f"a/{name}"}) == (422, "NameRefused")
    bodies: list[object] = [{}, [], {"key": "a", "url": "b"}, {"key": 1}, {"name": "a"}]
    for body in bodies:
        assert problem(service, body) == (422, "UsageError")
    assert service.client.get("/api/videos", params={"limit": 0}).json()["error"] == "UsageError"
    assert service.client.get("/api/none").status_code == 404
    assert service.client.put("/api/videos").status_code == 405
    assert service.client.get("/api/videos/..%2f..%2fetc").status_code == 404
    assert [event.kind for event in service.events("../../etc", "/etc", "a/../../b", "")] == ["gone"] * 4 + ["end"]
    assert service.client.get("/api/videos").json() == {"videos": [], "next": None}
