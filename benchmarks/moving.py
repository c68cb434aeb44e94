"""Moving previews against the script's GIF: bytes, how near they are to the source, and what they cost.

A preview is compared with the source's frames at its own instants, scaled by FFmpeg with Lanczos, and the script's GIF
with those that it chose. Both are blurred by a Gaussian of σ = 1 pixel before, because a GIF's dither is made for the
eye, which blurs it. The cost is the processor time of `flickbook render` with a format beside its usual outputs,
against that without it.

    uv run python -m benchmarks.moving CLIP [FORMAT…]   # the cost of the formats that are named
"""

import io
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageSequence

from benchmarks import measure, peers
from benchmarks.gifs import SECONDS, true_frames
from flickbook import api
from flickbook.core.model import ManifestFile
from flickbook.outputs.recipes import make_recipe
from tests import eye

FORMATS = ("mp4", "webm", "avif", "webp")
LENGTH = 30
FPS = 10
ROUNDS = 3


def blurred_psnr(shown: measure.Pictures, truth: measure.Pictures) -> float:
    """Give the mean over pictures of the PSNR in dB after a blur; the larger picture's last rows are left out."""
    height, width = truth.shape[1:3]
    ratios = []
    for picture, true in zip(shown[:, :height, :width], truth, strict=True):
        error = float(np.mean((eye.blur(picture) - eye.blur(true)) ** 2))
        ratios.append(10 * np.log10(255**2 / max(error, 1e-9)))
    return float(np.mean(ratios))


def script_gif(clip: Path, folder: Path, size: tuple[int, int]) -> tuple[int, float]:
    """Make the script's GIF of the first snippet, 29 s long; give its bytes and PSNR."""
    measure.run(peers.serial_script(clip, folder, LENGTH)[0])
    cut: peers.Command = [*peers.FFMPEG, "-ss", "0", "-to", str(SECONDS), "-i", clip, "-vf", peers.GIF_FILTER]
    truth = measure.read_raw([*cut, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], *size, 3)
    data = (folder / "s-0.gif").read_bytes()
    return len(data), blurred_psnr(np.stack(list(_animation(data))), truth)


def previews(clip: Path, folder: Path) -> dict[str, tuple[ManifestFile, measure.Pictures]]:
    """Make the first snippet's previews in all formats; give each with the picture of each tenth of a second."""
    manifest = api.render(clip, folder, make_recipe(outputs=FORMATS), force=True)
    found: dict[str, tuple[ManifestFile, measure.Pictures]] = {}
    for file in manifest.files:
        data = (folder / manifest.name / file.key).read_bytes()
        pictures = _animation(data) if file.output == "webp" else _video(data)
        found.setdefault(file.output, (file, np.stack(list(pictures))))
    return found


def _video(data: bytes) -> Iterator[measure.Pictures]:
    with av.open(io.BytesIO(data), "r") as container:
        # The first track of an AVIF is the still that stands for it.
        track = max(container.streams.video, key=lambda stream: stream.frames)
        for frame in container.decode(track):
            rgb = frame.reformat(format="rgb24", interpolation="BICUBIC")
            yield np.asarray(rgb.to_ndarray(), np.uint8)


def _animation(data: bytes) -> Iterator[measure.Pictures]:
    """Yield an image's frames, each as often as there are tenths of a second in its duration."""
    with Image.open(io.BytesIO(data)) as image:
        for frame in ImageSequence.Iterator(image):
            picture = np.asarray(frame.convert("RGB"))
            for _ in range(round(frame.info["duration"] * FPS / 1000)):
                yield picture


def render_cost(clip: Path, folder: Path, outputs: str) -> float:
    """Give the processor seconds of a whole render in one process."""
    command: peers.Command = [sys.executable, "-m", "flickbook", "render", clip, "--out", folder, "--outputs", outputs]
    return measure.run([*command, "--force", "--workers", "1", "--json"]).cpu


def extra(clip: Path, folder: Path, name: str) -> float:
    """Give the percent of processor time that a format adds to a render, the median of a few rounds."""
    usual = "gif,stills,storyboard"
    ratios = [render_cost(clip, folder, f"{usual},{name}") / render_cost(clip, folder, usual) for _ in range(ROUNDS)]
    return 100 * (statistics.median(ratios) - 1)


def main(clip: Path, *names: str) -> None:
    """Print the comparison for one clip of 30 s; the cost only of the formats named."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = previews(clip, folder)
        video = api.probe(clip)
        size = video.fitted(240)
        bytes_, psnr = script_gif(clip, folder, size)
        print(f"{clip.name}: script's GIF {bytes_:,} bytes, PSNR after blur {psnr:.2f} dB")
        truth = true_frames(clip, *size, LENGTH * FPS)
        for name, (file, shown) in made.items():
            near = blurred_psnr(shown, truth)
            print(f"  {name:4} {file.bytes:>9,} bytes, ÷ script's {file.bytes / bytes_:.3f}, {near - psnr:+.2f} dB")
        for name in names:
            print(f"  {name:4} beside the usual outputs: {extra(clip, folder, name):+.1f} % processor time")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
