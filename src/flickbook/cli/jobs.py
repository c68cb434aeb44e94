"""The commands of engines that are not Flickbook's own: `plan` prints a video's jobs, `job` does one of them."""

import os
import sys
from typing import Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app, errors_shown
from flickbook.errors import FlickbookError, UsageError


@app.command()
@options.with_recipe
def plan(
    *,
    video: Annotated[str, typer.Argument(metavar="VIDEO", help="A path or URL.")],
    out: options.Out = "previews",
    recipe: options.Recipe,
    force: Annotated[bool, typer.Option("--force", help="Make everything again, also what is there.")] = False,
) -> None:
    """Store a video's plan and print the jobs that are left of it, one JSON object a line, for `flickbook job`."""
    with errors_shown():
        from flickbook.core import wire
        from flickbook.core.settings import Engine
        from flickbook.engines import configuration, orders
        from flickbook.engines.base import Collector
        from flickbook.storage import locate

        chosen = configuration.load(recipe, os.environ)
        planned = orders.plan_source(video, chosen.recipe, chosen.limits)
        collector = Collector()
        # The number of workers is unknown: a snippet a job, as on Lambda.
        orders.submit(planned, locate(out), collector, Engine(workers=1, run_length=1), afresh=force)
        for left in collector.jobs:
            sys.stdout.write(wire.encode(left, indent=-1).decode() + "\n")


@app.command()
def job(
    file: Annotated[
        str,
        typer.Argument(metavar="[FILE]", help="What `flickbook plan` printed; - for standard input."),
    ] = "-",
    index: Annotated[
        int,
        typer.Option(
            envvar=["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "CLOUD_RUN_TASK_INDEX"],
            help="Which of its lines to do, counted from 0.",
        ),
    ] = 0,
) -> None:
    """Do one job, and say by the exit code whether to try again.

    Exit codes: 0 done, or no longer wanted; 1 failed for good, of which the book has a receipt; 2 no job, or a setting
    that does not fit; 75 (EX_TEMPFAIL) try again.
    """
    with errors_shown():
        from flickbook.engines import configuration
        from flickbook.engines.local.one_job import TRY_AGAIN, do_job

        engine = configuration.load({}, os.environ).engine
        try:
            document = _line(file, index)
        except FlickbookError as error:
            if not error.retryable:
                raise
            typer.echo(f"error: {error}", err=True)
            raise typer.Exit(TRY_AGAIN) from None
        raise typer.Exit(do_job(document, f"{_called(file)}, line {index}", engine))


def _called(file: str) -> str:
    return "standard input" if file == "-" else file


def _line(file: str, index: int) -> bytes:
    """Read a line of a file, or all of one that is a single JSON object. Raises UsageError where there is none."""
    from flickbook.storage import find_source, locate, open_source

    if file == "-":
        text = sys.stdin.buffer.read()
    else:
        with open_source(find_source(locate(file))) as opened:
            text = opened.read()
    lines = [text] if text.startswith(b"{\n") else text.splitlines()
    if not 0 <= index < len(lines):
        raise UsageError("--index", f"is {index}, and {_called(file)} has {len(lines)} lines", "count them from 0")
    return lines[index]
