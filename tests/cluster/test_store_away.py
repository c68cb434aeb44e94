"""A store that is away or full is waited for; what cannot be stored in the end can be made later."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.process import Service
from scripts.services import seaweed, store_environ
from tests.cluster.fleet import Fleet, job_of, until

FULL, ROOMY = "size=100k", "size=10m"


pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    with seaweed(tmp_path / "store", ["previews"]) as server:
        for name, value in store_environ(server.url).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with room for a few pictures."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", FULL, "none", folder], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_store_that_is_killed_and_comes_back_leaves_no_mark(
    fleet: Fleet, store: Service, film: Path, named: Callable[[Path, str], Path]
) -> None:
    fleet.dismiss()
    workers = [fleet.start(FLICKBOOK_PATIENCE="60", FLICKBOOK_SNIPPET_TIMEOUT="60") for _ in range(2)]
    ordered = fleet.order(named(film, "slow-store"), "s3://previews")
    until(lambda: all(worker.made(ordered) for worker in workers), "both to be at work")
    store.kill()
    until(lambda: all("error" in line for line in (worker.lines[-1] for worker in workers)), "both to notice")
    store.restart()
    assert ordered.bound().complete
    assert all(receipt.attempt == 1 for receipt in ordered.receipts)


def test_a_full_disk_becomes_dead_letters_that_can_be_sent_again(fleet: Fleet, film: Path, disk: Path) -> None:
    fleet.dismiss()
    fleet.start(FLICKBOOK_PATIENCE="0.1")
    ordered = fleet.order(film, str(disk))
    letters = fleet.last_letters()
    assert {letter["error"] for letter in letters} == {"OutputFull"}
    assert ordered.book.manifest() is None
    for receipt in ordered.receipts:
        assert all((disk / "film" / file.key).stat().st_size == file.bytes for file in receipt.artifacts)
    assert not list(disk.rglob("*#*"))
    subprocess.run(["mount", "-o", f"remount,{ROOMY}", disk], check=True)
    fleet.sender.send([job_of(letter) for letter in letters])
    assert ordered.bound().complete
