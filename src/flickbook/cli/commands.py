"""The commands. Each turns flags into settings, calls the library, and shows what came of it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from flickbook.cli import options
from flickbook.cli.root import app, errors_shown


@app.command()
@options.with_recipe
def render(
    *,
    videos: options.Videos,
    out: options.Out = "previews",
    recipe: options.Recipe,
    workers: options.Workers = None,
    as_json: options.AsJson = False,
    force: Annotated[bool, typer.Option("--force", help="Make everything again, also what is there.")] = False,
) -> None:
    """Make the previews of one or more videos.

    What is there already is kept: run again after a stop or a failure, and only what is missing is made.
    """
    flags = {**recipe, "workers": workers}
    from flickbook.cli.rendering import render_videos

    with errors_shown():
        raise typer.Exit(render_videos(videos, out, flags, force=force, as_json=as_json))


@app.command()
def status(
    book: options.Book,
    as_json: options.AsJson = False,
) -> None:
    """Show how far a book is: what is made, what failed, what is missing."""
    from flickbook import api
    from flickbook.cli import tables

    with errors_shown():
        found = api.status(book)
        tables.show_status(found, as_json=as_json)
        raise typer.Exit(0 if found.state == "complete" else 1)


@app.command()
def report(
    book: options.Book,
    timeline: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw when each snippet was made, one bar a snippet.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what a book's making took: invocations, times, errors, retries, how many at once."""
    from flickbook.cli.report import report_book

    with errors_shown():
        raise typer.Exit(report_book(book, timeline, as_json=as_json))


@app.command()
def probe(
    video: Annotated[str, typer.Argument(metavar="VIDEO", help="A path or URL.")],
    as_json: options.AsJson = False,
) -> None:
    """Show what a video is: duration, size as shown, rate, codec."""
    from flickbook import api
    from flickbook.cli import tables

    with errors_shown():
        tables.show_video(video, api.probe(video), as_json=as_json)


@app.command()
@options.with_recipe
def estimate(
    *,
    video: Annotated[
        str | None, typer.Argument(metavar="[VIDEO]", help="A path or URL; or give --duration.", show_default=False)
    ] = None,
    duration: Annotated[float | None, typer.Option(help="Seconds a film lasts, instead of a VIDEO.")] = None,
    calibration: Annotated[
        str | None,
        typer.Option(
            help="What `render --json` printed, or OUT/NAME; rendered with FLICKBOOK_RUN_LENGTH=1, as on Lambda.  "
            "[default: built in]"
        ),
    ] = None,
    memory: Annotated[int, typer.Option(help="Memory of the function in MB.")] = 2048,
    arch: Annotated[Literal["arm64", "x86_64"], typer.Option(help="Its processors.")] = "arm64",
    concurrency: Annotated[int, typer.Option(help="Concurrent executions that the account may have.")] = 1000,
    films: Annotated[int, typer.Option(help="How many such films arrive at once.")] = 1,
    recipe: options.Recipe,
    as_json: options.AsJson = False,
) -> None:
    """Estimate what films take on AWS Lambda: seconds, GB-seconds, requests, and the bill."""
    from flickbook.cli.estimate import estimate_films
    from flickbook.engines.aws.estimating import Cloud

    with errors_shown():
        cloud = Cloud(memory, arch, concurrency)
        estimate_films(video, duration, calibration, films, cloud, recipe, as_json=as_json)


@app.command()
def serve(
    source: Annotated[
        str | None, typer.Option(help="Folder or URL that uploads go to.  [FLICKBOOK_SOURCE; default: uploads]")
    ] = None,
    out: Annotated[
        str | None, typer.Option(help="Folder or URL below which books are put.  [FLICKBOOK_OUT; default: previews]")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen at.  [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 is any free one.  [default: 8000]")] = None,
    token: Annotated[
        str | None, typer.Option(help="Needed to write.  [FLICKBOOK_TOKEN; default: another one at each start]")
    ] = None,
    read_token: Annotated[
        str | None, typer.Option(help="Needed to read.  [FLICKBOOK_READ_TOKEN; default: all may read]")
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Take videos from below this URL too; may be repeated.")
    ] = None,
    origin: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Let pages of this origin call; may be repeated.")
    ] = None,
    workers: options.Workers = None,
    engine: options.Engine = None,
    broker: options.Broker = None,
) -> None:
    """Serve a page and an API: videos are uploaded, their previews made and shown."""
    from flickbook.cli.serve import serve as serve_until_told

    flags = {"source": source, "out": out, "host": host, "port": port, "token": token, "read_token": read_token}
    lists = {"allow": allow or None, "origins": origin or None}
    with errors_shown():
        serve_until_told({**flags, **lists, "workers": workers, "engine": engine, "broker": broker})


@app.command()
def demo(
    out: Annotated[str, typer.Option(help="Folder to put the book in.")] = "previews",
) -> None:
    """Make the previews of the sample video and a page that shows them."""
    from flickbook.cli.demo import SAMPLE, write_page
    from flickbook.cli.rendering import render_videos

    with errors_shown():
        code = render_videos([str(SAMPLE)], out, {}, force=True, as_json=False)
        if code == 0:
            page = write_page(Path(out), SAMPLE)
            typer.echo(f"Open {page} in a browser: it scrubs through what was made.")
        raise typer.Exit(code)
