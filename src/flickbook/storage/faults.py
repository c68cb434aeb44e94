"""Errors of obstore and the system become Flickbook's errors here, with the path or URL as their subject."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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

# Without credentials obstore asks for some at this address, which exists only on machines of a cloud.
_NO_CREDENTIALS = "169.254.169.254"
CREDENTIALS_REMEDY = (
    "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for S3, GOOGLE_APPLICATION_CREDENTIALS for Google's store, or "
    "AZURE_STORAGE_ACCOUNT_NAME and AZURE_STORAGE_ACCOUNT_KEY for Azure's"
)


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Translate errors raised while a video is read."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceMissing(name, "does not exist", "check the path or URL") from error
    except (PermissionError, foreign.PermissionDeniedError, foreign.UnauthenticatedError) as error:
        raise SourceDenied(name, "cannot be read, access is denied", "check the permissions or credentials") from error
    except foreign.PreconditionError as error:
        raise changed(name) from error
    except (foreign.BaseError, OSError, ValueError) as error:
        if _NO_CREDENTIALS in first_line(error):
            raise SourceDenied(name, "cannot be read without credentials", CREDENTIALS_REMEDY) from error
        raise StoreError(name, f"cannot be read ({first_line(error)})", "check the URL and try again") from error


@contextmanager
def writing(name: str, flag: str = "--out") -> Iterator[None]:
    """Translate errors raised by a store that is written to; a missing object stays FileNotFoundError.

    `flag` is the option that chose the store.
    """
    try:
        yield
    except FileNotFoundError:
        raise
    except (NotADirectoryError, FileExistsError) as error:
        raise _not_a_folder(name, flag) from error
    except (
        PermissionError,
        foreign.PermissionDeniedError,
        foreign.UnauthenticatedError,
        NotImplementedError,  # a web server
    ) as error:
        raise OutputDenied(name, f"cannot be used as output ({first_line(error)})", f"choose another {flag}") from error
    except (foreign.BaseError, OSError, ValueError) as error:
        raise _store_fault(name, flag, error) from error


def _not_a_folder(name: str, flag: str) -> OutputDenied:
    """Return the error for a path with a file in place of a folder; the file is its subject."""
    path = Path(name)
    file = next((above for above in (path, *path.parents) if os.path.lexists(above) and not above.is_dir()), path)
    return OutputDenied(str(file), "is a file, but must be a folder", f"choose another {flag} or remove that file")


def _store_fault(name: str, flag: str, error: Exception) -> FlickbookError:
    line = first_line(error)
    if _NO_CREDENTIALS in line:
        return OutputDenied(name, "cannot be used without credentials", CREDENTIALS_REMEDY)
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT) or "No space left" in line or "quota exceeded" in line:
        return OutputFull(name, "cannot be written, the disk is full", "make room and run again; finished files stay")
    if number == errno.EROFS or "Read-only file system" in line:
        return OutputDenied(name, "lies on a read-only file system", f"choose another {flag}")
    if "Not a directory" in line:
        return _not_a_folder(name, flag)
    return StoreError(name, f"the store failed ({line})", "check the store and run again; finished files stay")


def changed(name: str) -> SourceChanged:
    """Return the error for a video that is no longer the planned version."""
    return SourceChanged(name, "was replaced during the work", "run again to render the new version")


def first_line(error: Exception) -> str:
    """Return the first line of an error; obstore adds lines about its internals."""
    return str(error).partition("\n")[0].strip() or type(error).__name__
