"""A clip that comes after a hundred films, and films among themselves."""

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks import measure, peers
from benchmarks.cluster.rig import Line, Rig, rig

FILM_SECONDS, CLIP_SECONDS, SNIPPETS = 600, 20, 20
# A film of the benchmark is made in seconds; so that it takes many turns they are as much shorter as it is.
TURN_SECONDS = 1.0
# A clip is sent right after the films, and others when they are well under way.
PAUSES = (0.0, 10.0, 20.0)
WATCH_SECONDS = 60.0


def fair(folder: Path, video: Path, films: int) -> None:
    """Submit a clip alone, and clips after films; then watch how films take turns."""
    clip, film = folder / "clip.mp4", folder / "film.mp4"
    measure.run([*peers.FFMPEG, "-i", video, "-t", str(CLIP_SECONDS), "-c", "copy", clip])
    picture = ["-f", "lavfi", "-i", f"testsrc=size=320x180:rate=24:duration={FILM_SECONDS}"]
    measure.run([*peers.FFMPEG, *picture, "-pix_fmt", "yuv420p", "-preset", "ultrafast", film])
    names = [f"films/{number:03}" for number in range(films)]
    print(f"\n## A clip of {CLIP_SECONDS} s after {films} films of {FILM_SECONDS} s\n", flush=True)
    with rig(folder, 2) as found:
        print("| clip | s until it is bound |\n|---|---|", flush=True)
        print(f"| alone | {_clip(found, clip, 'alone'):.1f} |", flush=True)
        begun = _submit(found, film, names)
        for pause in PAUSES:
            time.sleep(pause)
            after = time.time() - begun
            print(f"| {after:.0f} s after the films | {_clip(found, clip, f'after-{pause:g}'):.1f} |", flush=True)
        rate = _rate(_of_films(found, names), begun)
        total = films * SNIPPETS / rate
        print(f"\nFirst come, first served, it would wait for the films: about {total:.0f} s at {rate:.1f} snippets/s.")
    with rig(folder, 2, {"FLICKBOOK_TURN_SECONDS": str(TURN_SECONDS)}) as found:
        begun = _submit(found, film, names)
        time.sleep(WATCH_SECONDS)
        _show(_of_films(found, names), names, begun)


def _submit(found: Rig, film: Path, names: Sequence[str]) -> float:
    """Submit the films, and give the time when that was begun."""
    urls = found.put(film, *(f"{name}.mp4" for name in names))
    begun = time.time()
    found.submit(urls)
    return begun


def _of_films(found: Rig, names: Sequence[str]) -> list[Line]:
    wanted = set(names)
    return [line for line in found.lines() if line.book in wanted]


def _rate(lines: Sequence[Line], begun: float) -> float:
    """Give the snippets made in a second."""
    return sum(line.message == "made" for line in lines) / (lines[-1].at - begun)


def _clip(found: Rig, clip: Path, name: str) -> float:
    return found.submit(found.put(clip, f"{name}.mp4"), "--wait").wall


def _show(lines: Sequence[Line], names: Sequence[str], begun: float) -> None:
    """Print how far each film is, and how far they were one after the other."""
    made = Counter(line.book for line in lines if line.message == "made")
    seconds = lines[-1].at - begun
    one_by_one = seconds * _rate(lines, begun) / SNIPPETS
    counts = Counter(made[name] for name in names)
    told = ", ".join(f"{count}: {films}" for count, films in sorted(counts.items()))
    print(f"\nIn turns of {TURN_SECONDS:g} s, {len(made)} of {len(names)} films were begun after {seconds:.0f} s;")
    print(f"one after the other it were {one_by_one:.0f}. Films by snippets made: {told}.", flush=True)
