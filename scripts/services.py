"""The services a cluster needs, started natively on free loopback ports, for tests, benchmarks and `make cluster`.

Each keeps its data in the folder it is given, and is killed at the end: what it has confirmed is on disk.
"""

import json
import os
import shutil
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import amqp

from scripts.process import Service, answers, free_ports, running

# The S3 server's credentials.
KEY, SECRET = "flick", "bookbook"

# Debian's /usr/sbin/rabbitmq-server is a wrapper that needs its own user; the real one is elsewhere.
SEARCH = os.pathsep.join(("/usr/lib/rabbitmq/bin", os.environ.get("PATH", os.defpath), "/usr/sbin"))


@contextmanager
def rabbitmq(folder: Path, hosts: Sequence[str] = ()) -> Iterator[Service]:
    """Start RabbitMQ without plugins, for any user, any number on one machine; the URL is of its virtual host `/`.

    `hosts` are more virtual hosts that it is to have. Raises FileNotFoundError if it is not installed.
    """
    home = folder.resolve()
    home.mkdir(parents=True, exist_ok=True)
    plugins = home / "enabled_plugins"
    plugins.write_text("[].")
    if hosts:
        (home / "definitions.json").write_text(_definitions(["/", *hosts]))
        (home / "rabbitmq.conf").write_text(f"load_definitions = {home / 'definitions.json'}\n")
    port, distribution, names = free_ports(3)
    environ = os.environ | {
        "HOME": str(home),  # the Erlang cookie lies there
        "RABBITMQ_CONF_ENV_FILE": "/dev/null",  # not the machine's
        "RABBITMQ_CONFIG_FILE": str(home / "rabbitmq"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(plugins),
        "RABBITMQ_MNESIA_BASE": str(home / "data"),
        "RABBITMQ_LOG_BASE": str(home),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_NODENAME": "flickbook@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(distribution),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        "RUNNING_UNDER_SYSTEMD": "1",  # the script becomes the Erlang VM, so that its process is the server's
        "ERL_EPMD_PORT": str(names),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
    }
    # The Erlang VM would start epmd, where VMs find each other, as a daemon that outlives it.
    epmd = Service("", [_program("epmd"), "-port", str(names)], home / "epmd", lambda: answers(names), environ)
    url = f"amqp://guest:guest@127.0.0.1:{port}//"
    server = Service(url, [_program("rabbitmq-server")], home, lambda: _greets(port), environ)
    with running(epmd), running(server):
        yield server


@contextmanager
def redis(folder: Path) -> Iterator[Service]:
    """Start Redis with an append-only file. Raises FileNotFoundError if it is not installed."""
    (port,) = free_ports(1)
    # Else it puts writes off while the disk is busy, and what it has confirmed is lost with it.
    flags = f"--port {port} --bind 127.0.0.1 --appendonly yes --appendfsync always"
    command = [_program("redis-server"), *flags.split(), "--save", "", "--dir", str(folder.resolve())]
    server = Service(f"redis://127.0.0.1:{port}/0", command, folder, lambda: _pongs(port))
    with running(server):
        yield server


@contextmanager
def seaweed(folder: Path, buckets: Sequence[str] = ()) -> Iterator[Service]:
    """Start SeaweedFS with some buckets; the URL is its S3 endpoint.

    Other buckets come to be when something is put into them.
    """
    home = folder.resolve()
    home.mkdir(parents=True, exist_ok=True)
    config = home / "s3.json"
    credentials = [{"accessKey": KEY, "secretKey": SECRET}]
    actions = ["Admin", "Read", "Write", "List", "Tagging"]
    config.write_text(json.dumps({"identities": [{"name": "a", "credentials": credentials, "actions": actions}]}))
    s3, admin, master, volume, filer = ports = free_ports(5, {port for port, path in _sockets() if _foreign(path)})
    fixed = "-ip=127.0.0.1 -ip.bind=127.0.0.1 -master.telemetry=false -admin.ui=false -webdav=false"
    fixed += " -s3.port.iceberg=0 -s3.port.lance=0"
    fixed += f" -s3.port={s3} -admin.port={admin} -master.port={master} -volume.port={volume} -filer.port={filer}"
    places = [f"-dir={home}", f"-s3.config={config}", f"-bucket={','.join(buckets)}"]
    command: list[str | Path] = [Path(sys.executable).parent / "weed", "mini", *places, *fixed.split()]
    url = f"http://127.0.0.1:{s3}"
    server = Service(url, command, home, lambda: _serves(url))
    try:
        with running(server):
            yield server
    finally:
        for port, path in _sockets():
            if port in ports or port - 10_000 in ports:
                path.unlink(missing_ok=True)


def store_environ(endpoint: str) -> dict[str, str]:
    """Give the variables by which Flickbook, and other programs, reach the S3 server."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_DEFAULT_REGION": "us-east-1",
    }


def _definitions(hosts: Sequence[str]) -> str:
    """Give RabbitMQ's own description of itself: https://www.rabbitmq.com/docs/definitions."""
    all_rights = {"user": "guest", "configure": ".*", "write": ".*", "read": ".*"}
    return json.dumps(
        {
            "users": [{"name": "guest", "password": "guest", "tags": "administrator"}],
            "vhosts": [{"name": host} for host in hosts],
            "permissions": [{"vhost": host, **all_rights} for host in hosts],
        }
    )


def _sockets() -> Iterator[tuple[int, Path]]:
    """Yield the port and the path of each Unix socket of a SeaweedFS; killed ones leave theirs."""
    for path in Path("/tmp").glob("seaweedfs-*.sock"):
        yield int(path.stem.rpartition("-")[2]), path


def _foreign(path: Path) -> bool:
    """Return whether a file belongs to another user, so that it cannot be replaced."""
    try:
        return path.stat().st_uid != os.getuid()
    except FileNotFoundError:
        return False


def _program(name: str) -> str:
    path = shutil.which(name, path=SEARCH)
    if path is None:
        raise FileNotFoundError(f"{name} is missing; `make tools` installs it")
    return path


def _greets(port: int) -> bool:
    connection = amqp.Connection(f"127.0.0.1:{port}", connect_timeout=5)
    try:
        connection.connect()
    except amqp.AMQPError:
        return False
    connection.close()
    return True


def _pongs(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"PING\r\n")
        return connection.recv(7) == b"+PONG\r\n"


def _serves(url: str) -> bool:
    with suppress(urllib.error.HTTPError):  # which is an answer too
        urllib.request.urlopen(url, timeout=5)
    return True
