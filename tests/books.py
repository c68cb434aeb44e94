"""Render in this process and look at what came out."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageSequence

from flickbook import api
from flickbook.dispatch.inline import InlineDispatcher
from flickbook.model import Manifest, Recipe
from flickbook.settings import Engine, Settings
from tests.clips import Rgb


def render(video: Path, out: Path, recipe: Recipe | None = None, **more: Any) -> Manifest:
    """Render inline, with runs of at most three snippets, so that runs start in mid-video."""
    settings = Settings(engine=Engine(workers=1, run_length=3))
    recipe = recipe or Recipe(snippet=2, size=160)
    return api.render_with(InlineDispatcher(), settings, str(video), str(out), recipe, **more).manifest


def gif_frames(data: bytes) -> list[Rgb]:
    """Decode a GIF by Pillow."""
    with Image.open(io.BytesIO(data)) as image:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]


def jpeg(path: Path) -> Rgb:
    """Decode a JPEG by Pillow."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))
