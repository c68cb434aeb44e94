"""Settings: one frozen class for each wing that has any, and a price table. `engines.configuration` fills them.

The text in a field's annotation is its meaning; docs/settings.md shows it.
"""

import os
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Place = Annotated[str, Meta(pattern=r"^(\S*:[0-9]{1,5})?$", description="HOST:PORT, such as 127.0.0.1:9464")]
Device = Annotated[
    str, Meta(pattern=r"^[a-z0-9]{1,20}$", description="auto, cpu, or a kind of libav's devices, such as cuda")
]
Seconds = Annotated[float, Meta(gt=0)]

Dollars = Annotated[float, Meta(ge=0)]


def usable_cores() -> int:
    """Return the number of processors that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds on videos and recipes: hostile or broken input is refused before it costs much."""

    max_duration: Annotated[Seconds, "Seconds that a video may last."] = 24 * 3600.0
    max_hold: Annotated[Seconds, "Seconds that pictures of a video of more than an hour may last on average."] = 60.0
    max_side: Annotated[int, Meta(ge=16), "Pixels that a side of the picture may have."] = 8192
    max_snippets: Annotated[int, Meta(ge=1), "Snippets that a book may have."] = 10_000
    max_tiles: Annotated[int, Meta(ge=1), "Tiles that a storyboard may have."] = 100_000
    max_page_bytes: Annotated[
        int,
        Meta(ge=1_000_000),
        "Bytes of one snippet's scaled frames, which a worker keeps until it has chosen the GIF's palette.",
    ] = 400_000_000


class Engine(Struct, frozen=True, forbid_unknown_fields=True):
    """How this machine runs jobs."""

    engine: Annotated[str, "`pool` (processes of this machine), `celery`, or an engine that a package adds."] = "pool"
    workers: Annotated[int, Meta(ge=1, le=256), "Worker processes."] = msgspec.field(default_factory=usable_cores)
    snippet_timeout: Annotated[Seconds, "Seconds that the work on one snippet may take."] = 600.0
    run_length: Annotated[int, Meta(ge=1), "Snippets in one job at most; on a cluster, in one time slice."] = 10
    decode: Annotated[Device, "What decodes: a graphics card if there is one (`auto`), `cpu`, or `cuda`."] = "auto"


class Aws(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the parts on AWS find each other."""

    out: Annotated[str, "URL below which books are stored."] = ""
    bus: Annotated[str, "Name or ARN of the EventBridge bus that carries jobs."] = ""
    dead_letters: Annotated[str, "URL of the SQS queue of events whose handling failed."] = ""


class Cluster(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the broker is, and how workers share its jobs.

    A worker handles a film in time slices. At the end of one it finishes its current snippet, and sends the rest of the
    film to the end of the queue.
    """

    broker: Annotated[
        str,
        Meta(pattern="^((pyamqp|amqps?|rediss?|sqs)://|$)", description="an amqp://, redis:// or sqs:// URL"),
        "URL of the broker: `amqp://` (RabbitMQ), `redis://` or `sqs://`.",
    ] = ""
    turn_seconds: Annotated[Seconds, "Seconds of a time slice if other messages wait."] = 30.0
    longest_turn: Annotated[Seconds, "Seconds of a time slice if none waits."] = 300.0
    tries: Annotated[int, Meta(ge=1, le=10), "Attempts that a failing job has."] = 3
    patience: Annotated[float, Meta(ge=0), "Seconds of retries within an attempt while a store is down."] = 60.0
    health: Annotated[Place, "Address of a worker's health endpoint; empty for none."] = ""


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """How a folder or bucket is watched."""

    every: Annotated[Seconds, "Seconds from one listing to the next."] = 10.0


class Webhook(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is told that a book is complete, partial, refused or cancelled: [webhooks.md](webhooks.md).

    The variables have the table's name too: `FLICKBOOK_WEBHOOK_URL`.
    """

    url: Annotated[
        str,
        Meta(pattern=r"^(https?://[^\s/?#@]+([/?#]\S*)?)?$", description="an http:// or https:// URL, without a user"),
        "URL that events are posted to; empty for none.",
    ] = ""
    secret: Annotated[str, "Secret that signs events, `whsec_…`; several with commas while one replaces another."] = ""
    allow_private: Annotated[bool, "Let the URL lead to a private address or to this machine."] = False


class Web(Struct, frozen=True, forbid_unknown_fields=True):
    """How the service is reached, where its videos and books are stored, and what it accepts."""

    source: Annotated[str, "Folder or URL of the videos; those below it are accepted."] = "uploads"
    out: Annotated[str, "Folder or URL below which books are stored."] = "previews"
    host: Annotated[str, "Address to listen on."] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535), "Port to listen on; 0 for any free one."] = 8000
    token: Annotated[str, "Token to write with; without one the service makes one and keeps it in the token file."] = ""
    read_token: Annotated[str, "Token to read with; without one everybody may read, unless `private` is set."] = ""
    private: Annotated[bool, "Let nobody read without a token, also if there is no `read_token`."] = False
    tokens: Annotated[
        str, "Token file; by default beside a local output (`previews-tokens.json`), else in the user's state folder."
    ] = ""
    origins: Annotated[
        tuple[Annotated[str, Meta(pattern=r"^(\*|https?://[^/?#]+)$")], ...],
        Meta(description="a list of origins, SCHEME://HOST[:PORT] such as https://films.example, or *"),
        "Origins whose web pages may call the service.",
    ] = ()
    allow: Annotated[tuple[str, ...], "URLs and folders below which further videos are accepted."] = ()
    hosts: Annotated[tuple[str, ...], "Host names, besides this machine's, under which reading needs no token."] = ()
    proxies: Annotated[
        tuple[str, ...], "Addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are trusted."
    ] = ("127.0.0.1", "::1")
    spool: Annotated[str, "Folder of uploads under way."] = ""
    max_upload_bytes: Annotated[int, Meta(ge=1), "Bytes that an upload may have."] = 100 * 10**9
    min_free_bytes: Annotated[int, Meta(ge=0), "Bytes of disk that an upload must leave free."] = 10**9
    idle_seconds: Annotated[Seconds, "Seconds without a byte after which an upload's request is ended."] = 30.0
    presign: Annotated[bool, "Let stores that can sign URLs serve their files themselves."] = True
    hook_secret: Annotated[
        str, "Secret with which a bucket announces uploads; without one that route does not exist."
    ] = ""


class Images(Struct, frozen=True, forbid_unknown_fields=True):
    """Pictures by URL: who may ask for which, how many are made at a time, and how many are kept."""

    image_keys: Annotated[
        tuple[Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,40}:[!-+\--~]{16,200}$")], ...],
        Meta(description="a list of ID:SECRET, each secret of at least 16 characters, as `openssl rand -hex 32` makes"),
        "Keys of signed URLs, each as ID:SECRET: the first one signs, and all are accepted.",
    ] = ()
    image_workers: Annotated[int, Meta(ge=1, le=256), "Pictures that are made at a time."] = msgspec.field(
        default_factory=usable_cores
    )
    image_queue: Annotated[int, Meta(ge=0, le=10_000), "Pictures that may wait to be made."] = 64
    image_cache_bytes: Annotated[
        int, Meta(ge=1_000_000), "Bytes of pictures that are kept in the output store; the oldest are deleted first."
    ] = 10**9
    image_open: Annotated[
        bool, "Where reading needs no token, make pictures for everybody, in some sizes and at whole seconds."
    ] = False


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

    price_region: Annotated[str, "Region of the prices."] = "us-east-1"
    price_date: Annotated[str, "Day of the prices."] = "2026-03-13"
    price_gb_second_arm64: Annotated[Dollars, "A GB-second of Lambda on arm64."] = 0.0000133334
    price_gb_second_x86_64: Annotated[Dollars, "A GB-second of Lambda on x86_64."] = 0.0000166667
    price_million_invocations: Annotated[Dollars, "A million invocations of Lambda."] = 0.20
    price_million_events: Annotated[Dollars, "A million events of EventBridge."] = 1.00
    price_thousand_puts: Annotated[Dollars, "A thousand PUT or LIST requests to S3."] = 0.005
    price_thousand_gets: Annotated[Dollars, "A thousand GET or HEAD requests to S3."] = 0.0004
    price_gb_month_stored: Annotated[Dollars, "A GB stored in S3 for a month."] = 0.023
    price_gb_served: Annotated[Dollars, "A GB that S3 sends to the Internet."] = 0.09
