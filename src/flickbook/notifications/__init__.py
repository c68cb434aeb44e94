"""Bucket notifications: which videos were uploaded, whoever says so.

| kind | how it comes | gives | key is written |
|---|---|---|---|
| S3 record | to Lambda directly, or in SQS, SNS, SNS in SQS, SNS over HTTP | `s3://BUCKET/KEY` | form-encoded |
| S3 event of EventBridge, or of source `flickbook` | to Lambda directly, or in SQS or SNS | `s3://BUCKET/KEY` | raw |
| MinIO webhook | over HTTP | `s3://BUCKET/KEY` | form-encoded |
| SeaweedFS filer webhook | over HTTP | `s3://BUCKET/KEY` | raw, below `/buckets/` |
| Google Cloud Storage | Pub/Sub push, over HTTP | `gs://BUCKET/KEY` | raw |
| Azure Event Grid, its own schema or CloudEvents 1.0 | over HTTP | `az://CONTAINER/KEY` | raw, in `subject` |

What is no finished upload of a video gives nothing: deletions, tags, restores, test messages, folders, empty
objects, parts of uploads, and whatever `is_video` denies. Who sent a notification is not checked here.
"""

from flickbook.notifications.kinds import read, uploads
from flickbook.notifications.objects import VIDEO_SUFFIXES, is_video

__all__ = ["VIDEO_SUFFIXES", "is_video", "read", "uploads"]
