"""Stored stills → the best one as the poster, and the list of candidates.

A first look at small pictures of the whole video finds finalists. Their stills, and those a second before and after,
tell how sharp they are and whether they fade.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

import msgspec
import simplejpeg

from flickbook.core.model import Artifact
from flickbook.outputs.base import Made
from flickbook.outputs.poster import POSTER_KEY, POSTERS_KEY, PosterOptions
from flickbook.outputs.poster.looks import (
    BLACK,
    Grid,
    Look,
    focus_of,
    grid_of,
    look_of,
    sharpness_of,
    steadiness_of,
    wordless_of,
)
from flickbook.outputs.stills import STILLS
from flickbook.outputs.stored import pictures, scaled
from flickbook.outputs.storyboard.tiling import usual_interval

_CANDIDATES, _FINALISTS = 5, 10
# Longer sides in pixels of the pictures for the first look, and at least of those whose sharpness is measured.
_SMALL, _LARGE = 160, 640


class Candidate(NamedTuple):
    """A still, with what is measured of it."""

    file: Artifact
    look: Look
    sharpness: float
    steadiness: float = 1.0

    @property
    def score(self) -> float:
        """From 0 to 1, the best."""
        look = self.look
        merits = 0.25 * look.exposure + 0.25 * look.contrast + 0.3 * self.sharpness + 0.2 * look.colour
        return look.detail * look.wordless * self.steadiness * focus_of(self.sharpness) * merits


def make_posters(made: Made, options: PosterOptions) -> dict[str, bytes]:
    """Return the poster and the list of candidates by key; an empty dictionary if no still is stored."""
    files = made.files()
    stills = {file.start: file for file in files if file.output == STILLS.name}
    if not stills:
        return {}
    candidates = rank(made, stills)
    chosen = next((file for file in files if file.output == "poster"), candidates[0].file)
    (data,) = made.read([chosen])
    size = made.plan.video.fitted(options.size)
    if (chosen.width, chosen.height) != size:
        still = simplejpeg.decode_jpeg(data, "RGB", min_width=size[0], min_height=size[1])
        data = simplejpeg.encode_jpeg(scaled(still, *size), options.quality, "RGB", "420")
    # The list is stored first: it says whose the poster is.
    return {POSTERS_KEY: _document(chosen, size, candidates), POSTER_KEY: data}


def rank(made: Made, stills: Mapping[Fraction, Artifact]) -> list[Candidate]:
    """Return the best stills, apart in time, the best first; at least one."""
    duration = made.plan.video.duration
    looks = dict(sorted(_looks(made, stills).items(), key=lambda each: (-each[1].score, each[0])))
    finalists = _apart(list(looks), _FINALISTS, duration / 20)
    found, grids = _measure(made, stills, {second: looks[second] for second in finalists})
    for second, candidate in found.items():
        beside = [grids[at] for at in (second - 1, second + 1) if at in grids]
        found[second] = candidate._replace(steadiness=steadiness_of(grids[second], beside))
    ranked = sorted(found, key=lambda second: (-found[second].score, second))
    return [found[second] for second in ranked if second in _apart(ranked, _CANDIDATES, duration / 10)]


def _looks(made: Made, stills: Mapping[Fraction, Artifact]) -> dict[Fraction, Look]:
    """Look at small pictures of the whole video, by their seconds; tiles are read where they are large enough."""
    size = made.plan.video.fitted(_SMALL)
    interval = usual_interval(made.plan.video.duration)
    # As many stills as there are usually tiles, or fewer if the stills are further apart.
    apart = min((after - before for before, after in pairwise(sorted(stills))), default=interval)
    interval = ceil(interval / apart) * apart
    # Where a snippet has failed, an earlier picture is shown.
    shown = ((place * interval, picture) for place, picture in enumerate(pictures(made, interval, size[0])))
    looks = {second: look_of(scaled(picture, *size)) for second, picture in shown if second in stills}
    # Letters fade in and out, so those of the pictures beside count half.
    for second, wordless in {second: look.wordless for second, look in looks.items()}.items():
        for other in {second - interval, second + interval} & looks.keys():
            looks[other] = looks[other]._replace(wordless=min(looks[other].wordless, (1 + wordless) / 2))
    # If snippets have failed, it may be that only other seconds have a still.
    return looks or dict.fromkeys(stills, BLACK)


def _measure(
    made: Made, stills: Mapping[Fraction, Artifact], finalists: Mapping[Fraction, Look]
) -> tuple[dict[Fraction, Candidate], dict[Fraction, Grid]]:
    """Return the finalists, and the grids of these and of the stills beside them, by second."""
    found: dict[Fraction, Candidate] = {}
    grids: dict[Fraction, Grid] = {}
    size = made.plan.video.fitted(_LARGE)
    wanted = sorted({second + beside for second in finalists for beside in (-1, 0, 1)} & stills.keys())
    for second, data in zip(wanted, made.read([stills[second] for second in wanted]), strict=True):
        grey = simplejpeg.decode_jpeg(data, "GRAY", min_width=size[0], min_height=size[1])[..., 0]
        grids[second] = grid_of(grey)
        if second in finalists:
            look = finalists[second]
            look = look._replace(wordless=min(look.wordless, wordless_of(grey)))
            found[second] = Candidate(stills[second], look, sharpness_of(grey))
    return found, grids


def _apart(seconds: Sequence[Fraction], count: int, gap: Fraction) -> list[Fraction]:
    """Return the first `count` seconds that are at least `gap` apart, or less if there are not as many."""
    chosen: list[Fraction] = []
    while len(chosen) < min(count, len(seconds)):
        for second in seconds:
            if len(chosen) < count and all(abs(second - other) >= gap for other in chosen):
                chosen.append(second)
        gap /= 2
    return chosen


def _document(chosen: Artifact, size: tuple[int, int], candidates: Sequence[Candidate]) -> bytes:
    listed = [
        {
            "time": float(candidate.file.start),
            "picture": candidate.file.key,
            "score": round(candidate.score, 3),
            **{name: round(value, 3) for name, value in candidate.look._asdict().items()},
            "sharpness": round(candidate.sharpness, 3),
            "steadiness": round(candidate.steadiness, 3),
        }
        for candidate in candidates
    ]
    width, height = size
    poster = {"poster": POSTER_KEY, "width": width, "height": height, "time": float(chosen.start)}
    return msgspec.json.format(msgspec.json.encode({**poster, "candidates": listed}), indent=1)
