"""What the service answers: shapes of its JSON, and which error has which status."""

import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from flickbook.core.model import State
from flickbook.errors import (
    FlickbookError,
    FormatRefused,
    InputError,
    LimitExceeded,
    NameTaken,
    OutputFull,
    SourceMissing,
    StoreError,
    TooManyGuesses,
    TooManyStreams,
    TooManyUploads,
    Unauthorized,
    UploadBusy,
    UploadMismatch,
    UploadMissing,
    UploadStalled,
    UsageError,
)
from flickbook.web.guesses import GUESS_SECONDS

# A class stands for those below it in the tree, so the nearest above an error decides.
_STATUS: dict[type[FlickbookError], int] = {
    Unauthorized: 401,
    SourceMissing: 404,
    NameTaken: 409,
    UploadMissing: 404,
    UploadStalled: 408,
    UploadMismatch: 409,
    LimitExceeded: 413,
    FormatRefused: 415,
    InputError: 422,
    UsageError: 422,
    UploadBusy: 423,
    TooManyGuesses: 429,
    TooManyStreams: 429,
    TooManyUploads: 429,
    OutputFull: 507,
    FlickbookError: 503,
}
# What a client is told besides the status, by the class of the error; times are in seconds.
_HEADERS: dict[type[FlickbookError], dict[str, str]] = {
    Unauthorized: {"WWW-Authenticate": "Bearer"},
    TooManyGuesses: {"Retry-After": f"{GUESS_SECONDS:g}"},
    TooManyStreams: {"Retry-After": "10"},
    TooManyUploads: {"Retry-After": "60"},
}

_log = logging.getLogger("flickbook")

CellState = Literal["waiting", "done", "failed"]


class Answer(BaseModel):
    """Base of what is answered: frozen, and nothing but what it names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Problem(Answer):
    """Why a request could not be fulfilled: the error's class, and one line that names what, why, and the way out."""

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
    """Where the video lies (only for those who may write), and its bytes."""

    url: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A snippet `[start, end)` in seconds, and what became of it. A book has thousands, so it is small."""

    start: int
    end: float
    state: CellState
    error: str | None


class RecipeAnswer(Answer):
    """What is made: the seconds a snippet lasts, and each output's options by its name."""

    snippet: int
    outputs: dict[str, dict[str, int | float | bool | str | None]]


class Detail(CardAnswer):
    """All of a video. `speed` is seconds of video made in a second, `left` the seconds it may still take."""

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


class JobAnswer(Answer):
    """What a worker is at: a window `[start, end)` of a video in seconds, and the seconds it has been at it."""

    video: str
    start: int
    end: float
    seconds: float


class WorkerAnswer(Answer):
    """A cluster's worker: how many jobs it can do at once, and what it is at. Its name is for those who may write."""

    name: str | None
    slots: int
    jobs: list[JobAnswer]


class ClusterAnswer(Answer):
    """A look at the cluster that makes the videos: counts of messages that wait and of dead letters, and who works."""

    waiting: int
    dead: int
    workers: list[WorkerAnswer]


class DeadAnswer(Answer):
    """What was given up of a video, after how many attempts, why, and when, in seconds since 1970.

    `video` is None for a letter that is none of ours. `message`, which may tell where things lie, is for those who may
    write.
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
    """How many dead letters were sent again, and what is wrong with those that stay."""

    sent: int
    left: list[str]


class UploadAnswer(Answer):
    """An upload under way: how many of its bytes came, who began it and when, and when it is forgotten.

    `size` is None if its sender did not say it. `client` is an address, or of IPv6 the network. Times are in seconds
    since 1970.
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
    """What the sent token or cookie allows, what may be uploaded, and who makes the videos."""

    engine: str

    reads: bool
    writes: bool
    upload_limit: int
    suffixes: list[str]
    version: str


def problems(*codes: int) -> dict[int | str, dict[str, Any]]:
    """Describe the errors that a route may answer; one that wants a token may also answer that too many were wrong."""
    # Not by `model`, which FastAPI takes to be of the media type of the route's own answer.
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        code: {"content": content, "description": HTTPStatus(code).phrase}
        for code in (*codes, *([429] if 401 in codes else []))
    }


def status_of(error: FlickbookError) -> int:
    """Give the HTTP status of an error."""
    return next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)


def answer_for(error: FlickbookError) -> JSONResponse:
    """Answer an error of ours."""
    return _problem(status_of(error), type(error).__name__, str(error), _HEADERS.get(type(error)))


def veiled(error: FlickbookError, subject: str) -> FlickbookError:
    """Give an error as those may see it who must not learn where things lie; what a store said is in the log."""
    if status_of(error) < 500:
        return type(error)(subject, error.fault, error.remedy)
    _log.error("%s", error)
    return StoreError(subject, "cannot be had from its store", "try again; the service's log says more")


async def answer_invalid(request: Request, error: Exception) -> JSONResponse:
    """Answer a request that FastAPI found to be of another shape than the route's."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    fault = UsageError(request.url.path, f"was asked in a way it does not know ({where}: {first['msg']})", "see /docs")
    return answer_for(fault)


async def answer_http(request: Request, error: Exception) -> JSONResponse:
    """Answer what Starlette itself refuses, unknown paths and methods, and what the hook does in its own way."""
    assert isinstance(error, HTTPException)
    name = {401: "Unauthorized", 404: "NotFound", 405: "MethodNotAllowed"}.get(error.status_code, "BadRequest")
    message = f"{request.url.path}: {error.detail}; see /docs."
    return _problem(error.status_code, name, message, dict(error.headers or {}))


async def answer_gone(request: Request, error: Exception) -> Response:  # noqa: ARG001  # FastAPI's signature
    """Answer a client that went away before all of its request had come; only the count of answers hears it."""
    return Response(status_code=400)


async def answer_unforeseen(request: Request, error: Exception) -> JSONResponse:  # noqa: ARG001  # FastAPI's signature
    """Answer what nobody foresaw; the log has the rest."""
    return _problem(500, "InternalError", f"{request.url.path}: failed; see the service's log and report it.")


def _problem(status: int, error: str, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": error, "message": message}, status, headers)
