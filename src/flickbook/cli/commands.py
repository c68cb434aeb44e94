"""The commands. Each turns flags into settings, calls the library, and shows what came of it.

Exit codes: 0 all is made, 1 some snippets failed, 2 bad input, output or usage, 130 stopped by Ctrl-C.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal

import typer

from flickbook.errors import FlickbookError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: Rich's takes a quarter of a second to load
    help="Make scrubbing previews: for every 30 seconds of a video an animated GIF, for every second a freeze frame.",
)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"flickbook {version('flickbook')}")
        raise typer.Exit


@app.callback()
def _main(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def render(
    videos: Annotated[
        list[str], typer.Argument(metavar="VIDEO…", help="Paths or URLs (s3://, gs://, az://, file://, https://).")
    ],
    out: Annotated[str, typer.Option(help="Folder or URL below which each video's book is put.")] = "previews",
    snippet: Annotated[int | None, typer.Option(help="Seconds a snippet lasts.  [default: 30]")] = None,
    fps: Annotated[
        str | None, typer.Option(help="GIF frames a second, at most 50; 10, 12.5 or 30000/1001.  [default: 10]")
    ] = None,
    size: Annotated[int | None, typer.Option(help="Longer side of the GIF in pixels.  [default: 240]")] = None,
    stills: Annotated[
        bool | None, typer.Option("--stills/--no-stills", help="Make a freeze frame a second.  [default: stills]")
    ] = None,
    still_quality: Annotated[
        int | None, typer.Option(help="JPEG quality of the stills, 1 to 100.  [default: 50]")
    ] = None,
    storyboard: Annotated[
        bool | None,
        typer.Option("--storyboard/--no-storyboard", help="Make sprite sheets and a WebVTT.  [default: storyboard]"),
    ] = None,
    tile_width: Annotated[
        int | None, typer.Option(help="Longer side of the storyboard's tiles in pixels.  [default: 160]")
    ] = None,
    tile_interval: Annotated[
        str | None, typer.Option(help="Seconds from tile to tile; 2, 0.5 or 1/3.  [default: 1 to 6, by duration]")
    ] = None,
    tile_quality: Annotated[
        int | None, typer.Option(help="JPEG quality of the storyboard, 1 to 100.  [default: 35]")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Processes to use.  [default: one a core]")] = None,
    as_json: AsJson = False,
    force: Annotated[bool, typer.Option("--force", help="Make everything again, also what is there.")] = False,
) -> None:
    """Make the previews of one or more videos.

    What is there already is kept: run again after a stop or a failure, and only what is missing is made.
    """
    flags = {
        "snippet": snippet,
        "fps": fps,
        "size": size,
        "stills": stills,
        "still_quality": still_quality,
        "storyboard": storyboard,
        "tile_width": tile_width,
        "tile_interval": tile_interval,
        "tile_quality": tile_quality,
        "workers": workers,
    }
    from flickbook.cli.rendering import render_videos

    with _errors_shown():
        raise typer.Exit(render_videos(videos, out, flags, force=force, as_json=as_json))


@app.command()
def status(
    book: Annotated[str, typer.Argument(metavar="OUT/NAME", help="A book's folder or URL, as `render` printed it.")],
    as_json: AsJson = False,
) -> None:
    """Show how far a book is: what is made, what failed, what is missing."""
    from flickbook import api
    from flickbook.cli import tables

    with _errors_shown():
        found = api.status(book)
        tables.show_status(found, as_json=as_json)
        raise typer.Exit(0 if found.state == "complete" else 1)


@app.command()
def report(
    book: Annotated[str, typer.Argument(metavar="OUT/NAME", help="A book's folder or URL, as `render` printed it.")],
    timeline: Annotated[
        Path | None, typer.Option(metavar="FILE.svg", help="Draw when each snippet was made, one bar a snippet.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what a book's making took: invocations, times, errors, retries, how many at once."""
    from flickbook.cli.report import report_book

    with _errors_shown():
        raise typer.Exit(report_book(book, timeline, as_json=as_json))


@app.command()
def probe(
    video: Annotated[str, typer.Argument(metavar="VIDEO", help="A path or URL.")],
    as_json: AsJson = False,
) -> None:
    """Show what a video is: duration, size as shown, rate, codec."""
    from flickbook import api
    from flickbook.cli import tables

    with _errors_shown():
        tables.show_video(video, api.probe(video), as_json=as_json)


@app.command()
def estimate(
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
    snippet: Annotated[int | None, typer.Option(help="Seconds a snippet lasts.  [default: 30]")] = None,
    stills: Annotated[
        bool | None, typer.Option("--stills/--no-stills", help="Make a freeze frame a second.  [default: stills]")
    ] = None,
    storyboard: Annotated[
        bool | None,
        typer.Option("--storyboard/--no-storyboard", help="Make sprite sheets and a WebVTT.  [default: storyboard]"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Estimate what films take on AWS Lambda: seconds, GB-seconds, requests, and the bill."""
    from flickbook.cli.estimate import estimate_films
    from flickbook.estimating import Cloud

    with _errors_shown():
        cloud = Cloud(memory, arch, concurrency)
        flags = {"snippet": snippet, "stills": stills, "storyboard": storyboard}
        estimate_films(video, duration, calibration, films, cloud, flags, as_json=as_json)


@app.command()
def redrive(
    dead_letters: Annotated[
        str | None, typer.Option(help="URL of the SQS queue: the stack's output DeadLetters.  [FLICKBOOK_DEAD_LETTERS]")
    ] = None,
    bus: Annotated[
        str | None, typer.Option(help="Name of the EventBridge bus: the stack's output Bus.  [FLICKBOOK_BUS]")
    ] = None,
) -> None:
    """Send again what lies in the queue of dead letters on AWS."""
    from flickbook import settings, wiring
    from flickbook.dispatch.letters import redrive as send_again

    with _errors_shown():
        chosen = settings.load({"dead_letters": dead_letters, "bus": bus}, os.environ)
        redriven = send_again(*wiring.make_dead_letters(chosen))
        typer.echo(f"sent again: {redriven.sent}, left in the queue: {len(redriven.left)}")
        for error in redriven.left:
            typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1 if redriven.left else 0)


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
    workers: Annotated[int | None, typer.Option(help="Processes to use.  [default: one a core]")] = None,
) -> None:
    """Serve a page and an API: videos are uploaded, their previews made and shown."""
    from flickbook.cli.serve import serve as serve_until_told

    flags = {"source": source, "out": out, "host": host, "port": port, "token": token, "read_token": read_token}
    lists = {"allow": allow or None, "origins": origin or None}
    with _errors_shown():
        serve_until_told({**flags, **lists, "workers": workers})


@app.command()
def demo(
    out: Annotated[str, typer.Option(help="Folder to put the book in.")] = "previews",
) -> None:
    """Make the previews of the sample video and a page that shows them."""
    from flickbook.cli.demo import SAMPLE, write_page
    from flickbook.cli.rendering import render_videos

    with _errors_shown():
        code = render_videos([str(SAMPLE)], out, {}, force=True, as_json=False)
        if code == 0:
            page = write_page(Path(out), SAMPLE)
            typer.echo(f"Open {page} in a browser: it scrubs through what was made.")
        raise typer.Exit(code)


@contextmanager
def _errors_shown() -> Iterator[None]:
    """Show our own errors as one line and leave with their exit code; Ctrl-C says how to go on."""
    try:
        yield
    except FlickbookError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt:
        typer.echo("stopped; run the same command again to go on where it stopped", err=True)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # Whoever read our output left (as `| head` does); nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
