"""Open a video by libav, with a nameless file object and whitelists only.

Given a path, or a file object with a name, libav opens the other files and hosts that a playlist or concat script
names. Three barriers prevent that: files that begin like something else than a video are refused, only listed demuxers
are allowed, and no protocol may be opened.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, Protocol, runtime_checkable

import av
from av.container import InputContainer
from av.stream import Discard, Disposition
from av.video.stream import VideoStream

from flickbook.errors import CodecUnsupported, FormatRefused, NoVideo

DEMUXERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,avi,flv,live_flv,asf,ogg,mxf,nut,ivf,dv,wtv,swf"
_DECODER_NAMES = """
    h264 hevc vvc vp8 vp9 libvpx-vp9 av1 libdav1d mpeg1video mpeg2video mpeg4 msmpeg4 msmpeg4v1 msmpeg4v2
    msmpeg4v3 h263 h263p flv flv1 vp6 vp6f vp6a vc1 wmv1 wmv2 wmv3 theora prores dnxhd mjpeg mjpegb dvvideo
    ffv1 huffyuv ffvhuff rawvideo svq1 svq3 cinepak indeo3 rv30 rv40 utvideo jpeg2000 png qtrle cfhd
"""
DECODERS = frozenset(_DECODER_NAMES.split())
_OPTIONS = {"format_whitelist": DEMUXERS, "protocol_whitelist": "none"}
# PyAV 18 needs this argument to accept tags in other encodings than UTF-8; PyAV 19 always accepts them, without it.
_TOLERANT: dict[str, Any] = {"metadata_errors": "replace"} if int(av.__version__.partition(".")[0]) < 19 else {}
_NOT_VIDEO = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image

_MAGIC: tuple[tuple[int, tuple[bytes, ...], str], ...] = (
    (0, (b"#EXTM3U", b"ffconcat", b"v=0\r", b"v=0\n", b"[playlist]", b"<MPD", b"<SmoothStreamingMedia"), "a playlist"),
    (0, (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\0\0\1\0"), "an image"),
    (8, (b"WEBP", b"avif", b"avis", b"heic", b"heix", b"mif1"), "an image"),
    (0, (b"<?xml", b"<!DOCTYPE", b"<html", b"<svg", b"%PDF", b"PK\3\4"), "a document"),
)


@runtime_checkable
class ReadAhead(Protocol):
    """A file that reads ahead until the byte that `expect` announces."""

    def expect(self, end: int, /) -> None: ...


class Opened(NamedTuple):
    """An open video: the container, its picture track, and the subject of errors.

    `expect` announces to a file that reads ahead the byte until which it will be read.
    """

    container: InputContainer
    stream: VideoStream
    subject: str
    expect: Callable[[int], None] | None


class _Nameless:
    """A file object without a name: libav would guess the format from a name."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read
        self.seek = file.seek
        self.tell = file.tell


@contextmanager
def open_video(file: BinaryIO, subject: str, max_pixels: int) -> Iterator[Opened]:
    """Open a video's container and choose its picture track; other tracks are discarded unparsed.

    The decoder refuses pictures of more than `max_pixels`. Raises FormatRefused, NoVideo or CodecUnsupported.
    """
    _refuse_by_magic(file, subject)
    with _open_container(file, subject) as container:
        stream = _choose_stream(container, subject)
        stream.codec_context.options = {"max_pixels": str(max_pixels)}
        yield Opened(container, stream, subject, file.expect if isinstance(file, ReadAhead) else None)


def _refuse_by_magic(file: BinaryIO, subject: str) -> None:
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    kind = None
    for offset, beginnings, name in _MAGIC:
        if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(beginnings, offset):
            kind = name
    if not head:
        kind = "empty"
    elif kind is None and _is_text(head):
        kind = "text"
    if kind is not None:
        raise FormatRefused(subject, f"is {kind}, not a video", "give a video file")


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        # A character may be cut in two at the end of `head`.
        if error.start < len(head) - 4:
            return False
        text = head[: error.start].decode("utf-8")
    return all(character.isprintable() or character in "\t\r\n\f" for character in text)


def _open_container(file: BinaryIO, subject: str) -> InputContainer:
    head = file.read(12)
    file.seek(0)
    try:
        container: InputContainer = av.open(_Nameless(file), "r", options=dict(_OPTIONS), **_TOLERANT)
    except (av.FFmpegError, ValueError) as error:
        if head[4:8] in (b"ftyp", b"mdat", b"wide", b"free"):
            fault = "has no index (moov): the recording or the upload was cut off"
            raise FormatRefused(subject, fault, "upload it again, or repair it first") from error
        reason = error.strerror if isinstance(error, av.FFmpegError) else error
        fault = f"is not a video that Flickbook reads ({reason})"
        raise FormatRefused(subject, fault, "convert it to MP4, Matroska, WebM or MPEG-TS") from error
    return container


def _choose_stream(container: InputContainer, subject: str) -> VideoStream:
    tracks = [stream for stream in container.streams if isinstance(stream, VideoStream)]
    tracks = [stream for stream in tracks if not stream.disposition & _NOT_VIDEO]
    if not tracks:
        found = "only sound" if container.streams.audio else "no picture track"
        raise NoVideo(subject, f"has {found}, no video", "give a file with a picture track")
    default = [stream for stream in tracks if stream.disposition & Disposition.default]
    chosen = max(default or tracks, key=_area)
    context = chosen.codec_context
    if context is None or context.codec.name not in DECODERS:
        name = context.codec.name if context is not None else "unknown"
        remedy = "convert it to H.264, HEVC, VP9 or AV1"
        raise CodecUnsupported(subject, f"is in a codec without a decoder here ({name})", remedy)
    for stream in container.streams:
        if stream.index != chosen.index:
            stream.discard = Discard.all
    return chosen


def _area(stream: VideoStream) -> int:
    context = stream.codec_context
    return context.width * context.height if context is not None else 0
