"""Spawned processes that run calls, for as long as a service runs: a process that dies is replaced."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flickbook.core.model import Job
from flickbook.engines.local import child
from flickbook.errors import WorkerCrashed, WorkerTimeout
from flickbook.storage import shown

Result = TypeVar("Result")

# If more pools than this break in a row, and no call ends meanwhile, no process can run on this machine.
MOST_BREAKS = 3
CHECK_SECONDS = 1.0


class _Call(NamedTuple):
    """A running call: the function, its time limit in seconds, and the future that the caller waits for."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    limit: float
    outer: "Future[Any]"


class _Pool(ProcessPool):
    """A pool that ends its processes first: Pebble would delete their semaphores while Python still starts them."""

    def _stop_pool(self) -> None:
        if self._pool_manager_loop is not None:
            self._pool_manager_loop.join()
        self._pool_manager.worker_manager.force_stop_workers()  # type: ignore[no-untyped-call]
        super()._stop_pool()  # type: ignore[no-untyped-call]


class Processes:
    """A fixed number of processes. They are spawned, because libraries with threads do not survive a fork.

    Pebble ends a process that exceeds its time limit and replaces one that dies. But when a process dies while the pool
    is idle, Pebble gives up the whole pool. Then a new pool takes over all unfinished calls. Each process first calls
    `prepare(*arguments)`.
    """

    def __init__(
        self, count: int, prepare: Callable[..., None] = child.prepare, arguments: tuple[object, ...] = ()
    ) -> None:
        self._count = count
        self._prepare = (prepare, arguments)
        self._lock = threading.RLock()
        self._under_way: dict[ProcessFuture[Any], _Call] = {}
        self._breaks = 0
        self._closing = False
        self._pool = self._open()

    @property
    def able(self) -> bool:
        """Whether processes can run on this machine, as far as is known."""
        return self._breaks <= MOST_BREAKS

    def start(self) -> None:
        """Start the processes before the first call."""
        with self._lock:
            self.check()
            _ = self._pool.active

    def call(self, function: Callable[..., Result], *arguments: object, limit: float) -> "Future[Result]":
        """Run a function in a process, for at most `limit` seconds.

        The future raises the function's error, Pebble's ProcessExpired if its process died, TimeoutError, or
        BrokenProcessPool if no process can run. Cancelling the future ends the process.
        """
        outer: Future[Result] = Future()
        with self._lock:
            self._begin(_Call(function, arguments, limit, outer))
        return outer

    def result(self, call: "Future[Result]") -> Result:
        """Wait for the end of a call and return its result. Raises its error, CancelledError if `close` is called."""
        while not wait([call], CHECK_SECONDS).done:
            if self._closing:
                raise CancelledError
            self.check()
        return call.result()

    @property
    def running(self) -> int:
        """The number of calls that run or wait."""
        return len(self._under_way)

    def check(self) -> None:
        """Replace the pool if it has broken without an error. Call this about once a second."""
        with self._lock:
            if self._under_way and not self._closing and not self._pool.active:
                self._renew(self._pool)

    def close(self) -> None:
        """End all processes and wait for their end. The futures of unfinished calls never end."""
        with self._lock:
            self._closing = True
            pool = self._pool
        _end(pool)

    def _open(self) -> ProcessPool:
        prepare, arguments = self._prepare
        context = multiprocessing.get_context("spawn")
        return _Pool(self._count, initializer=prepare, initargs=arguments, context=context)

    def _begin(self, call: _Call) -> None:
        if self._closing:
            return
        pool = self._pool
        try:
            inner = pool.schedule(call.function, args=call.arguments, timeout=call.limit)
        except RuntimeError:
            self._renew(pool)
            self._retry(call)
            return
        self._under_way[inner] = call
        call.outer.add_done_callback(lambda outer: _pass_on_cancel(outer, inner))
        inner.add_done_callback(lambda _: self._ended(pool, inner))

    def _retry(self, call: _Call) -> None:
        if self.able:
            self._begin(call)
        elif call.outer.set_running_or_notify_cancel():
            call.outer.set_exception(BrokenProcessPool("processes die as soon as they are started"))

    def _ended(self, pool: ProcessPool, inner: "ProcessFuture[Any]") -> None:
        error = None if inner.cancelled() else inner.exception()
        with self._lock:
            if self._closing:
                return
            if isinstance(error, BrokenProcessPool):
                self._renew(pool)
                return
            call = self._under_way.pop(inner, None)
            self._breaks = 0
        # Without a call: a new pool has taken it over.
        if call is None or not call.outer.set_running_or_notify_cancel():
            return
        if error is not None:
            call.outer.set_exception(error)
        else:
            call.outer.set_result(inner.result())

    def _renew(self, broken: ProcessPool) -> None:
        """Replace a broken pool, and start its unfinished calls again."""
        with self._lock:
            if broken is not self._pool or self._closing:
                return
            self._breaks += 1
            self._pool = self._open()
            unfinished, self._under_way = list(self._under_way.values()), {}
            # This may run in a thread of the broken pool, which cannot wait for its own end.
            threading.Thread(target=_end, args=(broken,), daemon=True).start()
            for call in unfinished:
                self._retry(call)


def error_of(job: Job, limit: float, future: "Future[Any]") -> BaseException | None:
    """Return the error that ended a job's call, None if the call succeeded or was cancelled.

    WorkerCrashed if its process died, WorkerTimeout if it took more than `limit` seconds, else the function's error.
    """
    if future.cancelled():
        return None
    error = future.exception()
    name = shown(job.source.url)
    window = f"{job.snippets[0].start} s to {float(job.snippets[-1].end):g} s"
    if isinstance(error, ProcessExpired):
        fault = f"the worker process died on {window} (exit code {error.exitcode})"
        return WorkerCrashed(name, fault, "run again; if it dies again, the video may be damaged there")
    if isinstance(error, FutureTimeout):
        fault = f"{window} took more than {limit:g} s"
        return WorkerTimeout(name, fault, "raise FLICKBOOK_SNIPPET_TIMEOUT and run again")
    return error


def _pass_on_cancel(outer: "Future[Any]", inner: "ProcessFuture[Any]") -> None:
    if outer.cancelled():
        inner.cancel()  # type: ignore[no-untyped-call]  # Pebble has no types for it


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # Pebble has no types for it
    pool.join()
