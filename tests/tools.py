"""Programs some tests need. Missing ones skip the test here, and fail it in CI."""

import os
import shutil

import pytest


def need(program: str, search: str | None = None) -> str:
    """Give a program's path, from PATH or where `search` says, or skip (fail where CI is set)."""
    path = shutil.which(program, path=search)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is missing; `make tools` installs it")
        pytest.skip(f"{program} is missing; `make tools` installs it")
    return path
