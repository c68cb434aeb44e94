"""A job that starts anywhere in a video gets the pictures that decoding from the beginning gives."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flickbook.core.model import Video
from flickbook.core.settings import Limits
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.probe import probe
from tests import clips
from tests.clips import Rgb

REFRESH = {**clips.X264, "x264-params": "intra-refresh=1:keyint=50:bframes=0:scenecut=0"}
CLIPS: dict[str, dict[str, Any]] = {
    "mp4.mp4": {"options": {**clips.X264, "g": "60"}},
    "open-gop.ts": {"options": {**clips.X264, "x264-params": "open-gop=1:keyint=25:bframes=3:b-adapt=0"}},
    "refreshed-bit-by-bit.ts": {"options": REFRESH},
    "refreshed-bit-by-bit.mkv": {"options": REFRESH},
    # So small pictures that several share a packet of the container.
    "quiet.mpg": {"codec": "mpeg2video", "options": {"g": "15", "bf": "2", "qscale": "2"}, "base": Fraction(1, 25)},
}


def picture_at(path: Path, video: Video, instant: Fraction) -> Rgb:
    with path.open("rb") as file, open_video(file, path.name, 10**7) as opened:
        reader = FrameReader(opened, video.origin, clock=video.clock)
        (frame,) = reader.at([instant])
        assert reader.damaged == 0, "pictures that only lead to the instant do not count"
        return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


@pytest.mark.parametrize("name", CLIPS)
def test_the_first_picture_is_right_wherever_a_job_starts(name: str, tmp_path: Path) -> None:
    path = clips.make(tmp_path / name, frames=300, **CLIPS[name])
    with path.open("rb") as file:
        video = probe(file, name, Limits())
    truth = [(at - video.origin, picture) for at, picture in clips.decode_all(path)]
    for tenth in (*range(5, 95, 5), *range(96, 115)):
        instant = Fraction(tenth, 10)
        assert np.array_equal(picture_at(path, video, instant), clips.on_screen(truth, instant)), float(instant)
