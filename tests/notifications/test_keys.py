"""Keys are read correctly from each store's way of writing them, and videos are recognised by their keys."""

import base64
import json
from urllib.parse import quote_plus

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flickbook import notifications
from flickbook.errors import WireError
from flickbook.media.accepted import DEMUXERS
from tests.notifications.samples import ODD, sample

CLIPS = [
    *("plain.mp4", "two words.mp4", "a+b.mp4", "100%.mp4", "%20.mp4", "ä.mp4", "🎬.mp4", "a&b=c.mp4", "a?b#c.mp4"),
    *("folder/with spaces/+/é.MKV", "a//b.mp4", "/a.mp4", "x/blobs/y.mp4", 'quote".mp4', "back\\slash.mp4", ODD),
]
# SeaweedFS keeps the parts of uploads in the folder `.uploads`, so there no key begins so.
printable = (
    st.text(st.characters(exclude_categories=["C"]), min_size=1)
    .map(lambda text: f"{text}.mp4")
    .filter(lambda key: not key.startswith(".uploads/"))
)


def only_url(document: object) -> str:
    [source] = notifications.uploads(document)
    return source.url


@pytest.mark.parametrize("key", CLIPS)
def test_keys_come_back_raw_from_every_way_of_writing_them(key: str) -> None:
    comes_back(key)


@settings(deadline=None)
@given(printable)
@example("%.mp4")
@example("+ %2B.mp4")
def test_any_printable_key_comes_back(key: str) -> None:
    comes_back(key)


def comes_back(key: str) -> None:
    record = sample("s3-put")
    for safe in ("", "/"):  # MinIO encodes slashes, AWS does not
        record["Records"][0]["s3"]["object"]["key"] = quote_plus(key, safe=safe)
        assert only_url(record) == f"s3://films/{key}"
    event = sample("eventbridge-created")
    event["detail"]["object"]["key"] = key
    assert only_url(event) == f"s3://films/{key}"
    push = sample("gcs-finalize")
    push["message"]["attributes"]["objectId"] = key
    assert only_url(push) == f"gs://films/{key}"
    grid = sample("azure-created")
    grid[0]["subject"] = f"/blobServices/default/containers/films/blobs/{key}"
    assert only_url(grid) == f"az://films/{key}"
    filer = sample("seaweedfs-put")
    folder, _, name = f"/buckets/films/{key}".rpartition("/")
    filer["message"]["new_parent_path"], filer["message"]["new_entry"]["name"] = folder, name
    assert only_url(filer) == f"s3://films/{key}"


@pytest.mark.parametrize("key", ["%FF.mp4", "\ud800.mp4"])
def test_a_key_that_is_not_unicode_is_refused(key: str) -> None:
    document = sample("s3-put")
    document["Records"][0]["s3"]["object"]["key"] = key
    with pytest.raises(WireError, match="not U"):
        notifications.uploads(document)


@pytest.mark.parametrize("bucket", ["", "a/b"])
def test_an_invalid_bucket_name_is_refused(bucket: str) -> None:
    document = sample("eventbridge-created")
    document["detail"]["bucket"]["name"] = bucket
    with pytest.raises(WireError, match="bucket"):
        notifications.uploads(document)


@pytest.mark.parametrize("subject", ["", "/blobServices/default/containers/films", "/x/films/blobs/a.mp4"])
def test_an_azure_subject_that_names_no_blob_is_refused(subject: str) -> None:
    document = sample("azure-created")
    document[0]["subject"] = subject
    with pytest.raises(WireError, match="subject"):
        notifications.uploads(document)


def test_an_empty_object_of_google_is_no_upload() -> None:
    document = sample("gcs-finalize")
    document["message"]["data"] = base64.b64encode(json.dumps({"size": "0", "etag": "x"}).encode()).decode()
    assert notifications.uploads(document) == []


def test_videos_are_recognised_by_their_suffix_in_any_case() -> None:
    assert all(
        notifications.is_video(f"a/b{suffix}") and notifications.is_video(f"B{suffix.upper()}") for suffix in DUE
    )
    refused = ["", "mp4", "a.mp4/", "a.mp4.part", "a.swf", "a.gif", "a.jpg", "a.json", "a.vtt", "a.mp3", "a.m4a", "a"]
    assert not any(notifications.is_video(key) for key in refused)


# The usual suffixes of every demuxer that media opens, but for sound (m4a), players' programs (swf) and images.
SUFFIXES = {
    "mov": [".mov", ".qt"],
    "mp4": [".mp4", ".m4v"],
    "m4a": [],
    "3gp": [".3gp"],
    "3g2": [".3g2"],
    "mj2": [".mj2"],
    "matroska": [".mkv", ".mk3d"],
    "webm": [".webm"],
    "mpegts": [".ts", ".m2ts", ".mts", ".m2t"],
    "mpeg": [".mpg", ".mpeg", ".vob"],
    "avi": [".avi", ".divx"],
    "flv": [".flv"],
    "live_flv": [".flv"],
    "asf": [".asf", ".wmv"],
    "ogg": [".ogg", ".ogv", ".ogm"],
    "mxf": [".mxf"],
    "nut": [".nut"],
    "ivf": [".ivf"],
    "dv": [".dv"],
    "wtv": [".wtv"],
    "swf": [],
    "rm": [".rm", ".rmvb"],
    "gif": [],
    "apng": [],
    "webp_anim": [],
    "h264": [".h264", ".264"],
    "hevc": [".hevc", ".h265", ".265"],
    "mpegvideo": [".m1v", ".m2v"],
    "m4v": [],
    "obu": [".obu"],
    "yuv4mpegpipe": [".y4m"],
}
DUE = {suffix for suffixes in SUFFIXES.values() for suffix in suffixes} | {".f4v"}


def test_the_suffixes_are_those_of_what_media_opens() -> None:
    assert sorted(SUFFIXES) == sorted(DEMUXERS.split(","))
    assert sorted(notifications.VIDEO_SUFFIXES) == sorted(DUE)
