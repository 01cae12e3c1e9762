"""Web Push on the wire: the message encrypted to one phone (RFC 8291, aes128gcm of RFC 8188), signed by us (RFC 8292).

Written with `cryptography`'s primitives, of which each standard is a few lines, and held to the standards' own examples
in `tests/field/test_push.py`; the ready library would bring two HTTP clients along.
"""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from api.field.devices.keys import b64, point, unb64

_RECORD = 4096
VALID = timedelta(hours=12)


def encrypted(
    plain: bytes, p256dh: str, auth: str, *, own: EllipticCurvePrivateKey | None = None, salt: bytes | None = None
) -> bytes:
    """The body of a push message; `own` and `salt` are fresh unless a test names them."""
    own, salt = own or generate_private_key(SECP256R1()), salt or secrets.token_bytes(16)
    theirs = unb64(p256dh)
    ours = point(own.public_key())
    shared = own.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), theirs))
    secret = HKDF(SHA256(), 32, salt=unb64(auth), info=b"WebPush: info\0" + theirs + ours).derive(shared)
    key = HKDF(SHA256(), 16, salt=salt, info=b"Content-Encoding: aes128gcm\0").derive(secret)
    nonce = HKDF(SHA256(), 12, salt=salt, info=b"Content-Encoding: nonce\0").derive(secret)
    head = salt + _RECORD.to_bytes(4) + bytes([len(ours)]) + ours
    return head + AESGCM(key).encrypt(nonce, plain + b"\x02", None)


def authorization(key: EllipticCurvePrivateKey, origin: str, contact: str, now: datetime) -> str:
    """The header by which a push service knows who sends, and whom to write to about it."""
    claims = {"aud": origin, "exp": int((now + VALID).timestamp()), "sub": contact}
    signed = ".".join(b64(json.dumps(part, separators=(",", ":")).encode()) for part in (_HEAD, claims))
    r, s = decode_dss_signature(key.sign(signed.encode(), ECDSA(SHA256())))
    token = f"{signed}.{b64(r.to_bytes(32) + s.to_bytes(32))}"
    return f"vapid t={token}, k={b64(point(key.public_key()))}"


_HEAD = {"typ": "JWT", "alg": "ES256"}
