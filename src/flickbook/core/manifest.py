"""Plan + receipts → the state of a book, and its manifest."""

from collections.abc import Sequence
from typing import Literal

from msgspec import UNSET
from msgspec.structs import asdict

from flickbook.core.model import Artifact, Manifest, ManifestFailure, ManifestFile, Outcome, Plan, Receipt, Totals


def is_whole(plan: Plan, receipts: Sequence[Outcome]) -> bool:
    """Return whether every snippet of the plan has a final receipt, of success or of failure."""
    return {receipt.snippet.start for receipt in receipts if receipt.final} >= {
        snippet.start for snippet in plan.snippets
    }


def state_of(
    plan: Plan, receipts: Sequence[Receipt], manifest: Manifest | None
) -> Literal["making", "complete", "partial", "cancelled"]:
    """Return the state of a planned book; `manifest` is the stored manifest, of this plan or an earlier one."""
    if manifest is not None and manifest.plan == plan.id and is_whole(plan, receipts) and _agree(manifest, receipts):
        return "complete" if manifest.complete else "partial"
    return "cancelled" if plan.cancelled else "making"


def _agree(manifest: Manifest, receipts: Sequence[Receipt]) -> bool:
    """Return whether a manifest was made of these receipts, and not before a failed snippet was tried again."""
    failed = {float(receipt.snippet.start) for receipt in receipts if not receipt.ok}
    return {failure.start for failure in manifest.failed} == failed


def make_manifest(plan: Plan, receipts: Sequence[Receipt], details: dict[str, dict[str, float]]) -> Manifest:
    """Return a book's manifest. Plan and receipts determine it: every worker that completes the book makes the same.

    `details` holds what each output adds, by the output's name.
    """
    files = tuple(_entry(artifact) for receipt in receipts for artifact in files_of(plan, receipt))
    errors = [file.largest_error for file in files if file.largest_error is not UNSET]
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
        files=files,
        failed=tuple(_failed(receipt) for receipt in receipts if not receipt.ok),
        totals=add_up(plan, receipts),
        details=details,
        remarks=(*plan.video.remarks, *_damage(sum(receipt.damaged for receipt in receipts))),
        largest_error=max(errors) if errors else UNSET,
    )


def _damage(count: int) -> tuple[str, ...]:
    if count == 0:
        return ()
    pictures = "1 picture is" if count == 1 else f"{count} pictures are"
    return (f"{pictures} damaged in the file: shown incomplete, or as the picture before",)


def add_up(plan: Plan, receipts: Sequence[Receipt]) -> Totals:
    """Return sums over the receipts: counts, bytes, and the seconds that the snippets took."""
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
    """Return those files of a receipt that its plan asks for; an older plan may have asked for more."""
    return [artifact for artifact in receipt.artifacts if artifact.output in plan.recipe.outputs]


def _entry(artifact: Artifact) -> ManifestFile:
    times: dict[str, object] = {"start": float(artifact.start), "end": float(artifact.end)}
    if artifact.shown is not UNSET and artifact.largest_error is not UNSET:
        times |= {"shown": tuple(map(float, artifact.shown)), "largest_error": float(artifact.largest_error)}
    return ManifestFile(**asdict(artifact) | times)


def _failed(receipt: Receipt) -> ManifestFailure:
    failure = receipt.failure
    assert failure is not None
    window = receipt.snippet
    return ManifestFailure(
        start=float(window.start), end=float(window.end), error=failure.error, message=failure.message
    )
