"""Makes requested pictures in processes of its own: a malicious video may crash libav, but not this program."""

from importlib import import_module

from flickbook.core.model import ImageTask
from flickbook.core.settings import Limits, usable_cores
from flickbook.engines.local import child
from flickbook.engines.local.planner import explained
from flickbook.engines.local.processes import Processes
from flickbook.errors import only_ours
from flickbook.storage import Access, access_to, grant, shown

# A picture takes a fraction of a second. From slow stores, the seconds since the last keyframe are read first.
LIMIT_SECONDS = 60.0
MOST_THREADS = 4
DONE = "made into a picture"


class Imager(Processes):
    """Processes that make requested pictures."""

    def __init__(self, count: int, niceness: int, limits: Limits) -> None:
        super().__init__(count, prepare, (niceness,))
        self._limits = limits

    def make(self, task: ImageTask) -> None:
        """Make a picture and store it; called from several threads.

        Raises the errors of `images.making.work`, and WorkerCrashed, WorkerTimeout or RenderFailed if the process ends.
        """
        url = task.video.url
        # A decoder has all processors only while it is alone. With each thread, it decodes a frame more than is needed.
        threads = max(1, min(MOST_THREADS, usable_cores() // (self.running + 1)))
        with explained(url, "making a picture", DONE, LIMIT_SECONDS):
            self.result(self.call(make_image, task, threads, self._limits, access_to(url), limit=LIMIT_SECONDS))


def prepare(niceness: int) -> None:
    """Set up a process, with all that it needs loaded: the first picture must not wait for that."""
    child.prepare(niceness)
    import_module("flickbook.images.making")


def make_image(task: ImageTask, threads: int, limits: Limits, access: Access) -> None:
    """Call `images.making.work`, imported late: a process must start before it loads libav."""
    # An error that cannot be pickled and unpickled would break the parent's pool.
    with only_ours(shown(task.video.url), f"could not be {DONE}"):
        from flickbook.images.making import work

        grant(task.video.url, access)
        work(task, threads, limits)
