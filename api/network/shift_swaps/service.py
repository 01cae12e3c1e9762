"""Two people change shifts: one asks, the other agrees, the manager approves, and only then the roster moves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.events import log
from api.kit import clock
from api.kit.problems import Clash, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.shift_swaps import facts, queries, schemas
from api.network.shift_swaps.model import ShiftSwap
from api.network.shift_swaps.workflow import WORKFLOW
from api.network.shifts import queries as shifts
from api.network.shifts import service as roster

AROUND = timedelta(days=7)
"""How far before and after a shift its partners are looked for."""


def ask(unit: Unit, command: schemas.SwapCreate) -> dict[str, Any]:
    """Offer one's own shift to a colleague.

    :raises Invalid: the shift is not the caller's own, the colleague does not work there, or his shift is not his.
    :raises Clash: one of the shifts has begun, or is being swapped already.
    """
    first = _shift(unit, command.shift_id)
    if first is None or first.employee_id != unit.actor.employee_id:
        words = Words("只能换自己的班", "Only one's own shift can be swapped")
        raise Invalid.field("/body/shift_id", "unknown", words)
    if command.other_id == first.employee_id or not shifts.works_at(
        unit, command.other_id, first.station_id, clock.day_of(first.starts_at)
    ):
        raise Invalid.field("/body/other_id", "unknown", Words("对方不在本站任职", "He does not work at this station"))
    second = _shift(unit, command.other_shift_id) if command.other_shift_id else None
    his = second and second.employee_id == command.other_id and second.station_id == first.station_id
    if command.other_shift_id and not his:
        words = Words("这一班不是对方的", "That shift is not his")
        raise Invalid.field("/body/other_shift_id", "unknown", words)
    _still_swappable(unit, first, second)
    ids = [first.id, second.id] if second else [first.id]
    if queries.open_with(unit, *ids):
        raise Clash(Words("这一班已经在换班中", "It is being swapped already"))
    row = unit.insert(
        ShiftSwap, id=command.id, status="asked", station_id=first.station_id, asker_id=first.employee_id,
        other_id=command.other_id, shift_id=first.id, other_shift_id=second and second.id, note=command.note,
    )  # fmt: skip
    fact = facts.SwapAsked(
        shift_id=first.id, other_id=command.other_id, other_shift_id=second.id if second else None, note=command.note
    )
    log.append(unit, row, fact)
    return queries.read(unit, row.id)


def agree(unit: Unit, id: str, command: schemas.Agree) -> dict[str, Any]:
    """The other one agrees; it still takes the manager."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "agree", row)
    log.append(unit, row, facts.SwapAgreed(), agreed_at=unit.now, **changes)
    return queries.read(unit, id)


def decline(unit: Unit, id: str, command: schemas.Decline) -> dict[str, Any]:
    """The other one does not agree."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "decline", row)
    log.append(unit, row, facts.SwapDeclined(reason=command.reason), decision_note=command.reason, **changes)
    return queries.read(unit, id)


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """The manager of both approves: the shifts change hands.

    :raises Clash: meanwhile one has begun, was changed, or would put somebody into two places.
    """
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "approve", row)
    ids = sorted(filter(None, (row.shift_id, row.other_shift_id)))
    held = {shift_id: shifts.held(unit, shift_id) for shift_id in ids}
    first, second = held[row.shift_id], held.get(row.other_shift_id)
    if first.employee_id != row.asker_id or (second and second.employee_id != row.other_id):
        raise Clash(Words("排班已经变了，请重新提出", "The roster has changed: ask anew"))
    _still_swappable(unit, first, second)
    roster.exchange(unit, first, second, row.other_id, row.id)
    log.append(unit, row, facts.SwapApproved(note=command.note), **_decided(unit, command.note), **changes)
    return queries.read(unit, id)


def refuse(unit: Unit, id: str, command: schemas.Refuse) -> dict[str, Any]:
    """The manager refuses, with the reason."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "refuse", row)
    log.append(unit, row, facts.SwapRefused(reason=command.reason), **_decided(unit, command.reason), **changes)
    return queries.read(unit, id)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """Who asked takes it back."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "withdraw", row)
    log.append(unit, row, facts.SwapWithdrawn(), **changes)
    return queries.read(unit, id)


def partners(unit: Unit, shift_id: str) -> dict[str, Any]:
    """Colleagues who are free for the caller's shift, each with the shifts of a week around that he could give for it.

    :raises NotFound: the shift is not the caller's to see.
    :raises Forbidden: it is another's.
    """
    shift = shifts.one(unit, shift_id)
    if shift.employee_id != unit.actor.employee_id:
        raise Forbidden(Words("只能换自己的班", "Only one's own shift can be swapped"))
    people = queries.colleagues(unit, shift)
    ids = [person["id"] for person in people]
    since, until = shift.starts_at - AROUND, shift.ends_at + AROUND
    own = shifts.between(unit, [shift.employee_id], since, until)
    away = {row["employee_id"] for row in shifts.leave(unit, ids, shift.starts_at, shift.ends_at)}
    theirs: dict[str, list[dict[str, Any]]] = {id: [] for id in ids}
    for row in shifts.between(unit, ids, since, until):
        theirs[row["employee_id"]].append(row)
    found = []
    for person in people:
        if person["id"] in away:
            continue
        taken = [row for row in theirs[person["id"]] if _meets(row, vars(shift))]
        could = [
            row for row in theirs[person["id"]]
            if row["starts_at"] > unit.now and row["station_id"] == shift.station_id
            and all(row is one for one in taken)
            and not any(_meets(row, mine) for mine in own if mine["id"] != shift.id)
        ]  # fmt: skip
        if taken and not could:
            continue
        shown = [queries.shown_shift(unit, *(row[n] for n in ("id", "starts_at", "ends_at", "kind"))) for row in could]
        found.append({"employee": {"id": person["id"], "name": person["name"]}, "shifts": shown})
    return {"items": found}


def _meets(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["starts_at"] < other["ends_at"] and other["starts_at"] < one["ends_at"])


def _shift(unit: Unit, id: str) -> Row | None:
    """The shift, whoever may see it: that it is not whose it must be is told as of none (T1)."""
    try:
        return shifts.held(unit, id)
    except NotFound:
        return None


def _still_swappable(unit: Unit, *wanted: Row | None) -> None:
    for shift in wanted:
        if shift and (shift.status != "planned" or shift.starts_at <= unit.now):
            raise Clash(Words("这一班已经开始或取消", "It has begun or was removed"))


def _decided(unit: Unit, note: str | None) -> dict[str, Any]:
    return {"decided_by_id": unit.actor.employee_id, "decided_at": unit.now, "decision_note": note}
