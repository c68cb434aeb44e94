"""Workers on a host that cannot start processes or threads: their attempts do not count."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flickbook.core.planning import job_for
from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.library.book import Book
from flickbook.storage import locate
from tests.cluster.fleet import FLICKBOOK, PAUSE, RECIPE, Fleet, Ordered
from tests.waiting import until

Named = Callable[[Path, str], Path]

pytestmark = pytest.mark.xdist_group("outages")

# Python code that ends every child process at its start.
END_CHILDREN = """
import os, sys
if any("spawn_main" in part for part in sys.orig_argv):
    os._exit(9)
"""


def test_a_worker_whose_child_processes_die_at_once_releases_its_messages_and_ends(
    fleet: Fleet, clip: Path, film: Path, tmp_path: Path
) -> None:
    fleet.kill_workers()
    (tmp_path / "sitecustomize.py").write_text(END_CHILDREN)
    out = locate(str(fleet.out))
    plan = plan_source(str(film), RECIPE, Limits(), "unable")
    book = Book(out, plan.name)
    book.adopt(plan)
    fleet.sender.send([job_for(plan, plan.snippets, out)])
    ordered: Ordered = fleet.order(clip)
    worker = fleet.start(command=FLICKBOOK, PYTHONPATH=str(tmp_path))
    assert worker.end() == 1
    record = ordered.record
    assert record is not None
    assert (record.state, book.receipts(plan)) == ("waiting", [])
    fleet.keep(1)
    assert ordered.wait().complete
    manifest = until(book.manifest, "the book of the job", PAUSE)
    assert manifest.complete


def test_a_worker_that_cannot_start_threads_fails_no_job_and_ends(fleet: Fleet, clip: Path, named: Named) -> None:
    fleet.kill_workers()
    ordered = fleet.order(named(clip, "many"))
    worker = fleet.start()
    assert worker.end() == 1
    assert worker.lines[-1]["message"].startswith("the worker stopped unexpectedly")
    assert not fleet.letters()
    fleet.start(command=FLICKBOOK)
    assert ordered.wait().complete
