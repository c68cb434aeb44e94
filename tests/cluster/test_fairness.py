"""Nobody waits for the films of others: films take turns, and clips pass them."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.process import Service
from tests import clips
from tests.cluster.fleet import Fleet, Ordered, until

pytestmark = pytest.mark.xdist_group("fairness")

FILMS = 4


@pytest.fixture
def single(rabbitmq: Service, tmp_path: Path) -> Iterator[Fleet]:
    """One worker with one slot, whose films take turns of a second."""
    fleet = Fleet(rabbitmq.url, tmp_path)
    fleet.start(FLICKBOOK_TURN_SECONDS="1", FLICKBOOK_LONGEST_TURN="60").ready()
    yield fleet
    fleet.close()


def films(fleet: Fleet, film: Path, named: Callable[[Path, str], Path]) -> list[Ordered]:
    """Order films, and wait until each has had a turn or waits for one."""
    ordered = [fleet.order(named(film, f"slow-{number}")) for number in range(FILMS)]
    until(lambda: all(one.book.plan() for one in ordered), "the plans")
    return ordered


def test_a_clip_is_made_before_the_films_that_came_first(
    single: Fleet, film: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    before = films(single, film, named)
    done = sum(len(single.made(one)) for one in before)
    ordered = single.order(clips.make(tmp_path / "clip.mp4", frames=30, rate=10))
    ordered.bound()
    # The snippet that the worker was at, and perhaps one that it began while the order was planned.
    assert sum(len(single.made(one)) for one in before) - done <= 4
    assert not any(one.book.manifest() for one in before)


def test_films_take_turns(single: Fleet, clip: Path, named: Callable[[Path, str], Path]) -> None:
    ordered = films(single, clip, named)
    first = until(lambda: next((one for one in ordered if one.book.manifest()), None), "the first film")
    made = Counter({one.order.name: len(single.made(one)) for one in ordered})
    assert made[first.order.name] == 6
    # While it had its second turn, the others had had their first.
    assert min(made.values()) >= 2
    single.dismiss()
