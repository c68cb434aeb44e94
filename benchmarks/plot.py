"""Small step plots as SVG, by hand: a grid of panels, each one line over time."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _HEIGHT = 460, 220
_LEFT, _TOP, _GAP, _TURNED = 96, 84, 116, 74
_SECOND_LEFT = _LEFT + _WIDTH + _GAP
_DRAWN = 600


class Panel(NamedTuple):
    """One line: its title, what the vertical axis counts, and (seconds, value) at each change."""

    title: str
    unit: str
    colour: str
    points: Sequence[tuple[float, int]]


def draw(title: str, notes: Sequence[str], panels: Sequence[Panel]) -> str:
    """Draw panels two a row, below a title, with notes at the foot."""
    rows = (len(panels) + 1) // 2
    width = _SECOND_LEFT + _WIDTH + 30
    foot = _TOP + rows * (_HEIGHT + _GAP) - 20
    height = foot + 20 * len(notes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="system-ui, sans-serif" font-size="14" fill="#222">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="20" y="32" font-size="19" font-weight="600">{escape(title)}</text>',
    ]
    for number, panel in enumerate(panels):
        left = _LEFT if number % 2 == 0 else _SECOND_LEFT
        parts += _panel(panel, left, _TOP + number // 2 * (_HEIGHT + _GAP))
    parts += [f'<text x="20" y="{foot + 20 * row}" fill="#555">{escape(note)}</text>' for row, note in enumerate(notes)]
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel, left: int, top: int) -> list[str]:
    across, up = _nice(panel.points[-1][0]), _nice(max(value for _, value in panel.points))
    in_minutes = across[-1] > 300
    if in_minutes:
        across = [60 * tick for tick in _nice(panel.points[-1][0] / 60)]
    bottom = top + _HEIGHT
    parts = [f'<text x="{left}" y="{top - 14}" font-weight="600">{escape(panel.title)}</text>']
    for tick in up:
        y = bottom - _HEIGHT * tick / up[-1]
        parts.append(f'<path d="M{left} {y:.1f}h{_WIDTH}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 5:.1f}" text-anchor="end">{tick:,.0f}</text>')
    for tick in across:
        x = left + _WIDTH * tick / across[-1]
        label = tick / 60 if in_minutes else tick
        parts.append(f'<path d="M{x:.1f} {bottom}v5" stroke="#888"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 22}" text-anchor="middle">{label:g}</text>')
    line = _line(panel.points, left, bottom, _WIDTH / across[-1], _HEIGHT / up[-1])
    parts.append(f'<path d="{line}" fill="none" stroke="{panel.colour}" stroke-width="2.5"/>')
    parts.append(f'<path d="M{left} {top}V{bottom}h{_WIDTH}" fill="none" stroke="#888"/>')
    middle = left + _WIDTH / 2
    unit = "minutes" if in_minutes else "seconds"
    parts.append(f'<text x="{middle}" y="{bottom + 44}" text-anchor="middle">{unit} after the upload</text>')
    turned = f"translate({left - _TURNED} {top + _HEIGHT / 2}) rotate(-90)"
    parts.append(f'<text transform="{turned}" text-anchor="middle">{escape(panel.unit)}</text>')
    return parts


def _line(points: Sequence[tuple[float, int]], left: float, bottom: float, across: float, up: float) -> str:
    """Draw steps, thinned to what a picture can show; the first and the last point stay."""
    gap = max(1, len(points) // _DRAWN)
    kept = [*points[:-1:gap], points[-1]]
    path = f"M{left} {bottom}"
    for second, value in kept:
        path += f"H{left + second * across:.1f}V{bottom - value * up:.1f}"
    return path


def _nice(most: float) -> list[float]:
    """Give four to seven round ticks from 0 to at least `most`."""
    scale = 10.0
    while scale * 0.1 > most:
        scale /= 10
    while scale < most:
        scale *= 10
    step = next(scale * part for part in (0.02, 0.05, 0.1, 0.2) if scale * part * 6 >= most)
    return [step * tick for tick in range(int(-(-most // step)) + 1)]
