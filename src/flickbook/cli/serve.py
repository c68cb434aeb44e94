"""`flickbook serve`: the service, in a web server, until it is told to stop."""

import ipaddress
import os
import secrets
import signal
import socket
import sys
from collections.abc import Mapping
from types import FrameType
from urllib.parse import quote

from msgspec.structs import replace

from flickbook.cli.extras import from_extra
from flickbook.core.settings import Web
from flickbook.engines import configuration
from flickbook.engines.configuration import Settings
from flickbook.errors import UsageError
from flickbook.storage import locate, make_folder, shown

# After so long whoever still waits for an answer is cut off.
GRACE_SECONDS = 3


def serve(flags: Mapping[str, object]) -> None:
    """Serve until Ctrl-C (KeyboardInterrupt) or SIGTERM (SystemExit with 0), and leave nothing running.

    Raises UsageError where an extra is missing, no broker is named, a proxy has no address or the port is taken,
    OutputDenied for folders that cannot be.
    """
    chosen = _with_token(configuration.load(flags, os.environ))
    _check_proxies(chosen.web)
    # Python's own handlers would leave without ending the workers. Uvicorn has its own while it runs, and then these.
    signal.signal(signal.SIGTERM, _leave)
    with from_extra("web"):
        from flickbook.web.app import make_app
        from flickbook.web.server import run
    for place in (chosen.web.source, chosen.web.out):
        make_folder(locate(place))
    app = make_app(chosen)
    with _listen(chosen.web) as listening:
        _announce(chosen.web, listening)
        warn_if_open(chosen.web, listening)
        run(app, listening, GRACE_SECONDS, chosen.web.proxies)


def _with_token(chosen: Settings) -> Settings:
    token = chosen.web.token or secrets.token_urlsafe(18)
    return replace(chosen, web=replace(chosen.web, token=token))


def _check_proxies(web: Web) -> None:
    """Raise UsageError for a proxy that is no address: uvicorn would take it as a name, and never meet it."""
    for proxy in web.proxies:
        try:
            ipaddress.ip_network(proxy)
        except ValueError as error:
            remedy = "give addresses or networks, such as 10.0.0.7 or 10.0.0.0/24"
            raise UsageError("FLICKBOOK_PROXIES", f"names no address ({error})", remedy) from error


def _listen(web: Web) -> socket.socket:
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    try:
        # The port of a service that ended just now may be taken again at once.
        return socket.create_server((web.host, web.port), family=family, backlog=2048)
    except OSError as error:
        place = f"{web.host}:{web.port}"
        raise UsageError(
            place, f"cannot be listened at ({error.strerror})", "choose another --host or --port"
        ) from error


def _announce(web: Web, listening: socket.socket) -> None:
    # At which it can be reached from here, if it listens at all addresses.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(web.host, web.host)  # noqa: S104  # not bound
    host = f"[{host}]" if ":" in host else host
    port = listening.getsockname()[1]
    # Behind `#` it stays in the browser: it is in no log, and no other page gets it.
    sys.stdout.write(
        f"Flickbook serves {shown(locate(web.out))}, and takes videos into {shown(locate(web.source))}.\n"
        f"Open http://{host}:{port}/#token={quote(web.token, safe='')}\n"
    )
    sys.stdout.flush()


def warn_if_open(web: Web, listening: socket.socket) -> None:
    """Say on stderr that anybody may look, where others than this machine can reach the service without a token."""
    address = listening.getsockname()[0]
    if web.read_token or ipaddress.ip_address(address).is_loopback:
        return
    sys.stderr.write(
        f"{address}: whoever reaches this address can look at everything; "
        "set --read-token (FLICKBOOK_READ_TOKEN), or listen at --host 127.0.0.1.\n"
    )


def _leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # signal's signature
    raise SystemExit(0)
