"""Reading from a bucket: the requests and bytes a job takes, by container, for a film of one hour.

    uv run python -m benchmarks.reading CLIP...

Each 30 s clip is looped to an hour without encoding and served by ranges on loopback. Jobs are real ones (the usual
recipe, one snippet a job, each with a reader of its own), only what they make is not stored. For the whole film
every 24th of its 120 jobs is run (not the first and last, which read less), and stands for its share of the time.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import av

from benchmarks.peers import FFMPEG, Command
from benchmarks.serve import Tally, served
from flickbook import api
from flickbook.core.model import Plan, Snippet
from flickbook.core.planning import job_for
from flickbook.outputs.render import Wanted, render
from flickbook.storage import open_source

LOOPS = 119
SAMPLED = range(12, 120, 24)
MIDDLE = 60
# The last GIF frame's instant, before a job's end.
BEFORE_END = Fraction(1, 10)
CONTAINERS: dict[str, tuple[str, Sequence[str]]] = {
    "mp4, moov at the end": ("end.mp4", ()),
    "mp4, moov at the start": ("start.mp4", ("-movflags", "+faststart")),
    "mp4, fragmented": ("fragmented.mp4", ("-movflags", "+frag_keyframe+empty_moov")),
    "mp4, fragmented, with a sidx": ("sidx.mp4", ("-movflags", "+dash+global_sidx")),
    "mkv": ("film.mkv", ()),
    "ts": ("film.ts", ()),
}


class Reads(NamedTuple):
    """Requests, HEADs included, and body bytes."""

    requests: int
    bytes: int


class Result(NamedTuple):
    """What a film's probe, its middle job and all its jobs together read (÷ its size), and how large it is."""

    size: int
    own: int
    moov: int | None
    probe: Reads
    job: Reads
    film: float


def measure(film: Path) -> Result:
    """Probe a film and run every 12th job, counting what is read."""
    with served(film) as (url, tally):
        plan = api.plan(url)
        probed = Reads(*tally.take())
        jobs = {number: _run(plan, plan.snippets[number], tally) for number in SAMPLED}
    size = film.stat().st_size
    share = float(sum(plan.snippets[number].length for number in SAMPLED) / plan.video.duration)
    total = sum(job.bytes for job in jobs.values()) / share
    own = _own_bytes(film, plan.snippets[MIDDLE])
    return Result(size, own, _moov_bytes(film), probed, jobs[MIDDLE], total / size)


def _run(plan: Plan, snippet: Snippet, tally: Tally) -> Reads:
    job = job_for(plan, [snippet], "memory://unused")
    with open_source(job.source) as file:
        for _ in render(job, [Wanted(snippet, job.recipe.outputs)], file, job.source.url):
            pass
    return Reads(*tally.take())


def _own_bytes(film: Path, snippet: Snippet) -> int:
    """Add up the packets of all tracks that begin in a snippet."""
    total = 0
    with av.open(str(film)) as container:
        # Two minutes early: a seek in MPEG-TS lands anywhere.
        container.seek(int((snippet.start - 120) * av.time_base))
        for packet in container.demux():
            if packet.pts is None:
                continue
            second = packet.pts * packet.time_base - Fraction(container.start_time or 0, av.time_base)
            if snippet.start <= second < snippet.end:
                total += packet.size
            if second > snippet.end + 2:
                break
    return total


def _moov_bytes(film: Path) -> int | None:
    """Give the length of an MP4's index, or None where there is no such thing."""
    if film.name not in ("end.mp4", "start.mp4"):
        return None
    with film.open("rb") as file:
        while head := file.read(16):
            length = int.from_bytes(head[:4], "big")
            length = int.from_bytes(head[8:], "big") if length == 1 else length
            if head[4:8] == b"moov":
                return length
            file.seek(length - len(head), 1)
    return None


def least(film: Path, seconds: int) -> float:
    """Give the bytes ÷ size if each job reads the index, and from its keyframe to its last packet, and no more."""
    total = 0
    with av.open(str(film)) as container:
        track = container.streams.video[0]
        entries, clock = track.index_entries, Fraction(track.time_base or 1)
        # The index goes by dts, of which the first is the reorder delay before zero.
        delay = entries[0].timestamp
        for second in range(0, 3600, seconds):
            first = entries[entries.search_timestamp(int(second / clock) + delay)]
            last = entries[entries.search_timestamp(int((second + seconds - BEFORE_END) / clock), any_frame=True)]
            total += last.pos + last.size - first.pos + (_moov_bytes(film) or 0)
    return total / film.stat().st_size


def show(name: str, result: Result) -> None:
    """Print a row of the table."""
    index = "" if result.moov is None else f"{result.moov / 1e6:.1f}"
    ratio = result.job.bytes / (result.own + (result.moov or 0))
    print(
        f"| {name} | {index} | {result.own / 1e6:.1f} | {result.probe.requests} / {result.probe.bytes / 1e6:.1f} "
        f"| {result.job.requests} | {result.job.bytes / 1e6:.1f} | {ratio:.2f} | {result.film:.2f} |",
        flush=True,
    )


def main(clips: Sequence[Path]) -> None:
    """Print a Markdown table for each clip."""
    for clip in clips:
        print(f"\n## {clip.stem}, one hour\n")
        print("| container | index MB | a snippet's own MB | probe requests / MB | job requests | job MB ", end="")
        print("| job MB ÷ (own + index) | whole film, bytes read ÷ size |\n|---|---|---|---|---|---|---|---|")
        for name, (file, options) in CONTAINERS.items():
            with tempfile.TemporaryDirectory() as folder:
                film = Path(folder) / file
                build: Command = [*FFMPEG, "-stream_loop", str(LOOPS), "-i", clip, "-map", "0:v:0", "-map", "0:a?"]
                subprocess.run([*build, "-c", "copy", *options, film], check=True)
                show(name, measure(film))
                if file == "end.mp4":
                    for seconds in (30, 60, 300):
                        print(
                            f"| – the least possible, in jobs of {seconds} s | | | | | | | {least(film, seconds):.2f} |"
                        )


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
