"""`flickbook render`: make videos one after the other, with a progress bar and a table."""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from flickbook import api
from flickbook.cli import tables
from flickbook.cli.options import without_repeats
from flickbook.cli.tables import Result
from flickbook.core.model import Plan, Receipt
from flickbook.engines import configuration
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.errors import FlickbookError, only_ours
from flickbook.storage import locate, locate_output, shown, without_secrets


def render_videos(
    videos: Sequence[str],
    out: str,
    flags: Mapping[str, object],
    *,
    force: bool,
    as_json: bool,
    beside: bool = False,
    headers: Mapping[str, str] | None = None,
) -> int:
    """Render videos, show the results, and return the worst exit code."""
    chosen = configuration.load(flags, os.environ)
    out, videos = locate_output(out), without_repeats(videos)
    with PoolDispatcher(chosen.engine) as dispatcher:
        render = partial(
            api.render_with,
            dispatcher,
            chosen,
            out=out,
            recipe=chosen.recipe,
            force=force,
            beside=beside,
            headers=headers,
        )
        results = [_render(render, video, quiet=as_json) for video in videos]
    return tables.show_all(results, as_json=as_json)


def _render(render: Callable[..., api.Outcome], video: str, *, quiet: bool) -> Result:
    name = without_secrets(video)
    try:
        with only_ours(name, "could not be rendered"), progress_bar(quiet=quiet) as bar:
            outcome = render(video=video, progress=Follower(bar, shown(locate(video, "VIDEO")).rpartition("/")[2]))
    except FlickbookError as error:
        return Result(name, None, error)
    return Result(name, outcome, None)


def progress_bar(*, quiet: bool) -> Progress:
    """Return a bar that appears only on a terminal, and disappears at the end."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        _Speed(),
        TimeRemainingColumn(),
    )
    return Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)


class Follower:
    """Moves the bar: it shows the seconds of video that have receipts."""

    def __init__(self, bar: Progress, name: str) -> None:
        self._bar = bar
        self._task = bar.add_task(name, total=None, before=None, begun=time.monotonic())

    def __call__(self, plan: Plan, receipts: list[Receipt]) -> None:
        done = float(sum((receipt.snippet.length for receipt in receipts), Fraction(0)))
        task = self._bar.tasks[self._task]
        if task.fields["before"] is None:
            self._bar.update(self._task, before=done if done < plan.video.duration else 0.0)
        self._bar.update(self._task, total=float(plan.video.duration), completed=done)


class _Speed(ProgressColumn):
    """Seconds of video made per second of waiting."""

    def render(self, task: Task) -> Text:
        made = task.completed - (task.fields["before"] or 0.0)
        return Text(f"{made / max(time.monotonic() - task.fields['begun'], 1e-3):.1f}×")
