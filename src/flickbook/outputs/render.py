"""Job + reader → files: pull frames once, offer each to the sinks that asked for its instant."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import BinaryIO, NamedTuple

from flickbook.core.model import Job, Snippet
from flickbook.errors import UsageError
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Frame
from flickbook.outputs.base import File, Sink
from flickbook.outputs.registry import chosen

# How many times larger than planned a picture may turn out in mid-video: enough to go from 480p to 1080p.
_ROOM = 16


class Wanted(NamedTuple):
    """A snippet, and the names of the outputs that are to be made of it."""

    snippet: Snippet
    outputs: Collection[str]


class SnippetFiles(NamedTuple):
    """What one snippet gives, and the seconds and frames it took.

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


def render(
    job: Job, wanted: Sequence[Wanted], file: BinaryIO, subject: str, threads: int = 1
) -> Iterator[SnippetFiles]:
    """Yield what each of a job's consecutive snippets gives, as soon as its last frame is there.

    `threads` is for the decoder. Raises what `open_video` raises, Damaged, and UsageError for an unknown output.
    """
    makers = {output.name: output.sinks(job.name, job.video, options) for output, options in chosen(job.recipe)}
    snippets: list[tuple[Snippet, dict[str, Sink]]] = []
    for snippet, names in wanted:
        made = {name: make(snippet) for name, make in makers.items() if make and name in names}
        for name, sink in made.items():
            _check(name, sink, snippet)
        snippets.append((snippet, made))
    instants = [instant for _, sinks in snippets for instant in _by_instant(sinks)]
    with open_video(file, subject, _ROOM * job.video.width * job.video.height) as opened:
        reader = FrameReader(opened, job.video.origin, interlaced=job.video.interlaced, threads=threads)
        frames = reader.at(instants)
        while snippets:
            # Popped, so that a snippet's pictures are freed once they are stored.
            yield _make(*snippets.pop(0), frames, reader)


def _check(name: str, sink: Sink, snippet: Snippet) -> None:
    """Raise UsageError for a sink whose instants do not ascend within its snippet: it would get wrong frames."""
    instants = (Fraction(snippet.start), *sink.instants, snippet.end)
    if not all(before < after for before, after in pairwise(instants[1:])) or instants[0] > instants[1]:
        fault = f"asks for instants that do not ascend within [{snippet.start}, {float(snippet.end):g})"
        raise UsageError(f"output {name}", fault, "update or remove its package")


def _make(snippet: Snippet, sinks: Mapping[str, Sink], frames: Iterator[Frame], reader: FrameReader) -> SnippetFiles:
    decoded, damaged, clock = reader.decoded, reader.damaged, _Clock()
    for takers in _by_instant(sinks).values():
        frame = next(frames)
        clock.lap("decode")
        for name in takers:
            sinks[name].add_frame(frame)
            clock.lap(name)
    files: list[File] = []
    for name, sink in sinks.items():
        files += sink.finish()
        clock.lap(name)
    counts = reader.decoded - decoded, reader.damaged - damaged
    return SnippetFiles(snippet, files, *counts, clock.begun, clock.wall, clock.cpu, clock.steps)


def _by_instant(sinks: Mapping[str, Sink]) -> dict[Fraction, list[str]]:
    """Return every instant some sink wants, in order, with the names of those that want it."""
    wanted: dict[Fraction, list[str]] = {}
    for name, sink in sinks.items():
        for instant in sink.instants:
            wanted.setdefault(instant, []).append(name)
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
