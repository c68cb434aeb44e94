"""Signed URLs of pictures: who has one may ask for this picture until it expires.

What is signed are lines: the path, and each parameter as NAME=VALUE, in the order of the names, all decoded; among them
are `expires`, in seconds since 1970, and `key`, the id of the secret. `signature` is their HMAC-SHA256 in base64url
without padding. So a signature holds however a client or proxy encodes and orders the URL.
"""

import hmac
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from flickbook.errors import SignatureRefused, UsageError
from flickbook.images.requests import parameters, parse_image

_EXPIRES = re.compile("[0-9]{1,12}")


def keys_of(pairs: Sequence[str]) -> dict[str, str]:
    """Return the secrets of the setting `image_keys`, ID:SECRET each, by id. Raises UsageError for a doubled id."""
    keys: dict[str, str] = {}
    for pair in pairs:
        key, _, secret = pair.partition(":")
        if key in keys:
            raise UsageError("image_keys", f"has the id {key} twice", "give each key an id of its own")
        keys[key] = secret
    return keys


def sign_url(url: str, key: str, secret: str, expires: float) -> str:
    """Return the URL of a picture with a signature: who has it may ask for this picture until it expires.

    Args:
        url: The URL, or its path and query: /image/NAME/thumbnail.jpg?time=83.5.
        key: The id of the key that signs, one of the service's `image_keys`.
        secret: The secret of that key.
        expires: When the signature expires, in seconds since 1970, such as time.time() + 3600.

    Raises:
        SourceMissing: The URL is not that of a picture.
        UsageError: A parameter is invalid, or the URL is signed already.
    """
    parts = urlsplit(url)
    path = unquote(parts.path)
    parse_image(path, parts.query)
    given = parameters(path, parts.query)
    if given.keys() & {"expires", "key", "signature"}:
        raise UsageError(path, "is signed already", "leave out expires, key and signature")
    given |= {"expires": str(int(expires)), "key": key}
    given["signature"] = _signature(path, given, secret)
    return urlunsplit((parts.scheme, parts.netloc, quote(path), urlencode(given), ""))


def verify(path: str, query: str, keys: Mapping[str, str], now: float) -> None:
    """Raise SignatureRefused unless a URL, by its decoded path and its query as it was sent, has a valid signature.

    `keys` are the secrets by id, `now` is in seconds since 1970. Raises UsageError for a doubled parameter.
    """
    given = parameters(path, query)
    signature, secret = given.pop("signature", ""), keys.get(given.get("key", ""))
    if not signature:
        raise SignatureRefused(path, "needs a signature", "ask for a signed URL")
    if secret is None:
        raise SignatureRefused(path, "is signed with an unknown key", "ask for a new URL")
    if not hmac.compare_digest(signature, _signature(path, given, secret)):
        fault = "has a wrong signature: path, parameters or signature were changed"
        raise SignatureRefused(path, fault, "ask for a new URL")
    expires = given.get("expires", "")
    if not _EXPIRES.fullmatch(expires) or int(expires) <= now:
        raise SignatureRefused(path, "has expired", "ask for a new URL")


def _signature(path: str, given: Mapping[str, str], secret: str) -> str:
    """Return the signature of a decoded path and parameters. No parameter has a line end, nor a name with `=`."""
    lines = [path, *(f"{name}={value}" for name, value in sorted(given.items()))]
    digest = hmac.digest(secret.encode(), "\n".join(lines).encode(), "sha256")
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
