"""The page that ships is what its source builds, and its source holds together."""

import subprocess
from pathlib import Path

import pytest

from tests.tools import need
from tests.waiting import LONG

ROOT = Path(__file__).parent.parent.parent
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "flickbook" / "web" / "page"


def run(program: str, *flags: str) -> None:
    """Run a program of the page's packages, as `npm run` does, with the packages as the lock file has them."""
    need("node")
    if not (FRONTEND / "node_modules" / ".package-lock.json").is_file():
        need("the page's packages (`npm ci` in frontend)")
    command = [str(FRONTEND / "node_modules" / ".bin" / program), *flags]
    done = subprocess.run(command, cwd=FRONTEND, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.xdist_group("page")
def test_the_page_that_ships_is_what_its_source_builds_byte_by_byte(tmp_path: Path) -> None:
    run("vite", "build", "--outDir", str(tmp_path / "page"))
    fresh, shipped = files_below(tmp_path / "page"), files_below(BUILT)
    assert sorted(fresh) == sorted(shipped), "run `make page` and commit what it built"
    assert [name for name in fresh if fresh[name] != shipped[name]] == [], "run `make page` and commit what it built"


@pytest.mark.xdist_group("page")
def test_the_pages_types_hold_and_its_own_tests_pass() -> None:
    # What of it did not change since it was last looked at is not looked at again.
    run("vue-tsc", "--noEmit", "--incremental", "--tsBuildInfoFile", "node_modules/.cache/types.tsbuildinfo")
    run("vitest", "run")


def test_the_built_page_holds_no_script_of_its_own_and_lies_in_any_folder() -> None:
    for page in BUILT.glob("*.html"):
        text = page.read_text()
        assert text.count("<script") == text.count('<script type="module" crossorigin src="./assets/')
        assert 'href="/' not in text
        assert 'src="/' not in text


def test_the_lock_file_names_no_registry_but_the_public_one() -> None:
    lines = (FRONTEND / "package-lock.json").read_text().splitlines()
    named = [line for line in lines if '"resolved"' in line]
    assert [line for line in named if "https://registry.npmjs.org/" not in line] == []
