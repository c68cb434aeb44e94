"""The values everything else passes around: frozen, self-contained, comparable.

Time is `Fraction` seconds on the viewer's clock: zero is the first moment the player shows,
windows are half-open `[start, end)`. Sizes are pixels, lengths of files are bytes.
"""

from flickbook.core.model.contents import Manifest, ManifestFailure, ManifestFile, Totals
from flickbook.core.model.index_entry import Entry, State
from flickbook.core.model.order import Card, Order, OrderRecord
from flickbook.core.model.plan import Job, Option, Plan, Recipe, Snippet
from flickbook.core.model.receipt import Artifact, Failure, Outcome, Receipt, Timing
from flickbook.core.model.video import Source, Video

__all__ = [
    "Artifact",
    "Card",
    "Entry",
    "Failure",
    "Job",
    "Manifest",
    "ManifestFailure",
    "ManifestFile",
    "Option",
    "Order",
    "OrderRecord",
    "Outcome",
    "Plan",
    "Receipt",
    "Recipe",
    "Snippet",
    "Source",
    "State",
    "Timing",
    "Totals",
    "Video",
]
