"""`flickbook watch`: run a watch in a thread, so that a signal ends the program even while a store does not answer."""

import logging
import os
import threading
from collections.abc import Mapping
from concurrent.futures import Future, wait
from pathlib import Path

from flickbook.cli.root import exit_on_sigterm
from flickbook.engines import configuration
from flickbook.errors import UsageError
from flickbook.outputs.recipes import check_recipe
from flickbook.storage import local_path, locate, locate_output, shown
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch

# Seconds after a signal in which a quick step, such as recording an order, may still end.
GRACE_SECONDS = 1.0
# Python handles a signal when the main thread runs. A signal that another thread received, or that arrived just before
# the main thread began to wait, does not wake the main thread.
WAKE_SECONDS = 0.5

_log = logging.getLogger("flickbook")


def watch_until_stopped(source: str, out: str, flags: Mapping[str, object], *, once: bool) -> int:
    """Watch until Ctrl-C (KeyboardInterrupt) or SIGTERM (SystemExit with 0), then end all processes.

    With `once`, return the exit code when all videos are processed. Raises UsageError and the errors of `Watch.run`.
    """
    chosen = configuration.load(flags, os.environ)
    check_recipe(chosen.recipe)
    exit_on_sigterm()
    _log_to_stderr()
    url, books = _folder(source), locate_output(out)
    with Maker(chosen, books) as maker:
        watch = Watch(url, books, maker, chosen.watch.every, once=once)
        _log.info("%s: scanned every %g s; books are stored in %s", shown(url), chosen.watch.every, shown(books))
        return _run_apart(watch)


def _folder(source: str) -> str:
    url = locate(source, "SOURCE")
    if url.startswith("file://") and Path(local_path(url)).is_file():
        remedy = "pass its folder, or make the video with `flickbook render`"
        raise UsageError(shown(url), "is a file, but `watch` needs a folder or a prefix", remedy)
    return url


def _run_apart(watch: Watch) -> int:
    """Run a watch in a thread and wait for it: only the main thread can be interrupted."""
    ended: Future[int] = Future()
    threading.Thread(target=_run, args=(watch, ended), daemon=True).start()
    try:
        while not wait([ended], WAKE_SECONDS).done:
            pass
        return ended.result()
    finally:
        watch.stop()
        wait([ended], GRACE_SECONDS)


def _run(watch: Watch, ended: "Future[int]") -> None:
    try:
        ended.set_result(watch.run())
    except BaseException as error:  # noqa: BLE001  # raised again in the main thread
        ended.set_exception(error)


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False
