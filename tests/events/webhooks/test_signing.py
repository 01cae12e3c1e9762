"""Signatures by Standard Webhooks: the published vectors, and the reference library verifies ours."""

from __future__ import annotations

import base64
import json
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from api.kit import clock, signing
from tests.shared_data import shared

VISIBLE = st.characters(min_codepoint=0x21, max_codepoint=0x7E)


def test_the_published_vectors() -> None:
    vectors = json.loads(shared("standard-webhooks", "vectors.json").read_text("utf-8"))
    valid = {vector["name"]: vector for vector in vectors["valid"]}
    for vector in valid.values():
        made = signing.sign(vector["secret"], vector["id"], vector["timestamp"], vector["body"].encode())
        assert made == vector["signature"], vector["name"]
    assert len(valid) == 5
    for vector in vectors["invalid"]:
        changed = valid[vector["base"]] | vector
        made = signing.sign(changed["secret"], changed["id"], changed["timestamp"], changed["body"].encode())
        assert made != valid[vector["base"]]["signature"], vector["name"]


@settings(max_examples=20)
@given(body=st.text(max_size=80), id=st.text(VISIBLE, min_size=1, max_size=60), size=st.integers(24, 64))
def test_the_reference_library_verifies(body: str, id: str, size: int) -> None:
    first, second, other = (
        signing.PREFIX + base64.b64encode(secrets.token_bytes(size)).decode() for _ in range(3)
    )  # fmt: skip
    text = json.dumps({"body": body}, ensure_ascii=False)
    headers = signing.headers([first, second], id, int(clock.now().timestamp()), text.encode())
    for secret in (first, second):
        assert Webhook(secret).verify(text, headers) == {"body": body}
    with pytest.raises(WebhookVerificationError):
        Webhook(other).verify(text, headers)


def test_a_new_secret_has_256_random_bits() -> None:
    secret = signing.new_secret()
    assert secret.startswith("whsec_")
    assert len(base64.b64decode(secret.removeprefix("whsec_"))) == 32
    assert secret != signing.new_secret()
