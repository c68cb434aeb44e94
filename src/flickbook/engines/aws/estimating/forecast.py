"""Films → their seconds, GB-seconds, requests, bytes and bill on AWS."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from flickbook.core.model import Recipe
from flickbook.core.planning import cut
from flickbook.core.settings import Prices
from flickbook.engines.aws.estimating import demand
from flickbook.engines.aws.estimating.calibration import Calibration
from flickbook.engines.aws.estimating.demand import Demand
from flickbook.engines.aws.estimating.scaling import Quotas, Task, concurrency, makespan, simulate
from flickbook.errors import UsageError
from flickbook.outputs.recipes import check_recipe, for_duration, make_recipe
from flickbook.outputs.stills import STILLS

MIN_MB, MAX_MB = 128, 10_240
# Sizes compared for the best. Below 512 MB a snippet takes half a minute or more.
SIZES = (512, 768, 1024, 1536, demand.VCPU_MB, 2048, 3008, 4096)
# A size is compared if it has this many times the memory that a job needs.
HEADROOM = 1.5
MAX_JOBS = 2_000_000
MAX_SECONDS = 900


Architecture = Literal["arm64", "x86_64"]


class Usage(Struct, frozen=True):
    """GB-seconds of all films, by purpose."""

    render: float
    requests: float
    start: float
    plan: float

    @property
    def total(self) -> float:
        """The sum of all GB-seconds."""
        return self.render + self.requests + self.start + self.plan


class Counts(Struct, frozen=True):
    """Requests, events and bytes of all films."""

    invocations: int
    events: int
    gets: int
    puts: int
    stored_bytes: int
    read_bytes: int


class Bill(Struct, frozen=True):
    """US dollars: `total` is paid once, `month` per month of storage, `served` each time all files are served."""

    compute: float
    invocations: float
    events: float
    gets: float
    puts: float
    total: float
    month: float
    served: float


class Work(Struct, frozen=True):
    """What to estimate: `films` films at once, each of `duration` seconds.

    `source_bytes` is a film's size in bytes, `pixels` a picture's; None if unknown.
    """

    duration: Fraction
    recipe: Recipe = field(default_factory=make_recipe)
    films: int = 1
    source_bytes: int | None = None
    pixels: int | None = None


class Cloud(Struct, frozen=True):
    """Where the jobs run: a function's memory in MB, its processors, and the account's concurrency."""

    memory: int = 2048
    architecture: Architecture = "arm64"
    concurrency: int = 1000


class Size(Struct, frozen=True):
    """The result for a function of so many MB: mean seconds per job, and GB-seconds of all films."""

    memory: int
    seconds: float
    gb_seconds: float


class Estimate(Struct, frozen=True):
    """The estimate.

    `mean` and `longest` are seconds per job in a warm environment, `memory_used` is in MB. `peak`, the most jobs at
    once, and `makespan` in seconds are simulated. `best` is the size with the fewest GB-seconds.
    """

    jobs: int
    mean: float
    longest: float
    memory_used: int
    makespan: float
    peak: int
    cold_starts: int
    gb_seconds: Usage
    counts: Counts
    bill: Bill
    sizes: tuple[Size, ...]
    best: Size


def estimate(work: Work, cloud: Cloud, calibration: Calibration, prices: Prices) -> Estimate:
    """Estimate films. Raises UsageError for values out of range."""
    check(work, cloud, calibration)
    work = replace(work, recipe=for_duration(work.recipe, work.duration))
    jobs = film_demands(work, calibration)
    tasks = run(jobs, work.films, cloud)
    cold = sum(task.cold for task in tasks if not task.planner)
    used = usage(jobs, work.films, cloud.memory, cold)
    counts = count(jobs, work.films)
    seconds = [job.seconds(cloud.memory) for job in jobs]
    needed = demand.peak_memory(work.pixels or calibration.pixels, work.recipe.snippet)
    if max(seconds) > MAX_SECONDS:
        fault = f"a job would take {max(seconds):,.0f} s, more than the {MAX_SECONDS} s that Lambda allows"
        raise UsageError("--snippet", fault, "use shorter snippets or more --memory")
    sizes = tuple(_size(jobs, work.films, memory, cold) for memory in SIZES if memory >= HEADROOM * needed)
    sizes = sizes or (_size(jobs, work.films, cloud.memory, cold),)
    return Estimate(
        jobs=len(jobs) * work.films,
        mean=sum(seconds) / len(seconds),
        longest=max(seconds),
        memory_used=needed,
        makespan=makespan(tasks),
        peak=max(running for _, running in concurrency(tasks)),
        cold_starts=sum(task.cold for task in tasks),
        gb_seconds=used,
        counts=counts,
        bill=bill(used, counts, cloud.architecture, prices),
        sizes=sizes,
        best=min(sizes, key=lambda size: size.gb_seconds),
    )


def check(work: Work, cloud: Cloud, calibration: Calibration) -> None:
    """Raise UsageError for values out of range."""
    check_recipe(work.recipe)
    jobs = ceil(work.duration / work.recipe.snippet) * work.films
    needed = demand.peak_memory(work.pixels or calibration.pixels, work.recipe.snippet)
    for holds, subject, fault, remedy in (
        (work.duration > 0, "--duration", "must be more than 0 seconds", "pass the film's length"),
        (work.films >= 1, "--films", "must be at least 1", "choose another value"),
        (cloud.concurrency >= 1, "--concurrency", "must be at least 1", "choose another value"),
        (MIN_MB <= cloud.memory <= MAX_MB, "--memory", f"must be {MIN_MB} to {MAX_MB:,} MB", "choose another value"),
        (needed <= cloud.memory, "--memory", f"is less than the {needed} MB that a job needs", "choose a larger size"),
        (
            jobs <= MAX_JOBS,
            "estimate",
            f"would make {jobs:,} jobs, more than {MAX_JOBS:,}",
            "use a shorter --duration, a longer --snippet or fewer --films",
        ),
        (
            STILLS.name not in work.recipe.outputs or any(sample.still_bytes for sample in calibration.samples),
            calibration.origin,
            "was measured without stills",
            "pass --no-stills, or measure with stills",
        ),
    ):
        if not holds:
            raise UsageError(subject, fault, remedy)


def film_demands(work: Work, calibration: Calibration) -> list[Demand]:
    """Return the demand of each job of one film."""
    snippets = cut(work.duration, work.recipe.snippet)
    return demand.demands(snippets, calibration, work.source_bytes, work.recipe)


def run(jobs: Sequence[Demand], films: int, cloud: Cloud) -> list[Task]:
    """Simulate films that are uploaded at once, each with these jobs."""
    seconds = [job.seconds(cloud.memory) for job in jobs]
    quotas = Quotas(concurrency=cloud.concurrency)
    return simulate([seconds] * films, demand.delays(jobs, cloud.memory), quotas)


def usage(jobs: Sequence[Demand], films: int, memory: int, cold: int) -> Usage:
    """Return the GB-seconds of films. `cold` jobs begin in a new environment, and so does every planner."""
    gb = memory / 1024
    start = demand.START_CPU * demand.single(memory)
    plan = demand.delays(jobs, memory).plan
    return Usage(
        render=gb * films * sum(job.cpu for job in jobs) * demand.wall(memory),
        requests=gb * films * sum(job.wait for job in jobs),
        start=gb * cold * start,
        plan=gb * films * (plan + start),
    )


def count(jobs: Sequence[Demand], films: int) -> Counts:
    """Count requests, events and bytes."""
    gets, puts = demand.film_requests(jobs)
    return Counts(
        invocations=films * (len(jobs) + 1),
        # One event for the upload, one for each job.
        events=films * (len(jobs) + 1),
        gets=films * (gets + sum(job.gets for job in jobs)),
        puts=films * (puts + sum(job.puts for job in jobs)),
        stored_bytes=round(films * sum(job.stored for job in jobs)),
        read_bytes=round(films * sum(job.read for job in jobs)),
    )


def bill(used: Usage, counts: Counts, architecture: Architecture, prices: Prices) -> Bill:
    """Return the bill for a usage."""
    second = prices.price_gb_second_arm64 if architecture == "arm64" else prices.price_gb_second_x86_64
    compute = used.total * second
    invocations = counts.invocations / 1e6 * prices.price_million_invocations
    events = counts.events / 1e6 * prices.price_million_events
    gets = counts.gets / 1e3 * prices.price_thousand_gets
    puts = counts.puts / 1e3 * prices.price_thousand_puts
    return Bill(
        compute=compute,
        invocations=invocations,
        events=events,
        gets=gets,
        puts=puts,
        total=compute + invocations + events + gets + puts,
        month=counts.stored_bytes / 1e9 * prices.price_gb_month_stored,
        served=counts.stored_bytes / 1e9 * prices.price_gb_served,
    )


def _size(jobs: Sequence[Demand], films: int, memory: int, cold: int) -> Size:
    mean = sum(job.seconds(memory) for job in jobs) / len(jobs)
    return Size(memory, mean, usage(jobs, films, memory, cold).total)


def basis(calibration: Calibration, prices: Prices) -> dict[str, list[str]]:
    """Return the basis of an estimate: what was measured, what AWS publishes, and what is assumed."""
    snippets = len(calibration.samples)
    return {
        "measured": [
            f"{snippets} snippet{'s' if snippets > 1 else ''} ({calibration.origin})",
            f"CPU seconds: {demand.START_CPU:g} to start Python, {demand.OPENING_CPU:g} to open a source, "
            f"{demand.PLAN_CPU:g} to plan",
        ],
        "published": [
            f"prices of {prices.price_date}, {prices.price_region}, without free tier",
            f"1 vCPU = {demand.VCPU_MB:,} MB; 1,000 new environments a function in 10 s; "
            "10,000 PutEvents requests and 18,750 rule invocations a second",
        ],
        "assumed": [
            "a Lambda vCPU is as fast as the core that was measured",
            f"{demand.REQUEST_SECONDS * 1000:g} ms a request to S3, one after the other",
            f"a keyframe every {demand.KEYFRAME_EVERY} s, for recipes with a tolerance",
            f"{demand.FETCH_SECONDS:g} s to fetch the code (not billed)",
            f"{demand.DELIVER_SECONDS:g} s to deliver an event",
            "no job fails or runs twice; logs are not counted",
        ],
    }
