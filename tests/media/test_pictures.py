"""Colours, shapes and brightness of pictures are those that a player shows."""

import io
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream
from PIL import ExifTags, Image

from flickbook import api
from flickbook.core.model import Video
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Painter, shared_painter
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import gif_frames, jpeg, render

BT709, BT601, BT2020 = 1, 5, 9
LIMITED, FULL = 1, 2
PQ, HLG = 16, 18
BARS = np.array(
    [[235, 235, 235], [190, 190, 20], [20, 190, 190], [20, 190, 20], [190, 20, 190], [190, 20, 20]], np.uint8
)
LOSSLESS = {"preset": "ultrafast", "qp": "0"}


def bars(width: int, height: int) -> clips.Rgb:
    return np.tile(BARS[np.arange(width) * len(BARS) // width], (height, 1, 1))


def first_picture(path: Path, width: int | None = None, height: int | None = None) -> clips.Rgb:
    """Paint the first frame as a sink would."""
    video = api.probe(path)
    painter = Painter(video, width or video.width, height or video.height)
    with path.open("rb") as file, open_video(file, path.name, 10**7) as opened:
        (frame,) = FrameReader(opened, video.origin, interlaced=video.interlaced, clock=video.clock).at([Fraction(0)])
        return painter.paint(frame)


def bar_colours(picture: clips.Rgb) -> clips.Rgb:
    height, width = picture.shape[:2]
    return np.array([picture[height // 2, (2 * k + 1) * width // 12] for k in range(len(BARS))])


@pytest.mark.parametrize("matrix", [BT709, BT601, BT2020])
@pytest.mark.parametrize("levels", [LIMITED, FULL])
def test_the_streams_own_matrix_and_range_are_used(matrix: int, levels: int, tmp_path: Path) -> None:
    tags = {"colorspace": matrix, "color_range": levels}
    video = clips.make(
        tmp_path / "bars.mp4", pictures=[bars(192, 96)] * 3, frames=3, size=(192, 96), tags=tags, options=LOSSLESS
    )
    assert np.abs(bar_colours(first_picture(video)).astype(int) - BARS).max() <= 4


@pytest.mark.parametrize(("size", "matrix"), [((192, 96), BT601), ((1280, 96), BT709), ((192, 720), BT709)])
def test_a_stream_without_a_matrix_gets_the_one_that_players_assume(
    size: tuple[int, int], matrix: int, tmp_path: Path
) -> None:
    marked = clips.make(
        tmp_path / "marked.mkv",
        pictures=[bars(*size)],
        frames=1,
        size=size,
        tags={"colorspace": matrix},
        options=LOSSLESS,
    )
    frame = next(av.open(str(marked)).decode(video=0))
    frame.colorspace = 2
    assert np.abs(bar_colours(Painter(api.probe(marked), *size).paint(frame)).astype(int) - BARS).max() <= 4


@pytest.mark.parametrize(
    ("pixels", "codec"),
    [
        ("yuv422p", "libx264"),
        ("yuv444p", "libx264"),
        ("yuv420p10le", "libx264"),
        ("yuv422p10le", "libx264"),
        ("yuv444p10le", "libx264"),
        ("yuv420p12le", "libx265"),
        ("yuv444p12le", "libx265"),
        ("yuvj420p", "libx264"),
    ],
)
def test_every_subsampling_and_depth_comes_out_in_the_right_colours(pixels: str, codec: str, tmp_path: Path) -> None:
    options = (
        LOSSLESS
        if codec == "libx264"
        else {"preset": "ultrafast", "x265-params": "log-level=none:lossless=1:bframes=0"}
    )
    video = clips.make(
        tmp_path / "bars.mkv",
        pictures=[bars(192, 96)] * 2,
        frames=2,
        size=(192, 96),
        pixels=pixels,
        codec=codec,
        options=options,
    )
    assert np.abs(bar_colours(first_picture(video)).astype(int) - BARS).max() <= 5
    small = first_picture(video, 48, 24)
    assert small.shape == (24, 48, 3)
    assert np.abs(bar_colours(small).astype(int) - BARS).max() <= 8


@pytest.mark.parametrize("pixels", ["yuv440p", "yuv440p10le", "yuv440p12le", "yuv444p", "yuv444p10le"])
def test_chroma_of_full_width_keeps_its_width(pixels: str, tmp_path: Path) -> None:
    """Columns of one pixel, red and blue in turn."""
    columns = np.array([[[190, 20, 20], [20, 20, 190]]], np.uint8)
    picture = np.tile(columns, (64, 48, 1))
    video = clips.make(
        tmp_path / "a.mkv", pictures=[picture], frames=1, size=(96, 64), pixels=pixels, codec="ffv1", options={}
    )
    assert np.abs(first_picture(video)[8:56, 8:88].astype(int) - picture[8:56, 8:88]).max() <= 6


@pytest.mark.parametrize(
    ("shape", "aspect", "rotation", "shown", "gif"),
    [
        ((160, 96), None, None, (160, 96), (64, 38)),
        ((96, 160), None, None, (96, 160), (38, 64)),
        ((160, 96), None, 90, (96, 160), (38, 64)),
        ((144, 96), Fraction(16, 11), None, (209, 96), (64, 29)),
        ((144, 96), Fraction(8, 9), None, (128, 96), (64, 48)),
        ((144, 96), Fraction(16, 11), 90, (96, 209), (29, 64)),
        ((161, 97), None, None, (161, 97), (64, 39)),
        ((34, 18), None, None, (34, 18), (34, 18)),
    ],
)
def test_pictures_are_upright_with_square_pixels_and_never_enlarged(
    shape: tuple[int, int],
    aspect: Fraction | None,
    rotation: int | None,
    shown: tuple[int, int],
    gif: tuple[int, int],
    tmp_path: Path,
) -> None:
    video = clips.make(tmp_path / "a.mp4", size=shape, aspect=aspect, rotation=rotation, frames=4, pixels="yuv444p")
    manifest = render(video, tmp_path / "out", make_recipe(size=64))
    assert (manifest.width, manifest.height) == shown
    animation, still = manifest.files[0], manifest.files[1]
    assert (animation.width, animation.height) == gif
    book = tmp_path / "out" / "a"
    assert gif_frames((book / animation.key).read_bytes())[0].shape[1::-1] == gif
    assert jpeg(book / still.key).shape[1::-1] == shown


# How a picture is stored that an Exif orientation sets upright: https://www.cipa.jp/std/documents/download_e.html?DC-008.
STORED = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE"}


@pytest.mark.parametrize(
    ("codec", "orientation", "stored"),
    [("mjpeg", 1, None), *(("mjpeg", *each) for each in STORED.items()), ("png", 8, "ROTATE_270")],
)
def test_pictures_of_a_camera_are_upright_by_their_exif(
    codec: str, orientation: int, stored: str | None, tmp_path: Path
) -> None:
    """Exif is side data of a type that PyAV 18 cannot name."""
    picture = Image.fromarray(clips.paint(77, 160, 96))
    if stored is not None:
        picture = picture.transpose(Image.Transpose[stored])
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    file = io.BytesIO()
    picture.save(file, "JPEG" if codec == "mjpeg" else "PNG", exif=exif, subsampling=0)
    path = tmp_path / "a.mov"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=1)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = *picture.size, "yuvj444p" if codec == "mjpeg" else "rgb24"
        packet = av.Packet(file.getvalue())
        packet.stream, packet.time_base, packet.pts, packet.dts = stream, Fraction(1), 0, 0
        container.mux(packet)
    assert clips.read(first_picture(path)) == 77


def probe_result(**fields: object) -> Video:
    known = {"duration": Fraction(1), "declared": Fraction(1), "origin": Fraction(0), "rotation": 0}
    more = {"frame_rate": Fraction(25), "codec": "h264", "pixel_format": "yuv420p", "container": "mov"}
    return Video(**{**known, **more, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("transfer", [PQ, HLG])
def test_hdr_comes_out_viewable(transfer: int) -> None:
    """A grey wedge: black stays black, reference white is bright, steps stay apart, greys stay grey."""
    wedge = np.repeat(np.linspace(0, 1, 256)[None, :], 64, axis=0)
    frame = av.VideoFrame.from_ndarray(
        (np.repeat(wedge[..., None], 3, axis=2) * 65535).astype(np.uint16), format="rgb48le"
    )
    frame = frame.reformat(format="yuv420p10le", dst_colorspace=BT2020, dst_color_range=LIMITED)
    frame.colorspace, frame.color_range, frame.color_trc, frame.color_primaries = BT2020, LIMITED, transfer, BT2020
    picture = Painter(probe_result(width=256, height=64, hdr=True), 256, 64).paint(frame)
    line = picture[32].astype(int)
    assert line[0].max() <= 3
    assert (line.max(axis=1) - line.min(axis=1)).max() <= 6
    assert (np.diff(line[:, 1]) >= -1).all()
    # ITU-R BT.2408: reference white is at 58 % of PQ and 75 % of HLG.
    white = line[int(255 * (0.58 if transfer == PQ else 0.75)), 1]
    assert 195 <= white <= 235
    assert line[-1, 1] >= 245


def test_hdr_colours_keep_their_hue() -> None:
    """A BT.709 red inside BT.2020 PQ stays red; without conversion of primaries it would be a greyish orange."""
    frame = av.VideoFrame.from_ndarray(np.full((16, 16, 3), (33000, 20000, 12000), np.uint16), format="rgb48le")
    frame.color_trc, frame.color_primaries = PQ, BT2020
    red, green, blue = Painter(probe_result(width=16, height=16, hdr=True), 16, 16).paint(frame)[8, 8].astype(int)
    assert red > 150
    assert red - green > 60
    assert green >= blue


def test_interlaced_frames_are_deinterlaced(tmp_path: Path) -> None:
    """Two fields with a bar in different places: the alternating lines of combing must disappear."""
    pictures = []
    for number in range(12):
        fields = [np.full((96, 160, 3), 30, np.uint8) for _ in range(2)]
        for parity in range(2):
            left = 20 + number * 8 + parity * 4
            fields[parity][:, left : left + 24] = 220
        woven = fields[0].copy()
        woven[1::2] = fields[1][1::2]
        pictures.append(woven)
    options = {**LOSSLESS, "x264-params": "interlaced=1:tff=1", "flags": "+ildct+ilme"}
    video = clips.make(tmp_path / "field.mkv", pictures=pictures, frames=12, options=options)
    assert api.probe(video).interlaced
    still = jpeg(tmp_path / "out" / "field" / render(video, tmp_path / "out").files[1].key).astype(int)
    row_to_row = np.abs(np.diff(still[20:76, :, 1], axis=0))
    assert row_to_row.max() < 60, "lines alternate: combing is left"


def test_outputs_of_one_size_paint_a_frame_once() -> None:
    first, second = (av.VideoFrame.from_ndarray(clips.paint(number, 160, 96), format="rgb24") for number in (5, 6))
    video = probe_result(width=160, height=96)
    painter, same = shared_painter(video, 80, 48), shared_painter(video, 80, 48)
    shown = painter.paint(first)
    assert same.paint(first) is shown
    assert clips.read(same.paint(second)) == 6
    assert shared_painter(video, 40, 24).paint(first).shape == (24, 40, 3)
    assert shared_painter(video, 80, 48, "#ffffff") is not painter
    with ThreadPoolExecutor(1) as other:
        assert other.submit(shared_painter, video, 80, 48).result() is not painter, "a scaler serves one thread"
