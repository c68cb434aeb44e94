"""The service's answers: the shapes of their JSON, and the HTTP status of each error."""

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from flickbook import errors
from flickbook.core.model import State
from flickbook.errors import FlickbookError
from flickbook.web.guesses import GUESS_SECONDS

# For an error class that is not listed, the nearest listed base class counts.
_STATUS: dict[type[FlickbookError], int] = {
    errors.Unauthorized: 401,
    errors.SourceMissing: 404,
    errors.NameTaken: 409,
    errors.UploadMissing: 404,
    errors.UploadStalled: 408,
    errors.UploadMismatch: 409,
    errors.LimitExceeded: 413,
    errors.FormatRefused: 415,
    errors.InputError: 422,
    errors.UsageError: 422,
    errors.UploadBusy: 423,
    errors.TooManyGuesses: 429,
    errors.TooManyStreams: 429,
    errors.TooManyUploads: 429,
    errors.OutputFull: 507,
    FlickbookError: 503,
}
# Headers of the answer by error class; times are in seconds.
_HEADERS: dict[type[FlickbookError], dict[str, str]] = {
    errors.Unauthorized: {"WWW-Authenticate": "Bearer"},
    errors.TooManyGuesses: {"Retry-After": f"{GUESS_SECONDS:g}"},
    errors.TooManyStreams: {"Retry-After": "10"},
    errors.TooManyUploads: {"Retry-After": "60"},
}

_log = logging.getLogger("flickbook")

CellState = Literal["waiting", "done", "failed"]


class Answer(BaseModel):
    """Base of all answers: frozen, without extra fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Answer):
    """Why a request failed: the error's class, and one line: subject: what is wrong; what to do."""

    error: str
    message: str


class CardAnswer(Answer):
    """A video in a list. Times in seconds, URLs are absolute paths."""

    name: str
    title: str
    state: State
    added: float
    duration: float | None
    snippet: int | None
    snippets: int
    done: int
    failed: int
    base: str | None
    poster: str | None
    gif: str | None
    error: str | None


class Listing(Answer):
    """Some videos in the order of their names; `next` is the `after` of the next request, if there are more."""

    videos: list[CardAnswer]
    next: str | None


class SourceAnswer(Answer):
    """The source video's URL (only with a token that may write) and size in bytes."""

    url: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The state of a snippet `[start, end)`, in seconds. Kept small, because a book may have thousands."""

    start: int
    end: float
    state: CellState
    error: str | None


class RecipeAnswer(Answer):
    """What is made: a snippet's length in seconds, and the options of each output by its name."""

    snippet: int
    outputs: dict[str, dict[str, int | float | bool | str | None]]


class Detail(CardAnswer):
    """All of a video. `speed` is in seconds of video per second, `left` the seconds until it is made, estimated."""

    source: SourceAnswer | None
    width: int | None
    height: int | None
    codec: str | None
    frame_rate: float | None
    recipe: RecipeAnswer | None
    cells: tuple[Cell, ...]
    speed: float | None
    left: float | None
    manifest: str | None
    storyboard: str | None
    video: str | None
    lost: float
    remarks: tuple[str, ...]


class JobAnswer(Answer):
    """A job in progress: a window `[start, end)` of a video in seconds, and the seconds since it began."""

    video: str
    start: int
    end: float
    seconds: float


class WorkerAnswer(Answer):
    """A cluster's worker: how many jobs it can do at once, and those in progress. `name` needs the write token."""

    name: str | None
    slots: int
    jobs: list[JobAnswer]


class ClusterAnswer(Answer):
    """The cluster that makes the videos: the numbers of waiting messages and of dead letters, and the workers."""

    waiting: int
    dead: int
    workers: list[WorkerAnswer]


class DeadAnswer(Answer):
    """A dead letter: the task that was given up, the error, the number of attempts, and when, in seconds since 1970.

    `video` is None for a foreign message. `message`, which may contain paths, needs the write token.
    """

    video: str | None
    task: Literal["order", "job"] | None
    error: str
    message: str | None
    attempts: int
    died: float | None


class DeadListing(Answer):
    """The dead letters, the oldest first."""

    letters: list[DeadAnswer]


class RedriveAnswer(Answer):
    """How many dead letters were sent again, and the errors of those that were not."""

    sent: int
    left: list[str]


class UploadAnswer(Answer):
    """An upload under way: the bytes that came, the client that began it, when it began and when it expires.

    `size` is None while unknown. `client` is an IPv4 address or an IPv6 network. Times are in seconds since 1970.
    """

    id: str
    key: str
    size: int | None
    offset: int
    begun: float
    expires: float
    client: str
    state: Literal["receiving", "storing"]


class UploadListing(Answer):
    """The uploads under way, the oldest first."""

    uploads: list[UploadAnswer]


class SessionAnswer(Answer):
    """What the sent token or cookie allows, what may be uploaded, and the engine that makes the videos."""

    engine: str
    reads: bool
    writes: bool
    upload_limit: int
    suffixes: list[str]
    version: str


def problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    """Return the OpenAPI description of a route's errors. A route that needs a token (401) may also answer 429."""
    # Without `model`, because FastAPI would describe it with the media type of the route's own answer.
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        code: {"content": content, "description": HTTPStatus(code).phrase}
        for code in (*codes, *([429] if 401 in codes else []))
    }


def status_of(error: FlickbookError) -> int:
    """Return the HTTP status of an error."""
    return next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)


def answer_for(error: FlickbookError) -> JSONResponse:
    """Return the answer to an error."""
    return _problem(status_of(error), type(error).__name__, str(error), _HEADERS.get(type(error)))


def without_places(error: FlickbookError, subject: str) -> FlickbookError:
    """Return an error without paths and URLs of stores, for clients that may not write. Logs what is left out."""
    if status_of(error) < 500:
        return type(error)(subject, error.fault, error.remedy)
    _log.error("%s", error)
    return errors.StoreError(
        subject, "could not be read from its store", "try again; the service's log has the details"
    )


async def answer_invalid(request: Request, error: Exception) -> JSONResponse:
    """Answer a request that FastAPI found invalid."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return answer_for(
        errors.UsageError(request.url.path, f"invalid request ({where}: {first['msg']})", "see /openapi.json")
    )


async def answer_http(request: Request, error: Exception) -> JSONResponse:
    """Answer an HTTPException: of Starlette, for unknown paths and methods, of tus, or of the hook."""
    assert isinstance(error, HTTPException)
    name = {401: "Unauthorized", 404: "NotFound", 405: "MethodNotAllowed"}.get(error.status_code, "BadRequest")
    message = f"{request.url.path}: {error.detail}; see /openapi.json."
    return _problem(error.status_code, name, message, dict(error.headers or {}))


async def answer_gone(request: Request, error: Exception) -> Response:  # noqa: ARG001  # FastAPI's signature
    """Answer a client that disconnected during its request; only the metrics count this answer."""
    return Response(status_code=400)


async def answer_bug(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001  # FastAPI's signature
    """Answer an unexpected exception; the log has its traceback."""
    return _problem(500, "InternalError", f"{request.url.path}: failed; see the service's log and report it.")


def _problem(status: int, error: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": error, "message": message}, status, headers)
