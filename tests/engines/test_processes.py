"""Whatever dies, calls come to their end."""

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
    # What else they load before they begin is of no account here.
    made = Processes(2, nothing)
    yield made
    made.close()
    wait_until_gone(own_workers())


def own_workers() -> list[int]:
    """List the processes of this one's pools; services that tests share have workers too."""
    children = [one for path in Path("/proc/self/task").glob("*/children") for one in path.read_text().split()]
    return [one for one in workers_of(os.getpid()) if str(one) in children]


def kill_all() -> None:
    workers = own_workers()
    assert workers
    for worker in workers:
        os.kill(worker, signal.SIGKILL)


def result_of(processes: Processes, future: "Future[Any]") -> Any:
    """Wait as the engine does, which asks now and then whether the pool broke without a word."""
    until(lambda: ended(processes, future), "a call's end")
    return future.result()


def test_the_death_of_idle_processes_is_not_noticed(processes: Processes) -> None:
    assert result_of(processes, processes.call(int, "1", limit=LONG)) == 1
    kill_all()
    assert result_of(processes, processes.call(int, "2", limit=LONG)) == 2
    kill_all()
    until(lambda: not processes._pool.active, "the pool to see it")
    assert result_of(processes, processes.call(int, "3", limit=LONG)) == 3
    assert processes.able


def test_calls_that_a_dying_pool_had_not_begun_are_begun_anew(processes: Processes) -> None:
    processes.start()
    until(lambda: len(own_workers()) == 2, "two processes")
    kill_all()
    futures = [processes.call(pow, 2, number, limit=LONG) for number in range(20)]
    until(lambda: all(ended(processes, future) for future in futures), "all calls")
    assert [future.result() for future in futures] == [2**number for number in range(20)]


def ended(processes: Processes, call: "Future[Any]") -> bool:
    processes.check()
    return call.done()


def test_a_process_that_dies_at_work_is_told_of(processes: Processes) -> None:
    with pytest.raises(ProcessExpired):
        processes.call(os._exit, 3, limit=LONG).result(LONG)
    assert processes.call(int, "7", limit=LONG).result(LONG) == 7


def test_a_call_that_is_cancelled_ends_its_process(processes: Processes, tmp_path: Path) -> None:
    call = processes.call(begin_and_stay, tmp_path / "begun", limit=900)
    until((tmp_path / "begun").exists, "the call")
    before = own_workers()
    assert call.cancel()
    until(lambda: len(alive(before)) < len(before), "the process to end")
    assert processes.call(int, "7", limit=LONG).result(LONG) == 7


def test_processes_that_are_ended_while_they_start_say_nothing(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    # Whenever that is: before there is one, while the second starts Python, loads, and takes up its work.
    begun = tmp_path / "begun"
    for has_come in (lambda: True, own_workers, lambda: len(own_workers()) == 2, begun.exists):
        made = Processes(2, touch, (begun,))
        made.start()
        until(has_come, "that moment of the start")
        made.close()
    assert capfd.readouterr().err == ""


def test_where_no_process_can_live_that_is_said() -> None:
    broken = Processes(1, die)
    call = broken.call(int, "7", limit=LONG)
    until(lambda: ended(broken, call), "the call's end")
    with pytest.raises(BrokenProcessPool):
        call.result()
    assert not broken.able
    broken.close()
