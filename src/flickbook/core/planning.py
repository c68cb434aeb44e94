"""Video → Plan: cut a video's time into snippets, and a plan into jobs."""

import hashlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil

import msgspec

from flickbook.core.model import Job, Option, Outcome, Plan, Recipe, Snippet, Source, Video


def make_plan(name: str, source: Source, video: Video, recipe: Recipe) -> Plan:
    """Plan a video's book."""
    return Plan(
        id=plan_id(source, recipe),
        name=name,
        source=source,
        video=video,
        recipe=recipe,
        snippets=cut(video.duration, recipe.snippet),
    )


def plan_id(source: Source, recipe: Recipe) -> str:
    """Digest the source's version and the recipe: the same work has the same id."""
    return _digest(source, recipe.snippet, recipe.outputs)


def identities(source: Source, recipe: Recipe) -> dict[str, str]:
    """Return the identity of each output of a recipe, by its name.

    It is a digest over the source's version, the snippets' length and the output's own options: where two plans give an
    output the same identity, its files are the same.
    """
    return {name: _digest(source, recipe.snippet, {name: options}) for name, options in recipe.outputs.items()}


def missing_outputs(plan: str, wanted: Mapping[str, str], outcome: Outcome | None) -> frozenset[str]:
    """Return the names of those outputs of a snippet that are not stored.

    `plan` is the plan's id, `wanted` the `identities` of its outputs, `outcome` what is known of the snippet. Only a
    receipt of this plan counts: files that another one names may have been replaced since.
    """
    if outcome is None or outcome.plan != plan:
        return frozenset(wanted)
    if outcome.ok and not outcome.made:
        return frozenset()  # a receipt of version 1
    return frozenset(name for name, identity in wanted.items() if outcome.made.get(name) != identity)


def _digest(source: Source, snippet: int, outputs: Mapping[str, Mapping[str, Option]]) -> str:
    # Options that have their default are not stored, so a new option changes nobody's identity.
    document = [source.url, source.etag, source.size, snippet, outputs]
    return hashlib.sha256(msgspec.json.encode(document, order="sorted")).hexdigest()[:20]


def cut(duration: Fraction, length: int) -> tuple[Snippet, ...]:
    """Cut `[0, duration)` into half-open windows of `length` seconds; the last is what is left.

    >>> [str(s.end) for s in cut(Fraction(61), 30)]
    ['30', '60', '61']
    """
    return tuple(
        Snippet(start=start, end=min(Fraction(start + length), duration)) for start in range(0, ceil(duration), length)
    )


def runs(snippets: Sequence[Snippet], workers: int, run_length: int) -> list[tuple[Snippet, ...]]:
    """Split snippets into runs of consecutive ones, equally long in time.

    A run holds no gap, at most `run_length` snippets, and there are enough runs to keep
    `workers` busy: every start of a run costs decoding from the keyframe before it, so few long
    runs are best.
    """
    out: list[tuple[Snippet, ...]] = []
    for stretch in stretches(snippets):
        total = sum((snippet.length for snippet in stretch), Fraction(0))
        wanted = max(ceil(len(stretch) / run_length), min(workers, len(stretch)))
        wanted = min(len(stretch), ceil(wanted / workers) * workers)
        ends = [snippet.end - stretch[0].start for snippet in stretch]
        cuts = sorted({0, len(stretch), *(_nearest(ends, total * k / wanted) + 1 for k in range(1, wanted))})
        out += [tuple(stretch[a:b]) for a, b in pairwise(cuts)]
    return out


def _nearest(ends: Sequence[Fraction], instant: Fraction) -> int:
    return min(range(len(ends)), key=lambda index: abs(ends[index] - instant))


def stretches(snippets: Sequence[Snippet]) -> list[list[Snippet]]:
    """Split snippets where one does not begin at the end of the one before."""
    out: list[list[Snippet]] = []
    for snippet in snippets:
        if out and out[-1][-1].end == snippet.start:
            out[-1].append(snippet)
        else:
            out.append([snippet])
    return out


def job_for(plan: Plan, snippets: Sequence[Snippet], out: str, *, reuse: bool = False) -> Job:
    """Make the job that carries one run of a plan's snippets to a worker; `reuse` says that it may keep older files."""
    return Job(
        plan=plan.id,
        name=plan.name,
        source=plan.source,
        video=plan.video,
        recipe=plan.recipe,
        snippets=tuple(snippets),
        out=out,
        reuse=reuse,
    )
