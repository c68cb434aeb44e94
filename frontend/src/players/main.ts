import "./players.css";
import { language } from "../language";
import { texts } from "../texts";
import { type Addresses, readAddresses } from "./addresses";
import { PLAYERS, type Player, canRun, run, writeMarkup } from "./players";

/** Show a player's lines, and run it if it is to be. */
function show(player: Player, addresses: Addresses | null, runs: boolean): HTMLElement {
  const section = document.createElement("section");
  const title = document.createElement("h2");
  const home = document.createElement("a");
  home.href = player.home;
  home.textContent = player.name;
  title.append(home);
  const place = document.createElement("div");
  place.className = "player";
  const markup = addresses ? writeMarkup(player, addresses) : player.html;
  const lines = document.createElement("div");
  lines.append(write("HTML", markup), write("TypeScript", player.code));
  section.append(title, place, lines);
  if (addresses && runs && canRun(player, addresses)) {
    run(player, place, addresses).catch((error: unknown) =>
      warn(place, texts.players.notStarted(player.name, String(error))),
    );
  } else if (addresses && runs) {
    const line = document.createElement("p");
    line.textContent = texts.players.needsMpd(player.name);
    place.append(line);
  }
  return section;
}

function write(language: string, text: string): HTMLElement {
  const block = document.createElement("pre");
  block.tabIndex = 0; // it scrolls sideways, so the keyboard must reach it
  block.role = "group";
  block.ariaLabel = language;
  const code = document.createElement("code");
  code.textContent = text.trimEnd();
  block.append(code);
  return block;
}

function warn(place: HTMLElement, text: string): void {
  const line = document.createElement("p");
  line.role = "alert";
  line.textContent = text;
  place.replaceChildren(line);
}

/** Say why a storyboard cannot be read: players show no tiles then, do not say so, or throw. */
async function check(storyboard: string): Promise<string> {
  const answer = await fetch(storyboard).catch(() => null);
  if (answer?.ok) return "";
  const { noAnswer, noStoryboard } = texts.players;
  return answer ? noStoryboard(storyboard, answer.status) : noAnswer(storyboard);
}

/** Write the page's own words into the elements that name them. */
function label(): void {
  document.documentElement.lang = language;
  document.title = texts.players.tab;
  for (const element of document.querySelectorAll<HTMLElement>("[data-text]")) {
    element.textContent = texts.players[element.dataset["text"] as "title"];
  }
}

async function open(): Promise<void> {
  const place = document.querySelector<HTMLElement>("#players")!;
  const notice = document.querySelector<HTMLElement>("#notice")!;
  let addresses: Addresses | null = null;
  try {
    addresses = readAddresses(new URL(location.href));
  } catch (error) {
    warn(notice, (error as Error).message);
  }
  if (addresses) {
    document.querySelector<HTMLInputElement>("#video")!.value = addresses.film;
    document.querySelector<HTMLInputElement>("#storyboard")!.value = addresses.storyboard;
    document.querySelector<HTMLInputElement>("#mpd")!.value = addresses.mpd ?? "";
  }
  const fault = addresses ? await check(addresses.storyboard) : "";
  place.replaceChildren(...PLAYERS.map((player) => show(player, addresses, !fault)));
  if (fault) warn(notice, fault);
}

label();
void open();
// An address behind `#` changes without a new page.
addEventListener("hashchange", () => location.reload());
