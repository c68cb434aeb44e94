"""A bug that one video meets ends neither a call nor a queue: the video fails and asks for a report."""

import uuid
from pathlib import Path
from typing import Any

import pytest

from flickbook.cli import rendering
from flickbook.cli.rendering import render_videos
from flickbook.core import wire
from flickbook.core.model import Order
from flickbook.core.planning import job_for
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector, Ended
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.slot_process import SlotState, render_job
from flickbook.engines.configuration import Settings
from flickbook.engines.following import follow, order
from flickbook.engines.local import child
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.engines.local.local_engine import LocalEngine
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import Damaged, RenderFailed
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.media.frames import FrameReader
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.stills import Stills, StillSink
from flickbook.storage import locate
from tests import clips
from tests.engines import killers
from tests.waiting import until

RECIPE = make_recipe(snippet=1, size=32)


def raise_for_bad(owner: type, method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a method of an output raise ValueError where the book is named `bad`."""
    honest = getattr(owner, method)

    def raising(self: Any, given: Any, *more: Any) -> Any:
        name = self._place.name if isinstance(self, StillSink) else given.plan.name
        if name == "bad":
            raise ValueError("a bug")
        return honest(self, given, *more)

    monkeypatch.setattr(owner, method, raising)


@pytest.mark.parametrize(("owner", "method"), [(StillSink, "add_frame"), (Stills, "complete")])
def test_a_bug_in_an_output_fails_its_video_and_the_others_are_made(
    owner: type, method: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    raise_for_bad(owner, method, monkeypatch)
    monkeypatch.setattr(rendering, "PoolDispatcher", lambda _: InlineDispatcher())
    videos = [str(clips.make(tmp_path / f"{name}.mp4", frames=30)) for name in ("a", "bad", "c")]
    code = render_videos(videos, str(tmp_path / "out"), {"size": 32}, force=False, as_json=False)
    assert code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"error: {videos[1]}: ")
    assert line.endswith("(ValueError: a bug); run again; if the error stays, report it with the video.")
    assert all((tmp_path / "out" / name / "manifest.json").exists() for name in ("a", "c"))


def test_a_queue_goes_on_after_a_video_that_meets_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "run", killers.buggy)
    ended: list[Ended] = []
    with LocalEngine(Settings(engine=Engine(workers=1))) as engine:
        engine.ended = ended.append
        for name in ("bad", "good"):
            order(engine, str(clips.make(tmp_path / f"{name}.mp4", frames=30)), str(tmp_path / "out"), RECIPE)
        until(lambda: len(ended) == 2, "both videos")
    assert sorted((one.order.name, one.state) for one in ended) == [("bad", "partial"), ("good", "complete")]


def test_a_worker_of_a_cluster_returns_the_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raise_for_bad(StillSink, "add_frame", monkeypatch)
    monkeypatch.setattr(slot_process, "_states", (SlotState * 1)())
    plan = plan_source(str(clips.make(tmp_path / "bad.mp4", frames=30)), RECIPE, Limits())
    out = f"memory://{uuid.uuid4().hex}"
    submit(plan, out, Collector(), Engine())
    done = render_job(wire.encode(job_for(plan, plan.snippets, out)), 9, 0, 1)
    assert done.left == plan.snippets
    assert isinstance(done.error, RenderFailed)


def test_nothing_is_left_of_a_video_without_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> None:
        raise Damaged("bad.mp4", "has no decodable picture", "upload it again")

    monkeypatch.setattr(FrameReader, "at", nothing)
    monkeypatch.setattr(rendering, "PoolDispatcher", lambda _: InlineDispatcher())
    out, video = tmp_path / "out", str(clips.make(tmp_path / "bad.mp4", frames=30))
    assert render_videos([video], str(out), {}, force=False, as_json=False) == 2
    assert Book(locate(str(out)), "bad").plan() is None
    assert Index(locate(str(out))).names() == []
    assert not (out / "bad").exists()


def test_a_service_keeps_only_the_refusal_of_a_video_without_a_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "run", killers.pictureless)
    ended: list[Ended] = []
    with LocalEngine(Settings(engine=Engine(workers=1))) as engine:
        engine.ended = ended.append
        order(engine, str(clips.make(tmp_path / "bad.mp4", frames=30)), str(tmp_path / "out"), RECIPE)
        until(lambda: ended, "the end of the order")
    out = locate(str(tmp_path / "out"))
    assert Book(out, "bad").plan() is None
    entry = Index(out).entry("bad")
    assert entry is not None
    assert (entry.state, entry.plan, entry.failure and entry.failure.error) == ("refused", "", "Damaged")


def test_a_cluster_refuses_a_video_without_a_picture(tmp_path: Path) -> None:
    source = str(clips.make(tmp_path / "bad.mp4", frames=30))
    out = f"memory://{uuid.uuid4().hex}"
    wanted = Orders(out).place(Order(locate(source), "bad", RECIPE, out))
    plan, kept = plan_source(source, RECIPE, Limits(), "bad"), Collector()
    submit(plan, out, kept, Engine(workers=2), order=wanted)
    for job in kept.jobs:
        give_up(job, failure_of(Damaged(source, "has no decodable picture", "upload it again")))
    assert Book(out, "bad").plan() is None
    with pytest.raises(Damaged, match="has no decodable picture; upload it again"):
        follow(wanted, lambda *_: None, 0.0, lambda _: None)
    entry = Index(out).entry("bad")
    assert entry is not None
    assert (entry.state, entry.plan) == ("refused", "")
