"""Every error that Flickbook raises on purpose.

A message has three parts: the file or URL, what is wrong with it, and what to do. Two properties of an error's class
decide what its callers do: `retryable` (trying again may help) and `exit_code` (2, or 1 where a run ends unfinished).
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

# Control characters would act on the terminal; surrogates stand for bytes that are not UTF-8.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class FlickbookError(Exception):
    """The base of every error that Flickbook raises on purpose."""

    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 2

    def __init__(self, subject: str, fault: str, remedy: str) -> None:
        # All three go to Exception so that the error survives pickling between processes.
        super().__init__(subject, fault, remedy)
        self.subject = subject
        self.fault = fault
        self.remedy = remedy

    def __str__(self) -> str:
        return printable(" ".join(f"{self.subject}: {self.fault}; {self.remedy}.".split()))


def printable(text: str) -> str:
    """Return a text with its control characters and surrogates escaped: file names may have them."""
    return _UNPRINTABLE.sub(lambda found: ascii(found[0])[1:-1].replace("\\udc", "\\x"), text)


class InputError(FlickbookError):
    """The video is at fault, or it does not allow what the recipe asks for."""


class NameRefused(InputError):
    """The video's name cannot name a book."""


class SourceMissing(InputError):
    """Nothing exists at that path or URL."""


class SourceDenied(InputError):
    """The source exists, but Flickbook lacks permission to read it."""


class SourceChanged(InputError):
    """The source was replaced while Flickbook worked on it."""


class FormatRefused(InputError):
    """The file is no video, or of a format that libav may not open here."""


class NoVideo(InputError):
    """The media file has no picture track."""


class Encrypted(InputError):
    """The picture track is encrypted: DRM, or a key that Flickbook lacks."""


class CodecUnsupported(InputError):
    """No decoder is allowed here for the codec of the picture track."""


class Damaged(InputError):
    """The video has no picture that can be decoded."""


class LimitExceeded(InputError):
    """The video is longer or larger than the settings allow, or its recipe makes too many files."""


class UsageError(FlickbookError):
    """A flag, setting or recipe is invalid."""


class TooManyImages(FlickbookError):
    """The most pictures that the service allows wait to be made already."""

    retryable = True


class Unauthorized(FlickbookError):
    """The request to the service has no token, or its token does not allow the request."""


class SignatureRefused(FlickbookError):
    """The URL of a picture needs a valid signature: it has none, or it has expired or was changed."""


class TooManyStreams(FlickbookError):
    """The client has the most event streams open that the service allows."""

    retryable = True


class TooManyDownloads(FlickbookError):
    """The client has the most downloads of whole books under way that the service allows."""

    retryable = True


class TooManyGuesses(FlickbookError):
    """The client sent too many wrong tokens; the service refuses all its tokens for some seconds."""

    retryable = True


class OutputError(FlickbookError):
    """The output store is at fault."""


class OutputDenied(OutputError):
    """Flickbook lacks permission to write to the output store."""


class OutputFull(OutputError):
    """The output store has no room left."""


class NameTaken(OutputError):
    """The name already belongs to the book of another video."""


class UploadError(FlickbookError):
    """An upload cannot continue as the request asks."""


class UploadMissing(UploadError):
    """The upload does not exist, or has expired."""


class UploadBusy(UploadError):
    """Another request is sending this upload's bytes."""


class UploadMismatch(UploadError):
    """The request's offset differs from the number of bytes that the upload has."""


class UploadStalled(UploadError):
    """The client sent no bytes for too long."""

    retryable = True


class TooManyUploads(UploadError):
    """The client has the most uploads under way that the service allows."""

    retryable = True


class StoreError(FlickbookError):
    """A store failed, or gave an answer that Flickbook cannot use."""

    retryable = True


class WireError(FlickbookError):
    """The JSON is not Flickbook's, or is of a version that this release does not read."""


class DispatchFailed(FlickbookError):
    """Jobs could not be sent to the workers."""

    retryable = True


class Superseded(FlickbookError):
    """The book has a newer plan; workers of the older plan stop."""

    exit_code = 1


class Cancelled(Superseded):
    """The book was cancelled; its workers stop."""


class SnippetError(FlickbookError):
    """One snippet, or a run of snippets, could not be made."""

    exit_code = 1
    retryable = True


class WorkerCrashed(SnippetError):
    """The worker process died."""


class WorkerTimeout(SnippetError):
    """The worker process exceeded its time limit and was ended."""


class RenderFailed(SnippetError):
    """The worker raised an unexpected error."""


def not_installed(module: str, extra: str) -> UsageError:
    """Return the error for a missing module of an extra."""
    return UsageError(module, "is not installed", f"run pip install '.[{extra}]' in a clone of Flickbook")


def as_ours(error: BaseException, subject: str, fault: str) -> FlickbookError:
    """Return a FlickbookError as it is, and any other error as a RenderFailed that asks for a bug report.

    `subject` is the video's path or URL, `fault` says what failed, such as "could not be planned".
    """
    if isinstance(error, FlickbookError):
        return error
    details = f"{fault} ({type(error).__name__}: {error})"
    return RenderFailed(subject, details, "run again; if the error stays, report it with the video")


@contextmanager
def only_ours(subject: str, fault: str) -> Iterator[None]:
    """Convert unexpected errors by `as_ours`: a caller with many videos can then go on with the next video."""
    try:
        yield
    except FlickbookError:
        raise
    except Exception as error:
        raise as_ours(error, subject, fault) from error
