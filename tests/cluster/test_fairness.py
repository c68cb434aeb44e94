"""Nobody waits for the films of others: films take turns, and clips pass them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from scripts.process import Service
from tests import clips
from tests.cluster.fleet import Fleet, Ordered, until

pytestmark = pytest.mark.xdist_group("fairness")

FILMS = 4


@pytest.fixture
def single(rabbitmq: Service, tmp_path: Path) -> Iterator[Fleet]:
    """One worker with one slot, whose films take short turns."""
    fleet = Fleet(rabbitmq.url, tmp_path)
    fleet.start(FLICKBOOK_TURN_SECONDS="0.3", FLICKBOOK_LONGEST_TURN="60").ready()
    yield fleet
    fleet.close()


def films(fleet: Fleet, film: Path, named: Callable[[Path, str], Path]) -> list[Ordered]:
    """Order films, and wait until each is planned, and so has had a turn or waits for one."""
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
    # Before the order and before its job a film lets go, which here takes two or three of its snippets.
    assert sum(len(single.made(one)) for one in before) - done <= 10 < FILMS * 20
    assert not any(one.book.manifest() for one in before)


def test_films_take_turns(single: Fleet, film: Path, named: Callable[[Path, str], Path]) -> None:
    ordered = films(single, film, named)
    before = count(single, ordered)
    until(lambda: (count(single, ordered) - before).total() >= 20, "some turns")
    made = count(single, ordered) - before
    # Some five each; one after the other, one or two would have had all.
    assert all(made[one.order.name] >= 2 for one in ordered)


def count(fleet: Fleet, ordered: Sequence[Ordered]) -> Counter[str]:
    """Count the snippets of books that were made."""
    return Counter({one.order.name: len(fleet.made(one)) for one in ordered})
