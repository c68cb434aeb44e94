"""What an estimate adds up to, worked out by hand; how Lambda scales, as properties."""

import json
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from flickbook import api
from flickbook.cli.tables import Result, results_json
from flickbook.core.model import Artifact, Receipt, Recipe, Snippet, Timing
from flickbook.core.planning import cut
from flickbook.core.settings import Engine, Prices
from flickbook.engines.aws import eventbridge
from flickbook.engines.aws.estimating import (
    Calibration,
    Cloud,
    Sample,
    Work,
    demand,
    estimate,
    from_receipts,
    from_render,
    standard,
)
from flickbook.engines.aws.estimating.demand import BOOK_GETS, BOOK_LISTS, START_CPU, demands, single, wall
from flickbook.engines.aws.estimating.forecast import Counts, Usage, bill
from flickbook.engines.aws.estimating.scaling import EVENTS_A_REQUEST, Delays, Quotas, concurrency, makespan, simulate
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.errors import UsageError
from flickbook.library import receipts
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store
from tests import clips

NO_DELAYS = Delays(plan=0, start=0, deliver=0)
# What prints measured snippets as JSON.
PRINTED = ("render", "submit-wait")
EASY = Calibration("by hand", 1920 * 1080, (Sample(30, 4.75, 0.75, 1_000_000, 2_000_000),))


def test_a_film_of_10323_seconds_is_345_jobs() -> None:
    found = estimate(Work(Fraction(10_323)), Cloud(), EASY, Prices())
    assert (found.jobs, found.peak, found.cold_starts) == (345, 345, 346)
    assert (found.counts.invocations, found.counts.events) == (346, 346)
    assert found.counts.stored_bytes == round(10_323 / 30 * 3_000_000)


def test_a_job_takes_what_it_takes_by_hand() -> None:
    (job,) = demands(cut(Fraction(30), 30), EASY, None, make_recipe())
    # 4.75 s and what opening the source takes; 9 source reads to wait for, 4 GETs, a LIST, 4 rounds of 8 PUTs, the
    # receipt, and, as the last one, a round of reading receipts, one of reading sheets, and 3 storyboard files.
    assert job.cpu == 4.83
    assert job.wait == pytest.approx(24 * 0.03)
    assert (job.gets, job.puts, job.files) == (20, 37, 32)
    assert job.seconds(1769) == pytest.approx(4.83 + 0.72)
    (bare,) = demands(cut(Fraction(30), 30), EASY, None, make_recipe(stills=False, storyboard=False))
    assert (bare.cpu, bare.files, bare.stored) == (4.08, 1, 1_000_000)
    # Each further size is a sheet to write and to read, and 3 storyboard files.
    (sizes,) = demands(cut(Fraction(30), 30), EASY, None, make_recipe(tile_width="160,320,64"))
    assert (sizes.gets, sizes.puts, sizes.files) == (20 + 2, 37 + 2 * 4, 32 + 2)


def test_half_a_processor_takes_twice_as_long_and_a_second_one_helps_with_decoding_only() -> None:
    assert wall(1769) == pytest.approx(1)
    assert wall(885) == pytest.approx(2, rel=0.01)
    assert wall(1769 * 2) == wall(1769 * 4) == pytest.approx(0.15 + 0.85 / 2)
    assert single(885) == pytest.approx(2, rel=0.01)
    assert single(1769 * 2) == 1


def test_requests_grow_no_faster_than_the_film() -> None:
    short, long = (estimate(Work(Fraction(30 * jobs)), Cloud(), EASY, Prices()).counts for jobs in (100, 1000))
    assert long.gets < 10.1 * short.gets
    assert long.puts < 10.1 * short.puts


def test_as_many_requests_go_at_once_as_the_book_sends() -> None:
    assert (demand.PARALLEL_PUTS, demand.PARALLEL_GETS) == (receipts.PARALLEL_PUTS, receipts.PARALLEL_GETS)
    assert (demand.PARALLEL_EVENTS, EVENTS_A_REQUEST) == (eventbridge.PARALLEL_CALLS, eventbridge.BATCH)


def test_the_bill_is_the_price_table_times_the_counts() -> None:
    used = Usage(render=500_000, requests=400_000, start=60_000, plan=40_000)
    counts = Counts(1_000_000, 2_000_000, 3_000, 4_000, 10**12, 0)
    arm, x86 = bill(used, counts, "arm64", Prices()), bill(used, counts, "x86_64", Prices())
    assert arm.compute == pytest.approx(13.3334)
    assert x86.compute == pytest.approx(16.6667)
    assert (arm.invocations, arm.events) == (0.20, 2.00)
    assert (arm.gets, arm.puts) == pytest.approx((0.0012, 0.02))
    assert arm.total == pytest.approx(13.3334 + 0.2 + 2 + 0.0012 + 0.02)
    assert (arm.month, arm.served) == pytest.approx((23.0, 90.0))


def test_gb_seconds_are_those_of_the_simulated_tasks() -> None:
    work, cloud = Work(Fraction(300)), Cloud(memory=1769)
    found = estimate(work, cloud, EASY, Prices())
    jobs = demands(cut(work.duration, 30), EASY, None, make_recipe())
    seconds = sum(job.seconds(1769) for job in jobs) + 10 * START_CPU
    assert found.gb_seconds.total - found.gb_seconds.plan == pytest.approx(seconds * 1769 / 1024)


def test_samples_are_used_cyclically() -> None:
    two = Calibration("by hand", None, (Sample(30, 1, 0, 1, 1), Sample(30, 3, 0, 1, 1)))
    assert [job.cpu for job in demands(cut(Fraction(75), 30), two, None, make_recipe())] == [1.08, 3.08, 0.58]


def test_the_built_in_measurements_follow_the_pictures_size() -> None:
    assert standard(None) == standard(1920 * 1080)
    costs = [standard(pixels).samples[0].cpu for pixels in (100, 854 * 480, 1280 * 720, 3840 * 2160)]
    assert costs == sorted(costs)
    assert costs[0] == costs[1] == 1.55


@given(
    st.lists(st.lists(st.floats(0.1, 20), min_size=1, max_size=25), min_size=1, max_size=6),
    st.integers(1, 12),
    st.integers(1, 5),
    st.floats(0, 2),
)
def test_every_job_runs_once_within_every_quota(
    films: list[list[float]], most: int, step: int, starting: float
) -> None:
    quotas = Quotas(concurrency=most, scaling_step=step)
    tasks = simulate(films, Delays(plan=1, start=starting, deliver=0.5), quotas)
    assert Counter(task.film for task in tasks if not task.planner) == {k: len(f) for k, f in enumerate(films)}
    assert sum(task.planner for task in tasks) == len(films)
    assert max(running for _, running in concurrency(tasks)) <= most
    assert all(task.arrived <= task.begun < task.ended for task in tasks)
    for planner in (True, False):
        made = sorted(task.begun for task in tasks if task.cold and task.planner == planner)
        assert all(
            later - first > quotas.scaling_seconds - 1e-9 for first, later in zip(made, made[step:], strict=False)
        )
    assert [task.ended for task in tasks] == sorted(task.ended for task in tasks)


def test_one_environment_works_one_job_after_the_other() -> None:
    tasks = simulate([[2.0, 3.0]], Delays(plan=1, start=0.5, deliver=0), Quotas(concurrency=1))
    assert [task.cold for task in tasks] == [True, True, False]
    assert [task.begun for task in tasks] == pytest.approx([0, 1.5, 4.0])
    assert [task.ended for task in tasks] == pytest.approx([1.5, 4.0, 7.0])
    assert concurrency(tasks)[-1][1] == 0


def test_a_full_step_of_environments_waits_for_the_next_ten_seconds() -> None:
    tasks = simulate([[60.0] * 2500], NO_DELAYS, Quotas(concurrency=10_000))
    begins = Counter(int(task.begun) // 10 for task in tasks if not task.planner)
    assert begins == {0: 1000, 1: 1000, 2: 500}
    assert makespan(tasks) == pytest.approx(80, abs=0.2)


def test_events_leave_no_faster_than_their_quota() -> None:
    tasks = simulate([[1.0] * 100], NO_DELAYS, Quotas(put_rate=2, invoke_rate=1000))
    arrived = sorted(task.arrived for task in tasks if not task.planner)
    assert [b - a for a, b in pairwise(arrived[::10])] == pytest.approx([0.5] * 9)


def test_a_calibration_from_receipts_leaves_the_short_last_snippet_out() -> None:
    receipts = [_receipt(0, 30), _receipt(30, 60), _receipt(60, 61), Receipt("p", Snippet(90, Fraction(120)))]
    found = from_receipts(receipts, "here")
    assert [(sample.seconds, sample.cpu, sample.stills_cpu) for sample in found.samples] == [(30, 5, 0.5), (30, 5, 0.5)]


def test_stills_further_apart_count_as_one_each_second_and_alone_are_no_calibration() -> None:
    def receipt(output: str, *windows: tuple[int, int]) -> Receipt:
        files = [
            Artifact(str(start), output, "", "", 100, "", 2, 2, Fraction(start), Fraction(end), 1)
            for start, end in windows
        ]
        timing = Timing(begun=0, wall=10, cpu=5, steps={"stills": 1})
        return Receipt("p", Snippet(0, Fraction(30)), timing, artifacts=tuple(files))

    stills = receipt("stills", (0, 10), (10, 20), (20, 30))
    with pytest.raises(UsageError, match="was made of few pictures far apart"):
        from_receipts([stills], "here")
    both = replace(stills, artifacts=(*stills.artifacts, *receipt("gif", (0, 30)).artifacts))
    (sample,) = from_receipts([both], "here").samples
    assert (sample.still_bytes, sample.stills_cpu, sample.cpu) == (3000, 5, 9.5)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"{", "is not what"),
        (b"[]", "is not what `flickbook render --json` prints"),
        (b'{"type":"render","version":3}', "is not what"),
        (b'{"type":"render","version":1,"videos":[{"video":"a"}]}', "contains no timed snippet"),
        (b'{"type":"render","version":1,"videos":[{"snippets":[{"plan":1}]}]}', "cannot be read"),
        (b'{"type":"render","version":1,"videos":3}', "is not what"),
        (b'{"type":"render","version":1,"videos":[{"snippets":[3]}]}', "is not what"),
        (b'{"type":"render","version":1,"videos":[{"snippets":[{"artifacts":[3]}]}]}', "cannot be read"),
    ],
)
def test_what_is_no_calibration_is_refused(data: bytes, fault: str) -> None:
    with pytest.raises(UsageError, match=fault):
        from_render(data, "here.json")


@pytest.mark.parametrize(
    ("work", "cloud", "subject"),
    [
        (Work(Fraction(0)), Cloud(), "--duration"),
        (Work(Fraction(30), films=0), Cloud(), "--films"),
        (Work(Fraction(10_323), films=10**6), Cloud(), "estimate"),
        (Work(Fraction(30)), Cloud(memory=64), "--memory"),
        (Work(Fraction(30)), Cloud(memory=20_000), "--memory"),
        (Work(Fraction(30)), Cloud(memory=128), "--memory"),
        (Work(Fraction(30)), Cloud(concurrency=0), "--concurrency"),
        (Work(Fraction(9000), make_recipe(snippet=3600)), Cloud(memory=5000), None),
        (Work(Fraction(9000), make_recipe(snippet=3600)), Cloud(memory=2048), "--memory"),
        (Work(Fraction(9000), Recipe(3601, {"gif": {}})), Cloud(), "snippet"),
    ],
)
def test_what_cannot_be_is_refused_by_the_flag_at_fault(work: Work, cloud: Cloud, subject: str | None) -> None:
    if subject is None:
        assert estimate(work, cloud, EASY, Prices()).jobs == 3
        return
    with pytest.raises(UsageError) as raised:
        estimate(work, cloud, EASY, Prices())
    assert raised.value.subject == subject


def test_a_job_that_lambda_would_cut_off_is_refused() -> None:
    slow = Calibration("by hand", None, (Sample(30, 1100, 1, 1, 1),))
    with pytest.raises(UsageError, match="900 s"):
        estimate(Work(Fraction(30)), Cloud(), slow, Prices())


def test_stills_that_were_not_measured_are_not_made_up() -> None:
    bare = Calibration("by hand", None, (Sample(30, 1, 0, 1, 0),))
    with pytest.raises(UsageError, match="measured without stills"):
        estimate(Work(Fraction(30)), Cloud(), bare, Prices())
    assert estimate(Work(Fraction(30), make_recipe(stills=False)), Cloud(), bare, Prices()).jobs == 1


def test_a_workers_requests_are_those_that_the_estimate_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, a job, its completion or its book asks the store for more or less than `demand.py` says."""
    counted: Counter[str] = Counter()
    for verb in ("get", "put", "create", "list_folder"):
        monkeypatch.setattr(Store, verb, _counting(getattr(Store, verb), verb, counted))
    video = clips.make(tmp_path / "a.mp4", frames=150)
    settings = Settings(engine=Engine(workers=1, run_length=1))
    outcome = api.render_with(InlineDispatcher(), settings, str(video), str(tmp_path / "out"), make_recipe(snippet=1))
    jobs = outcome.manifest.totals.snippets
    puts = counted["put"] + counted["create"]
    # What is not the jobs' is the plan's and the binder's, who reads all receipts and sheets.
    expected = jobs * (BOOK_GETS + 1)
    assert expected <= counted["get"] <= expected + 2 * jobs + 12
    assert jobs * 4 <= puts <= jobs * 4 + 7
    assert jobs * BOOK_LISTS <= counted["list_folder"] <= jobs * BOOK_LISTS + 10


def test_what_was_printed_before_there_were_storyboards_still_calibrates() -> None:
    gif = {"key": "a-0.gif", "media_type": "image/gif", "bytes": 10, "digest": "", "width": 24, "height": 14}
    still = {**gif, "key": "a-0-frame-0.jpg", "media_type": "image/jpeg", "bytes": 20, "width": 96, "height": 64}
    timing = {"begun": 0, "wall": 10, "cpu": 5, "decode": 8, "gif": 0.5, "stills": 1, "store": 0.5}
    row = {
        "plan": "p",
        "snippet": {"start": 0, "end": "30"},
        "artifacts": [{**picture, "start": "0", "end": "1"} for picture in (gif, still)],
        "timing": timing,
    }
    printed = {"version": 1, "videos": [{"snippets": [row]}]}
    found, same = (from_render(json.dumps({"type": kind, **printed}).encode(), "here") for kind in PRINTED)
    assert same == found
    assert found == Calibration("here", 96 * 64, (Sample(30, 5, 0.5, 10, 20),))
    assert estimate(Work(Fraction(60)), Cloud(), found, Prices()).jobs == 2


def test_films_whose_tiles_are_sparse_read_only_the_sheets_that_the_overview_shows() -> None:
    film = cut(Fraction(10_323), 30)
    *_, last = demands(film, EASY, None, make_recipe())
    *_, bare = demands(film, EASY, None, make_recipe(storyboard=False))
    # 1,721 tiles, every 7th of which is shown, lie on 345 sheets.
    assert (last.gets - bare.gets, last.puts - bare.puts) == (246, 4)


def test_a_calibration_reads_what_render_prints(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=75)
    settings = Settings(engine=Engine(workers=1))
    outcome = api.render_with(InlineDispatcher(), settings, str(video), str(tmp_path / "out"), make_recipe(snippet=1))
    printed = from_render(results_json([Result("a", outcome, None)]).encode(), "here")
    assert printed == from_receipts(outcome.made, "here")
    assert len(printed.samples) == 3
    assert printed.pixels == 160 * 96
    assert json.loads(results_json([Result("a", outcome, None)]))["version"] == 2


def _receipt(start: int, end: int) -> Receipt:
    timing = Timing(begun=0, wall=10, cpu=5, steps={"decode": 8, "gif": 0.5, "stills": 1, "store": 0.5})
    return Receipt("p", Snippet(start, Fraction(end)), timing=timing)


def _counting(method, name: str, counted: Counter[str]):  # type: ignore[no-untyped-def]
    def call(*arguments, **options):  # type: ignore[no-untyped-def]
        counted[name] += 1
        return method(*arguments, **options)

    return call
