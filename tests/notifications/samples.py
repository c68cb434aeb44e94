"""The sample notifications in `payloads/`, and what each says was uploaded.

Those of SeaweedFS were captured from its filer's webhook, version 4.48; the others have the fields and form
that their vendors document.
"""

import json
from pathlib import Path
from typing import Any

from flickbook.core.model import Source

PAYLOADS = Path(__file__).parent / "payloads"
ODD = "shows/ä 100% + a&b=c 🎬.mp4"

_S3 = Source(f"s3://films/{ODD}", "b21b84d653bb07b05b1e6b33684dc11b", 1305107)
_EVENTBRIDGE = Source(f"s3://films/{ODD}", "b1946ac92492d2347c6235b4d2611184", 5)
_AZURE = Source(f"az://films/{ODD}", "0x8D4BCC2E4835CD0", 524288)
_OVERWRITTEN = "afc9dc02560d64c9a444cd61e26d134d"
_BY_FILER = "a0590094a2b319324018e7a1d3d4e0d6"

UPLOADS = {
    "s3-put": [_S3],
    "s3-two-records": [
        Source("s3://films/a.mov", "4af981f98d22a0b9979da24b259e5e42-12", 52428800),
        Source("s3://films/b.webm", "b21b84d653bb07b05b1e6b33684dc11b", 7),
    ],
    "s3-in-sqs": [_S3, Source("s3://films/b.mkv", "b21b84d653bb07b05b1e6b33684dc11b", 9)],
    "s3-in-sns": [_S3],
    "s3-in-sns-in-sqs": [_S3],
    "s3-in-sns-over-http": [_S3],
    "eventbridge-created": [_EVENTBRIDGE],
    "eventbridge-in-sqs": [_EVENTBRIDGE],
    "flickbook-replay": [_EVENTBRIDGE],
    "minio-put": [Source(f"s3://films/{ODD}", "5fc7298143efe1276d39a3466d4e255f-1", 224662)],
    "seaweedfs-put": [Source("s3://films/my film.mp4", "7aaa7dec709fa4fa82f3746abfd80bdb", 5000)],
    "seaweedfs-put-odd-name": [Source(f"s3://films/{ODD}", "fe8b9f031e50d6d227ffea231d19e804", 6000)],
    "seaweedfs-overwrite": [Source("s3://films/my film.mp4", _OVERWRITTEN, 7000)],
    "seaweedfs-copy": [Source("s3://films/copy.mp4", _OVERWRITTEN, 7000)],
    "seaweedfs-multipart-done": [Source("s3://films/big.mp4", "a754059c302f721645af21230b95b5de-3", 12_000_000)],
    "seaweedfs-filer-put": [Source("s3://films/by filer.mp4", _BY_FILER, 900)],
    "seaweedfs-rename": [Source("s3://films/later/moved.mp4", _BY_FILER, 900)],
    "seaweedfs-rename-in-folder": [Source("s3://films/later2/moved.mp4", _BY_FILER, 900)],
    "seaweedfs-version-done": [Source("s3://films/my film.mp4", "7aaa7dec709fa4fa82f3746abfd80bdb", 5000)],
    "seaweedfs-version-overwrite": [Source("s3://films/my film.mp4", _OVERWRITTEN, 7000)],
    "gcs-finalize": [Source(f"gs://films/{ODD}", "CNHZkbuF/ugCEAE=", 352)],
    "gcs-finalize-without-resource": [Source(f"gs://films/{ODD}", "", 0)],
    "azure-created": [_AZURE],
    "azure-created-cloudevents": [_AZURE],
    "azure-created-cloudevent-alone": [_AZURE],
    "azure-two-events": [
        Source("az://films/a.mp4", "0x8D4BCC2E4835CD0", 524288),
        Source("az://films/b.mp4", "0x8D4BCC2E4835CD0", 524288),
    ],
    "azure-flush-with-close": [_AZURE],
    "azure-sftp-commit": [Source(f"az://films/{ODD}", "0x8D4BCC2E4835CD0", 0)],
    "azure-renamed": [Source(f"az://films/{ODD}", "", 0)],
}

NO_UPLOADS = [
    *("s3-delete", "s3-tags", "s3-restore", "s3-folder-marker", "s3-empty", "s3-own-pictures"),
    *("s3-test-event", "s3-test-event-in-sqs", "sns-subscription-confirmation", "sns-unsubscribe-confirmation"),
    *("eventbridge-deleted", "eventbridge-tags", "eventbridge-restored"),
    *("minio-delete", "minio-retention", "minio-tags", "minio-empty"),
    *("seaweedfs-delete", "seaweedfs-multipart-part", "seaweedfs-multipart-folder", "seaweedfs-empty"),
    *("seaweedfs-bucket", "seaweedfs-owner", "seaweedfs-folder", "seaweedfs-outside-buckets"),
    *("seaweedfs-rename-folder", "seaweedfs-tags"),
    *("seaweedfs-version-file", "seaweedfs-version-delete", "seaweedfs-version-tags"),
    *("gcs-delete", "gcs-archive", "gcs-metadata-update"),
    *("azure-deleted", "azure-deleted-cloudevents", "azure-create-file", "azure-sftp-create", "azure-validation"),
]


def sample(name: str) -> Any:
    """Load a sample notification, decoded from JSON."""
    return json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
