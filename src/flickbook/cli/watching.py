"""`flickbook watch`: the videos of a folder or bucket are made as they come."""

from typing import Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app, errors_shown


@app.command()
@options.with_recipe
def watch(
    *,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A folder, or a URL such as s3://BUCKET/PREFIX.")],
    out: options.Out = "previews",
    engine: options.Engine = None,
    broker: options.Broker = None,
    every: Annotated[float | None, typer.Option(help="Seconds from look to look.  [default: 10]")] = None,
    once: Annotated[
        bool, typer.Option("--once", help="End when all that is there is made, or sent to the cluster.")
    ] = False,
    recipe: options.Recipe,
    workers: options.Workers = None,
) -> None:
    """Make the previews of all videos below a folder or prefix, and of those that come, once each is whole.

    What was dealt with is remembered in the output: a later watch, or another machine's, goes on from there.
    """
    chosen = {"engine": engine, "broker": broker, "every": every, "workers": workers}
    flags = {**recipe, **chosen}
    with errors_shown():
        from flickbook.cli.watch import watch_until_told

        raise typer.Exit(watch_until_told(source, out, flags, once=once))
