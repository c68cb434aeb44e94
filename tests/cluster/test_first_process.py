"""A worker as the first process of a container: it receives only signals that it has a handler for."""

import os
import signal
import socket
import subprocess

from tests.cluster.fleet import FLICKBOOK
from tests.processes import descendants
from tests.tools import give_up
from tests.waiting import LONG


def test_sigterm_ends_a_worker_before_it_has_started() -> None:
    alone = ["unshare", "--pid", "--fork", "--kill-child"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        give_up("only root may make a process namespace")
    # The worker waits for this broker, which never answers, before it starts.
    with socket.create_server(("127.0.0.1", 0)) as broker:
        url = f"amqp://127.0.0.1:{broker.getsockname()[1]}//"
        worker = subprocess.Popen([*alone, *FLICKBOOK, "worker", "--broker", url], stdin=subprocess.DEVNULL)
        try:
            broker.settimeout(LONG)
            connection, _ = broker.accept()
            with connection:
                (first,) = descendants(worker.pid)
                os.kill(first, signal.SIGTERM)
                assert worker.wait(LONG) == 0
        finally:
            worker.kill()
            worker.wait()
