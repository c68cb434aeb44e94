"""`flickbook token`: the tokens in a service's token file, also while the service runs."""

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from flickbook.cli import options
from flickbook.cli.root import app

if TYPE_CHECKING:
    from flickbook.web.token_file import StoredToken, TokenFile

Out = Annotated[
    str | None, typer.Option(help="The service's folder or URL for books.  [FLICKBOOK_OUT; default: previews]")
]
Rights = Annotated[
    Literal["read", "write"],
    typer.Option(
        metavar="RIGHTS",
        parser=options.word("--rights", ("read", "write")),
        help="What it allows: read, or write, which includes reading.",
    ),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the token.")]

token = typer.Typer(
    no_args_is_help=True,
    help="Add, list and revoke tokens of a service. A running service follows within two seconds.",
)
app.add_typer(token, name="token")


@token.command()
def add(
    name: Name,
    rights: Rights,
    out: Out = None,
) -> None:
    """Make a token, and print it. It is stored as a digest, so it cannot be shown again."""
    file = _file(out)
    text = file.add(name, rights)
    sys.stdout.write(f"{text}\n")
    sys.stderr.write(f"To open the page with it, put #token={text} behind the service's address.\n")
    sys.stderr.write(f"The service must use the token file {file.path}, as it does with the same --out.\n")


@token.command(name="list")
def list_tokens(out: Out = None, as_json: options.AsJson = False) -> None:
    """List the tokens: name, rights, when each was made, and its last use to the hour."""
    tokens = _file(out).stored().tokens
    if as_json:
        shown = [{"name": each.name, "rights": each.rights, "made": each.made, "used": each.used} for each in tokens]
        sys.stdout.write(msgspec.json.encode({"type": "tokens", "version": 1, "tokens": shown}).decode() + "\n")
    elif not tokens:
        sys.stdout.write("no tokens\n")
    else:
        _show(tokens)


@token.command()
def revoke(name: Name, out: Out = None) -> None:
    """Revoke a token: it and its sessions end. Of the service's own token, the next start makes a new one."""
    _file(out).revoke(name)
    sys.stdout.write(f"{name}: revoked\n")


def _file(out: str | None) -> "TokenFile":
    from flickbook.engines import configuration
    from flickbook.web.token_file import TokenFile, token_path

    return TokenFile(token_path(configuration.load({"out": out}, os.environ).web))


def _show(tokens: tuple["StoredToken", ...]) -> None:
    rows = [("name", "rights", "made", "last used")]
    rows += [(token.name, token.rights, _minute(token.made), _minute(token.used)) for token in tokens]
    width = max(len(name) for name, *_ in rows)
    for name, rights, made, used in rows:
        sys.stdout.write(f"{name:{width}}  {rights:6}  {made:16}  {used}\n")


def _minute(seconds: float | None) -> str:
    return "never" if seconds is None else datetime.fromtimestamp(seconds).isoformat(" ", "minutes")
