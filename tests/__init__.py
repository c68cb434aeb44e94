"""Helpers say what they compared when an assertion of theirs fails, as tests do."""

import os
import sys

ROOMS = ("aws", "cli", "cluster", "dispatch", "watching", "web")
# Processes that tests start load helpers too, and need no pytest for it.
if "pytest" in sys.modules:
    sys.modules["pytest"].register_assert_rewrite(
        *(f"tests.{name}" for name in (*ROOMS, "books", "clips", "processes"))
    )
    # As in the processes that make pictures: NumPy's threads take twice the processor time for matrices this small.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
