"""What `flickbook watch` runs: a watch in a thread, so that signals end it even while a store does not answer."""

import logging
import os
import signal
import threading
from collections.abc import Mapping
from concurrent.futures import Future, wait
from pathlib import Path
from types import FrameType

from flickbook.engines import configuration
from flickbook.errors import UsageError
from flickbook.outputs.recipes import check_recipe
from flickbook.storage import local_path, locate, shown
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch

# What is begun and quick, as noting an order that was sent, may take so long when a signal comes.
GRACE_SECONDS = 1.0
# Python deals with a signal when the main thread runs. One that another thread got, or that came in the moment before
# the main thread began to wait, does not wake it.
WAKE_SECONDS = 0.5

_log = logging.getLogger("flickbook")


def watch_until_told(source: str, out: str, flags: Mapping[str, object], *, once: bool) -> int:
    """Watch until Ctrl-C (KeyboardInterrupt) or SIGTERM (SystemExit with 0), and leave nothing running.

    With `once` give the exit code when all is dealt with. Raises UsageError, and what `Watch.run` raises.
    """
    chosen = configuration.load(flags, os.environ)
    check_recipe(chosen.recipe)
    # Python's own handler would leave without ending the workers.
    signal.signal(signal.SIGTERM, _leave)
    _log_to_stderr()
    there, books = _folder(source), locate(out)
    with Maker(chosen, books) as maker:
        watch = Watch(there, books, maker, chosen.watch.every, once=once)
        _log.info("%s: looked at every %g s; books go to %s", shown(there), chosen.watch.every, shown(books))
        return _run_apart(watch)


def _folder(source: str) -> str:
    url = locate(source)
    if url.startswith("file://") and Path(local_path(url)).is_file():
        remedy = "watch the folder that it lies in, or make it by `flickbook render`"
        raise UsageError(shown(url), "is a file, and what is watched is a folder or a prefix", remedy)
    return url


def _run_apart(watch: Watch) -> int:
    """Run a watch in a thread and wait for it, as only the main thread of a program can be interrupted."""
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
    except BaseException as error:  # noqa: BLE001  # raised where the watch is waited for
        ended.set_exception(error)


def _log_to_stderr() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # signal's signature
    raise SystemExit(0)
