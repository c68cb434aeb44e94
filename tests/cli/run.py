"""Run the command in this process or in another, and return its output and exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from flickbook import api
from flickbook.cli import rendering
from flickbook.cli.program import app
from flickbook.engines.local.inline import InlineDispatcher
from tests.waiting import LONG

COMMAND = [sys.executable, "-m", "flickbook"]
# Each worker costs a moment to start.
ALONE = {"FLICKBOOK_WORKERS": "1"}


class Ran(NamedTuple):
    """The result of a run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> str:
        """The only line with an error."""
        (line,) = [line for line in self.err.splitlines() if line.startswith("error: ")]
        return line


def call(
    *arguments: str | Path, cwd: Path | None = None, environ: Mapping[str, str] | None = None, pool: bool = False
) -> Ran:
    """Run `flickbook` in this process, for words, codes and options.

    Snippets are made in this process; with `pool`, in a pool of processes as for users.
    """
    with pytest.MonkeyPatch.context() as patch:
        if not pool:
            for module in (api, rendering):
                patch.setattr(module, "PoolDispatcher", lambda *_: InlineDispatcher())
        patch.chdir(cwd or Path.cwd())
        done = CliRunner().invoke(
            app, [*map(str, arguments)], prog_name="flickbook", env={**ALONE, **os.environ, **(environ or {})}
        )
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def flickbook(
    *arguments: str | Path,
    cwd: Path | None = None,
    environ: Mapping[str, str] | None = None,
    command: Sequence[str] = COMMAND,
) -> Ran:
    """Run `flickbook` in a process of its own, with one worker by default."""
    done = subprocess.run(
        [*command, *map(str, arguments)],
        cwd=cwd,
        env={**ALONE, **os.environ, **(environ or {})},
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)
