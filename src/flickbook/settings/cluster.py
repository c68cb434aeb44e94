"""What a cluster's workers, and those who send them work, are told."""

from typing import Annotated

from msgspec import Meta, Struct

Place = Annotated[str, Meta(pattern=r"^(\S*:[0-9]{1,5})?$", description="HOST:PORT, such as 127.0.0.1:9464")]
Seconds = Annotated[float, Meta(gt=0)]


class Cluster(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the broker is, and how workers share what it holds.

    `broker` is a URL: `amqp://` (RabbitMQ), `redis://` or `sqs://`. Where others wait, a film is worked on for
    `turn_seconds` at a time; in any case its worker lets go of it after `longest_turn`. What fails is tried `tries`
    times in all; a store that does not answer is waited for, `patience` seconds an attempt. `health` is the HOST:PORT
    at which a worker tells how it is, nowhere if empty.
    """

    broker: str = ""
    turn_seconds: Seconds = 30.0
    longest_turn: Seconds = 300.0
    tries: Annotated[int, Meta(ge=1, le=10)] = 3
    patience: Annotated[float, Meta(ge=0)] = 60.0
    health: Place = ""
