"""`flickbook dead`: what was given up, as a table or as JSON."""

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from flickbook.dispatch.dead import Letter
from flickbook.model import Job


def show_letters(letters: Sequence[Letter], *, as_json: bool) -> None:
    """Print dead letters, the oldest first."""
    if as_json:
        document = {"type": "dead", "version": 1, "letters": [_fields(letter) for letter in letters]}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
        return
    if not letters:
        sys.stdout.write("no dead letters\n")
        return
    table = Table(title=f"{len(letters)} dead letter{'s' * (len(letters) != 1)}", title_justify="left")
    for heading in ("name", "died", "video", "what", "attempts", "error", "message"):
        table.add_column(heading, overflow="fold", no_wrap=heading in ("name", "died"))
    for letter in letters:
        table.add_row(*_row(letter))
    Console().print(table)


def _row(letter: Letter) -> tuple[str, ...]:
    died = datetime.fromtimestamp(letter.died).isoformat(" ", "seconds") if letter.died is not None else ""
    return letter.name, died, letter.video, _what(letter), str(letter.attempts), letter.error, letter.message


def _what(letter: Letter) -> str:
    if letter.task is None:
        return "none of ours"
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
        snippets = [{"start": one.start, "end": float(one.end)} for one in letter.work.snippets]
        fields |= {"book": letter.work.name, "plan": letter.work.plan, "snippets": snippets}
    return fields
