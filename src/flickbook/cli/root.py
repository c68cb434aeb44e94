"""The command line's root, to which modules of commands add theirs, and how it shows errors.

Exit codes: 0 all is made, 1 some snippets failed, 2 bad input, output or usage, 130 stopped by Ctrl-C.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Annotated

import typer

from flickbook.errors import FlickbookError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: Rich's takes a quarter of a second to load
    help="Make scrubbing previews: for every 30 seconds of a video an animated GIF, for every second a freeze frame.",
)


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


@contextmanager
def errors_shown() -> Iterator[None]:
    """Show our own errors as one line and leave with their exit code; Ctrl-C says how to go on.

    Whoever knows more of what goes on says it in the KeyboardInterrupt.
    """
    try:
        yield
    except FlickbookError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(error.exit_code) from None
    except KeyboardInterrupt as stop:
        typer.echo(str(stop) or "stopped; run the same command again to go on where it stopped", err=True)
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # Whoever read our output left (as `| head` does); nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
