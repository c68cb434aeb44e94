"""The commands for dead letters, and `cancel`."""

import os
from typing import TYPE_CHECKING, Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app

if TYPE_CHECKING:
    from flickbook.engines.dead_letters import DeadLetters

DeadLettersUrl = Annotated[
    str | None, typer.Option(help="URL of the SQS queue: the stack's output DeadLetters.  [FLICKBOOK_DEAD_LETTERS]")
]

_NOTHING_TO_CANCEL = {
    "complete": "is complete already",
    "partial": "is finished already, without the failed snippets",
    "refused": "was refused already",
    "cancelled": "was cancelled already",
}


@app.command()
def dead(
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
    as_json: options.AsJson = False,
) -> None:
    """Show the dead letters of a cluster or on AWS: jobs and orders that were given up, and why."""
    from flickbook.cli.dead import show_letters

    with _opened(broker, dead_letters) as queue:
        show_letters(queue.peek(), as_json=as_json)


@app.command()
def redrive(
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
    bus: Annotated[
        str | None, typer.Option(help="Name of the EventBridge bus: the stack's output Bus.  [FLICKBOOK_BUS]")
    ] = None,
) -> None:
    """Send the dead letters of a cluster or on AWS again."""
    with _opened(broker, dead_letters, bus) as queue:
        redriven = queue.redrive()
        typer.echo(f"sent again: {redriven.sent}, left in the queue: {len(redriven.left)}")
        for error in redriven.left:
            typer.echo(f"error: {error}", err=True)
        raise typer.Exit(1 if redriven.left else 0)


@app.command()
def drop(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Names of letters, as `flickbook dead` shows them.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Delete all letters.")] = False,
    broker: options.Broker = None,
    dead_letters: DeadLettersUrl = None,
) -> None:
    """Delete dead letters. The books of their videos stay as they are."""
    from flickbook.errors import UsageError

    if bool(names) == every:
        raise UsageError("drop", "needs names of letters, or --all", "list them with `flickbook dead`")
    with _opened(broker, dead_letters) as queue:
        result = queue.delete_named(None if every else names)
    typer.echo(f"deleted: {result.deleted}")
    for name in result.missing:
        typer.echo(f"error: dead letter {name}: is not in the queue; list it with `flickbook dead`.", err=True)
    raise typer.Exit(1 if result.missing else 0)


@app.command()
def cancel(book: options.Book) -> None:
    """Stop making a video. Stored previews stay; rendering or submitting the video again continues from there."""
    from flickbook import api
    from flickbook.storage import locate, shown

    where, before = shown(locate(book, "OUT/NAME")), api.cancel(book)
    if before in _NOTHING_TO_CANCEL:
        typer.echo(f"{where}: {_NOTHING_TO_CANCEL[before]}; nothing was changed.")
    else:
        typer.echo(f"{where}: cancelled; submit or render its video again to go on.")


def _opened(broker: str | None, dead_letters: str | None, bus: str | None = None) -> "DeadLetters":
    """Open the queue of dead letters. A flag for one queue overrides the setting of the other."""
    from flickbook.engines import choice, configuration
    from flickbook.errors import UsageError

    if broker and dead_letters:
        raise UsageError("--broker and --dead-letters", "were both given", "give only one")
    flags = {"broker": broker, "dead_letters": dead_letters, "bus": bus}
    if broker:
        flags["dead_letters"] = ""
    if dead_letters:
        flags["broker"] = ""
    return choice.make_dead_letters(configuration.load(flags, os.environ))
