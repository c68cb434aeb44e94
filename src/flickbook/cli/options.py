"""Arguments and options that several commands have."""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_args

import msgspec
import typer

from flickbook.outputs.base import Output
from flickbook.outputs.registry import outputs

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Videos = Annotated[
    list[str], typer.Argument(metavar="VIDEO…", help="Paths or URLs (s3://, gs://, az://, file://, https://).")
]
Book = Annotated[str, typer.Argument(metavar="OUT/NAME", help="A book's folder or URL, as `render` printed it.")]
Out = Annotated[str, typer.Option(help="Folder or URL below which each video's book is put.")]
Engine = Annotated[
    str | None, typer.Option(help="What makes them: processes here (pool), a cluster (celery).  [default: pool]")
]
Workers = Annotated[int | None, typer.Option(help="Processes to use.  [default: one a core]")]
Broker = Annotated[str | None, typer.Option(help="URL of the broker: amqp://, redis:// or sqs://.  [FLICKBOOK_BROKER]")]

# What a command with the flags of a recipe receives of them: those that were given, by name.
Recipe = Mapping[str, object]


def with_recipe(command: Callable[..., None]) -> Callable[..., None]:
    """Replace a command's parameter `recipe` by the flags of all outputs; the command receives them as one mapping."""
    flags = {flag.name: flag for flag in _recipe_flags()}

    @wraps(command)
    def run(**given: object) -> None:
        command(recipe={name: given.pop(name) for name in flags}, **given)

    parameters: list[Parameter] = []
    for parameter in signature(command, eval_str=True).parameters.values():
        parameters += flags.values() if parameter.name == "recipe" else [parameter]
    vars(run)["__signature__"] = Signature(parameters)
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _recipe_flags() -> Iterator[Parameter]:
    """Yield the flags of recipes, which follow from the outputs that there are."""
    known = outputs()
    standard = ",".join(output.name for output in known.values() if output.standard)
    yield _flag("snippet", int, "Seconds a snippet lasts.  [default: 30]")
    yield _flag("outputs", str, f"What to make, names with commas: {', '.join(known)}.  [default: {standard}]")
    for output in known.values():
        usual = output.name if output.standard else f"no-{output.name}"
        yield _flag(output.name, bool, f"{output.summary}  [default: {usual}]", f"--{output.name}/--no-{output.name}")
        for option in msgspec.structs.fields(output.options):
            if option.name in output.flags:
                yield _option_flag(output, option)
    remedy = "An option of an output in full, such as gif.fps=12; may be repeated."
    yield _flag("set", list[str], remedy, metavar="OUTPUT.OPTION=VALUE")


def _option_flag(output: Output[Any], option: msgspec.structs.FieldInfo) -> Parameter:
    kind, meta = get_args(option.type)[:2]
    name, default, described = output.flags[option.name], getattr(output.options(), option.name), str(meta.description)
    dashed = name.replace("_", "-")
    if kind is bool:
        usual = dashed if default else f"no-{dashed}"
        return _flag(name, bool, f"{described}  [default: {usual}]", f"--{dashed}/--no-{dashed}")
    shown = described if "[default" in described else f"{described}  [default: {default}]"
    # Fractions and texts are read later, with a message that says what fits.
    return _flag(name, kind if kind in (int, float) else str, shown)


def _flag(name: str, kind: Any, described: str, declared: str = "", metavar: str | None = None) -> Parameter:
    flag = typer.Option(declared or f"--{name.replace('_', '-')}", help=described, metavar=metavar, show_default=False)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, flag])
