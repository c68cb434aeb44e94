"""Uploads: resumable ones by tus 1.0 (https://tus.io/protocols/resumable-upload), and plain ones in one request."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from email.utils import formatdate
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Header, Request
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from flickbook.errors import FlickbookError, FormatRefused, UploadBusy, UploadMismatch, UsageError
from flickbook.events.objects import from_base64
from flickbook.settings.web import Web
from flickbook.web.answers import problems
from flickbook.web.filenames import key_for
from flickbook.web.finishing import Finisher, Taker
from flickbook.web.guard import Guard
from flickbook.web.looks import show_card
from flickbook.web.receiving import Body
from flickbook.web.spool import Spool, Upload

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration"
BYTES = "application/offset+octet-stream"
# A sender as silent as this has most likely lost its connection, if the same client asks how far it came.
_LOST_SECONDS = 2.0
_ALWAYS = {"Tus-Resumable": VERSION, "Cache-Control": "no-store"}
