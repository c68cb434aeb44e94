"""`flickbook webhooks`: show the events that a webhook has not received, and send them."""

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flickbook.cli import options
from flickbook.cli.root import app

if TYPE_CHECKING:
    from flickbook.core.model import Event


@app.command()
def webhooks(
    out: Annotated[str, typer.Argument(metavar="OUT", help="The folder or URL of the books, as in `render --out`.")],
    send: Annotated[
        bool, typer.Option("--send", help="First send all of them, also those that were given up or not wanted.")
    ] = False,
    as_json: options.AsJson = False,
) -> None:
    """Show the events that the webhook has not received, and why.

    The exit code is 1 if there are any.
    """
    import msgspec

    from flickbook.library.outbox import Outbox
    from flickbook.storage import locate_output

    place = locate_output(out, "OUT")
    if send:
        _send(place)
    outbox = Outbox(place)
    events = [stored.event for key in outbox.listing() if (stored := outbox.read(key)) is not None]
    events.sort(key=lambda event: event.at)
    if as_json:
        document = {"type": "webhooks", "version": 1, "events": msgspec.to_builtins(events)}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    else:
        sys.stdout.write("".join(map(_line, events)) or "no events wait\n")
    raise typer.Exit(1 if events else 0)


def _send(place: str) -> None:
    from flickbook.engines import configuration
    from flickbook.errors import UsageError
    from flickbook.webhooks.delivery import Deliverer

    webhook = configuration.load(environ=os.environ).webhook
    if not webhook.url:
        raise UsageError("FLICKBOOK_WEBHOOK_URL", "is not set", "set it to the URL that events are posted to")
    Deliverer(webhook, place).deliver(now=True)


def _line(event: "Event") -> str:
    from flickbook.errors import printable
    from flickbook.webhooks.delivery import PAUSES

    when, due = (datetime.fromtimestamp(at).isoformat(" ", "seconds") for at in (event.at, event.due))
    then = f"given up, deleted {due}" if event.attempts > len(PAUSES) else f"the next attempt is due {due}"
    times = "once" if event.attempts == 1 else f"{event.attempts} times"
    # The first attempt has no error until it has failed.
    fault = f": {event.error}" if event.error else ""
    tried = f"; tried {times}{fault}; {then}" if event.attempts else ""
    return printable(f"{when}  {event.name} is {event.state}{tried}") + "\n"
