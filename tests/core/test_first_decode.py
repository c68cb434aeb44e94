"""All decoders are made at import: two threads at a type's first decode can make msgspec crash."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import flickbook

ROOT = Path(flickbook.__file__).parent
# What msgspec has to decode into a type.
REFUSED = {"convert", "json.decode", "json.Decoder", "msgpack.decode", "msgpack.Decoder", "yaml.decode", "toml.decode"}
# What would be another name for it.
ALIASES = {"Decoder", "msgspec", "msgspec.json"}

# Every module is imported, and nothing is decoded.
READY = """
import gc, importlib, pkgutil
import msgspec
import flickbook

def structs(info):
    if isinstance(info, msgspec.inspect.StructType):
        yield info.cls
    if isinstance(info, msgspec.Struct):
        yield from structs(msgspec.structs.astuple(info))
    elif isinstance(info, tuple):
        for part in info:
            yield from structs(part)

def is_ready(struct):
    return "StructInfo" in {type(referent).__name__ for referent in gc.get_referents(struct)}

class Fresh(msgspec.Struct):
    pass

assert not is_ready(Fresh)
assert list(structs(msgspec.inspect.type_info(tuple[str, list[Fresh] | None]))) == [Fresh]
msgspec.json.Decoder(Fresh)
assert is_ready(Fresh)

for module in pkgutil.walk_packages(flickbook.__path__, "flickbook."):
    if module.name != "flickbook.__main__":
        importlib.import_module(module.name)
from flickbook.outputs.recipes import make_recipe
from flickbook.core.decoding import Decoder
decoders = [found for found in gc.get_objects() if isinstance(found, Decoder)]
decoded = {struct for decoder in decoders for struct in structs(msgspec.inspect.type_info(decoder.kind))}
for struct in decoded:
    print(struct.__name__, is_ready(struct))
"""

# Eight threads decode each kind of document first, at the same time.
RACE = """
import gc, sys, threading
from fractions import Fraction
from pathlib import Path
from msgspec.structs import replace
from flickbook import notifications
from flickbook.core import wire
from flickbook.core.model import Recipe
from flickbook.engines import configuration
from flickbook.engines.aws.estimating import from_render
from flickbook.core.model import (
    Artifact, Entry, Job, Manifest, ManifestFailure, Order, OrderRecord, Plan, Receipt, Recipe, Snippet, Source, Timing,
    Totals, Video
)

second = Fraction(1)
source, snippets = Source("file:///a", "1", 1), (Snippet(0, second), Snippet(1, 2 * second)) * 5
video = Video(second, second, second, 1, 1, 0, second, "h264", "yuv420p", "mp4")
artifact = Artifact("a.gif", "gif", "gif", "image/gif", 1, "ab", 1, 1, second, second)
order = Order("file:///a", "a", Recipe(30, {"gif": {"fps": "5"}}), "file:///out")
totals, failures = Totals(0, 0, {}, *[0] * 7), (ManifestFailure(0.0, 1.0, "Damaged", "is damaged"),) * 9
values = [
    Receipt("a", snippets[0], Timing(*[0.0] * 3), artifacts=(artifact,) * 9),
    Plan("a", "a", source, video, Recipe(30, {"gif": {"fps": "5"}}), snippets),
    Job("a", "a", source, video, Recipe(30, {"gif": {"fps": "5"}}), snippets, "file:///out"),
    Manifest("a", "a", source, Recipe(30, {"gif": {"fps": "5"}}), 1.0, 0.0, 1, 1, "h264", (), failures, totals),
    Entry("a", "waiting", "file:///a", 0.0),
    OrderRecord(order),
    order,
]
documents = [(wire.encode(value), type(value)) for value in values]
uploads = [path.read_bytes() for path in Path("tests/notifications/payloads").glob("*.json")]
printed = b'{"type": "render", "version": 1, "videos": [{"snippets": [%s]}]}' % documents[0][0]

def at_once(call, *given):
    start = threading.Barrier(8)
    def run():
        start.wait()
        call(*given)
    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

sys.setswitchinterval(1e-6)
gc.set_threshold(5)
for document in documents:
    at_once(wire.decode, *document, "it")
for upload in uploads:
    at_once(notifications.read, upload)
at_once(from_render, printed, "it")
at_once(configuration.load, {"size": 64, "every": 1.0, "workers": 2, "port": 0, "engine": "pool"})
"""


def test_every_struct_that_is_decoded_is_ready_when_its_module_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", READY], capture_output=True, text=True, check=True)
    ready = dict(line.split() for line in done.stdout.splitlines())
    assert {"Receipt", "Artifact", "Snippet", "Limits", "Upload", "_Headers", "_Keywords", "_Record"} <= {*ready}
    assert set(ready.values()) == {"True"}


def test_threads_that_decode_a_type_first_at_the_same_time_all_get_their_values() -> None:
    command = [sys.executable, "-c", RACE]
    done = subprocess.run(command, cwd=ROOT.parent.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_only_decoders_that_are_made_at_import_decode_into_a_type() -> None:
    # Every output has a decoder of its options, made with the output when its module is imported.
    for path in {*ROOT.rglob("*.py")} - {ROOT / "core" / "decoding.py", ROOT / "outputs" / "base.py"}:
        text = path.read_text(encoding="utf-8")
        # Without one of these words nothing decodes into a type.
        if "msgspec" in text or "decod" in text.lower():
            assert list(_faults(ast.parse(text))) == [], path


@pytest.mark.parametrize(
    "line",
    [
        "msgspec.json.decode(data, type=Plan)",
        "msgspec.json.decode(data, Plan)",
        "decode = msgspec.json.decode",
        "msgspec.json.Decoder(Plan)",
        "msgspec.convert(document, Plan)",
        "msgspec.msgpack.decode(data)",
        "from msgspec import convert",
        "from msgspec import json",
        "from msgspec.json import decode",
        "import msgspec as m",
        "import msgspec.json",
        "def read(): return Decoder(Plan).decode(data)",
        "read = lambda data: Decoder(Plan).decode(data)",
        "def read(): return decoding.Decoder(Plan).decode(data)",
        "def read(): return Decoder[Plan](Plan).decode(data)",
        "from flickbook.core.decoding import Decoder as D",
        "make = Decoder",
        "make = decoding.Decoder",
        "j = msgspec.json",
    ],
)
def test_a_line_that_decodes_into_a_type_elsewhere_or_later_is_found(line: str) -> None:
    assert len(list(_faults(ast.parse(line)))) == 1


def _faults(tree: ast.AST) -> Iterator[str]:
    """Yield the names of calls that may decode into a type by other means than a decoder made at import."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    # Into whatever it is: dictionaries, lists, texts and numbers.
    plain = {call.func for call in calls if len(call.args) == 1 and not call.keywords}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            name = ast.unparse(node).removeprefix("msgspec.")
            if name in REFUSED and not (name == "json.decode" and node in plain):
                yield ast.unparse(node)
        elif isinstance(node, ast.Import):
            yield from (
                alias.name
                for alias in node.names
                if alias.name.startswith("msgspec") and (alias.asname or "." in alias.name)
            )
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("msgspec"):
            names = {f"{node.module}.{alias.name}.".removeprefix("msgspec.") for alias in node.names}
            yield from (name for name in names if any(f"{refused}.".startswith(name) for refused in REFUSED))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inner = (inside for inside in ast.walk(node) if isinstance(inside, ast.Call))
            yield from (ast.unparse(call) for call in inner if _makes_decoder(call))
        else:
            yield from _other_names(node)


def _other_names(node: ast.AST) -> Iterator[str]:
    """Yield the names of imports that rename a decoding function."""
    if isinstance(node, ast.ImportFrom) and node.module == "flickbook.core.decoding":
        yield from (alias.name for alias in node.names if alias.asname)
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
        given = ast.unparse(node.value)
        if given in ALIASES or given.endswith("decoding.Decoder"):
            yield given


def _makes_decoder(call: ast.Call) -> bool:
    made = call.func.value if isinstance(call.func, ast.Subscript) else call.func
    return ast.unparse(made).rpartition(".")[2] == "Decoder"
