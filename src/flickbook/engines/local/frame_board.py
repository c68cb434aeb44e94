"""How far each worker is within its snippet: a piece of memory that a program shares with its child processes."""

import multiprocessing
from ctypes import Array, c_double
from zlib import crc32

from flickbook.core.model import Job, Snippet
from flickbook.engines.base import FramesSeen

# More places than machines have workers. Two jobs that share a place by chance overwrite each other's progress.
PLACES = 1024


class FrameBoard:
    """The progress of running jobs, in shared memory: pass `numbers` to a child process when that is started.

    A write takes a microsecond, so it may follow each frame. There is no lock: a reader may see the next frame's count
    with the last snippet's start, and a moment later it sees the right one.
    """

    def __init__(self, numbers: "Array[c_double] | None" = None) -> None:
        # Four numbers for each place: the job's key, the snippet's start, its frames done, and its frames wanted.
        self.numbers = numbers or multiprocessing.get_context("spawn").RawArray("d", 4 * PLACES)

    def note(self, job: Job, snippet: Snippet, done: int, wanted: int) -> None:
        """Write that a job has so many frames of a snippet."""
        key = _key(job)
        at = key % PLACES * 4
        self.numbers[at : at + 4] = [key, snippet.start, done, wanted]

    def read(self, job: Job) -> FramesSeen | None:
        """Return how far a job is, or None if it has not begun."""
        key = _key(job)
        at = key % PLACES * 4
        found, *seen = map(int, self.numbers[at : at + 4])
        return FramesSeen(*seen) if found == key and seen[2] else None


def _key(job: Job) -> int:
    return crc32(f"{job.plan} {job.snippets[0].start}".encode()) or 1
