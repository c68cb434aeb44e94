"""The results of commands: tables for people, one JSON object for programs."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal, NamedTuple

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flickbook.api import Outcome, Status
from flickbook.core import wire
from flickbook.core.model import Receipt, Totals, Video
from flickbook.errors import FlickbookError, RenderFailed, printable
from flickbook.storage import locate, shown, without_secrets

# Columns left out on a narrow terminal, in this order; `--json` includes them.
_SPARE = (("CPU",), ("mean", "longest"), ("files",))
# A longer name is shortened to its end; the full name appears below the table.
_LONGEST_NAME = 24

Kind = Literal["render", "submit-wait"]


class Result(NamedTuple):
    """The result of one video: an outcome or an error."""

    video: str
    outcome: Outcome | None
    error: FlickbookError | None

    @property
    def exit_code(self) -> int:
        """2 for bad input or output, 1 if snippets failed, else 0. A truncated video is bad input, though rendered."""
        if self.outcome is None:
            return self.error.exit_code if self.error is not None else 1
        if self.outcome.manifest.lost > 0:
            return 2
        return 1 if self.outcome.manifest.failed else 0


def complaints(result: Result) -> list[str]:
    """Return the faults of a video, one line each."""
    if result.error is not None:
        return [str(result.error)]
    assert result.outcome is not None
    manifest = result.outcome.manifest
    name = shown(locate(result.video))
    lines = []
    if manifest.lost > 0:
        lines.append(
            f"{name}: is cut off: it should last {manifest.duration + manifest.lost:.1f} s, but ends after "
            f"{manifest.duration:.1f} s; the available part was made; upload the whole video again."
        )
    if manifest.failed:
        odd = next((failed.message for failed in manifest.failed if failed.error == RenderFailed.__name__), "")
        remedy = odd.removeprefix(f"{name}: ") or "run again to retry them."
        lines.append(f"{name}: {len(manifest.failed)} of {manifest.totals.snippets} snippets failed; {remedy}")
    return lines


def show_all(results: Sequence[Result], *, kind: Kind = "render", as_json: bool) -> int:
    """Print the results of videos and their errors; return the worst exit code.

    A remark about a video goes to stderr too, and changes no exit code.
    """
    if as_json:
        sys.stdout.write(results_json(results, kind) + "\n")
    else:
        show_results(results)
    for result in results:
        for line in complaints(result):
            sys.stderr.write(f"error: {line}\n")
        if result.outcome is not None:
            for remark in result.outcome.manifest.remarks:
                sys.stderr.write(f"note: {shown(locate(result.video))}: {remark}\n")
    return max(result.exit_code for result in results)


def show_results(results: Sequence[Result]) -> None:
    """Print a row per video, then the failed snippets."""
    rows = [result.outcome for result in results if result.outcome is not None]
    if not rows:
        return
    console = Console()
    headings = _show_rows([_row(outcome) for outcome in rows], console)
    note = "Mean and longest are wall seconds per snippet. " if "mean" in headings else ""
    console.print(f"{note}Books are stored in:", style="dim")
    for outcome in rows:
        console.print(outcome.where, soft_wrap=True, highlight=False, markup=False)
    if any(outcome.beside for outcome in rows):
        console.print("Beside their videos:", style="dim")
    for path in (path for outcome in rows for path in outcome.beside):
        console.print(path, soft_wrap=True, highlight=False, markup=False)
    failed = [receipt for outcome in rows for receipt in outcome.made if not receipt.ok]
    if failed:
        console.print(_failures(failed))


def _show_rows(rows: Sequence[Mapping[str, str]], console: Console) -> list[str]:
    """Print a table with the columns that fit the terminal, and return their headings."""
    headings = list(rows[0])
    unlimited = console.options.update(width=1000)
    for spare in _SPARE:
        if console.measure(_table(rows, headings), options=unlimited).maximum <= console.width:
            break
        headings = [heading for heading in headings if heading not in spare]
    console.print(_table(rows, headings))
    return headings


def _table(rows: Sequence[Mapping[str, str]], headings: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, pad_edge=False)
    for heading in headings:
        name = heading == "book"
        table.add_column(heading, justify="left" if name else "right", overflow="fold", no_wrap=not name)
    for row in rows:
        table.add_row(*(Text(row[heading]) for heading in headings))
    return table


def results_json(results: Sequence[Result], kind: Kind = "render") -> str:
    """Return all results as one JSON object; `kind` becomes its type."""
    document = {
        "type": kind,
        "version": wire.VERSION,
        "exit_code": max(result.exit_code for result in results),
        "videos": [
            {
                "video": printable(result.video),
                "exit_code": result.exit_code,
                "errors": complaints(result),
                **(_outcome_fields(result.outcome) if result.outcome is not None else {}),
            }
            for result in results
        ],
    }
    return _json(document)


def show_status(status: Status, *, as_json: bool) -> None:
    """Print the progress of a book."""
    if as_json:
        sys.stdout.write(_json({"type": "status", "version": wire.VERSION, **_plain(status)}) + "\n")
        return
    rows = [("state", status.state), ("source", shown(status.source))]
    if status.failure is not None:
        rows.append(("reason", status.failure.message))
    if status.totals is not None:
        rows += _progress(status, status.totals)
    show_pairs(status.where, rows)
    if status.failed:
        Console().print(_failures(status.failed))


def show_video(name: str, video: Video, *, as_json: bool) -> None:
    """Print the properties of a video."""
    fields = {**_plain(video), "duration": float(video.duration), "lost": float(video.lost)}
    if as_json:
        sys.stdout.write(_json({"type": "video", "version": 1, **fields}) + "\n")
        return
    rate = f"{float(video.frame_rate):.3f}".rstrip("0").rstrip(".")
    rows = [
        ("duration", f"{float(video.duration):.3f} s"),
        ("picture", f"{video.width}×{video.height}, {video.pixel_format}" + (", HDR" if video.hdr else "")),
        ("frames/s", rate + (", interlaced" if video.interlaced else "")),
        ("codec", video.codec),
        ("container", video.container),
        ("turned", f"{video.rotation}°" + (", mirrored" if video.mirrored else "")),
    ]
    if video.chapters:
        rows.append(("chapters", str(len(video.chapters))))
    if video.lost:
        rows.append(("cut off", f"{float(video.lost):.1f} s are missing"))
    rows += [("note", remark) for remark in video.remarks]
    show_pairs(printable(without_secrets(name)), rows)


def show_pairs(title: str, rows: Iterable[tuple[str, str]]) -> None:
    """Print a table of names and values. Values may wrap, names do not."""
    table = Table(title=Text(title), title_justify="left", show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows:
        table.add_row(name, Text(value))
    Console().print(table)


def _progress(status: Status, totals: Totals) -> list[tuple[str, str]]:
    return [
        ("duration", f"{status.duration:.2f} s"),
        ("snippets", f"{status.done} of {status.snippets} done, {len(status.failed)} failed"),
        ("files", ", ".join(f"{count} {name}" for name, count in totals.files.items())),
        ("bytes", _bytes(totals.bytes)),
        ("per snippet", f"mean {totals.mean:.2f} s, longest {totals.longest:.2f} s"),
    ]


def _row(outcome: Outcome) -> dict[str, str]:
    totals = outcome.manifest.totals
    made = Fraction(sum((receipt.snippet.length for receipt in outcome.made if receipt.ok), Fraction(0)))
    cpu = sum(receipt.timing.cpu for receipt in outcome.made if receipt.timing is not None)
    kept = f" ({outcome.kept} kept)" if outcome.kept else ""
    name = outcome.manifest.name
    return {
        "book": name if len(name) <= _LONGEST_NAME else f"…{name[1 - _LONGEST_NAME :]}",
        "snippets": f"{totals.snippets}{kept}",
        "files": str(len(outcome.manifest.files)),
        "size": _bytes(totals.bytes),
        "wall": f"{outcome.wall:.1f} s",
        "CPU": f"{cpu:.1f} s",
        "speed": f"{float(made) / outcome.wall:.1f}×" if made else "–",
        "mean": f"{totals.mean:.2f} s",
        "longest": f"{totals.longest:.2f} s",
        "errors": str(totals.failed),
    }


def _failures(receipts: Sequence[Receipt]) -> Table:
    table = Table(title="failed", title_justify="left")
    for heading in ("from", "to", "error"):
        table.add_column(heading, no_wrap=True)
    table.add_column("what happened", overflow="fold")
    for receipt in receipts:
        failure = receipt.failure
        assert failure is not None
        window = receipt.snippet
        table.add_row(f"{window.start} s", f"{float(window.end):g} s", failure.error, Text(failure.message))
    return table


def _outcome_fields(outcome: Outcome) -> dict[str, Any]:
    manifest = outcome.manifest
    return {
        "book": outcome.where,
        "manifest": f"{outcome.where}/manifest.json",
        "plan": manifest.plan,
        "duration": manifest.duration,
        "lost": manifest.lost,
        "remarks": list(manifest.remarks),
        "wall": round(outcome.wall, 3),
        "kept": outcome.kept,
        "beside": list(outcome.beside),
        "totals": _plain(manifest.totals),
        "failed": _plain(manifest.failed),
        "snippets": [_plain(receipt) for receipt in outcome.made],
    }


def _plain(value: object) -> Any:
    return msgspec.to_builtins(value, enc_hook=str)


def _json(document: dict[str, Any]) -> str:
    return msgspec.json.encode(document).decode()


def _bytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"
