"""T12: nothing but our own living tokens opens anything; each test is one trick that worked somewhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from api.settings import Settings
from tests.access.forms import bearer, sign_in
from tests.client import Api
from tests.world import World


def part(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def forged(claims: dict[str, Any], key: bytes, header: dict[str, Any] | None = None, digest: str = "sha256") -> str:
    """A token made by hand, because no library would."""
    text = f"{part(header or {'alg': 'HS256', 'typ': 'JWT'})}.{part(claims)}"
    return f"{text}.{part(hmac.digest(key, text.encode(), digest))}"


@pytest.fixture
def claims(anonymous: Api, world: World) -> dict[str, Any]:
    """The claims of a living token of a coordinator."""
    token = sign_in(anonymous, "co.a1", world.password).json()["access_token"]
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


@pytest.fixture
def refused(anonymous: Api) -> Callable[[str], None]:
    """Asserts that this token is answered like any other bad one."""

    def check(token: str) -> None:
        answer = anonymous.get("me", headers=bearer(token))
        assert answer.status_code == 401
        assert answer.json()["type"] == "/problems/unauthenticated"
        assert "www-authenticate" in answer.headers

    return check


def test_a_token_made_by_hand_with_the_right_key_holds(
    anonymous: Api, claims: dict[str, Any], settings: Settings
) -> None:
    """The control of all tests below: only the trick makes the difference."""
    assert anonymous.get("me", headers=bearer(forged(claims, settings.secret))).status_code == 200


@pytest.mark.parametrize("alg", ["none", "None", "NONE", ""])
def test_t12_no_algorithm(claims: dict[str, Any], refused: Callable[[str], None], alg: str) -> None:
    text = f"{part({'alg': alg, 'typ': 'JWT'})}.{part(claims)}"
    for signature in ("", part(b"x")):
        refused(f"{text}.{signature}")


@pytest.mark.parametrize(("alg", "digest"), [("HS384", "sha384"), ("HS512", "sha512"), ("RS256", "sha256")])
def test_t12_swapped_algorithm(
    claims: dict[str, Any], refused: Callable[[str], None], settings: Settings, alg: str, digest: str
) -> None:
    """Signed with the right key, but not by the one algorithm."""
    refused(forged(claims, settings.secret, {"alg": alg, "typ": "JWT"}, digest))


@pytest.mark.parametrize("kind", ["PEM", "DER", "SSH"])
def test_t12_public_key_as_hmac_secret(claims: dict[str, Any], refused: Callable[[str], None], kind: str) -> None:
    """CVE-2024-33663 and its DER bypass: no public key of anything signs for us."""
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    encoding, form = {
        "PEM": (serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
        "DER": (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo),
        "SSH": (serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH),
    }[kind]
    refused(forged(claims, public.public_bytes(encoding, form)))


@pytest.mark.parametrize("name", ["kid", "jku", "jwk", "x5u", "x5c", "crit", "zip", "cty"])
def test_t12_no_key_from_the_token(
    claims: dict[str, Any], refused: Callable[[str], None], settings: Settings, name: str
) -> None:
    """A header that names a key, or anything else, is refused even with the right signature."""
    value = {"kty": "oct", "k": part(settings.secret)} if name == "jwk" else "../../../dev/null"
    refused(forged(claims, settings.secret, {"alg": "HS256", "typ": "JWT", name: value}))


@pytest.mark.parametrize("claim", ["aud", "iss", "exp", "iat", "sub", "jti", "typ", "sid"])
def test_t12_every_claim_is_required(
    claims: dict[str, Any], refused: Callable[[str], None], settings: Settings, claim: str
) -> None:
    refused(forged({k: v for k, v in claims.items() if k != claim}, settings.secret))


@pytest.mark.parametrize(
    "wrong",
    [
        {"aud": "other"}, {"aud": ["sibu-api", "other"]}, {"iss": "other"}, {"typ": "refresh"}, {"typ": "access"},
        {"typ": "access/client"}, {"typ": "access/device"},
        {"typ": "refresh/person"}, {"typ": 1}, {"sub": 1}, {"sub": "nobody"}, {"sid": None},
        {"sid": "00000000-0000-7000-8000-000000000000"}, {"exp": "never"}, {"exp": 1}, {"exp": 10**400},
    ],
    ids=str,
)  # fmt: skip
def test_t12_wrong_claims(
    claims: dict[str, Any], refused: Callable[[str], None], settings: Settings, wrong: dict[str, Any]
) -> None:
    """Kinds of tokens are not interchangeable, and a right signature heals no wrong claim."""
    refused(forged(claims | wrong, settings.secret))


def test_t12_expired(claims: dict[str, Any], refused: Callable[[str], None], settings: Settings) -> None:
    refused(forged(claims | {"exp": int(time.time()) - 1}, settings.secret))


def test_t12_wrong_key_and_altered_claims(
    claims: dict[str, Any], refused: Callable[[str], None], settings: Settings
) -> None:
    refused(forged(claims, hashlib.sha256(b"guess").digest()))
    head, _, signature = forged(claims, settings.secret).split(".")
    refused(f"{head}.{part(claims | {'sub': 'x'})}.{signature}")


def test_t12_nothing_long_is_read(claims: dict[str, Any], refused: Callable[[str], None], settings: Settings) -> None:
    """Ours have 400 characters; even a rightly signed long one is not parsed."""
    refused(forged(claims | {"more": "x" * 4000}, settings.secret))


def test_t12_encrypted_bomb(refused: Callable[[str], None]) -> None:
    """CVE-2024-33664: a compressed JWE is not even unpacked."""
    public = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    key = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    head = part({"alg": "dir", "enc": "A256GCM", "zip": "DEF"})
    refused(f"{head}..{part(key)}.{'A' * 1_000_000}.AAAA")


@pytest.mark.parametrize("text", ["", "a", "a.b.c", "..", "\x00", "é.é.é", "Bearer"])
def test_t12_rubbish(refused: Callable[[str], None], text: str) -> None:
    refused(text.encode("utf-8").decode("latin-1") if text.isascii() else part(text.encode()))


def test_tokens_only_in_the_header(anonymous: Api, world: World) -> None:
    """A token in a URL would end up in logs (ASVS 14.2.1)."""
    token = sign_in(anonymous, "co.a1", world.password).json()["access_token"]
    assert anonymous.get("me", params={"access_token": token}).status_code == 401
    assert anonymous.get("me", headers={"Authorization": f"Basic {token}"}).status_code == 401
