"""What requests for a video need and nobody may store: the signature in its URL, a password, and extra headers.

They stay in the memory of this process and of its workers on this machine. Plans, receipts, logs and messages have the
video's URL without them, so a fresh signature leaves a book what it is.
"""

import base64
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus, urlsplit, urlunsplit

from flickbook.errors import UsageError

WEB_SCHEMES = ("http", "https")

# Parameters that sign a URL (S3, Google, Azure's dates, CloudFront, Alibaba, Tencent, Akamai, Bunny, nginx …), change
# only the headers of the answer, or are secrets by their name. All others select the video, as `versionId` does.
_SECRET = re.compile(
    r"x-(amz|goog|ms|oss|obs|tos)-.+|x-id|response-.+|q-(sign|ak|key|header|url).*|(aws|oss)accesskeyid|googleaccessid"
    r"|key-pair-id|policy|signature|sig|expir\w+|exp|verify|md5|hmac|hdn(ts|ea|tl)|(.*[-_])?token([-_].*)?"
    r"|auth(orization)?|jwt|api[-_]?key|secret|passw(or)?d"
)
# Azure's other parameters are common words elsewhere, so they are secrets only beside `sig`.
_AZURE = re.compile(r"s[eiprstv]|srt|spr|sip|sdd|ses|scid|sk[estv]|s[ka]oid|suoid|sktid")
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
# Flickbook's own, on which reading by ranges depends.
_OWN = {"accept-encoding", "connection", "content-length", "host", "if-match", "range", "te", "transfer-encoding"}
_QUERY = re.compile(r"\?[^\s'\"<>]+")


class Access(NamedTuple):
    """The signed URL of a video, empty without a signature, and the headers for the video's own server."""

    url: str = ""
    headers: Mapping[str, str] = {}  # a NamedTuple's default, never changed

    def redacted(self, text: str) -> str:
        """Return a message of a library without queries of URLs and values of headers."""
        text = _QUERY.sub("?…", text)
        for value in filter(None, self.headers.values()):
            text = text.replace(value, "…")
        return text


NO_ACCESS = Access()
_known: dict[str, Access] = {}


def access_to(url: str) -> Access:
    """Return what requests for the video at a URL need, empty for most videos."""
    return _known.get(url, NO_ACCESS)


def grant(url: str, access: Access) -> None:
    """Let this process's requests for a video have an access, in place of an earlier one."""
    _known.pop(url, None)
    if access != NO_ACCESS:
        _known[url] = access


def access_of(text: str, headers: Mapping[str, str]) -> Access:
    """Return the access in a web URL as typed, and in headers by name. Raises UsageError for an invalid header."""
    for name, value in headers.items():
        # The value may be a secret, and so may a name: a user may have typed the secret there. No message shows them.
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise UsageError("--header", "is not a header of HTTP", "write it as 'NAME: VALUE', on one line")
        if name.lower() in _OWN:
            raise UsageError(f"--header {name}", "is set by Flickbook itself", "leave it out")
    parts = urlsplit(text)
    user, at, host = parts.netloc.rpartition("@")
    if at and not any(name.lower() == "authorization" for name in headers):
        encoded = base64.b64encode(unquote(user).encode()).decode()
        headers = {**headers, "Authorization": f"Basic {encoded}"}
    signed = urlsplit(without_secrets(text)).query != parts.query
    return Access(urlunsplit(parts._replace(netloc=host, fragment="")) if signed else "", dict(headers))


def without_secrets(text: str) -> str:
    """Return a path or URL as typed, without the signature, user name and password that a web URL may have."""
    scheme, _, rest = text.partition("://")
    if scheme not in WEB_SCHEMES:
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        return f"{scheme}://{rest.partition('?')[0].rpartition('@')[2]}"
    names = [unquote_plus(parameter.partition("=")[0]).lower() for parameter in parts.query.split("&")]
    kept = [
        parameter
        for parameter, name in zip(parts.query.split("&"), names, strict=True)
        if not (_SECRET.fullmatch(name) or ("sig" in names and _AZURE.fullmatch(name)))
    ]
    host = parts.netloc.rpartition("@")[2]
    if len(kept) == len(names) and host == parts.netloc:
        return text
    if not host:
        return f"{scheme}://"  # `urlunsplit` would take a path that begins with `//` for a host
    return urlunsplit(parts._replace(netloc=host, query="&".join(kept), fragment=""))
