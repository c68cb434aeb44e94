"""Arguments and options that several commands have."""

from collections.abc import Mapping
from typing import Annotated

import typer

from flickbook.model import Recipe

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Videos = Annotated[
    list[str], typer.Argument(metavar="VIDEO…", help="Paths or URLs (s3://, gs://, az://, file://, https://).")
]
Book = Annotated[str, typer.Argument(metavar="OUT/NAME", help="A book's folder or URL, as `render` printed it.")]
Out = Annotated[str, typer.Option(help="Folder or URL below which each video's book is put.")]
Workers = Annotated[int | None, typer.Option(help="Processes to use.  [default: one a core]")]
Broker = Annotated[str | None, typer.Option(help="URL of the broker: amqp://, redis:// or sqs://.  [FLICKBOOK_BROKER]")]

# The recipe.
Snippet = Annotated[int | None, typer.Option(help="Seconds a snippet lasts.  [default: 30]")]
Fps = Annotated[
    str | None, typer.Option(help="GIF frames a second, at most 50; 10, 12.5 or 30000/1001.  [default: 10]")
]
Size = Annotated[int | None, typer.Option(help="Longer side of the GIF in pixels.  [default: 240]")]
Stills = Annotated[
    bool | None, typer.Option("--stills/--no-stills", help="Make a freeze frame a second.  [default: stills]")
]
StillQuality = Annotated[int | None, typer.Option(help="JPEG quality of the stills, 1 to 100.  [default: 50]")]
Storyboard = Annotated[
    bool | None,
    typer.Option("--storyboard/--no-storyboard", help="Make sprite sheets and a WebVTT.  [default: storyboard]"),
]
TileWidth = Annotated[int | None, typer.Option(help="Longer side of the storyboard's tiles in pixels.  [default: 160]")]
TileInterval = Annotated[
    str | None, typer.Option(help="Seconds from tile to tile; 2, 0.5 or 1/3.  [default: 1 to 6, by duration]")
]
TileQuality = Annotated[int | None, typer.Option(help="JPEG quality of the storyboard, 1 to 100.  [default: 35]")]


def recipe(given: Mapping[str, object]) -> dict[str, object]:
    """Give the recipe's options out of all arguments of a command, which are named as its fields are."""
    return {field: given[field] for field in Recipe.__struct_fields__}
