"""Where videos come from and pictures go: local folders and every store obstore opens.

The only room that knows obstore. A local path is a `file://` URL like any other; `memory://NAME` is a
store that lives in this process.
"""

from flickbook.storage.serving import LocalObject, RemoteObject, Shelf, open_version, sign_source
from flickbook.storage.sources import check_unchanged, find_source, open_source
from flickbook.storage.store import Store
from flickbook.storage.urls import below, key_of, locate, shown, split_last

__all__ = [
    "LocalObject",
    "RemoteObject",
    "Shelf",
    "Store",
    "below",
    "check_unchanged",
    "find_source",
    "key_of",
    "locate",
    "open_source",
    "open_version",
    "shown",
    "sign_source",
    "split_last",
]
