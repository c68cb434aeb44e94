"""A signed URL is accepted as it was signed, until it expires, and in no other form."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.errors import SignatureRefused, SourceMissing, UsageError
from flickbook.images.signing import keys_of, sign_url, verify

KEYS = {"a1": "correct horse battery", "b2": "staple-staple-staple"}
EXPIRES = 1_900_000_000
URL = "/image/shows/film%20%231/thumbnail.jpg?time=83.5&width=320"
# A second implementation of docs/images.md may test itself by these.
VECTORS = [
    (URL, "a1", "nyI-lzFeqAAHAXCKE8t_sa-ZGoqHzsN8DodvjTaJhXY"),
    ("https://cdn.example/f%C3%BC/thumbnails/thumbnail.gif", "b2", "cfKCZBtdJkhIJfWILvJ-LEjGOvyfOOTTkwN999-2iOQ"),
]


def signed(url: str = URL) -> str:
    return sign_url(url, "a1", KEYS["a1"], EXPIRES)


def check(url: str, now: float = EXPIRES - 1, keys: dict[str, str] = KEYS) -> None:
    parts = urlsplit(url)
    verify(unquote(parts.path), parts.query, keys, now)


@pytest.mark.parametrize(("url", "key", "signature"), VECTORS)
def test_signatures_never_change(url: str, key: str, signature: str) -> None:
    joint = "&" if "?" in url else "?"
    assert sign_url(url, key, KEYS[key], EXPIRES) == f"{url}{joint}expires={EXPIRES}&key={key}&signature={signature}"


def test_a_signed_url_is_accepted_until_it_expires() -> None:
    url = signed()
    check(url)
    with pytest.raises(SignatureRefused, match=r"^/image/shows/film #1/thumbnail.jpg: has expired; ask for a new URL"):
        check(url, now=EXPIRES)


def test_all_keys_are_accepted_until_they_are_removed() -> None:
    old = signed()
    check(old)
    with pytest.raises(SignatureRefused, match="unknown key"):
        check(old, keys={"b2": KEYS["b2"]})
    with pytest.raises(SignatureRefused, match="wrong signature"):
        check(old, keys={"a1": KEYS["b2"]})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda url: url.replace("time=83.5", "time=84"), "wrong signature"),
        (lambda url: url.replace("&width=320", ""), "wrong signature"),
        (lambda url: f"{url}&height=200", "wrong signature"),
        (lambda url: f"{url}&token=", "wrong signature"),
        (lambda url: url.replace("expires=19", "expires=29"), "wrong signature"),
        (lambda url: url.replace("key=a1", "key=b2"), "wrong signature"),
        (lambda url: url.replace("/film", "/films"), "wrong signature"),
        (lambda url: url.replace(".jpg", ".png"), "wrong signature"),
        (lambda url: re.sub("&expires=[0-9]*", "", url), "wrong signature"),
        (lambda url: url[:-1], "wrong signature"),
        (lambda url: f"{url}=", "wrong signature"),
        (lambda url: re.sub("&signature=.*", "", url), "needs a signature"),
        (lambda url: re.sub("&signature=.*", "&signature=", url), "needs a signature"),
        (lambda url: url.replace("key=a1", "key=c3"), "unknown key"),
        (lambda url: url.replace("&key=a1", ""), "unknown key"),
    ],
)
def test_whatever_is_changed_is_refused(change, fault: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(SignatureRefused, match=fault):
        check(change(signed()))


def test_a_doubled_parameter_is_refused_even_if_both_are_equal() -> None:
    with pytest.raises(UsageError, match="has the parameter time twice"):
        check(f"{signed()}&time=83.5")


NAMES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="/."), min_size=1, max_size=20)


@given(NAMES, st.integers(16, 3840), st.randoms())
def test_a_url_may_be_encoded_and_ordered_anew(name: str, width: int, random) -> None:  # type: ignore[no-untyped-def]
    path = f"/image/{name}/thumbnail.jpg"
    parts = urlsplit(signed(f"{quote(path)}?width={width}&time=1.5"))
    assert unquote(parts.path) == path
    pairs = parse_qsl(parts.query)
    random.shuffle(pairs)
    verify(path, urlencode(pairs), KEYS, EXPIRES - 1)
    encoded = "&".join(f"{name}={''.join(f'%{ord(char):02x}' for char in value)}" for name, value in pairs)
    verify(path, f"&{encoded}&", KEYS, EXPIRES - 1)


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_no_guess_is_a_signature(guess: str) -> None:
    query = urlencode({"time": "3.5", "expires": EXPIRES, "key": "a1", "signature": guess})
    with pytest.raises((SignatureRefused, UsageError)):
        verify("/image/film/thumbnail.jpg", query, KEYS, EXPIRES - 1)


@pytest.mark.parametrize(
    ("url", "error", "fault"),
    [
        (f"{URL}&tme=3", UsageError, "unknown parameter tme"),
        ("/v/film/film-0.gif", SourceMissing, "names no picture"),
        (f"{URL}&expires=3", UsageError, "is signed already"),
    ],
)
def test_only_pictures_are_signed_and_once(url: str, error: type[Exception], fault: str) -> None:
    with pytest.raises(error, match=fault):
        signed(url)


def test_keys_are_read_from_pairs_and_an_id_is_given_once() -> None:
    assert keys_of(["a1:x:y", "b2:z"]) == {"a1": "x:y", "b2": "z"}
    with pytest.raises(UsageError, match="has the id a1 twice"):
        keys_of(["a1:x", "a1:y"])
