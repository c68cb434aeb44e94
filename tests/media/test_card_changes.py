"""A job that changes between card and processor, or ends, loses no frame and keeps nothing of the card."""

import gc
import weakref
from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.video.frame import VideoFrame

from flickbook.media.card_decoder import Decoder
from flickbook.media.card_frames import Converter
from flickbook.media.input import Opened
from tests import clips
from tests.cards import FakeCard, Insert, numbers_at, remarks

FRAMES = 120
EACH = [Fraction(k, 25) for k in range(FRAMES)]


@pytest.mark.parametrize("after", [0, 5, 40])
@pytest.mark.parametrize("wanted", [EACH, EACH[7::3]])
def test_no_frame_is_lost_when_a_card_no_longer_returns_what_it_decoded(
    wanted: list[Fraction],
    after: int,
    tmp_path: Path,
    insert: Insert,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    video = clips.make(tmp_path / "film.mp4", frames=FRAMES)
    loaded: list[int] = []
    load = Converter._in_planes

    def failing(self: Converter, frame: VideoFrame, format_name: str | None) -> VideoFrame:
        if frame.format.name == "nv12":
            loaded.append(len(loaded))
            if len(loaded) > after:
                raise av.error.ExternalError(-542398533, "out of memory")
        return load(self, frame, format_name)

    monkeypatch.setattr(Converter, "_in_planes", failing)
    insert()
    assert list(numbers_at(video, wanted, 1)) == [int(instant * 25) for instant in wanted]
    (line,) = remarks(caplog)
    assert line.endswith("because fake does not return its frames (out of memory)")


def test_a_job_keeps_nothing_of_the_card(tmp_path: Path, insert: Insert, monkeypatch: pytest.MonkeyPatch) -> None:
    video = clips.make(tmp_path / "film.mp4", frames=60)
    decoders: list[weakref.ref[Decoder]] = []
    decoder = FakeCard.decoder

    def noted(self: FakeCard, opened: Opened) -> Decoder:
        made = decoder(self, opened)
        decoders.append(weakref.ref(made))
        return made

    monkeypatch.setattr(FakeCard, "decoder", noted)
    insert()
    gc.disable()
    try:
        assert list(numbers_at(video, [Fraction(2)], 1)) == [50]
        assert [each() for each in decoders] == [None]
    finally:
        gc.enable()
