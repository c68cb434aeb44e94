"""Each documented notification returns its uploaded videos; all others return nothing or raise WireError."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flickbook import notifications
from flickbook.core.model import Source
from flickbook.errors import WireError
from tests.notifications.samples import NO_UPLOADS, PAYLOADS, UPLOADS, sample


@pytest.mark.parametrize("name", UPLOADS)
def test_an_upload_gives_its_source(name: str) -> None:
    assert notifications.uploads(sample(name)) == UPLOADS[name]
    assert notifications.read((PAYLOADS / f"{name}.json").read_bytes()) == UPLOADS[name]


@pytest.mark.parametrize("name", NO_UPLOADS)
def test_other_events_than_uploads_of_videos_are_ignored(name: str) -> None:
    assert notifications.uploads(sample(name)) == []


def test_every_sample_has_its_expectation() -> None:
    assert sorted(path.stem for path in PAYLOADS.iterdir()) == sorted([*UPLOADS, *NO_UPLOADS])


@pytest.mark.parametrize("document", [[], [[]], {"Records": []}])
def test_a_batch_without_records_is_no_notification(document: object) -> None:
    with pytest.raises(WireError):
        notifications.uploads(document)


@pytest.mark.parametrize(
    "document",
    [
        {},
        None,
        7,
        "text",
        {"hello": "world"},
        {"Records": [{"eventSource": "aws:dynamodb", "eventName": "INSERT"}]},
        {"source": "custom.gifGenerator", "detail-type": "newVideoCreated", "detail": {}},
        {"source": "flickbook", "detail-type": "Job", "detail": {}},
        [{"specversion": "1.0", "type": "com.example.created", "subject": "a.mp4"}],
        [1],
        {1: 2},
    ],
)
def test_a_document_of_no_known_kind_is_refused(document: object) -> None:
    with pytest.raises(WireError, match="of an unknown kind") as caught:
        notifications.uploads(document)
    assert caught.value.subject == "notification"
    assert "docs/notifications.md" in caught.value.remedy


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000])
def test_data_other_than_json_is_refused(data: bytes) -> None:
    with pytest.raises(WireError, match="not JSON"):
        notifications.read(data)


# Fields without which an upload cannot be told, by the sample they are taken from.
NEEDED = {
    "s3-put": [
        "Records.0.eventName",
        "Records.0.s3",
        "Records.0.s3.bucket",
        "Records.0.s3.bucket.name",
        "Records.0.s3.object",
        "Records.0.s3.object.key",
        "Records.0.s3.object.size",
        "Records.0.s3.object.eTag",
    ],
    "s3-in-sqs": ["Records.0.body"],
    "s3-in-sns": ["Records.0.Sns", "Records.0.Sns.Message"],
    "s3-in-sns-over-http": ["Message"],
    "eventbridge-created": [
        "detail",
        "detail.bucket.name",
        "detail.object.key",
        "detail.object.size",
        "detail.object.etag",
    ],
    "minio-put": ["Records.0.s3.object.key", "Records.0.s3.object.eTag"],
    "seaweedfs-put": ["message.new_entry", "message.new_entry.name", "message.new_parent_path"],
    "gcs-finalize": [
        "message.attributes",
        "message.attributes.eventType",
        "message.attributes.bucketId",
        "message.attributes.objectId",
        "message.attributes.payloadFormat",
        "message.data",
    ],
    "azure-created": ["0.subject", "0.data", "0.data.api", "0.data.contentLength", "0.data.eTag"],
    "azure-created-cloudevents": ["0.subject", "0.data"],
    "azure-renamed": ["0.subject"],
}


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, paths in NEEDED.items() for path in paths])
@pytest.mark.parametrize("broken", ["missing", "null"])
def test_a_missing_field_is_named(name: str, path: str, broken: str) -> None:
    document = sample(name)
    holder, last = _reach(document, path)
    if broken == "missing":
        del holder[last]
    else:
        holder[last] = None
    with pytest.raises(WireError) as caught:
        notifications.uploads(document)
    assert last in caught.value.fault


def _reach(document: Any, path: str) -> tuple[Any, Any]:
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parents:
        document = document[part]
    return document, last


def test_an_invalid_record_fails_its_batch() -> None:
    document = sample("s3-two-records")
    del document["Records"][2]["s3"]["object"]["key"]
    with pytest.raises(WireError, match="key"):
        notifications.uploads(document)


@pytest.mark.parametrize("size", [-1, "many", 1.5, True, [], 10**400, "9" * 5000])
def test_a_size_is_a_number_of_bytes_or_the_document_is_refused(size: object) -> None:
    for name, path in [
        ("s3-put", "Records.0.s3.object.size"),
        ("seaweedfs-put", "message.new_entry.attributes.file_size"),
        ("azure-created", "0.data.contentLength"),
    ]:
        document = sample(name)
        holder, last = _reach(document, path)
        holder[last] = size
        if size == 10**400:
            assert notifications.uploads(document)[0].size == size
        else:
            with pytest.raises(WireError):
                notifications.uploads(document)


def test_the_same_bytes_written_again_to_seaweedfs_are_an_upload() -> None:
    document = sample("seaweedfs-tags")
    document["message"]["new_entry"]["attributes"]["mtime"] += 1
    assert [source.url for source in notifications.uploads(document)] == ["s3://films/renamed.mp4"]


def queued(document: object) -> dict[str, object]:
    return {"Records": [{"eventSource": "aws:sqs", "body": json.dumps(document)}]}


def test_envelopes_are_opened_to_a_bounded_depth() -> None:
    assert notifications.uploads(queued(sample("s3-put"))) == UPLOADS["s3-put"]
    with pytest.raises(WireError, match="wrapped more than 4 times"):
        notifications.uploads(queued(queued(sample("s3-put"))))
    document: Any = sample("s3-put")
    for _ in range(100_000):
        document = {"Records": [document]}
    with pytest.raises(WireError, match="wrapped"):
        notifications.uploads(document)


def test_an_envelope_whose_content_is_not_json_is_refused() -> None:
    document = sample("s3-in-sqs")
    document["Records"][1]["body"] = "hello"
    with pytest.raises(WireError, match="not JSON"):
        notifications.uploads(document)


@pytest.mark.parametrize("data", ["***", "ä", "bm8gSlNPTg==", "W10="])
def test_a_pushed_resource_that_cannot_be_read_is_refused(data: str) -> None:
    document = sample("gcs-finalize")
    document["message"]["data"] = data
    with pytest.raises(WireError):
        notifications.uploads(document)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def check(document: object) -> None:
    """Check that a document is either read or refused with a WireError."""
    try:
        found = notifications.uploads(document)
    except WireError as error:
        str(error).encode()
    else:
        assert all(isinstance(source, Source) for source in found)
        assert all(notifications.is_video(source.url) for source in found)


@settings(deadline=None)
@given(json_values)
def test_any_json_is_read_or_refused(document: object) -> None:
    check(document)


@settings(deadline=None)
@given(st.sampled_from(sorted([*UPLOADS, *NO_UPLOADS])), st.data())
def test_a_sample_with_any_part_replaced_is_read_or_refused(name: str, data: st.DataObject) -> None:
    document = copy.deepcopy(sample(name))
    path = data.draw(st.sampled_from(sorted(_paths(document))))
    holder, last = _reach(document, path)
    holder[last] = data.draw(json_values)
    check(document)


def _paths(document: Any, before: str = "") -> Iterator[str]:
    children = document.items() if isinstance(document, dict) else enumerate(document)
    for name, child in children:
        # The path is written with dots, so a field with one in its name is left as it is.
        if "." not in str(name):
            yield f"{before}{name}"
            if isinstance(child, (dict, list)):
                yield from _paths(child, f"{before}{name}.")
