"""The command line in this process: it says the same and gives the same code, and no Python has to start for it."""

from pathlib import Path

from typer.testing import CliRunner

from flickbook.cli.program import app
from tests.cli.run import Ran


def flickbook(*arguments: str | Path, environ: dict[str, str] | None = None) -> Ran:
    """Run a command to its end, with one worker unless it is told otherwise; what it does not foresee is raised."""
    given = {"FLICKBOOK_WORKERS": "1", **(environ or {})}
    done = CliRunner(env=given).invoke(app, [str(argument) for argument in arguments], prog_name="flickbook")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)
