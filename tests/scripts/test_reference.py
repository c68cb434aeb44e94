"""The pages of commands and settings say what the command line and the settings are."""

from scripts.reference import DOCS, pages


def test_the_pages_are_those_that_make_docs_writes() -> None:
    for name, text in pages().items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name} is out of date; run `make docs`"
