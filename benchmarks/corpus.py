"""Render every file below a folder, and hold stills and GIFs against FFmpeg's own decode: `make corpus FOLDER=…`.

Each still, and each frame of a GIF, is compared with the frame that `ffmpeg` has on screen at the same instant, by its
best-effort timestamps, at 64×36 pixels. The shape, the duration and the exit code are checked too. Prints a line for
each file that is not right, then the counts, and ends with 1 if a file is wrong, crashes or hangs. The first minute of
each file is compared. Needs `ffmpeg` and `ffprobe` on the PATH.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import av
import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from flickbook.core.model import Manifest, ManifestFile, Plan
from flickbook.core.wire import decode

WIDTH, HEIGHT = 64, 36
SECONDS = 60
RENDER_LIMIT = 240
# A picture is wrong if another frame fits far better, or if it is far from all.
FAR, CLOSE = 14.0, 4.0
FRAMES_AROUND = 40
# FFmpeg's times that jump by more than this, in seconds, are a splice: players go on in time.
JUMP_BACK, JUMP_FORTH = 0.1, 10.0
JUMPING = {"mpegts", "mpeg"}
# Where a frame begins nearer to an instant than this, it and the one before are right.
ROUNDING = 1.5e-4
WIDE_GAMUT = {"smpte2084", "arib-std-b67", "bt2020", "ictcp"}

Pictures = NDArray[np.uint8]


class Truth(NamedTuple):
    """FFmpeg's frames: their times in seconds, ascending, and pictures of shape (n, HEIGHT, WIDTH, 3)."""

    times: NDArray[np.float64]
    pictures: Pictures
    aspect: float | None
    exact_colours: bool


class Verdict(NamedTuple):
    """What became of one file."""

    file: Path
    verdict: str
    reason: str = ""


def judge(file: Path) -> Verdict:
    """Render one file, and compare what was made with FFmpeg's decode."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "flickbook", "render", str(file), "--out", out, "--workers", "1", "--json"]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=RENDER_LIMIT, stdin=subprocess.DEVNULL, check=False
            )
        except subprocess.TimeoutExpired:
            return Verdict(file, "hung", f"no end after {RENDER_LIMIT} s")
        said = (done.stderr.strip().splitlines() or [""])[-1]
        if done.returncode < 0 or "Traceback" in done.stderr or "report" in said:
            return Verdict(file, "crashed", said)
        found = next(Path(out).rglob("manifest.json"), None)
        if found is None:
            return _refused(file, done.returncode, said, decode_by_ffmpeg(file, 1))
        manifest = decode(found.read_bytes(), Manifest, str(found))
        truth = decode_by_ffmpeg(file, manifest.width / manifest.height)
        plan = decode((found.parent / "plan.json").read_bytes(), Plan, str(found))
        if done.returncode == 0 and manifest.failed:
            return Verdict(file, "wrong", "exit code 0, though snippets failed")
        faults = _compare(manifest, plan, found.parent, truth) if truth else ["made, though FFmpeg decodes nothing"]
        return Verdict(file, "wrong" if faults else "right", "; ".join(faults))


def _refused(file: Path, code: int, said: str, truth: Truth | None) -> Verdict:
    if code == 0 or not said:
        return Verdict(file, "wrong", f"nothing is made, exit code {code}, no error")
    return Verdict(file, "refused", f"FFmpeg decodes it: {said}" if truth else "")


def decode_by_ffmpeg(file: Path, aspect: float) -> Truth | None:
    """Return FFmpeg's frames of the first minute, upright, on black; None if there are none.

    Frames of another shape than `aspect`, width ÷ height, get black bars.
    """
    stream = _probe(file)
    if stream is None:
        return None
    box = f"{max(2, round(4 * HEIGHT * aspect))}:{4 * HEIGHT}"
    fit = f"scale={box}:force_original_aspect_ratio=decrease:flags=area,pad={box}:-1:-1"
    filters = f"showinfo,format=rgba,scale=max(2\\,iw*sar):ih,setsar=1,{fit},scale={WIDTH}:{HEIGHT}:flags=area"
    command = ["ffmpeg", "-nostdin", "-hide_banner", "-i", str(file), "-map", f"0:{stream['index']}", "-copyts"]
    command += [
        "-vf",
        filters,
        "-fps_mode",
        "passthrough",
        "-frames:v",
        "4000",
        "-pix_fmt",
        "rgba",
        "-f",
        "rawvideo",
        "-",
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=RENDER_LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return None
    said = done.stderr.decode(errors="replace")
    base = re.search(r"config in time_base: (\d+/\d+)", said)
    if base is None:
        return None
    stamps = re.findall(r" pts: *(\S+) +pts_time:", said)
    times = _continuous(stamps, Fraction(base[1]), jumps=stream["container"] in JUMPING)
    pixels = np.frombuffer(done.stdout, np.uint8)
    count = min(len(times), len(pixels) // (WIDTH * HEIGHT * 4))
    if count == 0:
        return None
    pictures = pixels[: count * WIDTH * HEIGHT * 4].reshape(count, HEIGHT, WIDTH, 4)
    opaque = (pictures[..., :3] * (pictures[..., 3:] / 255)).astype(np.uint8)
    exact = not WIDE_GAMUT & {str(stream.get(key)) for key in ("color_transfer", "color_primaries", "color_space")}
    return Truth(times[:count], opaque, _aspect(stream), exact)


def _probe(file: Path) -> dict[str, Any] | None:
    command = [
        "ffprobe",
        "-v",
        "error",
        "-show_format",
        "-show_streams",
        "-select_streams",
        "v",
        "-of",
        "json",
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, timeout=RENDER_LIMIT, check=False)
    found = json.loads(done.stdout or b"{}")
    streams: list[dict[str, Any]] = found.get("streams", [])
    videos = [stream for stream in streams if not stream["disposition"].get("attached_pic")]
    chosen = max(videos, key=lambda stream: stream["disposition"].get("default", 0), default=None)
    return chosen and {**chosen, "container": found["format"]["format_name"]}


def _continuous(stamps: list[str], base: Fraction, *, jumps: bool) -> NDArray[np.float64]:
    """Return FFmpeg's times without `jumps`; a frame without a time follows the one before at once."""
    out: list[float] = []
    offset = step = before = 0.0
    for stamp in stamps:
        time = before + step if stamp == "NOPTS" else float(int(stamp) * base)
        if jumps and out and not -JUMP_BACK < time - before < JUMP_FORTH:
            offset += before + step - time
        elif out and time > before:
            step = time - before
        before = time
        out.append(time + offset)
    return np.maximum.accumulate(np.array(out))


def _aspect(stream: dict[str, Any]) -> float | None:
    """Return width ÷ height as shown, by the sample aspect ratio and the rotation."""
    width, height = stream.get("width", 0), stream.get("height", 0)
    if not width or not height:
        return None
    across, _, down = stream.get("sample_aspect_ratio", "1:1").partition(":")
    sample = Fraction(int(across), int(down)) if int(across or 0) and int(down or 0) else Fraction(1)
    turned = any(abs(int(data.get("rotation", 0))) in (90, 270) for data in stream.get("side_data_list", []))
    aspect = float(width * sample / height)
    return 1 / aspect if turned else aspect


def _compare(manifest: Manifest, plan: Plan, folder: Path, truth: Truth) -> list[str]:
    faults = []
    shown = manifest.width / manifest.height
    if truth.aspect and abs(shown / truth.aspect - 1) > 0.03 and min(manifest.width, manifest.height) > 8:
        faults.append(f"shape {manifest.width}×{manifest.height}, by FFmpeg {truth.aspect:.3f}:1")
    origin = float(plan.video.origin)
    if plan.video.clock.source == "count":  # by FFmpeg, some raw streams begin a little after 0
        truth = truth._replace(times=truth.times - truth.times[0])
    length = truth.times[-1] - max(origin, truth.times[0])
    if length < SECONDS and manifest.duration + 1.6 < length:
        faults.append(f"lasts {manifest.duration:.2f} s, by FFmpeg {length:.2f} s")
    pictures = [(file.start, _picture(folder / file.key)) for file in manifest.files if file.kind == "still"]
    faults += _misses("still", pictures, truth, origin)
    for file in manifest.files:
        if file.kind == "gif" and file.start < SECONDS:
            faults += _misses("GIF frame", _gif_frames(folder, file), truth, origin)
    return faults


def _picture(file: Path) -> Pictures:
    with av.open(str(file)) as container:
        return _small(next(container.decode(video=0)))


def _gif_frames(folder: Path, file: ManifestFile) -> list[tuple[float, Pictures]]:
    with av.open(str(folder / file.key)) as container:
        return [(file.start + float(frame.time or 0), _small(frame)) for frame in container.decode(video=0)]


def _small(frame: VideoFrame) -> Pictures:
    return np.asarray(frame.reformat(WIDTH, HEIGHT, "rgb24", interpolation="AREA").to_ndarray(), np.uint8)


def _misses(kind: str, pictures: list[tuple[float, Pictures]], truth: Truth, origin: float) -> list[str]:
    """Return a sentence about the pictures of which another frame is shown, or wrong colours."""
    misses = []
    for instant, picture in pictures:
        if instant >= SECONDS or origin + instant > truth.times[-1] + 1:
            continue
        at, late = (_frame_at(truth, origin + instant + slack) for slack in (-ROUNDING, ROUNDING))
        first = max(0, at - FRAMES_AROUND)
        errors = [_error(picture, other, truth) for other in truth.pictures[first : late + FRAMES_AROUND + 1]]
        error, least = min(errors[at - first : late - first + 1]), min(errors)
        if error > FAR or (error > CLOSE and least < error / 2.5):
            misses.append(f"{instant:.2f} s ({error:.0f} levels, nearest {first + int(np.argmin(errors)) - late:+d})")
    return [f"{len(misses)} of {len(pictures)} {kind}s, at {', '.join(misses[:3])}"] if misses else []


def _frame_at(truth: Truth, time: float) -> int:
    return max(0, int(np.searchsorted(truth.times, time, side="right")) - 1)


def _error(picture: Pictures, other: Pictures, truth: Truth) -> float:
    """Return the mean difference in levels; of ranks of grey, where FFmpeg's colours are not for an SDR screen."""
    if truth.exact_colours:
        return float(np.abs(picture.astype(np.int16) - other).mean())
    grey, true = (
        np.sort(array.mean(axis=-1), axis=None).searchsorted(array.mean(axis=-1)) for array in (picture, other)
    )
    return float(np.abs(grey - true).mean() * 255 / grey.size)


def main() -> None:
    """Judge the files of the folder that is named on the command line."""
    files = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    with ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        verdicts = list(pool.map(judge, files))
    for file, verdict, reason in verdicts:
        if reason:
            print(f"{verdict:8} {file.relative_to(sys.argv[1])}: {reason}")
    counts = Counter(verdict for _, verdict, _ in verdicts)
    print(", ".join(f"{counts[kind]} {kind}" for kind in ("right", "refused", "wrong", "crashed", "hung")))
    sys.exit(any(counts[kind] for kind in ("wrong", "crashed", "hung")))


if __name__ == "__main__":
    main()
