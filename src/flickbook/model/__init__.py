"""The values everything else passes around: frozen, self-contained, comparable.

Time is `Fraction` seconds on the viewer's clock: zero is the first moment the player shows,
windows are half-open `[start, end)`. Sizes are pixels, lengths of files are bytes.
"""

from flickbook.model.card import Card, State
from flickbook.model.manifest import Manifest, ManifestFailure, ManifestFile, Storyboard, Totals
from flickbook.model.plan import Job, Order, Plan, Recipe, Snippet
from flickbook.model.receipt import Artifact, Failure, Kind, MediaType, Outcome, Receipt, Timing
from flickbook.model.video import Source, Video

__all__ = [
    "Artifact",
    "Card",
    "Failure",
    "Job",
    "Kind",
    "Manifest",
    "ManifestFailure",
    "ManifestFile",
    "MediaType",
    "Order",
    "Outcome",
    "Plan",
    "Receipt",
    "Recipe",
    "Snippet",
    "Source",
    "State",
    "Storyboard",
    "Timing",
    "Totals",
    "Video",
]
