"""Every error Flickbook raises on purpose.

    FlickbookError
    ├── InputError            the video (or what was asked of it) is at fault      exit code 2
    │   ├── NameRefused       its name cannot be that of a book
    │   ├── SourceMissing     there is nothing at that path or URL
    │   ├── SourceDenied      it is there, but we may not read it
    │   ├── SourceChanged     it was replaced while we worked on it
    │   ├── FormatRefused     not a video, or a kind of file we do not let libav open
    │   ├── NoVideo           a media file without a picture track
    │   ├── Encrypted         DRM or a key we do not have
    │   ├── CodecUnsupported  no decoder for the picture track
    │   ├── Damaged           a video, but nothing in it can be decoded
    │   └── LimitExceeded     longer, larger or more numerous than the settings allow
    ├── UsageError            a flag, setting or recipe that makes no sense        exit code 2
    ├── Unauthorized          no token was sent to the service, or a wrong one    exit code 2
    ├── TooManyStreams        a client follows as much at a time as it may; retryable   exit code 2
    ├── TooManyGuesses        a client showed too many wrong tokens; retryable    exit code 2
    ├── OutputError           the place for the pictures is at fault              exit code 2
    │   ├── OutputDenied      we may not write there
    │   ├── OutputFull        no room left
    │   └── NameTaken         another video's pictures are there already
    ├── UploadError           an upload does not go on as it was asked to         exit code 2
    │   ├── UploadMissing     there is none of that name, or no more
    │   ├── UploadBusy        another request is sending it
    │   ├── UploadMismatch    it goes on at another byte
    │   ├── UploadStalled     nothing came for too long; retryable
    │   └── TooManyUploads    its client has as many under way as it may; retryable
    ├── StoreError            a store did not answer as it should; retryable      exit code 2
    ├── WireError             JSON that is not ours, or of another version        exit code 2
    ├── DispatchFailed        jobs could not be sent; retryable                   exit code 2
    ├── Superseded            a newer plan took over this book; stop politely     exit code 1
    │   └── Cancelled         somebody wants no more of it
    └── SnippetError          one snippet (or run of them) could not be made      exit code 1
        ├── WorkerCrashed     the process died under it; retryable
        ├── WorkerTimeout     it overran its limit; retryable
        └── RenderFailed      it raised something nobody foresaw; retryable

A message is three parts: the file or URL, what is wrong with it, and the way out.
Whether trying again can help is a property of the class (`retryable`), decided here and nowhere else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class FlickbookError(Exception):
    """The base of every error Flickbook raises on purpose."""

    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 2

    def __init__(self, subject: str, fault: str, remedy: str) -> None:
        # All three go to Exception so that the error survives pickling between processes.
        super().__init__(subject, fault, remedy)
        self.subject = subject
        self.fault = fault
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(f"{self.subject}: {self.fault}; {self.remedy}.".split())


class InputError(FlickbookError):
    """The video, or what was asked of it, is at fault."""


class NameRefused(InputError):
    """The video's name cannot be that of a book."""


class SourceMissing(InputError):
    """There is nothing at that path or URL."""


class SourceDenied(InputError):
    """The source exists, but may not be read."""


class SourceChanged(InputError):
    """The source was replaced while work on it was under way."""


class FormatRefused(InputError):
    """Not a video, or a kind of file that libav is not allowed to open."""


class NoVideo(InputError):
    """A media file without a picture track."""


class Encrypted(InputError):
    """The picture track is encrypted."""


class CodecUnsupported(InputError):
    """There is no decoder for the picture track."""


class Damaged(InputError):
    """A video in which nothing can be decoded."""


class LimitExceeded(InputError):
    """Longer, larger or more numerous than the settings allow."""


class UsageError(FlickbookError):
    """A flag, setting or recipe that makes no sense."""


class Unauthorized(FlickbookError):
    """No token was sent to the service, or one that does not allow what was asked for."""


class TooManyStreams(FlickbookError):
    """A client has as many event streams open as one may have."""

    retryable = True


class TooManyGuesses(FlickbookError):
    """A client showed the service too many wrong tokens, so none of its tokens are looked at for some seconds."""

    retryable = True


class OutputError(FlickbookError):
    """The place for the pictures is at fault."""


class OutputDenied(OutputError):
    """The output store may not be written."""


class OutputFull(OutputError):
    """The output store has no room left."""


class NameTaken(OutputError):
    """The book's name already holds another video's pictures."""


class UploadError(FlickbookError):
    """An upload does not go on as it was asked to."""


class UploadMissing(UploadError):
    """There is no such upload, or no more."""


class UploadBusy(UploadError):
    """Another request is sending this upload's bytes."""


class UploadMismatch(UploadError):
    """The upload goes on at another byte than the one that was sent."""


class UploadStalled(UploadError):
    """Nothing came for too long."""

    retryable = True


class TooManyUploads(UploadError):
    """The client has as many uploads under way as one client may."""

    retryable = True


class StoreError(FlickbookError):
    """A store did not answer as it should."""

    retryable = True


class WireError(FlickbookError):
    """JSON that is not Flickbook's, or of a version this release does not read."""


class DispatchFailed(FlickbookError):
    """Jobs could not be sent to their workers."""

    retryable = True


class Superseded(FlickbookError):
    """A newer plan took over this book, so the old one's worker stops."""

    exit_code = 1


class Cancelled(Superseded):
    """Somebody wants no more of this book, so its workers stop."""


class SnippetError(FlickbookError):
    """One snippet, or a run of them, could not be made."""

    exit_code = 1
    retryable = True


class WorkerCrashed(SnippetError):
    """The worker's process died."""


class WorkerTimeout(SnippetError):
    """The worker overran its time limit and was ended."""


class RenderFailed(SnippetError):
    """The worker raised an error nobody foresaw."""


def as_ours(error: BaseException, subject: str, fault: str) -> FlickbookError:
    """Return an error of ours as it is, and RenderFailed, which asks for a report, for one that nobody foresaw.

    `subject` is the video's path or URL, `fault` what went wrong with it, such as "could not be planned".
    """
    if isinstance(error, FlickbookError):
        return error
    told = f"{fault} ({type(error).__name__}: {error})"
    return RenderFailed(subject, told, "run again; if it stays, report it with the video")


@contextmanager
def only_ours(subject: str, fault: str) -> Iterator[None]:
    """Let no errors out but ours, so that one video does not end a call that is about many: see `as_ours`."""
    try:
        yield
    except FlickbookError:
        raise
    except Exception as error:
        raise as_ours(error, subject, fault) from error
