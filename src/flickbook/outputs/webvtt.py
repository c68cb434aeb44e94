"""WebVTT: cues as a file for players."""

from collections.abc import Iterable
from fractions import Fraction


def write_webvtt(cues: Iterable[tuple[Fraction, Fraction, str]]) -> bytes:
    """Return cues, each from a second until a second with its line of text, as WebVTT; times are to the millisecond."""
    blocks = ["WEBVTT"]
    for start, end, text in cues:
        first = _milliseconds(start)
        # A cue may last less than half a millisecond; it must not be empty.
        last = max(_milliseconds(end), first + 1)
        blocks.append(f"{_clock(first)} --> {_clock(last)}\n{text}")
    return ("\n\n".join(blocks) + "\n").encode()


def _milliseconds(seconds: Fraction) -> int:
    return round(seconds * 1000)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
