"""Measurements of snippets: from receipts, from `flickbook render --json`, or from the table below."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from flickbook.core import wire
from flickbook.core.decoding import Decoder
from flickbook.core.model import Receipt
from flickbook.errors import UsageError, WireError
from flickbook.outputs.gif import GIF
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD

_REMEDY = "pass what `flickbook render --json` printed, or a book's OUT/NAME"


class Sample(Struct, frozen=True):
    """One measured snippet: its seconds of video, processor seconds in total and by output, and bytes by output.

    If its stills were further apart than a second, they are counted as if there were one each second. Samples measured
    before storyboards existed have zeros for them.
    """

    seconds: float
    cpu: float
    stills_cpu: float
    gif_bytes: float
    still_bytes: float
    storyboard_cpu: float = 0.0
    sheet_bytes: float = 0.0


class Calibration(Struct, frozen=True):
    """Measured snippets: where they were measured, and the pixels of a picture (None if unknown)."""

    origin: str
    pixels: int | None
    samples: tuple[Sample, ...]


class _Video(Struct):
    """The part of a video in the output of `render --json` that is used here."""

    snippets: list[dict[str, Any]] = []


class _Printed(Struct):
    """The part of the output of `render --json` that is used here."""

    type: str
    version: int
    videos: list[_Video] = []


_PRINTED = Decoder(_Printed)


# `python -m benchmarks.fanout MEDIA`, 2026-11-23, one core of an AMD EPYC, two runs (1080p24: 5.8 and 6.3 s): Big
# Buck Bunny, H.264, jobs in mid-film. At 60 frames/s 1080p took 5.2 and 5.5 s: most frames between GIF frames are not
# decoded, so the picture's size matters and the frame rate hardly does. Storyboards with a tile every 6 s:
# `python -m benchmarks.storyboard MEDIA`, same day and machine.
_480P = (854 * 480, Sample(30, 1.55, 0.040, 1_884_363, 970_806, 0.002, 7_755))
_1080P = (1920 * 1080, Sample(30, 6.06, 0.157, 1_918_881, 4_554_029, 0.007, 7_790))


def standard(pixels: int | None) -> Calibration:
    """Return the built-in measurements for pictures of so many pixels (None: 1080p), linear through 480p and 1080p."""
    (small, low), (large, high) = _480P, _1080P
    wanted = large if pixels is None else pixels
    share = max(0.0, (wanted - small) / (large - small))
    fields = (
        low_value + share * (value - low_value) for low_value, value in zip(_values(low), _values(high), strict=True)
    )
    return Calibration("built in: 480p and 1080p, 2026-11-23", wanted, (Sample(*fields),))


def from_receipts(receipts: Sequence[Receipt], origin: str) -> Calibration:
    """Return the measurements of successful snippets. Raises UsageError if there are none.

    Snippets shorter than half the longest are left out: a film's short last snippet is not typical.
    """
    samples = [_sample(receipt) for receipt in receipts if receipt.timing is not None and receipt.ok]
    if not samples:
        raise UsageError(origin, "contains no timed snippet", "render with --force, so that every snippet is measured")
    if all(map(_is_sparse, receipts)):
        fault = "was made of few pictures far apart, which says little about the cost of decoding"
        raise UsageError(origin, fault, "measure a book with GIFs, or with a still each second")
    longest = max(sample.seconds for sample in samples)
    pixels = {
        artifact.width * artifact.height
        for receipt in receipts
        for artifact in receipt.artifacts
        if artifact.kind == "still"
    }
    kept = tuple(sample for sample in samples if sample.seconds * 2 >= longest)
    return Calibration(origin, max(pixels, default=None), kept)


def from_render(data: bytes, origin: str) -> Calibration:
    """Return the measurements in the output of `flickbook render --json`. Raises UsageError for other content."""
    try:
        printed = _PRINTED.decode(data)
    except msgspec.MsgspecError as error:
        raise UsageError(origin, f"is not what `flickbook render --json` prints ({error})", _REMEDY) from error
    if printed.type not in ("render", "submit-wait") or printed.version not in (1, wire.VERSION):
        raise UsageError(origin, "is not what `flickbook render --json` prints", _REMEDY)
    rows = [row for video in printed.videos for row in video.snippets]
    try:
        receipts = [wire.decode(_as_document(row, printed.version), Receipt, origin) for row in rows]
    except WireError as error:
        raise UsageError(origin, f"contains receipts that cannot be read ({error.fault})", _REMEDY) from error
    return from_receipts(receipts, origin)


def _is_sparse(receipt: Receipt) -> bool:
    """Return whether a snippet has only pictures that may be decoded without all that lies between them."""
    outputs = {file.output for file in receipt.artifacts}
    return bool(outputs) and outputs <= {STILLS.name, STORYBOARD.name} and _seconds_apart(receipt) != 1


def _seconds_apart(receipt: Receipt) -> float:
    """Return how far a snippet's stills are apart, each of which stands for the time until the next; 0 without."""
    return max((float(file.end - file.start) for file in receipt.artifacts if file.output == STILLS.name), default=0.0)


def _sample(receipt: Receipt) -> Sample:
    timing = receipt.timing
    assert timing is not None
    bytes_of: Counter[str] = Counter()
    for artifact in receipt.artifacts:
        bytes_of[artifact.output] += artifact.bytes
    fewer = max(1.0, _seconds_apart(receipt))
    # Steps are in wall seconds. On one thread, a step's share of wall time equals its share of processor time.
    share = timing.cpu / timing.wall if timing.wall else 0.0
    stills_cpu = timing.steps.get(STILLS.name, 0.0) * share
    return Sample(
        seconds=float(receipt.snippet.length),
        cpu=timing.cpu + (fewer - 1) * stills_cpu,
        stills_cpu=fewer * stills_cpu,
        gif_bytes=bytes_of[GIF.name],
        still_bytes=fewer * bytes_of[STILLS.name],
        storyboard_cpu=timing.steps.get(STORYBOARD.name, 0.0) * share,
        sheet_bytes=bytes_of[STORYBOARD.name],
    )


def _as_document(row: dict[str, Any], version: int) -> bytes:
    document = {"type": "receipt", "version": version, **row}
    if isinstance(row.get("artifacts"), list):
        document["artifacts"] = [_with_kind(artifact) for artifact in row["artifacts"]]
    return msgspec.json.encode(document)


def _with_kind(artifact: Any) -> Any:
    """Add the `kind` that version 1 did not print: before storyboards, a picture's media type implied it."""
    if not isinstance(artifact, dict):
        return artifact
    return {"kind": "gif" if artifact.get("media_type") == "image/gif" else "still", **artifact}


def _values(sample: Sample) -> tuple[float, ...]:
    return msgspec.structs.astuple(sample)
