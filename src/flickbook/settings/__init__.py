"""Settings: one frozen class per room that has some, and the one function that fills them.

Flags win over `FLICKBOOK_*` variables, which win over `flickbook.toml`, which wins over the defaults
written here. In the file each class is a table: `[limits]`, `[engine]`, `[recipe]`, `[web]`,
`[watch]`, `[cluster]`, `[aws]`, `[prices]`. A list is written with commas in a variable.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from flickbook.decoding import Decoder
from flickbook.errors import UsageError
from flickbook.model import Recipe
from flickbook.settings.cluster import Cluster as Cluster
from flickbook.settings.fitting import Given, as_fraction, fit
from flickbook.settings.prices import Prices as Prices
from flickbook.settings.watch import Watch as Watch
from flickbook.settings.web import Web as Web

CONFIG_FILE = "flickbook.toml"


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
    """How `dispatch` works on this machine.

    `engine` is where work is done: by a pool of processes here, or by a Celery cluster. `workers` counts processes,
    `snippet_timeout` is the seconds one snippet may take, and `run_length` the most snippets that one job holds.
    """

    engine: Literal["pool", "celery"] = "pool"

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


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All settings together; only `wiring` sees them so."""

    limits: Limits = Limits()
    engine: Engine = msgspec.field(default_factory=Engine)
    recipe: Recipe = Recipe()
    web: Web = Web()
    watch: Watch = Watch()
    cluster: Cluster = Cluster()
    aws: Aws = Aws()
    prices: Prices = Prices()


_SECTIONS: dict[str, type[Struct]] = {
    "limits": Limits,
    "engine": Engine,
    "recipe": Recipe,
    "web": Web,
    "watch": Watch,
    "cluster": Cluster,
    "aws": Aws,
    "prices": Prices,
}

_DECODERS: dict[str, Decoder[Any]] = {
    name: Decoder(kind, strict=False, hook=as_fraction) for name, kind in _SECTIONS.items()
}

_LISTS = ("origins", "allow", "hosts", "proxies")
_SECRETS = ("token", "read_token", "hook_secret", "broker")


def load(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    directory: Path | None = None,
    *,
    called: Mapping[str, str] | None = None,
) -> Settings:
    """Fill the settings from flags, `FLICKBOOK_*` variables and `flickbook.toml`, in that order.

    `flags` maps a setting's name to its value; None means not given. `called` tells what a flag is called that is not
    called as its setting. Raises UsageError for a value that does not fit or a name that does not exist.
    """
    sections = _from_file((directory or Path.cwd()) / CONFIG_FILE)
    for section, kind in _SECTIONS.items():
        for field in kind.__struct_fields__:
            variable = f"FLICKBOOK_{field.upper()}"
            flag = (called or {}).get(field, f"--{field.replace('_', '-')}")
            for value, origin in (((environ or {}).get(variable), variable), ((flags or {}).get(field), flag)):
                if value is not None:
                    given = Given(_split(value) if field in _LISTS else value, origin)
                    sections.setdefault(section, {})[field] = given
    filled = {name: _fill(name, given) for name, given in sections.items()}
    return Settings(**filled)  # type: ignore[arg-type]  # _fill gave each section its own class


def _from_file(path: Path) -> dict[str, dict[str, Given]]:
    if not path.is_file():
        return {}
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(str(path), f"cannot be read as TOML ({error})", "correct it or remove it") from error
    for name, values in sections.items():
        if name not in _SECTIONS or not isinstance(values, dict):
            known = ", ".join(f"[{section}]" for section in _SECTIONS)
            raise UsageError(str(path), f"has an unknown entry {name!r}", f"the tables are {known}")
        unknown = set(values) - set(_SECTIONS[name].__struct_fields__)
        if unknown:
            known = ", ".join(_SECTIONS[name].__struct_fields__)
            raise UsageError(str(path), f"[{name}] has an unknown key {min(unknown)!r}", f"the keys are {known}")
    return {
        name: {key: Given(value, str(path), f"[{name}] {key}") for key, value in values.items()}
        for name, values in sections.items()
    }


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _fill(section: str, given: dict[str, Given]) -> Struct:
    values = {name: fit(one, _DECODERS[section], name, secret=name in _SECRETS) for name, one in given.items()}
    return _SECTIONS[section](**values)
