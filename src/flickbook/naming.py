"""Names: from a video's key to its book, and from a snippet to the keys of its files.

The layout is that of the public sample (aws-samples/serverless-gif-generator), so that front ends
written for it find `NAME/LAST-START.gif` and `NAME/LAST-START-frame-N.jpg`.
"""

import re
from posixpath import basename, split

from flickbook.errors import UsageError
from flickbook.model import Snippet

PLAN_KEY = "plan.json"
MANIFEST_KEY = "manifest.json"
RECEIPTS = "receipts"


def book_name(key: str) -> str:
    """Name the book of a video's key: the key without its last extension.

    Dots, spaces and Unicode stay. Raises UsageError for a key whose parts a store could not hold.
    """
    parts = key.split("/")
    if any(part in ("", ".", "..") or not part.isprintable() for part in parts):
        raise UsageError(
            repr(key), "is no usable name", "rename the video, without empty parts, `..` or control characters"
        )
    folder, last = split(key)
    stem, dot, _ = last.rpartition(".")
    shown = stem if dot and stem else last
    return f"{folder}/{shown}" if folder else shown


def last_part(name: str) -> str:
    """Give the last component of a book's name, which starts every picture's name."""
    return basename(name)


def gif_key(name: str, snippet: Snippet) -> str:
    """Name a snippet's GIF, relative to its book."""
    return f"{last_part(name)}-{snippet.start}.gif"


def still_key(name: str, snippet: Snippet, second: int) -> str:
    """Name the freeze frame of second 0, 1, … within a snippet, relative to its book."""
    return f"{last_part(name)}-{snippet.start}-frame-{second}.jpg"


def receipt_key(snippet: Snippet) -> str:
    """Name a snippet's receipt, relative to its book."""
    return f"{RECEIPTS}/{snippet.start}.json"


def is_page_key(name: str, key: str) -> bool:
    """Tell whether a key, relative to its book, is one that this module gives to pictures."""
    pattern = re.escape(last_part(name)) + r"-\d+(-frame-\d+\.jpg|\.gif)"
    return re.fullmatch(pattern, key) is not None
