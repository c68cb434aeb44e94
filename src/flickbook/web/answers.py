"""Answers to requests that fail: the HTTP status and the JSON of each error."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from flickbook import errors
from flickbook.errors import FlickbookError
from flickbook.web.guesses import GUESS_SECONDS

# For an error class that is not listed, the nearest listed base class counts.
_STATUS: dict[type[FlickbookError], int] = {
    errors.Unauthorized: 401,
    errors.SignatureRefused: 403,
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
    errors.TooManyDownloads: 429,
    errors.TooManyGuesses: 429,
    errors.TooManyImages: 429,
    errors.TooManyStreams: 429,
    errors.TooManyUploads: 429,
    errors.OutputFull: 507,
    FlickbookError: 503,
}
# Headers of the answer by error class; times are in seconds.
_HEADERS: dict[type[FlickbookError], dict[str, str]] = {
    errors.Unauthorized: {"WWW-Authenticate": "Bearer"},
    errors.TooManyDownloads: {"Retry-After": "10"},
    errors.TooManyGuesses: {"Retry-After": f"{GUESS_SECONDS:g}"},
    errors.TooManyImages: {"Retry-After": "2"},
    errors.TooManyStreams: {"Retry-After": "10"},
    errors.TooManyUploads: {"Retry-After": "60"},
}

_log = logging.getLogger("flickbook")


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
