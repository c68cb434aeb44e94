"""The Celery engine: orders and jobs travel through a broker to workers.

`celery -A flickbook.engines.celery worker` starts a worker; its settings come from environment variables and
`flickbook.toml`.
"""

import os
from typing import Any


def __getattr__(name: str) -> Any:
    """Return the Celery app. It needs a broker and is therefore made on first use."""
    if name != "app":
        raise AttributeError(name)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from flickbook.engines import configuration
    from flickbook.engines.celery.worker import make_worker_app

    globals()["app"] = app = make_worker_app(configuration.load({}, os.environ))
    return app
