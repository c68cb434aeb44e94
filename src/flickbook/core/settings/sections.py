"""What a cluster's workers, `flickbook watch` and `flickbook serve` are told."""

from typing import Annotated

from msgspec import Meta, Struct

Place = Annotated[str, Meta(pattern=r"^(\S*:[0-9]{1,5})?$", description="HOST:PORT, such as 127.0.0.1:9464")]
Seconds = Annotated[float, Meta(gt=0)]


class Cluster(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the broker is, and how workers share what it holds.

    `broker` is a URL: `amqp://` (RabbitMQ), `redis://` or `sqs://`. Where others wait, a film is worked on for
    `turn_seconds` at a time; in any case its worker lets go of it after `longest_turn`. What fails is tried `tries`
    times in all; a store that does not answer is waited for, `patience` seconds an attempt. `health` is the HOST:PORT
    at which a worker tells how it is, nowhere if empty.
    """

    broker: str = ""
    turn_seconds: Seconds = 30.0
    longest_turn: Seconds = 300.0
    tries: Annotated[int, Meta(ge=1, le=10)] = 3
    patience: Annotated[float, Meta(ge=0)] = 60.0
    health: Place = ""


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """How a source is watched: `every` so many seconds it is looked at."""

    every: Annotated[float, Meta(gt=0)] = 10.0


class Web(Struct, frozen=True, forbid_unknown_fields=True):
    """How the service is reached, where its videos and books lie, and what it accepts.

    `source` and `out` are folders or URLs. A `port` of 0 is any free one. Without a `token` one is made at each start;
    without a `read_token` all may look. Pages of `origins` may call the service. Videos are taken from below `source`
    and the URLs `allow`. Uploads under way lie in the folder `spool`; `idle_seconds` without a byte cut one off, and
    fewer than `min_free_bytes` left over refuse it. With `presign`, stores that can sign serve their files themselves.
    `hosts` are the names, besides those of this machine, by which it may be read without a token. `proxies` are the
    addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are believed. Buckets that know `hook_secret` may
    say what was uploaded; without one there is no such route.
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
    idle_seconds: Annotated[float, Meta(gt=0)] = 30.0
    presign: bool = True
    hook_secret: str = ""
