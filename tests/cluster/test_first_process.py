"""A worker that is the first process of a container, to which no signal comes that it does not ask for."""

import os
import signal
import socket
import subprocess

from tests.cluster.fleet import WELL
from tests.processes import descendants
from tests.tools import give_up
from tests.waiting import LONG


def test_sigterm_ends_a_worker_that_has_not_begun() -> None:
    alone = ["unshare", "--pid", "--fork", "--kill-child"]
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        give_up("only root may have process numbers of its own")
    # A broker that never answers: so it waits between loading and starting.
    with socket.create_server(("127.0.0.1", 0)) as broker:
        url = f"amqp://127.0.0.1:{broker.getsockname()[1]}//"
        worker = subprocess.Popen([*alone, *WELL, "worker", "--broker", url], stdin=subprocess.DEVNULL)
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
