"""Pictures against bytes: Flickbook's GIFs (`benchmarks.gifs`) and stills beside the serial script's.

A still is compared with the source's frame. Truth is made by FFmpeg, with the colour matrix the peer in question
assumes (the script: BT.601; Flickbook: the stream's own, or BT.709 for unmarked HD).

    uv run python -m benchmarks.pictures CLIP
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
import simplejpeg
from PIL import Image

from benchmarks import gifs, measure, peers
from flickbook import api
from flickbook.media.picture import Painter

QUALITIES = (15, 20, 30, 40, 50, 55, 60, 70, 80)


class StillResult(NamedTuple):
    """Mean bytes of the stills of a clip, and their SSIM."""

    bytes: float
    ssim: float


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
    scale = f"scale={measure.matrix(video.height)}flags=bicubic+accurate_rnd+full_chroma_int"
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
    cut: peers.Command = [*peers.FFMPEG, "-ss", "0", "-to", str(gifs.SECONDS), "-i", clip, "-vf", f"fps=1,{then}"]
    return measure.read_raw([*cut, "-f", "rawvideo", "-pix_fmt", pixels, "-"], width, height, channels)


def at_equal_bytes(results: list[StillResult], size: float) -> float:
    """Read our SSIM off the curve at a given mean size in bytes."""
    return float(np.interp(size, [result.bytes for result in results], [result.ssim for result in results]))


def main(clip: Path) -> None:
    """Print the comparison for one clip of constant frame rate."""
    gifs.main(clip)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stills, curve = script_stills(clip, folder), our_stills(clip)
    print(
        f"stills: script {stills.bytes:,.0f} bytes at SSIM {stills.ssim:.4f}, ours at equal bytes "
        f"{at_equal_bytes(curve, stills.bytes):.4f}"
    )
    for quality, result in zip(QUALITIES, curve, strict=True):
        print(f"  quality {quality}: {result.bytes:,.0f} bytes, SSIM {result.ssim:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
