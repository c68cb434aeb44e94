"""Where videos come from and pictures go: local folders and every store obstore opens.

The only room that knows obstore. A local path is a `file://` URL like any other; `memory://NAME` is a
store that lives in this process.
"""

from flickbook.storage.sources import check_unchanged, find_source, open_source, remove_source
from flickbook.storage.store import Store, make_folder
from flickbook.storage.urls import below, key_of, locate, shown, split_last

__all__ = [
    "Store",
    "below",
    "check_unchanged",
    "find_source",
    "key_of",
    "locate",
    "make_folder",
    "open_source",
    "remove_source",
    "shown",
    "split_last",
]
