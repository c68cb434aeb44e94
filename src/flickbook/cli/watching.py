"""`flickbook watch`: the videos of a folder or bucket are made as they come."""

from typing import Annotated, Literal

import typer

from flickbook.cli import options
from flickbook.cli.app import app, errors_shown


@app.command()
def watch(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A folder, or a URL such as s3://BUCKET/PREFIX.")],
    out: options.Out = "previews",
    engine: Annotated[
        Literal["pool", "celery"] | None,
        typer.Option(help="Make them on this machine, or order them from a cluster.  [default: pool]"),
    ] = None,
    broker: options.Broker = None,
    every: Annotated[float | None, typer.Option(help="Seconds from look to look.  [default: 10]")] = None,
    once: Annotated[
        bool, typer.Option("--once", help="End when all that is there is made, or sent to the cluster.")
    ] = False,
    snippet: options.Snippet = None,
    fps: options.Fps = None,
    size: options.Size = None,
    stills: options.Stills = None,
    still_quality: options.StillQuality = None,
    storyboard: options.Storyboard = None,
    tile_width: options.TileWidth = None,
    tile_interval: options.TileInterval = None,
    tile_quality: options.TileQuality = None,
    workers: options.Workers = None,
) -> None:
    """Make the previews of all videos below a folder or prefix, and of those that come, once each is whole.

    What was dealt with is remembered in the output: a later watch, or another machine's, goes on from there.
    """
    chosen = {"engine": engine, "broker": broker, "every": every, "workers": workers}
    flags = {**options.recipe(locals()), **chosen}
    with errors_shown():
        from flickbook.cli.watch import watch_until_told

        raise typer.Exit(watch_until_told(source, out, flags, once=once))
