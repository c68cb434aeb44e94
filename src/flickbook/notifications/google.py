"""Google Cloud Storage: notifications as a Pub/Sub push subscription posts them.

Formats: cloud.google.com/storage/docs/pubsub-notifications and cloud.google.com/pubsub/docs/push.
"""

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.notifications.objects import Size, fields, from_base64, parse, uploaded


class _Push(Struct, frozen=True):
    event: str = field(name="message.attributes.eventType")
    bucket: str = field(name="message.attributes.bucketId")
    key: str = field(name="message.attributes.objectId")
    payload_format: str = field(name="message.attributes.payloadFormat")
    data: str = field(name="message.data", default="")


class _Resource(Struct, frozen=True):
    etag: str
    size: Size


_PUSH = Decoder(_Push, strict=False)
_RESOURCE = Decoder(_Resource, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Return the uploads in a Pub/Sub push; None for other documents.

    The payload format NONE has no size and no ETag: they are 0 and "".
    """
    if not {"message", "subscription"} <= document.keys():
        return None
    push = fields(document, _PUSH, "Cloud Storage notification of Pub/Sub")
    if push.event != "OBJECT_FINALIZE":
        return []
    if push.payload_format == "NONE":
        return uploaded("gs", push.bucket, push.key, "", None)
    resource = fields(parse(from_base64(push.data, "data"), "data"), _RESOURCE, "object resource of Cloud Storage")
    return uploaded("gs", push.bucket, push.key, resource.etag, resource.size)
