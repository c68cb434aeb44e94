"""A cluster makes what one machine makes."""

from pathlib import Path

import httpx
import pytest

from scripts.process import free_ports
from tests.cli.run import flickbook
from tests.cluster.fleet import WELL, Fleet, until

pytestmark = pytest.mark.xdist_group("cluster")

SMALL = ("--snippet", "1", "--size", "64")
# What tells of the making, not of the video.
OWN = {"manifest.json", "receipts", ".flickbook"}


def pictures(folder: Path) -> dict[str, bytes]:
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {str(path): (folder / path).read_bytes() for path in files if not OWN & set(path.parts)}


def test_a_cluster_makes_the_same_bytes_as_one_machine_and_says_what_it_does(
    fleet: Fleet, film: Path, tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    workers = [fleet.start(command=WELL, FLICKBOOK_HEALTH=f"127.0.0.1:{port}"), fleet.start(command=WELL)]
    for worker in workers:
        worker.ready()
    ran = flickbook("submit", film, "--out", fleet.out, *SMALL, "--wait", "--json", "--broker", fleet.broker)
    assert (ran.code, ran.err) == (0, "")
    (video,) = ran.json["videos"]
    assert ran.json["type"] == "submit-wait"
    assert (video["totals"]["snippets"], video["kept"]) == (20, 0)
    assert flickbook("render", film, "--out", tmp_path / "here", *SMALL).code == 0
    assert pictures(fleet.out) == pictures(tmp_path / "here")
    made = [line for worker in workers for line in worker.lines if line["message"] == "made"]
    assert sorted((line["plan"], line["snippet"]) for line in made) == [(video["plan"], k) for k in range(20)]
    base = f"http://127.0.0.1:{port}"
    assert [httpx.get(f"{base}/{path}").text for path in ("healthz", "readyz")] == ["ok\n", "ok\n"]
    count = sum(line["message"] == "made" for line in workers[0].lines)
    until(lambda: f"flickbook_snippets_total {count}.0" in httpx.get(f"{base}/metrics").text, "the count")
