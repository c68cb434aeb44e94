"""`flickbook demo`: the sample video, and a web page that scrubs through its previews."""

import html
import json
from pathlib import Path
from urllib.parse import quote

from flickbook.errors import SourceMissing
from flickbook.library.book import Book
from flickbook.outputs.poster import POSTERS_KEY
from flickbook.outputs.registry import book_name
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.storage import locate

SAMPLE = Path(__file__).parent.parent / "sample" / "bbb-480p24-30s.mp4"

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Flickbook: {title}</title>
<style>
 body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }}
 figure {{ margin: 0; }} img {{ display: block; max-width: 100%; }}
 .row {{ display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }}
 #still {{ width: 36rem; }} input {{ width: 100%; margin: 0; }}
 #tile {{ position: relative; border-radius: 4px; }}
</style>
<h1>{title}</h1>
<p>Drag: the storyboard's tile as players show it, the freeze frame of each second, and the GIF of the snippet it
lies in.</p>
<div id="tile" role="img" aria-label="storyboard tile"></div>
<label><input id="time" type="range" min="0" max="{last}" value="{first}">
second <output id="second"></output></label>
<div class="row">
 <figure><img id="still" alt="freeze frame"></figure>
 <figure><img id="gif" alt="animated snippet"></figure>
</div>
<script>
 const folder = "{folder}/", base = folder + "{folder}", snippet = {snippet};
 // The content of storyboard.vtt: a page opened from a folder may not fetch files.
 const vtt = {vtt};
 const pattern = /([\\d:.]+) --> ([\\d:.]+)\\n(.+)#xywh=(\\d+),(\\d+),(\\d+),(\\d+)/g;
 const seconds = clock => clock.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
 const cues = [...vtt.matchAll(pattern)].map(([, start, end, sheet, ...place]) =>
  ({{start: seconds(start), end: seconds(end), sheet, place}}));
 const [time, second, tile, still, gif] =
  ["time", "second", "tile", "still", "gif"].map(id => document.getElementById(id));
 function showTile(now) {{
  const cue = cues.find(cue => cue.start <= now && now < cue.end);
  tile.hidden = !cue;
  if (!cue) return;
  const [x, y, width, height] = cue.place;
  tile.style.width = width + "px"; tile.style.height = height + "px";
  tile.style.background = `url("${{folder}}${{cue.sheet}}") -${{x}}px -${{y}}px`;
  // Above the slider's thumb, within its ends.
  tile.style.left = `${{now / Math.max(1, time.max) * (time.clientWidth - width)}}px`;
 }}
 function show() {{
  const now = Number(time.value), start = now - now % snippet;
  second.value = now;
  still.src = `${{base}}-${{start}}-frame-${{now - start}}.jpg`;
  const animation = `${{base}}-${{start}}.gif`;
  if (!gif.src.endsWith(animation)) gif.src = animation;
  showTile(now);
 }}
 time.addEventListener("input", show); show();
</script>
</html>
"""


def write_page(out: Path, video: Path) -> Path:
    """Write a page beside a video's book that shows every second of the video, and return the page's path."""
    name = book_name(video.name)
    book = Book(locate(str(out)), name)
    manifest = book.manifest()
    if manifest is None:
        raise SourceMissing(str(out / name), "is not finished", "render it first")
    stills = sum(file.kind == "still" for file in manifest.files)
    page = out / f"{name}.html"
    text = _PAGE.format(
        title=html.escape(name),
        last=stills - 1,
        # The second of the best picture.
        first=int(json.loads(book.store.get(POSTERS_KEY) or b"{}").get("time", stills // 2)),
        folder=quote(name),
        snippet=manifest.recipe.snippet,
        # File names in it are percent-quoted, so no name can end the script.
        vtt=json.dumps((book.store.get(VTT_KEY) or b"").decode()),
    )
    page.write_text(text, encoding="utf-8")
    return page
