"""What jobs add up to: GB-seconds, requests and bytes, and what AWS charges for them."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from flickbook.core.settings import Prices
from flickbook.engines.aws.estimating import demand
from flickbook.engines.aws.estimating.demand import Demand

Architecture = Literal["arm64", "x86_64"]


class Usage(Struct, frozen=True):
    """GB-seconds of all films by what they are spent on."""

    render: float
    requests: float
    start: float
    plan: float

    @property
    def total(self) -> float:
        """All GB-seconds together."""
        return self.render + self.requests + self.start + self.plan


class Counts(Struct, frozen=True):
    """What is counted and billed by the piece, for all films."""

    invocations: int
    events: int
    gets: int
    puts: int
    stored_bytes: int
    read_bytes: int


class Bill(Struct, frozen=True):
    """US dollars. `total` is paid once, `month` for every month of storage, `served` for each time all is shown."""

    compute: float
    invocations: float
    events: float
    gets: float
    puts: float
    total: float
    month: float
    served: float


def usage(jobs: Sequence[Demand], films: int, memory: int, cold: int) -> Usage:
    """Give the GB-seconds of films, of whose jobs `cold` began in new environments; every planner does."""
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
    """Count what is billed by the piece."""
    gets, puts = demand.film_requests(jobs)
    return Counts(
        invocations=films * (len(jobs) + 1),
        # One for the upload that S3 tells of, one for every job.
        events=films * (len(jobs) + 1),
        gets=films * (gets + sum(job.gets for job in jobs)),
        puts=films * (puts + sum(job.puts for job in jobs)),
        stored_bytes=round(films * sum(job.stored for job in jobs)),
        read_bytes=round(films * sum(job.read for job in jobs)),
    )


def bill(used: Usage, counts: Counts, architecture: Architecture, prices: Prices) -> Bill:
    """Price what is used."""
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
