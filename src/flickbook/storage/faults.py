"""Foreign errors become ours here, with the name of the place they happened at."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from obstore import exceptions as foreign

from flickbook.errors import (
    FlickbookError,
    OutputDenied,
    OutputFull,
    SourceChanged,
    SourceDenied,
    SourceMissing,
    StoreError,
)

# Without keys obstore asks the machine for some, at an address where only machines of a cloud get an answer.
_NO_CREDENTIALS = "169.254.169.254"
_CREDENTIALS_REMEDY = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Translate what goes wrong while a video is read."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceMissing(name, "does not exist", "check the path or URL") from error
    except (PermissionError, foreign.PermissionDeniedError, foreign.UnauthenticatedError) as error:
        raise SourceDenied(name, "may not be read", "check its permissions or your credentials") from error
    except foreign.PreconditionError as error:
        raise SourceChanged(name, "was replaced during the work", "run again to render the new version") from error
    except (foreign.BaseError, OSError, ValueError) as error:
        if _NO_CREDENTIALS in first_line(error):
            raise SourceDenied(name, "cannot be read without credentials", _CREDENTIALS_REMEDY) from error
        raise StoreError(name, f"cannot be read ({first_line(error)})", "check the URL and try again") from error


@contextmanager
def writing(name: str) -> Iterator[None]:
    """Translate what goes wrong in the output store; a missing object stays FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except (
        PermissionError,
        NotADirectoryError,
        FileExistsError,
        foreign.PermissionDeniedError,
        foreign.UnauthenticatedError,
    ) as error:
        raise OutputDenied(name, f"cannot be used as output ({first_line(error)})", "choose another --out") from error
    except (foreign.BaseError, OSError, ValueError) as error:
        raise _store_fault(name, error) from error


def _store_fault(name: str, error: Exception) -> FlickbookError:
    line = first_line(error)
    if _NO_CREDENTIALS in line:
        return OutputDenied(name, "cannot be used without credentials", _CREDENTIALS_REMEDY)
    if (
        getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        or "No space left" in line
        or "quota exceeded" in line
    ):
        return OutputFull(
            name, "cannot be written, the disk is full", "make room and run again; what is done stays done"
        )
    if getattr(error, "errno", None) == errno.EROFS or "Read-only file system" in line:
        return OutputDenied(name, "lies on a read-only file system", "choose another --out")
    if "Not a directory" in line:
        return OutputDenied(name, "lies below a file", "choose another --out or remove that file")
    return StoreError(name, f"the store failed ({line})", "check the store and run again; what is done stays done")


def first_line(error: Exception) -> str:
    """Give the first line of a foreign error: obstore adds its innards below."""
    return str(error).partition("\n")[0].strip() or type(error).__name__
