"""Which clock a video has, and what only reading all its packets tells: its end, its splices, where jobs may begin."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise
from typing import NamedTuple

import av
from av.video.frame import VideoFrame
from msgspec.structs import replace

from flickbook.core.model import Clock, Cue
from flickbook.media.input import Opened
from flickbook.media.packets import VideoPacket, demux, has_timestamps, jumps, packet_pts, seek_byte, time_base
from flickbook.media.timeline import Timeline, usual_duration

# These containers have no pts. libav guesses some from the pictures' types, and is wrong where packets hold two.
_WITHOUT_PTS = frozenset({"avi", "asf", "ogg"})
# Pictures that are reordered show themselves in so many packets.
HEAD_PACKETS = 60
# A plan and each job carry the cues. Of more, every second one is dropped.
_MOST_CUES = 512
# A transport stream up to this size is read as a whole, one in a remote store up to the second size. A gigabyte takes a
# second of processor time.
_WHOLE_BYTES, _WHOLE_REMOTE_BYTES = 2**33, 2**28
# Of larger ones so many places. A clock that jumps runs backwards, or much faster, between some of them.
_SAMPLES = 64
_UNEVEN, _UNEVEN_SECONDS = 5, 10


class Survey(NamedTuple):
    """What all packets of a file tell: its clock, and the tick at which the last picture ends."""

    clock: Clock
    end: int | None


def find_clock(opened: Opened, begin: int | None, head: list[VideoPacket], frame: VideoFrame) -> Clock:
    """Return the clock of a video by its container and its first packets and frame; if need be, some more are read."""
    reordered = opened.stream.codec_context.has_b_frames
    if not has_timestamps(opened):
        usual = usual_duration(opened)
        delay = sum(packet.duration or usual for packet in head[:-1] if packet.size)
        return Clock("count", reordered, -delay if reordered else 0)
    first = next((packet.dts for packet in head if packet.dts is not None), None)
    if _has_pts(opened) and (not reordered or _is_in_order(opened, head, frame)):
        return Clock()
    lag = 0 if first is None else (begin or first) - first
    return Clock("dts", reordered, lag)


def survey(opened: Opened, clock: Clock) -> Survey:
    """Read all packets: a spliced file or one without useful seeks gets cues."""
    timeline = Timeline(opened, clock, splices=True)
    cues: list[Cue] = []
    end = end_of(timeline, _noting(cues, opened, timeline))
    needed = not jumps(opened) or timeline.spliced or opened.container.format.name == "mpeg"
    if clock.source == "count" and end is not None:
        end -= clock.lag
    return Survey(replace(clock, cues=tuple(cues)) if needed else clock, end)


def runs_evenly(opened: Opened, end: int) -> bool:
    """Return whether samples of a large transport stream, and its expected end, show a clock without jumps.

    Smaller files, and program streams, which need cues, are rather read as a whole.
    """
    size = opened.container.size
    whole = _WHOLE_BYTES if opened.expect is None else _WHOLE_REMOTE_BYTES  # remote files read ahead
    if opened.container.format.name == "mpeg" or size <= whole:
        return False
    stamps = [_stamp_at(opened, size * number // _SAMPLES) for number in range(_SAMPLES)]
    known = [stamp for stamp in stamps if stamp is not None]
    steps = sorted(after - before for before, after in pairwise([*known, end]))
    most = _UNEVEN * steps[len(steps) // 2] + int(_UNEVEN_SECONDS / time_base(opened))
    return len(known) == _SAMPLES and steps[0] >= 0 and steps[-1] <= most


def _stamp_at(opened: Opened, position: int) -> int | None:
    packet = next(demux(opened), None) if seek_byte(opened, position) else None
    return None if packet is None else packet_pts(packet)


def end_of(timeline: Timeline, packets: Iterable[VideoPacket]) -> int | None:
    """Return the tick at which the last picture of packets ends.

    A picture without timestamps ends no earlier than its turn in the decoder does.
    """
    end: int | None = None
    turn: int | None = None
    for packet in packets:
        duration = timeline.duration(packet)
        pts = packet_pts(packet)
        if packet.dts is not None or turn is not None:
            turn = duration + (turn or 0 if packet.dts is None else packet.dts)
        if not packet.is_discard and not packet.is_corrupt:
            ends = [tick for tick in (end, turn if pts is None else pts + duration) if tick is not None]
            end = max(ends, default=None)
    return end


def _noting(cues: list[Cue], opened: Opened, timeline: Timeline) -> Iterator[VideoPacket]:
    """Yield all packets, and note cues on the way."""
    before, position, spacing = 0, 0, 0
    for packet in timeline.read_again():
        # Small pictures that share a packet of the container have no position.
        position = position if packet.pos is None else packet.pos
        if packet.is_keyframe and packet.dts is not None and packet.pts is not None:
            if not cues or packet.dts >= cues[-1].dts + spacing:
                # Beginning at the keyframe before it, libav finds the packet's right times also in MPEG-PS.
                begin = before if has_timestamps(opened) else position
                cues.append(Cue(begin, packet.size, packet.pts, packet.dts, timeline.shift))
            if len(cues) > _MOST_CUES:
                del cues[1::2]
                spacing = 2 * (cues[-1].dts - cues[0].dts) // _MOST_CUES
            before = position
        yield packet


def _has_pts(opened: Opened) -> bool:
    # Matroska keeps the tag of a codec that was taken over from AVI, and then has only dts.
    name = opened.container.format.name
    return name not in _WITHOUT_PTS and not (
        name.startswith("matroska") and opened.stream.codec_context.codec_tag.strip("\0")
    )


def _is_in_order(opened: Opened, head: list[VideoPacket], first: VideoFrame) -> bool:
    """Return whether the pts ascend in order of presentation, as far as the first packets show.

    They do if their distances from the dts differ, as where pictures are reordered. Otherwise some frames are decoded.
    """
    lags = {packet.pts - packet.dts for packet in head if packet.pts is not None and packet.dts is not None}
    packets = chain(islice(demux(opened), HEAD_PACKETS), [None]) if len(lags) < 2 else ()
    last = first.pts or 0
    for packet in packets:
        if packet is not None and packet.pts is not None and packet.dts is not None:
            lags.add(packet.pts - packet.dts)
        if len(lags) > 1:
            break
        try:
            frames = opened.codec.decode(packet) if packet is None or packet.size else []
        except av.FFmpegError:
            continue
        for frame in frames:
            if frame.pts is not None and frame.pts < last:
                return False
            last = frame.pts or last
    return True
