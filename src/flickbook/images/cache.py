"""Requested pictures in the output store: each is stored once, below `.flickbook/images`, until it is among the oldest.

The key of a picture follows from the plan of its book and from what is requested, with all defaults filled in. Without
a book, it follows from the video's version and the request. The video's plan is stored beside its pictures.
"""

import time

from flickbook.core import layout, wire
from flickbook.core.model import ImageTask, Plan, Recipe, Source
from flickbook.core.planning import plan_id
from flickbook.errors import WireError
from flickbook.images.shape import digest_of, digest_without_video
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

    def plan(self, source: Source) -> Plan | None:
        """Return the stored plan of a video without a book, or None.

        Anyone with write access to the output store can write plans. One that names another video, or could be that of
        a book, is not used.
        """
        key = layout.image_plan_key(id_without_book(source))
        data = self._store.get(key)
        if data is None:
            return None
        try:
            plan = wire.decode(data, Plan, key)
        except WireError:
            return None  # another version of Flickbook wrote it
        expected = id_without_book(source), source, layout.RESERVED, Recipe()
        real = plan.video.width > 0 < plan.video.height and plan.video.duration > 0
        return plan if real and (plan.id, plan.source, plan.name, plan.recipe) == expected else None

    def put_plan(self, plan: Plan) -> None:
        """Store the plan of a video without a book."""
        self._store.put(layout.image_plan_key(plan.id), wire.encode(plan))

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


def id_without_book(source: Source) -> str:
    """Return the id of the plan of a video without a book."""
    return plan_id(source, Recipe())


def key_of(task: ImageTask) -> str:
    """Return the key of a requested picture, relative to the output URL. Raises UsageError."""
    return key_with_suffix(task, task.request.suffix)


def key_with_suffix(task: ImageTask, suffix: str) -> str:
    """Return the key of a requested picture with another suffix. Raises UsageError."""
    plan = task.plan
    if plan is None:
        name, version, digest = layout.RESERVED, id_without_book(task.video), digest_without_video(task.request)
    else:
        name, version, digest = plan.name, plan.id, digest_of(task.request, plan.video)
    return layout.image_key(name, version, digest, suffix)
