"""Recipes: made from flags, variables, `flickbook.toml` or keyword arguments, and checked."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import Any

from msgspec import Struct

from flickbook.core.decoding import Decoder
from flickbook.core.model import Option, Recipe, Video
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import Given, fit, refuse
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.registry import chosen, outputs

SNIPPET_SECONDS = 30
LONGEST_SNIPPET = 3600


class _Common(Struct, frozen=True):
    """Settings of a recipe beside the outputs' options; `switch` is the type of each output's switch."""

    snippet: int = SNIPPET_SECONDS
    switch: bool = False


_COMMON = Decoder(_Common, strict=False)


def make_recipe(
    *, snippet: int = SNIPPET_SECONDS, outputs: Iterable[str] | None = None, **options: Option | Fraction
) -> Recipe:
    """Return a checked recipe.

    `snippet` is in whole seconds; `outputs` names the outputs to make, by default the standard ones. Other keywords
    have the names of command-line flags: `fps`, `size`, `stills`, `still_quality`, `storyboard`, …; an option without a
    flag is passed as `**{"NAME.OPTION": value}`. Raises UsageError.
    """
    given = {"snippet": snippet, "outputs": None if outputs is None else tuple(outputs), **options}
    named = {key: Given(value, f"--{key.replace('_', '-')}") for key, value in given.items() if value is not None}
    recipe = recipe_of(named)
    check_recipe(recipe)
    return recipe


def keys() -> dict[str, str]:
    """Return all names of a recipe's settings, each with the full name of its setting.

    The names are `snippet`, `outputs`, each output's name (its switch), and each option as `NAME.OPTION` and by flag.
    """
    found = {"snippet": "snippet", "outputs": "outputs"}
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
    settings = {known[key]: value for key, value in given.items()}
    wanted = _wanted(settings)
    made: dict[str, dict[str, Option]] = {}
    for output in outputs().values():
        # Invalid options raise an error even if the recipe leaves the output out.
        options = output.options(**_options(output, settings))
        output.check(options)
        if output.name in wanted:
            made[output.name] = output.stored(options)
    snippet = fit(settings.get("snippet", Given(SNIPPET_SECONDS, "default")), _COMMON, "snippet")
    assert isinstance(snippet, int)
    return Recipe(snippet, made)


def _wanted(settings: Mapping[str, Given]) -> set[str]:
    """Return the names of the outputs to make."""
    known = outputs()
    listed = settings.get("outputs")
    names = {output.name for output in known.values() if output.standard} if listed is None else _names(listed)
    for name in known:
        switch = settings.get(name)
        if switch is not None:
            (names.add if fit(switch, _COMMON, "switch") else names.discard)(name)
    return names


def _names(listed: Given) -> set[str]:
    value = listed.value
    names = value.split(",") if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise refuse(listed, f"is {value}", "it must be a list of names")
    found = {str(name).strip() for name in names} - {""}
    unknown = found - outputs().keys()
    if unknown:
        raise refuse(listed, f"names the unknown output {min(unknown)!r}", f"the outputs are {', '.join(outputs())}")
    return found


def _options(output: Output[Any], settings: Mapping[str, Given]) -> dict[str, object]:
    begin = f"{output.name}."
    given = {key.removeprefix(begin): value for key, value in settings.items() if key.startswith(begin)}
    return {name: fit(value, output.decoder, name) for name, value in given.items()}


def check_recipe(recipe: Recipe) -> None:
    """Raise UsageError for an invalid recipe."""
    if not 1 <= recipe.snippet <= LONGEST_SNIPPET:
        raise UsageError("--snippet", f"is {recipe.snippet}", f"it must be 1 to {LONGEST_SNIPPET} whole seconds")
    if not recipe.outputs:
        raise UsageError("recipe", "has no output, so nothing would be made", f"keep one of {', '.join(outputs())}")
    # `chosen` checks each output by itself.
    for output, _ in chosen(recipe):
        if output.sources and not recipe.outputs.keys() & set(output.sources):
            remedy = f"add {' or '.join(output.sources)} to the outputs"
            raise UsageError(f"output {output.name}", "is made of pictures that the recipe leaves out", remedy)


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
