"""Arguments and options that several commands share."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, TypeVar, get_args

import msgspec
import typer

from flickbook.errors import UsageError
from flickbook.outputs.base import Output
from flickbook.outputs.players import PLAYERS
from flickbook.outputs.registry import outputs

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout, and errors on stderr.")]
Videos = Annotated[
    list[str], typer.Argument(metavar="VIDEO", help="Paths or URLs (s3://, gs://, az://, file://, https://).")
]
Book = Annotated[str, typer.Argument(metavar="OUT/NAME", help="A book's folder or URL, as `render` printed it.")]
Out = Annotated[str, typer.Option(help="Folder or URL below which each video's book is stored.")]
Engine = Annotated[
    str | None, typer.Option(help="The engine: processes here (pool), or a cluster (celery).  [default: pool]")
]
# Numbers that are settings are read as text: `fitting` then says which numbers are allowed.
Workers = Annotated[str | None, typer.Option(metavar="N", help="Processes to use.  [default: one a core]")]
Decode = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help="auto: a graphics card if there is one; cpu: none; cuda: a card must be there.  [default: auto]",
    ),
]
Broker = Annotated[str | None, typer.Option(help="URL of the broker: amqp://, redis:// or sqs://.  [FLICKBOOK_BROKER]")]
Force = Annotated[bool, typer.Option("--force", help="Make everything again, even existing previews.")]

Headers = Annotated[
    list[str] | None,
    typer.Option(
        "--header", metavar="'NAME: VALUE'", help="Send this to the video's web server; may be repeated. Never stored."
    ),
]
# Where headers are refused with a reason.
NoHeaders = Annotated[list[str] | None, typer.Option("--header", hidden=True)]

# The recipe flags that a command receives, by name; the value of an absent flag is None.
Recipe = Mapping[str, object]

Number = TypeVar("Number", int, float)


def headers_of(given: Sequence[str] | None) -> dict[str, str]:
    """Return the headers that `--header` gives. Raises UsageError, which does not show the header: it may be secret."""
    headers: dict[str, str] = {}
    for header in given or ():
        name, colon, value = header.partition(":")
        if not colon:
            raise UsageError("--header", "is not a header of HTTP", "write it as 'NAME: VALUE', on one line")
        headers[name.strip()] = value.strip()
    return headers


def check_no_headers(given: Sequence[str] | None) -> None:
    """Raise UsageError for headers of a command whose videos are read by workers elsewhere."""
    if given:
        fault = "is never stored, and so not sent to workers elsewhere"
        raise UsageError("--header", fault, "use `flickbook render`, or a URL that the workers can read without it")


def without_repeats(videos: Sequence[str]) -> list[str]:
    """Return the videos without those that name the same place as an earlier one."""
    from flickbook.storage import locate

    first: dict[str, str] = {}
    for video in videos:
        try:
            first.setdefault(locate(video), video)
        except UsageError:
            first.setdefault(video, video)  # the command reports the error for this video alone
    return list(first.values())


def number(flag: str, kind: type[Number]) -> Callable[[object], Number]:
    """Return a parser for an option that is no setting. It raises UsageError for a text that is not a number."""

    def parse(text: object) -> Number:
        try:
            return kind(str(text))
        except ValueError as error:
            words = "a whole number" if kind is int else "a number"
            raise UsageError(flag, f"is {text}", f"it must be {words}") from error

    return parse


def word(flag: str, allowed: Sequence[str]) -> Callable[[str], str]:
    """Return a parser for an option that is no setting. It raises UsageError for a text that is not `allowed`."""

    def parse(text: str) -> str:
        if text not in allowed:
            raise UsageError(flag, f"is {text}", f"it must be {' or '.join(allowed)}")
        return text

    return parse


def with_recipe(command: Callable[..., None]) -> Callable[..., None]:
    """Replace a command's parameter `recipe` by the flags of all outputs. The command receives them as one mapping."""
    flags = {flag.name: flag for flag in _recipe_flags()}

    @wraps(command)
    def run(**given: object) -> None:
        # No parameter can be called `for`: it is `for_`.
        command(recipe={name.rstrip("_"): given.pop(name) for name in flags}, **given)

    parameters: list[Parameter] = []
    for parameter in signature(command, eval_str=True).parameters.values():
        parameters += flags.values() if parameter.name == "recipe" else [parameter]
    vars(run)["__signature__"] = Signature(parameters)
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _recipe_flags() -> Iterator[Parameter]:
    """Yield the flags of all installed outputs."""
    known = outputs()
    standard = ",".join(output.name for output in known.values() if output.standard)
    yield _flag("snippet", str, "Length of a snippet in seconds.  [default: 30]", metavar="SECONDS")
    yield _flag("outputs", str, f"Outputs to make, separated by commas: {', '.join(known)}.  [default: {standard}]")
    suits = f"Make what these players or servers read: {', '.join(PLAYERS)}; with commas, or repeated."
    yield _flag("for_", list[str], suits, "--for", metavar="PLAYER")
    described = "Make a still and a tile every 10 s, from keyframes nearby, and a poster, but no GIFs."
    yield _flag("fast", bool, described, "--fast/--no-fast")
    for output in known.values():
        usual = output.name if output.standard else f"no-{output.name}"
        yield _flag(output.name, bool, f"{output.summary}  [default: {usual}]", f"--{output.name}/--no-{output.name}")
        for option in msgspec.structs.fields(output.options):
            if option.name in output.flags:
                yield _option_flag(output, option)
    described = "An option of an output, such as gif.fps=12; may be repeated."
    yield _flag("set", list[str], described, metavar="OUTPUT.OPTION=VALUE")


def _option_flag(output: Output[Any], option: msgspec.structs.FieldInfo) -> Parameter:
    kind, meta = get_args(option.type)[:2]
    name, default, described = output.flags[option.name], getattr(output.options(), option.name), str(meta.description)
    dashed = name.replace("_", "-")
    if kind is bool:
        usual = dashed if default else f"no-{dashed}"
        return _flag(name, bool, f"{described}  [default: {usual}]", f"--{dashed}/--no-{dashed}")
    shown = described if "[default" in described else f"{described}  [default: {default}]"
    # Numbers are parsed later, with an error message that names the valid values.
    return _flag(name, str, shown, metavar=None if kind is str else "N")


def _flag(name: str, kind: Any, described: str, declared: str = "", metavar: str | None = None) -> Parameter:
    flag = typer.Option(declared or f"--{name.replace('_', '-')}", help=described, metavar=metavar, show_default=False)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, flag])
