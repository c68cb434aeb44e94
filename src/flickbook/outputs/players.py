"""Players and media servers, and what each of them reads: the choices of `--for`."""

from collections.abc import Iterable, Mapping
from math import gcd
from typing import NamedTuple


class Player(NamedTuple):
    """The outputs that a player reads, options that must have a value, and the storyboard's tiles that suit.

    `width` in pixels and `interval` in seconds are each a number, or the option that has it; 0 is the usual value.
    """

    outputs: tuple[str, ...]
    needs: Mapping[str, str]
    width: int | str = 0
    interval: int | str = 0


# The files of servers are made of the storyboard's tiles: they are as large and as far apart as the server's pictures.
PLAYERS = {
    "roku": Player(("storyboard", "bif"), {"bif.server": "roku"}, 480, "bif.interval"),
    "plex": Player(("storyboard", "bif"), {"bif.server": "plex"}, "bif.width", "bif.interval"),
    "emby": Player(("storyboard", "bif"), {"bif.server": "emby"}, "bif.width", "bif.interval"),
    "jellyfin": Player(("storyboard", "jellyfin"), {}, "jellyfin.widths", "jellyfin.interval"),
    "hls": Player(("storyboard", "hls"), {}),
    "dash": Player(("storyboard", "dash"), {}, "dash.width", "dash.interval"),
    "web": Player(("storyboard",), {}),
}
# Tiles that are encoded a second time need more than the storyboard's usual quality.
_QUALITY = 80


def tiles_for(players: Iterable[Player], options: Mapping[str, object]) -> dict[str, int | str]:
    """Return the options of a storyboard that suits all players; `options` has the values of all options by name.

    The tiles are as wide as the largest pictures, and there is one at each time at which a player needs a picture.
    """
    widths, seconds = [0], 0
    for player in players:
        # `jellyfin.widths` is a list with commas.
        widths += map(int, str(options.get(str(player.width), player.width)).split(","))
        seconds = gcd(seconds, int(str(options.get(str(player.interval), player.interval))))
    found: dict[str, int | str] = {"storyboard.tile_width": max(widths), "storyboard.interval": seconds}
    if max(widths):
        found |= {"storyboard.quality": _QUALITY, "storyboard.side": "width"}
    return {name: value for name, value in found.items() if value}
