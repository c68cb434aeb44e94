"""Names: from a video's key to its book, and from a snippet to the keys of its files.

The keys follow the public sample aws-samples/serverless-gif-generator: `NAME/LAST-START.gif` and
`NAME/LAST-START-frame-N.jpg`. Front ends written for the sample find these files.
"""

import re
from collections.abc import Collection
from itertools import pairwise
from posixpath import basename, split
from unicodedata import category, normalize

from flickbook.core.model import Snippet
from flickbook.errors import NameRefused

PLAN_KEY = "plan.json"
MANIFEST_KEY = "manifest.json"
RECEIPTS = "receipts"
# The folder below an output URL for files that belong to no book; no book's name may begin with it.
RESERVED = ".flickbook"
# File systems allow 255 bytes a part of a key, S3 allows 1024 in all; names of pictures are longer than their book's.
PART_BYTES = 220
KEY_BYTES = 900
INDEX = f"{RESERVED}/books"
ORDERS = f"{RESERVED}/orders"
WATCHED = f"{RESERVED}/watched"
IMAGES = f"{RESERVED}/images"
EVENTS = f"{RESERVED}/webhooks"
SUBSCRIPTION_KEY = f"{RESERVED}/webhooks.json"

# The end of a snippet file's key, after the last part of the book's name: `-30.gif`, `-30-frame-2.jpg`.
_SNIPPET_FILE = re.compile(r"-(0|[1-9][0-9]*)(?:(-[a-z]+-)(?:0|[1-9][0-9]*))?(\.[a-z0-9]+)")
# A requested picture's key after its book's name: the plan's id and a digest of what was requested.
_IMAGE = re.compile(r"[0-9a-f]+/[0-9a-f]{32}\.[a-z0-9]+")
# A whole-video file with another suffix: `hls.m3u`, but not `hls.1080p` or `dash.trailer`.
_VIDEO_FILE = re.compile(r"([a-z_][a-z0-9_]*)\.[a-z][a-z0-9]{0,4}")
_NUMBER = re.compile(r"(?<![0-9])(?:0|[1-9][0-9]*)(?![0-9])")
# ZERO WIDTH NON-JOINER and JOINER shape Persian, Indic scripts and emoji; beside ASCII they are invisible.
_JOINERS = "\u200c\u200d"
_SHAPED = f"[^\x00-\x7f{_JOINERS}]"
_LONE_JOINER = re.compile(f"(?<!{_SHAPED})[{_JOINERS}]|[{_JOINERS}](?!{_SHAPED})")
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"


def book_name(key: str, video_files: Collection[str]) -> str:
    """Return the name of a video's book: the video's tidy key without the last extension.

    Dots, spaces and Unicode stay. Keys that differ only in Unicode's normal form or in invisible characters have the
    same name. `video_files` are the keys of all whole-video files. Raises NameRefused if a store cannot hold the key,
    or if the book's folder could be another book's file.
    """
    if not key:
        raise NameRefused("video", "is a whole bucket", "give the URL of one video, such as s3://BUCKET/KEY")
    name = _without_extension(tidy(key))
    if is_name(key) and is_name(name) and not _collides(name, video_files):
        return name
    remedy = (
        f"rename the video: leave out empty parts, `..`, control characters, bytes that are not UTF-8, names of "
        f"Flickbook's own files and `{RESERVED}` at the beginning, and use at most {PART_BYTES} bytes a part and "
        f"{KEY_BYTES} in all"
    )
    raise NameRefused(repr(key[:PART_BYTES]), "cannot name a book", remedy)


def tidy(key: str) -> str:
    """Return a key in Unicode's form NFC, without format characters (category Cf) and fillers.

    Format characters change the direction of text (U+202E) or are invisible (U+200B, U+FEFF): with them, two different
    names could look the same.
    """
    while not key.isascii():
        visible = (char for char in normalize("NFC", key) if char in _JOINERS or not _is_invisible(char))
        tidied = normalize("NFC", _LONE_JOINER.sub("", "".join(visible)))
        # Deleting a character can bring others together that NFC then combines.
        if tidied == key:
            break
        key = tidied
    return key


def _is_invisible(character: str) -> bool:
    return category(character) == "Cf" or character in _FILLERS


def _without_extension(key: str) -> str:
    folder, last = split(key)
    stem, dot, _ = last.rpartition(".")
    # `..mp4` and `...mp4` are files, but `.` and `..` are folders.
    shown = stem if dot and stem.strip(".") else last
    return f"{folder}/{shown}" if folder else shown


def is_name(key: str) -> bool:
    """Return whether a store can hold a key; parts such as `..`, which stand for other folders, are refused."""
    usable = all(part not in ("", ".", "..") for part in key.split("/"))
    plain = key.isascii() and key.isprintable()
    return usable and (plain or not any(map(_is_control, key))) and _fits(key) and not key.startswith(RESERVED)


def _fits(key: str) -> bool:
    return len(key.encode()) <= KEY_BYTES and all(len(part.encode()) <= PART_BYTES for part in key.split("/"))


def _collides(name: str, video_files: Collection[str]) -> bool:
    """Return whether a folder of this book could have the path of an index entry or of another book's file."""
    # `film.json` is the index entry of `film`, and would be the folder of the index entry of `film.json/b`.
    if ".json/" in name:
        return True
    parts = name.split("/")
    return any(
        _is_video_file(folder, part, video_files)
        or suffix_of(folder, part)
        or (depth and is_receipt_key(f"{folder}/{part}"))
        for depth, (folder, part) in enumerate(pairwise(parts))
    )


def _is_video_file(folder: str, part: str, video_files: Collection[str]) -> bool:
    """Return whether a name is that of a whole-video file, also with another suffix, as a later version may use."""
    if not video_patterns(folder, part).isdisjoint(key.partition("/")[0] for key in video_files):
        return True
    match = _VIDEO_FILE.fullmatch(part)
    return match is not None and match[1] in {key.partition(".")[0] for key in video_files}


def entry_key(name: str) -> str:
    """Return the key of a book's index entry, relative to the output URL."""
    return f"{INDEX}/{name}.json"


def order_key(name: str) -> str:
    """Return the key of a book's order record, relative to the output URL."""
    return f"{ORDERS}/{name}.json"


def image_key(name: str, plan: str, digest: str, suffix: str) -> str:
    """Return the key of a requested picture of a book, relative to the output URL.

    `plan` is the plan's id, `digest` that of the request in 32 hexadecimal digits, `suffix` comes without a dot.
    """
    return f"{IMAGES}/{name}/{plan}/{digest}.{suffix}"


def image_plan_key(plan: str) -> str:
    """Return the key of the plan of a video without a book, relative to the output URL."""
    return f"{IMAGES}/{RESERVED}/{plan}/{PLAN_KEY}"


def is_image_of(name: str, key: str) -> bool:
    """Return whether a key, relative to the output URL, is that of a requested picture of the book `name`."""
    folder = f"{IMAGES}/{name}/"
    return key.startswith(folder) and _IMAGE.fullmatch(key, len(folder)) is not None


def event_key(event: str) -> str:
    """Return the key of the event with an id, relative to the output URL."""
    return f"{EVENTS}/{event}.json"


def marker_key(name: str, video: str, version: str) -> str:
    """Return the key of the marker "this version of the book's video was processed", relative to the output URL.

    `video` and `version` are digests of the video's URL and of its version.
    """
    return f"{WATCHED}/{name}~{video}~{version}"


def marker_parts(key: str) -> tuple[str, str]:
    """Split a marker's key into the common beginning of all markers of its video, and the digest of the version."""
    begin, _, version = key.rpartition("~")
    return begin, version


def is_marker_of(name: str, key: str) -> bool:
    """Return whether a key, relative to the output URL, belongs to a marker of the book `name`."""
    return marker_parts(marker_parts(key)[0])[0] == f"{WATCHED}/{name}"


def _is_control(character: str) -> bool:
    """Return whether a character is a control character, a surrogate or a line separator."""
    return category(character) in ("Cc", "Cs", "Zl", "Zp")


def last_part(name: str) -> str:
    """Return the last part of a book's name; the names of all its pictures begin with this part."""
    return basename(name)


def snippet_key(name: str, snippet: Snippet, suffix: str, number: int = 0) -> str:
    """Return the key of a snippet's file, relative to its book; `number` replaces a # in the suffix."""
    return f"{last_part(name)}-{snippet.start}{suffix.replace('#', str(number))}"


def video_key(name: str, pattern: str, *numbers: int) -> str:
    """Return the key of a whole-video file, relative to its book.

    In the pattern, * stands for the last part of the book's name, and each # for the next number.
    """
    head, *rest = pattern.split("#")
    key = head + "".join(f"{number}{text}" for number, text in zip(numbers, rest, strict=True))
    return key.replace("*", last_part(name), 1)


def video_patterns(name: str, key: str) -> frozenset[str]:
    """Return the patterns from which `video_key` may have made a key of the book `name`, the key itself among them."""
    last = last_part(name)
    found = {key, _NUMBER.sub("#", key)}
    return frozenset(found | {f"*{_NUMBER.sub('#', key[len(last) :])}"} if key.startswith(last) else found)


def suffix_of(name: str, key: str) -> str | None:
    """Return the `suffix` from which `snippet_key` made a key of the book `name`; None for any other key."""
    match = _match(name, key)
    if match is None:
        return None
    _, word, extension = match.groups()
    return f"{word}#{extension}" if word else extension


def start_of(name: str, key: str) -> int | None:
    """Return the start in seconds of the snippet that a key of the book `name` belongs to; None for any other key."""
    match = _match(name, key)
    return None if match is None else int(match[1])


def _match(name: str, key: str) -> re.Match[str] | None:
    last = last_part(name)
    return _SNIPPET_FILE.fullmatch(key, len(last)) if key.startswith(last) else None


def receipt_key(snippet: Snippet) -> str:
    """Return the key of a snippet's receipt, relative to its book."""
    return f"{RECEIPTS}/{snippet.start}.json"


def kept_key(snippet: Snippet) -> str:
    """Return the key of a snippet's receipt from an earlier recipe, of which some files are still used."""
    return f"{RECEIPTS}/{snippet.start}.kept.json"


def is_kept_key(key: str) -> bool:
    """Return whether a receipt's key is from `kept_key`."""
    return key.endswith(".kept.json")


def is_receipt_key(key: str) -> bool:
    """Return whether a key, relative to its book, is a receipt's; a book's name may begin with `receipts/` too."""
    return re.fullmatch(re.escape(RECEIPTS) + r"/[0-9]+(\.kept)?\.json", key) is not None
