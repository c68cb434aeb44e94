"""Commands import only what they need: NumPy and libav take a third of a second."""

import subprocess
import sys

MAKERS = {"numpy", "av", "simplejpeg"}
TELL = "import sys; print(*sys.modules)"
ORDER = f"""
from flickbook.cli.program import app
try:
    app(["submit", {__file__!r}, "--engine", "celery", "--broker", "amqp://127.0.0.1:1//"])
except SystemExit as end:
    assert end.code == 2
"""


def loaded(code: str) -> set[str]:
    """Run a program and return the modules that it has imported."""
    done = subprocess.run([sys.executable, "-c", code + TELL], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_submit_imports_no_libraries_for_pictures_bars_or_tables() -> None:
    modules = loaded(ORDER)
    assert "flickbook.cli.submitting" in modules
    assert not modules & {*MAKERS, "rich"}


def test_programs_with_worker_processes_import_no_libraries_for_pictures() -> None:
    programs = ("flickbook.engines.celery.worker", "flickbook.watch.maker", "flickbook.web.app")
    modules = loaded(f"import {', '.join(programs)}, flickbook.engines.orders, flickbook.engines.choice\n")
    assert modules >= set(programs)
    assert not modules & MAKERS
