"""GIFs against bytes: Flickbook's beside the serial script's, as the eye sees them, each measured on its own truth.

Truth is the source's frames at the GIF's instants, scaled by FFmpeg with the colour matrix the peer in question assumes
(the script: BT.601; Flickbook: the stream's own, or BT.709 for unmarked HD). Both are blurred by a Gaussian of σ = 1
pixel, because the eye blends the pixels of a dither. A sheet of pictures shows the source, the script's and ours.

    uv run python -m benchmarks.gifs CLIP
"""

import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageSequence

from benchmarks import measure, peers
from flickbook import api
from flickbook.outputs.gif.encoder import make_gif
from flickbook.outputs.recipes import make_recipe
from tests import eye

SECONDS = 29
# The default quality and the smallest.
QUALITIES = (50, 1)
OUT = Path(__file__).parent / "out"
_EACH = 10
_ROUNDS = 3
_SCALE = 3


class Gif(NamedTuple):
    """A GIF's size, its pictures, and their truth."""

    bytes: int
    shown: measure.Pictures
    truth: measure.Pictures


class Look(NamedTuple):
    """How a GIF differs from its truth after the blur: PSNR in dB, CIEDE2000 and its 95th percentile."""

    psnr: float
    mean: float
    p95: float


def script_gif(clip: Path, folder: Path) -> Gif:
    """Make the script's GIF of a clip's first snippet."""
    measure.run(peers.serial_script(clip, folder, 30)[0])
    cut: peers.Command = [*peers.FFMPEG, "-ss", "0", "-to", str(SECONDS), "-i", clip, "-vf", peers.GIF_FILTER]
    width, height = _size(clip)
    truth = measure.read_raw([*cut, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], width, height, 3)
    return _read(folder / "s-0.gif", truth)


def our_gif(clip: Path, folder: Path, quality: int) -> Gif:
    """Make our GIF of a clip's first snippet, one second longer than the script's."""
    recipe = make_recipe(outputs=["gif"], **{"gif.quality": quality})
    manifest = api.render(clip, folder / str(quality), recipe, force=True)
    file = manifest.files[0]
    return _read(folder / str(quality) / manifest.name / file.key, true_frames(clip, *_size(clip), file.frames))


def stages(clip: Path, folder: Path) -> list[float]:
    """Give the processor seconds of palette, mapping and encoding of 300 frames: the script's, and ours by quality.

    They take turns, because machines drift; each is the best of a few.
    """
    frames = true_frames(clip, *_size(clip), 300)
    (folder / "frames.raw").write_bytes(frames.tobytes())
    shape = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{frames.shape[2]}x{frames.shape[1]}", "-r", "10"]
    script: peers.Command = [*peers.FFMPEG, *shape, "-i", folder / "frames.raw", "-vf", peers.PALETTE]
    script.append(folder / "stage.gif")
    rounds = [[measure.run(script).cpu, *(_stage(frames, quality) for quality in QUALITIES)] for _ in range(_ROUNDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _stage(frames: measure.Pictures, quality: int) -> float:
    begun = process_time()
    make_gif(frames, np.arange(len(frames)), Fraction(10), Fraction(len(frames), 10), quality)
    return process_time() - begun


def look(gif: Gif) -> Look:
    """Compare each tenth frame with the truth."""
    found = []
    for shown, true in zip(gif.shown[::_EACH], gif.truth[::_EACH], strict=True):
        one, other = eye.blur(shown), eye.blur(true)
        differences = eye.differences(one, other)
        found.append((np.mean((one - other) ** 2), differences.mean(), np.percentile(differences, 95)))
    error, mean, p95 = np.mean(found, axis=0)
    return Look(float(10 * np.log10(255**2 / error)), float(mean), float(p95))


def sheet(gifs: list[Gif], moments: list[int]) -> Image.Image:
    """Put frames side by side, three times as large: ours as in the source, then as each GIF shows them."""
    rows = [np.hstack([gifs[1].truth[moment], *(gif.shown[moment] for gif in gifs)]) for moment in moments]
    return Image.fromarray(np.vstack(rows).repeat(_SCALE, axis=0).repeat(_SCALE, axis=1))


def _read(path: Path, truth: measure.Pictures) -> Gif:
    with Image.open(path) as image:
        shown = np.stack([np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)])
    return Gif(path.stat().st_size, shown, truth)


def true_frames(clip: Path, width: int, height: int, count: int) -> measure.Pictures:
    """Scale every frame by FFmpeg, and take the last one at or before each tenth of a second."""
    video = api.probe(clip)
    scale = f"scale={width}:{height}:{measure.matrix(video.height)}flags=lanczos"
    command: peers.Command = [*peers.FFMPEG, "-i", clip, "-vf", scale, "-fps_mode", "passthrough", "-f", "rawvideo"]
    frames = measure.read_raw([*command, "-pix_fmt", "rgb24", "-"], width, height, 3)
    return frames[[int(Fraction(k, 10) * video.frame_rate) for k in range(count)]]


def _size(clip: Path) -> tuple[int, int]:
    video = api.probe(clip)
    return 240, round(240 * video.height / video.width)


def main(clip: Path) -> None:
    """Print the comparison for one clip of constant frame rate, and write its sheet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gifs = [script_gif(clip, folder), *(our_gif(clip, folder, quality) for quality in QUALITIES)]
        times = stages(clip, folder)
    looks = [look(gif) for gif in gifs]
    print(f"{clip.name}: GIFs after the eye's blur, and ÷ script's")
    for who, gif, seen, cpu in zip(("script", *QUALITIES), gifs, looks, times, strict=True):
        print(
            f"  {who:>6}: {gif.bytes:>9,} bytes ({gif.bytes / gifs[0].bytes:.3f}), "
            f"ΔE {seen.mean:.2f} ({seen.mean / looks[0].mean:.2f}), "
            f"95th percentile {seen.p95:.2f} ({seen.p95 / looks[0].p95:.2f}), "
            f"PSNR {seen.psnr:.2f} dB ({seen.psnr - looks[0].psnr:+.2f}), "
            f"CPU per 300 frames {cpu:.2f} s ({cpu / times[0]:.2f})"
        )
    OUT.mkdir(exist_ok=True)
    target = OUT / f"{clip.stem}-gif.png"
    sheet(gifs, [len(gifs[0].shown) * part // 4 for part in (1, 2, 3)]).save(target)
    print(f"  source, script and ours by quality: {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
