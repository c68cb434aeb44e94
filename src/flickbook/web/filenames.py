"""File names that clients send: which of them may become keys in the source."""

from flickbook.core import layout
from flickbook.errors import FormatRefused, NameRefused
from flickbook.notifications import is_video

_REMEDY = "rename the video"


def key_for(name: str) -> str:
    """Return the key for a file of a name, which may have folders: the name as `layout.tidy` has it.

    So the source holds no two keys that look the same. Raises NameRefused for a name that climbs, hides, is too long or
    could be taken for markup, FormatRefused for one that is not named as videos are.
    """
    key = layout.tidy(name)
    layout.book_name(key)
    parts = key.split("/")
    if any(mark in key for mark in "\\<>") or any(
        part.startswith((".", "~", " ")) or part.endswith(" ") for part in parts
    ):
        raise NameRefused(repr(name), "has a part that starts with `.`, `~` or a space, or has one of `\\<>`", _REMEDY)
    if not is_video(key):
        raise FormatRefused(repr(name), "is not named as videos are", "give it the suffix of its format, as .mp4")
    return key
