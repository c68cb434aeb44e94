"""Flickbook makes the previews that a player shows while a viewer scrubs.

For every 30 seconds of a video it makes an animated GIF, for every second a freeze frame:

    import flickbook

    if __name__ == "__main__":
        manifest = flickbook.render("film.mp4", "previews")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flickbook.api import Status, cancel, plan, probe, render, report, status
    from flickbook.core.model import Manifest, ManifestFile, Plan, Recipe, Snippet, Source, Video
    from flickbook.core.reporting import Report
    from flickbook.errors import FlickbookError, InputError, OutputError, SnippetError, StoreError, UsageError
    from flickbook.images.signing import sign_url
    from flickbook.outputs.recipes import make_recipe

__version__ = "0.1.0"

__all__ = [
    "FlickbookError",
    "InputError",
    "Manifest",
    "ManifestFile",
    "OutputError",
    "Plan",
    "Recipe",
    "Report",
    "Snippet",
    "SnippetError",
    "Source",
    "Status",
    "StoreError",
    "UsageError",
    "Video",
    "cancel",
    "make_recipe",
    "plan",
    "probe",
    "render",
    "report",
    "sign_url",
    "status",
]

_HOME = {
    "flickbook.api": ("Status", "cancel", "plan", "probe", "render", "report", "status"),
    "flickbook.errors": ("FlickbookError", "InputError", "OutputError", "SnippetError", "StoreError", "UsageError"),
    "flickbook.core.model": ("Manifest", "ManifestFile", "Plan", "Recipe", "Snippet", "Source", "Video"),
    "flickbook.core.reporting": ("Report",),
    "flickbook.images.signing": ("sign_url",),
    "flickbook.outputs.recipes": ("make_recipe",),
}


def __getattr__(name: str) -> object:
    # Imported on first use: `flickbook --help` needs no store, and a program that sends jobs needs no libav.
    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module 'flickbook' has no attribute {name!r}")
