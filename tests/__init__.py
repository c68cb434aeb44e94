"""Helpers say what they compared when an assertion of theirs fails, as tests do."""

import pytest

ROOMS = ("aws", "cli", "cluster", "dispatch", "watching", "web")
pytest.register_assert_rewrite(*(f"tests.{name}" for name in (*ROOMS, "books", "clips", "processes")))
