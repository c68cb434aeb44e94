"""The engine of a cluster: jobs travel through a broker to workers, by Celery.

`celery -A flickbook.engines.celery worker` starts a worker with the settings of its surroundings.
"""

import os
from typing import Any


def __getattr__(name: str) -> Any:
    """Return the Celery app, which needs a broker and is therefore made when it is first asked for."""
    if name != "app":
        raise AttributeError(name)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from flickbook.engines import configuration
    from flickbook.engines.celery.worker import make_worker_app

    globals()["app"] = made = make_worker_app(configuration.load({}, os.environ))
    return made
