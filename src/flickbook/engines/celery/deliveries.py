"""How often a message was given out before without anybody telling what became of it, as each broker counts it."""

from collections.abc import Mapping
from typing import Any

from flickbook.engines.celery.queues import calling, transport_of

# What Redis remembers of a message that was given out again.
_KEY = "flickbook.deliveries:"
_REMEMBER_SECONDS = 7 * 24 * 3600


class DeliveryCounter:
    """Counts the deliveries of messages that came through one broker."""

    def __init__(self, broker: str, app: Any) -> None:
        self._broker = broker
        self._app = app
        self._count = {"amqp": _counted_by_rabbitmq, "sqs": _counted_by_sqs, "redis": self._counted_in_redis}[
            transport_of(broker)
        ]

    def before(self, request: Mapping[str, Any]) -> int:
        """Tell how often a message was delivered before this time. Raises DispatchFailed."""
        return self._count(request)

    def _counted_in_redis(self, request: Mapping[str, Any]) -> int:
        # Redis itself does not count, and kombu only says whether it is the first time.
        if not (request.get("delivery_info") or {}).get("redelivered"):
            return 0
        with calling(self._broker), self._app.connection_or_acquire() as connection:
            client, key = connection.default_channel.client, f"{_KEY}{request['id']}"
            count = int(client.incr(key))
            client.expire(key, _REMEMBER_SECONDS)
            return count


def _counted_by_rabbitmq(request: Mapping[str, Any]) -> int:
    return int(request.get("x-delivery-count") or 0)


def _counted_by_sqs(request: Mapping[str, Any]) -> int:
    # What Celery itself says of a delivery leaves SQS's own words out.
    delivery = (request.get("properties") or {}).get("delivery_info") or {}
    message = delivery.get("sqs_message") or {}
    return int((message.get("Attributes") or {}).get("ApproximateReceiveCount", 1)) - 1
