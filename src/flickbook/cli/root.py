"""The root of the command line, to which other modules add commands, and what all commands share.

Exit codes: 0 complete, 1 some snippets failed, 2 bad input, output or usage, 130 stopped by Ctrl-C.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from types import FrameType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from flickbook.errors import FlickbookError, not_installed


class _Commands(TyperGroup):
    """Shows the errors of all commands."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command within `errors_shown`."""
        with errors_shown():
            return super().invoke(ctx)


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: importing Rich takes a quarter of a second
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
    """Show a FlickbookError as one line and exit with its code. After Ctrl-C, show how to continue.

    A KeyboardInterrupt with a message shows that message instead.
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
        # The reader of stdout has ended, as `| head` does. Python would fail again when it flushes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None


@contextmanager
def from_extra(extra: str) -> Iterator[None]:
    """Import modules of an extra within this context. Raises UsageError if a module is not installed."""
    try:
        yield
    except ImportError as error:
        missing = (error.name or "flickbook").partition(".")[0]
        raise not_installed(missing, extra) from error


def exit_on_sigterm() -> None:
    """Let SIGTERM raise SystemExit with code 0, so that workers are ended first. Python's default skips `finally`."""

    def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # signal's signature
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
