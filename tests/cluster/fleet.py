"""A small cluster for tests: each worker is a process of its own, as a user starts it, and the broker is a real one."""

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
from tests.cluster.nursery import Child, Nursery
from tests.queues import empty
from tests.waiting import LONG, until

# Between two looks at what a cluster does.
PAUSE = 0.05
RECIPE = make_recipe(snippet=1, size=64, still_quality=50)
WELL = [sys.executable, "-m", "flickbook"]
SICK = [sys.executable, "-m", "tests.cluster.sick"]
# What fails is soon tried again, and what hangs is ended soon by workers that know what hangs, see `sick`.
SETTINGS = {"FLICKBOOK_PATIENCE": "2", "FLICKBOOK_LONGEST_TURN": "2"}
HASTY = {"FLICKBOOK_SNIPPET_TIMEOUT": "1"}


def metrics(port: int) -> dict[str, float]:
    """Ask a worker for its counts, each by its name and labels, as in `flickbook_jobs_total done plan`."""
    text = httpx.get(f"http://127.0.0.1:{port}/metrics").text
    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {" ".join((one.name, *(value for _, value in sorted(one.labels.items())))): one.value for one in samples}


class Worker:
    """A worker, and what it logs. `kind` tells those apart that were started otherwise."""

    def __init__(self, process: "Child | subprocess.Popen[bytes]", log: Path, kind: object) -> None:
        self.process = process
        self.kind = kind
        self._log = log
        self._read = 0
        self._started = False
        self._lines: list[dict[str, Any]] = []

    @property
    def lives(self) -> bool:
        return self.process.poll() is None

    @property
    def lines(self) -> list[dict[str, Any]]:
        """All lines of its log since the test began."""
        with self._log.open("rb") as log:
            log.seek(self._read)
            whole, newline, _ = log.read().rpartition(b"\n")
        self._read += len(whole) + len(newline)
        # Python itself complains of whoever was killed, and not in JSON.
        self._lines += [json.loads(line) for line in whole.splitlines() if line.startswith(b"{")]
        return self._lines

    def forget(self) -> None:
        """Have its log begin here."""
        self._has_started()
        self._lines = self.lines[:0]

    def made(self, ordered: "Ordered") -> list[int]:
        """List the snippets of a book that its processes made, in the order of their ends."""
        lines = [line for line in self.lines if line["message"] == "made"]
        return [line["snippet"] for line in lines if line["book"] == ordered.order.name]

    @property
    def children(self) -> list[int]:
        """Its processes that make pictures."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        pids = [int(pid) for pid in path.read_text().split()]
        return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def ready(self) -> "Worker":
        """Wait until it takes work."""
        until(self._has_started, "a worker to start", PAUSE)
        return self

    def _has_started(self) -> bool:
        self._started = self._started or any(line["message"] == "started" for line in self.lines)
        return self._started

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def end(self) -> int:
        """Wait for its end, and give the exit code."""
        return self.process.wait(LONG)


class Ordered(NamedTuple):
    """A video on its way."""

    order: Order

    @property
    def book(self) -> Book:
        return Book(self.order.out, self.order.name)

    @property
    def record(self) -> OrderRecord | None:
        """What is recorded of the last order of its book."""
        return Orders(self.order.out).record(self.order.name)

    @property
    def entry(self) -> Entry | None:
        """What the list of videos says of it."""
        return Index(self.order.out).entry(self.order.name)

    @property
    def state(self) -> str:
        """How far it is."""
        return self.entry.state if self.entry is not None else ""

    @property
    def receipts(self) -> list[Receipt]:
        book = self.book
        plan = book.plan()
        return [] if plan is None else book.receipts(plan)

    @property
    def snippets(self) -> Sequence[Snippet]:
        """What its plan is cut into."""
        plan = self.book.plan()
        return () if plan is None else plan.snippets

    @property
    def done(self) -> int:
        """How many snippets are made."""
        return sum(receipt.ok for receipt in self.receipts)

    def bound(self) -> Manifest:
        """Wait until all its snippets are settled."""
        return until(self.book.manifest, f"the book of {self.order.name}", PAUSE)


def job_of(letter: Mapping[str, Any]) -> Job:
    """Read the job that a worker gave up."""
    return wire.decode(letter["document"].encode(), Job, "letter")


class Fleet:
    """A broker, workers, and videos sent to them."""

    def __init__(self, broker: str, nursery: Nursery, folder: Path) -> None:
        self.broker = broker
        self.out = folder
        self.workers: list[Worker] = []
        self._nursery = nursery
        self._folder = folder
        self._started = 0
        self.sender = CeleryDispatcher(Cluster(broker=broker))
        self.engine = CeleryEngine(Settings(cluster=Cluster(broker=broker)))
        self.sender.check()
        self.clear()

    def begin(self, out: Path) -> None:
        """Begin a test, with a folder of its own; nothing is known of what was before, but workers go on."""
        self.out = out
        if any(self.sender.depths().values()):
            # A test that failed left something, and workers may have more of it.
            self.dismiss()
            self.clear()
        self.workers = [worker for worker in self.workers if worker.lives]
        for worker in self.workers:
            worker.forget()

    def start(
        self,
        slots: int = 1,
        command: Sequence[str] = (),
        broker: str = "",
        words: Sequence[str] = (),
        **environ: str,
    ) -> Worker:
        """Start a worker; it may reach the broker by another URL, or be started by a command of its own."""
        self._started += 1
        log = self._folder / f"worker-{self._started}.log"
        log.touch()
        words = list(words) or ["worker", "--broker", broker or self.broker, "--concurrency", str(slots)]
        given = {**os.environ, **SETTINGS, **environ}
        process: Child | subprocess.Popen[bytes]
        if command:
            with log.open("ab") as out:
                process = subprocess.Popen(
                    [*command, *words], env=given, stdin=subprocess.DEVNULL, stdout=out, stderr=out
                )
        else:
            process = self._nursery.start(words, {**HASTY, **given}, log, log)
        self.workers.append(Worker(process, log, (slots, *command, broker, environ)))
        return self.workers[-1]

    def keep(self, count: int, slots: int = 1, **environ: str) -> list[Worker]:
        """Have so many workers of one kind and no others, and give them.

        Some are started in the place of those that ended, as whoever runs a cluster does.
        """
        kind = (slots, "", environ)
        fit = [worker for worker in self.workers if worker.lives and worker.kind == kind][:count]
        for worker in self.workers:
            if worker not in fit:
                _end(worker)
        return fit + [self.start(slots, **environ) for _ in range(count - len(fit))]

    def run(self, *words: object) -> Ran:
        """Run `flickbook` to its end."""
        out, errors = self._folder / "out.txt", self._folder / "errors.txt"
        for file in (out, errors):
            file.write_bytes(b"")
        code = self._nursery.start([*map(str, words)], os.environ, out, errors).wait()
        return Ran(code, out.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8"))

    def order(self, video: Path, out: str = "", recipe: Recipe = RECIPE) -> Ordered:
        """Have a video made."""
        return Ordered(order(self.engine, str(video), out or str(self.out), recipe))

    def made(self, ordered: Ordered) -> list[int]:
        """List the snippets of a book that any worker made, as often as they were."""
        return sorted(start for worker in self.workers for start in worker.made(ordered))

    def letters(self) -> list[dict[str, Any]]:
        """Take all dead letters that workers wrote."""
        return [msgspec.json.decode(body) for body in self.take(DEAD)]

    def last_letters(self) -> list[dict[str, Any]]:
        """Take all dead letters as soon as nobody is at work any more."""
        until(lambda: self.sender.depths()[DEAD] and self.is_idle(), "the last dead letter", PAUSE)
        return self.letters()

    def gather(self, name: str, count: int) -> list[bytes]:
        """Take so many messages out of a queue, as soon as they are there."""
        until(lambda: self.sender.depths()[name] >= count, f"{count} messages", PAUSE)
        return self.take(name)

    def take(self, name: str) -> list[bytes]:
        """Take all messages out of a queue."""
        found = []
        with Connection(self.broker) as connection:
            queue = Queue(name)(connection.default_channel)
            while (message := queue.get(no_ack=True)) is not None:
                found.append(message.body if isinstance(message.body, bytes) else message.body.encode())
        return found

    def put(self, name: str, body: bytes, **properties: Any) -> None:
        """Put a message of whatever kind into a queue."""
        with Connection(self.broker) as connection:
            connection.Producer().publish(body, routing_key=name, **properties)

    def clear(self) -> None:
        """Forget what is queued."""
        empty(self.broker)

    def dismiss(self) -> None:
        """End all workers at once."""
        self.keep(0)

    def close(self) -> None:
        """End all."""
        self.dismiss()
        self.sender.close()
        self.engine.close()

    def is_idle(self) -> bool:
        """Tell whether there is nothing to do, and nobody at it: all workers say so, twice."""
        return self._seems_idle() and self._seems_idle()

    def _seems_idle(self) -> bool:
        seen, living = self.sender.look(), sum(worker.lives for worker in self.workers)
        # Whoever does not answer in time may be at work, and what a worker had that died comes back.
        workers = seen.workers or []
        return len(workers) >= max(1, living) and not seen.waiting and not any(worker.jobs for worker in workers)

    def has_bound(self, *books: Ordered) -> bool:
        """Tell whether some books are bound."""
        return all(ordered.book.manifest() for ordered in books)


def _end(worker: Worker) -> None:
    worker.process.kill()
    worker.process.wait(LONG)
