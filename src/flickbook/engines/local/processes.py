"""Spawned processes that do calls, for as long as a service lives: whatever dies, others come in its place."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any, NamedTuple, TypeVar

from pebble import ProcessFuture, ProcessPool

from flickbook.engines.local import child

Result = TypeVar("Result")

# So many pools may break one after the other without a call coming to its end: then processes cannot live here.
MOST_BREAKS = 3


class _Call(NamedTuple):
    """A call under way: what to run, in at most so many seconds, and where its end is told."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    limit: float
    told: "Future[Any]"


class _Pool(ProcessPool):
    """A pool whose processes end first: Pebble would take away their semaphores while Python still starts them."""

    def _stop_pool(self) -> None:
        if self._pool_manager_loop is not None:
            self._pool_manager_loop.join()
        self._pool_manager.worker_manager.force_stop_workers()  # type: ignore[no-untyped-call]
        super()._stop_pool()  # type: ignore[no-untyped-call]


class Processes:
    """So many processes, spawned: libraries with threads do not survive a fork.

    Pebble ends a process that overruns its time, and starts another for one that died. But it gives the whole pool
    up when one dies while none has work; then a new pool takes over all calls that have not ended. Each process begins
    with `prepare`, which is given `arguments`.
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
        """Whether processes can live here, as far as is known."""
        return self._breaks <= MOST_BREAKS

    def start(self) -> None:
        """Start the processes before there is work for them."""
        with self._lock:
            self.check()
            _ = self._pool.active

    def call(self, function: Callable[..., Result], *arguments: object, limit: float) -> "Future[Result]":
        """Run a function in a process, for at most `limit` seconds.

        The future raises what the function raised, Pebble's ProcessExpired if its process died, TimeoutError, or
        BrokenProcessPool where no process can live. Cancelling it ends the process.
        """
        told: Future[Result] = Future()
        with self._lock:
            self._begin(_Call(function, arguments, limit, told))
        return told

    def check(self) -> None:
        """Take over from a pool that broke without a word to those who wait for it; call it now and then."""
        with self._lock:
            if self._under_way and not self._closing and not self._pool.active:
                self._renew(self._pool)

    def close(self) -> None:
        """End all processes and wait for their end; what was under way is never told of."""
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
        call.told.add_done_callback(lambda told: _pass_on_cancel(told, inner))
        inner.add_done_callback(lambda _: self._ended(pool, inner))

    def _retry(self, call: _Call) -> None:
        if self.able:
            self._begin(call)
        elif call.told.set_running_or_notify_cancel():
            call.told.set_exception(BrokenProcessPool("processes die as soon as they are started"))

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
        # A call that moved to another pool is told of from there.
        if call is None or not call.told.set_running_or_notify_cancel():
            return
        if error is not None:
            call.told.set_exception(error)
        else:
            call.told.set_result(inner.result())

    def _renew(self, broken: ProcessPool) -> None:
        """Put a new pool in the place of a broken one, and begin its calls anew."""
        with self._lock:
            if broken is not self._pool or self._closing:
                return
            self._breaks += 1
            self._pool = self._open()
            stranded, self._under_way = list(self._under_way.values()), {}
            # Its own threads may be the ones that tell of the break, so they cannot wait for its end.
            threading.Thread(target=_end, args=(broken,), daemon=True).start()
            for call in stranded:
                self._retry(call)


def _pass_on_cancel(told: "Future[Any]", inner: "ProcessFuture[Any]") -> None:
    if told.cancelled():
        inner.cancel()  # type: ignore[no-untyped-call]  # Pebble leaves this one untyped


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # Pebble leaves this one untyped
    pool.join()
