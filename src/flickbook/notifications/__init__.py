"""Bucket notifications: read which videos were uploaded, from the formats of several stores.

| kind | transport | source URL | key |
|---|---|---|---|
| S3 record | Lambda directly, or in SQS, SNS, SNS in SQS, SNS over HTTP | `s3://BUCKET/KEY` | form-encoded |
| S3 event of EventBridge, or of source `flickbook` | Lambda directly, or in SQS or SNS | `s3://BUCKET/KEY` | raw |
| MinIO webhook | over HTTP | `s3://BUCKET/KEY` | form-encoded |
| SeaweedFS filer webhook | over HTTP | `s3://BUCKET/KEY` | raw, below `/buckets/` |
| Google Cloud Storage | Pub/Sub push, over HTTP | `gs://BUCKET/KEY` | raw |
| Azure Event Grid, its own schema or CloudEvents 1.0 | over HTTP | `az://CONTAINER/KEY` | raw, in `subject` |

Only finished uploads of videos are returned. Deletions, tags, restores, test messages, folders, empty objects, parts of
uploads and keys that `is_video` rejects are ignored. The caller must check who sent a notification.
"""

from flickbook.notifications.kinds import read as read
from flickbook.notifications.kinds import uploads as uploads
from flickbook.notifications.objects import IMAGE_SUFFIXES as IMAGE_SUFFIXES
from flickbook.notifications.objects import VIDEO_SUFFIXES as VIDEO_SUFFIXES
from flickbook.notifications.objects import is_video as is_video
