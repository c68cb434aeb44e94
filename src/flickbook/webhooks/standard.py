"""Standard Webhooks: the body of an event, and the headers that sign it.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

import msgspec

from flickbook.core import layout
from flickbook.core.model import Event
from flickbook.errors import UsageError

PREFIX = "whsec_"
# The lengths of a key in bytes that the specification allows.
_LENGTHS = range(24, 65)


def keys_of(secret: str) -> list[bytes]:
    """Return the keys in a setting: one secret, or several with commas. Raises UsageError, which names no secret."""
    keys = []
    for text in filter(None, re.split(r"[\s,]+", secret)):
        try:
            key = base64.b64decode(text.removeprefix(PREFIX), validate=True) if text.startswith(PREFIX) else b""
        except binascii.Error:
            key = b""
        if len(key) not in _LENGTHS:
            remedy = f'make one by: echo "{PREFIX}$(openssl rand -base64 32)"'
            raise UsageError("FLICKBOOK_WEBHOOK_SECRET", f"is not {PREFIX} and the base64 of 24 to 64 bytes", remedy)
        keys.append(key)
    if not keys:
        remedy = f'make one by: echo "{PREFIX}$(openssl rand -base64 32)"'
        raise UsageError("FLICKBOOK_WEBHOOK_SECRET", "is not set, but FLICKBOOK_WEBHOOK_URL is", remedy)
    return keys


def host_of(url: str) -> str:
    """Return the host in the URL of a webhook. Raises UsageError, which shows no more of an invalid URL."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        remedy = "give one such as https://films.example/flickbook"
        raise UsageError("FLICKBOOK_WEBHOOK_URL", "has an invalid host or port", remedy) from error
    return parts.hostname or ""


def body_of(event: Event) -> bytes:
    """Return what is posted for an event, the same bytes at each attempt."""
    finished = event.state in ("complete", "partial")
    data = {
        "name": event.name,
        "state": event.state,
        "plan": event.plan or None,
        "duration": event.duration,
        "snippets": event.snippets,
        "failed": event.failed,
        "failure": None if event.failure is None else event.failure.message,
        "manifest": f"{event.name}/{layout.MANIFEST_KEY}" if finished else None,
    }
    timestamp = datetime.fromtimestamp(event.at, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return msgspec.json.encode({"type": f"book.{event.state}", "timestamp": timestamp, "data": data})


def headers_for(event: str, body: bytes, seconds: float, keys: Sequence[bytes]) -> dict[str, str]:
    """Return the headers of an attempt at a time in seconds since 1970: an event's id, and a signature by each key."""
    timestamp = str(int(seconds))
    signed = f"{event}.{timestamp}.".encode() + body
    signatures = (base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode() for key in keys)
    return {
        "Content-Type": "application/json",
        "User-Agent": "Flickbook",
        "webhook-id": event,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{signature}" for signature in signatures),
    }
