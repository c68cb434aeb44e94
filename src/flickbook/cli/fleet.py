"""The commands of a cluster: its workers, and who sends them videos."""

import os
import signal
from types import FrameType
from typing import Annotated

import typer

from flickbook.cli import options
from flickbook.cli.extras import from_extra
from flickbook.cli.root import app, errors_shown


@app.command()
def worker(
    broker: options.Broker = None,
    concurrency: Annotated[int | None, typer.Option(help="Jobs to do at once.  [default: one a core]")] = None,
    health: Annotated[
        str | None,
        typer.Option(
            metavar="HOST:PORT", help="Tell there how it is: /healthz, /readyz, /metrics.  [default: nowhere]"
        ),
    ] = None,
) -> None:
    """Do what a cluster's broker has, until SIGTERM: then let go of every job after its current snippet."""
    # The first process of a container has no default for it; loading takes a while, and then it lets go of what it has.
    signal.signal(signal.SIGTERM, _leave)
    # NumPy's library would start a thread a core in every process.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from flickbook.engines import configuration

    with errors_shown():
        flags = {"broker": broker, "workers": concurrency, "health": health}
        chosen = configuration.load(flags, os.environ, called={"workers": "--concurrency"})
        with from_extra("celery"):
            from flickbook.engines.celery.worker import run
        run(chosen)


@app.command()
@options.with_recipe
def submit(
    *,
    videos: options.Videos,
    out: options.Out = "previews",
    engine: Annotated[str, typer.Option(help="Who makes them: a cluster, or an installed engine.")] = "celery",
    broker: options.Broker = None,
    recipe: options.Recipe,
    wait: Annotated[bool, typer.Option("--wait", help="Return only when all is made; show how far it is.")] = False,
    as_json: options.AsJson = False,
    force: Annotated[bool, typer.Option("--force", help="Make everything again, also what is there.")] = False,
) -> None:
    """Have a cluster make the previews of one or more videos."""
    flags = {**recipe, "engine": engine, "broker": broker}
    with errors_shown():
        from flickbook.cli.submitting import submit_videos

        raise typer.Exit(submit_videos(videos, out, flags, wait=wait, force=force, as_json=as_json))


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # signal's signature
    raise SystemExit(0)
