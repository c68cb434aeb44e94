"""The commands for dead letters, as a user meets them."""

import re

import pytest
from msgspec.structs import replace

from flickbook.core.model import Job
from flickbook.engines import dead_letters
from scripts.process import Service
from tests.cli.run import call as flickbook
from tests.engines.engines import UPLOAD, CeleryEngine, order_of, sent

# Where the broker runs already.
pytestmark = pytest.mark.xdist_group("brokers")


def test_the_commands_show_send_and_delete_letters_with_concise_output(
    redis: Service, jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dead_letters, "PAUSE_SECONDS", 0.01)
    stored = replace(jobs[0], out="file:///nowhere")
    with CeleryEngine(redis.url) as engine:
        broker = ("--broker", redis.url)
        engine.add_letter(stored)
        engine.add_letter(order_of(stored))
        engine.put("torn")
        ran = flickbook("dead", *broker, environ={"COLUMNS": "80", "FLICKBOOK_DEAD_LETTERS": "https://sqs/other"})
        assert (ran.code, ran.err) == (0, "")
        job_lines = r"movie\.mp4\n   0 s to 1 s, tried 3 times, .*\n   WorkerCrashed: the worker process died"
        assert re.search(job_lines, ran.out)
        assert re.search(rf"{UPLOAD}\n   to be planned, tried 3 times, given up ....-..-.. ..:..:..\n", ran.out)
        assert re.search(r"\n[0-9a-f]{10}  torn\n   a foreign message, tried once\n", ran.out)
        ran = flickbook("dead", "--json", environ={"FLICKBOOK_BROKER": redis.url})
        job, order, torn = ran.json["letters"]
        assert (job["task"], job["book"], job["snippets"]) == ("job", "movie", [{"start": 0, "end": 1.0}])
        assert (order["task"], order["video"], torn["task"]) == ("order", UPLOAD, None)
        ran = flickbook("redrive", *broker)
        assert (ran.code, ran.out) == (1, "sent again: 2, left in the queue: 1\n")
        assert ran.error.startswith(f"error: dead letter {torn['name']}: is a foreign message")
        assert len(ran.err.splitlines()) == 1
        assert len(sent(engine, 2)) == 2
        ran = flickbook("drop", torn["name"], job["name"], *broker)
        assert (ran.code, ran.out) == (1, "deleted: 1\n")
        assert ran.err == f"error: dead letter {job['name']}: is not in the queue; list it with `flickbook dead`.\n"
        assert flickbook("drop", "--all", *broker).out == "deleted: 0\n"
        for wrong in ((), (torn["name"], "--all")):
            ran = flickbook("drop", *wrong, *broker)
            assert (ran.code, ran.error.partition(";")[0]) == (2, "error: drop: needs names of letters, or --all")


def test_exactly_one_queue_must_be_configured() -> None:
    both = {"FLICKBOOK_BROKER": "redis://127.0.0.1:1", "FLICKBOOK_DEAD_LETTERS": "https://sqs/queue"}
    ran = flickbook("dead", environ=both)
    assert (ran.code, ran.error.partition(";")[0]) == (
        2,
        "error: FLICKBOOK_BROKER: is set, and FLICKBOOK_DEAD_LETTERS too",
    )
    ran = flickbook("dead", "--broker", "redis://127.0.0.1:1", "--dead-letters", "https://sqs/queue")
    assert (ran.code, ran.error) == (2, "error: --broker and --dead-letters: were both given; give only one.")
    ran = flickbook("dead")
    assert (ran.code, ran.error.partition(";")[0]) == (
        2,
        "error: dead letters: no cluster or AWS queue is named",
    )
