"""`flickbook serve`: run the service in a web server until a signal stops it."""

import errno
import ipaddress
import os
import secrets
import socket
import sys
from collections.abc import Mapping
from urllib.parse import quote

from msgspec.structs import replace

from flickbook.cli.root import exit_on_sigterm, from_extra
from flickbook.core.settings import Web
from flickbook.engines import configuration
from flickbook.engines.configuration import Settings
from flickbook.errors import OutputDenied, UsageError
from flickbook.storage import locate, locate_output, make_folder, shown
from flickbook.web.token_file import TokenFile, token_path

# Seconds after a signal in which open requests may still be answered.
GRACE_SECONDS = 3


def serve(flags: Mapping[str, object]) -> None:
    """Serve until Ctrl-C (KeyboardInterrupt) or SIGTERM (SystemExit with 0), then end all processes.

    Raises UsageError if an extra or the broker is missing, a proxy is not an address, or the port is in use. Raises
    OutputDenied if a folder cannot be created.
    """
    chosen = configuration.load(flags, os.environ, called={"origins": "--origin"})
    _check_proxies(chosen.web)
    # Uvicorn replaces this handler while it runs, and restores it.
    exit_on_sigterm()
    with from_extra("web"):
        from flickbook.web.app import make_app
        from flickbook.web.server import run
    for flag, place in (("--source", chosen.web.source), ("--out", chosen.web.out)):
        make_folder(locate_output(place, flag), flag)
    chosen, token = _with_token(chosen)
    app = make_app(chosen)
    with _listen(chosen.web) as listening:
        _announce(chosen.web, token, listening)
        warn_if_open(chosen.web, listening)
        run(app, listening, GRACE_SECONDS, chosen.web.proxies)


def _with_token(chosen: Settings) -> tuple[Settings, str]:
    """Return the settings, and the token to print: that of the settings, or else the one in the token file.

    If that file cannot be written, the settings get a random token, and a warning is printed.
    """
    if chosen.web.token:
        return chosen, chosen.web.token
    try:
        return chosen, TokenFile(token_path(chosen.web)).own()
    except OutputDenied as error:
        sys.stderr.write(f"{error} Until then, each start has a new token.\n")
        token = secrets.token_urlsafe(18)
        return replace(chosen, web=replace(chosen.web, token=token)), token


def _check_proxies(web: Web) -> None:
    """Raise UsageError for a proxy that is not an address: uvicorn would accept it and never match it."""
    for proxy in web.proxies:
        try:
            ipaddress.ip_network(proxy)
        except ValueError as error:
            remedy = "use addresses or networks, such as 10.0.0.7 or 10.0.0.0/24"
            raise UsageError("proxies", f"contains an invalid address ({error})", remedy) from error


def _listen(web: Web) -> socket.socket:
    family = socket.AF_INET6 if ":" in web.host else socket.AF_INET
    try:
        # `create_server` sets SO_REUSEADDR: a restarted service can use its port again at once.
        return socket.create_server((web.host, web.port), family=family, backlog=2048)
    except OSError as error:
        place = f"{web.host}:{web.port}"
        if error.errno == errno.EADDRINUSE:
            raise UsageError(place, "is in use", "choose another --port") from error
        # `create_server` adds the address to the text.
        reason = str(error.strerror).partition(" (while")[0]
        fault = f"cannot be used as address of the service ({reason})"
        raise UsageError(place, fault, "choose another --host or --port") from error


def _announce(web: Web, token: str, listening: socket.socket) -> None:
    # A service on all addresses is reachable from this machine at the loopback address.
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(web.host, web.host)  # noqa: S104  # not bound
    host = f"[{host}]" if ":" in host else host
    port = listening.getsockname()[1]
    # The browser does not send the part behind `#`, so the token appears in no log and no Referer.
    sys.stdout.write(
        f"Flickbook serves {shown(locate(web.out))}, and stores uploads in {shown(locate(web.source))}.\n"
        f"Open http://{host}:{port}/#token={quote(token, safe='')}\n"
    )
    sys.stdout.flush()


def warn_if_open(web: Web, listening: socket.socket) -> None:
    """Warn on stderr if other machines can reach the service and reading needs no token."""
    address = listening.getsockname()[0]
    if web.read_token or web.private or ipaddress.ip_address(address).is_loopback:
        return
    sys.stderr.write(
        f"{address}: everybody who reaches this address can see all previews; "
        "set --private (FLICKBOOK_PRIVATE=1) or --read-token, or use --host 127.0.0.1.\n"
    )
