"""The pages of commands and settings say what the command line and the settings are, and named tests exist."""

import re

from scripts.reference import DOCS, pages


def test_the_pages_are_those_that_make_docs_writes() -> None:
    for name, text in pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name} is out of date; run `make docs`"


def test_the_tests_that_the_docs_name_exist() -> None:
    names = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (DOCS / "what-it-reads.md").read_text(encoding="utf-8"))
    missing = [name for file, name in names if f"def {name}(" not in (DOCS.parent / file).read_text(encoding="utf-8")]
    assert names
    assert [name for name in missing if name] == []
