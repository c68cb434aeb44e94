"""Signatures as the specification makes them, and settings that cannot work."""

import pytest

from flickbook.core import settings
from flickbook.errors import UsageError
from flickbook.webhooks.courier import Courier
from flickbook.webhooks.delivery import Deliverer
from flickbook.webhooks.standard import headers_for, keys_of
from tests.webhooks.receiver import SECRET


def test_the_signature_is_that_of_the_specification() -> None:
    # From the tests of the specification's own libraries.
    headers = headers_for("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', 1614265330.9, keys_of(SECRET))
    assert headers["webhook-timestamp"] == "1614265330"
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("secret", ["", "hunter2", "whsec_aHVudGVyMg==", "whsec_!", f"{SECRET},hunter2"])
def test_an_invalid_secret_is_refused_and_not_shown(secret: str) -> None:
    with pytest.raises(UsageError, match=r"^FLICKBOOK_WEBHOOK_SECRET: is not") as raised:
        Deliverer(settings.Webhook("https://films.example/", secret), "memory://x")
    assert "hunter2" not in str(raised.value)
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize("host", ["[bad]", "films.example:99999", "films.example:https"])
def test_an_invalid_url_is_refused_and_not_shown(host: str) -> None:
    webhook = settings.Webhook(f"https://{host}/token", SECRET)
    for start in (lambda: Deliverer(webhook, "memory://x"), lambda: Courier(webhook)):
        with pytest.raises(UsageError, match=r"^FLICKBOOK_WEBHOOK_URL: has an invalid host or port; give [^\[]*$"):
            start()
