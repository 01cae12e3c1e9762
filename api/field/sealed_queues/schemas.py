"""Sealed queues over the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.field.devices.schemas import Secret
from api.kit.ids import Id
from api.kit.text import Answer, Body, Flag

Coordinate = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]


class EphemeralKey(Body):
    """The phone's part of the agreement, made for this queue alone."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Coordinate
    y: Coordinate


class SealedQueueCreate(Body):
    """What a phone could not send, sealed to the server's key; it proves itself by its secret, without a session.

    Shared = ECDH(epk, the server's key); key = HKDF-SHA256(shared, no salt, `sibu sealed queue 1|<device_id>|<kid>`);
    AES-256-GCM with additional data `<id>|<device_id>|<kid>`. Inside is JSON: `{"commands": [{"key", "method", "path",
    "body", "photos"}…]}`, in the order of `device_seq`; `photos` are the uploads that a body names (`/sealed-photos`).
    """

    id: Id
    device_id: Id
    secret: Secret
    kid: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    epk: EphemeralKey
    iv: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{16}$")]
    sealed: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", min_length=22, max_length=1_900_000)]
    wiped: Annotated[Flag, Field(description="The phone holds nothing else any more.")] = False


class SealedQueueRead(Answer):
    """What became of it: `applied` took effect (now or before), `held` stands before a person or waits."""

    id: str
    received: int
    applied: int
    held: int
