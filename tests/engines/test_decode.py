"""The setting `decode`: a card by name must be there, `auto` goes on without."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest

from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines import configuration
from flickbook.engines.celery.slots import Slots
from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local import child
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.local.processes import Processes
from flickbook.engines.orders import submit
from flickbook.errors import UsageError
from flickbook.media import card_places
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.cli.run import call
from tests.tools import ROOT
from tests.waiting import LONG

NO_CARD = pytest.mark.skipif(any(node.exists() for node in card_places._NODES), reason="this machine has a card")


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "film.mp4", frames=60)


@pytest.mark.parametrize(
    ("named", "error"),
    [
        pytest.param(
            "cuda",
            "decode = cuda: no such card, or no driver for it, was found on this machine (Operation not permitted)",
            marks=NO_CARD,
        ),
        ("bogus", "decode = bogus: is no kind of card that the installed PyAV decodes on (cuda"),
        ("qsv", "decode = qsv: is no kind of card that the installed PyAV decodes on (cuda"),
        ("CUDA", "--decode: is CUDA; it must be auto, cpu, or a kind of libav's devices, such as cuda"),
    ],
)
def test_a_card_that_is_asked_for_by_name_must_be_there(named: str, error: str, video: Path, tmp_path: Path) -> None:
    ran = call("render", video, "--out", tmp_path / "out", "--decode", named, pool=True)
    assert ran.code == 2
    assert ran.error.startswith(f"error: {error}")
    assert not (tmp_path / "out").exists()


def test_services_and_workers_do_not_start_without_the_card_that_is_asked_for() -> None:
    settings = Settings(engine=Engine(workers=1, decode="bogus"))
    with pytest.raises(UsageError, match="use decode = auto or decode = cpu"):
        make_engine(settings, service=True)
    with pytest.raises(UsageError, match="use decode = auto or decode = cpu"):
        Slots(settings)


def test_a_job_is_not_given_up_because_the_card_is_missing(video: Path, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.jsonl"
    jobs.write_text(call("plan", video, "--out", tmp_path / "out", "--no-stills", "--size", "64").out)
    ran = call("job", jobs, environ={"FLICKBOOK_DECODE": "bogus"}, pool=True)
    assert (ran.code, ran.error.partition(":")[2].strip().partition(":")[0]) == (2, "decode = bogus")
    assert not list((tmp_path / "out" / "film").glob("receipts/*"))


@NO_CARD
def test_where_a_driver_fails_auto_says_so_once_a_file_and_makes_the_book(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(card_places, "_NODES", (tmp_path,))
    settings = Settings(engine=Engine(workers=2, run_length=1))
    with PoolDispatcher(settings.engine) as dispatcher:
        recipe = make_recipe(snippet=1, size=64)
        made = api.render_with(dispatcher, settings, str(video), str(tmp_path / "out"), recipe)
    assert made.manifest.failed == ()
    line = f"{video}: the processor decodes it, because cuda cannot be used (Operation not permitted)"
    assert capfd.readouterr().err.splitlines() == [line]


def prepare_with_driver(fault: str, folder: str) -> None:
    """Prepare a child process on a machine whose driver dies or hangs."""
    from flickbook.media import card

    def set_up(self: card.LibavDevice) -> None:
        if fault == "dies":
            os._exit(1)
        time.sleep(LONG)

    card.LibavDevice.set_up = set_up  # type: ignore[method-assign]
    card._START_SECONDS = 1
    child.prepare(card=("auto", folder, 1))


@pytest.mark.parametrize("fault", ["dies", "hangs"])
def test_a_driver_that_dies_or_hangs_before_the_first_job_stops_no_job(
    fault: str, video: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    engine = Engine(workers=1, run_length=1, snippet_timeout=4)
    (tmp_path / "card").mkdir()
    processes = Processes(1, prepare_with_driver, (fault, str(tmp_path / "card")))
    with PoolDispatcher(engine, processes=processes) as dispatcher:
        recipe = make_recipe(snippet=1, size=64)
        made = api.render_with(dispatcher, Settings(engine=engine), str(video), str(tmp_path / "out"), recipe)
    assert made.manifest.failed == ()
    line = f"{video}: the processor decodes it, because cuda did not come to an end with it"
    assert capfd.readouterr().err.splitlines() == [line]


def test_a_card_gets_shorter_jobs_because_it_and_a_core_are_not_equally_fast(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = api.plan(video, recipe=make_recipe(snippet=1, size=64))
    assert len(plan.snippets) == 3
    sent: list[int] = []
    monkeypatch.setattr(PoolDispatcher, "send", lambda _, jobs: sent.append(len(jobs)))
    for nodes in ((), (tmp_path,)):
        monkeypatch.setattr(card_places, "_NODES", nodes)
        with PoolDispatcher(Engine(workers=2)) as dispatcher:
            submit(plan, (tmp_path / "out").as_uri(), dispatcher, Engine(workers=2))
    assert sent == [2, 3]


def test_decode_is_a_key_of_the_engine_and_a_variable(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text('[engine]\ndecode = "cpu"\n')
    assert configuration.load({}, {}, tmp_path).engine.decode == "cpu"
    assert configuration.load({}, {"FLICKBOOK_DECODE": "cuda"}, tmp_path).engine.decode == "cuda"
    assert configuration.load({"decode": "auto"}, {"FLICKBOOK_DECODE": "cuda"}, tmp_path).engine.decode == "auto"
    assert Engine().decode == "auto"


@NO_CARD
def test_the_measure_of_cards_says_clearly_that_there_is_none() -> None:
    ran = subprocess.run(
        ["sh", ROOT / "benchmarks" / "gpu.sh"], capture_output=True, text=True, timeout=LONG, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith("There is no card here, and nothing to measure (decode = cuda: ")


def test_what_decodes_leaves_no_trace_in_plans_and_jobs(video: Path, tmp_path: Path) -> None:
    printed = [
        call("plan", video, "--out", tmp_path / named, environ={"FLICKBOOK_DECODE": named}).out
        for named in ("auto", "cpu")
    ]
    ids = {json.loads(line)["plan"] for lines in printed for line in lines.splitlines()}
    assert len(ids) == 1
