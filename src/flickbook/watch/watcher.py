"""The watch itself: look, deal with what is new and whole, wait, look again."""

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
from flickbook.storage import list_sources, local_path, shown
from flickbook.watch.maker import Maker
from flickbook.watch.markers import Memory, Seen
from flickbook.watch.scan import Looks

_log = logging.getLogger("flickbook")


class Watch:
    """Has all videos below a source URL made below an output URL, from when they are whole.

    It looks `every` so many seconds; with `once`, until all it found is dealt with.
    """

    def __init__(self, source: str, out: str, maker: Maker, every: float, *, once: bool = False) -> None:
        self._source = source.rstrip("/")
        if self._source.partition("://")[0] in ("http", "https"):
            raise UsageError(source, "cannot be listed", "give a folder or a bucket")
        self._without = key_within(self._source, out)
        self._maker = maker
        self._every = every
        self._once = once
        self._memory = Memory(out)
        self._looks = Looks(self._source, every, self._memory)
        self._away = False
        self._code = 0
        self._put_off: Counter[str] = Counter()
        self._stopping = threading.Event()

    def run(self) -> int:
        """Watch until `stop` is called; give the exit code: 1 if something could not be made, else 0.

        A store or broker that does not answer is waited for, but not with `once`: then its error is raised. So is that
        of a machine on which no process can live.
        """
        while not self._stopping.is_set():
            due = time.monotonic() + self._every
            try:
                left = self._round(due)
                self._say_that_all_answer()
            except FlickbookError as error:
                if self._once or not self._maker.able:
                    raise
                self._say_that_some_are_away(error)
            else:
                if self._once and not left:
                    break
            self._stopping.wait(max(0.0, due - time.monotonic()))
        return self._code

    def stop(self) -> None:
        """Let `run` end, from whichever thread."""
        self._stopping.set()

    def _round(self, due: float) -> int:
        """Look, deal with what is whole until the next look is due, and count what is left."""
        look = self._looks.look(list_sources(self._source, self._is_ours, self._without), time.time())
        for fault in look.faults:
            self._complain(str(fault))
        left = look.waiting
        for seen in sorted(look.whole, key=lambda seen: self._put_off[seen.name]):
            left -= self._deal(seen)
            if self._stopping.is_set() or time.monotonic() > due:
                break
        return left

    def _is_ours(self, key: str) -> bool:
        return is_video(key) and not key.startswith(RESERVED)

    def _deal(self, seen: Seen) -> bool:
        """Have a video made, and tell whether that is over; what is no fault of the video is raised."""
        try:
            over = self._memory.holds_by_now(seen) or self._take(seen)
        except FlickbookError:
            # The others come first, next time.
            self._put_off[seen.name] += 1
            raise
        if over:
            self._put_off.pop(seen.name, None)
            self._looks.settle(seen)
        return over

    def _take(self, seen: Seen) -> bool:
        try:
            with only_ours(shown(seen.url), "could not be made"):
                dealt = self._maker.make(seen)
        except (SourceMissing, SourceChanged) as error:
            # The next look finds out what is there now.
            _log.info("%s", error)
            return False
        except (NameTaken, SourceDenied, RenderFailed) as error:
            # Whoever takes the reason away, a mistake of ours too, changes no video, so the next watch tries again.
            self._complain(str(error))
            return True
        except (InputError, SnippetError) as error:
            self._complain(str(error))
        else:
            line = f"{shown(seen.url)}: {dealt.how}"
            if dealt.well:
                _log.info("%s", line)
            else:
                self._complain(line)
        self._memory.note(seen)
        return True

    def _complain(self, line: str) -> None:
        _log.error("%s", line)
        self._code = 1

    def _say_that_some_are_away(self, error: FlickbookError) -> None:
        if not self._away:
            _log.error("%s It is tried again every %g s.", error, self._every)
        self._away = True

    def _say_that_all_answer(self) -> None:
        if self._away:
            _log.info("%s: all answers again", shown(self._source))
        self._away = False


def key_within(source: str, out: str) -> str:
    """Give the key of an output within a source, or "" if it is not below that."""
    if source.startswith("file://") and out.startswith("file://"):
        inner, outer = (Path(local_path(url)).resolve() for url in (out, source))
        return inner.relative_to(outer).as_posix() if outer in inner.parents else ""
    return out.rstrip("/").removeprefix(f"{source}/") if out.startswith(f"{source}/") else ""
