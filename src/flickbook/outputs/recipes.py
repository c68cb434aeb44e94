"""Recipes: made from flags, variables, `flickbook.toml` or keyword arguments, and checked."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from fractions import Fraction
from math import ceil
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct

from flickbook.core.decoding import Decoder
from flickbook.core.model import Option, Recipe, Video
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import Given, fit, refuse
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.players import PLAYERS, Player, tiles_for
from flickbook.outputs.registry import chosen, outputs

SNIPPET_SECONDS = 30
LONGEST_SNIPPET = 3600
# What `fast` makes, if it is installed and may be off its instants.
FAST = ("stills", "storyboard", "poster")
# Usual videos have a keyframe every 2 to 10 s, and `fast` has pictures so many seconds apart: closer ones would be
# exact, and all would be decoded. Of a short video, which is soon decoded, it has at most so many.
_FAST_SECONDS, _FAST_PICTURES = 10, 12


class _Common(Struct, frozen=True):
    """Settings of a recipe beside the outputs' options; `switch` is the type of each output's switch."""

    snippet: Annotated[int, Meta(ge=1, le=LONGEST_SNIPPET)] = SNIPPET_SECONDS
    switch: bool = False


_COMMON = Decoder(_Common, strict=False)


def make_recipe(
    *,
    snippet: int = SNIPPET_SECONDS,
    outputs: Iterable[str] | None = None,
    **options: Option | Fraction | Sequence[int],
) -> Recipe:
    """Return a checked recipe.

    `snippet` is in whole seconds; `outputs` names the outputs to make, by default the standard ones; `fast=True` makes
    stills, storyboard and poster of the nearest keyframes where the video has them. Other keywords have the names of
    command-line flags: `for_` (such as "emby"), `fps`, `size`, `stills`, `still_quality`, …; an option without a flag
    is passed as `**{"NAME.OPTION": value}`. Raises UsageError.
    """
    given = {"snippet": snippet, "outputs": None if outputs is None else tuple(outputs), **options}
    named = {
        key.rstrip("_"): Given(value, f"--set {key}" if "." in key else f"--{key.rstrip('_').replace('_', '-')}")
        for key, value in given.items()
        if value is not None
    }
    recipe = recipe_of(named)
    check_recipe(recipe)
    return recipe


def keys() -> dict[str, str]:
    """Return all names of a recipe's settings, each with the full name of its setting.

    The names are `snippet`, `outputs`, `for`, `fast`, each output's name (its switch), and each option as `NAME.OPTION`
    and by flag.
    """
    found = {"snippet": "snippet", "outputs": "outputs", "for": "for", "fast": "fast"}
    for output in outputs().values():
        found[output.name] = output.name
        for option in output.options.__struct_fields__:
            full = f"{output.name}.{option}"
            found[full] = full
            if option in output.flags:
                found[output.flags[option]] = full
    return found


def recipe_of(given: Mapping[str, Given]) -> Recipe:
    """Return the recipe that settings describe, by names of `keys`. Raises UsageError for an invalid setting."""
    known = keys()
    for key, value in given.items():
        if key not in known:
            raise refuse(value, "is not a setting of a recipe", f"the settings are {', '.join(known)}")
    settings = _suited({known[key]: value for key, value in given.items()})
    fast = is_fast(settings)
    wanted = _wanted(settings)
    made: dict[str, dict[str, Option]] = {}
    for output in outputs().values():
        # Invalid options raise an error even if the recipe leaves the output out.
        options = _checked(output, settings, fast=fast)
        if output.name in wanted:
            made[output.name] = output.stored(options)
    if fast:
        _check_fast(settings, wanted)
    if not made:
        raise _empty([settings[name] for name in ("outputs", *outputs()) if name in settings])
    snippet = fit(settings.get("snippet", Given(SNIPPET_SECONDS, "default")), _COMMON, "snippet")
    assert isinstance(snippet, int)
    spaced = tuple(name for name in FAST if fast and name in made and _is_spaced(settings, name))
    return Recipe(snippet, made, spaced or UNSET)


def for_duration(recipe: Recipe, duration: Fraction) -> Recipe:
    """Return the recipe for a video of so many seconds: how far the pictures of `fast` are apart."""
    if not recipe.fast:
        return recipe
    interval = max(1, min(_FAST_SECONDS, ceil(duration / _FAST_PICTURES)))
    made = dict(recipe.outputs)
    for name in recipe.fast:
        output = outputs()[name]
        made[name] = output.stored(output.decoder.convert({**made[name], "interval": interval}))
    return Recipe(recipe.snippet, made)


def _is_spaced(settings: Mapping[str, Given], name: str) -> bool:
    """Return whether an output has an interval that the settings leave open."""
    return "interval" in outputs()[name].options.__struct_fields__ and f"{name}.interval" not in settings


def _checked(output: Output[Any], settings: Mapping[str, Given], *, fast: bool) -> Struct:
    """Return an output's options. Raises UsageError, which names the setting as it was given."""
    options: Struct = output.options(**_options(output, settings, fast=fast))
    try:
        output.check(options)
    except UsageError as error:
        if error.subject not in settings:
            raise
        raise refuse(settings[error.subject], error.fault, error.remedy) from error
    return options


def _suited(settings: Mapping[str, Given]) -> Mapping[str, Given]:
    """Return the settings with those that the players of `for` need. Raises UsageError for a contradiction."""
    given = settings.get("for")
    if given is None:
        return settings
    players = _players(given)
    listed = settings.get("outputs")
    names = _names(listed, "output", outputs()) if listed is not None else set()
    needed: dict[str, Given] = {}
    for name, player in players.items():
        names.update(player.outputs)
        for output in player.outputs:
            switch = settings.get(output)
            if switch is not None and not fit(switch, _COMMON, "switch"):
                raise refuse(switch, f"is off, but {name} needs it", "leave out one of the two")
        for option, value in player.needs.items():
            other = settings.get(option)
            if other is not None and other.value != value:
                raise refuse(other, f"is {other.value}, but {name} needs {option} {value}", "leave out one of the two")
            if needed.setdefault(option, given._replace(value=value)).value != value:
                fault = f"names players that need different names for the same file: {needed[option].value} and {name}"
                raise refuse(given, fault, "render one of them into another --out")
    tiles = tiles_for(players.values(), _values(settings))
    suits = {option: given._replace(value=value) for option, value in tiles.items()}
    return {**suits, **needed, **settings, "outputs": given._replace(value=[*names])}


def _players(given: Given) -> dict[str, Player]:
    """Return the players that `for` names, in the order of the table."""
    wanted = _names(given, "player", PLAYERS)
    if not wanted:
        raise refuse(given, "names no player", f"the players are {', '.join(PLAYERS)}")
    return {name: player for name, player in PLAYERS.items() if name in wanted}


def _values(settings: Mapping[str, Given]) -> dict[str, object]:
    """Return the values of all options of all outputs."""
    found: dict[str, object] = {}
    for output in outputs().values():
        options = output.options(**_options(output, settings, fast=False))
        found |= {f"{output.name}.{name}": getattr(options, name) for name in options.__struct_fields__}
    return found


def _empty(given: Sequence[Given]) -> UsageError:
    """Return the error for a recipe without outputs; `given` are the settings that leave none."""
    places = ", ".join(map(_place, given))
    return UsageError(places, "no output is left, so nothing would be made", f"keep one of {', '.join(outputs())}")


def _place(given: Given) -> str:
    return f"{given.origin} {given.key}".strip()


def _wanted(settings: Mapping[str, Given]) -> set[str]:
    """Return the names of the outputs to make."""
    known = outputs()
    listed = settings.get("outputs")
    if listed is None:
        names = {output.name for output in known.values() if output.standard}
    else:
        names = _names(listed, "output", known)
    if is_fast(settings):
        names = {name for name in FAST if name in known and not _is_exact(known[name], {})}
    for name in known:
        switch = settings.get(name)
        if switch is not None:
            (names.add if fit(switch, _COMMON, "switch") else names.discard)(name)
    if is_fast(settings):
        # The poster that nobody asked for by name needs the stills.
        names -= {
            name for name in names - set(settings) if known[name].sources and names.isdisjoint(known[name].sources)
        }
    return names


def is_fast(settings: Mapping[str, Given]) -> bool:
    """Return whether settings ask for outputs of the nearest keyframes."""
    return "fast" in settings and bool(fit(settings["fast"], _COMMON, "switch"))


def _check_fast(settings: Mapping[str, Given], wanted: Set[str]) -> None:
    """Raise UsageError for settings that contradict `fast`."""
    fast, known = settings["fast"], outputs()
    listed = settings.get("outputs")
    if listed is not None:
        raise refuse(fast, f"chooses the outputs, and so does {_place(listed)}", "leave out one of the two")
    for name in sorted(wanted):
        if _is_exact(known[name], settings):
            fault = f"takes the nearest keyframes, but {name} would be exact and decode all frames"
            raise refuse(fast, fault, "leave out one of the two")


def _is_exact(output: Output[Any], settings: Mapping[str, Given]) -> bool:
    """Return whether an output decodes frames at its exact instants, also if `fast` is asked for."""
    options = output.options(**_options(output, settings, fast=True))
    return bool(output.snippet_files) and output.tolerance(Fraction(60), options) == 0


def _names(listed: Given, kind: str, known: Collection[str]) -> set[str]:
    """Return the names in a list, or in a text with commas. Raises UsageError for one that is not known."""
    value = [listed.value] if isinstance(listed.value, str) else listed.value
    if not isinstance(value, list | tuple):
        raise refuse(listed, f"is {value}", "it must be a list of names")
    found = {name.strip() for names in value for name in str(names).split(",")} - {""}
    unknown = found - set(known)
    if unknown:
        raise refuse(listed, f"names the unknown {kind} {min(unknown)!r}", f"the {kind}s are {', '.join(known)}")
    return found


def _options(output: Output[Any], settings: Mapping[str, Given], *, fast: bool) -> dict[str, object]:
    begin = f"{output.name}."
    given = {key.removeprefix(begin): value for key, value in settings.items() if key.startswith(begin)}
    usual = {"tolerance": "keyframes"} if fast and "tolerance" in output.options.__struct_fields__ else {}
    return {**usual, **{name: fit(value, output.decoder, name) for name, value in given.items()}}


def check_recipe(recipe: Recipe) -> None:
    """Raise UsageError for an invalid recipe."""
    if not 1 <= recipe.snippet <= LONGEST_SNIPPET:
        raise UsageError("snippet", f"is {recipe.snippet}", f"it must be 1 to {LONGEST_SNIPPET} whole seconds")
    if not recipe.outputs:
        raise UsageError("recipe", "has no output, so nothing would be made", f"keep one of {', '.join(outputs())}")
    # `chosen` checks each output by itself.
    for output, _ in chosen(recipe):
        if output.sources and not recipe.outputs.keys() & set(output.sources):
            sources = " or ".join(output.sources)
            fault = f"is made of {sources}, which the recipe leaves out"
            raise UsageError(f"output {output.name}", fault, f"add {sources} to the outputs")


def check_limits(subject: str, video: Video, recipe: Recipe, limits: Limits) -> None:
    """Raise LimitExceeded for a video that is too long or too large, or would have too many snippets or files."""
    if video.duration > limits.max_duration:
        fault = f"lasts {float(video.duration):,.0f} s, more than the {limits.max_duration:,.0f} s allowed"
        raise LimitExceeded(subject, fault, "raise FLICKBOOK_MAX_DURATION if that is right")
    if max(video.width, video.height) > limits.max_side:
        fault = f"is {video.width}×{video.height} pixels, more than the {limits.max_side} a side allowed"
        raise LimitExceeded(subject, fault, "raise FLICKBOOK_MAX_SIDE if that is right")
    count = ceil(video.duration / recipe.snippet)
    if count > limits.max_snippets:
        fault = f"would make {count:,} snippets, more than the {limits.max_snippets:,} allowed"
        raise LimitExceeded(subject, fault, "use a longer --snippet or raise FLICKBOOK_MAX_SNIPPETS")
    for output, options in chosen(recipe):
        output.check_limits(subject, video, recipe.snippet, options, limits)
