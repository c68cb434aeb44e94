"""The values that all wings pass around: frozen, self-contained, comparable.

Times are `Fraction` seconds on the viewer's clock: zero is the first moment that a player shows. Windows are half-open
`[start, end)`. Sizes of pictures are in pixels, sizes of files in bytes.
"""

from flickbook.core.model.event import Event as Event
from flickbook.core.model.event import Subscription as Subscription
from flickbook.core.model.image import ImageRequest as ImageRequest
from flickbook.core.model.image import ImageTask as ImageTask
from flickbook.core.model.order import Entry as Entry
from flickbook.core.model.order import LegacyEntry as LegacyEntry
from flickbook.core.model.order import Order as Order
from flickbook.core.model.order import OrderRecord as OrderRecord
from flickbook.core.model.order import State as State
from flickbook.core.model.plan import Chapter as Chapter
from flickbook.core.model.plan import Clock as Clock
from flickbook.core.model.plan import Cue as Cue
from flickbook.core.model.plan import Job as Job
from flickbook.core.model.plan import Option as Option
from flickbook.core.model.plan import Plan as Plan
from flickbook.core.model.plan import Recipe as Recipe
from flickbook.core.model.plan import Snippet as Snippet
from flickbook.core.model.plan import Source as Source
from flickbook.core.model.plan import Video as Video
from flickbook.core.model.receipt import Artifact as Artifact
from flickbook.core.model.receipt import Beside as Beside
from flickbook.core.model.receipt import Copied as Copied
from flickbook.core.model.receipt import Failure as Failure
from flickbook.core.model.receipt import Manifest as Manifest
from flickbook.core.model.receipt import ManifestFailure as ManifestFailure
from flickbook.core.model.receipt import ManifestFile as ManifestFile
from flickbook.core.model.receipt import Outcome as Outcome
from flickbook.core.model.receipt import Receipt as Receipt
from flickbook.core.model.receipt import Timing as Timing
from flickbook.core.model.receipt import Totals as Totals
