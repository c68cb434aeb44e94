"""Calls end, whichever process dies."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from pebble import ProcessExpired

from flickbook.engines.local.processes import Processes
from tests.engines.ends import begin_and_stay, die, nothing, touch
from tests.processes import alive, wait_until_gone, workers_of
from tests.waiting import LONG, until


@pytest.fixture
def processes() -> Iterator[Processes]:
    # The usual `prepare` would only slow these tests.
    made = Processes(2, nothing)
    yield made
    made.close()
    wait_until_gone(own_workers())


def own_workers() -> list[int]:
    """List the child processes of this test process; services shared by tests have workers too."""
    children = [pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]
    return [pid for pid in workers_of(os.getpid()) if str(pid) in children]


def kill_all() -> None:
    workers = own_workers()
    assert workers
    for worker in workers:
        os.kill(worker, signal.SIGKILL)


def result_of(processes: Processes, future: "Future[Any]") -> Any:
    """Wait as the engine does, which checks the pool regularly."""
    until(lambda: ended(processes, future), "a call's end")
    return future.result()


def test_the_death_of_idle_processes_costs_no_call(processes: Processes) -> None:
    assert result_of(processes, processes.call(int, "1", limit=LONG)) == 1
    kill_all()
    assert result_of(processes, processes.call(int, "2", limit=LONG)) == 2
    kill_all()
    until(lambda: not processes._pool.active, "the pool to see it")
    assert result_of(processes, processes.call(int, "3", limit=LONG)) == 3
    assert processes.able


def test_calls_waiting_in_a_broken_pool_are_started_in_the_next(processes: Processes) -> None:
    processes.start()
    until(lambda: len(own_workers()) == 2, "two processes")
    kill_all()
    futures = [processes.call(pow, 2, number, limit=LONG) for number in range(20)]
    until(lambda: all(ended(processes, future) for future in futures), "all calls")
    assert [future.result() for future in futures] == [2**number for number in range(20)]


def ended(processes: Processes, call: "Future[Any]") -> bool:
    processes.check()
    return call.done()


def test_the_death_of_a_working_process_is_reported(processes: Processes) -> None:
    with pytest.raises(ProcessExpired):
        processes.call(die, limit=LONG).result(LONG)
    assert processes.call(int, "7", limit=LONG).result(LONG) == 7


def test_a_call_that_is_cancelled_ends_its_process(processes: Processes, tmp_path: Path) -> None:
    call = processes.call(begin_and_stay, tmp_path / "begun", limit=900)
    until((tmp_path / "begun").exists, "the call")
    before = own_workers()
    assert call.cancel()
    until(lambda: len(alive(before)) < len(before), "the process to end")
    assert processes.call(int, "7", limit=LONG).result(LONG) == 7


def test_processes_ended_during_their_start_print_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    # At each moment: before the first process, while the second starts Python, imports, and begins its work.
    begun = tmp_path / "begun"
    for has_come in (lambda: True, own_workers, lambda: len(own_workers()) == 2, begun.exists):
        made = Processes(2, touch, (begun,))
        made.start()
        until(has_come, "that moment of the start")
        made.close()
    assert capfd.readouterr().err == ""


def test_a_machine_without_working_processes_is_reported() -> None:
    broken = Processes(1, die)
    call = broken.call(int, "7", limit=LONG)
    until(lambda: ended(broken, call), "the call's end")
    with pytest.raises(BrokenProcessPool):
        call.result()
    assert not broken.able
    broken.close()
