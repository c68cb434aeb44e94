"""Open a video by libav, with a nameless file object and whitelists only.

Given a path, or a file object with a name, libav opens the other files and hosts that a playlist or concat script
names. Three barriers prevent that: files that begin like something else than a video are refused, only listed demuxers
are allowed, and no protocol may be opened.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import Any, BinaryIO, Protocol, runtime_checkable

import av
from av.codec.context import CodecContext
from av.codec.hwaccel import HWAccel
from av.container import InputContainer
from av.stream import Discard, Disposition
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from flickbook.errors import CodecUnsupported, FormatRefused, LimitExceeded, NoVideo
from flickbook.media.accepted import DECODERS, DEMUXERS, IMAGES, RAW, REFUSED, SEQUENCES

_OPTIONS = {"format_whitelist": DEMUXERS, "protocol_whitelist": "none"}
# PyAV 18 needs this argument to accept tags in other encodings than UTF-8; PyAV 19 always accepts them, without it.
_TOLERANT: dict[str, Any] = {"metadata_errors": "replace"} if int(av.__version__.partition(".")[0]) < 19 else {}
# libav's own decoders of VP8 and VP9 leave the transparency of WebM out.
_ALPHA_DECODERS = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
# Fewer pictures are a still image or a cover.
_MOVING = 2
_WEBP_ANIMATION = 2
_NOT_VIDEO = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image


@runtime_checkable
class ReadAhead(Protocol):
    """A file that reads ahead until the byte that `expect` announces."""

    def expect(self, end: int, /) -> None: ...


class Opened:
    """An open video: the container, its picture track, the decoder, and the subject of errors.

    `expect` announces to a file that reads ahead the byte until which it will be read. Other tracks than the picture
    track are discarded unparsed. Every decoder gets the `codec_options`.
    """

    container: InputContainer
    stream: VideoStream
    codec: VideoCodecContext

    def __init__(self, file: BinaryIO, subject: str, max_pixels: int, stack: ExitStack) -> None:
        self._file, self._stack = file, stack
        self.subject = subject
        self.expect = file.expect if isinstance(file, ReadAhead) else None
        self.reopen()
        self.codec = _decoder(self.stream)
        self.codec_options = {"max_pixels": str(max_pixels)}
        self.codec.options = dict(self.codec_options)

    def reopen(self) -> None:
        """Begin anew at the first packet, for formats in which libav cannot seek back to it. The decoder stays."""
        self.container = self._stack.enter_context(_open_container(self._file, self.subject))
        self.stream = _choose_stream(self.container, self.subject)
        for stream in self.container.streams:
            if stream.index != self.stream.index:
                stream.discard = Discard.all

    def second_decoder(self, acceleration: HWAccel) -> VideoCodecContext:
        """Return another decoder of the picture track, on a card. Raises RuntimeError or av.FFmpegError."""
        position = self._file.tell()
        try:
            self._file.seek(0)
            again = av.open(_Nameless(self._file), "r", options=dict(_OPTIONS), hwaccel=acceleration, **_TOLERANT)
            container: InputContainer = self._stack.enter_context(again)
        finally:
            self._file.seek(position)
        return _choose_stream(container, self.subject).codec_context


class _Nameless:
    """A file object without a name: libav would guess the format from a name."""

    def __init__(self, file: BinaryIO) -> None:
        self.read = file.read
        self.tell = file.tell
        self._seek = file.seek

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._seek(offset, whence)
        except (OSError, ValueError):
            return -1  # a damaged index sends libav to where no file can be: an error of libav's, not of the file


@contextmanager
def open_video(file: BinaryIO, subject: str, max_pixels: int) -> Iterator[Opened]:
    """Open a video's container and choose its picture track.

    The decoder refuses pictures of more than `max_pixels`. Raises FormatRefused, NoVideo or CodecUnsupported.
    """
    if _refuse_by_magic(file, subject):
        _refuse_still(file, subject, max_pixels)
    with ExitStack() as stack:
        yield Opened(file, subject, max_pixels, stack)


def _refuse_by_magic(file: BinaryIO, subject: str) -> bool:
    """Refuse files that begin like something else than a video. Return whether the file is an image that may move."""
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = next((name for at, beginnings, name in REFUSED if start.startswith(beginnings, at)), None)
    image = any(start.startswith(beginnings, at) for at, beginnings in IMAGES)
    brands = start[8 : int.from_bytes(start[:4], "big")]
    if image and start[4:8] == b"ftyp" and not any(brand in brands for brand in SEQUENCES):
        kind = "an image"
    if not head:
        kind = "empty"
    elif kind is None and not start.startswith(RAW) and not image and _is_text(head):
        kind = "text"
    if kind is not None:
        raise FormatRefused(subject, f"is {kind}, not a video", "give a video file")
    return image


def _refuse_still(file: BinaryIO, subject: str, max_pixels: int) -> None:
    """Refuse an image of less than two pictures, one that is too large, and animated WebP if libav does not read it."""
    head = file.read(32)
    # libav decodes a first picture while it opens the file, before the decoder has its limit.
    width, height = _canvas(head)
    if width * height > max_pixels:
        fault = f"is {width}×{height} pixels, more than the {max_pixels:,} allowed"
        raise LimitExceeded(subject, fault, "raise FLICKBOOK_MAX_SIDE if that is right")
    try:
        with _open_container(file, subject) as container:
            packets = container.demux(_choose_stream(container, subject))
            pictures = sum(packet.size > 0 for packet in islice(packets, 2))
    except (av.FFmpegError, FormatRefused, NoVideo, CodecUnsupported) as error:
        if head[8:16] == b"WEBPVP8X" and head[20] & _WEBP_ANIMATION:
            fault = "is an animated WebP, which the installed version of PyAV does not read"
            raise FormatRefused(subject, fault, "use Python 3.12 or later, or convert it to GIF or MP4") from error
        pictures = 0
    if pictures < _MOVING:
        raise FormatRefused(subject, "is an image, not a video", "give a video file")


def _canvas(head: bytes) -> tuple[int, int]:
    """Return the size of an image as a whole, 0 × 0 if another part of the file says it."""
    if head.startswith(b"GIF8"):
        return int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")
    if head.startswith(b"\x89PNG"):
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    if head[8:16] == b"WEBPVP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return 0, 0


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
    file.seek(0)
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
    """Return the default picture track; of several, one that moves; of several such, the largest."""
    pictures = [stream for stream in container.streams if isinstance(stream, VideoStream)]
    tracks = [stream for stream in pictures if not stream.disposition & _NOT_VIDEO]
    # A podcast's slides are a track of thumbnails: all that there is to see.
    tracks = tracks or [stream for stream in pictures if stream.frames >= _MOVING]
    if not tracks:
        fault = "has only sound, no pictures" if container.streams.audio else "has no pictures"
        raise NoVideo(subject, fault, "give a file with a video in it")
    default = [stream for stream in tracks if stream.disposition & Disposition.default]
    chosen = max(default or tracks, key=lambda stream: (_moves(stream), _area(stream)))
    context = chosen.codec_context
    if context is None or context.codec.name not in DECODERS:
        name = context.codec.name if context is not None else "unknown"
        remedy = "convert it to H.264, HEVC, VP9 or AV1"
        raise CodecUnsupported(subject, f"is in a codec without a decoder here ({name})", remedy)
    return chosen


def _moves(stream: VideoStream) -> bool:
    """Return False for a track of one picture: by MP4's index, or by Matroska's tag. Other containers do not say it."""
    return str(stream.frames or stream.metadata.get("NUMBER_OF_FRAMES")) != "1"


def _decoder(stream: VideoStream) -> VideoCodecContext:
    name = _ALPHA_DECODERS.get(stream.codec_context.name)
    if name is None or stream.metadata.get("alpha_mode") != "1":
        return stream.codec_context
    context = CodecContext.create(name, "r")
    assert isinstance(context, VideoCodecContext)
    return context


def _area(stream: VideoStream) -> int:
    context = stream.codec_context
    return context.width * context.height if context is not None else 0
