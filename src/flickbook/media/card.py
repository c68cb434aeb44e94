"""The card of this machine that decodes videos: the one that was asked for, opened by libav.

libav decodes on a card in two ways. Decoders such as `h264` hand their work to it (`cuda`; in other builds of PyAV also
`vaapi`, `videotoolbox` …): their frames have the order, times and side data of the processor's. That is used here.
Decoders for one card alone, such as `h264_qsv`, are not.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import av
from av.codec import Codec
from av.codec.context import CodecContext
from av.codec.hwaccel import HWAccel
from av.video.codeccontext import VideoCodecContext

from flickbook.errors import UsageError
from flickbook.media.card_decoder import CardDecoder, Decoder, reason_of
from flickbook.media.card_places import Places
from flickbook.media.input import Opened

# `auto` tries this kind: the only one that was held against the processor's frames.
_USUAL = "cuda"
# The standards of these say what each pixel is. Of others, such as MPEG-2 and Motion JPEG, decoders round differently.
_EXACT = frozenset({"h264", "hevc", "vp8", "vp9", "av1"})
# With so many threads, the decoder of a job is about as fast as a card is with one video (H100: 461 frames/s, a core
# 130). `auto` leaves jobs with more threads to the processor.
_MOST_THREADS = 3
_REST_SECONDS = 1.0
# A process that sets the card up for longer before its first job, which has a time limit, is ended by its alarm.
_START_SECONDS = 30
# The mark of a process that does so, in place of a file's name.
_NO_FILE = ""


class Device(Protocol):
    """Opens decoders on a card."""

    name: str
    # Else the first job begins on a core.
    ready: bool

    def decoder(self, opened: Opened) -> Decoder:
        """Open a decoder for a video. Raises NotImplementedError, RuntimeError or av.FFmpegError if it cannot."""
        ...

    def rest(self) -> None:
        """Free what the card keeps for this process, unless another job follows soon."""
        ...


class Card(NamedTuple):
    """A card and its places; `always` uses it for each job, whatever else would be faster."""

    device: Device
    places: Places
    always: bool


_card: Card | None = None


class LibavDevice:
    """A card of a kind of libav's, such as cuda.

    It stays set up between jobs, for that takes 0.2 s, and much longer if several processes do it. Frames stay on it
    until they are put into planes, which loads only those that are wanted.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.ready = False
        self._set_up: HWAccel | None = None
        self._rest = threading.Timer(0, self._free)

    def set_up(self) -> None:
        """Set the card up for this process. Raises av.FFmpegError or RuntimeError if there is none."""
        self._rest.cancel()
        self.ready = True
        if self._set_up is None:
            self._set_up = self._acceleration().create(Codec("h264", "r"))

    def rest(self) -> None:
        """Free the card's memory after a second without a job: at the end all processes would wait for one another."""
        self._rest.cancel()
        self._rest = threading.Timer(_REST_SECONDS, self._free)
        self._rest.daemon = True
        self._rest.start()

    def _free(self) -> None:
        self._set_up = None

    def decoder(self, opened: Opened) -> Decoder:
        """Open a decoder that hands its work to the card."""
        usual = opened.stream.codec_context
        native = Codec(usual.codec.canonical_name, "r")
        if native.name not in _EXACT:
            raise NotImplementedError(f"decoders of {native.name} may round differently")
        if not any(config.device_type.name == self.name for config in native.hardware_configs or ()):
            raise NotImplementedError(f"there is no decoder for {native.name}")
        self.set_up()
        acceleration = self._acceleration()
        if usual.codec.name == native.name:
            codec = opened.second_decoder(acceleration)
        else:
            # The usual decoder of AV1, dav1d, uses no card.
            codec = cast("VideoCodecContext", CodecContext.create(native, "r", acceleration))
            codec.extradata = usual.extradata
            # libav asks the card only if the format is not yet that of its frames, as PyAV sets it.
            codec.width, codec.height, codec.pix_fmt = usual.width, usual.height, usual.pix_fmt or "yuv420p"
        codec.options = dict(opened.codec_options)
        codec.thread_count, codec.thread_type = 1, "NONE"
        return cast("Decoder", codec)

    def _acceleration(self) -> HWAccel:
        # libav's own fallback to the processor would go unnoticed.
        return HWAccel(self.name, allow_software_fallback=False, is_hw_owned=True)


def check(name: str) -> None:
    """Raise UsageError if this machine has no card of a kind, which was asked for by name."""
    codec = Codec("h264", "r")
    kinds = [config.device_type.name for config in codec.hardware_configs or () if config.is_supported]
    fault = f"is no kind of card that the installed PyAV decodes on ({', '.join(kinds) or 'it has none'})"
    if name in kinds:
        try:
            HWAccel(name).create(codec)
        except av.FFmpegError as error:
            fault = f"no such card, or no driver for it, was found on this machine ({reason_of(error)})"
        else:
            return
    raise UsageError(f"decode = {name}", fault, "use decode = auto or decode = cpu")


def use(decode: str, folder: str, count: int) -> None:
    """Let this process decode on a card (`auto` or a kind), which it shares with `count` processes by a folder.

    If the card has room, it is set up at once, unless a process died of that: then each job does it.
    """
    global _card  # noqa: PLW0603  # of the process, as the device is of the machine
    always = decode != "auto"
    device, places = LibavDevice(decode if always else _USUAL), Places(Path(folder), count)
    _set_up_early(device, places, always=always)
    _card = Card(device, places, always)


def _set_up_early(device: LibavDevice, places: Places, *, always: bool) -> None:
    if places.was_left(_NO_FILE):
        places.refuse(_NO_FILE)  # each process that replaces it would die, too
    place = None if places.refuses(_NO_FILE) else places.lock(always=always)
    if place is None:
        return
    place.mark(_NO_FILE)
    signal.alarm(_START_SECONDS)  # the driver's call lets no other thread run
    try:
        device.set_up()
    except (av.FFmpegError, RuntimeError):
        pass  # it is reported with the first file
    finally:
        signal.alarm(0)
    device.rest()
    place.release()


@contextmanager
def accelerated(opened: Opened, threads: int, *, may_change: bool = False) -> Iterator[None]:
    """Let the card of this process decode a video as far as it can, if there is one with room for it.

    `threads` is the number of threads that the processor would use. With `may_change`, a job that begins on the
    processor changes to the card when there is room.
    """
    if _card is None:
        yield
        return
    device, places, always = _card
    usual = opened.codec
    decoder = CardDecoder(usual, device.name, opened.subject, places, lambda: device.decoder(opened))
    if places.was_left(opened.subject):
        decoder.leave("did not come to an end with it")
    try:
        if always or threads <= _MOST_THREADS:
            # A file that is read ahead comes from afar. It should not be read from its beginning again.
            decoder.may_change = may_change and not always and opened.expect is None
            if device.ready or always:
                decoder.begin(always=always)
        opened.codec = cast("VideoCodecContext", decoder)
        yield
    finally:
        opened.codec = usual  # else each would keep the other, and the card's memory, until garbage is collected
        decoder.let_go()
        device.ready = True
        device.rest()
