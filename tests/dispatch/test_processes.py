"""Whatever dies, calls come to their end."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from pebble import ProcessExpired

from flickbook.dispatch.processes import Processes
from tests.processes import alive, wait_until_gone, workers_of


@pytest.fixture
def processes() -> Iterator[Processes]:
    made = Processes(2)
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


def test_the_death_of_idle_processes_is_not_noticed(processes: Processes) -> None:
    for number in range(4):
        assert processes.call(int, f"{number}", limit=30).result(30) == number
        kill_all()
        time.sleep(0.3 * (number % 2))  # at once, and when the pool has seen it
    assert processes.able


def test_calls_that_a_dying_pool_had_not_begun_are_begun_anew(processes: Processes) -> None:
    processes.start()
    wait_for(lambda: len(own_workers()) == 2)
    kill_all()
    futures = [processes.call(pow, 2, number, limit=30) for number in range(20)]
    deadline = time.monotonic() + 30
    while not all(future.done() for future in futures):
        processes.check()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert [future.result() for future in futures] == [2**number for number in range(20)]


def test_a_process_that_dies_at_work_is_told_of(processes: Processes) -> None:
    with pytest.raises(ProcessExpired):
        processes.call(os._exit, 3, limit=30).result(30)
    assert processes.call(int, "7", limit=30).result(30) == 7


def test_a_call_that_is_cancelled_ends_its_process(processes: Processes, tmp_path: Path) -> None:
    call = processes.call(begin_and_stay, tmp_path / "begun", limit=900)
    wait_for((tmp_path / "begun").exists)
    before = own_workers()
    assert call.cancel()
    wait_for(lambda: len(alive(before)) < len(before))
    assert processes.call(int, "7", limit=30).result(30) == 7


def test_processes_that_are_ended_while_they_start_say_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    for moment in range(12):
        made = Processes(3)
        made.start()
        time.sleep(0.02 * moment)
        made.close()
    assert capfd.readouterr().err == ""


def test_where_no_process_can_live_that_is_said() -> None:
    broken = Processes(2, die)
    call = broken.call(int, "7", limit=30)
    deadline = time.monotonic() + 60
    while not call.done():
        broken.check()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    with pytest.raises(BrokenProcessPool):
        call.result()
    assert not broken.able
    broken.close()


def wait_for(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def begin_and_stay(mark: Path) -> None:
    """Tell that the call has begun, and do not end."""
    mark.touch()
    time.sleep(600)


def die() -> None:
    """End a process as it begins."""
    os._exit(1)
