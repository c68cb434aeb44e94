"""The commands. Each turns flags into settings, calls the library, and shows the result."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from flickbook.cli import options
from flickbook.cli.root import app, exit_on_sigterm, from_extra


@app.command()
@options.with_recipe
def render(
    *,
    videos: options.Videos,
    out: options.Out = "previews",
    recipe: options.Recipe,
    beside: Annotated[
        bool, typer.Option("--beside", help="Also copy the files that media servers read into each video's folder.")
    ] = False,
    workers: options.Workers = None,
    decode: options.Decode = None,
    header: options.Headers = None,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Make the previews of one or more videos.

    Existing previews are kept: run it again after a stop or a failure to make only the missing snippets.
    """
    flags = {**recipe, "workers": workers, "decode": decode}
    from flickbook.cli.rendering import render_videos

    headers = options.headers_of(header)
    raise typer.Exit(render_videos(videos, out, flags, force=force, as_json=as_json, beside=beside, headers=headers))


@app.command()
def status(
    book: options.Book,
    as_json: options.AsJson = False,
) -> None:
    """Show the progress of a book: snippets made, failed and missing."""
    from flickbook import api
    from flickbook.cli import tables

    found = api.status(book)
    tables.show_status(found, as_json=as_json)
    raise typer.Exit(0 if found.state == "complete" else 1)


@app.command()
def report(
    book: options.Book,
    timeline: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw when each snippet was made, one bar per snippet.")
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show statistics of a book: invocations, times, errors, retries, concurrency."""
    from flickbook.cli.report import report_book

    raise typer.Exit(report_book(book, timeline, as_json=as_json))


@app.command()
def probe(
    video: Annotated[str, typer.Argument(metavar="VIDEO", help="A path or URL.")],
    header: options.Headers = None,
    as_json: options.AsJson = False,
) -> None:
    """Show the properties of a video: duration, size as shown, frame rate, codec."""
    from flickbook import api
    from flickbook.cli import tables

    tables.show_video(video, api.probe(video, headers=options.headers_of(header)), as_json=as_json)


_FILM = typer.Argument(metavar="VIDEO", help="A path or URL; or use --duration.", show_default=False)
_DURATION = typer.Option(
    metavar="SECONDS",
    parser=options.number("--duration", float),
    help="Length of a film in seconds, instead of a VIDEO.",
)
_CALIBRATION = typer.Option(
    help="Output of `render --json`, or OUT/NAME; rendered with FLICKBOOK_RUN_LENGTH=1, as on Lambda.  "
    "[default: built in]"
)
_MEMORY = typer.Option(metavar="MB", parser=options.number("--memory", int), help="Memory of the function in MB.")
_ARCH = typer.Option(
    metavar="ARCH",
    parser=options.word("--arch", ("arm64", "x86_64")),
    help="Processors of the function: arm64 or x86_64.",
)
_CONCURRENCY = typer.Option(
    metavar="N",
    parser=options.number("--concurrency", int),
    help="Limit of concurrent executions of the account.",
)
_FILMS = typer.Option(
    metavar="N", parser=options.number("--films", int), help="Number of such films that arrive at once."
)


@app.command()
@options.with_recipe
def estimate(
    *,
    video: Annotated[str | None, _FILM] = None,
    duration: Annotated[float | None, _DURATION] = None,
    calibration: Annotated[str | None, _CALIBRATION] = None,
    memory: Annotated[int, _MEMORY] = 2048,
    arch: Annotated[Literal["arm64", "x86_64"], _ARCH] = "arm64",
    concurrency: Annotated[int, _CONCURRENCY] = 1000,
    films: Annotated[int, _FILMS] = 1,
    recipe: options.Recipe,
    as_json: options.AsJson = False,
) -> None:
    """Estimate films on AWS Lambda: seconds, GB-seconds, requests, and the bill."""
    from flickbook.cli.estimate import estimate_films
    from flickbook.engines.aws.estimating import Cloud

    cloud = Cloud(memory, arch, concurrency)
    estimate_films(video, duration, calibration, films, cloud, recipe, as_json=as_json)


@app.command()
def serve(
    source: Annotated[
        str | None, typer.Option(help="Folder or URL for uploads.  [FLICKBOOK_SOURCE; default: uploads]")
    ] = None,
    out: Annotated[
        str | None, typer.Option(help="Folder or URL for books.  [FLICKBOOK_OUT; default: previews]")
    ] = None,
    host: Annotated[str | None, typer.Option(help="Address to listen at.  [default: 127.0.0.1]")] = None,
    port: Annotated[str | None, typer.Option(metavar="PORT", help="Port; 0 is any free one.  [default: 8000]")] = None,
    token: Annotated[
        str | None, typer.Option(help="Needed to write.  [FLICKBOOK_TOKEN; default: one that the token file keeps]")
    ] = None,
    read_token: Annotated[
        str | None, typer.Option(help="Needed to read.  [FLICKBOOK_READ_TOKEN; default: reading is public]")
    ] = None,
    private: Annotated[
        bool | None, typer.Option("--private", help="Let nobody read without a token.  [FLICKBOOK_PRIVATE]")
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="Accept videos below this URL or folder; may be repeated."),
    ] = None,
    origin: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="Allow web pages of this origin (CORS); may be repeated.")
    ] = None,
    workers: options.Workers = None,
    decode: options.Decode = None,
    engine: options.Engine = None,
    broker: options.Broker = None,
) -> None:
    """Serve a web page and an API that receive videos, make their previews, and show them."""
    from flickbook.cli.serve import serve as serve_until_stopped

    flags = {"source": source, "out": out, "host": host, "port": port, "token": token, "read_token": read_token}
    lists = {"private": private, "allow": allow or None, "origins": origin or None}
    machine = {"workers": workers, "decode": decode}
    serve_until_stopped({**flags, **lists, **machine, "engine": engine, "broker": broker})


@app.command()
@options.with_recipe
def watch(
    *,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A folder, or a URL such as s3://BUCKET/PREFIX.")],
    out: options.Out = "previews",
    engine: options.Engine = None,
    broker: options.Broker = None,
    every: Annotated[
        str | None, typer.Option(metavar="SECONDS", help="Seconds between two scans.  [default: 10]")
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="End when all videos found are made, or sent to the cluster.")
    ] = False,
    recipe: options.Recipe,
    workers: options.Workers = None,
    decode: options.Decode = None,
) -> None:
    """Make the previews of all videos below a folder or prefix, and of new ones once their upload has ended.

    Processed videos are remembered in the output: a later watch, or one on another machine, continues from there.
    """
    flags = {**recipe, "engine": engine, "broker": broker, "every": every, "workers": workers, "decode": decode}
    from flickbook.cli.watch import watch_until_stopped

    raise typer.Exit(watch_until_stopped(source, out, flags, once=once))


@app.command()
def worker(
    broker: options.Broker = None,
    concurrency: Annotated[
        str | None, typer.Option(metavar="N", help="Jobs to do at once.  [default: one a core]")
    ] = None,
    decode: options.Decode = None,
    health: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="Serve /healthz, /readyz and /metrics there.  [default: nowhere]"),
    ] = None,
) -> None:
    """Do the jobs of a cluster's broker until SIGTERM; then release each job after its current snippet."""
    # The first process of a container ignores SIGTERM by default. The worker's own handler follows after its imports.
    exit_on_sigterm()
    # Without this, NumPy's BLAS starts a thread per core in every process.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from flickbook.engines import configuration

    flags = {"broker": broker, "workers": concurrency, "decode": decode, "health": health}
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
    engine: Annotated[str, typer.Option(help="The engine: a cluster (celery), or one that a package adds.")] = "celery",
    broker: options.Broker = None,
    recipe: options.Recipe,
    header: options.NoHeaders = None,
    wait: Annotated[bool, typer.Option("--wait", help="Return when all videos are made; show progress.")] = False,
    as_json: options.AsJson = False,
    force: options.Force = False,
) -> None:
    """Have a cluster make the previews of one or more videos."""
    options.check_no_headers(header)
    flags = {**recipe, "engine": engine, "broker": broker}
    from flickbook.cli.submitting import submit_videos

    raise typer.Exit(submit_videos(videos, out, flags, wait=wait, force=force, as_json=as_json))


@app.command()
def clean(
    out: Annotated[str, typer.Argument(metavar="OUT", help="The folder or URL of the books, as in `render --out`.")],
    beside: Annotated[
        bool,
        typer.Option(
            "--beside", help="List (with --yes: delete) the copies that `render --beside` made; the books stay."
        ),
    ] = False,
    below: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FOLDER",
            help="Below FOLDER, count a video as gone even if its folder is gone too; may be repeated.",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Delete what is listed.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """List books whose video is gone, with the copies that `render --beside` put next to it; delete them with --yes.

    A video that cannot be reached is not gone: its folder must be there, with something in it. Run it on a machine that
    has the videos.
    """
    from flickbook.cli.clean import clean as clean_books

    raise typer.Exit(clean_books(out, below or (), beside=beside, yes=yes, as_json=as_json))


@app.command()
def demo(
    out: Annotated[str, typer.Option(help="Folder for the book.")] = "previews",
) -> None:
    """Make the previews of the sample video and a page that shows them."""
    from flickbook.cli.demo import SAMPLE, write_page
    from flickbook.cli.rendering import render_videos

    code = render_videos([str(SAMPLE)], out, {"poster": True}, force=True, as_json=False)
    if code == 0:
        page = write_page(Path(out), SAMPLE)
        typer.echo(f"Open {page} in a browser to scrub through the previews.")
    raise typer.Exit(code)
