"""Video → Plan: cut a video's time into snippets, and a plan into jobs."""

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil

import msgspec

from flickbook.errors import LimitExceeded, UsageError
from flickbook.model import Job, Plan, Recipe, Snippet, Source, Video
from flickbook.settings import Limits
from flickbook.tiling import tiling

MAX_FPS = 50
MIN_INTERVAL = Fraction(1, 10)


def make_plan(name: str, source: Source, video: Video, recipe: Recipe, limits: Limits) -> Plan:
    """Plan a video's book.

    Raises UsageError for a recipe that cannot be made, LimitExceeded for a video beyond the limits.
    """
    check_recipe(recipe)
    check_limits(source.url, video, recipe, limits)
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
    parts = (source.url, source.etag, source.size, *map(str, msgspec.structs.astuple(recipe)))
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:20]


def cut(duration: Fraction, length: int) -> tuple[Snippet, ...]:
    """Cut `[0, duration)` into half-open windows of `length` seconds; the last is what is left.

    >>> [str(s.end) for s in cut(Fraction(61), 30)]
    ['30', '60', '61']
    """
    return tuple(
        Snippet(start=start, end=min(Fraction(start + length), duration)) for start in range(0, ceil(duration), length)
    )


def gif_size(video: Video, recipe: Recipe) -> tuple[int, int]:
    """Give a GIF's width and height in pixels: `recipe.size` on the longer side, never enlarged."""
    return video.fitted(recipe.size)


def gif_frames(snippet: Snippet, fps: Fraction) -> int:
    """Count a snippet's GIF frames: one for every instant k / fps that lies in it."""
    return ceil(snippet.length * fps)


def still_count(snippet: Snippet) -> int:
    """Count a snippet's stills: one for every whole second that begins in it."""
    return ceil(snippet.length)


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


def job_for(plan: Plan, snippets: Sequence[Snippet], out: str) -> Job:
    """Make the job that carries one run of a plan's snippets to a worker."""
    return Job(
        plan=plan.id,
        name=plan.name,
        source=plan.source,
        video=plan.video,
        recipe=plan.recipe,
        snippets=tuple(snippets),
        out=out,
    )


def check_recipe(recipe: Recipe) -> None:
    """Raise UsageError for a recipe that cannot be made."""
    interval = recipe.tile_interval
    for holds, flag, fault in (
        (1 <= recipe.snippet <= 3600, "--snippet", "must be 1 to 3600 whole seconds"),
        (0 < recipe.fps <= MAX_FPS, "--fps", f"must be above 0 and at most {MAX_FPS}: players slow faster GIFs down"),
        (16 <= recipe.size <= 2048, "--size", "must be 16 to 2048 pixels"),
        (1 <= recipe.still_quality <= 100, "--still-quality", "must be 1 to 100"),
        (16 <= recipe.tile_width <= 1024, "--tile-width", "must be 16 to 1024 pixels"),
        (interval is None or interval >= MIN_INTERVAL, "--tile-interval", "must be at least 0.1 seconds"),
        (1 <= recipe.tile_quality <= 100, "--tile-quality", "must be 1 to 100"),
    ):
        if not holds:
            raise UsageError(flag, fault, "choose another value")


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
    tiles = tiling(video, recipe).count if recipe.storyboard else 0
    if tiles > limits.max_tiles:
        fault = f"would have {tiles:,} tiles in its storyboard, more than the {limits.max_tiles:,} allowed"
        raise LimitExceeded(subject, fault, "use a longer --tile-interval or raise FLICKBOOK_MAX_TILES")
    width, height = gif_size(video, recipe)
    seconds = min(Fraction(recipe.snippet), video.duration)
    held = ceil(recipe.fps * seconds) * width * height * 3
    if held > limits.max_page_bytes:
        fault = (
            f"a snippet of {recipe.snippet} s at {recipe.fps} frames/s and {width}×{height} needs {held / 1e6:,.0f} MB"
        )
        raise LimitExceeded(subject, fault, "lower --snippet, --fps or --size, or raise FLICKBOOK_MAX_PAGE_BYTES")
