"""The service on a cluster: real workers carry out its orders from a real RabbitMQ, which may fail and come back.

That RabbitMQ itself loses nothing when it is killed is proven by tests/cluster/test_broker_away.py.
"""

import io
import shutil
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from flickbook.core import wire
from flickbook.core.model import Failure, Order
from flickbook.core.settings import Cluster
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import PLAN
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from scripts.process import Service, free_ports, running
from tests import clips
from tests.cable import Cable
from tests.cli.run import COMMAND
from tests.queues import empty
from tests.waiting import LONG, until
from tests.web.browser import REFUSALS, SCHEMES, faults, put_on, visit
from tests.web.conftest import LONG_SECONDS
from tests.web.server import Serving, halted, start

pytestmark = pytest.mark.xdist_group("rabbitmq")
# At first there is no worker: orders wait until a later test starts one.
IN_ORDER = True


@pytest.fixture(scope="module")
def cable(rabbitmq: Service) -> Iterator[Cable]:
    """The connection from the service to its broker."""
    made = Cable(urlsplit(rabbitmq.url).port or 0)
    yield made
    made.cut()


@pytest.fixture(scope="module")
def serving(rabbitmq: Service, cable: Cable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A service on a cluster without workers, and a video whose order is recorded but not sent to the broker."""
    folder = tmp_path_factory.mktemp("cluster")
    (folder / "in").mkdir()
    film = clips.make(folder / "in" / "earlier.mp4", frames=30)
    out = (folder / "out").as_uri()
    Orders(out).place(Order(film.as_uri(), "earlier", make_recipe(snippet=1, size=48), out))
    url = f"amqp://guest:guest@127.0.0.1:{cable.place[1]}{urlsplit(rabbitmq.url).path}"
    flags = ("--engine", "celery", "--broker", url)
    empty(rabbitmq.url)
    with start(folder / "in", folder / "out", *flags) as serving:
        yield serving


@pytest.fixture(scope="module")
def worker(rabbitmq: Service, serving: Serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    (port,) = free_ports(1)
    url = f"http://127.0.0.1:{port}/readyz"
    flags = ["--broker", rabbitmq.url, "--concurrency", "1", "--health", f"127.0.0.1:{port}"]

    def is_ready() -> bool:
        with urllib.request.urlopen(url, timeout=LONG) as answer:
            return bool(answer.status == 200)

    made = Service(url, [*COMMAND, "worker", *flags], tmp_path_factory.mktemp("worker"), is_ready)
    with running(made):
        yield made


@pytest.fixture
def dispatcher(rabbitmq: Service) -> Iterator[CeleryDispatcher]:
    with CeleryDispatcher(Cluster(broker=rabbitmq.url)) as made:
        yield made


def wait_for_answer(serving: Serving, as_wanted: Callable[[Any], bool], path: str = "/api/cluster") -> Any:
    """Request a path until its answer is as wanted, and return it."""

    def ask() -> Any:
        seen = serving.client.get(path).json()
        return seen if as_wanted(seen) else None

    return until(ask, f"{path}: {serving.log}", pause=0.1)


def wait_for_health(serving: Serving, status: int) -> None:
    until(lambda: serving.stranger.get("/healthz").status_code == status, f"{status}: {serving.log}", pause=0.1)


def dead_letter(serving: Serving, dispatcher: CeleryDispatcher, name: str) -> Path:
    """Order a video, and dead-letter it as a worker does if a store is away for too long."""
    film = clips.make(serving.source / f"{name}.mp4", frames=30)
    out, fault = serving.out.as_uri(), "the store is away; wait."
    order = Orders(out).place(Order(film.as_uri(), name, make_recipe(snippet=1, size=64), out))
    Orders(out).note_failure(order, Failure("StoreError", f"{name}: {fault}"), final=True)
    dispatcher.send_dead_letter(PLAN, wire.encode(order).decode(), Failure("StoreError", f"{film}: {fault}"), 3)
    return film


def test_orders_made_while_the_broker_is_away_are_sent_when_it_is_back(serving: Serving, cable: Cable) -> None:
    wait_for_answer(serving, lambda seen: seen["waiting"] == 1)
    clips.make(serving.source / "film.mp4", frames=30)
    cable.cut()
    assert serving.order("film.mp4").status_code == 202
    assert serving.detail("film")["state"] == "waiting"
    wait_for_health(serving, 503)
    hidden = serving.stranger.get("/api/cluster")
    assert (hidden.status_code, str(cable.place[1]) in hidden.text) == (503, False)
    cable.mend()
    seen = wait_for_answer(serving, lambda seen: seen.get("waiting") == 2)
    assert (seen["dead"], seen["workers"]) == (0, [])
    wait_for_health(serving, 200)


def test_a_video_deleted_before_a_worker_came_leaves_nothing_and_the_others_are_made(
    serving: Serving, worker: Service
) -> None:
    clips.make(serving.source / "deleted.mp4", frames=30)
    serving.order("deleted.mp4")
    assert serving.client.delete("/api/videos/deleted").status_code == 204
    for name in ("earlier", "film"):
        assert serving.wait_for(name)["done"] == 2
    assert serving.detail("earlier")["recipe"]["outputs"]["gif"]["size"] == 48
    seen = wait_for_answer(serving, lambda seen: not seen["waiting"] and len(seen["workers"]) == 1)
    assert (seen["dead"], seen["workers"][0]["slots"], seen["workers"][0]["jobs"]) == (0, 1, [])
    assert seen["workers"][0]["name"].startswith("worker-")
    assert serving.stranger.get("/api/cluster").json()["workers"][0]["name"] is None
    names = [card["name"] for card in serving.client.get("/api/videos").json()["videos"]]
    assert names == ["earlier", "film"]


def test_a_worker_makes_the_pictures_that_urls_ask_for(serving: Serving, worker: Service) -> None:
    answer = serving.client.get("/image/film/thumbnail.png?time=1")
    assert answer.status_code == 200, answer.text
    assert clips.read(np.asarray(Image.open(io.BytesIO(answer.content)).convert("RGB"))) == 25
    (serving.source / "earlier.mp4").rename(serving.source / "away.mp4")
    missing = serving.client.get("/image/earlier/animated.mp4?width=160")
    assert (missing.status_code, missing.json()["error"]) == (404, "SourceMissing")
    (serving.source / "away.mp4").rename(serving.source / "earlier.mp4")


def test_a_video_is_cancelled_while_it_is_made_and_resumed(serving: Serving, worker: Service, long: Path) -> None:
    shutil.copy(long, serving.source / "bunny.mp4")
    with halted(worker.pid, serving.out / "bunny"):
        serving.order("bunny.mp4")
        wait_for_answer(
            serving, lambda seen: [job["video"] for worker in seen["workers"] for job in worker["jobs"]] == ["bunny"]
        )
        assert serving.stranger.post("/api/videos/bunny/cancel").status_code == 401
        answer = serving.client.post("/api/videos/bunny/cancel")
        assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert [event.kind for event in serving.events("bunny")][-1] == "end"
    assert serving.detail("bunny")["done"] < LONG_SECONDS
    serving.client.post("/api/videos/bunny/retry")
    assert serving.wait_for("bunny")["done"] == LONG_SECONDS


def test_dead_letters_are_shown_and_sent_again(serving: Serving, worker: Service, dispatcher: CeleryDispatcher) -> None:
    film = dead_letter(serving, dispatcher, "dead")
    (letter,) = wait_for_answer(serving, lambda seen: seen["letters"], "/api/dead")["letters"]
    assert (letter["video"], letter["task"], letter["attempts"]) == ("dead", "order", 3)
    assert str(film) in letter["message"]
    hidden = serving.stranger.get("/api/dead")
    assert hidden.json()["letters"][0]["error"] == "StoreError"
    assert str(film.parent) not in hidden.text
    assert serving.stranger.post("/api/dead/redrive").status_code == 401
    assert serving.client.post("/api/dead/redrive").json() == {"sent": 1, "left": []}
    assert serving.wait_for("dead")["done"] == 2
    assert serving.client.get("/api/dead").json() == {"letters": []}


def test_the_page_shows_the_cluster_in_light_and_dark_and_redrives_dead_letters(
    browser: Browser, serving: Serving, worker: Service, dispatcher: CeleryDispatcher
) -> None:
    film = dead_letter(serving, dispatcher, "given up")
    wait_for_answer(serving, lambda seen: seen["dead"] == 1)
    url = f"{serving.url}/#token={serving.token}"
    with visit(browser, url, viewport={"width": 390, "height": 844}) as page:
        panel = page.locator("[data-role=cluster]")
        expect(panel).to_contain_text("1 worker, 0 of 1 busy · 0 waiting · 1 given up")
        panel.locator("summary").press("Enter")
        expect(panel.locator("[data-role=worker]")).to_contain_text("0 of 1 busy")
        expect(panel.locator("[data-role=dead]")).to_contain_text(str(film))
        for scheme in SCHEMES:
            put_on(page, scheme)
            assert faults(page) == [], scheme
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
        panel.get_by_role("button", name="Send again").click()
        expect(panel).not_to_contain_text("given up")
        card = page.locator("[data-name='given up']")
        card.scroll_into_view_if_needed()  # only cards in sight follow what becomes of them
        expect(card).to_have_attribute("data-state", "complete")
    serving.client.delete("/api/videos/given%20up")


def test_the_page_cancels_a_video_and_resumes_it(
    browser: Browser, serving: Serving, worker: Service, long: Path
) -> None:
    shutil.copy(long, serving.source / "stopped.mp4")
    with visit(browser, f"{serving.url}/#token={serving.token}", tolerated=REFUSALS) as page:
        with halted(worker.pid, serving.out / "stopped") as halt:
            serving.order("stopped.mp4")
            halt.wait()
            page.goto(f"{serving.url}/#/watch/stopped")
            page.get_by_role("button", name="Cancel").click()
            expect(page.locator("[data-role=watch][data-state=cancelled]")).to_be_visible()
        expect(page.get_by_text("What is made stays")).to_be_visible()
        page.goto(f"{serving.url}/#/")
        expect(page.locator("[data-name=stopped]")).to_contain_text("Cancelled")
        page.get_by_role("button", name="Retry stopped").click()
        expect(page.locator("[data-name=stopped][data-state=complete]")).to_be_visible()
