"""The service answers as its OpenAPI description says, whatever it is asked: schemathesis makes the requests."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests import clips
from tests.web.server import Serving

CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "response_headers_conformance,missing_required_header"
)
COMMAND = [str(Path(sys.executable).with_name("schemathesis")), "run"]
# Examples of each operation, and not more seconds than that; what is made up is the same in every run.
BOUNDS = ["--max-examples", "8", "--max-time", "6", "--seed", "1", "--generation-deterministic", "--no-color"]


pytestmark = pytest.mark.xdist_group("closed")


@pytest.fixture
def serving(closed: Serving) -> Serving:
    """A service with a video; whoever may write may have removed it."""
    clips.make(closed.source / "film.mp4", frames=30)
    closed.take("film.mp4")
    closed.wait_for("film")
    return closed


@pytest.mark.parametrize("token", ["secret", "reader", "", "guessed"])
def test_all_answers_are_as_described(token: str, serving: Serving, tmp_path: Path) -> None:
    sent = ["--header", f"Authorization: Bearer {token}"] if token else []
    # Made-up tokens are guesses. They come from an address of their own: after ten no token of it is looked at.
    sent = ["--exclude-path", "/api/session", *sent]
    if token == "guessed":
        sent = ["--include-path", "/api/session", "--header", "X-Forwarded-For: 192.0.2.1", "--max-time", "2"]
    done = subprocess.run(
        [*COMMAND, f"{serving.url}/openapi.json", "--checks", CHECKS, *BOUNDS, *sent],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout


def test_the_page_of_the_api_needs_no_script(serving: Serving) -> None:
    page = serving.stranger.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "<script" not in page.text
    for path in serving.stranger.get("/openapi.json").json()["paths"]:
        assert path in page.text
