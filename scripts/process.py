"""A server's process on loopback, and ports for it."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

# On a busy machine RabbitMQ takes ten seconds.
_START_SECONDS = 120


class Service:
    """A server that can be killed, and started again with the same ports and data.

    It runs in a folder of its own, and writes its output to `log` there.
    """

    def __init__(
        self,
        url: str,
        command: Sequence[str | Path],
        folder: Path,
        is_ready: Callable[[], bool],
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """Take note of how it is started. `is_ready` may raise OSError for no; without `environ` it gets ours."""
        self.url = url
        self.log = folder / "log"
        self._command = [str(word) for word in command]
        self._is_ready = is_ready
        self._environ = environ
        self._process: subprocess.Popen[bytes]

    @property
    def pid(self) -> int:
        """Its process, which is the server itself: no script stands between."""
        return self._process.pid

    @property
    def ended(self) -> int | None:
        """The code it ended with, negative for a signal; None while it runs."""
        return self._process.poll()

    def start(self) -> None:
        """Start it, without waiting for it."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            # In a session of its own, a Ctrl-C in the terminal reaches only who started it.
            self._process = subprocess.Popen(
                self._command,
                cwd=self.log.parent,
                env=self._environ,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        """Wait until it is ready. Raises RuntimeError if it ends or does not get ready."""
        name = Path(self._command[0]).name
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self.ended is not None:
                raise RuntimeError(f"{name} ended at once: {self._said()}")
            try:
                if self._is_ready():
                    return
            except OSError:
                pass  # not yet
            time.sleep(0.1)
        raise RuntimeError(f"{name} does not get ready: {self._said()}")

    def _said(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-10:])

    def kill(self) -> None:
        """Kill it (SIGKILL), and only it: processes that it started live on, as when the system's memory ran out."""
        self._process.kill()
        self._process.wait()

    def stop(self, seconds: float = 60) -> int:
        """Ask it to end (SIGTERM), and give the code that it ended with. Raises TimeoutExpired."""
        self._process.terminate()
        return self._process.wait(seconds)

    def restart(self) -> None:
        """Kill it if it runs, start it and wait until it is ready."""
        self.kill()
        self.start()
        self.wait()

    def end(self) -> None:
        """Kill it with all that it started."""
        if self.ended is None:
            os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()


@contextmanager
def running(*services: Service) -> Iterator[None]:
    """Start services, wait until all are ready, and end them."""
    started: list[Service] = []
    try:
        for service in services:
            service.start()
            started.append(service)
        for service in services:
            service.wait()
        yield
    finally:
        for service in started:
            service.end()


# Those that `free_ports` gave: whoever got one may not listen there yet.
_given: set[int] = set()


def free_ports(count: int, but: Container[int] = ()) -> list[int]:
    """Find ports nobody listens on, whose twin 10,000 above (SeaweedFS's gRPC) is free too; none is given twice.

    Test workers look in ranges of their own, and all below the ports that the system gives to connections: a
    SeaweedFS one of whose ports is taken meanwhile does not end, it spins. No port or twin is in `but`.
    """
    found: list[int] = []
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    span = 10_000 // int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    port = 12_000 + span * worker + time.monotonic_ns() % (span * 3 // 4)
    while len(found) < count:
        port += 1
        if port not in _given and not any(one in but or answers(one) for one in (port, port + 10_000)):
            found.append(port)
            _given.add(port)
    return found


def answers(port: int) -> bool:
    """Say whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
