"""A replacement for `planner.plan_video`: some videos end the process."""

import os

from flickbook.core.model import Plan, Recipe
from flickbook.core.settings import Limits


def plan_video(url: str, name: str, recipe: Recipe, limits: Limits) -> Plan:
    """End the process at a video named `deadly`, plan any other."""
    if name == "deadly":
        os._exit(13)
    from flickbook.engines.orders import plan_source

    return plan_source(url, recipe, limits, name)
