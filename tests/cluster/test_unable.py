"""A host on which no process can live judges nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from flickbook.core.planning import job_for
from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.library.book import Book
from flickbook.storage import locate
from tests.cluster.fleet import PAUSE, RECIPE, WELL, Fleet, Ordered
from tests.waiting import until

Named = Callable[[Path, str], Path]

pytestmark = pytest.mark.xdist_group("outages")

# Every child process ends as soon as Python has started.
UNABLE = """
import os, sys
if any("spawn_main" in part for part in sys.orig_argv):
    os._exit(9)
"""


def test_a_worker_whose_processes_cannot_live_gives_back_what_it_has_and_ends(
    fleet: Fleet, clip: Path, film: Path, tmp_path: Path
) -> None:
    fleet.dismiss()
    (tmp_path / "sitecustomize.py").write_text(UNABLE)
    out = locate(str(fleet.out))
    plan = plan_source(str(film), RECIPE, Limits(), "unable")
    book = Book(out, plan.name)
    book.adopt(plan)
    fleet.sender.send([job_for(plan, plan.snippets, out)])
    ordered: Ordered = fleet.order(clip)
    worker = fleet.start(command=WELL, PYTHONPATH=str(tmp_path))
    assert worker.end() == 1
    record = ordered.record
    assert record is not None
    assert (record.state, book.receipts(plan)) == ("waiting", [])
    fleet.keep(1)
    assert ordered.bound().complete
    manifest = until(book.manifest, "the book of the job", PAUSE)
    assert manifest.complete


def test_a_worker_that_can_start_no_thread_judges_nothing_and_ends(fleet: Fleet, clip: Path, named: Named) -> None:
    fleet.dismiss()
    ordered = fleet.order(named(clip, "many"))
    worker = fleet.start()
    assert worker.end() == 1
    assert worker.lines[-1]["message"].startswith("it ended unasked")
    assert not fleet.letters()
    fleet.start(command=WELL)
    assert ordered.bound().complete
