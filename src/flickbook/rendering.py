"""Job + reader → pages: pull frames once, offer each to the sinks that asked for its instant."""

import time
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import BinaryIO, NamedTuple

from av.video.frame import VideoFrame

from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.sinks import File, Sink, make_painters, make_sinks
from flickbook.model import Job, Snippet

# How many times larger than planned a picture may turn out in mid-video: enough to go from 480p to 1080p.
_ROOM = 16


class Page(NamedTuple):
    """What one snippet yields, and the seconds and frames it took.

    `begun` is in seconds since 1970, `wall` and `cpu` are seconds for all of it, `steps` wall seconds by step.
    """

    snippet: Snippet
    files: list[File]
    decoded: int
    damaged: int
    begun: float
    wall: float
    cpu: float
    steps: dict[str, float]


def render(job: Job, snippets: Sequence[Snippet], file: BinaryIO, subject: str, threads: int = 1) -> Iterator[Page]:
    """Yield a page for each of a job's consecutive snippets, as soon as its last frame is there.

    `threads` is for the decoder. Raises what `open_video` raises, and Damaged.
    """
    painters = make_painters(job.video, job.recipe)
    pages = [(snippet, make_sinks(job.name, job.video, job.recipe, snippet, painters)) for snippet in snippets]
    instants = [instant for _, sinks in pages for instant in _wanted(sinks)]
    with open_video(file, subject, _ROOM * job.video.width * job.video.height) as opened:
        reader = FrameReader(opened, job.video.origin, interlaced=job.video.interlaced, threads=threads)
        frames = reader.at(instants)
        while pages:
            # Popped, so that a page's pictures are let go once it is stored.
            yield _make_page(*pages.pop(0), frames, reader)


def _make_page(snippet: Snippet, sinks: Sequence[Sink], frames: Iterator[VideoFrame], reader: FrameReader) -> Page:
    decoded, damaged, clock = reader.decoded, reader.damaged, _Clock()
    for takers in _wanted(sinks).values():
        frame = next(frames)
        clock.lap("decode")
        for sink in takers:
            sink.take(frame)
            clock.lap(sink.step)
    files: list[File] = []
    for sink in sinks:
        files += sink.finish()
        clock.lap(sink.step)
    counts = reader.decoded - decoded, reader.damaged - damaged
    return Page(snippet, files, *counts, clock.begun, clock.wall, clock.cpu, clock.steps)


def _wanted(sinks: Sequence[Sink]) -> dict[Fraction, list[Sink]]:
    """Give every instant some sink wants, in order, with those that want it."""
    wanted: dict[Fraction, list[Sink]] = {}
    for sink in sinks:
        for instant in sink.instants:
            wanted.setdefault(instant, []).append(sink)
    return dict(sorted(wanted.items()))


class _Clock:
    """Adds up wall seconds by step, and wall and processor seconds overall."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self.begun = time.time()
        self._start = self._last = time.perf_counter()
        self._cpu = time.process_time()

    def lap(self, step: str) -> None:
        """Count the time since the last call for a step."""
        now = time.perf_counter()
        self.steps[step] = self.steps.get(step, 0.0) + now - self._last
        self._last = now

    @property
    def wall(self) -> float:
        return time.perf_counter() - self._start

    @property
    def cpu(self) -> float:
        return time.process_time() - self._cpu
