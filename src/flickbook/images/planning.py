"""Videos without a book: each version is planned when the first picture of it is requested."""

from flickbook.core import layout
from flickbook.core.model import ImageTask, Plan, Recipe, Source
from flickbook.core.planning import make_plan
from flickbook.core.settings import Limits
from flickbook.images.cache import ImageCache
from flickbook.media.probe import probe
from flickbook.outputs.recipes import LONGEST_SNIPPET, check_limits
from flickbook.storage import open_source, shown


def plan_of(task: ImageTask, limits: Limits) -> Plan:
    """Return the plan of a task's video. Without a book, it is stored beside the pictures.

    Raises InputError if the video cannot be read or decoded, OutputError or StoreError.
    """
    if task.plan is not None:
        return task.plan
    cache = ImageCache(task.out)
    plan = cache.plan(task.video)
    if plan is None:
        plan = _plan(task.video, limits)
        cache.put_plan(plan)
    # A picture has no snippets, so their number is no reason to refuse it.
    check_limits(shown(task.video.url), plan.video, Recipe(LONGEST_SNIPPET), limits)
    return plan


def _plan(source: Source, limits: Limits) -> Plan:
    with open_source(source) as file:
        video = probe(file, shown(source.url), limits)
    # No book can have this name, so nothing stored is taken for a picture of this video.
    return make_plan(layout.RESERVED, source, video, Recipe())
