"""The service answers all requests of schemathesis as its OpenAPI description says."""

import subprocess
import sys
from pathlib import Path

from tests.waiting import LONG
from tests.web.conftest import Closed

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "response_headers_conformance,missing_required_header"
)
# The generated requests are the same in every run.
COMMAND = ["run", "--checks", CHECKS, "--seed", "1", "--generation-deterministic", "--no-color"]
# Generated tokens are guesses. They come from a separate address, whose tokens are ignored after ten guesses.
GUESSING = ["--include-path", "/api/session", "--header", "X-Forwarded-For: 192.0.2.1"]
# A stream of the list of videos does not end.
OTHERS = ["--exclude-path", "/api/session", "--exclude-path", "/api/events"]
# One process for all: loading schemathesis takes longer than most of its requests.
SCRIPT = f"""
import sys
from schemathesis.cli import schemathesis
for token, examples in (("secret", 8), ("reader", 4), ("", 4), ("guessed", 4)):
    shown = ["--header", f"Authorization: Bearer {{token}}"] if token else []
    paths = {GUESSING!r} if token == "guessed" else {OTHERS!r}
    try:
        schemathesis([*{COMMAND!r}, sys.argv[1], "--max-examples", str(examples), *shown, *paths])
    except SystemExit as end:
        if end.code:
            sys.exit(f"with the token {{token!r}}: {{end.code}}")
"""


def test_all_answers_are_as_described_with_any_token(closed: Closed, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, f"{closed.url}/openapi.json"],
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Test cases:") == 4, done.stdout
