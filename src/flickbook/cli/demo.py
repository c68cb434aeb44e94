"""`flickbook demo`: the sample video, and a page that scrubs through what was made of it."""

import html
from pathlib import Path
from urllib.parse import quote

from flickbook import naming
from flickbook.book import Book
from flickbook.errors import SourceMissing
from flickbook.storage import locate

SAMPLE = Path(__file__).parent.parent / "sample" / "bbb-480p24-30s.mp4"

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Flickbook: {title}</title>
<style>
 body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }}
 figure {{ margin: 0; }} img {{ display: block; max-width: 100%; }}
 .row {{ display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }}
 #still {{ width: 36rem; }} input {{ width: 100%; }}
</style>
<h1>{title}</h1>
<p>Drag: the freeze frame of each second, and the GIF of the snippet it lies in.</p>
<label>second <output id="second">{middle}</output>
<input id="time" type="range" min="0" max="{last}" value="{middle}"></label>
<div class="row">
 <figure><img id="still" alt="freeze frame"></figure>
 <figure><img id="gif" alt="animated snippet"></figure>
</div>
<script>
 const base = "{base}", snippet = {snippet};
 const time = document.getElementById("time");
 const still = document.getElementById("still"), gif = document.getElementById("gif");
 function show() {{
  const second = Number(time.value), start = second - second % snippet;
  document.getElementById("second").value = second;
  still.src = `${{base}}-${{start}}-frame-${{second - start}}.jpg`;
  const animation = `${{base}}-${{start}}.gif`;
  if (!gif.src.endsWith(animation)) gif.src = animation;
 }}
 time.addEventListener("input", show); show();
</script>
</html>
"""


def write_page(out: Path, video: Path) -> Path:
    """Write a page beside a video's book that shows every second of it, and give the page's path."""
    name = naming.book_name(video.name)
    manifest = Book(locate(str(out)), name).manifest()
    if manifest is None:
        raise SourceMissing(str(out / name), "is not finished", "render it first")
    stills = sum(file.kind == "still" for file in manifest.files)
    page = out / f"{name}.html"
    text = _PAGE.format(
        title=html.escape(name),
        last=stills - 1,
        middle=stills // 2,
        base=f"{quote(name)}/{quote(name)}",
        snippet=manifest.recipe.snippet,
    )
    page.write_text(text, encoding="utf-8")
    return page
