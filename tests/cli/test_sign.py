"""`flickbook sign` prints the signed URL of a picture."""

import time
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from flickbook.images.signing import verify
from tests.cli.run import Ran, call

KEYS = {"a1": "0123456789abcdef", "b2": "fedcba9876543210"}
URL = "https://pictures.example/image/film%201/thumbnail.jpg?time=83.5"


def sign(*words: str, keys: str = "a1:0123456789abcdef,b2:fedcba9876543210") -> Ran:
    return call("sign", *words, environ={"FLICKBOOK_IMAGE_KEYS": keys})


@pytest.mark.parametrize(
    ("words", "key", "seconds"),
    [((), "a1", 3600), (("--key", "b2", "--expires", "90s"), "b2", 90), (("--expires", "2d"), "a1", 172800)],
)
def test_a_url_is_signed_by_a_key_for_a_time(words: tuple[str, ...], key: str, seconds: int) -> None:
    before = int(time.time())
    ran = sign(URL, *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{URL}&expires=")
    parts = urlsplit(ran.out.strip())
    verify(unquote(parts.path), parts.query, {key: KEYS[key]}, time.time())
    assert before + seconds <= int(parse_qs(parts.query)["expires"][0]) <= time.time() + seconds


@pytest.mark.parametrize(
    ("words", "keys", "error"),
    [
        ((URL,), "", "FLICKBOOK_IMAGE_KEYS: is not set; set it to ID:SECRET, with commas between several."),
        ((URL, "--key", "c"), "a:0123456789abcdef", "FLICKBOOK_IMAGE_KEYS: has no key c; set it to ID:SECRET, with"),
        ((URL,), "a:0123456789abcdef,a:fedcba9876543210", "image_keys: has the id a twice; give each key an id of its"),
        ((URL, "--expires", "soon"), "", "--expires: is soon; it must be a time such as 90s, 15m, 1h or 30d."),
        (("/film/film-0.gif",), "a:0123456789abcdef", "/film/film-0.gif: names no picture; ask for /image/NAME/thumb"),
    ],
)
def test_an_error_says_what_to_do(words: tuple[str, ...], keys: str, error: str) -> None:
    ran = sign(*words, keys=keys)
    assert (ran.code, ran.out) == (2, "")
    assert ran.error.startswith(f"error: {error}")
