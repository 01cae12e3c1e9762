"""Phones over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Count, DeviceMoment, Flag, Moment, Reason, ask, line
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["active", "revoked", "wiped"]
Storage = Literal["persisted", "refused", "unknown"]
Secret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$"), Field(description="32 bytes, base64url.")]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+={0,2}$", min_length=16, max_length=120)]


class DevicesQuery(Page):
    """Which phones; `waiting=true`: those that have told of something unsent."""

    status: Status | None = None
    employee_id: Id | None = None
    station_id: Id | None = None
    waiting: bool | None = None
    sort: Literal["-created_at"] = "-created_at"


class _Told(Body):
    """What a phone says of itself each time."""

    clock: Annotated[DeviceMoment, Field(description="What its clock shows now.")]
    storage: Storage = "unknown"
    app_version: line(40) | None = None  # type: ignore[valid-type]


class DeviceEnrol(_Told):
    """A phone is enrolled for who is signed in; enrolling the same one again gives it another secret."""

    id: Id
    secret: Secret
    name: line(80)  # type: ignore[valid-type]
    platform: line(120) | None = None  # type: ignore[valid-type]


class DeviceReport(_Told):
    """What waits on the phone, and that it was wiped where it was."""

    waiting: Count = 0
    oldest_waiting_at: DeviceMoment | None = None
    last_seq: Count = 0
    bundle_at: Annotated[Moment | None, Field(description="`at` of the bundle that it has.")] = None
    wiped: Flag = False


class Standing(Body):
    """A phone whose session has ended asks whether it is to be wiped."""

    device_id: Id
    secret: Secret


class Wipe(Body):
    """The phone is lost, or its owner leaves."""

    reason: Reason = ask("为什么要清除", "Why it is wiped", kind="textarea")


class Keep(Body):
    """It was found again: it is not wiped."""


class Revoke(Body):
    """The phone is not to be used any more."""

    reason: Reason = ask("为什么停用", "Why it is revoked", kind="textarea")


class PushKeys(Body):
    """The keys of a Web Push subscription (RFC 8291)."""

    p256dh: Base64
    auth: Base64


class PushSubscribe(Body):
    """Where this phone is told of something new, as `PushSubscription.toJSON()` gives it."""

    endpoint: Annotated[str, StringConstraints(pattern=r"^https://[!-~]+$", min_length=12, max_length=1000)]
    keys: PushKeys


class DeviceRow(Answer):
    """One line of the list."""

    id: str
    version: int
    name: str
    platform: str | None
    app_version: str | None
    status: Status
    status_label: str
    employee: EmployeeRef
    station: StationRef
    storage: Storage
    waiting: int
    oldest_waiting_at: datetime | None
    reported_at: datetime
    wipe: bool = Field(description="It is to be wiped as soon as it speaks with us.")
    wiped_at: datetime | None
    skew_seconds: float = Field(description="Its clock less the server's.")
    created_at: datetime
    offered: list[Offer]


class DeviceRead(DeviceRow):
    """A phone as the office sees it."""

    wipe_reason: str | None
    wipe_asked_at: datetime | None
    revoked_at: datetime | None
    revoke_reason: str | None
    last_seq: int
    bundle_at: datetime | None
    push: bool


class PhonePolicy(Answer):
    """What the phone keeps to by itself (promises.md, C14)."""

    lock_minutes: int
    offline_hours: int
    pin_tries: int


class Receipts(Answer):
    """Numbers set aside for this phone: `prefix` and four digits, from `first` to `last`; `used` is the highest used."""

    prefix: str
    first: int
    last: int
    used: int


class Jwk(Answer):
    """A public key on P-256."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: str
    y: str


class SealKey(Answer):
    """To what a phone seals what it could not send."""

    kid: str
    alg: Literal["ECDH-P256-HKDF-SHA256-A256GCM"]
    jwk: Jwk


class OwnDevice(DeviceRead):
    """A phone as it is told of itself."""

    server_time: datetime
    policy: PhonePolicy
    receipts: Receipts
    seal: SealKey
    push_key: str = Field(description="`applicationServerKey` of Web Push.")
    held: int = Field(description="Commands of this person that wait or are held.")
    conflicts: int = Field(description="Conflicts of this person that nobody decided yet.")


class StandingRead(Answer):
    """Whether the phone is to be wiped."""

    wipe: bool
    wipe_reason: str | None
    revoked: bool
    server_time: datetime
