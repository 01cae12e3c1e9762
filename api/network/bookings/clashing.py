"""What a booking may not stand upon: other bookings with their travel, leave, and the roster; and a manager's leave to.

Asked under the lock of the resource's line in the book of time, so that whoever comes second sees the first one's row.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from api.access.policy import P, Role
from api.kit.problems import Clash, Forbidden
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import queries
from api.network.bookings.model import NO_OVERLAP, BookingOverride
from api.network.shifts import coverage

Span = dict[str, datetime]
KINDS = {
    "job": Words("上门", "a visit"), "leave": Words("请假", "leave"), "use": Words("占用", "another use"),
    "shift": Words("不当班", "off duty"),
}  # fmt: skip


def judged(
    unit: Unit, held: Row, span: Span, reason: str | None, *, station_id: str, job: bool, but: str | None = None
) -> list[dict[str, Any]]:
    """What a booking knowingly goes against; nothing where the time is free.

    :raises Clash: something stands there and no reason was given to put it there all the same.
    :raises Forbidden: a reason, from somebody who is no manager of the resource's station.
    """
    found = queries.clashes(unit, held.resource_no, span["blocked_from"], span["blocked_to"], but=but)
    if job and (off := _off_duty(unit, held, span, station_id)):
        found = [*found, off]
    if not found:
        return []
    if reason is None:
        raise refusal(unit, held, found[0])
    reach = unit.actor.reach(P.BOOKINGS_ASSIGN, frozenset({Role.STATION_MANAGER}))
    if not reach.everywhere and held.station_id not in reach.stations:
        words = Words("只有站长可以重复占用工程师的时间", "Only his station manager may double an engineer's time")
        raise Forbidden(words, permission=str(P.BOOKINGS_ASSIGN))
    return found


def _off_duty(unit: Unit, held: Row, span: Span, station_id: str) -> dict[str, Any] | None:
    """The roster as a clash: he does not work then. A day for which the station has planned nobody refuses nothing."""
    why = coverage.off_duty(unit, station_id, [held.id], span["starts_at"], span["ends_at"]).get(held.id)
    if why is None:
        return None
    return {
        "id": None, "kind": "shift", "starts_at": span["starts_at"], "ends_at": span["ends_at"], "note": None,
        "words": why, "work_order_id": None, "employee_id": held.id, "employee_name": held.name,
    }  # fmt: skip


def named(doubled: list[dict[str, Any]], reason: str | None) -> dict[str, str | None]:
    """The marks on the booking itself that leave it out of the exclusion; only what overlaps needs them."""
    first = next((one["id"] for one in doubled if one["id"]), None)
    return {"overrides_id": first, "override_reason": reason if first else None}


def record(unit: Unit, row: Row, doubled: list[dict[str, Any]], reason: str | None) -> None:
    """One row for each clash that was overridden: who, when, why, and which (house rule 11)."""
    for one in doubled:
        unit.insert(
            BookingOverride, station_id=row.station_id, booking_id=row.id, by_id=unit.actor.employee_id, reason=reason,
            clash_kind=one["kind"], clash_id=one["id"], clash_starts_at=one["starts_at"], clash_ends_at=one["ends_at"],
            clash_note=one["note"],
        )  # fmt: skip


def explained(unit: Unit, error: IntegrityError, held: Row, span: Span, *, but: str | None = None) -> Exception:
    """The database's refusal as the clash it stands for; any other error as it is."""
    if NO_OVERLAP not in str(error.orig):
        return error
    found = queries.clashes(unit, held.resource_no, span["blocked_from"], span["blocked_to"], but=but)
    return refusal(unit, held, found[0]) if found else error


def refusal(unit: Unit, held: Row, found: dict[str, Any]) -> Clash:
    """Of another station's booking only that the time is taken, and why, is told: not its order, not its note (T1)."""
    told = found["id"] is not None and queries.may_be_told(unit, found)
    note = found["note"] if told else None
    if found["kind"] == "shift":
        words = Words("{name}{why}", "{name}: {why}").format(name=held.name, why=found["words"])
        return Clash(words, clash=_clash(found, None, told=False))
    words = Words("{name}这段时间已被占用：{note}", "{name} is taken at that time: {note}").format(
        name=held.name, note=note or KINDS[found["kind"]]
    )
    return Clash(words, clash=_clash(found, note, told=told))


def _clash(found: dict[str, Any], note: str | None, *, told: bool) -> dict[str, Any]:
    return {
        "booking_id": found["id"] if told else None,
        "starts_at": found["starts_at"],
        "ends_at": found["ends_at"],
        "kind": found["kind"],
        "number": note,
        "work_order_id": found["work_order_id"] if told else None,
        "employee": found["employee_id"] and {"id": found["employee_id"], "name": found["employee_name"]},
    }
