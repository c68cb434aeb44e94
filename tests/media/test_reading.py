"""An error raised while libav reads a file is reported as itself, and does not count as damage of the video."""

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from flickbook.core.model import Source
from flickbook.core.settings import Limits
from flickbook.errors import SourceChanged
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.keyframes import shown_at
from flickbook.media.packets import time_base
from flickbook.media.probe import probe
from flickbook.storage import range_reader
from flickbook.storage.lookup import RemoteFile
from tests import clips


class Breaking(io.BytesIO):
    """A file whose reads fail after the first few."""

    def __init__(self, data: bytes, good_reads: int) -> None:
        super().__init__(data)
        self.left = good_reads

    def read(self, size: int | None = -1, /) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise SourceChanged("a.mp4", "was replaced during the work", "run again")
        return super().read(size)


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    noise = np.random.default_rng(1).integers(0, 256, (60, 240, 320, 3), np.uint8)
    path: Path = tmp_path_factory.mktemp("reading") / "a.mp4"
    return clips.make(path, frames=60, size=(320, 240), pictures=noise, options={"preset": "ultrafast"}).read_bytes()


class Strict(io.BytesIO):
    """A file that refuses positions where no byte can be, as file systems do."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if offset > 2**40:
            raise OSError(22, "Invalid argument")
        return super().seek(offset, whence)


def test_a_damaged_index_that_points_beyond_all_files_is_passed_over(tmp_path: Path) -> None:
    data = bytearray(clips.make(tmp_path / "a.asf", codec="wmv2", options={"b": "1M"}, frames=60).read_bytes())
    header = data.index(bytes.fromhex("3026b2758e66cf11"))
    data[header + 16 : header + 24] = (2**62).to_bytes(8, "little")
    file_properties = data.index(bytes.fromhex("a1dcab8c47a9cf11"))
    data[file_properties + 16 : file_properties + 24] = (2**62).to_bytes(8, "little")
    assert 2 < probe(Strict(bytes(data)), "a.asf", Limits()).duration < 3


@pytest.mark.parametrize("good_reads", [0, 1, 2, 4])
def test_a_failing_read_raises_its_own_error_from_probing(good_reads: int, video: bytes) -> None:
    with pytest.raises(SourceChanged):
        probe(Breaking(video, good_reads), "a.mp4", Limits())


def test_a_failing_read_raises_its_own_error_from_decoding(video: bytes) -> None:
    file = Breaking(video, 1000)
    with open_video(file, "a.mp4", 10**6) as opened:
        frames = FrameReader(opened, Fraction(0)).at([Fraction(k, 10) for k in range(24)])
        next(frames)
        file.left = 0
        with pytest.raises(SourceChanged):
            list(frames)


def test_a_seek_in_mpeg_ts_decodes_from_a_keyframe_nearby(tmp_path: Path) -> None:
    options = {**clips.X264, "x264-params": "keyint=80:min-keyint=80:scenecut=0"}
    path = clips.make(tmp_path / "a.ts", frames=400, options=options)
    with path.open("rb") as file, open_video(file, "a.ts", 10**6) as opened:
        origin = (opened.stream.start_time or 0) * time_base(opened)
        reader = FrameReader(opened, origin)
        frame = next(reader.at([Fraction(14)]))
    assert clips.read(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)) == 350
    assert reader.decoded <= 2 * 80


@pytest.mark.parametrize("name", ["a.mp4", "a.mkv"])
def test_of_a_remote_video_only_the_bytes_of_the_keyframes_are_fetched(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (250, 240, 320, 3), np.uint8)
    options = {"preset": "ultrafast", "g": "25", "sc_threshold": "0"}
    data = clips.make(tmp_path / name, size=(320, 240), pictures=noise, frames=250, options=options).read_bytes()
    fetched: list[int] = []

    def fetch(start: int, end: int) -> bytes:
        fetched.append(end - start)
        return data[start:end]

    monkeypatch.setattr(range_reader, "_fetcher", lambda _: fetch)
    file = RemoteFile(range_reader.RangeReader(Source("s3://films/a", '"1"', len(data))))
    with open_video(file, name, 10**6) as opened:
        opened_with = sum(fetched)
        reader = FrameReader(opened, Fraction(0))
        shown = [second for _, second in shown_at(reader, [Fraction(2), Fraction(5), Fraction(8)], Fraction(1, 5))]
    assert shown == list(map(Fraction, (2, 5, 8)))
    assert reader.decoded == 3
    assert sum(fetched) - opened_with < 0.07 * len(data)
    assert len(fetched) <= 10
