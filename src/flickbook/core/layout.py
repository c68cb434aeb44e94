"""Names: from a video's key to its book, and from a snippet to the keys of its files.

The layout is that of the public sample (aws-samples/serverless-gif-generator), so that front ends
written for it find `NAME/LAST-START.gif` and `NAME/LAST-START-frame-N.jpg`.
"""

import re
from itertools import pairwise
from posixpath import basename, split
from unicodedata import category, normalize

from flickbook.core.model import Snippet
from flickbook.errors import NameRefused

PLAN_KEY = "plan.json"
MANIFEST_KEY = "manifest.json"
RECEIPTS = "receipts"
# What is ours below an output URL and belongs to no book; no book may be named so.
RESERVED = ".flickbook"
# File systems hold 255 bytes a part of a key and S3 1024 in all; pictures are named after their video, and more.
PART_BYTES = 220
KEY_BYTES = 900
INDEX = f"{RESERVED}/books"
ORDERS = f"{RESERVED}/orders"
WATCHED = f"{RESERVED}/watched"

# What follows the last part of a book's name in the key of a snippet's file: `-30.gif`, `-30-frame-2.jpg`.
_SNIPPET_FILE = re.compile(r"-(0|[1-9][0-9]*)(?:(-[a-z]+-)(?:0|[1-9][0-9]*))?(\.[a-z0-9]+)")
_VIDEO_FILE = re.compile(r"(plan|manifest|storyboard)\.[a-z0-9]+")
# ZERO WIDTH NON-JOINER and JOINER shape Persian, Indic scripts and emoji; beside ASCII they show nothing.
_JOINERS = "\u200c\u200d"
_SHAPED = f"[^\x00-\x7f{_JOINERS}]"
_LONE_JOINER = re.compile(f"(?<!{_SHAPED})[{_JOINERS}]|[{_JOINERS}](?!{_SHAPED})")
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"


def book_name(key: str) -> str:
    """Return the name of the book of a video's key: the tidy key without its last extension.

    Dots, spaces and Unicode stay. Keys that differ only in their normal form or in invisible characters give one name.
    Raises NameRefused for a key whose parts a store could not hold, and for one whose book would lie where files of
    another book do.
    """
    name = _without_extension(tidy(key))
    if is_name(key) and is_name(name) and not _meets_files(name):
        return name
    remedy = (
        f"rename the video, without empty parts, `..`, control characters, `{RESERVED}` at its beginning or a name of "
        f"Flickbook's own files, and with at most {PART_BYTES} bytes a part and {KEY_BYTES} in all"
    )
    raise NameRefused(repr(key[:PART_BYTES]), "is no usable name", remedy)


def tidy(key: str) -> str:
    """Return a key in Unicode's form NFC and without format characters (category Cf) and fillers.

    Those turn the direction of text (U+202E) or show nothing (U+200B, U+FEFF), so that two names would look the same.
    """
    while not key.isascii():
        visible = (one for one in normalize("NFC", key) if one in _JOINERS or not _is_invisible(one))
        tidied = normalize("NFC", _LONE_JOINER.sub("", "".join(visible)))
        # What is left out may bring together what belongs together.
        if tidied == key:
            break
        key = tidied
    return key


def _is_invisible(character: str) -> bool:
    return category(character) == "Cf" or character in _FILLERS


def _without_extension(key: str) -> str:
    folder, last = split(key)
    stem, dot, _ = last.rpartition(".")
    shown = stem if dot and stem else last
    return f"{folder}/{shown}" if folder else shown


def is_name(key: str) -> bool:
    """Tell whether a store can hold a key, and no part of it means anything but itself."""
    usable = all(part not in ("", ".", "..") for part in key.split("/"))
    plain = key.isascii() and key.isprintable()
    return usable and (plain or not any(map(_is_control, key))) and _fits(key) and not key.startswith(RESERVED)


def _fits(key: str) -> bool:
    return len(key.encode()) <= KEY_BYTES and all(len(part.encode()) <= PART_BYTES for part in key.split("/"))


def _meets_files(name: str) -> bool:
    """Return whether a folder of a book would lie where a local store has a file: an index entry, or another's file."""
    # The index entry of `film` is `film.json`, and so would be the folder of the entry of `film.json/b`.
    if ".json/" in name:
        return True
    parts = name.split("/")
    return any(
        _VIDEO_FILE.fullmatch(part) or suffix_of(folder, part) or (depth and is_receipt_key(f"{folder}/{part}"))
        for depth, (folder, part) in enumerate(pairwise(parts))
    )


def entry_key(name: str) -> str:
    """Return the key of a book's index entry, relative to the output URL."""
    return f"{INDEX}/{name}.json"


def order_key(name: str) -> str:
    """Return the key of a book's order record, relative to the output URL."""
    return f"{ORDERS}/{name}.json"


def mark_key(name: str, video: str, version: str) -> str:
    """Name the mark that a version of a book's video was dealt with, by digests of URL and version, as `mark_parts`.

    Relative to the output URL.
    """
    return f"{WATCHED}/{name}~{video}~{version}"


def mark_parts(key: str) -> tuple[str, str]:
    """Split a mark's key into what marks of the same video begin with, and the digest of the version."""
    begin, _, version = key.rpartition("~")
    return begin, version


def is_mark_of(name: str, key: str) -> bool:
    """Tell whether a key, relative to the output URL, is that of a mark of a book's video, of whatever version."""
    return mark_parts(mark_parts(key)[0])[0] == f"{WATCHED}/{name}"


def _is_control(character: str) -> bool:
    """Tell control characters, surrogates, and separators of lines; other spaces are in names people give."""
    return category(character) in ("Cc", "Cs", "Zl", "Zp")


def last_part(name: str) -> str:
    """Give the last component of a book's name, which starts every picture's name."""
    return basename(name)


def snippet_key(name: str, snippet: Snippet, suffix: str, number: int = 0) -> str:
    """Name a file of a snippet, relative to its book; a # in the suffix, as in `-frame-#.jpg`, stands for `number`."""
    return f"{last_part(name)}-{snippet.start}{suffix.replace('#', str(number))}"


def suffix_of(name: str, key: str) -> str | None:
    """Return the suffix that `snippet_key` was given for a key of the book `name`, None for any other key."""
    last = last_part(name)
    found = _SNIPPET_FILE.fullmatch(key, len(last)) if key.startswith(last) else None
    if found is None:
        return None
    _, word, extension = found.groups()
    return f"{word}#{extension}" if word else extension


def start_of(name: str, key: str) -> int | None:
    """Return the second at which the snippet begins whose file has this key, None for any other key."""
    last = last_part(name)
    found = _SNIPPET_FILE.fullmatch(key, len(last)) if key.startswith(last) else None
    return None if found is None else int(found[1])


def receipt_key(snippet: Snippet) -> str:
    """Name a snippet's receipt, relative to its book."""
    return f"{RECEIPTS}/{snippet.start}.json"


def kept_key(snippet: Snippet) -> str:
    """Name the receipt of an earlier recipe, some of whose files are kept, relative to its book."""
    return f"{RECEIPTS}/{snippet.start}.kept.json"


def is_kept_key(key: str) -> bool:
    """Return whether the key of a receipt is that of an earlier recipe's."""
    return key.endswith(".kept.json")


def is_receipt_key(key: str) -> bool:
    """Tell whether a key, relative to its book, is a receipt's: another book may be named `receipts`."""
    return re.fullmatch(re.escape(RECEIPTS) + r"/[0-9]+(\.kept)?\.json", key) is not None
