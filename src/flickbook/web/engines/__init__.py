"""Who makes the service's videos: processes of this machine, or a cluster's workers."""

from flickbook.web.engines.base import Engine as Engine
from flickbook.web.engines.base import Surroundings
from flickbook.web.engines.cluster_maker import ClusterEngine as ClusterEngine
from flickbook.web.engines.local_maker import LocalEngine


def make_engine(around: Surroundings) -> Engine:
    """Give the engine that the settings ask for. Raises UsageError for a cluster without broker or Celery."""
    return ClusterEngine(around) if around.settings.engine.engine == "celery" else LocalEngine(around)
