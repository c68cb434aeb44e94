"""Moving images, raw streams and less common codecs show the right frames; still images are refused."""

import io
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition
from av.video.frame import VideoFrame

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.errors import Damaged, FormatRefused, NoVideo
from flickbook.media.accepted import DECODERS
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.probe import probe
from tests import clips
from tests.books import jpeg, render

AV1 = {"preset": "10", "crf": "10", "svtav1-params": "enable-tf=0"}
X265 = {"preset": "ultrafast", "crf": "20", "x265-params": "log-level=none"}
VP9 = {"deadline": "realtime", "cpu-used": "8", "g": "40", "error-resilient": "default"}
SECOND = Fraction(1, 25)
GIF = clips.Options(codec="gif", options={}, pixels="rgb8", base=Fraction(1, 100))
APNG = clips.Options(codec="apng", options={}, pixels="rgba", muxer="apng")
WEBP = clips.Options(codec="libwebp_anim", options={}, muxer="webp", base=Fraction(1, 1000))
AVIF = clips.Options(codec="libsvtav1", options=AV1, size=(320, 192), muxer="avif")
IMAGES = {"a.gif": GIF, "a.apng": APNG, "a.webp": WEBP, "a.avif": AVIF}
RAW = {
    "a.h264": clips.Options(muxer="h264"),
    "a.hevc": clips.Options(codec="libx265", options=X265, muxer="hevc"),
    "a.m1v": clips.Options(codec="mpeg1video", options={"b": "3M"}, muxer="mpeg1video", base=SECOND),
    "a.m2v": clips.Options(codec="mpeg2video", options={"b": "3M"}, muxer="mpeg2video", base=SECOND),
    "a.m4v": clips.Options(codec="mpeg4", options={"b": "3M"}, muxer="m4v", base=SECOND),
    "a.obu": clips.Options(codec="libsvtav1", options=AV1, size=(320, 192), muxer="obu"),
    "a.y4m": clips.Options(codec="wrapped_avframe", options={}, muxer="yuv4mpegpipe", base=SECOND),
}
CODECS = {
    "real.rm": clips.Options(codec="rv20", options={}, muxer="rm", base=SECOND, size=(176, 144)),
    "msvideo1.avi": clips.Options(codec="msvideo1", options={}, pixels="rgb555le", base=SECOND),
    "zmbv.avi": clips.Options(codec="zmbv", options={}, pixels="bgr0", base=SECOND),
    "zlib.avi": clips.Options(codec="zlib", options={}, pixels="bgr24", base=SECOND),
    "magicyuv.avi": clips.Options(codec="magicyuv", options={}, pixels="yuv422p", base=SECOND),
    "v210.mov": clips.Options(codec="v210", options={}, pixels="yuv422p10le"),
    "r210.mov": clips.Options(codec="r210", options={}, pixels="gbrp10le"),
    "animation.mov": clips.Options(codec="qtrle", options={}, pixels="rgb24"),
    "speedhq.nut": clips.Options(codec="speedhq", options={"q": "2"}, pixels="yuv422p"),
    "motion.mp4": clips.Options(codec="mjpeg", options={"q": "3"}, pixels="yuvj420p"),
}
# FFmpeg reads animated WebP from version 9 on, which PyAV 19 has.
READABLE = [name for name in IMAGES if "webp" not in name or int(av.__version__.partition(".")[0]) >= 19]


def clip(path: Path, options: clips.Options, frames: int, pictures: Sequence[clips.Rgb] | None = None) -> Path:
    merged: clips.Options = {**options, "frames": frames}
    return clips.make(path, pictures=pictures, **merged)


def number(frame: VideoFrame) -> int:
    return clips.read(np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))


def shown(path: Path, start: int = 0) -> list[int]:
    """Give the number of the frame on screen in the middle of each twenty-fifth of a second from a frame on."""
    video = api.probe(path)
    count = round(video.duration * 25)
    middles = [Fraction(2 * k + 1, 50) for k in range(start, count)]
    with path.open("rb") as file, open_video(file, path.name, 10**6) as opened:
        return [number(frame) for frame in FrameReader(opened, video.origin, clock=video.clock).at(middles)]


@pytest.mark.parametrize("name", READABLE)
def test_a_moving_image_is_a_video_and_a_single_picture_is_none(name: str, tmp_path: Path) -> None:
    options = IMAGES[name]
    video = clip(tmp_path / name, options, 30)
    assert shown(video) == list(range(30))
    assert shown(video, 20) == list(range(20, 30))
    manifest = render(video, tmp_path / "out")
    stills = [tmp_path / "out" / "a" / file.key for file in manifest.files if file.kind == "still"]
    assert [clips.read(jpeg(still)) for still in stills] == [0, 25]
    with pytest.raises(FormatRefused, match="is an image, not a video"):
        api.probe(clip(tmp_path / f"one-{name}", options, 1))


@pytest.mark.parametrize("name", RAW)
def test_a_raw_stream_is_recognised_by_its_content(name: str, tmp_path: Path) -> None:
    video = clip(tmp_path / name, RAW[name], 12)
    video = video.rename(tmp_path / "film.bin")
    assert shown(video) == list(range(12))
    assert shown(video, 7) == list(range(7, 12))


@pytest.mark.parametrize("name", CODECS)
def test_less_common_codecs_are_decoded(name: str, tmp_path: Path) -> None:
    video = clip(tmp_path / name, CODECS[name], 12)
    assert shown(video) == list(range(12))
    assert shown(video, 7) == list(range(7, 12))


def test_vp9_may_begin_with_an_intra_only_frame(tmp_path: Path) -> None:
    video = beginning_intra_only(clips.make(tmp_path / "a.webm", codec="libvpx-vp9", options=VP9, frames=30), tmp_path)
    assert shown(video) == list(range(30))
    assert shown(video, 20) == list(range(20, 30))


def beginning_intra_only(video: Path, folder: Path) -> Path:
    """Copy a VP9 video, its keyframe rewritten as a hidden intra-only frame and one that shows it, in one packet."""
    path = folder / "intra-only.webm"
    with av.open(str(video)) as source, av.open(str(path), "w") as target:
        stream = source.streams.video[0]
        copied = target.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.dts is None:
                continue
            data = bytes(packet)
            if packet.is_keyframe:
                frames = (_hidden(data), bytes([0b10001000]))
                mark = bytes([0b11001001])
                data = b"".join(frames) + mark + b"".join(len(each).to_bytes(2, "little") for each in frames) + mark
            written = av.Packet(data)
            written.pts, written.dts, written.time_base = packet.pts, packet.dts, packet.time_base
            written.stream = copied
            written.is_keyframe = False
            target.mux(written)
    return path


def _hidden(data: bytes) -> bytes:
    """Rewrite the uncompressed header (VP9 bitstream specification, 6.2) of an error-resilient keyframe."""
    bits = "".join(f"{byte:08b}" for byte in data[:64])
    end = 36 + 32  # after frame marker, flags, sync code, colours and size
    end += 1 + 2 + 9  # render size, frame context, level and sharpness of the loop filter
    end += 1 + (int(bits[end]) and 1 + int(bits[end + 1]) * sum_of_deltas(bits[end + 2 :]))
    end += 8
    for _ in range(3):  # the quantizers of single planes
        end += 1 + 5 * int(bits[end])
    end += 1 + 1 + 16  # no segmentation, one row of tiles, size of the next header
    hidden = f"{bits[:4]}010{bits[7]}1{bits[8:32]}{'1' * 8}{bits[36:end]}"
    hidden += "0" * (-len(hidden) % 8)
    return int(hidden, 2).to_bytes(len(hidden) // 8, "big") + data[-(-end // 8) :]


def sum_of_deltas(bits: str) -> int:
    """Give the length of the six changes of the loop filter."""
    length = 0
    for _ in range(6):
        length += 1 + 7 * int(bits[length])
    return length


def test_a_podcasts_slides_are_shown(tmp_path: Path) -> None:
    """The only track of pictures is the chapters' of the sound track: more than a cover."""
    video = slides(tmp_path / "a.mp4", frames=100)
    assert shown(video) == list(range(100))


def test_a_podcasts_cover_is_no_video(tmp_path: Path) -> None:
    with pytest.raises(NoVideo, match="only sound"):
        api.probe(slides(tmp_path / "a.mp4", frames=1))


def slides(path: Path, frames: int) -> Path:
    """Make an MP4 with sound, and pictures as the sound's chapters: in its `trak` is `tref` with `chap` (QTFF)."""
    options = clips.Options(codec="mjpeg", options={"q": "3"}, pixels="yuvj420p", audio_seconds=4)
    data = bytearray(clip(path, options, frames).read_bytes())
    moov = data.index(b"moov") - 4
    sound = data.rindex(b"trak") - 4
    reference = b"\0\0\0\x14tref\0\0\0\x0cchap\0\0\0\1"
    end = sound + int.from_bytes(data[sound : sound + 4], "big")
    for box in (moov, sound):
        size = int.from_bytes(data[box : box + 4], "big") + len(reference)
        data[box : box + 4] = size.to_bytes(4, "big")
    data[end:end] = reference
    path.write_bytes(data)
    return path


def test_of_two_default_tracks_the_one_that_moves_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    with av.open(str(path), "w") as container:
        tracks = [container.add_stream("libx264", rate=25, options=clips.X264) for _ in range(2)]
        for stream, (width, height), count in zip(tracks, ((640, 384), (160, 96)), (1, 25), strict=True):
            stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
            stream.disposition = Disposition.default
            for k in range(count):
                frame = av.VideoFrame.from_ndarray(clips.paint(k, width, height), format="rgb24")
                frame.pts, frame.time_base = k, SECOND
                container.mux(stream.encode(frame))
        for stream in tracks:
            container.mux(stream.encode(None))
    assert api.probe(path).width == 160
    assert shown(path) == list(range(25))


@pytest.mark.parametrize("brand", [b"avif", b"heic", b"mif1"])
def test_an_image_file_without_a_track_of_pictures_is_refused_before_libav_opens_it(brand: bytes) -> None:
    head = b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0" + brand + b"miaf"
    with pytest.raises(FormatRefused, match="is an image"):
        probe(io.BytesIO(head + bytes(100)), "a.avif", Limits())


def test_a_raw_picture_that_reads_as_text_is_a_video(tmp_path: Path) -> None:
    grey = np.full((96, 160, 3), 90, np.uint8)
    video = clip(tmp_path / "a.y4m", RAW["a.y4m"], 4, pictures=[grey] * 4)
    assert video.read_bytes()[:4096].isascii()
    assert api.probe(video).duration == Fraction(4, 25)


def test_every_listed_decoder_is_libavs() -> None:
    """Newer versions decode the formats of capture cards as rawvideo."""
    missing = {name for name in DECODERS if not is_decoder(name)}
    assert missing <= {"webp_anim", "v308", "v408", "v410", "y41p", "yuv4"}


def is_decoder(name: str) -> bool:
    try:
        return av.Codec(name, "r").name == name
    except ValueError:
        return False


def test_a_decoder_that_cannot_be_opened_is_damage_of_the_video(tmp_path: Path) -> None:
    data = bytearray(clip(tmp_path / "a.avi", CODECS["zlib.avi"], 12).read_bytes())
    format_of_pictures = data.index(b"strf") + 8
    data[format_of_pictures + 44] = 255  # in the extradata, the kind of picture
    with pytest.raises(Damaged, match="no decodable picture"):
        probe(io.BytesIO(data), "a.avi", Limits())
