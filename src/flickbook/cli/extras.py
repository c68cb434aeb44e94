"""What is not installed, said so that one can install it."""

from collections.abc import Iterator
from contextlib import contextmanager

from flickbook.errors import UsageError


@contextmanager
def from_extra(extra: str) -> Iterator[None]:
    """Import within this what comes with an extra. Raises UsageError where it is missing."""
    try:
        yield
    except ImportError as error:
        missing = (error.name or "flickbook").partition(".")[0]
        raise UsageError(missing, "is not installed", f"pip install 'flickbook[{extra}]'") from error
