import "./players.css";
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
    run(player, place, addresses).catch((error: unknown) => warn(place, `${player.name} did not start. ${error}`));
  } else if (addresses && runs) {
    const line = document.createElement("p");
    line.textContent = `${player.name} needs an MPD. Give its address above.`;
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
  const why = answer ? `the server answers ${answer.status}` : "there is no answer, or its server does not allow this page (CORS)";
  return `No storyboard at ${storyboard}: ${why}.`;
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

void open();
// An address behind `#` changes without a new page.
addEventListener("hashchange", () => location.reload());
