"""Programs and disks some tests need. What is missing skips the test here, and fails it in CI."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from scripts import services

ROOT = Path(__file__).parent.parent

# What some tests need beyond Python's packages, and where it is looked for; None is PATH.
PROGRAMS = {
    "gifsicle": None,
    "ffmpeg": None,
    "chromium": None,
    "node": None,
    "npm": None,
    "rabbitmq-server": services.SEARCH,
    "redis-server": services.SEARCH,
}
# Environments that `make tools` makes, each with a program of its own.
ENVIRONMENTS = {"lint": "hadolint", "ministack": "ministack", "sam": "sam"}
# What only root may do, and as root not in every container: mount disks, make networks and process numbers.
AS_ROOT = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child"]


def missing() -> list[str]:
    """List what is missing here, and how it is had."""
    programs = [name for name, search in PROGRAMS.items() if shutil.which(name, path=search) is None]
    programs += [f".tools/{name}" for name, program in ENVIRONMENTS.items() if not _installed(name, program).exists()]
    installed = [f"{', '.join(programs)} (`make tools` installs what it can)"] if programs else []
    return installed + ([] if is_root() else ["root's rights (to mount small disks and make networks)"])


def is_root() -> bool:
    """Say whether we may mount disks, make networks and process numbers."""
    return shutil.which(AS_ROOT[0]) is not None and not _run([*AS_ROOT, "true"])


def need(program: str, search: str | None = None) -> str:
    """Give a program's path, from PATH or where `search` says, or skip (fail where CI is set)."""
    path = shutil.which(program, path=search)
    if path is None:
        give_up(f"{program} is missing; `make tools` installs it")
    return path


def tool(environment: str, program: str) -> Path:
    """Give a program that `make tools` installs in an environment of its own, or skip (fail where CI is set)."""
    path = _installed(environment, program)
    if not path.exists():
        give_up(f"{path} is missing; `make tools` installs it")
    return path


def _installed(environment: str, program: str) -> Path:
    return ROOT / ".tools" / environment / "bin" / program


def uv() -> str:
    """Give uv, which runs the tests too."""
    return shutil.which("uv") or str(ROOT / ".tools" / "bin" / "uv")


def give_up(reason: str) -> NoReturn:
    """Skip a test that cannot run here, or fail it where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def small_disk_at(folder: Path, size: str) -> Iterator[None]:
    """Have a folder be an empty disk of a size, in mount's words, for a while; skip where only root could do that."""
    folder.mkdir(exist_ok=True)
    if _run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]):
        give_up("only root may mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def _run(command: list[str]) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode
