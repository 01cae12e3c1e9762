"""Opens what a phone sealed to the server's key: ECDH on P-256, HKDF-SHA256, AES-256-GCM (C14)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.field.devices.keys import SEAL, kid_of, unb64
from api.field.sealed_queues.problems import NotOpenable
from api.field.sealed_queues.schemas import SealedQueueCreate
from api.kit.ids import Id
from api.kit.problems import Problem
from api.kit.sealing import Sealer
from api.kit.validation import parse_json, storable


class Command(BaseModel):
    """One request as it would have been sent."""

    model_config = ConfigDict(extra="ignore")
    key: Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,255}$")]
    method: Literal["POST"]
    path: Annotated[str, Field(pattern=r"^/api/v1/[a-z0-9/_.-]{1,280}$")]
    body: dict[str, Any]
    photos: Annotated[list[Id], Field(max_length=200)] = []
    """Ids of uploads that the body names, which the phone could not know the attachments of."""


class Queue(BaseModel):
    """What was inside."""

    model_config = ConfigDict(extra="ignore")
    commands: Annotated[list[Command], Field(max_length=2000)]


_QUEUE = TypeAdapter(Queue)


def opened(sealer: Sealer, sent: SealedQueueCreate) -> Queue:
    """The commands of the queue, as the phone put them in.

    :raises NotOpenable: see there.
    """
    try:
        return _QUEUE.validate_python(content(sealer, sent))
    except ValidationError as error:
        raise NotOpenable from error


def content(sealer: Sealer, sent: SealedQueueCreate) -> Any:
    """What was sealed, not judged yet.

    :raises NotOpenable: see there.
    """
    key = next((key for key in sealer.key_pairs(SEAL) if kid_of(key) == sent.kid), None)
    if key is None:
        raise NotOpenable
    try:
        plain = _opened(key, sent)
        return storable(parse_json(plain))
    except (InvalidTag, ValueError, Problem) as error:
        raise NotOpenable from error


def _opened(key: EllipticCurvePrivateKey, sent: SealedQueueCreate) -> bytes:
    point = b"\x04" + unb64(sent.epk.x) + unb64(sent.epk.y)
    shared = key.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point))
    info = f"sibu sealed queue 1|{sent.device_id}|{sent.kid}".encode()
    cipher = AESGCM(HKDF(SHA256(), 32, salt=None, info=info).derive(shared))
    return cipher.decrypt(unb64(sent.iv), unb64(sent.sealed), f"{sent.id}|{sent.device_id}|{sent.kid}".encode())
