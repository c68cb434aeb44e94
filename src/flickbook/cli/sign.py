"""`flickbook sign`: print the signed URL of a picture."""

import os
import re
import time
from typing import Annotated

import typer

from flickbook.cli.root import app
from flickbook.errors import UsageError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@app.command()
def sign(
    url: Annotated[str, typer.Argument(metavar="URL", help="The URL of a picture, or its path and query.")],
    expires: Annotated[
        str, typer.Option(metavar="TIME", help="How long it is valid, such as 90s, 15m, 1h or 30d.")
    ] = "1h",
    key: Annotated[
        str | None, typer.Option(metavar="ID", help="The key that signs.  [default: the first one in the settings]")
    ] = None,
) -> None:
    """Print the signed URL of a picture. The keys are in the variable FLICKBOOK_IMAGE_KEYS, each as ID:SECRET."""
    from flickbook.engines import configuration
    from flickbook.images.signing import keys_of, sign_url

    valid = re.fullmatch("([0-9]{1,6})([smhd])", expires)
    if valid is None:
        raise UsageError("--expires", f"is {expires}", "it must be a time such as 90s, 15m, 1h or 30d")
    keys = keys_of(configuration.load(environ=os.environ).images.image_keys)
    chosen = next(iter(keys), "") if key is None else key
    if chosen not in keys:
        fault = f"has no key {chosen}" if chosen else "is not set"
        raise UsageError("FLICKBOOK_IMAGE_KEYS", fault, "set it to ID:SECRET, with commas between several")
    typer.echo(sign_url(url, chosen, keys[chosen], time.time() + int(valid[1]) * _UNITS[valid[2]]))
