"""Settings: one frozen class for each wing that has any, and a price table. `engines.configuration` fills them."""

import os
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Place = Annotated[str, Meta(pattern=r"^(\S*:[0-9]{1,5})?$", description="HOST:PORT, such as 127.0.0.1:9464")]
Seconds = Annotated[float, Meta(gt=0)]
Dollars = Annotated[float, Meta(ge=0)]


def usable_cores() -> int:
    """Return the number of processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on videos and recipes: hostile or broken input is refused before it costs much.

    `max_duration` is in seconds, `max_side` in pixels; `max_tiles` counts those of a storyboard. `max_page_bytes`
    bounds a page: the scaled frames of one snippet's GIF. A worker keeps them in memory until it has chosen the GIF's
    palette. A video of more than an hour has, on average, a picture in each `max_hold` seconds.
    """

    max_duration: Seconds = 24 * 3600.0
    max_hold: Seconds = 60.0
    max_side: Annotated[int, Meta(ge=16)] = 8192
    max_snippets: Annotated[int, Meta(ge=1)] = 10_000
    max_tiles: Annotated[int, Meta(ge=1)] = 100_000
    max_page_bytes: Annotated[int, Meta(ge=1_000_000)] = 400_000_000


class Engine(Struct, frozen=True, forbid_unknown_fields=True):
    """How this machine runs jobs.

    `engine` is the name of the engine: `pool` (processes of this machine), `celery`, or an installed one. `workers`
    counts processes, `snippet_timeout` is the time limit of one snippet in seconds, and `run_length` the largest number
    of snippets in one job; on a cluster, in one time slice.
    """

    engine: str = "pool"

    workers: Annotated[int, Meta(ge=1, le=256)] = msgspec.field(default_factory=usable_cores)
    snippet_timeout: Seconds = 600.0
    run_length: Annotated[int, Meta(ge=1)] = 10


class Aws(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the parts on AWS find each other.

    `out` is the URL below which books are stored, `bus` the name or ARN of the EventBridge bus that carries jobs,
    `dead_letters` the URL of the SQS queue of events whose handling failed.
    """

    out: str = ""
    bus: str = ""
    dead_letters: str = ""


class Cluster(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the broker is, and how workers share its jobs.

    `broker` is a URL: `amqp://` (RabbitMQ), `redis://` or `sqs://`. A worker handles a film in time slices. A time
    slice ends after `turn_seconds` if other messages wait. If none waits, it goes on, but at most for `longest_turn`
    seconds. The worker then finishes its current snippet and sends the rest of the film to the end of the queue. A
    failing job has `tries` attempts. While a store is down, an attempt retries with backoff for `patience` seconds.
    `health` is the HOST:PORT of a worker's health endpoint; empty means none.
    """

    broker: str = ""
    turn_seconds: Seconds = 30.0
    longest_turn: Seconds = 300.0
    tries: Annotated[int, Meta(ge=1, le=10)] = 3
    patience: Annotated[float, Meta(ge=0)] = 60.0
    health: Place = ""


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """How a source is watched: its folder or bucket is listed `every` so many seconds."""

    every: Seconds = 10.0


class Web(Struct, frozen=True, forbid_unknown_fields=True):
    """How the service is reached, where its videos and books are stored, and what it accepts.

    `source` and `out` are folders or URLs. A `port` of 0 means any free port. Without a `token` the service makes one
    at each start; without a `read_token`, reading needs no token. Web pages of `origins` may call the service. Videos
    are accepted from below `source` and below the URLs of `allow`. Uploads under way lie in the folder `spool`; an
    upload is cut off after `idle_seconds` without a byte, and refused if it would leave fewer than `min_free_bytes`
    free. With `presign`, stores that can sign URLs serve their files themselves. `hosts` are Host names, besides those
    of this machine, under which the service may be read without a token. `proxies` are addresses and networks whose
    X-Forwarded-For and X-Forwarded-Proto headers are trusted. With a `hook_secret`, buckets that send it may announce
    uploads; without it, that route does not exist.
    """

    source: str = "uploads"
    out: str = "previews"
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    token: str = ""
    read_token: str = ""
    origins: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    spool: str = ""
    max_upload_bytes: Annotated[int, Meta(ge=1)] = 100 * 10**9
    min_free_bytes: Annotated[int, Meta(ge=0)] = 10**9
    idle_seconds: Seconds = 30.0
    presign: bool = True
    hook_secret: str = ""


class Prices(Struct, frozen=True, forbid_unknown_fields=True):
    """What AWS charges, in US dollars: on-demand, first tier, without free tier and tax. `flickbook estimate` uses it.

    Published prices as of 2026-03-13, us-east-1, as quoted on that day or in that week by
    https://wring.co/blog/aws-lambda-pricing-guide (Lambda), https://cloudburn.io/blog/amazon-eventbridge-pricing and
    https://cloudburn.io/blog/amazon-s3-pricing, S3's requests and transfer also by
    https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples; the originals are https://aws.amazon.com/lambda/pricing/,
    https://aws.amazon.com/eventbridge/pricing/ and https://aws.amazon.com/s3/pricing/. AWS changes prices: each can be
    overridden. A GB-second is 2^30 bytes of memory for a second; stored and served GB are 10^9 bytes here, which errs
    upwards by 7 %. Custom events and S3's own "Object Created" events cost the same; HEAD is priced as GET, LIST as
    PUT. S3 and Lambda of one region exchange bytes free of charge.
    """

    price_region: str = "us-east-1"
    price_date: str = "2026-03-13"
    price_gb_second_arm64: Dollars = 0.0000133334
    price_gb_second_x86_64: Dollars = 0.0000166667
    price_million_invocations: Dollars = 0.20
    price_million_events: Dollars = 1.00
    price_thousand_puts: Dollars = 0.005
    price_thousand_gets: Dollars = 0.0004
    price_gb_month_stored: Dollars = 0.023
    price_gb_served: Dollars = 0.09
