"""The thread that delivers: it survives an output that cannot be used, and delivers once more before it ends."""

import uuid
from pathlib import Path

import pytest

from flickbook.core.settings import Webhook
from flickbook.errors import Damaged, OutputDenied
from flickbook.library.outbox import Outbox
from flickbook.webhooks.courier import Courier
from tests.webhooks.receiver import Receiver

BROKEN = Damaged("film.mp4", "is no video", "upload it again")


def test_an_output_that_cannot_be_used_is_served_as_soon_as_it_can(tmp_path: Path, receiver: Receiver) -> None:
    place, other = tmp_path / "out", f"memory://{uuid.uuid4().hex}"
    place.write_text("a file")
    courier = Courier(receiver.settings)
    with pytest.raises(OutputDenied):
        courier.serve(place.as_uri())
    courier.serve(other)
    Outbox(other).announce_refusal("one", BROKEN, "1")
    courier.wake()
    receiver.wait_for(1)
    place.unlink()
    courier.serve(place.as_uri())
    Outbox(place.as_uri()).announce_refusal("two", BROKEN, "1")
    courier.close()
    assert [document["data"]["name"] for document in receiver.wait_for(2)] == ["one", "two"]


def test_without_a_webhook_nothing_is_started_or_written() -> None:
    out = f"memory://{uuid.uuid4().hex}"
    courier = Courier(Webhook())
    courier.serve(out)
    courier.wake()
    courier.close()
    assert Outbox(out).subscription() is None
