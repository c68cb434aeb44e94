"""Simultaneous requests share a call, which never starts before they came."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from flickbook.web.sharing import Fresh, Shared
from tests.waiting import LONG


class Slow:
    """A function that waits until it may end, and then returns how often it was called."""

    def __init__(self) -> None:
        self.calls = 0
        self.begun = threading.Event()
        self.may_end = threading.Event()

    def __call__(self) -> int:
        self.calls += 1
        self.begun.set()
        assert self.may_end.wait(LONG)
        return self.calls


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.may_end.set()


def test_requests_during_a_call_share_the_next_call(slow: Slow) -> None:
    async def ask() -> list[int]:
        shared = Shared(4)
        first = asyncio.create_task(shared.get("film", slow))
        await asyncio.to_thread(slow.begun.wait, LONG)
        others = [asyncio.create_task(shared.get("film", slow)) for _ in range(50)]
        await asyncio.sleep(0)
        slow.may_end.set()
        return [await first, *await asyncio.gather(*others)]

    assert asyncio.run(ask()) == [1, *[2] * 50]
    assert slow.calls == 2


def test_an_error_reaches_all_waiting_requests_and_the_next_one_calls_again() -> None:
    def fail() -> int:
        raise ValueError("no")

    async def ask() -> int:
        shared = Shared(1)
        answers = await asyncio.gather(*(shared.get("film", fail) for _ in range(3)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [ValueError] * 3
        return await shared.get("film", lambda: 7)

    assert asyncio.run(ask()) == 7


def test_a_cancelled_request_leaves_the_answer_to_the_others(slow: Slow) -> None:
    async def ask() -> int:
        shared = Shared(1)
        gone = asyncio.create_task(shared.get("film", slow))
        stays = asyncio.create_task(shared.get("film", slow))
        await asyncio.to_thread(slow.begun.wait, LONG)
        gone.cancel()
        slow.may_end.set()
        return await stays

    assert asyncio.run(ask()) == 1


def test_no_more_calls_run_at_the_same_time_than_there_are_threads(slow: Slow) -> None:
    async def ask() -> int:
        shared = Shared(2)
        others = [asyncio.create_task(shared.get(number, slow, f"{number}")) for number in range(9)]
        await asyncio.to_thread(slow.begun.wait, LONG)
        await asyncio.sleep(0)
        begun = slow.calls
        slow.may_end.set()
        await asyncio.gather(*others)
        return begun

    assert asyncio.run(ask()) <= 2
    assert slow.calls == 9


def test_a_call_with_its_own_thread_runs_while_all_others_are_busy(slow: Slow) -> None:
    async def ask() -> str:
        hanging = [asyncio.create_task(asyncio.to_thread(slow)) for _ in range(64)]
        try:
            return await asyncio.wait_for(Fresh(lambda: "well", 1.0, alone=True).get(), LONG)
        finally:
            slow.may_end.set()
            await asyncio.gather(*hanging)

    assert asyncio.run(ask()) == "well"


def test_one_clients_many_calls_do_not_delay_another_client(slow: Slow) -> None:
    async def ask() -> str:
        shared = Shared(2)
        many = [asyncio.create_task(shared.get(number, slow, "greedy")) for number in range(50)]
        await asyncio.to_thread(slow.begun.wait, LONG)
        answer = await asyncio.wait_for(shared.get("film", lambda: "here", "other"), LONG)
        assert slow.calls == 1
        slow.may_end.set()
        await asyncio.gather(*many)
        return answer

    assert asyncio.run(ask()) == "here"
    assert slow.calls == 50
