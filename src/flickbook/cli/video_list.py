"""The videos that a command is given."""

from collections.abc import Sequence

from flickbook.errors import UsageError
from flickbook.storage import locate


def once_each(videos: Sequence[str]) -> list[str]:
    """Leave out videos that were named before, however their place is written."""
    first: dict[str, str] = {}
    for video in videos:
        first.setdefault(_place(video), video)
    return list(first.values())


def _place(video: str) -> str:
    try:
        return locate(video)
    except UsageError:
        return video  # it is refused when its turn comes
