"""The commands for other batch systems: `plan` prints the jobs of a video, `job` does one of them."""

import os
import sys
from typing import Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app
from flickbook.errors import FlickbookError, UsageError


@app.command()
@options.with_recipe
def plan(
    *,
    video: Annotated[str, typer.Argument(metavar="VIDEO", help="A path or URL.")],
    out: options.Out = "previews",
    recipe: options.Recipe,
    header: options.NoHeaders = None,
    force: options.Force = False,
) -> None:
    """Store a video's plan and print its unfinished jobs for `flickbook job`, one JSON object per line."""
    from flickbook.core import wire
    from flickbook.core.settings import Engine
    from flickbook.engines import configuration, orders
    from flickbook.engines.base import Collector
    from flickbook.storage import check_unsecret, locate_output

    options.check_no_headers(header)
    check_unsecret(video)
    chosen, place = configuration.load(recipe, os.environ), locate_output(out)
    planned = orders.plan_source(video, chosen.recipe, chosen.limits)
    collector = Collector()
    # The number of workers is unknown: one snippet per job, as on Lambda.
    orders.submit(planned, place, collector, Engine(workers=1, run_length=1), afresh=force)
    for planned_job in collector.jobs:
        sys.stdout.write(wire.encode(planned_job, indent=-1).decode() + "\n")


@app.command()
def job(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The output of `flickbook plan`; - for standard input."),
    ] = "-",
    index: Annotated[
        int,
        typer.Option(
            envvar=["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "CLOUD_RUN_TASK_INDEX"],
            help="The line with the job, counted from 0.",
            metavar="INDEX",
            parser=options.number("--index", int),
        ),
    ] = 0,
) -> None:
    """Do one job, and report by the exit code whether to try again.

    Exit codes: 0 done, or no longer wanted; 1 failed for good, with a failure receipt in the book; 2 not a job, or an
    invalid setting; 75 (EX_TEMPFAIL) try again.
    """
    from flickbook.engines import configuration
    from flickbook.engines.local.one_job import TRY_AGAIN, do_job

    engine = configuration.load({}, os.environ).engine
    try:
        document, subject = _line(file, index)
    except FlickbookError as error:
        if not error.retryable:
            raise
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(TRY_AGAIN) from None
    raise typer.Exit(do_job(document, subject, engine))


def _name_of(file: str) -> str:
    from flickbook.storage import without_secrets

    return "standard input" if file == "-" else without_secrets(file)


def _line(file: str, index: int) -> tuple[bytes, str]:
    """Return a line of a file, or the whole file if it is one JSON object, and what to call it in errors.

    Raises UsageError for a missing line.
    """
    from flickbook.storage import find_source, locate_video, open_source

    if file == "-":
        text = sys.stdin.buffer.read()
    else:
        with open_source(find_source(locate_video(file))) as opened:
            text = opened.read()
    lines = [text] if text.startswith(b"{\n") else text.splitlines()
    if not text.strip():
        raise UsageError(_name_of(file), "is empty", "pass what `flickbook plan` printed")
    if not 0 <= index < len(lines):
        fault = f"is {index}, but the last line of {_name_of(file)} has the index {len(lines) - 1}"
        raise UsageError("--index", fault, "count lines from 0")
    return lines[index], f"{_name_of(file)}{f', the line with index {index}' if len(lines) > 1 else ''}"
