"""`flickbook dead`: show dead letters, for people or as JSON."""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flickbook.core.model import Job
from flickbook.engines.dead_letters import Letter

_INDENT = 3


def show_letters(letters: Sequence[Letter], *, as_json: bool) -> None:
    """Print dead letters, the oldest first."""
    if as_json:
        document = {"type": "dead", "version": 1, "letters": [_fields(letter) for letter in letters]}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
        return
    if not letters:
        sys.stdout.write("no dead letters\n")
        return
    console = Console(highlight=False)
    console.print(f"{len(letters)} dead letter{'s' * (len(letters) != 1)}", style="italic")
    for letter in letters:
        _show(letter, console)


def _show(letter: Letter, console: Console) -> None:
    """Print a letter in a few lines rather than a table row: the video's place alone may be longer than a row."""
    console.print(Text(f"\n{letter.name}  {_line(letter.video)}"), soft_wrap=True)
    tried = "once" if letter.attempts == 1 else f"{letter.attempts} times"
    details = [_what(letter), f"tried {tried}"]
    if letter.died is not None:
        details.append(f"given up {datetime.fromtimestamp(letter.died).isoformat(' ', 'seconds')}")
    message = letter.message.removeprefix(f"{letter.video}: ")
    for line in (", ".join(details), f"{letter.error}: {message}"):
        console.print(Padding.indent(Text(_line(line), overflow="fold"), _INDENT))


def _line(text: str) -> str:
    """Return a text as one line without control characters: a foreign message could control the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _what(letter: Letter) -> str:
    if letter.task is None:
        return "a foreign message"
    if not isinstance(letter.work, Job):
        return "to be planned"
    first, last = letter.work.snippets[0], letter.work.snippets[-1]
    return f"{first.start} s to {float(last.end):g} s"


def _fields(letter: Letter) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "name": letter.name,
        "task": letter.task,
        "video": letter.video,
        "attempts": letter.attempts,
        "error": letter.error,
        "message": letter.message,
        "died": letter.died,
    }
    if isinstance(letter.work, Job):
        snippets = [{"start": snippet.start, "end": float(snippet.end)} for snippet in letter.work.snippets]
        fields |= {"book": letter.work.name, "plan": letter.work.plan, "snippets": snippets}
    return fields
