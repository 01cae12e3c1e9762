"""What is known of an exchange's calls. Asked in the exchange's own name, which its signature proved."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, select, update

from api.intake.telephony.events.folding import Known
from api.intake.telephony.events.schemas import Event
from api.intake.telephony.model import (
    TelephonyCall,
    TelephonyEvent,
    TelephonyEventPersonal,
    TelephonyReceipt,
)
from api.kit.db import insert_unless_there
from api.kit.ids import new_id
from api.kit.unit import Row, Unit

_event = TelephonyEvent.__table__  # type: ignore[attr-defined]
_personal = TelephonyEventPersonal.__table__  # type: ignore[attr-defined]
_call = TelephonyCall.__table__  # type: ignore[attr-defined]
_receipt = TelephonyReceipt.__table__  # type: ignore[attr-defined]
_PLAIN = ("direction", "extension", "queue", "rings", "request_id")
_OF_PERSONS = ("from_number", "to_number", "caller_name")


def receive(unit: Unit, digest: str) -> bool:
    """Remember a signed message; False if it was taken before."""
    made = insert_unless_there(unit.conn, _receipt).values(digest=digest, received_at=unit.now)
    return unit.conn.execute(made.returning(_receipt.c.digest)).first() is not None


def forget_receipts(unit: Unit, before: datetime) -> int:
    """Drop what would be stale anyway."""
    return unit.conn.execute(delete(_receipt).where(_receipt.c.received_at < before)).rowcount


def keep(unit: Unit, exchange_id: str, event: Event) -> bool:
    """Write an event down; False if it is known."""
    id = new_id()
    row = {
        "id": id, "exchange_id": exchange_id, "event_id": event.event_id, "call_key": event.call_id, "kind": event.kind,
        "occurred_at": event.occurred_at, "recorded_at": unit.now,
        "data": {name: value for name in _PLAIN if (value := getattr(event, name)) is not None},
    }  # fmt: skip
    made = insert_unless_there(unit.conn, _event).values(row).returning(_event.c.id)
    if unit.conn.execute(made).first() is None:
        return False
    personal = {name: getattr(event, name) for name in _OF_PERSONS}
    if any(personal.values()):
        unit.insert_many(TelephonyEventPersonal, [{"id": id} | personal])
    return True


def would_have(unit: Unit, exchange_id: str, call_key: str, event_ids: list[str]) -> int:
    """How many events the call would have with these."""
    of_call = (_event.c.exchange_id == exchange_id, _event.c.call_key == call_key)
    counted = select(func.count(), func.count().filter(_event.c.event_id.in_(event_ids))).where(*of_call)
    kept, known = unit.conn.execute(counted).one()
    return int(kept) + len(set(event_ids)) - int(known)


def link(unit: Unit, exchange_id: str, call_key: str) -> Row:
    """The exchange's call, locked: whoever works it out waits for whoever does already."""
    row = {"id": new_id(), "exchange_id": exchange_id, "call_key": call_key, "call_id": None}
    unit.conn.execute(insert_unless_there(unit.conn, _call).values(row))
    return unit.one(TelephonyCall, _call.c.exchange_id == exchange_id, _call.c.call_key == call_key, lock=True)


def tie(unit: Unit, link: Row, call_id: str) -> None:
    """This call of ours it is."""
    unit.conn.execute(update(_call).where(_call.c.id == link.id).values(call_id=call_id))
    link.__dict__["call_id"] = call_id


def known(unit: Unit, exchange_id: str, call_key: str) -> list[Known]:
    """Everything told of this call so far."""
    statement = (
        select(_event.c.event_id, _event.c.kind, _event.c.occurred_at, _event.c.data, *(_personal.c[n] for n in _OF_PERSONS))
        .outerjoin(_personal, _personal.c.id == _event.c.id)
        .where(_event.c.exchange_id == exchange_id, _event.c.call_key == call_key)
    )  # fmt: skip
    return [_known(row) for row in unit.rows(statement)]


def _known(row: dict[str, Any]) -> Known:
    return Known(
        id=row["event_id"], kind=row["kind"], at=row["occurred_at"], **row["data"],
        **{name: row[name] for name in _OF_PERSONS},
    )  # fmt: skip


RECEIPTS_KEPT = timedelta(minutes=15)
