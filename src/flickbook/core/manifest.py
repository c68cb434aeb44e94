"""Plan + receipts → the manifest, and whether it is time for it."""

from collections.abc import Sequence
from typing import Literal

from flickbook.core.model import (
    Artifact,
    Manifest,
    ManifestFailure,
    ManifestFile,
    Outcome,
    Plan,
    Receipt,
    Totals,
)


def is_whole(plan: Plan, receipts: Sequence[Outcome]) -> bool:
    """Tell whether every snippet of the plan is settled, be it by success or by failure."""
    return {receipt.snippet.start for receipt in receipts if receipt.settled} >= {
        snippet.start for snippet in plan.snippets
    }


def state_of(
    plan: Plan, receipts: Sequence[Receipt], manifest: Manifest | None
) -> Literal["making", "complete", "partial", "cancelled"]:
    """Tell how far a planned book is; `manifest` is the one stored, of whatever plan."""
    if manifest is not None and manifest.plan == plan.id and is_whole(plan, receipts):
        return "complete" if manifest.complete else "partial"
    return "cancelled" if plan.cancelled else "making"


def make_manifest(plan: Plan, receipts: Sequence[Receipt], details: dict[str, dict[str, float]]) -> Manifest:
    """Make a book's manifest; it follows from plan and receipts alone, so every worker that completes it gets the same.

    `details` is what each output says of its files.
    """
    return Manifest(
        plan=plan.id,
        name=plan.name,
        source=plan.source,
        recipe=plan.recipe,
        duration=float(plan.video.duration),
        lost=float(plan.video.lost),
        width=plan.video.width,
        height=plan.video.height,
        codec=plan.video.codec,
        files=tuple(_entry(artifact) for receipt in receipts for artifact in files_of(plan, receipt)),
        failed=tuple(_failed(receipt) for receipt in receipts if not receipt.ok),
        totals=add_up(plan, receipts),
        details=details,
    )


def add_up(plan: Plan, receipts: Sequence[Receipt]) -> Totals:
    """Sum up what the receipts say: counts, bytes, and the seconds the snippets took."""
    artifacts = [artifact for receipt in receipts for artifact in files_of(plan, receipt)]
    timings = [receipt.timing for receipt in receipts if receipt.timing is not None]
    walls = [timing.wall for timing in timings]
    return Totals(
        snippets=len(plan.snippets),
        failed=sum(not receipt.ok for receipt in receipts),
        files={name: sum(artifact.output == name for artifact in artifacts) for name in plan.recipe.outputs},
        bytes=sum(artifact.bytes for artifact in artifacts),
        frames_decoded=sum(receipt.decoded for receipt in receipts),
        damaged_packets=sum(receipt.damaged for receipt in receipts),
        wall=round(sum(walls), 3),
        cpu=round(sum(timing.cpu for timing in timings), 3),
        longest=max(walls, default=0.0),
        mean=round(sum(walls) / len(walls), 3) if walls else 0.0,
    )


def files_of(plan: Plan, receipt: Receipt) -> list[Artifact]:
    """List the files of a receipt that its plan asks for: an older plan may have asked for more."""
    return [artifact for artifact in receipt.artifacts if artifact.output in plan.recipe.outputs]


def _entry(artifact: Artifact) -> ManifestFile:
    return ManifestFile(
        key=artifact.key,
        output=artifact.output,
        kind=artifact.kind,
        media_type=artifact.media_type,
        bytes=artifact.bytes,
        digest=artifact.digest,
        width=artifact.width,
        height=artifact.height,
        start=float(artifact.start),
        end=float(artifact.end),
        frames=artifact.frames,
    )


def _failed(receipt: Receipt) -> ManifestFailure:
    failure = receipt.failure
    assert failure is not None
    window = receipt.snippet
    return ManifestFailure(
        start=float(window.start), end=float(window.end), error=failure.error, message=failure.message
    )
