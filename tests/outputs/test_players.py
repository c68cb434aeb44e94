"""`--for` makes what a player reads, at the player's times, and refuses what contradicts it."""

from pathlib import Path
from typing import Any

import pytest

from flickbook.engines import configuration
from flickbook.errors import UsageError
from flickbook.outputs.players import PLAYERS
from flickbook.outputs.recipes import check_recipe, make_recipe
from tests import clips
from tests.books import jpeg, render, storyboard
from tests.cli.run import call
from tests.outputs import test_bif, test_jellyfin


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """Make a video of 45 seconds with a frame a second."""
    return clips.make(tmp_path / "a.mp4", frames=45, rate=1, size=(320, 192))


def made(**flags: Any) -> dict[str, dict[str, Any]]:
    return configuration.load(flags, {}).recipe.outputs


@pytest.mark.parametrize("name", PLAYERS)
def test_each_player_gets_a_recipe_that_is_valid_by_itself(name: str) -> None:
    check_recipe(make_recipe(for_=name))
    assert set(make_recipe(for_=name).outputs) == set(PLAYERS[name].outputs)


def test_emby_and_jellyfin_get_the_frame_of_each_tenth_second_and_nothing_else(video: Path, tmp_path: Path) -> None:
    manifest = render(video, tmp_path / "out", make_recipe(for_="emby,jellyfin"))
    assert {file.output for file in manifest.files} == {"storyboard"}
    assert sum(file.frames for file in manifest.files) == 5
    assert test_bif.numbers(tmp_path / "out" / "a" / "a-320-10.bif") == [0, 10, 20, 30, 40]
    assert test_jellyfin.numbers(tmp_path / "out" / "a", 320, "a")[:6] == [0, 10, 20, 30, 40, None]


def test_another_interval_and_width_of_a_server_are_those_of_the_tiles_too(video: Path, tmp_path: Path) -> None:
    ran = call(
        *("render", video, "--out", tmp_path / "out", "--for", "plex", "--for", "jellyfin"),
        *("--set", "bif.interval=6", "--set", "jellyfin.interval=9", "--set", "jellyfin.widths=64,128", "--json"),
    )
    assert ran.code == 0
    tiles = storyboard(tmp_path / "out" / "a")
    assert [tile.start for tile in tiles] == [3000 * number for number in range(15)], "every 3 s suits 6 and 9"
    assert tiles[0].box[2] == 320
    assert test_bif.numbers(tmp_path / "out" / "a" / "index-sd.bif") == [0, 6, 12, 18, 24, 30, 36, 42]
    assert test_jellyfin.numbers(tmp_path / "out" / "a", 128, "a")[:6] == [0, 9, 18, 27, 36, None]


def test_tiles_of_portrait_videos_are_as_wide_as_the_servers_pictures(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "tall.mp4", frames=30, size=(96, 160))
    render(video, tmp_path / "out", make_recipe(for_="jellyfin", **{"jellyfin.widths": "64"}, snippet=30))
    sheet = jpeg(tmp_path / "out" / "tall" / "tall-0-sheet-0.jpg")
    assert sheet.shape == (106, 64, 3)


def test_what_is_given_beside_it_adds_or_wins() -> None:
    emby = made(**{"for": "emby"})
    assert emby["storyboard"] == {"tile_width": 320, "interval": "10", "quality": 80, "side": "width"}
    assert made(**{"for": ["emby"], "outputs": "gif"}) == emby | {"gif": {}}
    assert made(**{"for": "emby", "gif": True, "tile_interval": "2"})["storyboard"]["interval"] == "2"
    assert made(**{"for": "emby", "set": ["storyboard.quality=50"]})["storyboard"]["quality"] == 50
    assert made(**{"for": "roku"})["storyboard"]["tile_width"] == 480
    assert made(**{"for": "web,hls"}) == {"storyboard": {}, "hls": {}}


def test_it_wins_over_what_an_earlier_source_lists_and_a_later_list_wins_over_it(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text(
        "[recipe]\nfor = ['jellyfin']\nstills = true\n[recipe.bif]\ninterval = 4\n"
    )
    assert set(configuration.load({}, {}, tmp_path).recipe.outputs) == {"storyboard", "jellyfin", "stills"}
    found = configuration.load({"for": ["emby"]}, {"FLICKBOOK_STORYBOARD": "false"}, tmp_path).recipe.outputs
    assert set(found) == {"storyboard", "bif"}
    assert (found["storyboard"]["interval"], found["bif"]["interval"]) == ("4", 4)
    assert set(configuration.load({"outputs": "gif"}, {"FLICKBOOK_FOR": "emby"}, tmp_path).recipe.outputs) == {"gif"}
    assert len(configuration.load({}, {"FLICKBOOK_FOR": ""}).recipe.outputs) == 3


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ({"bif": False}, "--no-bif: is off, but emby needs it; leave out one of the two."),
        ({"set": ["bif.server=plex"]}, "--set bif.server: is plex, but emby needs bif.server emby; leave out one"),
        (
            {"for": "emby,roku"},
            "--for: names players that need different names for the same file: roku and emby; ",
        ),
        ({"for": ""}, "--for: names no player; the players are roku, plex, emby, jellyfin, hls, dash, web."),
        ({"for": "emby,kodi"}, "--for: names the unknown player 'kodi'; the players are roku, plex, "),
        ({"set": ["bif.interval=often"]}, "--set bif.interval: is often; it must be a whole number from 1 to 60."),
    ],
)
def test_a_contradiction_is_one_clear_error(flags: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        made(**{"for": "emby"} | flags)
    assert str(raised.value).startswith(message)
