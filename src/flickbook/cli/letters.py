"""Commands for what was given up, and for what is wanted no more."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app, errors_shown

if TYPE_CHECKING:
    from flickbook.engines.dead_letters import DeadLetters

DeadLettersUrl = Annotated[
    str | None, typer.Option(help="URL of the SQS queue: the stack's output DeadLetters.  [FLICKBOOK_DEAD_LETTERS]")
]


_NOTHING_TO_STOP = {
    "complete": "is complete already",
    "partial": "is made already, as far as it could be",
    "refused": "was refused already",
    "cancelled": "was cancelled already",
}


@app.command()
def dead(
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what was given up, and why: the dead letters of a cluster or on AWS."""
    from flickbook.cli.dead import show_letters

    with errors_shown(), _opened(broker, dead_letters) as queue:
        show_letters(queue.peek(), as_json=as_json)


@app.command()
def redrive(
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
    bus: Annotated[
        str | None, typer.Option(help="Name of the EventBridge bus: the stack's output Bus.  [FLICKBOOK_BUS]")
    ] = None,
) -> None:
    """Send again what was given up: the dead letters of a cluster or on AWS."""
    with errors_shown(), _opened(broker, dead_letters, bus) as queue:
        redriven = queue.redrive()
        typer.echo(f"sent again: {redriven.sent}, left in the queue: {len(redriven.left)}")
        for error in redriven.left:
            typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1 if redriven.left else 0)


@app.command()
def drop(
    names: Annotated[list[str] | None, typer.Argument(help="Names of letters, as `flickbook dead` shows them.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Drop all that lie there.")] = False,
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
) -> None:
    """Delete dead letters that are wanted no more. What became of their videos stays as it is."""
    from flickbook.errors import UsageError

    with errors_shown():
        if bool(names) == every:
            raise UsageError("drop", "wants names of letters, or --all", "see them with `flickbook dead`")
        with _opened(broker, dead_letters) as queue:
            dropped = queue.drop(None if every else names)
        typer.echo(f"dropped: {dropped.dropped}")
        for name in dropped.missing:
            typer.echo(f"error: dead letter {name}: does not lie there; look again with `flickbook dead`.", err=True)
        raise typer.Exit(1 if dropped.missing else 0)


@app.command()
def cancel(book: options.Book) -> None:
    """Have nothing more made of a video. What is made stays; rendering or submitting it again goes on from there."""
    from flickbook import api
    from flickbook.storage import locate, shown

    with errors_shown():
        where, was = shown(locate(book)), api.cancel(book)
        if was in _NOTHING_TO_STOP:
            typer.echo(f"{where}: {_NOTHING_TO_STOP[was]}; nothing was changed.")
        else:
            typer.echo(f"{where}: cancelled; submit or render its video again to go on.")


def _opened(broker: str | None, dead_letters: str | None, bus: str | None = None) -> "DeadLetters":
    """Give the queue that is meant: one named by a flag wins over the other that is only set."""
    from flickbook.engines import choice, configuration

    flags = {"broker": broker, "dead_letters": dead_letters, "bus": bus}
    if broker and not dead_letters:
        flags["dead_letters"] = ""
    if dead_letters and not broker:
        flags["broker"] = ""
    return choice.make_dead_letters(configuration.load(flags, os.environ))
