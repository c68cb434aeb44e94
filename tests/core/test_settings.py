"""Flags win over variables, which win over the file, which wins over the defaults."""

from fractions import Fraction
from pathlib import Path

import pytest

from flickbook.core import settings
from flickbook.engines import configuration
from flickbook.errors import UsageError
from flickbook.outputs.gif import GIF, GifOptions


def test_flags_win_over_variables_which_win_over_the_file_which_wins_over_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text("[recipe]\nsnippet = 5\nsize = 100\nfps = 12.5\n[engine]\nworkers = 3\n")
    environ = {
        "FLICKBOOK_SIZE": "200",
        "FLICKBOOK_STILLS": "false",
        "FLICKBOOK_WORKERS": "4",
        "FLICKBOOK_TILE_INTERVAL": "1/3",
    }
    found = configuration.load({"workers": 5, "size": None}, environ, tmp_path)
    assert found.recipe.snippet == 5
    assert found.recipe.outputs == {"gif": {"fps": "25/2", "size": 200}, "storyboard": {"interval": "1/3"}}
    assert GIF.options_in(found.recipe) == GifOptions(Fraction(25, 2), 200)
    assert found.engine.workers == 5
    assert found.limits == settings.Limits()


@pytest.mark.parametrize(
    ("text", "environ", "flags", "made"),
    [
        ("[recipe]\nstoryboard = false\n", {}, {"outputs": "storyboard"}, ["storyboard"]),
        ("", {"FLICKBOOK_GIF": "false"}, {"outputs": "gif"}, ["gif"]),
        ("", {"FLICKBOOK_STILLS": "true"}, {"outputs": "gif"}, ["gif"]),
        ("", {"FLICKBOOK_OUTPUTS": "gif,stills"}, {"stills": False}, ["gif"]),
        ("[recipe]\noutputs = ['gif']\n", {"FLICKBOOK_OUTPUTS": "stills"}, {}, ["stills"]),
        ("[recipe]\noutputs = ['gif']\n", {"FLICKBOOK_OUTPUTS": ""}, {"stills": True}, ["gif", "stills"]),
    ],
)
def test_a_list_of_outputs_wins_over_switches_that_were_given_before_it(
    text: str, environ: dict[str, str], flags: dict[str, object], made: list[str], tmp_path: Path
) -> None:
    (tmp_path / "flickbook.toml").write_text(text)
    assert [*configuration.load(flags, environ, tmp_path).recipe.outputs] == made


def test_an_option_that_is_written_in_full_wins_over_its_short_form() -> None:
    environ = {"FLICKBOOK_SIZE": "200", "FLICKBOOK_SET": "gif.size=300,gif.fps=5"}
    assert configuration.load({}, environ).recipe.outputs["gif"] == {"size": 300, "fps": "5"}
    flags = {"size": 400, "set": ["gif.size=500"]}
    assert configuration.load(flags, environ).recipe.outputs["gif"]["size"] == 500
    with pytest.raises(UsageError, match=r"FLICKBOOK_SET gif.size: is 5; it must be a whole number from 16 to 2048"):
        configuration.load({}, {"FLICKBOOK_SET": "gif.size=5"})
    with pytest.raises(UsageError, match=r"^FLICKBOOK_FPS: is 100; it must be above 0"):
        configuration.load({}, {"FLICKBOOK_FPS": "100"})
    with pytest.raises(UsageError, match="--fps: is 1e5000; it must be a number or a fraction"):
        configuration.load({"fps": "1e5000"}, {})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[recipe\n", "cannot be read as TOML"),
        ("[colour]\n", "unknown entry 'colour'"),
        ("snippet = 3\n", "unknown entry 'snippet'"),
        ("[recipe]\nsnipet = 3\n", "unknown key 'snipet'"),
        ('[recipe]\nsnippet = "long"\n', r"\[recipe\] snippet is long; it must be a whole number"),
        ("[limits]\nmax_side = 0\n", r"\[limits\] max_side is 0; it must be a whole number of at least 16"),
        ("[web]\norigins = 3\n", r"\[web\] origins is 3; it must be a list of origins, SCHEME"),
        ('[web]\norigins = ["a.example"]\n', r"\[web\] origins is a.example; it must be a list of origins, SCHEME"),
        (
            '[cluster]\nbroker = "foo"\n',
            r"\[cluster\] broker is invalid; it must be an amqp://, redis:// or sqs:// URL",
        ),
        ("[recipe]\nsnippet = 0\n", r"\[recipe\] snippet is 0; it must be a whole number from 1 to 3600"),
        ("[recipe.gif]\nfps = 0\n", r"\[recipe.gif\] fps is 0; it must be above 0"),
        ("[recipe.storyboard]\ninterval = 0\n", r"\[recipe.storyboard\] interval is 0; it must be at least 0.1 s"),
        ("[recipe]\noutputs = []\n", r"\[recipe\] outputs: no output is left"),
        ("[recipe.gif]\nsize = 5\n", r"\[recipe.gif\] size is 5; it must be a whole number from 16 to 2048"),
        ("[recipe.gif]\ncolour = 5\n", r"\[recipe.gif\] has an unknown key 'colour'; the keys are fps, size"),
        ("[recipe]\ncolour = 5\n", r"\[recipe\] has an unknown key 'colour'; the keys are snippet, outputs"),
        ("[recipe.wepb]\nsize = 5\n", r"unknown table \[recipe.wepb\]; the tables are \[recipe.gif\], "),
        (
            '[recipe]\noutputs = ["gif", "wepb"]\n',
            r"\[recipe\] outputs names the unknown output 'wepb'; the outputs are gif, ",
        ),
        ("[watch]\nevery = inf\n", r"\[watch\] every is inf; it must be a number above 0"),
    ],
)
def test_an_invalid_configuration_file_is_refused(text: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text(text)
    with pytest.raises(UsageError, match=fault):
        configuration.load(directory=tmp_path)


def test_a_misspelt_variable_is_logged_and_variables_of_kubernetes_are_not(caplog: pytest.LogCaptureFixture) -> None:
    kubernetes = {"FLICKBOOK_WEB_SERVICE_HOST": "10.0.0.1", "FLICKBOOK_WEB_PORT_80_TCP_ADDR": "10.0.0.1"}
    configuration.load({}, {"FLICKBOOK_SNIPET": "5", "FLICKBOOK_SIZE": "64", "FLICKBOOK_SET": "", **kubernetes})
    lines = [record.getMessage() for record in caplog.records]
    assert lines == ["FLICKBOOK_SNIPET: is not a setting, and ignored; did you mean FLICKBOOK_SNIPPET?"]


def test_a_list_is_written_with_commas_in_a_variable_and_as_a_list_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text('[web]\norigins = ["https://a.example"]\nport = 0\n')
    found = configuration.load({}, {"FLICKBOOK_ALLOW": "https://b.example/films/, s3://films"}, tmp_path).web
    assert (found.origins, found.allow, found.port) == (
        ("https://a.example",),
        ("https://b.example/films/", "s3://films"),
        0,
    )


@pytest.mark.parametrize(
    ("flags", "environ", "message"),
    [
        ({"every": 0.0}, {"FLICKBOOK_EVERY": "5"}, "--every: is 0; it must be a number above 0."),
        ({}, {"FLICKBOOK_EVERY": "nan"}, "FLICKBOOK_EVERY: is nan; it must be a number above 0."),
        ({"size": 64}, {"FLICKBOOK_FPS": "1/0"}, "FLICKBOOK_FPS: is 1/0; it must be a number or a fraction"),
        ({}, {"FLICKBOOK_TILE_INTERVAL": "often"}, "FLICKBOOK_TILE_INTERVAL: is often; it must be a number"),
        ({}, {"FLICKBOOK_STILLS": "perhaps"}, "FLICKBOOK_STILLS: is perhaps; it must be true or false."),
        ({}, {"FLICKBOOK_TRIES": "11"}, "FLICKBOOK_TRIES: is 11; it must be a whole number from 1 to 10."),
        ({"health": "nonsense"}, {}, "--health: is nonsense; it must be HOST:PORT, such as 127.0.0.1:9464."),
    ],
)
def test_an_invalid_value_is_shown_with_its_origin_and_the_allowed_values(
    flags: dict[str, object], environ: dict[str, str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as raised:
        configuration.load(flags, environ, tmp_path)
    assert str(raised.value).startswith(message)


def test_a_health_address_may_be_empty_a_port_ipv4_ipv6_or_a_host(tmp_path: Path) -> None:
    for place in ("", ":9464", "0.0.0.0:9464", "[::]:9464", "worker.example:80"):
        assert configuration.load({}, {"FLICKBOOK_HEALTH": place}, tmp_path).cluster.health == place


def test_an_invalid_token_stays_out_of_the_error(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text("[web]\ntoken = 31337\n")
    with pytest.raises(UsageError, match="token is invalid; it must be a text") as raised:
        configuration.load({}, {}, tmp_path)
    assert "31337" not in str(raised.value)


def test_keys_of_signed_urls_are_pairs_and_stay_out_of_the_error() -> None:
    keys = configuration.load({}, {"FLICKBOOK_IMAGE_KEYS": "a:0123456789abcdef, b:fedcba9876543210"}).images.image_keys
    assert keys == ("a:0123456789abcdef", "b:fedcba9876543210")
    for wrong in ("a:31337", "0123456789abcdef31337", "a b:0123456789abcdef31337"):
        with pytest.raises(
            UsageError, match="FLICKBOOK_IMAGE_KEYS: is invalid; it must be a list of ID:SECRET"
        ) as raised:
            configuration.load({}, {"FLICKBOOK_IMAGE_KEYS": wrong})
        assert "31337" not in str(raised.value)


def test_the_variables_of_a_webhook_have_the_name_of_its_table(tmp_path: Path) -> None:
    (tmp_path / configuration.CONFIG_FILE).write_text("[webhook]\nurl = 'https://a.example/'\nsecret = 'whsec_a'\n")
    environ = {"FLICKBOOK_WEBHOOK_URL": "https://b.example/events?key=1", "FLICKBOOK_WEBHOOK_ALLOW_PRIVATE": "true"}
    found = configuration.load({}, environ, tmp_path).webhook
    assert (found.url, found.secret, found.allow_private) == ("https://b.example/events?key=1", "whsec_a", True)


@pytest.mark.parametrize(
    "url", ["ftp://films.example/", "films.example", "https://me:hunter2@films.example/", "https://"]
)
def test_a_url_that_is_no_webhooks_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(UsageError) as raised:
        configuration.load({}, {"FLICKBOOK_WEBHOOK_URL": url})
    said = "FLICKBOOK_WEBHOOK_URL: is invalid; it must be an http:// or https:// URL, without a user."
    assert str(raised.value) == said
