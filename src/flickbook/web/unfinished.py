"""What an earlier service was told to make and had not finished when it ended."""

import logging
from concurrent.futures import ThreadPoolExecutor

from flickbook.core.model import Entry, Order
from flickbook.errors import FlickbookError
from flickbook.library.index import Index
from flickbook.library.order_records import Orders

PARALLEL_READS = 8

_log = logging.getLogger("flickbook")


def list_unfinished(index: Index, orders: Orders) -> list[tuple[Entry, Order | None]]:
    """List the videos that wait or are being made with their last orders, the oldest first.

    What cannot be read is left out.
    """
    try:
        # The service may have been killed between a record and its entry.
        names = {*index.names(), *orders.names()}
    except FlickbookError as error:
        _log.error("%s", error)
        return []
    with ThreadPoolExecutor(PARALLEL_READS) as pool:
        found = [one for one in pool.map(lambda name: _unfinished(index, orders, name), names) if one is not None]
    return sorted(found, key=lambda one: one[0].added)


def _unfinished(index: Index, orders: Orders, name: str) -> tuple[Entry, Order | None] | None:
    try:
        entry = index.entry(name)
        if entry is not None and entry.state not in ("waiting", "making"):
            return None
        record = orders.record(name)
    except FlickbookError as error:
        _log.error("%s", error)
        return None
    if entry is None and record is not None and record.state == "waiting":
        entry = Entry(name, "waiting", record.order.source, added=record.order.at)
    return None if entry is None else (entry, None if record is None else record.order)
