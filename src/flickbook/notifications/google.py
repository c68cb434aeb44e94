"""Google Cloud Storage: notifications as a Pub/Sub push subscription posts them.

Shapes: cloud.google.com/storage/docs/pubsub-notifications and cloud.google.com/pubsub/docs/push.
"""

from msgspec import Struct

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.notifications.objects import Size, fields, from_base64, parse, uploaded

_WHAT = "Cloud Storage notification of Pub/Sub"


class _Attributes(Struct, frozen=True, rename="camel"):
    event_type: str
    bucket_id: str
    object_id: str
    payload_format: str


class _Message(Struct, frozen=True):
    attributes: _Attributes
    data: str = ""


class _Push(Struct, frozen=True):
    message: _Message


class _Resource(Struct, frozen=True):
    etag: str
    size: Size


_PUSH = Decoder(_Push, strict=False)
_RESOURCE = Decoder(_Resource, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Give what a Pub/Sub push says was uploaded; None if the document is no push.

    Without the object's resource (payload format NONE) size and ETag stay unknown: 0 and "".
    """
    if not {"message", "subscription"} <= document.keys():
        return None
    message = fields(document, _PUSH, _WHAT).message
    about = message.attributes
    if about.event_type != "OBJECT_FINALIZE":
        return []
    if about.payload_format == "NONE":
        return uploaded("gs", about.bucket_id, about.object_id, "", None)
    data = parse(from_base64(message.data, "data"), "data")
    resource = fields(data, _RESOURCE, "object resource of Cloud Storage")
    return uploaded("gs", about.bucket_id, about.object_id, resource.etag, resource.size)
