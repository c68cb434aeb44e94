"""The ten lines in docs/images.md sign as Flickbook does."""

import json
import re
import subprocess
from collections.abc import Callable

import pytest

from flickbook.images.signing import sign_url
from tests.by_url.test_signing import EXPIRES, KEYS
from tests.tools import ROOT, need
from tests.waiting import LONG

PAGE = (ROOT / "docs" / "images.md").read_text(encoding="utf-8")
URLS = [
    "https://films.example/image/shows/film%20%231/thumbnail.jpg?time=83.5&width=320",
    "https://films.example/image/f%C3%BC%20(it's!)*/animated.gif?start=1&end=3&fps=10",
    "https://films.example/film/thumbnails/thumbnail.jpg",
]


def block(language: str, start: str) -> str:
    blocks: list[str] = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return next(code for code in blocks if start in code)


def by_python(url: str) -> str:
    names: dict[str, Callable[..., object]] = {}
    exec(block("python", "def signed_url"), names)
    return str(names["signed_url"](url, "a1", KEYS["a1"], EXPIRES))


def by_node(url: str) -> str:
    call = f"console.log(signedUrl({json.dumps(url)}, 'a1', {json.dumps(KEYS['a1'])}, {EXPIRES}))"
    program = f"{block('js', 'signedUrl')}\n{call}"
    ran = subprocess.run(
        [need("node"), "--input-type=module", "--eval", program],
        capture_output=True, text=True, timeout=LONG, check=True,
    )  # fmt: skip
    return ran.stdout.strip()


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("sign", [by_python, by_node])
def test_another_backend_signs_alike(sign: Callable[[str], str], url: str) -> None:
    signature = sign(url).partition("&signature=")[2]
    assert signature == sign_url(url, "a1", KEYS["a1"], EXPIRES).partition("&signature=")[2]


def test_the_page_has_a_signature_to_test_by() -> None:
    assert sign_url(URLS[0], "a1", KEYS["a1"], EXPIRES).partition("&signature=")[2] in PAGE
