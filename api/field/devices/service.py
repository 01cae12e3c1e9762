"""Verbs on phones: enrolled, heard of, wiped, revoked; and the numbers they give receipts by."""

from __future__ import annotations

import hmac
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, update

from api.access.accounts import queries as accounts
from api.access.sessions import service as sessions
from api.events import log
from api.field.devices import answers, clocks, facts, queries, schemas
from api.field.devices.model import Device, PushSubscription, ReceiptBlock
from api.field.devices.problems import DeviceSecretWrong
from api.field.devices.workflow import WORKFLOW
from api.field.push import guarding
from api.kit import fieldwork
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid
from api.kit.sealing import fingerprint
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.settings import limits
from api.network.shifts import queries as roster
from api.network.stations import queries as stations

_device = Device.__table__  # type: ignore[attr-defined]
_push = PushSubscription.__table__  # type: ignore[attr-defined]
SPARE = 50
"""Fewer numbers than this left, and the phone is given a further block."""


def enrol(unit: Unit, command: schemas.DeviceEnrol) -> dict[str, Any]:
    """Enrol a phone for who is signed in; the same phone again is given the new secret and works on.

    :raises DeviceNotYours: it is enrolled for somebody else.
    """
    me = unit.actor.employee_id
    if me is None:
        raise Forbidden(permission="devices:create")
    told: dict[str, Any] = {
        "name": command.name, "platform": command.platform, "app_version": command.app_version,
        "storage": command.storage, "secret_hash": fingerprint(command.secret), "session_id": unit.actor.session_id,
        "reported_at": unit.now,
    }  # fmt: skip
    device = queries.any_one(unit, command.id, lock=True)
    if device is None:
        anchors = clocks.measured([], unit.now, command.clock)
        device = unit.insert(
            Device, id=command.id, station_id=str(roster.home_of(unit, me)), employee_id=me, account_id=unit.actor.id,
            status="active", waiting=0, last_seq=0, anchors=anchors, skew_ms=anchors[-1][1], **told,
        )  # fmt: skip
        prefix = reserve(unit, device)
        log.append(unit, device, facts.DeviceEnrolled(name=command.name, again=False, receipts=prefix))
        return answers.to_itself(unit, device.id)
    if device.account_id != unit.actor.id:
        raise fieldwork.DeviceNotYours
    prefix = (queries.block(unit, device.id) or {})["prefix"]
    anchors = clocks.measured(device.anchors, unit.now, command.clock)
    log.append(
        unit, device, facts.DeviceEnrolled(name=command.name, again=True, receipts=prefix), **told, status="active",
        anchors=anchors, skew_ms=anchors[-1][1], wipe_asked_at=None, wipe_asked_by_id=None, wipe_reason=None,
        wiped_at=None, revoked_at=None, revoke_reason=None,
    )  # fmt: skip
    return answers.to_itself(unit, device.id)


def report(unit: Unit, id: str, command: schemas.DeviceReport) -> dict[str, Any]:
    """What waits on the phone, and what it is to know.

    :raises NotFound: it is not the caller's own.
    """
    device = queries.own(unit, id)
    if command.wiped and device.status != "wiped":
        log.append(unit, device, facts.DeviceWiped(), status="wiped", wiped_at=unit.now)
    heard(
        unit, device, command.clock, waiting=command.waiting, oldest_waiting_at=_sane(unit, device, command),
        last_seq=max(device.last_seq, command.last_seq), storage=command.storage, app_version=command.app_version,
        bundle_at=command.bundle_at, session_id=unit.actor.session_id,
    )  # fmt: skip
    block = queries.block(unit, id)
    assert block
    if block["last"] - (int(block["used"][-4:]) if block["used"] else 0) < SPARE:
        log.append(unit, device, facts.DeviceReceiptsReserved(receipts=reserve(unit, device)))
    return answers.to_itself(unit, id)


def _sane(unit: Unit, device: Row, command: schemas.DeviceReport) -> datetime | None:
    if command.oldest_waiting_at is None:
        return None
    anchors = clocks.measured(device.anchors, unit.now, command.clock)
    return clocks.corrected(command.oldest_waiting_at, anchors, unit.now, None)


def heard(unit: Unit, device: Row, clock: datetime | None, **told: Any) -> None:
    """The phone spoke with us: its clock is read, and what it told is kept. What a phone says moves no version."""
    anchors = clocks.measured(device.anchors, unit.now, clock)
    told |= {"reported_at": unit.now}
    if anchors != device.anchors:
        former, skew = device.skew_ms, anchors[-1][1]
        told |= {"anchors": anchors, "skew_ms": skew}
        if abs(former - skew) > clocks.TOLERANCE:
            log.append(
                unit, device, facts.DeviceClockJumped(seconds=round(skew / 1000), former_seconds=round(former / 1000))
            )
    unit.conn.execute(update(_device).where(_device.c.id == device.id).values(**told))
    device.__dict__.update(told)


def reserve(unit: Unit, device: Row) -> str:
    """Set a block of receipt numbers aside for the phone (D24); gives what they begin with."""
    station = stations.known(unit, device.station_id)
    prefix = next_number(unit, "RC", station.code, unit.today) + "-"
    many = limits.get(unit, "field.receipt_numbers", device.station_id)
    unit.insert(ReceiptBlock, device_id=device.id, prefix=prefix, first=1, last=many)
    return prefix


def check_receipt(unit: Unit, number: str) -> None:
    """A receipt that was given offline bears a number of the giver's own phone.

    :raises Invalid: it was set aside for nobody, or for somebody else.
    """
    block = queries.block_of(unit, number[:-4])
    inside = block and number[-4:].isdigit() and block["first"] <= int(number[-4:]) <= block["last"]
    if not inside or block["employee_id"] != unit.actor.employee_id:  # type: ignore[index]
        words = Words("不是您手机的收据号", "Not a receipt number of your phone")
        raise Invalid.field("/body/receipt_number", "unknown", words)


# -- the office's verbs ------------------------------------------------------------------------------------------------
def wipe(unit: Unit, id: str, command: schemas.Wipe) -> dict[str, Any]:
    """Ask the phone to seal what is unsent and to forget everything when it next speaks with us."""
    device = queries.one(unit, id)
    WORKFLOW.fire(unit, "wipe", device, answers.BASE)
    log.append(
        unit, device, facts.DeviceWipeAsked(reason=command.reason), wipe_asked_at=unit.now, wipe_reason=command.reason,
        wipe_asked_by_id=unit.actor.employee_id,
    )  # fmt: skip
    return answers.read(unit, id)


def keep(unit: Unit, id: str, command: schemas.Keep) -> dict[str, Any]:
    """It was found again."""
    device = queries.one(unit, id)
    WORKFLOW.fire(unit, "keep", device, answers.BASE)
    log.append(
        unit, device, facts.DeviceWipeTakenBack(), wipe_asked_at=None, wipe_asked_by_id=None, wipe_reason=None
    )  # fmt: skip
    return answers.read(unit, id)


def revoke(unit: Unit, id: str, command: schemas.Revoke) -> dict[str, Any]:
    """Its commands are taken no more, its session ends; what it sealed still comes before a person."""
    device = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "revoke", device, answers.BASE)
    log.append(
        unit, device, facts.DeviceRevoked(reason=command.reason), **changes, revoked_at=unit.now,
        revoke_reason=command.reason,
    )  # fmt: skip
    account = accounts.of_person(unit, device.employee_id)
    if account and device.session_id in sessions.living(unit, account.id):
        sessions.end(unit, account, device.session_id, "device_revoked")
    return answers.read(unit, id)


# -- without a session -------------------------------------------------------------------------------------------------
def proven(unit: Unit, device_id: str, secret: str) -> Row:
    """The phone that knows its own secret, held.

    :raises DeviceSecretWrong: no such phone, or not its secret: both alike.
    """
    device = queries.any_one(unit, device_id, lock=True)
    known = device.secret_hash if device else fingerprint("")
    if not hmac.compare_digest(known, fingerprint(secret)) or device is None:
        raise DeviceSecretWrong
    return device


def standing(unit: Unit, command: schemas.Standing) -> dict[str, Any]:
    """Whether a phone without a session is to be wiped; it is heard of by asking."""
    device = proven(unit, command.device_id, command.secret)
    heard(unit, device, None)
    return {
        "wipe": device.wipe_asked_at is not None and device.wiped_at is None, "wipe_reason": device.wipe_reason,
        "revoked": device.status == "revoked", "server_time": unit.now,
    }  # fmt: skip


def wiped(unit: Unit, device: Row) -> None:
    """The phone says that it holds nothing any more."""
    if device.status != "wiped":
        log.append(unit, device, facts.DeviceWiped(), status="wiped", wiped_at=unit.now)


# -- notices -----------------------------------------------------------------------------------------------------------
def subscribe(unit: Unit, id: str, command: schemas.PushSubscribe) -> dict[str, Any]:
    """Where this phone is told of something new.

    :raises Invalid: not a push service that we may speak with (T10), or not the keys of one.
    """
    device = queries.own(unit, id)
    guarding.demand(command.endpoint)
    guarding.demand_keys(command.keys.p256dh, command.keys.auth)
    unit.conn.execute(delete(_push).where(_push.c.device_id == id))
    row = {
        "id": new_id(), "created_at": unit.now, "device_id": id, "endpoint": command.endpoint,
        "p256dh": command.keys.p256dh, "auth": command.keys.auth,
    }  # fmt: skip
    unit.conn.execute(insert(_push), row)
    log.append(unit, device, facts.DevicePushChanged(on="on"))
    return answers.to_itself(unit, id)


def unsubscribe(unit: Unit, id: str) -> None:
    """The phone is told nothing any more."""
    device = queries.own(unit, id)
    if unit.conn.execute(delete(_push).where(_push.c.device_id == id)).rowcount:
        log.append(unit, device, facts.DevicePushChanged(on="off"))
