"""What an earlier service was told to make and had not finished when it ended."""

import logging
from concurrent.futures import ThreadPoolExecutor

from flickbook.core.model import Card
from flickbook.errors import FlickbookError
from flickbook.library.index import Catalogue

PARALLEL_READS = 8

_log = logging.getLogger("flickbook")


def list_unfinished(catalogue: Catalogue) -> list[Card]:
    """List the cards of videos that wait or are being made, the oldest first. What cannot be read is left out."""
    try:
        names = catalogue.names()
    except FlickbookError as error:
        _log.error("%s", error)
        return []
    with ThreadPoolExecutor(PARALLEL_READS) as pool:
        cards = [card for card in pool.map(lambda name: read_card(catalogue, name), names) if card is not None]
    return sorted((card for card in cards if card.state in ("waiting", "making")), key=lambda card: card.added)


def read_card(catalogue: Catalogue, name: str) -> Card | None:
    """Read a card; one that cannot be read is logged, because nobody is there to be told."""
    try:
        return catalogue.card(name)
    except FlickbookError as error:
        _log.error("%s", error)
        return None
