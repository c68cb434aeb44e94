"""The timeline of a book as an SVG picture: one bar per snippet, from its begin to its end.

Without scripts and CSS variables, it looks the same in browsers, in READMEs and in plain SVG viewers.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import floor, log10
from typing import NamedTuple
from xml.sax.saxutils import escape

from flickbook.core.model import Plan, Receipt, Timing
from flickbook.core.reporting import Report, Span, pauses, span_of, steps_of

WIDTH = 960
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 28, 146, 56
_LETTER = 8  # the greatest width of a letter
_LETTERS = 58  # the letters of a name that fit into a line
_ROW = 16.0  # the height of a row if there are few
_PLOT = 620.0  # above this total height, rows become thinner
_THIN = 3.0  # below this height of a row, the picture grows instead
_MOST = 1790.0  # the greatest total height

_COLOURS = {  # on light, on dark
    "decode": ("#2a78d6", "#3987e5"),
    "gif": ("#eda100", "#c98500"),
    "stills": ("#1baf7a", "#199e70"),
    "storyboard": ("#d6568f", "#e0679b"),
    "store": ("#7a5cc8", "#9085e9"),
    "rest": ("#b9b8b0", "#6d6c66"),
    "failed": ("#d03b3b", "#e66767"),
}
# For outputs of other packages, cycled through.
_SPARE = (("#0f8a9d", "#2aa5b8"), ("#9a5b2e", "#bd7a48"), ("#6b7f1f", "#8ba32f"))
_INKS = {"ground": ("#fcfcfb", "#1a1a19"), "ink": ("#1c1c1a", "#f2f1ec"), "soft": ("#62615b", "#b0afa6")}
_RULE = ("#e4e3dc", "#383732")


class _Paint(NamedTuple):
    """The CSS class of a step, which never contains the name of a foreign output, and its colours."""

    name: str
    colours: tuple[str, str]


class _Axis(NamedTuple):
    """The coordinates: time from left to right, snippets from top to bottom; long pauses are cut out."""

    zero: float
    seconds: float
    cuts: list[Span]
    cut_before: list[float]
    row: float
    height: float

    def x(self, seconds: float) -> float:
        """Return the x of a number of seconds since the first begin."""
        return round(_LEFT + seconds / self.seconds * (WIDTH - _LEFT - _RIGHT), 2)

    def worked(self, instant: float) -> float:
        """Return the seconds from the first begin to an instant, without the pauses that are cut out."""
        over = bisect_right(self.cuts, instant, key=lambda cut: cut[1])
        return instant - self.zero - self.cut_before[over]

    def y(self, index: int) -> float:
        """Return the y of the middle of a snippet's row."""
        return round(_TOP + (index + 0.5) * self.row, 2)


def draw(plan: Plan, receipts: Sequence[Receipt], report: Report) -> str:
    """Draw a book's timeline as an SVG document: a bar per snippet, divided by step, and a dashed line for a failure.

    A colour shows a step's share of the snippet's time, not its order: decoding and encoding alternate.
    """
    axis = _lay_out(len(plan.snippets), [receipt.timing for receipt in receipts if receipt.timing is not None])
    paints = _paints(report)
    total = round(_TOP + axis.height + _BOTTOM)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {total}" width="{WIDTH}" height="{total}" '
            'role="img">',
            f"<title>{_text(f'How {plan.name} was made')}</title>",
            f"<style>{_style(axis, paints)}</style>",
            '<rect class="ground" width="100%" height="100%"/>',
            *_head(plan, report, paints),
            *_grid(plan, axis),
            *_bars(plan, receipts, axis, paints),
            "</svg>\n",
        )
    )


def _lay_out(rows: int, timings: Sequence[Timing]) -> _Axis:
    spans = [span_of(timing) for timing in timings]
    height = min(_ROW * rows, max(_PLOT, _THIN * rows), _MOST)
    if not spans:
        return _Axis(0.0, 1.0, [], [0.0], height / rows, height)
    zero, last = min(begin for begin, _ in spans), max(end for _, end in spans)
    idle = pauses(spans)
    busy = last - zero - sum(end - begin for begin, end in idle)
    cuts = [(begin, end) for begin, end in idle if end - begin > busy / 2]
    cut_before = list(accumulate((end - begin for begin, end in cuts), initial=0.0))
    seconds = last - zero - cut_before[-1]
    return _Axis(zero, max(seconds, 0.001), cuts, cut_before, height / rows, height)


def _head(plan: Plan, report: Report, paints: Mapping[str, _Paint]) -> Iterator[str]:
    name = plan.name if len(plan.name) <= _LETTERS else plan.name[: _LETTERS - 1] + "…"
    yield f'<text class="ink name" x="{_LEFT}" y="34">{_text(name)}</text>'
    missing = report.snippets - report.made
    counts = (
        f"{report.invocations:,} invocation{'s' * (report.invocations != 1)}",
        f"{report.errors:,} error{'s' * (report.errors != 1)}" if report.errors else "no errors",
        *((f"{missing:,} of {report.snippets:,} snippets missing",) if missing else ()),
        f"{report.peak_concurrency:,} at once",
        f"{report.span:,.1f} s in all, {report.speed:,.1f} times as fast as it plays",
    )
    times = (("average", report.average), ("longest", report.longest), ("p95", report.p95))
    took = (f"{name} {1000 * seconds:,.0f} ms" for name, seconds in times)
    for y, figures in ((58, counts), (78, took)):
        yield f'<text class="soft" x="{_LEFT}" y="{y}">{" · ".join(figures)}</text>'
    keys = [step for step in paints if step != "failed" or missing]
    x = _LEFT
    for step in keys:
        css = paints[step].name if step == "failed" else f"key {paints[step].name}"
        yield f'<path class="{css}" d="M{x} 104h14"/><text class="soft" x="{x + 20}" y="108">{_text(step)}</text>'
        x += 40 + _LETTER * len(step)
    yield f'<text class="soft end" x="{WIDTH - _RIGHT}" y="108">colours: each step’s share of a bar</text>'


def _grid(plan: Plan, axis: _Axis) -> Iterator[str]:
    bottom = round(_TOP + axis.height, 2)
    step = _step(axis.seconds, 8)
    for k in range(int(axis.seconds / step) + 1):
        x = axis.x(k * step)
        yield f'<path class="rule" d="M{x} {_TOP}V{bottom}"/>'
        yield f'<text class="soft middle" x="{x}" y="{bottom + 18}">{k * step:,.10g}</text>'
    cut = ", pauses cut out" if axis.cuts else ""
    yield (
        f'<text class="soft middle" x="{(WIDTH + _LEFT - _RIGHT) / 2:g}" y="{bottom + 40}">'
        f"seconds since the first snippet was begun{cut}</text>"
    )
    for begin, end in axis.cuts:
        x = axis.x(axis.worked(begin))
        yield f'<path class="cut" d="M{x} {_TOP - 4}V{bottom}"><title>a pause of {end - begin:,.0f} s</title></path>'
    yield f'<text class="soft end" x="{_LEFT - 10}" y="{_TOP - 12}">film</text>'
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if n * axis.row >= 15)
    for index in range(0, len(plan.snippets), every):
        when = _clock(plan.snippets[index].start)
        yield f'<text class="soft end" x="{_LEFT - 10}" y="{axis.y(index) + 4:.2f}">{when}</text>'


def _bars(plan: Plan, receipts: Sequence[Receipt], axis: _Axis, paints: Mapping[str, _Paint]) -> Iterator[str]:
    rows = {snippet.start: index for index, snippet in enumerate(plan.snippets)}
    for receipt in receipts:
        window = receipt.snippet
        what = f"{_clock(window.start)} to {_clock(float(window.end))}"
        tried = f", tried {receipt.attempt} times" if receipt.attempt > 1 else ""
        y = axis.y(rows[window.start])
        if receipt.timing is not None:
            segments = _segments(receipt.timing, axis, y, paints)
            yield f"<g><title>{_text(f'{what}: {_times(receipt.timing)}{tried}')}</title>{segments}</g>"
        elif receipt.failure is not None:
            why = _text(f"{what} failed{tried}: {receipt.failure.message}")
            yield f'<path class="failed" d="M{_LEFT} {y}H{WIDTH - _RIGHT}"><title>{why}</title></path>'


def _segments(timing: Timing, axis: _Axis, y: float, paints: Mapping[str, _Paint]) -> str:
    at = axis.worked(timing.begun)
    # Each step is rounded, so their sum may exceed the whole.
    end = at + timing.wall
    parts = []
    for step, seconds in steps_of(timing).items():
        left, right = axis.x(at), axis.x(min(at + seconds, end))
        at += seconds
        if right > left:
            parts.append(f'<path class="{paints[step].name}" d="M{left:g} {y:g}H{right:g}"/>')
    return "".join(parts)


def _times(timing: Timing) -> str:
    steps = ", ".join(f"{step} {1000 * seconds:,.0f}" for step, seconds in steps_of(timing).items())
    return f"{1000 * timing.wall:,.0f} ms ({steps})"


def _style(axis: _Axis, paints: Mapping[str, _Paint]) -> str:
    thick = round(axis.row * (0.75 if axis.row > 4 else 1.0), 3)
    rules = (
        "text{font:13px system-ui,-apple-system,'Segoe UI',sans-serif}.name{font-size:20px;font-weight:600}",
        ".middle{text-anchor:middle}.end{text-anchor:end}.soft{font-variant-numeric:tabular-nums}",
        f"path{{stroke-width:{thick:g}}}.key{{stroke-width:10}}.rule,.cut{{stroke-width:1}}",
        f".failed{{stroke-width:{min(2.0, max(1.0, thick)):g};stroke-dasharray:6 4}}.cut{{stroke-dasharray:2 3}}",
        _paint(paints, 0),
        f"@media (prefers-color-scheme:dark){{{_paint(paints, 1)}}}",
    )
    return "".join(rules)


def _paints(report: Report) -> dict[str, _Paint]:
    """Return the class and colours of each step, in the order of the legend."""
    foreign = [step for step in report.steps if step not in _COLOURS]
    known = {step: _Paint(step, colours) for step, colours in _COLOURS.items()}
    spare = {step: _Paint(f"own{at}", _SPARE[at % len(_SPARE)]) for at, step in enumerate(foreign)}
    ends = {step: known.pop(step) for step in ("store", "rest", "failed")}
    return {**known, **spare, **ends}


def _paint(paints: Mapping[str, _Paint], dark: int) -> str:
    """Return the CSS rules of the colours for a light (0) or dark (1) background."""
    fills = "".join(f".{name}{{fill:{pair[dark]}}}" for name, pair in _INKS.items())
    strokes = "".join(f".{paint.name}{{stroke:{paint.colours[dark]}}}" for paint in paints.values())
    return f"{fills}{strokes}.rule{{stroke:{_RULE[dark]}}}.cut{{stroke:{_INKS['soft'][dark]}}}"


def _step(length: float, most: int) -> float:
    """Return the step of 1, 2 or 5 times a power of ten that divides a length into at most `most` parts."""
    power = 10.0 ** floor(log10(length / most))
    return next(power * factor for factor in (1, 2, 5, 10) if length <= most * power * factor)


def _clock(seconds: float) -> str:
    """Format a time of the film as 1:02:03, with decimals for a fraction of a second."""
    whole, rest = divmod(seconds, 1)
    minutes, second = divmod(int(whole), 60)
    hours, minute = divmod(minutes, 60)
    decimals = f"{rest:.2f}"[1:] if rest >= 0.01 else ""
    return (f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}") + decimals


def _text(text: str) -> str:
    """Escape a text for XML, and replace control characters, which XML does not allow."""
    return escape("".join(letter if letter.isprintable() else "�" for letter in text))
