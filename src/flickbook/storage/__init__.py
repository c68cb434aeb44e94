"""Where videos come from and pictures go: local folders, every store obstore opens, and web servers.

The only room that knows obstore and urllib3. A local path is a `file://` URL like any other; `memory://NAME` is a
store that lives in this process.
"""

from flickbook.storage.addresses import addresses_of, is_outside, port_of
from flickbook.storage.list import Listed, list_sources
from flickbook.storage.lookup import check_direct, check_unchanged, find_source, open_source, remove_source
from flickbook.storage.serving import Method, Served, Shelf, open_version, sign_source
from flickbook.storage.store import Store, make_folder
from flickbook.storage.upload import is_free, is_placed, place
from flickbook.storage.urls import below, key_of, local_path, locate, shown, split_last, splits

__all__ = [
    "Listed",
    "Method",
    "Served",
    "Shelf",
    "Store",
    "addresses_of",
    "below",
    "check_direct",
    "check_unchanged",
    "find_source",
    "is_free",
    "is_outside",
    "is_placed",
    "key_of",
    "list_sources",
    "local_path",
    "locate",
    "make_folder",
    "open_source",
    "open_version",
    "place",
    "port_of",
    "remove_source",
    "shown",
    "sign_source",
    "split_last",
    "splits",
]
