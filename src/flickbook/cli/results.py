"""What came of each video, and how that is said in a line."""

from typing import NamedTuple

from flickbook.api import Outcome
from flickbook.errors import FlickbookError
from flickbook.storage import locate, shown


class Result(NamedTuple):
    """What came of one video: an outcome or an error."""

    video: str
    outcome: Outcome | None
    error: FlickbookError | None

    @property
    def exit_code(self) -> int:
        """2 for bad input or output, 1 if snippets failed, else 0; a cut-off file is bad input, though rendered."""
        if self.outcome is None:
            return self.error.exit_code if self.error is not None else 1
        if self.outcome.manifest.lost > 0:
            return 2
        return 1 if self.outcome.manifest.failed else 0


def complaints(result: Result) -> list[str]:
    """Say in one line each what went wrong with a video."""
    if result.error is not None:
        return [str(result.error)]
    assert result.outcome is not None
    manifest = result.outcome.manifest
    name = shown(locate(result.video))
    lines = []
    if manifest.lost > 0:
        held, whole = manifest.duration, manifest.duration + manifest.lost
        lines.append(
            f"{name}: is cut off: it should last {whole:.1f} s and holds {held:.1f} s; "
            f"what is there was made, the last {manifest.lost:.1f} s are lost; upload it again."
        )
    if manifest.failed:
        lines.append(
            f"{name}: {len(manifest.failed)} of {manifest.totals.snippets} snippets failed; run again to retry them."
        )
    return lines
