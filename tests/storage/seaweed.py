"""A real S3 server on loopback, for the time of a test session."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from obstore.store import S3Store

KEY, SECRET = "flick", "bookbook"


def bucket(endpoint: str, name: str) -> S3Store:
    """Open a bucket as a client of its own, not as Flickbook does; SeaweedFS makes it when something is put into it."""
    return S3Store(
        name,
        endpoint=endpoint,
        access_key_id=KEY,
        secret_access_key=SECRET,
        region="us-east-1",
        virtual_hosted_style_request=False,
        client_options={"allow_http": True},
    )


def free_ports(count: int) -> list[int]:
    """Find ports nobody listens on, whose gRPC twin 10,000 above is free too.

    Test workers look in ranges of their own, and all below the ports that the system gives to connections: a
    SeaweedFS one of whose ports is taken meanwhile does not end, it spins.
    """
    found: list[int] = []
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 2
    port = 12_000 + 4_000 * worker + time.monotonic_ns() % 3_900
    while len(found) < count:
        port += 1
        if all(_is_free(one) for one in (port, port + 10_000)):
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@contextmanager
def seaweed(folder: Path) -> Iterator[str]:
    """Start SeaweedFS with its data in a folder, and give its S3 endpoint."""
    config = folder / "s3.json"
    credentials = [{"accessKey": KEY, "secretKey": SECRET}]
    actions = ["Admin", "Read", "Write", "List", "Tagging"]
    config.write_text(json.dumps({"identities": [{"name": "a", "credentials": credentials, "actions": actions}]}))
    s3, admin, master, volume, filer = free_ports(5)
    fixed = "-ip=127.0.0.1 -ip.bind=127.0.0.1 -master.telemetry=false -admin.ui=false -webdav=false"
    fixed += " -s3.port.iceberg=0 -s3.port.lance=0"
    ports = f"-s3.port={s3} -admin.port={admin} -master.port={master} -volume.port={volume} -filer.port={filer}"
    weed = Path(sys.executable).parent / "weed"
    command: list[str | Path] = [weed, "mini", f"-dir={folder}", f"-s3.config={config}", *fixed.split(), *ports.split()]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{s3}/", process)
        yield f"http://127.0.0.1:{s3}"
    finally:
        process.kill()  # SIGTERM takes it half a minute, and there is nothing to save
        process.wait()


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, "SeaweedFS ended at once"
        try:
            urllib.request.urlopen(url, timeout=1)
        except urllib.error.HTTPError:
            return  # it answers, if only to say that we may not
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("SeaweedFS does not answer")
