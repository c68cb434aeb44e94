"""Order previews from a Celery app of your own: `celery -A celery_app worker` runs it beside Flickbook's workers.

Your app keeps its own tasks and queues. Its task orders a video from Flickbook's cluster, whose broker
`FLICKBOOK_BROKER` names, and returns before the previews are made. `flickbook status previews/NAME` shows how far they
are.
"""

import os

from celery import Celery

from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import load
from flickbook.engines.following import order

app = Celery("shop", broker=os.environ["FLICKBOOK_BROKER"])


@app.task  # type: ignore[untyped-decorator]  # Celery has no types
def make_previews(video: str, out: str) -> str:
    """Order the previews of the video at a path or URL, and return where they will be."""
    settings = load(environ=os.environ)
    with make_engine(settings, "celery") as engine:
        placed = order(engine, video, out, settings.recipe)
    return f"{placed.out}/{placed.name}"
