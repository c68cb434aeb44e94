"""Requested pictures in the output store: each is stored once, below `.flickbook/images`, until it is among the oldest.

The key of a picture follows from the plan of its book and from what is requested, with all defaults filled in.
"""

import time

from flickbook.core import layout
from flickbook.core.model import ImageTask
from flickbook.images.shape import digest_of
from flickbook.storage import Store


class ImageCache:
    """The requested pictures below an output URL."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)

    def has(self, task: ImageTask) -> bool:
        """Return whether a picture is stored."""
        return self._store.has(key_of(task))

    def get(self, task: ImageTask) -> bytes | None:
        """Return a stored picture, or None."""
        return self._store.get(key_of(task))

    def put(self, task: ImageTask, data: bytes) -> None:
        """Store a picture, unless it is stored."""
        self._store.create(key_of(task), data)

    def trim(self, limit: int, spared: float = 0.0) -> None:
        """Delete the oldest pictures of all books until those that are left have at most `limit` bytes.

        Those that were written in the last `spared` seconds stay.
        """
        stored = sorted(self._store.list_sizes(layout.IMAGES), key=lambda file: file.written)
        surplus = sum(file.size for file in stored) - limit
        deleted: list[str] = []
        for file in stored:
            if surplus <= 0 or file.written > time.time() - spared:
                break
            deleted.append(file.key)
            surplus -= file.size
        self._store.delete_with_folders(deleted)


def key_of(task: ImageTask) -> str:
    """Return the key of a requested picture, relative to the output URL. Raises UsageError."""
    request, plan = task.request, task.plan
    return layout.image_key(plan.name, plan.id, digest_of(request, plan.video), request.suffix)
