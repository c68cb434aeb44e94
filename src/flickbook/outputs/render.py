"""Job + video → files: decode once, and pass each frame to the sinks that want its instant."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from fractions import Fraction
from itertools import cycle, islice, pairwise
from typing import BinaryIO, NamedTuple

from msgspec.structs import replace

from flickbook.core.model import Job, Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import UsageError
from flickbook.media.card import accelerated
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.keyframes import Shown, shown_at
from flickbook.outputs.base import File, Sink
from flickbook.outputs.registry import chosen, tolerance_of

# Pixels that a picture may have after a change in mid-video: the greater of what probing allows by default and 16 times
# the planned size.
_ROOM, _GROWTH = Limits().max_side ** 2, 16
# With a tolerance, mostly keyframes are decoded. Where there is none, as at a film's end, other cores are done soon.
_TOLERANT_THREADS = 4


# Called after each frame with its snippet, the number of the snippet's frames so far, and the number of all.
NoteFrames = Callable[[Snippet, int, int], None]


def ignore_frames(snippet: Snippet, done: int, wanted: int) -> None:
    """Do nothing: nobody wants to know how far a snippet is."""


class Wanted(NamedTuple):
    """A snippet, and the names of the outputs to make of it."""

    snippet: Snippet
    outputs: Collection[str]


class SnippetFiles(NamedTuple):
    """The files of one snippet, and the frames and seconds that they took.

    `begun` is in seconds since 1970, `wall` and `cpu` are the seconds for all files, `steps` the wall seconds by step.
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
    job: Job,
    wanted: Sequence[Wanted],
    file: BinaryIO,
    subject: str,
    threads: int = 1,
    note: NoteFrames = ignore_frames,
) -> Iterator[SnippetFiles]:
    """Yield the files of each of a job's consecutive snippets, as soon as the snippet's last frame is decoded.

    `threads` is for the decoder, `note` is called after each frame. Raises Damaged, UsageError for an unknown output,
    and the errors of `open_video`.
    """
    makers = {output.name: output.sinks(job.name, job.video, options) for output, options in chosen(job.recipe)}
    snippets: list[tuple[Snippet, dict[str, Sink]]] = []
    for snippet, names in wanted:
        made = {name: make(snippet) for name, make in makers.items() if make and name in names}
        for name, sink in made.items():
            _check(name, sink, snippet)
        snippets.append((snippet, made))
    instants = [instant for _, sinks in snippets for instant in _by_instant(sinks)]
    tolerance = tolerance_of(job.recipe, job.video.duration)
    if tolerance:
        threads = max(threads, _TOLERANT_THREADS)
    # A card is fast at many frames in a row, and not at single ones.
    with open_frames(job.video, file, subject, threads, by_card=not tolerance, long=len(snippets) > 1) as reader:
        frames = shown_at(reader, instants, tolerance)
        while snippets:
            # `pop` frees a snippet's pictures once they are stored.
            yield _make(*snippets.pop(0), frames, reader, note)


@contextmanager
def open_frames(
    video: Video, file: BinaryIO, subject: str, threads: int, *, by_card: bool = False, long: bool = False
) -> Iterator[FrameReader]:
    """Open a probed video to decode its frames, `by_card` on a card that this process may use.

    `threads` is for the decoder. A `long` job may change to the card in the middle. Raises the errors of `open_video`.
    """
    most = max(_ROOM, _GROWTH * video.width * video.height)
    with ExitStack() as stack:
        opened = stack.enter_context(open_video(file, subject, most))
        if by_card:
            stack.enter_context(accelerated(opened, threads, may_change=long))
        yield FrameReader(opened, video.origin, interlaced=video.interlaced, clock=video.clock, threads=threads)


def _check(name: str, sink: Sink, snippet: Snippet) -> None:
    """Raise UsageError unless a sink's instants ascend within its snippet: it would get wrong frames."""
    instants = (Fraction(snippet.start), *sink.instants, snippet.end)
    if not all(before < after for before, after in pairwise(instants[1:])) or instants[0] > instants[1]:
        fault = f"asks for instants that do not ascend within [{snippet.start}, {float(snippet.end):g})"
        raise UsageError(f"output {name}", fault, "update or remove its package")


def _make(
    snippet: Snippet, sinks: Mapping[str, Sink], frames: Iterator[Shown], reader: FrameReader, note: NoteFrames
) -> SnippetFiles:
    decoded, damaged, clock = reader.decoded, reader.damaged, _Clock()
    seconds: dict[Fraction, Fraction] = {}
    by_instant = _by_instant(sinks)
    for number, (instant, names) in enumerate(by_instant.items(), 1):
        frame, second = next(frames)
        seconds[instant] = instant if second is None else second
        clock.lap("decode")
        for name in names:
            sinks[name].add_frame(frame)
            clock.lap(name)
        note(snippet, number, len(by_instant))
    files: list[File] = []
    for name, sink in sinks.items():
        files += _dated(sink.finish(), sink.instants, seconds)
        clock.lap(name)
    counts = reader.decoded - decoded, reader.damaged - damaged
    return SnippetFiles(snippet, files, *counts, clock.begun, clock.wall, clock.cpu, clock.steps)


def _dated(files: Sequence[File], instants: Sequence[Fraction], seconds: Mapping[Fraction, Fraction]) -> Iterator[File]:
    """Yield files, each with the seconds of its pictures where one is not that of its instant.

    A file has the pictures of its `frames` instants, in order. After the last instant, files of a further size follow.
    """
    coming = cycle(instants)
    for file in files:
        wanted = list(islice(coming, file.artifact.frames))
        shown = tuple(seconds[instant] for instant in wanted)
        error = max((abs(second - instant) for second, instant in zip(shown, wanted, strict=True)), default=0)
        yield file._replace(artifact=replace(file.artifact, shown=shown, largest_error=error)) if error else file


def _by_instant(sinks: Mapping[str, Sink]) -> dict[Fraction, list[str]]:
    """Return all wanted instants in order, each with the names of the sinks that want it."""
    wanted: dict[Fraction, list[str]] = {}
    for name, sink in sinks.items():
        for instant in sink.instants:
            wanted.setdefault(instant, []).append(name)
    return dict(sorted(wanted.items()))


class _Clock:
    """Measures wall seconds by step, and wall and processor seconds in total."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self.begun = time.time()
        self._start = self._last = time.perf_counter()
        self._cpu = time.process_time()

    def lap(self, step: str) -> None:
        """Add the time since the last call to a step."""
        now = time.perf_counter()
        self.steps[step] = self.steps.get(step, 0.0) + now - self._last
        self._last = now

    @property
    def wall(self) -> float:
        return time.perf_counter() - self._start

    @property
    def cpu(self) -> float:
        return time.process_time() - self._cpu
