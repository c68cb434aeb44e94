"""Run the command as a user would: another process, its output and its exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

COMMAND = [sys.executable, "-m", "flickbook"]


def without(*packages: str) -> list[str]:
    """Give the command as it is where some packages are not installed."""
    script = f"import sys; sys.modules.update(dict.fromkeys({packages!r})); from flickbook.__main__ import main; main()"
    return [sys.executable, "-c", script]


class Ran(NamedTuple):
    """What a run gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The one line that says what went wrong."""
        (line,) = [line for line in self.err.splitlines() if line.startswith("error: ")]
        return line


def flickbook(
    *arguments: str | Path,
    cwd: Path | None = None,
    environ: dict[str, str] | None = None,
    command: Sequence[str] = COMMAND,
) -> Ran:
    """Run `flickbook` to its end, with one worker unless it is told otherwise: each costs a moment to start."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        cwd=cwd,
        env={"FLICKBOOK_WORKERS": "1", **os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
