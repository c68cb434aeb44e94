"""Every picture comes at its time, also where a file's timestamps jump, are those of another order, or are missing."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from flickbook.core.model import Clock, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded
from flickbook.media.frames import FrameReader
from flickbook.media.input import Opened, open_video
from flickbook.media.probe import probe
from flickbook.media.survey import Survey, survey
from tests import clips
from tests.books import render
from tests.media.odd_times import KINDS, LATE, RATE, Maker, clip, remuxed


def found(path: Path) -> Video:
    with path.open("rb") as file:
        return probe(file, path.name, Limits())


def shown(path: Path, video: Video, instants: Iterable[Fraction]) -> list[int]:
    """Return the numbers of the pictures that one job finds at some instants."""
    with path.open("rb") as file, open_video(file, path.name, 10**7) as opened:
        reader = FrameReader(opened, video.origin, clock=video.clock)
        frames = [np.asarray(frame.to_ndarray(format="rgb24"), np.uint8) for frame in reader.at(list(instants))]
        assert reader.damaged == 0
        return [clips.read(frame) for frame in frames]


@pytest.mark.parametrize("name", KINDS)
def test_each_picture_comes_at_its_time_wherever_a_job_starts(name: str, tmp_path: Path) -> None:
    path = KINDS[name](tmp_path / name)
    video = found(path)
    assert float(video.duration) == pytest.approx(8, abs=0.1)
    assert video.lost == 0
    # Within a frame's time, because the clocks of some containers do not have 1/25 s exactly.
    instants = [Fraction(k, RATE) + Fraction(1, 2 * RATE) for k in range(200)]
    expected = [max(0, number - LATE.get(name, 0)) for number in range(200)]
    assert shown(path, video, instants) == expected
    for start in range(0, 200, 17):
        assert shown(path, video, instants[start : start + 2]) == expected[start : start + 2]


def middle_of_a_stream(path: Path) -> Path:
    """Keep the header of a fragmented MP4 and the fragments after the first two seconds."""
    flags = {"movflags": "frag_keyframe+empty_moov+default_base_moof"}
    data = clip(path, count=150, muxer_options=flags).read_bytes()
    header = data.index(b"moof") - 4
    second = [place - 4 for place in range(len(data)) if data.startswith(b"moof", place)][2]
    path.write_bytes(data[:header] + data[second:])
    return path


def stale_duration(path: Path) -> Path:
    """Write another duration into the track's tag."""
    data = clip(path).read_bytes()
    path.write_bytes(data.replace(b"00:00:04.0", b"01:30:04.0"))
    return path


def without_length(path: Path) -> Path:
    """Write into an AVI's header what FFmpeg writes there if it cannot go back to it, and leave the index out."""
    data = bytearray(clip(path, base=Fraction(1, RATE)).read_bytes())
    length = data.index(b"strh") + 8 + 32
    data[length : length + 4] = (2**30).to_bytes(4, "little")
    path.write_bytes(data[: data.rindex(b"idx1")])
    return path


@pytest.mark.parametrize(
    ("name", "make"),
    [("middle.mp4", middle_of_a_stream), ("stale.mkv", stale_duration), ("piped.avi", without_length)],
)
def test_a_file_that_is_whole_has_lost_nothing(name: str, make: Maker, tmp_path: Path) -> None:
    video = found(make(tmp_path / name))
    assert float(video.duration) == pytest.approx(4, abs=0.05)
    assert video.lost == 0


def test_an_avi_that_is_cut_off_has_lost_the_rest(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.avi", base=Fraction(1, RATE))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    video = found(path)
    assert video.declared == 4
    assert video.lost == video.declared - video.duration > 1


def test_pictures_that_share_a_packet_are_all_shown(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.vob", count=200, size=(64, 48), muxer="vob")  # most pictures have no time
    video = found(path)
    numbers = shown(path, video, [Fraction(k, RATE) + Fraction(1, 2 * RATE) for k in range(200)])
    assert numbers == sorted(numbers)
    assert len(set(numbers)) >= 190
    assert max(abs(number - k) for k, number in enumerate(numbers)) <= 6  # libav gives one time to two packets
    assert float(video.duration) == pytest.approx(8, abs=0.1)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("suffix", ["flv", "mp4", "mkv", "avi", "nut"])
def test_a_video_may_have_very_few_pictures(count: int, suffix: str, tmp_path: Path) -> None:
    path = clip(tmp_path / f"a.{suffix}", count=count, base=Fraction(1, 1000 if suffix == "flv" else RATE))
    video = found(path)
    assert float(video.duration) == pytest.approx(count / RATE, abs=0.001)
    assert video.lost == 0
    assert shown(path, video, [Fraction(0)]) == [0]


def test_very_slow_pictures_begin_with_the_first(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.mkv", count=12, rate=Fraction(1, 3))
    video = found(path)
    assert (video.origin, video.duration, video.lost) == (Fraction(0), Fraction(36), Fraction(0))
    assert shown(path, video, [Fraction(3 * number) for number in range(12)]) == list(range(12))


def test_an_empty_packet_repeats_the_picture_before_it(tmp_path: Path) -> None:
    empty = {5, 6, 7, 23, 49}

    def emptied(packets: list[av.Packet]) -> Iterable[av.Packet]:  # type: ignore[type-arg]
        for number, packet in enumerate(packets):
            new = av.Packet(b"" if number in empty else bytes(packet))
            new.pts, new.dts, new.time_base, new.duration = packet.pts, packet.dts, packet.time_base, packet.duration
            yield new

    whole = clip(tmp_path / "a.mp4", count=50, codec="mpeg4", options={"g": "1", "b": "3M"}, base=Fraction(1, RATE))
    path = remuxed(whole, tmp_path / "a.nut", emptied)
    video = found(path)
    assert video.duration == 2
    instants = [Fraction(k, RATE) for k in range(50)]
    assert shown(path, video, instants) == [max(j for j in range(k + 1) if j not in empty) for k in range(50)]


def test_an_mp4_that_calls_every_picture_a_keyframe_is_decoded_from_its_beginning(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.mp4", count=100)
    path.write_bytes(path.read_bytes().replace(b"stss", b"free"))
    video = found(path)
    for number in range(3, 100, 19):
        assert shown(path, video, [Fraction(number, RATE)]) == [number]


def test_a_long_video_needs_pictures(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.mkv", count=2, times=[Fraction(0), Fraction(80_000)], base=Fraction(1, 1000))
    with pytest.raises(LimitExceeded, match="only 2 pictures, fewer than one in 60 s; raise FLICKBOOK_MAX_HOLD"):
        found(path)
    with path.open("rb") as file:
        assert probe(file, "a.mkv", Limits(max_hold=50_000)).duration > 80_000
    slides = clip(tmp_path / "b.mkv", count=80, times=[Fraction(k * 50) for k in range(80)], base=Fraction(1, 1000))
    assert found(slides).duration > 3900


@pytest.mark.parametrize("name", ["spliced.ts", "ad-break.ts", "hours-forth.ts", "wraps.ts"])
def test_samples_of_a_large_transport_stream_show_whether_it_is_spliced(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flickbook.media.survey._WHOLE_BYTES", 0)
    monkeypatch.setattr("flickbook.media.survey._SAMPLES", 8)
    read: list[Clock] = []

    def counted(opened: Opened, clock: Clock) -> Survey:
        read.append(clock)
        return survey(opened, clock)

    monkeypatch.setattr("flickbook.media.probe.survey", counted)
    path = KINDS[name](tmp_path / name)
    assert found(path).duration == 8
    assert bool(read) == (name != "wraps.ts"), "a stream without jumps is not read as a whole"


def test_damage_in_the_middle_is_said(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.mp4", count=150)
    with av.open(str(path)) as container:
        packets = [(packet.pos or 0, packet.size) for packet in container.demux(video=0) if packet.size]
    data = bytearray(path.read_bytes())
    for position, size in packets[55:70]:
        data[position : position + size] = bytes(size)
    path.write_bytes(data)
    manifest = render(path, tmp_path / "out")
    assert 15 <= manifest.totals.damaged_packets <= 20, "and those that refer to them"
    count = manifest.totals.damaged_packets
    assert manifest.remarks == (
        f"{count} pictures are damaged in the file: shown incomplete, or as the picture before",
    )
    assert not manifest.failed


@pytest.mark.parametrize("name", ["program.mpg", "spliced.vob", "hours-back.ts", "raw.h264"])
def test_a_job_in_the_middle_decodes_from_a_keyframe_nearby(name: str, tmp_path: Path) -> None:
    path = KINDS[name](tmp_path / name)
    video = found(path)
    with path.open("rb") as file, open_video(file, path.name, 10**7) as opened:
        reader = FrameReader(opened, video.origin, clock=video.clock)
        assert len(list(reader.at([Fraction(7)]))) == 1
    assert reader.decoded <= 60


def test_pictures_that_could_be_reordered_but_are_not_come_at_their_pts(tmp_path: Path) -> None:
    options = {"bf": "0", "g": "15", "b": "3M"}
    path = clip(tmp_path / "a.ts", count=100, codec="mpeg1video", options=options, base=Fraction(1, RATE))
    with av.open(str(path)) as container:
        assert container.streams.video[0].codec_context.has_b_frames
        assert len({packet.pts - packet.dts for packet in container.demux(video=0) if packet.size}) == 1  # type: ignore[operator]
    video = found(path)
    assert video.clock == Clock()
    instants = [Fraction(k, RATE) for k in range(100)]
    assert shown(path, video, instants) == list(range(100))


def test_a_raw_stream_shorter_than_the_decoders_delay_shows_each_picture_at_its_time(tmp_path: Path) -> None:
    path = clip(tmp_path / "a.h264", count=2, muxer="h264")
    video = found(path)
    assert video.duration == Fraction(2, RATE)
    assert shown(path, video, [Fraction(0), Fraction(1, RATE)]) == [0, 1]
