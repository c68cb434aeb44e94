"""Settings: one frozen class for each wing that has some. `engines.configuration` fills them."""

import os
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from flickbook.core.settings.prices import Prices as Prices
from flickbook.core.settings.sections import Cluster as Cluster
from flickbook.core.settings.sections import Watch as Watch
from flickbook.core.settings.sections import Web as Web


def usable_cores() -> int:
    """Count the processors this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """What `media` and `plan` refuse: hostile or broken input must not run away.

    `max_duration` is in seconds, `max_side` in pixels, `max_tiles` counts those of a storyboard,
    `max_page_bytes` bounds the scaled frames of one snippet, which its worker holds in memory while it looks for
    their palette.
    """

    max_duration: Annotated[float, Meta(gt=0)] = 24 * 3600.0
    max_side: Annotated[int, Meta(ge=16)] = 8192
    max_snippets: Annotated[int, Meta(ge=1)] = 10_000
    max_tiles: Annotated[int, Meta(ge=1)] = 100_000
    max_page_bytes: Annotated[int, Meta(ge=1_000_000)] = 400_000_000


class Engine(Struct, frozen=True, forbid_unknown_fields=True):
    """How jobs are done on this machine.

    `engine` is where work is done: by a pool of processes here, or by a Celery cluster. `workers` counts processes,
    `snippet_timeout` is the seconds one snippet may take, and `run_length` the most snippets that one job holds.
    """

    engine: str = "pool"

    workers: Annotated[int, Meta(ge=1, le=256)] = msgspec.field(default_factory=usable_cores)
    snippet_timeout: Annotated[float, Meta(gt=0)] = 600.0
    run_length: Annotated[int, Meta(ge=1)] = 10


class Aws(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the parts on AWS find each other.

    `out` is the URL below which books are put, `bus` the name or ARN of the EventBridge bus that jobs
    travel on, `dead_letters` the URL of the SQS queue of events that could not be dealt with.
    """

    out: str = ""
    bus: str = ""
    dead_letters: str = ""
