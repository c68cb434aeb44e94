"""A server's process on loopback, and ports for it."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

# On a busy machine RabbitMQ takes ten seconds.
_START_SECONDS = 120


class Service:
    """A server that can be killed, and started again with the same ports and data."""

    def __init__(
        self,
        url: str,
        command: Sequence[str | Path],
        folder: Path,
        is_ready: Callable[[], bool],
        environ: Mapping[str, str] | None = None,
    ) -> None:
        """Start it, with its output in FOLDER/log, and wait until it is ready.

        `is_ready` may raise OSError for no. Raises RuntimeError if it ends at once or does not get ready.
        """
        self.url = url
        self._command = [str(word) for word in command]
        self._log = folder / "log"
        self._is_ready = is_ready
        self._environ = {**os.environ, **(environ or {})}
        self._start()

    @property
    def pid(self) -> int:
        """Its process, which is the server itself: no script stands between."""
        return self._process.pid

    def kill(self) -> None:
        """End it at once (SIGKILL), as a machine that fails does."""
        self._process.kill()
        self._process.wait()

    def restart(self) -> None:
        """Start it again, after a kill or in place of what runs, and wait until it is ready."""
        self.kill()
        self._start()

    def _start(self) -> None:
        with self._log.open("ab") as log:
            # In a session of its own, a Ctrl-C in the terminal reaches only who started it.
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environ,
                start_new_session=True,
            )
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise

    def _wait(self) -> None:
        name = Path(self._command[0]).name
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError(f"{name} ended at once; {self._log} says why")
            try:
                if self._is_ready():
                    return
            except OSError:
                pass  # not yet
            time.sleep(0.1)
        raise RuntimeError(f"{name} does not get ready; {self._log} may say why")


def free_ports(count: int) -> list[int]:
    """Find ports nobody listens on, whose twin 10,000 above (SeaweedFS's gRPC) is free too.

    Test workers look in ranges of their own, and all below the ports that the system gives to connections: a
    SeaweedFS one of whose ports is taken meanwhile does not end, it spins.
    """
    found: list[int] = []
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 2
    port = 12_000 + 4_000 * worker + time.monotonic_ns() % 3_900
    while len(found) < count:
        port += 1
        if not any(answers(one) for one in (port, port + 10_000)):
            found.append(port)
    return found


def answers(port: int) -> bool:
    """Say whether somebody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
