"""Recipes: made of what flags, variables, `flickbook.toml` or a program say, and checked."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil
from typing import Any

from flickbook.core.model import Option, Recipe, Video
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import Given, fit, refuse
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.registry import chosen, outputs

SNIPPET_SECONDS = 30
LONGEST_SNIPPET = 3600


def make_recipe(
    *, snippet: int = SNIPPET_SECONDS, outputs: Iterable[str] | None = None, **options: Option | Fraction
) -> Recipe:
    """Return a checked recipe.

    `snippet` is in whole seconds, `outputs` names what to make, by default the standard ones. Other keywords are called
    as the flags of the command line are: `fps`, `size`, `stills`, `still_quality`, `storyboard`, …; an option that has
    no flag is written `**{"NAME.OPTION": value}`. Raises UsageError.
    """
    given = {"snippet": snippet, "outputs": None if outputs is None else tuple(outputs), **options}
    named = {key: Given(value, f"--{key.replace('_', '-')}") for key, value in given.items() if value is not None}
    recipe = recipe_of(named)
    check_recipe(recipe)
    return recipe


def keys() -> dict[str, str]:
    """Return every name that a setting of a recipe has, with its full name.

    These are `snippet`, `outputs`, the switch of each output by its name, and its options as `NAME.OPTION` and by flag.
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
    """Return the recipe that settings ask for, each under one of its `keys`. Raises UsageError for one that misfits."""
    known = keys()
    for key, value in given.items():
        if key not in known:
            raise refuse(value, "is no setting of a recipe", f"the settings are {', '.join(known)}")
    settings = {known[key]: value for key, value in given.items()}
    asked = _asked(settings)
    made: dict[str, dict[str, Option]] = {}
    for output in outputs().values():
        # Also of one that is not made: a mistake is told even so.
        options = output.options(**_options(output, settings))
        output.check(options)
        if output.name in asked:
            made[output.name] = output.stored(options)
    snippet = settings.get("snippet")
    return Recipe(SNIPPET_SECONDS if snippet is None else _whole_seconds(snippet), made)


def _asked(settings: Mapping[str, Given]) -> set[str]:
    """Return the names of the outputs that are to be made."""
    known = outputs()
    listed = settings.get("outputs")
    names = {output.name for output in known.values() if output.standard} if listed is None else _names(listed)
    for name in known:
        switch = settings.get(name)
        if switch is not None:
            (names.add if _switched_on(switch) else names.discard)(name)
    return names


def _names(listed: Given) -> set[str]:
    value = listed.value
    names = value.split(",") if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise refuse(listed, f"is {value}", "it must be a list of names")
    found = {str(name).strip() for name in names} - {""}
    unknown = found - outputs().keys()
    if unknown:
        raise refuse(listed, f"names {min(unknown)!r}", f"the outputs are {', '.join(outputs())}")
    return found


def _switched_on(switch: Given) -> bool:
    if isinstance(switch.value, bool):
        return switch.value
    texts = {"true": True, "1": True, "false": False, "0": False}
    if str(switch.value).lower() not in texts:
        raise refuse(switch, f"is {switch.value}", "it must be true or false")
    return texts[str(switch.value).lower()]


def _options(output: Output[Any], settings: Mapping[str, Given]) -> dict[str, object]:
    begin = f"{output.name}."
    given = {key.removeprefix(begin): value for key, value in settings.items() if key.startswith(begin)}
    return {name: fit(value, output.decoder, name) for name, value in given.items()}


def _whole_seconds(given: Given) -> int:
    try:
        return int(str(given.value))
    except ValueError as error:
        raise refuse(given, f"is {given.value}", "it must be a whole number") from error


def check_recipe(recipe: Recipe) -> None:
    """Raise UsageError for a recipe that cannot be made."""
    if not 1 <= recipe.snippet <= LONGEST_SNIPPET:
        raise UsageError("--snippet", f"must be 1 to {LONGEST_SNIPPET} whole seconds", "choose another value")
    if not recipe.outputs:
        raise UsageError("--outputs", "leaves nothing to make", f"choose among {', '.join(outputs())}")
    for _ in chosen(recipe):
        pass  # it checks what it yields


def check_limits(subject: str, video: Video, recipe: Recipe, limits: Limits) -> None:
    """Raise LimitExceeded for a video that is longer, larger or finer cut than the limits allow."""
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
