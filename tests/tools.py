"""Programs some tests need. Missing ones skip the test here, and fail it in CI."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parent.parent


def need(program: str, search: str | None = None) -> str:
    """Give a program's path, from PATH or where `search` says, or skip (fail where CI is set)."""
    path = shutil.which(program, path=search)
    if path is None:
        _give_up(program)
    return path


def tool(environment: str, program: str) -> Path:
    """Give a program that `make tools` installs in an environment of its own, or skip (fail where CI is set)."""
    path = ROOT / ".tools" / environment / "bin" / program
    if not path.exists():
        _give_up(str(path))
    return path


def uv() -> str:
    """Give uv, which runs the tests too."""
    return shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")


def _give_up(program: str) -> NoReturn:
    message = f"{program} is missing; `make tools` installs it"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
