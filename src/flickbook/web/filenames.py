"""File names that clients send: which of them may become keys in the source."""

from flickbook import naming
from flickbook.errors import FormatRefused, NameRefused
from flickbook.events import is_video

# Pictures are named after their video and add up to 30 bytes; file systems end at 255 a part, S3 at 1024 in all.
_PART_BYTES = 200
_KEY_BYTES = 900
_REMEDY = "rename the video"


def key_for(name: str) -> str:
    """Give the key for a file of a name, which may have folders.

    Raises NameRefused for one that climbs, hides, is too long or could be taken for markup, FormatRefused for one
    that is not named as videos are.
    """
    shown = repr(name[:_PART_BYTES])
    parts = name.split("/")
    naming.book_name(name)
    if any(mark in name for mark in "\\<>") or any(
        part.startswith((".", "~", " ")) or part.endswith(" ") for part in parts
    ):
        raise NameRefused(shown, "has a part that starts with `.`, `~` or a space, or has one of `\\<>`", _REMEDY)
    if len(name.encode()) > _KEY_BYTES or any(len(part.encode()) > _PART_BYTES for part in parts):
        raise NameRefused(shown, f"is longer than {_PART_BYTES} bytes a part or {_KEY_BYTES} in all", _REMEDY)
    if not is_video(name):
        raise FormatRefused(shown, "is not named as videos are", "give it the suffix of its format, as .mp4")
    return name
