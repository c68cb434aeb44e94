"""Render mutated videos, and see what becomes of each: `make fuzz`, with `COUNT=` files from `SEED=`.

A dozen small videos in different containers are made here. Each file is one of them with bits flipped, bytes
overwritten, cut out, repeated or from another of them, or cut off; the same seed and number give the same file. Each is
rendered by a process of which time and memory are limited:

- rendered: all pictures are there, and are what the manifest says;
- in part: the same, and the manifest says that something is lost;
- refused: an error that says what is wrong with the file;
- crashed: an error that nobody foresaw, or the end of the process;
- hung: no end within the limit;
- false: a success though nothing can be decoded, or a manifest that does not agree with its files.

Prints the counts by container and a line for each of the last three kinds, and ends with 1 if there is one.
`KEEP=FOLDER` stores their files.
"""

import io
import multiprocessing
import os
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from fractions import Fraction
from functools import cache
from math import ceil
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import NamedTuple

import av
from PIL import Image

from flickbook import api
from flickbook.core.model import Manifest
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.errors import FlickbookError, RenderFailed
from flickbook.media.input import open_video
from flickbook.outputs.recipes import make_recipe
from tests import clips

TIME_LIMIT, MEMORY_LIMIT = 300, 4 << 30
KINDS = ("rendered", "in part", "refused", "crashed", "hung", "false")
BAD = KINDS[3:]
TICK = Fraction(1, 25)
SOUND = 3
VIDEOS = {
    "a.mp4": clips.Options(audio_seconds=SOUND),
    "fragmented.mp4": clips.Options(muxer_options={"movflags": "frag_keyframe+empty_moov"}),
    "a.mkv": clips.Options(codec="libx265", options={"preset": "ultrafast", "x265-params": "log-level=none"}),
    "a.webm": clips.Options(codec="libvpx-vp9", options={"deadline": "realtime", "cpu-used": "8"}),
    "a.ts": clips.Options(audio_seconds=SOUND),
    "a.mpg": clips.Options(codec="mpeg2video", options={"b": "1M"}, muxer="vob", base=TICK),
    "a.avi": clips.Options(codec="mpeg4", options={"b": "1M"}, base=TICK),
    "a.flv": clips.Options(codec="flv", options={"b": "1M"}),
    "a.asf": clips.Options(codec="wmv2", options={"b": "1M"}),
    "a.mov": clips.Options(codec="prores_ks", options={}, pixels="yuv422p10le"),
    "a.rm": clips.Options(codec="rv20", options={}, size=(176, 144), base=TICK),
    "a.gif": clips.Options(codec="gif", options={}, pixels="rgb8", base=Fraction(1, 100)),
    "a.apng": clips.Options(codec="apng", options={}, pixels="rgba", muxer="apng"),
    "a.avif": clips.Options(codec="libsvtav1", options={"preset": "12"}, muxer="avif"),
    "a.m2v": clips.Options(codec="mpeg2video", options={"b": "1M"}, muxer="mpeg2video", base=TICK),
    "a.y4m": clips.Options(codec="wrapped_avframe", options={}, muxer="yuv4mpegpipe", base=TICK, size=(64, 40)),
}


class Verdict(NamedTuple):
    """What became of one file."""

    number: int
    video: str
    kind: str
    reason: str = ""


def mutated(number: int, seed: int) -> tuple[str, bytes]:
    """Return a file, and the name of the video that it was."""
    random = Random(f"{seed} {number}")
    name = random.choice(list(VIDEOS))
    data = bytearray(_video(name))
    for _ in range(random.choice((1, 1, 2, 4))):
        _mutate(data, random)
    return name, bytes(data)


@cache
def _video(name: str) -> bytes:
    options: clips.Options = {"frames": 60, **VIDEOS[name]}
    with tempfile.TemporaryDirectory() as folder:
        return clips.make(Path(folder) / name, **options).read_bytes()


def _mutate(data: bytearray, random: Random) -> None:
    # Half of the mutations hit the headers, at the beginning or at the end.
    here = random.choice((random.randrange(len(data)), random.randrange(min(400, len(data)))))
    if random.random() < 1 / 4:
        here = len(data) - 1 - here
    there = min(len(data), here + random.choice((1, 4, 64, 1000, 10_000)))
    kind = random.choice(("flip", "flip", "overwrite", "overwrite", "cut out", "repeat", "splice", "cut off"))
    if kind == "flip":
        for _ in range(random.choice((1, 8, 64))):
            data[random.randrange(here, there)] ^= 1 << random.randrange(8)
        return
    other = _video(random.choice(list(VIDEOS)))
    at = random.randrange(len(other))
    instead = {
        "overwrite": bytes([random.choice((0, 0x7F, 0x80, 0xFF))]) * (there - here),
        "repeat": data[here:there] * random.choice((2, 3, 20)),
        "splice": other[at : at + there - here],
    }
    if kind == "cut off":
        here, there = max(here, 16), len(data)
    data[here:there] = instead.get(kind, b"")


def render(data: bytes, folder: Path) -> tuple[str, str]:
    """Return the kind and the reason of what becomes of a file."""
    video = folder / "video"
    video.write_bytes(data)
    settings = Settings(engine=Engine(workers=1, run_length=1))
    try:
        recipe = make_recipe(snippet=5, size=48)
        manifest = api.render_with(InlineDispatcher(), settings, str(video), str(folder / "out"), recipe).manifest
    except RenderFailed as error:
        return "crashed", str(error)
    except FlickbookError as error:
        return "refused", str(error)
    except BaseException as error:  # noqa: BLE001  # whatever it is, it must not end a call
        return "crashed", f"{type(error).__name__}: {error}"
    fault = _lie(manifest, folder / "out" / manifest.name, video)
    if fault:
        return "false", fault
    return ("in part" if manifest.failed or manifest.lost else "rendered"), ""


def _lie(manifest: Manifest, book: Path, video: Path) -> str:
    """Return what is wrong in a manifest, or an empty text."""
    for file in manifest.files:
        data = (book / file.key).read_bytes()
        if len(data) != file.bytes:
            return f"{file.key} has {len(data)} bytes, not {file.bytes}"
        if file.media_type.startswith("image/"):
            with Image.open(io.BytesIO(data)) as image:
                frames = getattr(image, "n_frames", file.frames)  # a sheet's are its tiles
                if image.size != (file.width, file.height) or frames != file.frames:
                    return f"{file.key} is another picture than the manifest says"
    stills = sum(file.kind == "still" for file in manifest.files)
    if not manifest.failed and stills != ceil(manifest.duration):
        return f"{stills} stills of {manifest.duration} s"
    return "" if _is_decodable(video) else "nothing can be decoded"


def _is_decodable(video: Path) -> bool:
    """Return whether a plain loop over the packets gives a frame."""
    with video.open("rb") as file, open_video(file, "video", 10**8) as opened:
        packets = opened.container.demux(opened.stream)
        with suppress(av.FFmpegError, StopIteration):
            while True:
                packet = next(packets)
                with suppress(av.FFmpegError):
                    if packet.size and opened.codec.decode(packet):
                        return True
        return bool(opened.codec.decode(None))


def serve(asked: Connection) -> None:
    """Render the files that are sent, and answer with the kind and the reason of each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    while True:
        with tempfile.TemporaryDirectory() as folder:
            asked.send(render(asked.recv_bytes(), Path(folder)))


class Child:
    """A process that renders files. It is replaced when it has died or hangs."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._asked, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def render(self, data: bytes) -> tuple[str, str]:
        """Return the kind and the reason of what becomes of a file."""
        answer: tuple[str, str] | None = None
        try:
            self._asked.send_bytes(data)
            if self._asked.poll(TIME_LIMIT):
                answer = self._asked.recv()
            kind, reason = answer or ("hung", f"no end after {TIME_LIMIT} s")
        except (EOFError, OSError):
            self._process.join()
            kind, reason = "crashed", f"the process ended with {self._process.exitcode}"
        if answer is None:
            self.end()
            self._start()
        return kind, reason

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


def judge(numbers: Iterator[int], seed: int) -> list[Verdict]:
    """Have files rendered until no number is left."""
    found = []
    child = Child()
    for number in numbers:
        name, data = mutated(number, seed)
        kind, reason = child.render(data)
        if kind in BAD and "KEEP" in os.environ:
            (Path(os.environ["KEEP"]) / f"{number}-{name}").write_bytes(data)
        found.append(Verdict(number, name, kind, reason))
    child.end()
    return found


def print_table(found: Sequence[Verdict]) -> bool:
    """Print the counts by container and the bad files. Return whether there are bad ones."""
    table = Counter((verdict.video, verdict.kind) for verdict in found)
    totals = Counter(("all", verdict.kind) for verdict in found)
    print(f"{'':16}" + "".join(f"{kind:>10}" for kind in KINDS))
    for name in (*VIDEOS, "all"):
        print(f"{name:16}" + "".join(f"{(table | totals)[name, kind]:10}" for kind in KINDS))
    bad = sorted(verdict for verdict in found if verdict.kind in BAD)
    for verdict in bad:
        print(f"{verdict.kind:8} file {verdict.number}, {verdict.video}: {verdict.reason}")
    return bool(bad)


def main() -> None:
    """Judge `COUNT` files of a `SEED` in `JOBS` processes."""
    count, seed, jobs = (
        int(os.environ.get(name) or usual) for name, usual in (("COUNT", 1000), ("SEED", 1), ("JOBS", 2))
    )
    for name in VIDEOS:
        _video(name)
    with ThreadPoolExecutor(jobs) as pool:
        parts = [pool.submit(judge, iter(range(start, count, jobs)), seed) for start in range(jobs)]
        sys.exit(print_table([verdict for part in parts for verdict in part.result()]))


if __name__ == "__main__":
    main()
