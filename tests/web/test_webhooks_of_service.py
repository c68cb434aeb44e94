"""The service delivers the events of its books, and those that earlier programs left."""

import re
import shutil
from pathlib import Path

from flickbook.errors import Damaged
from flickbook.library.outbox import Outbox
from flickbook.storage import locate_output
from flickbook.webhooks.delivery import Deliverer
from tests.waiting import until
from tests.web.server import Serving, halted, start
from tests.webhooks.receiver import SECRET, receiving


def count(serving: Serving, outcome: str) -> float:
    text = serving.client.get("/metrics").text
    found = re.search(rf'^flickbook_webhook_events_total{{outcome="{outcome}"}} (\S+)$', text, re.MULTILINE)
    assert found is not None, text
    return float(found[1])


def test_a_service_delivers_what_becomes_of_its_videos_and_what_was_left(
    tmp_path: Path, video: Path, long: Path
) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    shutil.copy(video, source / "film.mp4")
    shutil.copy(long, source / "long.mp4")
    (source / "bad.mp4").write_text("not a video")
    with receiving() as receiver:
        place = locate_output(str(out))
        Deliverer(receiver.settings, place).subscribe()
        Outbox(place).announce_refusal("left", Damaged("left", "is no video", "upload it again"), "1")
        receiver.answers = [(503, {})]
        with start(source, out, environ=receiver.environ) as serving:
            until(lambda: count(serving, "failed") == 1, "a failed attempt")
            assert "left is refused, but 127.0.0.1 answered 503; the next attempt is due in" in serving.log.read_text()
            serving.order("bad.mp4")
            serving.order("film.mp4")
            with halted(serving.process.pid, out / "long") as halt:
                serving.order("long.mp4")
                halt.wait()
                assert serving.client.post("/api/videos/long/cancel").status_code == 200

            def all_received() -> bool:
                ends = {(document["type"], document["data"]["name"]) for document in receiver.documents()}
                return ends >= {("book.cancelled", "long"), ("book.complete", "film"), ("book.refused", "bad")}

            until(all_received, "an event of each video")
            until(lambda: count(serving, "delivered") >= 3, "the last answer")
            assert SECRET not in serving.log.read_text()
