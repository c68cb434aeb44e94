"""Video → plan → jobs: cut a video's time into snippets, and the snippets into runs."""

import hashlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil

import msgspec

from flickbook.core.model import Job, Option, Outcome, Plan, Recipe, Snippet, Source, Video

# With a tolerance of t seconds, a picture stands for 2 t or more, and mostly a keyframe alone is decoded, which takes
# about as long as 0.15 s of a usual render. Films without keyframes must not make endless jobs.
_LONGER_A_SECOND, _MOST_LONGER = 6, 30
_LONGEST_SECONDS = 900


def make_plan(name: str, source: Source, video: Video, recipe: Recipe) -> Plan:
    """Return the plan of a video's book."""
    return Plan(
        id=plan_id(source, recipe),
        name=name,
        source=source,
        video=video,
        recipe=recipe,
        snippets=cut(video.duration, recipe.snippet),
    )


def plan_id(source: Source, recipe: Recipe) -> str:
    """Return a digest of the source (URL, ETag, size) and the recipe: the same work has the same id."""
    return _digest(source, recipe.snippet, recipe.outputs)


def identities(source: Source, recipe: Recipe) -> dict[str, str]:
    """Return the identity of each output of a recipe, by its name.

    An identity is a digest of the source (URL, ETag, size), the snippets' length and the output's options. If two plans
    have the same identity for an output, its files are the same.
    """
    return {name: _digest(source, recipe.snippet, {name: options}) for name, options in recipe.outputs.items()}


def missing_outputs(plan: str, wanted: Mapping[str, str], outcome: Outcome | None) -> frozenset[str]:
    """Return the names of the outputs whose files a snippet still lacks.

    `plan` is the plan's id, `wanted` the `identities` of its outputs, `outcome` the snippet's receipt. Only a receipt
    of this plan counts: the files of another plan's receipt may have been replaced since.
    """
    if outcome is None or outcome.plan != plan:
        return frozenset(wanted)
    if outcome.ok and not outcome.made:
        return frozenset()  # a receipt of version 1
    return frozenset(name for name, identity in wanted.items() if outcome.made.get(name) != identity)


def _digest(source: Source, snippet: int, outputs: Mapping[str, Mapping[str, Option]]) -> str:
    # Recipes leave out options with default values, so identities stay when an output gets a new option.
    document = [source.url, source.etag, source.size, snippet, outputs]
    return hashlib.sha256(msgspec.json.encode(document, order="sorted")).hexdigest()[:20]


def cut(duration: Fraction, length: int) -> tuple[Snippet, ...]:
    """Cut `[0, duration)` into half-open windows of `length` seconds; the last may be shorter.

    >>> [str(s.end) for s in cut(Fraction(61), 30)]
    ['30', '60', '61']
    """
    return tuple(
        Snippet(start=start, end=min(Fraction(start + length), duration)) for start in range(0, ceil(duration), length)
    )


def runs(snippets: Sequence[Snippet], workers: int, run_length: int) -> list[tuple[Snippet, ...]]:
    """Split snippets into runs of consecutive snippets, about equally long in time.

    A run has no gap and at most `run_length` snippets. There are enough runs to keep `workers` busy, and no more:
    each run begins by decoding from the keyframe before it, so a few long runs cost least.
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


def longest_run(run_length: int, tolerance: Fraction, snippet: int) -> int:
    """Return how many snippets of so many seconds a run may have, if exact ones are `run_length`.

    They cost less with a tolerance. But if no keyframe is near, all is decoded, and AWS Lambda has a time limit: such a
    run lasts at most a quarter of an hour.

    >>> [longest_run(1, Fraction(seconds), 30) for seconds in (0, 2, 60)]
    [1, 12, 30]
    """
    longer = max(1, min(_MOST_LONGER, int(_LONGER_A_SECOND * tolerance)))
    return max(run_length, min(run_length * longer, _LONGEST_SECONDS // snippet))


def _nearest(ends: Sequence[Fraction], instant: Fraction) -> int:
    return min(range(len(ends)), key=lambda index: abs(ends[index] - instant))


def stretches(snippets: Sequence[Snippet]) -> list[list[Snippet]]:
    """Split snippets at each gap between them."""
    out: list[list[Snippet]] = []
    for snippet in snippets:
        if out and out[-1][-1].end == snippet.start:
            out[-1].append(snippet)
        else:
            out.append([snippet])
    return out


def job_for(plan: Plan, snippets: Sequence[Snippet], out: str, *, reuse: bool = False) -> Job:
    """Return the job for one run of a plan's snippets; with `reuse`, it keeps files of earlier recipes."""
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
