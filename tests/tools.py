"""Programs some tests look at pictures with. Missing ones skip the test here, and fail it in CI."""

import os
import shutil

import pytest


def need(program: str) -> str:
    """Give a program's path, or skip (fail where CI is set)."""
    path = shutil.which(program)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is missing; `make tools` installs it")
        pytest.skip(f"{program} is missing; `make tools` installs it")
    return path
