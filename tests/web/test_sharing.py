"""What many ask at the same time is found once, and never before it was asked for."""

import asyncio
import threading
from collections.abc import Iterator

import pytest

from flickbook.web.sharing import Fresh, Shared
from tests.waiting import LONG


class Slow:
    """A question whose answer is the number of times it was asked, and which takes until it is told to end."""

    def __init__(self) -> None:
        self.asked = 0
        self.begun = threading.Event()
        self.may_end = threading.Event()

    def __call__(self) -> int:
        self.asked += 1
        self.begun.set()
        assert self.may_end.wait(LONG)
        return self.asked


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.may_end.set()


def test_many_who_ask_while_one_is_answered_share_the_next_answer(slow: Slow) -> None:
    async def ask() -> list[int]:
        shared = Shared(4)
        first = asyncio.create_task(shared.get("film", slow))
        await asyncio.to_thread(slow.begun.wait, LONG)
        others = [asyncio.create_task(shared.get("film", slow)) for _ in range(50)]
        await asyncio.sleep(0)
        slow.may_end.set()
        return [await first, *await asyncio.gather(*others)]

    assert asyncio.run(ask()) == [1, *[2] * 50]
    assert slow.asked == 2


def test_an_error_reaches_all_who_asked_and_the_next_ask_anew() -> None:
    def fail() -> int:
        raise ValueError("no")

    async def ask() -> int:
        shared = Shared(1)
        answers = await asyncio.gather(*(shared.get("film", fail) for _ in range(3)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [ValueError] * 3
        return await shared.get("film", lambda: 7)

    assert asyncio.run(ask()) == 7


def test_whoever_stops_waiting_takes_the_answer_from_nobody(slow: Slow) -> None:
    async def ask() -> int:
        shared = Shared(1)
        gone = asyncio.create_task(shared.get("film", slow))
        stays = asyncio.create_task(shared.get("film", slow))
        await asyncio.to_thread(slow.begun.wait, LONG)
        gone.cancel()
        slow.may_end.set()
        return await stays

    assert asyncio.run(ask()) == 1


def test_no_more_questions_are_answered_at_a_time_than_there_are_threads(slow: Slow) -> None:
    async def ask() -> int:
        shared = Shared(2)
        others = [asyncio.create_task(shared.get(number, slow, f"{number}")) for number in range(9)]
        await asyncio.to_thread(slow.begun.wait, LONG)
        await asyncio.sleep(0)
        begun = slow.asked
        slow.may_end.set()
        await asyncio.gather(*others)
        return begun

    assert asyncio.run(ask()) <= 2
    assert slow.asked == 9


def test_an_answer_that_has_a_thread_of_its_own_comes_though_all_others_are_taken(slow: Slow) -> None:
    async def ask() -> str:
        hanging = [asyncio.create_task(asyncio.to_thread(slow)) for _ in range(64)]
        try:
            return await asyncio.wait_for(Fresh(lambda: "well", 1.0, alone=True).get(), LONG)
        finally:
            slow.may_end.set()
            await asyncio.gather(*hanging)

    assert asyncio.run(ask()) == "well"


def test_one_clients_many_questions_do_not_keep_another_waiting(slow: Slow) -> None:
    async def ask() -> str:
        shared = Shared(2)
        many = [asyncio.create_task(shared.get(number, slow, "greedy")) for number in range(50)]
        await asyncio.to_thread(slow.begun.wait, LONG)
        answer = await asyncio.wait_for(shared.get("film", lambda: "here", "other"), LONG)
        assert slow.asked == 1
        slow.may_end.set()
        await asyncio.gather(*many)
        return answer

    assert asyncio.run(ask()) == "here"
    assert slow.asked == 50
