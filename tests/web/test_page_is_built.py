"""The shipped page is what its source builds, and the source's own checks pass."""

import hashlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tools import need
from tests.waiting import LONG

ROOT = Path(__file__).parent.parent.parent
FRONTEND = ROOT / "frontend"
PACKAGES = FRONTEND / "node_modules"
BUILT = ROOT / "src" / "flickbook" / "web" / "page"
# The results of these tests are cached for the same files, as by an incremental build, unless CI is set.
KEPT = PACKAGES / ".cache" / "tests"


def run(program: str, *flags: str) -> None:
    """Run a program of the page's npm packages, as `npm run` does."""
    command = [str(PACKAGES / ".bin" / program), *flags]
    done = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of each file below a folder by its path, without the packages."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if PACKAGES not in path.parents and path.is_file()
    }


def found_once(what: str, find: Callable[[], dict[str, str]]) -> dict[str, str]:
    """Return what `find` returns, cached for the page's source and the versions of Node and the packages."""
    node = need("node")
    if not (PACKAGES / ".package-lock.json").is_file():
        need("the page's packages (`npm ci` in frontend)")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=LONG, check=True).stdout
    packages = (PACKAGES / ".package-lock.json").read_text()
    key = json.dumps([version, packages, digests(FRONTEND), Path(__file__).read_text()], sort_keys=True)
    kept = KEPT / f"{what}-{hashlib.sha256(key.encode()).hexdigest()}.json"
    if kept.is_file() and not os.environ.get("CI"):
        before: dict[str, str] = json.loads(kept.read_text())
        return before
    found = find()
    KEPT.mkdir(parents=True, exist_ok=True)
    for old in KEPT.glob(f"{what}-*"):
        old.unlink()
    kept.write_text(json.dumps(found))
    return found


@pytest.mark.xdist_group("page")
def test_the_page_that_ships_is_what_its_source_builds_byte_by_byte(tmp_path: Path) -> None:
    def build() -> dict[str, str]:
        out = ("--outDir", str(tmp_path / "page"))
        run("vite", "build", *out)
        run("vite", "build", "--config", "vite.demo.config.ts", *out)
        return digests(tmp_path / "page")

    fresh, shipped = found_once("built", build), digests(BUILT)
    assert sorted(fresh) == sorted(shipped), "run `make page` and commit what it built"
    assert [name for name in fresh if fresh[name] != shipped[name]] == [], "run `make page` and commit what it built"


@pytest.mark.xdist_group("page")
def test_the_pages_types_hold_and_its_own_tests_pass() -> None:
    def check() -> dict[str, str]:
        run("vue-tsc", "--noEmit", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo")
        # In one thread: another process for each file costs more than its tests.
        run("vitest", "run", "--pool=threads", "--no-isolate", "--maxWorkers=1", "--minWorkers=1")
        return {}

    found_once("checked", check)


def test_the_built_page_has_no_inline_script_and_works_in_any_folder() -> None:
    for page in BUILT.glob("*.html"):
        text = page.read_text()
        assert text.count("<script") == text.count('<script type="module" crossorigin src="./assets/')
        assert 'href="/' not in text
        assert 'src="/' not in text


def test_the_lock_file_names_no_registry_but_the_public_one() -> None:
    lines = (FRONTEND / "package-lock.json").read_text().splitlines()
    named = [line for line in lines if '"resolved"' in line]
    assert [line for line in named if "https://registry.npmjs.org/" not in line] == []
