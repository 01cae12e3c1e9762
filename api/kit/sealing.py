"""Secrets that must be read again (an exchange's signing key) are kept encrypted with a key made of the server's secret.

AES-256-GCM, the purpose bound in as associated data, so that a value copied into another row does not open. The first
characters name the key, so that a later one can be told from it. Where only equality is asked, keep a hash instead.
"""

from __future__ import annotations

import base64
import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Unopenable(ValueError):
    """Sealed with another secret of the server, for another purpose, or altered."""


class Sealer:
    """Seals and opens with one key; the server's secret itself is not kept here."""

    def __init__(self, secret: bytes) -> None:
        key = HKDF(SHA256(), 32, salt=None, info=b"sibu sealing 1").derive(secret)
        self._name = hashlib.sha256(b"name\0" + key).hexdigest()[:8]
        self._cipher = AESGCM(key)

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
        try:
            raw = base64.urlsafe_b64decode(value)
            if name != self._name:
                raise ValueError
            return self._cipher.decrypt(raw[:12], raw[12:], purpose.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise Unopenable from error

    def __repr__(self) -> str:
        return f"Sealer({self._name})"
