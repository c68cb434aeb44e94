"""Time whole commands by the system's own accounting, and compare pictures by SSIM."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]
Plane = NDArray[np.float64]


class Cost(NamedTuple):
    """Wall and processor seconds, and the memory of the largest single process in MB."""

    wall: float
    cpu: float
    peak: float


def run(*commands: Sequence[str | Path]) -> Cost:
    """Run commands one after the other and add up what they cost. Raises RuntimeError if one fails."""
    wall = cpu = peak = 0.0
    for command in commands:
        begun = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{command} ended with {process.returncode}")
        wall += time.perf_counter() - begun
        cpu += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss / 1024)
    return Cost(wall, cpu, peak)


def read_raw(command: Sequence[str | Path], width: int, height: int, channels: int) -> Pictures:
    """Read raw pictures from a command's output, shape (n, height, width, channels)."""
    data = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, check=True).stdout
    return np.frombuffer(data, np.uint8).reshape(-1, height, width, channels)


def matrix(height: int) -> str:
    """Give the option of FFmpeg's scale that makes unmarked HD BT.709."""
    return "in_color_matrix=bt709:" if height >= 720 else ""


def ssim(pictures: Sequence[Plane] | Plane, truth: Sequence[Plane] | Plane) -> float:
    """Give the mean over luma planes of the structural similarity (Wang et al. 2004), in 8×8 windows."""
    return float(np.mean([_ssim_of(picture, true) for picture, true in zip(pictures, truth, strict=True)]))


def luma(pictures: Pictures) -> Plane:
    """Give the BT.601 luma of R'G'B' pictures."""
    planes: Plane = pictures.astype(np.float64) @ np.array([0.299, 0.587, 0.114])
    return planes


def _ssim_of(x: Plane, y: Plane) -> float:
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    mx, my = _box(x), _box(y)
    vx, vy, cov = _box(x * x) - mx * mx, _box(y * y) - my * my, _box(x * y) - mx * my
    return float(np.mean(((2 * mx * my + c1) * (2 * cov + c2)) / ((mx**2 + my**2 + c1) * (vx + vy + c2))))


def _box(plane: Plane, size: int = 8) -> Plane:
    sums = np.pad(plane, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    mean: Plane = (sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]) / size**2
    return mean
