"""Find out for each packet, before decoding, whether its frame is wanted."""

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from flickbook.media.packets import VideoPacket

_MAX_PENDING = 1024


def lookahead(packets: Iterable[VideoPacket], ticks: Sequence[int]) -> Iterator[tuple[VideoPacket, bool]]:
    """Yield each packet, in order, with whether its frame is on screen at any tick.

    A packet is kept back until that is certain. Let t be the first tick at or after its pts: its frame is wanted if and
    only if no other pts lies in (pts, t]. Since pts ≥ dts and dts ascends, no such pts can follow a dts after t.
    Packets without timestamps, or with a pts before their dts, are wanted.
    """
    pending: deque[VideoPacket] = deque()
    order: list[int] = []
    for packet in packets:
        pending.append(packet)
        if packet.pts is not None and not packet.is_discard:
            insort(order, packet.pts)
        while pending:
            verdict = _is_wanted(pending[0], packet.dts, order, ticks)
            if verdict is None and len(pending) < _MAX_PENDING:
                break
            yield pending.popleft(), verdict is not False
        if len(order) > 2 * _MAX_PENDING:
            del order[:_MAX_PENDING]
    for packet in pending:
        yield packet, _is_wanted(packet, None, order, ticks) is not False


def _is_wanted(packet: VideoPacket, horizon: int | None, order: list[int], ticks: Sequence[int]) -> bool | None:
    if packet.is_discard:
        return False
    if packet.pts is None or packet.dts is None or packet.pts < packet.dts:
        return True
    coming = bisect_left(ticks, packet.pts)
    if coming == len(ticks):
        return False
    after = bisect_right(order, packet.pts)
    if after < len(order) and order[after] <= ticks[coming]:
        return False
    return True if horizon is not None and horizon > ticks[coming] else None
