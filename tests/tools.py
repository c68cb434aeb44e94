"""Programs and disks some tests need. Missing programs skip the test here, and fail it in CI."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def small_disk_at(folder: Path, size: str) -> Iterator[None]:
    """Have a folder be an empty disk of a size, in mount's words, for a while; skip where only root could do that."""
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
