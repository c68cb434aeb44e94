"""The deployed chain on AWS: S3 event → planner → bus → renderers → complete book, on MiniStack."""

import io
import json
import time
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import httpx
import numpy as np
import pytest
from PIL import Image

from flickbook.engines import dead_letters
from flickbook.engines.aws import dead_events
from flickbook.images.signing import sign_url
from flickbook.outputs.recipes import make_recipe
from tests import books, clips
from tests.aws.ministack import client, deploy
from tests.cli.run import call as flickbook
from tests.waiting import LONG, until

# Deploying takes a while, so all of these share one stack, and AWS with those that need nothing but its queues.
pytestmark = pytest.mark.xdist_group("aws")

RECIPE = make_recipe(snippet=2, size=64)
FRAMES = 75  # two snippets
SECRET = "0123456789abcdef"


class Stack(NamedTuple):
    """A deployed stack: environment variables for its AWS, its outputs, and a client of S3."""

    environ: dict[str, str]
    outputs: dict[str, str]
    s3: Any

    def keys(self, name: str) -> dict[str, str]:
        """List a book's files as key below the book → ETag."""
        prefix = f"previews/{name}/"
        found = self.s3.list_objects_v2(Bucket="pictures", Prefix=prefix).get("Contents", [])
        return {item["Key"].removeprefix(prefix): item["ETag"] for item in found}

    def pictures(self, name: str) -> dict[str, bytes]:
        """Read a book's pictures; none if a newer version replaces them meanwhile."""
        keys = [key for key in self.keys(name) if key.endswith((".gif", ".jpg", ".vtt"))]
        try:
            return {key: self._read(f"previews/{name}/{key}") for key in keys}
        except self.s3.exceptions.NoSuchKey:
            return {}

    def _read(self, key: str) -> bytes:
        data: bytes = self.s3.get_object(Bucket="pictures", Key=key)["Body"].read()
        return data

    def document(self, name: str, key: str) -> Any:
        return json.loads(self._read(f"previews/{name}/{key}"))


@pytest.fixture(scope="module")
def stack(artifact: Path, amazon: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Stack:
    parameters = {"SourceBucketName": "films", "OutputBucketName": "pictures", "SnippetSize": "2", "GifWidth": "64"}
    parameters |= {"Images": "true", "ImageKeys": f"a1:{SECRET}"}
    outputs = deploy(artifact, tmp_path_factory.mktemp("stack"), amazon, **parameters)
    return Stack(amazon, outputs, client("s3", amazon))


def rendered(video: Path, folder: Path) -> dict[str, bytes]:
    """Return the pictures that `flickbook render` makes of a video here."""
    books.render(video, folder / "out", RECIPE, force=True)
    made = (folder / "out" / video.stem).iterdir()
    return {path.name: path.read_bytes() for path in made if path.suffix in (".gif", ".jpg", ".vtt")}


def test_an_upload_becomes_the_pictures_that_the_command_line_makes(stack: Stack, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "my film.v2.mp4", frames=FRAMES)
    name = "shows/ä b+c%20d/my film.v2"
    stack.s3.put_object(Bucket="films", Key=f"{name}.MP4", Body=video.read_bytes())
    until(lambda: "manifest.json" in stack.keys(name), "the upload's book", pause=0.2)
    assert stack.pictures(name) == rendered(video, tmp_path)
    status = flickbook("status", f"s3://pictures/previews/{name}", "--json", environ=stack.environ)
    assert (status.json["state"], status.json["done"]) == ("complete", 2)
    report = flickbook("report", f"s3://pictures/previews/{name}", "--json", environ=stack.environ)
    assert (report.json["invocations"], report.json["errors"]) == (2, 0)


def test_a_signed_url_has_a_picture_made(stack: Stack, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "seen.mp4", frames=FRAMES)
    stack.s3.put_object(Bucket="films", Key="seen.mp4", Body=video.read_bytes())
    until(lambda: "manifest.json" in stack.keys("seen"), "the upload's book", pause=0.2)
    path = "/image/seen/thumbnail.png?time=1.24&width=64"
    host = {"host": urlsplit(stack.outputs["Images"]).netloc}
    urls = [stack.environ["AWS_ENDPOINT_URL"] + url for url in (path, sign_url(path, "a1", SECRET, time.time() + 3600))]
    refused, made = [httpx.get(url, headers=host, timeout=LONG) for url in urls]
    assert (refused.status_code, refused.json()["error"]) == (403, "SignatureRefused")
    assert (made.status_code, made.headers["content-type"]) == (200, "image/png")
    assert clips.read(np.asarray(Image.open(io.BytesIO(made.content)).convert("RGB"))) == 31


def test_a_video_replaced_at_once_ends_as_its_last_version(stack: Stack, tmp_path: Path) -> None:
    for first in (0, 1000):
        pictures = (clips.paint(first + k, 160, 96) for k in range(FRAMES))
        video = clips.make(tmp_path / "twice.mp4", frames=FRAMES, pictures=pictures)
        stack.s3.put_object(Bucket="films", Key="twice.mp4", Body=video.read_bytes())
    expected = rendered(video, tmp_path)
    until(
        lambda: "manifest.json" in stack.keys("twice") and stack.pictures("twice") == expected,
        "the pictures of the last version",
        pause=0.2,
    )
    assert stack.document("twice", "manifest.json")["totals"]["failed"] == 0


def test_a_text_file_called_mp4_is_refused_on_the_bus(stack: Stack) -> None:
    sqs, events = client("sqs", stack.environ), client("events", stack.environ)
    queue = sqs.create_queue(QueueName="refusals")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    pattern = json.dumps({"source": ["flickbook"], "detail-type": ["Video Refused"]})
    events.put_rule(Name="refusals", EventBusName=stack.outputs["Bus"], EventPattern=pattern)
    events.put_targets(Rule="refusals", EventBusName=stack.outputs["Bus"], Targets=[{"Id": "1", "Arn": arn}])
    stack.s3.put_object(Bucket="films", Key="notes.mp4", Body=b"no video at all")
    (refusal,) = until(lambda: sqs.receive_message(QueueUrl=queue).get("Messages"), "the refusal", pause=0.2)
    assert json.loads(refusal["Body"])["detail"]["message"].startswith("s3://films/notes.mp4: is text")


def test_dead_letters_are_sent_again_and_foreign_messages_stay(
    stack: Stack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dead_letters, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(dead_events, "WAIT_SECONDS", 0)  # this SQS is one server
    video = clips.make(tmp_path / "dead.mp4", frames=FRAMES)
    stack.s3.put_object(Bucket="films", Key="dead.mp4", Body=video.read_bytes())
    until(lambda: "manifest.json" in stack.keys("dead"), "the book", pause=0.2)
    complete = stack.keys("dead")
    # As if both jobs and the planning had failed: a letter of each form.
    plan = stack.document("dead", "plan.json")
    shared = {key: plan[key] for key in ("name", "source", "video", "recipe")}
    head = {"type": "job", "version": plan["version"], "plan": plan["id"], "out": stack.outputs["Out"]}
    jobs = [
        {"source": "flickbook", "detail-type": "Job Planned", "detail": {**head, **shared, "snippets": [snippet]}}
        for snippet in plan["snippets"]
    ]
    lost = ["manifest.json", "receipts/0.json", "receipts/2.json", "dead-0.gif", "dead-2-frame-0.jpg"]
    for key in lost:
        stack.s3.delete_object(Bucket="pictures", Key=f"previews/dead/{key}")
    detail = {"bucket": {"name": "films"}, "object": {"key": "gone.mp4", "size": 1, "etag": "1"}}
    upload = {"source": "aws.s3", "detail-type": "Object Created", "detail": detail}
    record = {"requestContext": {"condition": "RetriesExhausted"}, "requestPayload": jobs[1]}
    sqs, queue = client("sqs", stack.environ), stack.outputs["DeadLetters"]
    for body in (json.dumps(jobs[0]), json.dumps(record), json.dumps(upload), "{}", "torn"):
        sqs.send_message(QueueUrl=queue, MessageBody=body)
    ran = flickbook("redrive", "--dead-letters", queue, "--bus", "no-such-bus", environ=stack.environ)
    assert (ran.code, "no-such-bus: cannot be used" in ran.error) == (2, True)
    ran = flickbook("redrive", "--dead-letters", queue, "--bus", stack.outputs["Bus"], environ=stack.environ)
    assert ran.code == 1
    assert ran.out == "sent again: 3, left in the queue: 2\n"
    assert len(ran.err.splitlines()) == 2
    until(lambda: stack.keys("dead").keys() >= set(lost), "all that was lost", pause=0.2)
    assert set(stack.keys("dead")) == set(complete)
    assert stack.pictures("dead") == rendered(video, tmp_path)
    ran = flickbook("redrive", "--dead-letters", queue, "--bus", stack.outputs["Bus"], environ=stack.environ)
    assert ran.out == "sent again: 0, left in the queue: 2\n"


def test_redrive_names_missing_settings() -> None:
    ran = flickbook("redrive", environ={"AWS_DEFAULT_REGION": "us-east-1"})
    assert (ran.code, ran.error.partition(";")[0]) == (
        2,
        "error: dead letters: no cluster or AWS queue is named",
    )
