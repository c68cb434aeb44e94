"""The service sends the next order whatever its engine does with one."""

import asyncio

import pytest

from flickbook.core.model import Order
from flickbook.engines.base import Engine
from flickbook.engines.configuration import Settings
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from flickbook.web import async_engine
from flickbook.web.async_engine import AsyncEngine
from flickbook.web.metrics import Metrics
from tests.waiting import LONG


class Odd(Engine):
    """An engine of another package, which raises an unexpected error for one of its orders."""

    def __init__(self) -> None:
        self.received: list[str] = []

    def check(self) -> None:
        pass

    def order(self, order: Order) -> None:
        if order.name == "bad":
            raise ValueError("which nobody foresaw")
        self.received.append(order.name)

    def cancel(self, name: str) -> None:
        pass

    def close(self) -> None:
        pass


def test_an_engine_that_raises_an_unexpected_error_receives_the_next_order(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, out = Odd(), "memory://making"
    monkeypatch.setattr(async_engine, "make_engine", lambda *_, **__: engine)

    async def send() -> None:
        made = AsyncEngine(Settings(), Metrics())
        made.open()
        for name in ("bad", "good"):
            made.begin(Orders(out).place(Order(f"memory://films/{name}.mp4", name, make_recipe(), out)))
        async with asyncio.timeout(LONG):
            while made.is_at("bad") or made.is_at("good"):
                await asyncio.sleep(0.01)
        await made.close()

    asyncio.run(send())
    assert engine.received == ["good"]
    record = Orders(out).record("bad")
    assert record is not None
    assert (record.state, record.failure is not None and record.failure.error) == ("refused", "RenderFailed")
