"""Write docs/commands.md, docs/settings.md and docs/api.md from the code as it is: `make docs`."""

import inspect
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import msgspec
import typer
from msgspec import Meta, Struct

from flickbook.cli.program import app
from flickbook.core.settings import Aws, Cluster, Engine, Images, Limits, Prices, Watch, Web, Webhook
from flickbook.outputs.players import PLAYERS
from flickbook.outputs.registry import outputs
from scripts import api_reference

DOCS = Path(__file__).resolve().parent.parent / "docs"
SECTIONS: dict[str, type[Struct]] = {
    "limits": Limits,
    "engine": Engine,
    "web": Web,
    "webhook": Webhook,
    "watch": Watch,
    "cluster": Cluster,
    "aws": Aws,
    "images": Images,
    "prices": Prices,
}

COMMANDS = """# Commands

This page lists all commands and their options. `make docs` makes it from the command line itself, and
`flickbook COMMAND --help` shows the same. Most options are settings too: you can also set them by a variable or in
`flickbook.toml` ([settings.md](settings.md)). But `--out` of `render`, `plan`, `submit`, `watch` and `demo`, and
`--engine` of `submit`, are flags only. `FLICKBOOK_OUT` is the output of `serve` and of the functions on AWS.

Exit codes of all commands: 0 done; 1 something could not be made, or a book is not complete; 2 bad input, output or
usage, also a video that is cut off; 130 stopped by Ctrl-C. `flickbook job` adds 75 ([jobs.md](jobs.md)). With several
videos, the exit code is the worst of theirs, and the command goes on after a video that fails.
"""

SETTINGS = """# Settings

A flag wins over a `FLICKBOOK_*` variable, which wins over `flickbook.toml` in the working directory, which wins
over the default. This page is made by `make docs` from the settings themselves.

```toml
# flickbook.toml
[recipe]
outputs = ["gif", "stills"]

[recipe.gif]
fps = 12.5

[limits]
max_duration = 7200
```

The variable of a setting is `FLICKBOOK_` and its name in capitals, such as `FLICKBOOK_MAX_DURATION`. In a variable, a
list is written with commas. `FLICKBOOK_OUT` is the output of `serve` and of the functions on AWS; other commands have
the flag `--out`. The variables of `[webhook]` have its name too, such as `FLICKBOOK_WEBHOOK_URL`.

An option of an output has a variable only if it has a short flag, and the variable has the name of that flag:
`--tile-interval` is `FLICKBOOK_TILE_INTERVAL`. Set all other options of outputs by `FLICKBOOK_SET`, which is written
like `--set`, with commas: `FLICKBOOK_SET=gif.fps=12.5,stills.quality=70`. In `[recipe]` and after `--set`, an option
may also have the name of its short flag: `--set fps=12.5`.

An unknown variable is ignored; if its name is near a setting's, there is a warning on stderr. An unknown key of the
file is an error.

Credentials and the endpoint of S3 come from the usual variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
`AWS_DEFAULT_REGION`, `AWS_ENDPOINT_URL` (plain `http://` too). Web servers, signed URLs and headers:
[sources.md](sources.md).
"""


def main() -> None:
    """Write all pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """Return all pages by their names in docs/."""
    return {
        "commands.md": "\n".join([COMMANDS, *_commands()]),
        "settings.md": "\n".join([SETTINGS, *_recipe(), *_sections()]),
        "api.md": api_reference.page(),
    }


def _commands() -> Iterator[str]:
    root: Any = typer.main.get_command(app)
    commands: dict[str, Any] = {}
    for name, command in root.commands.items():
        # A group, such as `flickbook token`, has commands of its own.
        group = getattr(command, "commands", {})
        commands |= {f"{name} {part}": each for part, each in group.items()} or {name: command}
    shown = {
        name: [found for found in command.params if not getattr(found, "hidden", False)]
        for name, command in commands.items()
    }
    options = {
        name: [found for found in parameters if found.param_type_name == "option"] for name, parameters in shown.items()
    }
    # Several commands have the options of a recipe; they are described once.
    named = {name: {option.name for option in found} for name, found in options.items()}
    recipe = named["plan"] & named["watch"] - {"out"}
    for name, command in commands.items():
        arguments = [_argument(found) for found in shown[name] if found not in options[name]]
        yield f"## flickbook {' '.join([name, *arguments])}\n"
        yield f"{inspect.cleandoc(command.help)}\n"
        if recipe <= named[name]:
            yield "It takes the [options of a recipe](#options-of-a-recipe) too.\n"
        yield from _table([option for option in options[name] if not (recipe <= named[name] and option.name in recipe)])
    yield "## Options of a recipe\n\nThey say what to make of a video.\n"
    yield from _table([option for option in options["plan"] if option.name in recipe])


def _argument(argument: Any) -> str:
    name = f"{argument.metavar}{'…' if argument.nargs == -1 else ''}"
    return name if argument.required else f"[{name}]"


def _table(options: Sequence[Any]) -> Iterator[str]:
    if options:
        yield "| option | meaning |\n|---|---|"
    for option in options:
        flag = "/".join([*option.opts, *option.secondary_opts])
        shown = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
        yield f"| `{flag}{shown}` | {_cell(option.help or '')}{_usual(option)} |"
    if options:
        yield ""


def _recipe() -> Iterator[str]:
    yield "## [recipe]\n\nWhat to make of a video.\n\n| setting | meaning | default |\n|---|---|---|"
    yield "| `snippet` | Seconds a snippet lasts. | 30 |"
    standard = ", ".join(output.name for output in outputs().values() if output.standard)
    yield "| `fast` | Stills, storyboard and poster only, of keyframes near their times. | false |"
    yield f"| `outputs` | A list of what to make: {', '.join(outputs())}. | {standard} |"
    yield f"| `for` | A list of players or servers to make files for: {', '.join(PLAYERS)}. |  |\n"
    for output in outputs().values():
        yield f"## [recipe.{output.name}]\n\n{output.summary}\n"
        yield "| setting | short flag | meaning | default |\n|---|---|---|---|"
        for field in msgspec.structs.fields(output.options):
            described = next(meta.description for meta in get_args(field.type) if isinstance(meta, Meta))
            flag = f"`--{output.flags[field.name].replace('_', '-')}`" if field.name in output.flags else ""
            default = _shown(getattr(output.options(), field.name))
            yield f"| `{field.name}` | {flag} | {_cell(str(described))} | {default} |"
        yield ""


def _sections() -> Iterator[str]:
    for name, kind in SECTIONS.items():
        yield f"## [{name}]\n\n{_plain(inspect.getdoc(kind) or '')}\n"
        yield "| setting | meaning | must be | default |\n|---|---|---|---|"
        for field in msgspec.structs.fields(kind):
            meaning = next((found for found in get_args(field.type) if isinstance(found, str)), "")
            yield f"| `{field.name}` | {meaning} | {_bounds(field.type)} | {_default(field)} |"
        yield ""


def _plain(text: str) -> str:
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|").strip()


def _usual(option: Any) -> str:
    known = option.is_flag or option.default in (None, "") or "[default" in (option.help or "")
    return "" if known else f"  [default: {option.default}]"


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.default_factory is not msgspec.NODEFAULT:
        return "one a core"
    return _shown(field.default)


def _shown(value: object) -> str:
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return f"{float(value):.10g}" if isinstance(value, float | Fraction) else str(value)


def _bounds(kind: Any) -> str:
    meta = next((found for found in get_args(kind) if isinstance(found, Meta)), Meta())
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}.get(plain, "a list of texts")
    if meta.description:
        words = meta.description
    low = f"at least {meta.ge}" if meta.ge is not None else f"above {meta.gt}" if meta.gt is not None else ""
    high = f"at most {meta.le}" if meta.le is not None else ""
    return ", ".join(part for part in (words, low, high) if part)


if __name__ == "__main__":
    main()
