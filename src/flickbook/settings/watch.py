"""What `flickbook watch` is told."""

from typing import Annotated

from msgspec import Meta, Struct


class Watch(Struct, frozen=True, forbid_unknown_fields=True):
    """How a source is watched: `every` so many seconds it is looked at."""

    every: Annotated[float, Meta(gt=0)] = 10.0
