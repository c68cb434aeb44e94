"""What one job needs of Lambda and S3: processor seconds, requests, and seconds of waiting for them.

The counts follow `engines.job`, `library.completion` and `library.book`; `tests/engines/test_estimating.py` compares
them with a real run.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from flickbook.core.model import Recipe, Snippet
from flickbook.core.planning import longest_run
from flickbook.engines.aws.estimating.calibration import Calibration, Sample
from flickbook.engines.aws.estimating.scaling import EVENTS_A_REQUEST, Delays
from flickbook.outputs.gif import GIF
from flickbook.outputs.registry import chosen, tolerance_of
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import MAIN_FILES, STORYBOARD, StoryboardOptions
from flickbook.outputs.storyboard.tiling import Tiling, usual_interval

# AWS: "At 1,769 MB, a function has the equivalent of one vCPU", more in proportion
# (https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html).
VCPU_MB = 1769
# The share of decoding in a job's processor seconds. With more than one vCPU, two threads decode.
DECODING, THREADS = 0.85, 2
# Assumed. AWS speaks of "tens of milliseconds" for requests below 512 KB
# (https://docs.aws.amazon.com/whitepapers/latest/s3-optimizing-performance-best-practices/).
REQUEST_SECONDS = 0.03
# Measured 2026-11-23: processor seconds of Python and its imports (`python -m benchmarks.cold`), of opening a one-hour
# video and its decoder (a job's seconds less those in its receipt), and of planning.
START_CPU = 0.2
OPENING_CPU = 0.08
PLAN_CPU = 0.1
# Assumed: seconds until a new environment has fetched the code, which are not billed. The initialisation after that
# is billed since 2025-08-01 (https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase).
FETCH_SECONDS = 0.6
# Assumed: seconds from PutEvents to the invocation; EventBridge guarantees no time, half a second is usual.
DELIVER_SECONDS = 0.5
# Measured by `python -m benchmarks.reading CLIP`, 2026-11-23, one-hour MP4 of 4 and 6 Mbit/s: a job of 30 s read
# 22.0 MB for its 14.4 and 33.1 MB for its 22.7 (the keyframe before, the index), in 16 requests, the index in
# eight of them and the rest 4 MB each; probing took 12 or 13.
READ_OVERHEAD = 1.5
INDEX_GETS, READ_BYTES = 8, 4 * 1024 * 1024
PROBE_GETS = 13
# With a tolerance, a keyframe alone is decoded for many pictures. Measured by `python -m benchmarks.fast CLIP`,
# 2026-11-27, in seconds of the film: a keyframe takes as long as 0.15 s of a usual render, and half a second's bytes
# before what is read in vain. Assumed: the seconds from keyframe to keyframe.
KEYFRAME_CPU, KEYFRAME_READ, KEYFRAME_EVERY = 0.15, 0.5, 5
# Megabits a second, used if the source's size is unknown.
USUAL_RATE = 5

# Measured by `python -m benchmarks.fanout MEDIA`, 2026-11-23: peak MB of a process that renders one snippet.
PEAK_480P, PEAK_1080P = 197, 243
# The same with snippets of 150 s: MB for each further second of a snippet.
PEAK_A_SECOND = 1.1

# The values of library/receipts.py and engines/aws/eventbridge.py; a test compares them.
PARALLEL_PUTS, PARALLEL_GETS, PARALLEL_EVENTS = 8, 16, 8
# The plan is read when the job begins, publishes, and asks whether all receipts are there; the job's receipt is read
# once. One listing shows whether all receipts are there; the last job then reads all of them.
BOOK_GETS = 4
BOOK_LISTS = 1
LISTED_A_REQUEST = 1000


class Demand(Struct, frozen=True):
    """What one job needs: processor seconds, seconds of waiting for requests, requests, files and bytes.

    `gets` counts GET and HEAD, `puts` counts PUT and LIST.
    """

    cpu: float
    wait: float
    gets: int
    puts: int
    files: int
    stored: float
    read: float

    def seconds(self, memory: int) -> float:
        """Return the job's seconds in a warm environment of so many MB."""
        return self.cpu * wall(memory) + self.wait


def wall(memory: int) -> float:
    """Return the wall seconds for one processor second of a job in an environment of so many MB."""
    share = memory / VCPU_MB
    return DECODING / min(share, THREADS) + (1 - DECODING) / min(share, 1)


def single(memory: int) -> float:
    """Return the wall seconds for one processor second of single-threaded code."""
    return 1 / min(memory / VCPU_MB, 1)


def peak_memory(pixels: int | None, snippet: int) -> int:
    """Return the MB that a job needs, from the pixels of a picture (None: 1080p) and a snippet's seconds."""
    small, large = 854 * 480, 1920 * 1080
    wanted = large if pixels is None else pixels
    share = max(0.0, (wanted - small) / (large - small))
    longer = max(0, snippet - 30)
    return ceil(PEAK_480P + share * (PEAK_1080P - PEAK_480P) + longer * PEAK_A_SECOND)


def demands(
    snippets: Sequence[Snippet], calibration: Calibration, source_bytes: int | None, recipe: Recipe
) -> list[Demand]:
    """Return the demand of each job, cycling through the samples. The last completes the book.

    A job has one snippet, or several with a tolerance.
    """
    total = float(snippets[-1].end)
    size = total * USUAL_RATE * 1e6 / 8 if source_bytes is None else source_bytes
    sheets = _sheets(snippets, recipe)
    tolerance = tolerance_of(recipe, snippets[-1].end)
    made: list[Demand] = []
    for number, snippet in enumerate(snippets):
        sample = _sample_of(calibration.samples[number % len(calibration.samples)], recipe)
        share = float(snippet.length) / sample.seconds
        files = (GIF.name in recipe.outputs) + _still_count(snippet, recipe) + sheets[number]
        decoding = _decoding(snippet, recipe, tolerance, snippets[-1].end)
        read = size * decoding.read / total * READ_OVERHEAD
        last = number == len(snippets) - 1
        completion = _completion(snippets[-1].end, sheets, recipe) if last else _Completion(0, 0, 0)
        rounds = ceil(files / PARALLEL_PUTS) + 1 + completion.rounds
        made.append(
            Demand(
                cpu=sample.cpu * decoding.cpu / sample.seconds + OPENING_CPU,
                # Each piece of the source but the first is fetched while the previous one is decoded.
                wait=(INDEX_GETS + 1 + BOOK_GETS + BOOK_LISTS + rounds + decoding.keyframes) * REQUEST_SECONDS,
                gets=INDEX_GETS + decoding.keyframes + ceil(read / READ_BYTES) + BOOK_GETS + completion.gets,
                puts=files + 1 + BOOK_LISTS * ceil((number + 1) / LISTED_A_REQUEST) + completion.puts,
                files=files,
                stored=(sample.gif_bytes + sample.still_bytes + sample.sheet_bytes) * share,
                read=read,
            )
        )
    longest = longest_run(1, tolerance, recipe.snippet)
    return [_merged(made[first : first + longest]) for first in range(0, len(made), longest)]


class _Decoding(NamedTuple):
    """What decoding a snippet costs: as many seconds of exact decoding and reading, and keyframes read apart."""

    cpu: float
    read: float
    keyframes: int


def _decoding(snippet: Snippet, recipe: Recipe, tolerance: Fraction, duration: Fraction) -> _Decoding:
    length = float(snippet.length)
    options = STORYBOARD.options_in(recipe)
    tiles = 0 if options is None else len(_tiled(duration, options)[0].tiles(snippet))
    pictures = max(tiles, _still_count(snippet, recipe))
    sparse = all(output in (STILLS, STORYBOARD) or not output.snippet_files for output, _ in chosen(recipe))
    if tolerance == 0 and not sparse:
        return _Decoding(length, length, 0)
    near = min(1.0, 2 * float(tolerance) / KEYFRAME_EVERY)
    keyframes = near * pictures
    # Of pictures far apart, each is decoded from the keyframe before it.
    exact = (1 - near) * min(length, pictures * KEYFRAME_EVERY / 2)
    return _Decoding(
        min(length, exact + KEYFRAME_CPU * keyframes), min(length, exact + KEYFRAME_READ * keyframes), ceil(keyframes)
    )


def _merged(run: Sequence[Demand]) -> Demand:
    """Return the demand of one job with the snippets of several: the source is opened once."""
    more = len(run) - 1
    return Demand(
        cpu=sum(part.cpu for part in run) - more * OPENING_CPU,
        wait=sum(part.wait for part in run) - more * (INDEX_GETS + 1) * REQUEST_SECONDS,
        gets=sum(part.gets for part in run) - more * INDEX_GETS,
        puts=sum(part.puts for part in run),
        files=sum(part.files for part in run),
        stored=sum(part.stored for part in run),
        read=sum(part.read for part in run),
    )


class _Completion(NamedTuple):
    """What completing a book needs: rounds of requests, storyboard sheets to read, and files to write."""

    rounds: int
    gets: int
    puts: int


def _completion(duration: Fraction, sheets: Sequence[int], recipe: Recipe) -> _Completion:
    receipts = ceil(len(sheets) / PARALLEL_GETS)
    options = STORYBOARD.options_in(recipe)
    if options is None:
        return _Completion(receipts, 0, 0)
    sizes = _tiled(duration, options)
    # The whole-video sheet shows every n-th tile. If n exceeds the tiles of a snippet, some sheets have none of them.
    read = min(sum(sheets), sum(ceil(tiled.count / tiled.every(tiled.count)) for tiled in sizes))
    written = len(MAIN_FILES) * len(sizes)
    return _Completion(receipts + ceil(read / PARALLEL_GETS) + written, read, written)


def _still_count(snippet: Snippet, recipe: Recipe) -> int:
    options = STILLS.options_in(recipe)
    return 0 if options is None else len(options.seconds(snippet))


def _sheets(snippets: Sequence[Snippet], recipe: Recipe) -> list[int]:
    """Count each snippet's sheets."""
    options = STORYBOARD.options_in(recipe)
    if options is None:
        return [0] * len(snippets)
    sizes = _tiled(snippets[-1].end, options)
    return [sum(len(tiled.sheets(tiled.tiles(snippet))) for tiled in sizes) for snippet in snippets]


def _tiled(duration: Fraction, options: StoryboardOptions) -> list[Tiling]:
    """Return the tiling of a film in each size, assuming pictures of 16:9."""
    interval = options.interval or usual_interval(duration)
    return [Tiling(duration, interval, width, width * 9 // 16) for width in options.widths]


def _sample_of(sample: Sample, recipe: Recipe) -> Sample:
    """Return the sample without the outputs that the recipe leaves out."""
    if GIF.name not in recipe.outputs:
        sample = replace(sample, gif_bytes=0.0)
    stills = STILLS.options_in(recipe)
    share = 0.0 if stills is None else 1 / stills.interval
    cpu = sample.cpu - (1 - share) * sample.stills_cpu
    sample = replace(sample, cpu=cpu, still_bytes=share * sample.still_bytes)
    if STORYBOARD.name not in recipe.outputs:
        sample = replace(sample, cpu=sample.cpu - sample.storyboard_cpu, sheet_bytes=0.0)
    return sample


def film_requests(jobs: Sequence[Demand]) -> tuple[int, int]:
    """Count the GETs and PUTs (with LISTs) of a film outside its jobs: planning, completion, its index entry.

    Planning probes the video. Completion reads every receipt once. Both read and write the entry.
    """
    listings = 2 * ceil(len(jobs) / LISTED_A_REQUEST) + ceil(sum(job.files for job in jobs) / LISTED_A_REQUEST)
    return PROBE_GETS + 7 + len(jobs), 4 + listings


def delays(jobs: Sequence[Demand], memory: int) -> Delays:
    """Return a film's delays outside its jobs, in seconds."""
    requests = PROBE_GETS + 7 + ceil(len(jobs) / EVENTS_A_REQUEST / PARALLEL_EVENTS)
    return Delays(
        plan=PLAN_CPU * single(memory) + requests * REQUEST_SECONDS,
        start=FETCH_SECONDS + START_CPU * single(memory),
        deliver=DELIVER_SECONDS,
    )
