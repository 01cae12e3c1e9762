"""Secrets that must be read again (an exchange's signing key) are kept encrypted with a key made of the server's secret.

AES-256-GCM, the purpose bound in as associated data, so that a value copied into another row does not open. The first
characters name the key, so that a later one can be told from it. Where only equality is asked, keep a hash instead.
"""

from __future__ import annotations

import base64
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, derive_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""How many points the curve P-256 has."""


class Unopenable(ValueError):
    """Sealed with another secret of the server, for another purpose, or altered."""


def fingerprint(secret: str) -> str:
    """What is kept of a secret of ours: it has 128 random bits or more, so a plain hash is enough, and cheap to compare."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


class Sealer:
    """Seals and opens with one key; the server's secret itself is not kept here."""

    def __init__(self, secret: bytes, former: bytes | None = None) -> None:
        key = HKDF(SHA256(), 32, salt=None, info=b"sibu sealing 1").derive(secret)
        self._name = hashlib.sha256(b"name\0" + key).hexdigest()[:8]
        self._cipher = AESGCM(key)
        self._root = HKDF(SHA256(), 32, salt=None, info=b"sibu key pairs 1").derive(secret)
        self._former = Sealer(former) if former else None

    def seal(self, text: str, purpose: str) -> str:
        """The text, unreadable without the server's secret."""
        nonce = secrets.token_bytes(12)
        sealed = nonce + self._cipher.encrypt(nonce, text.encode(), purpose.encode())
        return f"{self._name}.{base64.urlsafe_b64encode(sealed).decode()}"

    def open(self, sealed: str, purpose: str) -> str:
        """What `seal` was given.

        :raises Unopenable: see there.
        """
        name, _, value = sealed.partition(".")
        if self._former and name == self._former._name:
            return self._former.open(sealed, purpose)
        try:
            raw = base64.urlsafe_b64decode(value)
            if name != self._name:
                raise ValueError
            return self._cipher.decrypt(raw[:12], raw[12:], purpose.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise Unopenable from error

    def key_pairs(self, purpose: str) -> list[EllipticCurvePrivateKey]:
        """The server's P-256 keys for a purpose: today's, and the one of the former secret where it is still known.

        They follow from the secret, so that every replica has them and none is written down.
        """
        raw = int.from_bytes(HKDF(SHA256(), 48, salt=None, info=purpose.encode()).derive(self._root))
        today = derive_private_key(raw % (_ORDER - 1) + 1, SECP256R1())
        return [today, *(self._former.key_pairs(purpose) if self._former else [])]

    def __repr__(self) -> str:
        return f"Sealer({self._name})"
