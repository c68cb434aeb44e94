"""The number of deliveries is known on every broker, so that a message that cannot be handled ends some day."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from celery.worker.request import Request

from flickbook.core.model import Order
from flickbook.engines.celery.queues import deliveries_before, transport_of, work_queues
from flickbook.outputs.recipes import make_recipe
from scripts.process import Service
from tests.engines.engines import CeleryEngine, aws_environ, grouped
from tests.waiting import until


@pytest.fixture(params=[grouped("rabbitmq"), grouped("redis"), grouped("sqs")])
def engine(request: pytest.FixtureRequest) -> Iterator[CeleryEngine]:
    with ExitStack() as stack:
        if request.param == "sqs":
            environ: dict[str, str] = request.getfixturevalue("amazon")
            stack.enter_context(aws_environ(environ))
            url = environ["AWS_ENDPOINT_URL"].replace("http://", "sqs://test:test@")
        else:
            broker: Service = request.getfixturevalue(request.param)
            url = broker.url
        yield stack.enter_context(CeleryEngine(url))


def test_unacknowledged_deliveries_are_counted(engine: CeleryEngine) -> None:
    engine.cluster.order(Order("memory://films/a.mp4", "a", make_recipe(), "memory://books"))
    broker, app = engine.settings.cluster.broker, engine.cluster.app
    counts = []
    queue = work_queues(transport_of(broker))[0](engine.channel)
    for _ in range(3):
        message = until(queue.get, "the message")
        # The request as a worker has it.
        counts.append(deliveries_before(Request(message, app=app, task=app.Task()).request_dict, app))
        message.requeue()
    assert counts == [0, 1, 2]
