import { describe, expect, it } from "vitest";
import { readAddresses } from "../src/players/addresses";
import { PLAYERS, packagesOf, writeCall, writeMarkup } from "../src/players/players";

const PAGE = "https://films.example/page/players.html";
const given = (behind: string) => readAddresses(new URL(PAGE + behind));

describe("the addresses in a players page's own", () => {
  it("are read behind ? and behind #", () => {
    const addresses = { film: "/page/film.mp4", storyboard: "/v/film/storyboard.vtt", mpd: null };
    expect(given("?video=film.mp4&storyboard=/v/film/storyboard.vtt")).toEqual(addresses);
    expect(given("#video=film.mp4&storyboard=/v/film/storyboard.vtt")).toEqual(addresses);
    expect(given("?video=film.mp4#storyboard=/v/film/storyboard.vtt")).toEqual(addresses);
  });

  it("may be of other hosts, and hold quotes and spaces that become neither markup nor new words", () => {
    const film = encodeURIComponent('https://store.example/my "film".mp4?v=2');
    expect(given(`?video=${film}&storyboard=a.vtt`)?.film).toBe("https://store.example/my%20%22film%22.mp4?v=2");
  });

  it("have an MPD if one is given", () => {
    expect(given("?video=film.mp4&storyboard=a.vtt&mpd=film.mpd")?.mpd).toBe("/page/film.mpd");
    expect(() => given("?video=film.mp4&storyboard=a.vtt&mpd=data:,")).toThrow(/not an http/);
  });

  it("are none as long as one is missing", () => {
    expect(given("?video=film.mp4")).toBeNull();
    expect(given("")).toBeNull();
  });

  it.each(["javascript:alert(1)", "data:text/vtt,WEBVTT", "blob:https://films.example/1", "file:///etc/passwd", "http://"])(
    "are refused if they are like %s",
    (address) => {
      expect(() => given(`?video=film.mp4&storyboard=${encodeURIComponent(address)}`)).toThrow(/not an http/);
    },
  );
});

describe("a player's lines", () => {
  const addresses = { film: "https://h/film.mp4", storyboard: "https://h/v/film/storyboard.vtt", mpd: null };

  it("name the packages to install", () => {
    const packages = Object.fromEntries(PLAYERS.map((player) => [player.name, packagesOf(player).join(" ")]));
    expect(packages).toEqual({
      "Media Chrome": "media-chrome",
      "Video.js": "video.js videojs-sprite-thumbnails",
      Vidstack: "vidstack",
      Plyr: "plyr",
      "Shaka Player": "shaka-player",
      "dash.js": "dashjs",
    });
  });

  it.each(PLAYERS)("start $name in the element of the markup, with the storyboard's URL", (player) => {
    const html = writeMarkup(player, addresses, "player");
    const call = writeCall(player, addresses, "player");
    expect(html).toMatch(/^<[\w-]+ id="player"/);
    expect(call === "").toBe(player.name === "Media Chrome");
    if (player.name !== "dash.js") expect(html + call).toContain(addresses.storyboard);
  });
});
