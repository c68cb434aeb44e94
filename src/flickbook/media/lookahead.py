"""Tell of each packet, before it is decoded, whether anybody wants its frame."""

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from flickbook.media.packets import VideoPacket

_MAX_PENDING = 1024


def lookahead(packets: Iterable[VideoPacket], ticks: Sequence[int]) -> Iterator[tuple[VideoPacket, bool]]:
    """Pair each packet with whether its frame is on screen at any tick; packets keep their order.

    A packet waits until that is certain. With t the first tick at or after its pts, its frame is
    wanted just when no other pts lies in (pts, t]; pts ≥ dts and dts ascends, so once a dts is past t
    no such pts can come. Packets without timestamps, or whose timestamps break that rule, are wanted.
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
