"""`flickbook report`: statistics of a book, as a table, as JSON and as a picture."""

import os
import sys
from pathlib import Path

import msgspec
from rich.console import Console

from flickbook import api
from flickbook.cli import tables, timeline_svg
from flickbook.core import reporting
from flickbook.core.reporting import Report
from flickbook.errors import OutputDenied, UsageError
from flickbook.storage import shown


def report_book(book: str, picture: Path | None, *, as_json: bool) -> int:
    """Print a book's report, write its timeline to `picture`, and return the exit code: 1 for an incomplete book."""
    plan, receipts = api.read_book(book)
    report = reporting.report(plan, receipts)
    if picture is not None:
        _write(picture, timeline_svg.draw(plan, receipts, report))
    if as_json:
        document = {"type": "report", "version": 2, **msgspec.structs.asdict(report)}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    else:
        _show(report)
    return 0 if report.complete else 1


def _show(report: Report) -> None:
    shares = ", ".join(f"{step} {100 * took / max(report.wall, 1e-9):.0f} %" for step, took in report.steps.items())
    rows = (
        ("source", shown(report.source)),
        ("snippets", f"{report.made:,} of {report.snippets:,} made"),
        ("invocations", f"{report.invocations:,}, {report.retries:,} of them retries"),
        ("errors", f"{report.errors:,}"),
        ("average", _ms(report.average)),
        ("shortest", _ms(report.shortest)),
        ("longest", _ms(report.longest)),
        ("p95", _ms(report.p95)),
        ("peak concurrency", f"{report.peak_concurrency:,} at once"),
        ("wall", f"{report.wall:,.1f} s in all"),
        ("steps", shares),
        ("span", f"{report.span:,.1f} s from first begin to last end, {report.idle:,.1f} s of it idle"),
        ("speed", f"{report.speed:,.1f}×, of {report.duration:,.1f} s of video"),
        ("bytes", f"{report.bytes:,}"),
    )
    tables.show_pairs(report.name, rows)
    Console().print("An invocation is one attempt at one snippet; times are those of successful attempts.", style="dim")


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.0f} ms"


def _write(picture: Path, text: str) -> None:
    """Write a file under another name and move it into place. Raises UsageError or OutputDenied."""
    try:
        _check_place(picture)
        aside = picture.with_name(f".{picture.name}.{os.getpid()}")
        try:
            aside.write_text(text, encoding="utf-8")
            aside.replace(picture)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        fault = f"cannot be written ({error.strerror or error})"
        raise OutputDenied(str(picture), fault, "choose another file for --timeline") from error


def _check_place(picture: Path) -> None:
    if not picture.parent.is_dir():
        raise UsageError(f"--timeline {picture}", "is in a folder that does not exist", "create the folder first")
    if picture.exists() and not picture.is_file():
        raise UsageError(f"--timeline {picture}", "is not a regular file", "pass a file name such as timeline.svg")
    if picture.suffix.lower() != ".svg":
        raise UsageError(f"--timeline {picture}", "is not the name of an SVG file", "pass a name that ends in .svg")
