"""`flickbook estimate`: the cost of films on AWS Lambda, as a table or one JSON object."""

import os
import sys
from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from pathlib import Path

import msgspec
from rich.console import Console

from flickbook.cli.tables import show_pairs
from flickbook.core.settings import Prices
from flickbook.engines import configuration, orders
from flickbook.engines.aws.estimating import (
    Calibration,
    Cloud,
    Estimate,
    Work,
    basis,
    estimate,
    from_receipts,
    from_render,
    standard,
)
from flickbook.engines.configuration import Settings
from flickbook.errors import SourceMissing, UsageError
from flickbook.library.book import Book
from flickbook.storage import locate, split_last, without_secrets


def estimate_films(
    video: str | None,
    duration: float | None,
    calibration: str | None,
    films: int,
    cloud: Cloud,
    flags: Mapping[str, object],
    *,
    as_json: bool,
) -> None:
    """Estimate films like a given video, or of a duration in seconds, and print the result."""
    chosen = configuration.load(flags, os.environ)
    work = _look_up(video, duration, films, chosen)
    measured = standard(work.pixels) if calibration is None else read_calibration(calibration)
    found = estimate(work, cloud, measured, chosen.prices)
    if as_json:
        sys.stdout.write(_json(work, cloud, measured, chosen.prices, found) + "\n")
    else:
        _show(without_secrets(video or "") or f"{float(work.duration):,g} s", work, cloud, found)
        _show_basis(basis(measured, chosen.prices), work.pixels, measured)


def read_calibration(place: str) -> Calibration:
    """Read measured snippets from a file that `render --json` wrote, or from a book at OUT/NAME.

    Raises UsageError for a file with other content, SourceMissing if there is no book.
    """
    if Path(place).is_file():
        try:
            data = Path(place).read_bytes()
        except OSError as error:
            raise UsageError(place, f"cannot be read ({error.strerror})", "pass a file that you may read") from error
        return from_render(data, place)
    book = Book(*split_last(locate(place, "--calibration")))
    plan = book.plan()
    if plan is None:
        raise SourceMissing(place, "no previews found here", "pass what `render --json` printed, or a book's OUT/NAME")
    return from_receipts(book.receipts(plan), book.where)


def _look_up(video: str | None, duration: float | None, films: int, chosen: Settings) -> Work:
    if (video is None) == (duration is None):
        fault = "needs a VIDEO or --duration" if video is None else "takes a VIDEO or --duration, not both"
        raise UsageError("estimate", fault, "pass one of them")
    if video is None:
        # Read as text: the float 10323.1 is not exact. `nan` and `inf` are rejected.
        text = f"{duration}"
        try:
            return Work(Fraction(text), chosen.recipe, films)
        except ValueError as error:
            raise UsageError("--duration", f"is not a number of seconds ({text})", "pass the film's length") from error
    plan = orders.plan_source(video, chosen.recipe, chosen.limits)
    pixels = plan.video.width * plan.video.height
    return Work(plan.video.duration, chosen.recipe, films, plan.source.size, pixels)


def _json(work: Work, cloud: Cloud, measured: Calibration, prices: Prices, found: Estimate) -> str:
    fields = msgspec.to_builtins(found)
    fields["gb_seconds"]["total"] = found.gb_seconds.total
    document = {
        "type": "estimate",
        "version": 1,
        "films": work.films,
        "duration": float(work.duration),
        "source_bytes": work.source_bytes,
        **{name: getattr(cloud, name) for name in cloud.__struct_fields__},
        **fields,
        "prices": msgspec.to_builtins(prices),
        "basis": basis(measured, prices),
    }
    return msgspec.json.encode(document).decode()


def _show(title: str, work: Work, cloud: Cloud, found: Estimate) -> None:
    used, counts, cost, best = found.gb_seconds, found.counts, found.bill, found.best
    rows = (
        ("jobs", f"{found.jobs:,}, {_share(work, found)} of {work.recipe.snippet} s each"),
        ("seconds a job", f"mean {found.mean:.1f}, longest {found.longest:.1f}, without a cold start"),
        ("memory", f"{cloud.memory:,} MB, {cloud.architecture}; "
            f"a job uses about {found.memory_used} MB, and nothing in /tmp"),
        ("makespan", f"{found.makespan:,.0f} s; at most {found.peak:,} at once of {cloud.concurrency:,}"),
        ("cold starts", f"{found.cold_starts:,}"),
        ("GB-seconds", f"{used.total:,.0f}: rendering {used.render:,.0f}, S3 requests {used.requests:,.0f}, "
            f"cold starts {used.start:,.0f}, planning {used.plan:,.0f}"),
        ("requests", f"{counts.invocations:,} invocations, {counts.events:,} events, {counts.gets:,} GET, "
            f"{counts.puts:,} PUT and LIST"),
        ("bytes", f"{_gb(counts.read_bytes)} read, {_gb(counts.stored_bytes)} stored"),
        ("bill", f"${cost.total:,.4f}: compute {cost.compute:,.4f}, invocations {cost.invocations:,.4f}, "
            f"events {cost.events:,.4f}, GET {cost.gets:,.4f}, PUT {cost.puts:,.4f}"),
        ("besides", f"${cost.month:,.4f} a month of storage, "
            f"${cost.served:,.4f} each time all is served to the Internet"),
        ("best size", f"{best.memory:,} MB: {best.gb_seconds:,.0f} GB-seconds, {best.seconds:.1f} s a job"),
    )  # fmt: skip
    show_pairs(f"{work.films:,} × {title}, simulated", rows)


def _share(work: Work, found: Estimate) -> str:
    """Return how many snippets a job has."""
    most = ceil(ceil(work.duration / work.recipe.snippet) * work.films / found.jobs)
    return "a snippet" if most == 1 else f"up to {most} snippets"


def _show_basis(lines_by_name: dict[str, list[str]], pixels: int | None, measured: Calibration) -> None:
    console = Console()
    for name, lines in lines_by_name.items():
        console.print(f"{name}: {'; '.join(lines)}.", style="dim", highlight=False, markup=False)
    if pixels is not None and measured.pixels is not None and pixels != measured.pixels:
        console.print(
            f"note: the video's pictures have {pixels:,} pixels, those measured {measured.pixels:,}.", highlight=False
        )


def _gb(count: int) -> str:
    return f"{count / 1e9:,.2f} GB"
