"""A small cluster for tests, with a real broker. Each worker is a process, as a user starts it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import msgspec
from kombu.connection import Connection
from kombu.entity import Queue
from prometheus_client.parser import text_string_to_metric_families

from flickbook.core import wire
from flickbook.core.model import Entry, Job, Manifest, Order, OrderRecord, Receipt, Recipe, Snippet
from flickbook.core.settings import Cluster
from flickbook.engines.celery.celery_engine import CeleryEngine
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import DEAD
from flickbook.engines.configuration import Settings
from flickbook.engines.following import order
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from tests.cli.run import Ran
from tests.cluster.forkserver import Child, ForkServer
from tests.queues import empty
from tests.waiting import LONG, until

# Seconds between two checks of a condition.
PAUSE = 0.05
RECIPE = make_recipe(snippet=1, size=64, still_quality=50)
FLICKBOOK = [sys.executable, "-m", "flickbook"]
FAULTY = [sys.executable, "-m", "tests.cluster.faulty"]
# With these settings, failed attempts end soon, and so do jobs that hang in a worker of `faulty`.
SETTINGS = {"FLICKBOOK_PATIENCE": "2", "FLICKBOOK_LONGEST_TURN": "2"}
SHORT_TIMEOUT = {"FLICKBOOK_SNIPPET_TIMEOUT": "1"}


def metrics(port: int) -> dict[str, float]:
    """Return the metrics of a worker by name and labels, such as `flickbook_jobs_total done plan`."""
    text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {" ".join((sample.name, *dict(sorted(sample.labels.items())).values())): sample.value for sample in samples}


class Worker:
    """A worker and its log. `kind` is how it was started."""

    def __init__(self, process: "Child | subprocess.Popen[bytes]", log: Path, kind: object) -> None:
        self.process = process
        self.kind = kind
        self._log = log
        self._read = 0
        self._started = False
        self._lines: list[dict[str, Any]] = []

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines of its log since the test began."""
        with self._log.open("rb") as log:
            log.seek(self._read)
            whole, newline, _ = log.read().rpartition(b"\n")
        self._read += len(whole) + len(newline)
        # Python itself logs about killed processes, and not as JSON.
        self._lines += [json.loads(line) for line in whole.splitlines() if line.startswith(b"{")]
        return self._lines

    def clear_log(self) -> None:
        """Begin a new log for the next test."""
        self._has_started()
        self._lines = self.lines[:0]

    def made(self, ordered: "Ordered") -> list[int]:
        """Return the starts of the snippets of a book that it made, in the order of completion."""
        lines = [line for line in self.lines if line["message"] == "made"]
        return [line["snippet"] for line in lines if line["book"] == ordered.order.name]

    @property
    def children(self) -> list[int]:
        """The ids of its child processes."""
        # A child that takes the place of a dead one is that of another thread.
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        pids = [int(pid) for each in lists for pid in each.read_text().split()]
        return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def ready(self) -> "Worker":
        """Wait until it has started."""
        until(self._has_started, "a worker to start", PAUSE)
        return self

    def _has_started(self) -> bool:
        self._started = self._started or any(line["message"] == "started" for line in self.lines)
        return self._started

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def end(self) -> int:
        """Wait for its end and return the exit code."""
        return self.process.wait(LONG)


class Ordered(NamedTuple):
    """An ordered video."""

    order: Order

    @property
    def book(self) -> Book:
        return Book(self.order.out, self.order.name)

    @property
    def record(self) -> OrderRecord | None:
        """The order record of its book."""
        return Orders(self.order.out).record(self.order.name)

    @property
    def entry(self) -> Entry | None:
        """Its entry in the list of videos."""
        return Index(self.order.out).entry(self.order.name)

    @property
    def state(self) -> str:
        """The state of its book."""
        return self.entry.state if self.entry is not None else ""

    @property
    def receipts(self) -> list[Receipt]:
        book = self.book
        plan = book.plan()
        return [] if plan is None else book.receipts(plan)

    @property
    def snippets(self) -> Sequence[Snippet]:
        """The snippets of its plan."""
        plan = self.book.plan()
        return () if plan is None else plan.snippets

    @property
    def done(self) -> int:
        """The number of snippets made."""
        return sum(receipt.ok for receipt in self.receipts)

    def wait(self) -> Manifest:
        """Wait until its book is complete or partial, and return the manifest."""
        return until(self.book.manifest, f"the book of {self.order.name}", PAUSE)


def job_of(letter: Mapping[str, Any]) -> Job:
    """Return the job of a dead letter."""
    return wire.decode(letter["document"].encode(), Job, "letter")


class Fleet:
    """A broker and its workers."""

    def __init__(self, broker: str, forks: ForkServer, folder: Path) -> None:
        self.broker = broker
        self.out = folder
        self.workers: list[Worker] = []
        self._forks = forks
        self._folder = folder
        self._started = 0
        self.sender = CeleryDispatcher(Cluster(broker=broker))
        self.engine = CeleryEngine(Settings(cluster=Cluster(broker=broker)))
        self.sender.check()
        self.clear()

    def begin(self, out: Path) -> None:
        """Begin a test with a folder of its own. Workers of earlier tests go on."""
        self.out = out
        if any(self.sender.depths().values()):
            # A failed test left messages, and workers may have more of them.
            self.kill_workers()
            self.clear()
        self.workers = [worker for worker in self.workers if worker.is_alive]
        for worker in self.workers:
            worker.clear_log()

    def start(
        self,
        slots: int = 1,
        command: Sequence[str] = (),
        broker: str = "",
        words: Sequence[str] = (),
        **environ: str,
    ) -> Worker:
        """Start a worker, by default with `faulty` in a fork; otherwise with a command, a broker URL and arguments."""
        self._started += 1
        log = self._folder / f"worker-{self._started}.log"
        log.touch()
        words = list(words) or ["worker", "--broker", broker or self.broker, "--concurrency", str(slots)]
        variables = {**os.environ, **SETTINGS, **environ}
        process: Child | subprocess.Popen[bytes]
        if command:
            with log.open("ab") as out:
                process = subprocess.Popen(
                    [*command, *words], env=variables, stdin=subprocess.DEVNULL, stdout=out, stderr=out
                )
        else:
            process = self._forks.start(words, {**SHORT_TIMEOUT, **variables}, log, log)
        self.workers.append(Worker(process, log, (slots, *command, broker, environ)))
        return self.workers[-1]

    def keep(self, count: int, slots: int = 1, **environ: str) -> list[Worker]:
        """Return this number of workers of one kind. Kill all others, and start new ones for those that ended."""
        kind = (slots, "", environ)
        fit = [worker for worker in self.workers if worker.is_alive and worker.kind == kind][:count]
        for worker in self.workers:
            if worker not in fit:
                _end(worker)
        return fit + [self.start(slots, **environ) for _ in range(count - len(fit))]

    def run(self, *words: object) -> Ran:
        """Run a command of `flickbook` and wait for its end."""
        out, errors = self._folder / "out.txt", self._folder / "errors.txt"
        for file in (out, errors):
            file.write_bytes(b"")
        code = self._forks.start([*map(str, words)], os.environ, out, errors).wait()
        return Ran(code, out.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8"))

    def order(self, video: Path, out: str = "", recipe: Recipe = RECIPE) -> Ordered:
        """Order a video."""
        return Ordered(order(self.engine, str(video), out or str(self.out), recipe))

    def made(self, ordered: Ordered) -> list[int]:
        """Return the starts of all snippets of a book that workers made; one that was made twice is listed twice."""
        return sorted(start for worker in self.workers for start in worker.made(ordered))

    def letters(self) -> list[dict[str, Any]]:
        """Receive and delete all dead letters that workers wrote."""
        return [msgspec.json.decode(body) for body in self.receive(DEAD)]

    def letters_when_idle(self) -> list[dict[str, Any]]:
        """Wait until there are dead letters and no work, then receive and delete the letters."""
        until(lambda: self.sender.depths()[DEAD] and self.is_idle(), "the last dead letter", PAUSE)
        return self.letters()

    def gather(self, name: str, count: int) -> list[bytes]:
        """Wait for a number of messages in a queue, then receive and delete them."""
        until(lambda: self.sender.depths()[name] >= count, f"{count} messages", PAUSE)
        return self.receive(name)

    def receive(self, name: str) -> list[bytes]:
        """Receive and delete all messages of a queue."""
        found = []
        with Connection(self.broker) as connection:
            queue = Queue(name)(connection.default_channel)
            while (message := queue.get(no_ack=True)) is not None:
                found.append(message.body if isinstance(message.body, bytes) else message.body.encode())
        return found

    def send(self, name: str, body: bytes, **properties: Any) -> None:
        """Send any message to a queue."""
        with Connection(self.broker) as connection:
            connection.Producer().publish(body, routing_key=name, **properties)

    def clear(self) -> None:
        """Delete all messages."""
        empty(self.broker)

    def kill_workers(self) -> None:
        """Kill all workers."""
        self.keep(0)

    def close(self) -> None:
        """Kill all workers and close the connections."""
        self.kill_workers()
        self.sender.close()
        self.engine.close()

    def is_idle(self) -> bool:
        """Return whether no message waits and no worker has a job, in two checks."""
        return self._seems_idle() and self._seems_idle()

    def _seems_idle(self) -> bool:
        seen, living = self.sender.view(), sum(worker.is_alive for worker in self.workers)
        # A worker that does not answer in time may have jobs. Messages of a dead worker come back.
        workers = seen.workers or []
        return len(workers) >= max(1, living) and not seen.waiting and not any(worker.jobs for worker in workers)

    def has_manifests(self, *books: Ordered) -> bool:
        """Return whether all these books are complete or partial."""
        return all(ordered.book.manifest() for ordered in books)


def _end(worker: Worker) -> None:
    worker.process.kill()
    worker.process.wait(LONG)
