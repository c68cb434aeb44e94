"""Flags win over variables, which win over the file, which wins over the defaults."""

from fractions import Fraction
from pathlib import Path

import pytest

from flickbook import settings
from flickbook.errors import UsageError


def test_flags_win_over_variables_which_win_over_the_file_which_wins_over_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text("[recipe]\nsnippet = 5\nsize = 100\nfps = 12.5\n[engine]\nworkers = 3\n")
    environ = {
        "FLICKBOOK_SIZE": "200",
        "FLICKBOOK_STILLS": "false",
        "FLICKBOOK_WORKERS": "4",
        "FLICKBOOK_TILE_INTERVAL": "1/3",
    }
    found = settings.load({"workers": 5, "size": None}, environ, tmp_path)
    assert (found.recipe.snippet, found.recipe.size, found.recipe.fps) == (5, 200, Fraction(25, 2))
    assert found.recipe.stills is False
    assert found.recipe.tile_interval == Fraction(1, 3)
    assert found.engine.workers == 5
    assert found.limits == settings.Limits()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[recipe\n", "cannot be read as TOML"),
        ("[colour]\n", "unknown entry 'colour'"),
        ("snippet = 3\n", "unknown entry 'snippet'"),
        ("[recipe]\nsnipet = 3\n", "unknown key 'snipet'"),
        ('[recipe]\nsnippet = "long"\n', "does not fit"),
        ("[limits]\nmax_side = 0\n", "does not fit"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text(text)
    with pytest.raises(UsageError, match=fault):
        settings.load(directory=tmp_path)


def test_a_list_is_written_with_commas_in_a_variable_and_as_a_list_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text('[web]\norigins = ["https://a.example"]\nport = 0\n')
    found = settings.load({}, {"FLICKBOOK_ALLOW": "https://b.example/films/, s3://films"}, tmp_path).web
    assert (found.origins, found.allow, found.port) == (
        ("https://a.example",),
        ("https://b.example/films/", "s3://films"),
        0,
    )


def test_a_value_that_does_not_fit_is_shown_but_no_token_with_it(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="given port=many") as raised:
        settings.load({"token": "hush"}, {"FLICKBOOK_PORT": "many", "FLICKBOOK_READ_TOKEN": "hush"}, tmp_path)
    assert "hush" not in str(raised.value)
