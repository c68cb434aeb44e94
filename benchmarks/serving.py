"""How many pictures a second the service gives out, against nginx, with the same files in the same minute.

    uv run python -m benchmarks.serving [--seconds 5] [--rounds 3]

Needs `nginx` and `wrk` (Debian packages) on the PATH. nginx runs on loopback, once with one worker process, as the
service is one, and once with one a core. The peers take turns within a round; what is compared are ratios of one round.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from flickbook.core.settings import usable_cores
from scripts.process import free_ports

SIZES = {"a still of 20 KB": ("film-0-frame-0.jpg", 20_000), "a GIF of 1 MB": ("film-0.gif", 1_000_000)}
CONNECTIONS = 32

_CONFIG = """
worker_processes {workers}; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; types {{ image/jpeg jpg; image/gif gif; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; location /v/ {{ alias {folder}/out/; add_header Cache-Control no-cache; }} }}
}}
"""


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "out" / "film"
        book.mkdir(parents=True)
        for key, size in SIZES.values():
            (book / key).write_bytes(os.urandom(size))
        folder.chmod(0o755)
        cores = usable_cores()
        with _nginx(folder, 1) as one, _nginx(folder, cores) as all_, _service(folder) as ours:
            print(f"| requests/s, median of {chosen.rounds} | service | nginx, 1 process | ÷ | nginx, {cores} | ÷ |")
            print("|---|---|---|---|---|---|")
            for what, (key, _) in SIZES.items():
                rounds = [[_load(url, key, chosen.seconds) for url in (ours, one, all_)] for _ in range(chosen.rounds)]
                _print_row(what, rounds)


def _print_row(what: str, rounds: list[list[float]]) -> None:
    mine, one, every = (median(column) for column in zip(*rounds, strict=True))
    to_one, to_all = (median(row[0] / row[at] for row in rounds) for at in (1, 2))
    print(f"| {what} | {mine:.0f} | {one:.0f} | {to_one:.2f} | {every:.0f} | {to_all:.2f} |")


def _load(url: str, key: str, seconds: int) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", f"{url}/v/film/{key}"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told, told
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    assert found is not None, told
    return float(found[1])


@contextmanager
def _nginx(folder: Path, workers: int) -> Iterator[str]:
    own = folder / f"nginx-{workers}"
    own.mkdir(exist_ok=True)
    (own / "out").symlink_to(folder / "out")
    (port,) = free_ports(1)
    config = own / "nginx.conf"
    config.write_text(_CONFIG.format(workers=workers, folder=own, port=port))
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx"
    with subprocess.Popen([program, "-c", str(config), "-e", str(own / "nginx.log")]) as process:
        try:
            time.sleep(1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@contextmanager
def _service(folder: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "flickbook", "serve", "--port", "0", "--token", "benchmark"]
    command += ["--source", f"{folder}/in", "--out", f"{folder}/out"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            address = next(line.split()[1] for line in process.stdout if line.startswith("Open "))
            time.sleep(3)  # its workers are started by then
            yield address.partition("/#")[0]
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
