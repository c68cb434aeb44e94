"""What each output costs: its share of a render's processor time, and its bytes against the script's GIF.

Everything is made in this process by one thread, with default options. An output that is made by default is left out of
a render; one of snippets is added to a render; one of stored pictures is added to the finished book. The share is the
difference in processor time ÷ that of the usual render. Bytes are those of the first 30 s, as a GIF's in the script.

    uv run python -m benchmarks.costs CLIP     # a clip of 30 s
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import measure, peers
from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import outputs

USUAL = ("gif", "stills", "storyboard")
LENGTH = 30
DOCUMENTS = ("manifest.json", "plan.json", "receipts/")


class Cost(NamedTuple):
    """The processor seconds of a render, and the bytes of each file in its book."""

    cpu: float
    files: dict[str, int]

    def more(self, other: "Cost") -> int:
        """Return the bytes of the files that another book lacks."""
        return sum(size for key, size in self.files.items() if key not in other.files)


def render(clip: Path, out: Path, names: Sequence[str]) -> Cost:
    """Render some outputs, or add what a book lacks of them."""
    settings = Settings(engine=Engine(workers=1))
    recipe = make_recipe(outputs=names)
    begun = time.process_time()
    book = out / api.render_with(InlineDispatcher(), settings, str(clip), str(out), recipe).manifest.name
    cpu = time.process_time() - begun
    keys = {path.relative_to(book).as_posix(): path.stat().st_size for path in book.rglob("*") if path.is_file()}
    return Cost(cpu, {key: size for key, size in keys.items() if not key.startswith(DOCUMENTS)})


def costs(clip: Path, folder: Path) -> dict[str, tuple[float, int]]:
    """Return each output's share of a usual render's processor time, and its bytes."""
    render(clip, folder / "warm", USUAL)
    usual = render(clip, folder / "usual", USUAL)
    idle = render(clip, folder / "usual", USUAL).cpu
    found: dict[str, tuple[float, int]] = {}
    for name, output in outputs().items():
        if name in USUAL:
            less = render(clip, folder / name, [other for other in USUAL if other != name])
            found[name] = (usual.cpu - less.cpu) / usual.cpu, usual.more(less)
        elif output.snippet_files:
            more = render(clip, folder / name, [*USUAL, name])
            found[name] = (more.cpu - usual.cpu) / usual.cpu, more.more(usual)
        else:
            more = render(clip, folder / "usual", [*USUAL, name])
            found[name] = (more.cpu - idle) / usual.cpu, more.more(usual)
    return found


def main(clip: Path) -> None:
    """Print a table in Markdown."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        measure.run(peers.serial_script(clip, folder, LENGTH)[0])
        script = (folder / "s-0.gif").stat().st_size
        print(f"{clip.name}: the script's GIF has {script:,} bytes\n")
        print("| output | share of a usual render's processor time | bytes | ÷ script's GIF |\n|---|---|---|---|")
        for name, (share, size) in costs(clip, folder).items():
            print(f"| `{name}` | {100 * share:.1f} % | {size:,} | {size / script:.3f} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
