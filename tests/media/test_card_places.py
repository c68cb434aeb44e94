"""How processes share a card with each other and with the processor, and when they leave it."""

import subprocess
import sys
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import cast

import av
import pytest

from flickbook.media import card, card_decoder, card_places
from flickbook.media.card import Card
from flickbook.media.card_decoder import COMPARED
from flickbook.media.card_places import Place, Places, card_folder
from tests import clips
from tests.cards import Insert, numbers_at, remarks

FRAMES = 170


def test_a_card_that_is_slower_than_a_core_is_left_in_the_middle(
    tmp_path: Path, insert: Insert, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(card_decoder, "_MEASURED", 8)
    video = clips.make(tmp_path / "film.mp4", frames=FRAMES)
    fake = insert(always=False)
    places = cast("Card", card._card).places
    places.on_core().note(1e18)
    assert list(numbers_at(video, [Fraction(k, 25) for k in range(FRAMES)], 1)) == list(range(FRAMES))
    assert len(fake.returned) < 2 * COMPARED
    assert (remarks(caplog), places.refuses(video.name)) == ([], False)
    monkeypatch.setattr(card, "_card", cast("Card", card._card)._replace(always=True))
    list(numbers_at(video, [Fraction(k, 25) for k in range(FRAMES)], 1))
    assert len(fake.returned) > FRAMES, "a card that was asked for by name is used, however slow"


def test_auto_leaves_jobs_with_many_threads_to_the_processor(tmp_path: Path, insert: Insert) -> None:
    fake = insert(always=False)
    video = clips.make(tmp_path / "film.mp4", frames=60)
    assert list(numbers_at(video, [Fraction(1)], 4)) == [25]
    assert fake.opened == 0
    assert list(numbers_at(video, [Fraction(1)], 1)) == [25]
    assert fake.opened == 1


def test_two_thirds_of_the_processes_use_a_card_and_more_while_it_is_twice_as_fast_as_a_core(tmp_path: Path) -> None:
    places = Places(tmp_path, 4)

    def used() -> list[Place]:
        locked = [places.lock(always=False) for _ in range(6)]
        return [place for place in locked if place is not None]

    def count(locked: list[Place]) -> int:
        for place in locked:
            place.release()
        return len(locked)

    assert count(used()) == 2
    first, second = used()
    places.on_core().note(100.0)
    assert not second.note(250.0)
    third, fourth = places.lock(always=False), places.lock(always=False)
    assert third is not None
    assert fourth is None, "the third has noted no speed yet"
    assert third.note(99.0), "slower than a core: it should go"
    assert not first.note(150.0)
    assert count([first, second, third]) == 3
    assert count(used()) == 1
    assert [places.lock(always=True) is None for _ in range(5)] == [False] * 4 + [True]


def test_a_file_whose_process_died_on_the_card_is_left_to_the_processor(
    tmp_path: Path, insert: Insert, caplog: pytest.LogCaptureFixture
) -> None:
    fake = insert()
    video = clips.make(tmp_path / "film.mp4", frames=60)
    dying = (
        "import os, sys, pathlib; from flickbook.media.card_places import Places\n"
        "Places(pathlib.Path(sys.argv[1]), 4).lock(always=True).mark('film.mp4'); os._exit(0)"
    )
    folder = cast("Card", card._card).places._folder
    subprocess.run([sys.executable, "-c", dying, folder], check=True)
    assert list(numbers_at(video, [Fraction(1)], 1)) == [25]
    assert (fake.opened, remarks(caplog)) == (
        0,
        ["film.mp4: the processor decodes it, because fake did not come to an end with it"],
    )


def test_without_the_device_of_a_driver_auto_looks_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_places, "_NODES", (tmp_path / "node",))
    assert card_folder("auto") is None
    assert card_folder("cpu") is None
    (tmp_path / "node").touch()
    assert card_folder("cpu") is None
    folder = card_folder("auto")
    assert folder is not None
    folder.cleanup()


def test_a_job_on_a_core_changes_to_the_card_when_there_is_room(
    tmp_path: Path, insert: Insert, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(card_decoder, "_MEASURED", 8)
    video = clips.make(tmp_path / "film.mp4", frames=FRAMES)
    fake = insert(always=False)
    fake.ready = False
    monkeypatch.setattr(Place, "note", lambda *_: False)  # our card is slower than a core
    places = cast("Card", card._card).places
    taken = [places.lock(always=False) for _ in range(2)]
    instants = [Fraction(k, 25) for k in range(FRAMES)]
    frames = numbers_at(video, instants, 1)
    seen = [next(frames) for _ in range(40)]
    assert fake.opened == 0
    for place in taken:
        cast("Place", place).release()
    assert [*seen, *frames] == list(range(FRAMES))
    assert (fake.opened, len(fake.returned) > FRAMES // 2, remarks(caplog)) == (1, True, [])


@pytest.mark.parametrize("place", [0, 0.5])  # the decoder rejects the packet, or returns a picture that is incomplete
def test_a_job_with_damaged_packets_stays_on_its_core(
    place: float, tmp_path: Path, insert: Insert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_decoder, "_MEASURED", 8)
    video = clips.make(tmp_path / "film.mp4", frames=60, options={"preset": "ultrafast"})
    with av.open(str(video)) as container:
        packet = next(islice(container.demux(video=0), 5, None))
    with video.open("r+b") as file:
        file.seek(cast("int", packet.pos) + int(place * packet.size))
        file.write(b"\xff" * 8)
    fake = insert(always=False)
    fake.ready = False
    assert list(numbers_at(video, [Fraction(2)], 1)) == [50]
    assert fake.opened == 0
