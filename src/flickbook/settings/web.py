"""What `flickbook serve` is told."""

from typing import Annotated

from msgspec import Meta, Struct


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
