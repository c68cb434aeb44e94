"""The watch: scan the source, make the videos that are new and whole, wait, and repeat."""

import logging
import threading
import time
from collections import Counter
from pathlib import Path

from flickbook.core.layout import RESERVED
from flickbook.errors import (
    FlickbookError,
    InputError,
    NameTaken,
    RenderFailed,
    SnippetError,
    SourceChanged,
    SourceDenied,
    SourceMissing,
    UsageError,
    only_ours,
)
from flickbook.notifications import is_video
from flickbook.storage import key_below, list_sources, local_path, shown
from flickbook.watch.maker import Maker
from flickbook.watch.markers import Markers, VideoVersion
from flickbook.watch.scan import Scanner

_log = logging.getLogger("flickbook")


class Watch:
    """Makes all videos below a source URL, each once its upload has ended, below an output URL.

    It scans the source every `every` seconds; with `once`, it ends when all found videos are processed.
    """

    def __init__(self, source: str, out: str, maker: Maker, every: float, *, once: bool = False) -> None:
        self._source = source.rstrip("/")
        if self._source.partition("://")[0] in ("http", "https"):
            raise UsageError(source, "cannot be listed", "pass a folder or a bucket")
        self._without = key_within(self._source, out)
        self._maker = maker
        self._every = every
        self._once = once
        self._markers = Markers(out)
        self._scanner = Scanner(self._source, out, every, self._markers)
        self._unreachable = False
        # How many videos the last scan found, processed ones too.
        self._found = 0
        self._code = 0
        self._postponed: Counter[str] = Counter()
        self._stopping = threading.Event()

    def run(self) -> int:
        """Watch until `stop` is called; return the exit code: 1 if a video was not made completely, else 0.

        A failing store or broker is tried again, but with `once` its error is raised. So is the error of a machine on
        which no process can run.
        """
        while not self._stopping.is_set():
            due = time.monotonic() + self._every
            try:
                waiting = self._round(due)
                if self._unreachable:
                    _log.info("%s: store and broker answer again", shown(self._source))
                self._unreachable = False
            except FlickbookError as error:
                if self._once or not self._maker.able:
                    raise
                if not self._unreachable:
                    _log.error("%s It is tried again every %g s.", error, self._every)
                self._unreachable = True
            else:
                if self._once and not waiting:
                    self._warn_if_empty()
                    break
            self._stopping.wait(max(0.0, due - time.monotonic()))
        return self._code

    def stop(self) -> None:
        """End `run`. May be called from any thread."""
        self._stopping.set()

    def _round(self, due: float) -> int:
        """Scan, process whole videos until the next scan is due, and return the number of unprocessed ones."""
        self._maker.deliver()
        scan = self._scanner.scan(list_sources(self._source, self._is_watched, self._without), time.time())
        self._found = scan.found
        for fault in scan.faults:
            self._complain(str(fault))
        waiting = scan.waiting
        for video in sorted(scan.whole, key=lambda video: self._postponed[video.name]):
            waiting -= self._process(video)
            if self._stopping.is_set() or time.monotonic() > due:
                break
        return waiting

    def _warn_if_empty(self) -> None:
        if not self._found:
            remedy = "check the place, and that the files have the suffix of a video, such as .mp4"
            _log.warning("%s: found no videos; %s", shown(self._source), remedy)

    def _is_watched(self, key: str) -> bool:
        return is_video(key) and not key.startswith(RESERVED)

    def _process(self, video: VideoVersion) -> bool:
        """Have a video made, and return whether it is processed. Raises errors that are not the video's fault."""
        try:
            with only_ours(shown(video.url), "could not be made"):
                processed = self._markers.is_stored(video) or self._make(video)
        except RenderFailed as error:
            self._complain(str(error))
            processed = True
        except FlickbookError:
            # At the next scan, other videos come first.
            self._postponed[video.name] += 1
            raise
        if processed:
            self._postponed.pop(video.name, None)
            self._scanner.finish(video)
        return processed

    def _make(self, video: VideoVersion) -> bool:
        try:
            with only_ours(shown(video.url), "could not be made"):
                handled = self._maker.make(video)
        except (SourceMissing, SourceChanged) as error:
            # The next scan finds the new version.
            _log.info("%s", error)
            return False
        except (NameTaken, SourceDenied, RenderFailed) as error:
            # The cause may be removed without a change of the video. No marker: the next watch tries again.
            self._complain(str(error))
            return True
        except (InputError, SnippetError) as error:
            self._complain(str(error))
        else:
            line = f"{shown(video.url)}: {handled.message}"
            if handled.ok:
                _log.info("%s", line)
            else:
                self._complain(line)
        self._markers.add(video)
        return True

    def _complain(self, line: str) -> None:
        _log.error("%s", line)
        self._code = 1


def key_within(source: str, out: str) -> str:
    """Return the key of an output within a source, or "" if it is not below the source."""
    if source.startswith("file://") and out.startswith("file://"):
        inner, outer = (Path(local_path(url)).resolve() for url in (out, source))
        return inner.relative_to(outer).as_posix() if outer in inner.parents else ""
    return key_below(out, source) or ""
