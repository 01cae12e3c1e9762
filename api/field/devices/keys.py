"""The server's key pairs for phones: one to which they seal what they could not send, one that signs for Web Push.

Both follow from the server's secret (`kit/sealing.py`), so that replicas share them as they share the secret, and
nothing else has to be kept. What was sealed before the secret was changed opens with the former one.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from api.kit.sealing import Sealer

SEAL, PUSH = "field seal 1", "web push 1"
ALGORITHM = "ECDH-P256-HKDF-SHA256-A256GCM"


def b64(raw: bytes) -> str:
    """URL-safe base64 without padding, as JWK and Web Push write it."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def unb64(text: str) -> bytes:
    """The bytes of it.

    :raises ValueError: it is none.
    """
    return base64.b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True)


def point(key: EllipticCurvePublicKey) -> bytes:
    """The uncompressed point, 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def kid_of(key: EllipticCurvePrivateKey) -> str:
    """By what a key is named."""
    return hashlib.sha256(point(key.public_key())).hexdigest()[:16]


def seal_key(sealer: Sealer) -> dict[str, Any]:
    """The public key to which phones seal, as a JWK with its name."""
    key = sealer.key_pairs(SEAL)[0]
    raw = point(key.public_key())
    jwk = {"kty": "EC", "crv": "P-256", "x": b64(raw[1:33]), "y": b64(raw[33:])}
    return {"kid": kid_of(key), "alg": ALGORITHM, "jwk": jwk}


def push_key(sealer: Sealer) -> str:
    """The public key by which push services know us (VAPID, RFC 8292)."""
    return b64(point(sealer.key_pairs(PUSH)[0].public_key()))
