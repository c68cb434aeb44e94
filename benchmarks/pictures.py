"""Pictures against bytes: Flickbook's GIFs and stills beside the serial script's, each measured on its own truth.

A GIF is compared with the source's frames at its own instants, scaled by Lanczos; a still with the source's
frame. Truth is made by FFmpeg, with the colour matrix the peer in question assumes (the script: BT.601;
Flickbook: the stream's own, or BT.709 for unmarked HD).

    uv run python -m benchmarks.pictures CLIP
"""

import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import NamedTuple

import av
import numpy as np
import simplejpeg
from PIL import Image, ImageSequence

from benchmarks import measure, peers
from flickbook import api
from flickbook.media.picture import Painter
from flickbook.outputs.gif.encoder import make_gif

SECONDS = 29
QUALITIES = (15, 20, 30, 40, 50, 55, 60, 70, 80)


class GifResult(NamedTuple):
    """A GIF's bytes and how near it is to the truth."""

    bytes: int
    psnr: float
    ssim: float


class StillResult(NamedTuple):
    """Mean bytes of the stills of a clip, and their SSIM."""

    bytes: float
    ssim: float


def script_gif(clip: Path, folder: Path) -> GifResult:
    """Make the script's GIF of a clip's first snippet and measure it."""
    width, height = _gif_size(clip)
    target = folder / "s-0.gif"
    measure.run(peers.serial_script(clip, folder, 30)[0])
    cut: peers.Command = [*peers.FFMPEG, "-ss", "0", "-to", str(SECONDS), "-i", clip, "-vf", peers.GIF_FILTER]
    truth = measure.read_raw([*cut, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], width, height, 3)
    return _measure_gif(target, truth)


def our_gif(clip: Path, folder: Path) -> GifResult:
    """Make our GIF of a clip's first snippet (one second longer than the script's) and measure it."""
    manifest = api.render(clip, folder, force=True)
    file = manifest.files[0]
    return _measure_gif(folder / manifest.name / file.key, _true_gif_frames(clip, file.width, file.height, file.frames))


def gif_stage(clip: Path) -> float:
    """Give the processor seconds that palette, mapping and encoding of 300 frames take; the best of five."""
    width, height = _gif_size(clip)
    frames = _true_gif_frames(clip, width, height, 300)
    times = []
    for _ in range(5):
        begun = process_time()
        make_gif(frames, np.arange(len(frames)), Fraction(10), Fraction(30))
        times.append(process_time() - begun)
    return min(times)


def script_stills(clip: Path, folder: Path) -> StillResult:
    """Make the script's stills and measure them on the luma of the frames it chose."""
    video = api.probe(clip)
    measure.run(peers.serial_script(clip, folder, 30)[1])
    paths = sorted(folder.glob("s-0-frame-*.jpg"), key=lambda path: int(path.stem.rpartition("-")[2]))
    raw = _script_frames(clip, "format=yuv420p,extractplanes=y", "gray", video.width, video.height, 1)
    truth = np.clip((raw[..., 0].astype(np.float64) - 16) * 255 / 219, 0, 255)
    made = [np.asarray(Image.open(path).convert("YCbCr"))[..., 0].astype(np.float64) for path in paths]
    size = float(np.mean([path.stat().st_size for path in paths]))
    return StillResult(size, measure.ssim(made, truth))


def our_stills(clip: Path) -> list[StillResult]:
    """Encode the very frames the script chose at several qualities and measure them."""
    video = api.probe(clip)
    scale = f"scale={_matrix(video.height)}flags=bicubic+accurate_rnd+full_chroma_int"
    truth = measure.luma(_script_frames(clip, scale, "rgb24", video.width, video.height, 3))
    raw = _script_frames(clip, "format=yuv420p", "yuv420p", video.width, video.height * 3 // 2, 1)
    painter = Painter(video, video.width, video.height)
    pictures = [painter.paint(av.VideoFrame.from_ndarray(planes[..., 0], format="yuv420p")) for planes in raw]
    results = []
    for quality in QUALITIES:
        files = [simplejpeg.encode_jpeg(picture, quality, "RGB", "420") for picture in pictures]
        planes = [simplejpeg.decode_jpeg(file, "GRAY")[..., 0].astype(np.float64) for file in files]
        results.append(StillResult(float(np.mean([len(file) for file in files])), measure.ssim(planes, truth)))
    return results


def _script_frames(clip: Path, then: str, pixels: str, width: int, height: int, channels: int) -> measure.Pictures:
    """Read the frames that the script makes stills of."""
    cut: peers.Command = [*peers.FFMPEG, "-ss", "0", "-to", str(SECONDS), "-i", clip, "-vf", f"fps=1,{then}"]
    return measure.read_raw([*cut, "-f", "rawvideo", "-pix_fmt", pixels, "-"], width, height, channels)


def at_equal_bytes(results: list[StillResult], size: float) -> float:
    """Read our SSIM off the curve at a given mean size in bytes."""
    return float(np.interp(size, [result.bytes for result in results], [result.ssim for result in results]))


def _measure_gif(path: Path, truth: measure.Pictures) -> GifResult:
    with Image.open(path) as image:
        pictures = np.stack([np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)])
    quality = measure.ssim(measure.luma(pictures), measure.luma(truth))
    return GifResult(path.stat().st_size, measure.psnr(pictures, truth), quality)


def _true_gif_frames(clip: Path, width: int, height: int, count: int) -> measure.Pictures:
    """Scale every frame by FFmpeg, and take the last one at or before each tenth of a second."""
    video = api.probe(clip)
    scale = f"scale={width}:{height}:{_matrix(video.height)}flags=lanczos"
    command: peers.Command = [*peers.FFMPEG, "-i", clip, "-vf", scale, "-fps_mode", "passthrough", "-f", "rawvideo"]
    frames = measure.read_raw([*command, "-pix_fmt", "rgb24", "-"], width, height, 3)
    return frames[[int(Fraction(k, 10) * video.frame_rate) for k in range(count)]]


def _matrix(height: int) -> str:
    return "in_color_matrix=bt709:" if height >= 720 else ""


def _gif_size(clip: Path) -> tuple[int, int]:
    video = api.probe(clip)
    return 240, round(240 * video.height / video.width)


def main(clip: Path) -> None:
    """Print the comparison for one clip of constant frame rate."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        theirs, ours = script_gif(clip, folder), our_gif(clip, folder)
        stills, curve = script_stills(clip, folder), our_stills(clip)
    print(f"{clip.name}: GIF bytes ours ÷ script's {ours.bytes / theirs.bytes:.3f}")
    for who, gif in (("script", theirs), ("ours", ours)):
        print(f"  {who:7} {gif.bytes:>9,} bytes, PSNR {gif.psnr:.2f} dB, SSIM {gif.ssim:.4f}")
    print(f"  GIF stage, CPU per 300 frames: {gif_stage(clip):.2f} s")
    print(
        f"stills: script {stills.bytes:,.0f} bytes at SSIM {stills.ssim:.4f}, ours at equal bytes "
        f"{at_equal_bytes(curve, stills.bytes):.4f}"
    )
    for quality, result in zip(QUALITIES, curve, strict=True):
        print(f"  quality {quality}: {result.bytes:,.0f} bytes, SSIM {result.ssim:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
