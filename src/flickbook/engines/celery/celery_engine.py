"""The engine of a cluster: orders go through a broker to workers anywhere."""

from flickbook.core.model import Order
from flickbook.engines.base import ClusterSeen, Engine
from flickbook.engines.celery.dead_queue import CeleryDeadLetters
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import transport_of
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters


class CeleryEngine(Engine):
    """Sends orders to the workers of a cluster. Raises UsageError if no broker is named."""

    # Workers look every two seconds whether their plan is still wanted, and end what they are doing if it is not.
    last_writes = 3.0

    def __init__(self, settings: Settings, *, service: bool = False) -> None:  # noqa: ARG002  # workers are elsewhere
        self._settings = settings
        self._cluster = CeleryDispatcher(settings.cluster, visibility(settings))

    def check(self) -> None:
        """Raise DispatchFailed if the broker does not answer."""
        self._cluster.check()

    def order(self, order: Order) -> None:
        """Send an order, and return when the broker has it. Raises DispatchFailed."""
        self._cluster.order(order)

    def cancel(self, name: str) -> None:
        """Do nothing: the workers look at the output store."""

    def view(self) -> ClusterSeen:
        """Ask the broker what waits, and the workers what they do; it takes most of a second. Raises DispatchFailed."""
        seen = self._cluster.look()
        # No worker can be asked through SQS.
        return seen._replace(workers=None) if transport_of(self._cluster.broker) == "sqs" else seen

    def dead_letters(self) -> DeadLetters:
        """Open the queue of dead letters, by a connection of its own: it holds what it reads until it is closed."""
        return CeleryDeadLetters(CeleryDispatcher(self._settings.cluster, visibility(self._settings)))

    def close(self) -> None:
        """Close the connections; the workers go on."""
        self._cluster.close()


def visibility(settings: Settings) -> float:
    """Return the seconds after which another worker gets a message too, on brokers that do not notice a dead worker.

    No worker may have one for longer: a time slice and the snippet that ends it, and once more where a store failed.
    """
    cluster = settings.cluster
    return 2 * (cluster.longest_turn + settings.engine.snippet_timeout) + cluster.patience + 60.0
