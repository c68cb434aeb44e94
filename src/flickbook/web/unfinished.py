"""What an earlier service was told to make and had not finished when it ended."""

import logging
from concurrent.futures import ThreadPoolExecutor

from flickbook.catalogue import Catalogue
from flickbook.errors import FlickbookError
from flickbook.model import Card
from flickbook.web.sources import Sources

PARALLEL_READS = 8

_log = logging.getLogger("flickbook")


def list_unfinished(catalogue: Catalogue, sources: Sources) -> list[Card]:
    """List the cards of videos in the source store that wait or are being made, the oldest first.

    What cannot be read is logged and left out: nobody is there to be told.
    """

    def read(name: str) -> Card | None:
        try:
            return catalogue.card(name)
        except FlickbookError as error:
            _log.error("%s", error)
            return None

    try:
        with ThreadPoolExecutor(PARALLEL_READS) as pool:
            cards = [card for card in pool.map(read, catalogue.names()) if card is not None]
    except FlickbookError as error:
        _log.error("%s", error)
        return []
    ours = [card for card in cards if card.state in ("waiting", "making") and sources.key_of(card.source) is not None]
    return sorted(ours, key=lambda card: card.added)
