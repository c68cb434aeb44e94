"""`flickbook demo`: the sample video, and a web page that scrubs through its previews."""

import html
import json
import shutil
from base64 import b64encode
from pathlib import Path
from urllib.parse import quote, unquote

from flickbook.errors import SourceMissing
from flickbook.library.book import Book
from flickbook.outputs.poster import POSTER_KEY
from flickbook.outputs.registry import book_name
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.storage import locate

SAMPLE = Path(__file__).parent.parent / "sample" / "bbb-480p24-30s.mp4"
# The player of the service's page as one script, built from frontend/src/demo.
BUILT = Path(__file__).parent.parent / "web" / "page"

# Browsers load no modules from file:// and fetch nothing, so all but the pictures and the video is in the page.
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · Flickbook</title>
<style>{style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="book">{book}</script>
<script>{script}</script>
</body>
</html>
"""


def write_page(out: Path, video: Path) -> Path:
    """Write a page that plays a video and its previews beside its book, with a copy of the video; return its path."""
    name = book_name(video.name)
    book = Book(locate(str(out)), name)
    manifest = book.manifest()
    if manifest is None:
        raise SourceMissing(str(out / name), "is not finished", "render it first")
    storyboard = (book.store.get(VTT_KEY) or b"").decode()
    sheets = sorted({line.partition("#")[0] for line in storyboard.splitlines() if "#xywh=" in line})
    facts = {
        "title": name,
        "base": f"{quote(name)}/",
        "snippet": manifest.recipe.snippet,
        "duration": float(manifest.duration),
        "video": quote(video.name),
        "poster": f"{quote(name)}/{POSTER_KEY}",
        "storyboard": storyboard,
        "sheets": {sheet: b64encode(book.store.get(unquote(sheet)) or b"").decode() for sheet in sheets},
    }
    text = _PAGE.format(
        title=html.escape(name),
        style=(BUILT / "demo.css").read_text(encoding="utf-8"),
        # Nothing in it may end the script early.
        book=json.dumps(facts).replace("<", "\\u003c"),
        script=(BUILT / "demo.js").read_text(encoding="utf-8").replace("</script", "<\\/script"),
    )
    page = out / f"{name}.html"
    page.write_text(text, encoding="utf-8")
    shutil.copyfile(video, out / video.name)
    return page
