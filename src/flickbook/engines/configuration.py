"""All settings of a program, and the function that loads them.

Flags override `FLICKBOOK_*` variables, which override `flickbook.toml`, which overrides the defaults. In the file each
section is a table: `[limits]`, `[engine]`, `[recipe]`, `[web]`, `[images]`, `[webhook]`, `[watch]`, `[cluster]`,
`[aws]`, `[prices]`. The options of an output are a table too: `[recipe.gif]`. In a variable, a list is written with
commas.
"""

import logging
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from flickbook.core.decoding import Decoder
from flickbook.core.model import Recipe
from flickbook.core.settings import Aws, Cluster, Engine, Images, Limits, Prices, Watch, Web, Webhook
from flickbook.core.settings.fitting import Given, as_fraction, fit
from flickbook.errors import UsageError
from flickbook.outputs import recipes
from flickbook.outputs.registry import outputs

CONFIG_FILE = "flickbook.toml"


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    """All settings. Each wing receives its own section."""

    limits: Limits = Limits()
    engine: Engine = msgspec.field(default_factory=Engine)
    recipe: Recipe = msgspec.field(default_factory=recipes.make_recipe)
    web: Web = Web()
    images: Images = msgspec.field(default_factory=Images)
    webhook: Webhook = Webhook()
    watch: Watch = Watch()
    cluster: Cluster = Cluster()
    aws: Aws = Aws()
    prices: Prices = Prices()


_SECTIONS: dict[str, type[Struct]] = {
    field.name: field.type for field in msgspec.structs.fields(Settings) if field.name != "recipe"
}
_DECODERS: dict[str, Decoder[Any]] = {
    name: Decoder(kind, strict=False, hook=as_fraction) for name, kind in _SECTIONS.items()
}

_LISTS = ("origins", "allow", "hosts", "proxies", "image_keys")
_log = logging.getLogger("flickbook")
_SECRETS = ("token", "read_token", "hook_secret", "broker", "image_keys", "secret", "url")


def load(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    directory: Path | None = None,
    *,
    called: Mapping[str, str] | None = None,
) -> Settings:
    """Load the settings from flags, `FLICKBOOK_*` variables and `flickbook.toml`, in that order.

    `flags` maps a setting's name to its value; None means that the flag is absent. Its entry `set` lists output options
    such as `gif.fps=12`. `called` maps a setting to its flag if the two names differ. Raises UsageError
    for an invalid value or an unknown name. An unknown variable is only logged, if its name is near a setting's.
    """
    _warn_of_misspelt(environ or {})
    file = _from_file((directory or Path.cwd()) / CONFIG_FILE)
    sections = {
        section: _merged(
            file.get(section, {}),
            dict(_from_environ(_names(section), environ or {})),
            dict(_from_flags(_names(section), flags or {}, called or {})),
        )
        for section in ("recipe", *_SECTIONS)
    }
    recipe = recipes.recipe_of(sections.pop("recipe"))
    filled = {name: _fill(name, given) for name, given in sections.items()}
    return Settings(recipe=recipe, **filled)  # type: ignore[arg-type]  # `_fill` returns the section's own class


def _merged(*sources: Mapping[str, Given]) -> dict[str, Given]:
    """Merge the settings of several sources; a later source overrides an earlier one."""
    merged: dict[str, Given] = {}
    for source in sources:
        if source.keys() & {"outputs", "for"} or recipes.is_fast(source):
            # They are the complete list: they override what an earlier source listed, switched on or off.
            lists = {"outputs", "for", "fast", *outputs()}
            merged = {name: given for name, given in merged.items() if name not in lists}
        merged |= source
    return merged


def _names(section: str) -> Mapping[str, str]:
    """Map the name of each setting of a section, as used in flags and variables, to its full name."""
    if section == "recipe":
        return {name: full for name, full in recipes.keys().items() if "." not in name}
    prefix = "webhook_" if section == "webhook" else ""
    return {f"{prefix}{name}": name for name in _SECTIONS[section].__struct_fields__}


def _from_environ(names: Mapping[str, str], environ: Mapping[str, str]) -> Iterator[tuple[str, Given]]:
    for name, full in names.items():
        variable = f"FLICKBOOK_{name.upper()}"
        value = environ.get(variable)
        # An empty list of outputs means the standard outputs: a template can leave the variable empty.
        if value is not None and (value or name not in ("outputs", "for")):
            yield full, Given(_split(value) if name in _LISTS else value, variable)
    if "outputs" in names:
        yield from _written_in_full(_split(environ.get("FLICKBOOK_SET")), "FLICKBOOK_SET")


def _warn_of_misspelt(environ: Mapping[str, str]) -> None:
    """Log variables whose names are near a setting's. Others may be Kubernetes', for a Service named `flickbook`."""
    known = {name.upper() for section in ("recipe", *_SECTIONS) for name in _names(section)} | {"SET"}
    for variable in environ:
        name = variable.removeprefix("FLICKBOOK_")
        if name != variable and name not in known and (near := get_close_matches(name, sorted(known), 1, 0.8)):
            _log.warning("%s: is not a setting, and ignored; did you mean FLICKBOOK_%s?", variable, near[0])


def _from_flags(
    names: Mapping[str, str], flags: Mapping[str, object], called: Mapping[str, str]
) -> Iterator[tuple[str, Given]]:
    for name, full in names.items():
        if flags.get(name) is not None:
            flag = f"--{'no-' if flags[name] is False else ''}{name.replace('_', '-')}"
            yield full, Given(flags[name], called.get(name, flag))
    if "outputs" in names:
        yield from _written_in_full(flags.get("set"))


def _written_in_full(flags: object, origin: str = "--set") -> Iterator[tuple[str, Given]]:
    known = recipes.keys()
    for flag in flags if isinstance(flags, list | tuple) else ():
        name, equals, value = str(flag).partition("=")
        full = known.get(name.strip())
        if not equals or full is None or "." not in full:
            fault = f"names no option {name.strip()!r}" if equals else "is not of the form OUTPUT.OPTION=VALUE"
            options = ", ".join(key for key in known if "." in key)
            raise UsageError(f"{origin} {flag}", fault, f"the options are {options}")
        yield full, Given(value.strip(), f"{origin} {full}")


def _from_file(path: Path) -> dict[str, dict[str, Given]]:
    if not path.is_file():
        return {}
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(str(path), f"cannot be read as TOML ({error})", "correct it or remove it") from error
    for name, values in sections.items():
        if name not in ("recipe", *_SECTIONS) or not isinstance(values, dict):
            known = ", ".join(f"[{section}]" for section in ("recipe", *_SECTIONS))
            raise UsageError(str(path), f"has an unknown entry {name!r}", f"the tables are {known}")
    found = {name: dict(_from_table(path, name, values)) for name, values in sections.items() if name in _SECTIONS}
    if "recipe" in sections:
        found["recipe"] = dict(_recipe_from(path, sections["recipe"]))
    return found


def _from_table(path: Path, name: str, values: Mapping[str, object]) -> Iterator[tuple[str, Given]]:
    known = _SECTIONS[name].__struct_fields__
    for key, value in values.items():
        if key not in known:
            raise _unknown(path, name, key, known)
        yield key, Given(value, str(path), f"[{name}] {key}")


def _recipe_from(path: Path, values: Mapping[str, object]) -> Iterator[tuple[str, Given]]:
    """Yield the settings of `[recipe]` and of its tables of outputs, by full name."""
    known = recipes.keys()
    for key, value in values.items():
        table = f"{key}." if isinstance(value, dict) else ""
        if table and key not in outputs():
            tables = ", ".join(f"[recipe.{name}]" for name in outputs())
            raise UsageError(str(path), f"has an unknown table [recipe.{key}]", f"the tables are {tables}")
        for option, given in value.items() if isinstance(value, dict) else [(key, value)]:
            if f"{table}{option}" not in known:
                within = [name for name in known if (name.startswith(table) if table else "." not in name)]
                names = [name.removeprefix(table) for name in within]
                raise _unknown(path, f"recipe.{key}" if table else "recipe", option, names)
            place = f"[recipe.{key}] {option}" if table else f"[recipe] {option}"
            yield known[f"{table}{option}"], Given(given, str(path), place)


def _unknown(path: Path, table: str, key: str, known: Iterator[str] | list[str] | tuple[str, ...]) -> UsageError:
    return UsageError(str(path), f"[{table}] has an unknown key {key!r}", f"the keys are {', '.join(known)}")


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _fill(section: str, given: dict[str, Given]) -> Struct:
    values = {name: fit(value, _DECODERS[section], name, secret=name in _SECRETS) for name, value in given.items()}
    return _SECTIONS[section](**values)
