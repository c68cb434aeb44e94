"""Values survive the wire, and the published schemas describe what is written."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core import wire
from flickbook.core.model import Artifact, Failure, Job, Manifest, Plan, Receipt, Recipe, Snippet, Source, Timing, Video
from flickbook.errors import WireError

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
VALIDATORS = {
    kind: jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{kind}.json").read_text()))
    for kind in ("plan", "job", "receipt")
}

times = st.fractions(min_value=-1000, max_value=100_000)
counts = st.integers(min_value=0, max_value=2**40)
words = st.text(max_size=30)
seconds = st.floats(min_value=0, max_value=1e6)
sources = st.builds(Source, words, words, counts)
videos = st.builds(
    Video, times, times, times, counts, counts, st.sampled_from([0, 90, 180, 270]), times, words, words, words
)
options = st.none() | st.booleans() | counts | seconds | words
recipes = st.builds(Recipe, st.integers(1, 99), st.dictionaries(words, st.dictionaries(words, options, max_size=3)))
snippets = st.builds(Snippet, st.integers(0, 10**6), times)
artifacts = st.builds(
    Artifact,
    *[words] * 4,
    *[counts, words, counts, counts, times, times, counts],
)
plans = st.builds(Plan, words, words, sources, videos, recipes, st.lists(snippets, max_size=4).map(tuple))
jobs = st.builds(Job, words, words, sources, videos, recipes, st.lists(snippets, max_size=4).map(tuple), words)
receipts = st.builds(
    Receipt,
    words,
    snippets,
    st.none() | st.builds(Timing, *[seconds] * 3, st.dictionaries(words, seconds, max_size=3)),
    st.none() | st.builds(Failure, words, words, st.booleans()),
    st.dictionaries(words, words, max_size=3),
    st.lists(artifacts, max_size=3).map(tuple),
    counts,
    counts,
)


@given(plans | jobs | receipts)
def test_a_decoded_value_equals_the_encoded_one(value: Any) -> None:
    data = wire.encode(value)
    assert wire.decode(data, type(value), "it") == value
    document = json.loads(data)
    VALIDATORS[document["type"]].validate(document)


@pytest.mark.parametrize("kind", [Plan, Job, Receipt, Manifest])
def test_the_published_schema_is_that_of_the_type(kind: type) -> None:
    published = json.loads((SCHEMAS / f"{kind.__name__.lower()}.json").read_text())
    assert published == json.loads(json.dumps(wire.schema(kind))), "run `make schemas`"
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is not a receipt, because it is not JSON"),
        (b'{"\xff": 1}', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "is not a receipt"),
        (b"{}", "is not a receipt"),
        (b'{"type":"receipt","version":3}', "of version 1 or 2"),
        (b'{"type":"receipt","version":1}', "is damaged"),
        (b'{"type":"receipt","version":1,"plan":"p","snippet":{"start":0,"end":"1/0"}}', "is damaged"),
        (b'{"type":"receipt","version":1,"plan":"p","snippet":{"start":0,"end":3}}', "is damaged"),
    ],
    ids=lambda value: f"{value}"[:60],
)
def test_other_documents_raise_a_wire_error_that_names_them(data: bytes, fault: str) -> None:
    with pytest.raises(WireError, match=fault) as caught:
        wire.decode(data, Receipt, "book/receipts/0.json")
    assert "book/receipts/0.json" in str(caught.value)


def test_times_are_exact_on_the_wire() -> None:
    snippet = Snippet(0, Fraction(1001, 30000))
    assert json.loads(wire.encode(Receipt("p", snippet)))["snippet"]["end"] == "1001/30000"
