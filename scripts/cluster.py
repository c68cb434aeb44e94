"""A cluster on this machine: RabbitMQ, SeaweedFS and workers, run natively, for tests, benchmarks and `make cluster`.

    uv run python -m scripts.cluster [--workers 2] [--concurrency 1]

Stays in the foreground and shows what workers and service say; Ctrl-C ends all of it, and what it stored is gone.
What dies is started again. `cluster` is the same for programs, which kill and start its parts themselves.
"""

import argparse
import os
import shlex
import signal
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from flickbook.cli.demo import SAMPLE
from scripts.foreground import keep_up
from scripts.process import Service, free_ports, running
from scripts.services import rabbitmq, seaweed, store_environ

VIDEOS, PREVIEWS = "s3://videos", "s3://previews"
_ENDS = signal.SIGINT, signal.SIGTERM, signal.SIGHUP
_FLICKBOOK = [sys.executable, "-m", "flickbook"]


class Cluster(NamedTuple):
    """A running cluster: its broker, its S3 server, its workers, and what leads others to them.

    A worker's URL is where it tells how it is.
    """

    broker: Service
    store: Service
    workers: list[Service]
    environ: dict[str, str]


@contextmanager
def cluster(
    folder: Path,
    workers: int = 2,
    concurrency: int = 1,
    environ: Mapping[str, str] | None = None,
    broker: Callable[[Path], AbstractContextManager[Service]] = rabbitmq,
) -> Iterator[Cluster]:
    """Start a cluster with all it keeps in a folder, and wait until its workers take work.

    The buckets `videos` and `previews` are there. `environ` is added to what workers are started with, and
    `broker` is one of the brokers of `services`. Raises FileNotFoundError if the broker is not installed.
    """
    buckets = [url.removeprefix("s3://") for url in (VIDEOS, PREVIEWS)]
    with broker(folder / "broker") as messages, seaweed(folder / "store", buckets) as store:
        found = {**store_environ(store.url), "FLICKBOOK_BROKER": messages.url}
        given = {**found, **(environ or {})}
        crew = [worker(folder / f"worker-{number}", concurrency, given) for number in range(1, workers + 1)]
        with running(*crew):
            yield Cluster(messages, store, crew, found)


def worker(folder: Path, concurrency: int, environ: Mapping[str, str]) -> Service:
    """Give a worker of the broker that is named in `environ`, not started yet."""
    (port,) = free_ports(1)
    place = f"127.0.0.1:{port}"
    flags = ["--broker", environ["FLICKBOOK_BROKER"], "--concurrency", str(concurrency), "--health", place]
    url = f"http://{place}"
    return Service(url, [*_FLICKBOOK, "worker", *flags], folder, lambda: _is_up(f"{url}/readyz"), _clean(environ))


def _service(folder: Path, environ: Mapping[str, str]) -> Service:
    (port,) = free_ports(1)
    flags = ["--engine", "celery", "--source", VIDEOS, "--out", PREVIEWS, "--port", str(port)]
    url = f"http://127.0.0.1:{port}"
    return Service(url, [*_FLICKBOOK, "serve", *flags], folder, lambda: _is_up(f"{url}/healthz"), _clean(environ))


def _clean(environ: Mapping[str, str]) -> dict[str, str]:
    """Give our environment with these variables, without what leads to other stores."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("AWS_")}, **environ}


def _is_up(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError:
        return False


def main() -> None:
    """Run a cluster until Ctrl-C or SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=2, help="how many")
    parser.add_argument("--concurrency", type=int, default=1, help="jobs that a worker does at once")
    chosen = parser.parse_args()
    for number in _ENDS:
        signal.signal(number, _end)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="flickbook-cluster-")))
        try:
            print("starting RabbitMQ, SeaweedFS and workers …", flush=True)
            parts = stack.enter_context(cluster(folder, chosen.workers, chosen.concurrency))
            service = _service(folder / "serve", parts.environ)
            stack.enter_context(running(service))
            print(_help(parts, folder), flush=True)
            crew = {f"worker-{number}": worker for number, worker in enumerate(parts.workers, 1)}
            keep_up({"rabbitmq": parts.broker, "seaweedfs": parts.store}, {**crew, "serve": service})
        except KeyboardInterrupt:
            print("ends", flush=True)
        except (FileNotFoundError, RuntimeError) as error:
            sys.exit(f"error: {error}")


def _end(*_: object) -> None:
    # Of one Ctrl-C more than one signal may come: the terminal's, and that of who runs us. The rest is ignored.
    for number in _ENDS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _help(parts: Cluster, folder: Path) -> str:
    exports = " ".join(f"{name}={shlex.quote(value)}" for name, value in parts.environ.items())
    program, video = map(_typed, (Path(sys.executable).with_name("flickbook"), SAMPLE))
    workers = "\n".join(f"  worker     {worker.url}/metrics (/healthz, /readyz)" for worker in parts.workers)
    return f"""
  RabbitMQ   {parts.broker.url}
  SeaweedFS  {parts.store.url} (buckets videos and previews)
{workers}
  all else   {folder} (until it ends)

In another terminal, in the same folder, with this or any other video:
  export {exports}
  {program} submit {video} --engine celery --out {PREVIEWS} --wait
"""


def _typed(path: Path) -> str:
    """Write a path as one types it here."""
    return shlex.quote(min(str(path), os.path.relpath(path), key=len))


if __name__ == "__main__":
    main()
