"""One bad video never ends a call for several videos: it fails with a line that asks for a report."""

import asyncio
import logging
import pickle
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from flickbook.cli import awaiting, rendering, submitting
from flickbook.cli.rendering import render_videos
from flickbook.core import wire
from flickbook.core.model import Order, Plan, Recipe, Source
from flickbook.core.planning import job_for
from flickbook.core.settings import Limits
from flickbook.engines import choice, orders
from flickbook.engines import job as engine_job
from flickbook.engines.aws import handlers
from flickbook.engines.base import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local import child, one_video, planner
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.engines.orders import plan_source
from flickbook.errors import RenderFailed, as_ours
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Access, locate
from flickbook.watch.maker import Handled, Maker
from flickbook.watch.markers import VideoVersion
from flickbook.watch.watcher import Watch
from flickbook.web import hook
from flickbook.web.guard import Guard
from tests import clips
from tests.notifications.samples import UPLOADS, sample

REPORT = "(Odd: left, right); run again; if the error stays, report it with the video."


class Odd(Exception):
    """An unexpected error that cannot be unpickled."""

    def __init__(self, left: str = "left", right: str = "right", *, really: bool) -> None:
        super().__init__(f"{left}, {right}")


def plan_badly(video: str, *more: Any, **named: Any) -> Plan:
    """Stand in for `orders.plan_source`."""
    if "bad" in video:
        raise KeyboardInterrupt if "stop" in video else Odd(really=True)
    return plan_source(video, *more, **named)


def test_render_makes_the_other_videos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(rendering, "PoolDispatcher", lambda _: InlineDispatcher())
    monkeypatch.setattr(one_video, "plan_source", plan_badly)
    names = ("a", "bad", "c")
    videos = [str(clips.make(tmp_path / f"{name}.mp4", frames=5)) for name in names]
    code = render_videos(videos, str(tmp_path / "out"), {"size": 64}, force=False, as_json=False)
    assert code == 1
    assert capsys.readouterr().err == f"error: {videos[1]}: could not be rendered {REPORT}\n"
    assert [(tmp_path / "out" / name / "manifest.json").exists() for name in names] == [True, False, True]
    with pytest.raises(KeyboardInterrupt):
        render_videos(["bad stop.mp4"], str(tmp_path / "out"), {}, force=False, as_json=False)


def test_submit_orders_the_other_videos(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def order(cluster: object, video: str, out: str, recipe: Recipe, *, afresh: bool) -> Order:
        plan_badly(video) if video == "bad" else None
        return Order(video, video, recipe, locate(out))

    monkeypatch.setattr(choice, "make_engine", lambda *_, **__: Idle())
    monkeypatch.setattr(submitting, "order", order)
    code = submitting.submit_videos(["a", "bad", "c"], "/out", {}, wait=False, force=False, as_json=False)
    assert code == 1
    said = capsys.readouterr()
    assert said.out == "ordered: /out/a\nordered: /out/c\n"
    assert said.err == f"error: bad: could not be ordered {REPORT}\n"


def test_submit_waits_for_the_other_videos(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    followed = []

    def follow(wanted: Order, *more: object) -> None:
        followed.append(wanted.name)
        raise Odd(really=True)

    monkeypatch.setattr(awaiting, "follow", follow)
    monkeypatch.setattr(awaiting, "warning_without_workers", lambda _: nullcontext())
    orders = [Order(name, name, make_recipe(), "file:///out") for name in ("a", "b")]
    assert awaiting.await_all(["a", "b"], orders, Settings(), 0.0, as_json=False) == 1
    assert followed == ["a", "b"]
    assert capsys.readouterr().err.count(REPORT) == 2


class Idle(Engine):
    """Accepts orders and ignores them."""

    def check(self) -> None:
        pass

    def order(self, order: Order) -> None:
        pass

    def cancel(self, name: str) -> None:
        pass

    def close(self) -> None:
        pass


class Bad(Maker):
    """Makes all videos but the bad ones."""

    def make(self, video: VideoVersion) -> Handled:
        if "bad" in video.name:
            raise Odd(really=True)
        return Handled("is made")


def test_a_watch_goes_on_and_the_next_one_tries_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "flickbook")
    source, out = locate(str(tmp_path)), locate(str(tmp_path / "out"))
    for name in ("a", "bad", "c"):
        (tmp_path / f"{name}.mp4").write_bytes(b"1")
    for made in (["a.mp4: is made", "c.mp4: is made"], []):
        caplog.clear()
        assert Watch(source, out, Bad(Settings(), out), 0.05, once=True).run() == 1
        said = sorted(record.getMessage().rpartition("/")[2] for record in caplog.records)
        assert said == sorted([*made, f"bad.mp4: could not be made {REPORT}"])


def test_lambda_plans_the_other_videos_before_it_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def plan_one(source: Source) -> dict[str, object]:
        tried.append(source)
        raise Odd(really=True)

    monkeypatch.setattr(handlers, "_plan_video", plan_one)
    monkeypatch.setenv("FLICKBOOK_OUT", "memory://out")
    with pytest.raises(Odd):
        handlers.plan(sample("s3-two-records"), None)
    assert tried == UPLOADS["s3-two-records"]


def test_the_hook_orders_the_other_videos_and_requests_the_notification_again() -> None:
    tried = []

    async def order_announced(url: str) -> object:
        tried.append(url)
        raise Odd(really=True)

    app = FastAPI()
    guard = Guard("token", "", hook_secret="secret")
    app.include_router(hook.make_hook(guard, SimpleNamespace(order_announced=order_announced, out="memory://out")))  # type: ignore[arg-type]

    async def send() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://service") as client:
            return await client.post(f"{hook.PATH}?token=secret", json=sample("s3-two-records"))

    with pytest.raises(RenderFailed):
        asyncio.run(send())
    assert tried == [source.url for source in UPLOADS["s3-two-records"]]


def test_an_error_that_cannot_be_unpickled_does_not_break_the_pool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_source(str(clips.make(tmp_path / "a.mp4", frames=5)), make_recipe(), Limits())

    def work(*_: object, **__: object) -> None:
        raise Odd(really=True)

    monkeypatch.setattr(engine_job, "work", work)
    monkeypatch.setattr(orders, "plan_source", plan_badly)
    with pytest.raises(RenderFailed) as rendered:
        child.run(wire.encode(job_for(plan, plan.snippets, "file:///out")), 1, Access())
    with pytest.raises(RenderFailed) as planned:
        planner.plan_video("file:///bad.mp4", "bad", make_recipe(), Limits())
    for error in (rendered.value, planned.value):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (RenderFailed, str(error))
        assert str(error).endswith(REPORT)


def test_an_error_of_ours_stays_what_it_is() -> None:
    error = RenderFailed("a", "b", "c")
    assert as_ours(error, "video", "could not be made") is error
