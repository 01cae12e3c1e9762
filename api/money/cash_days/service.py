"""Closing a day: the drawer counted against the books; afterwards nobody writes into it, the database included."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.events import log
from api.kit.problems import Duplicate, Forbidden, Invalid, TransitionRefused
from api.kit.unit import Unit
from api.kit.words import Words
from api.money.cash_days import answers, facts, queries, schemas
from api.money.cash_days.workflow import WORKFLOW
from api.money.cash_handovers.service import adds_up
from api.money.ledger import queries as sums
from api.money.ledger import service as ledger
from api.money.ledger.days import local_day
from api.money.ledger.model import CashDay
from api.money.ledger.yuan import yuan
from api.network.employees import queries as employees


def open_day(unit: Unit, command: schemas.CashDayOpen) -> dict[str, Any]:
    """Have a day in the books on which nothing happened.

    :raises Forbidden: not the caller's station.
    :raises TransitionRefused: the day has not come, or a later one is closed.
    :raises Duplicate: it is in the books.
    """
    reach = unit.actor.reach(P.CASH_DAYS_CREATE)
    if not reach.everywhere and command.station_id not in reach.stations:
        raise Forbidden(permission=str(P.CASH_DAYS_CREATE))
    if command.day > local_day(unit, command.station_id):
        raise TransitionRefused(Words("这一天还没到", "That day has not come"), offered=[])
    closed = sums.last_closed(unit, command.station_id)
    if closed and command.day <= closed:
        words = Words("{day} 已经日结", "{day} is closed already").format(day=closed.isoformat())
        raise TransitionRefused(words, offered=[])
    if sums.day_of(unit, command.station_id, command.day):
        raise Duplicate
    day = unit.insert(CashDay, station_id=command.station_id, day=command.day, status="open", banked_fen=0)
    log.append(unit, day, facts.CashDayOpened(day=day.day))
    return answers.read(unit, day.id, scoped=False)


def close(unit: Unit, id: str, command: schemas.Close) -> dict[str, Any]:
    """Count the drawer and close the day. What was taken to the bank goes off first; a difference is posted and told.

    Days are closed in order. What comes later for this day is booked on the next open one.

    :raises Overdrawn: more was taken to the bank than the drawer held.
    :raises Invalid: the pieces do not add up, or the witness is the cashier himself or nobody.
    """
    day = queries.one(unit, id, lock=True)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "close", day, answers.BASE)
    adds_up(command.counts, command.counted_fen)
    if command.witness_id and (
        command.witness_id == unit.actor.employee_id or not employees.nameable(unit, command.witness_id, day.station_id)
    ):
        words = Words("监点人要是另一位同事", "The witness is another colleague")
        raise Invalid.field("/body/witness_id", "not_another", words)
    here = {"station_id": day.station_id, "day": day.day}
    if command.banked_fen:
        ledger.post(unit, "banked", "bank", "drawer", command.banked_fen, **here)
    book = sums.of_drawer(unit, day.station_id, day.day)
    difference = command.counted_fen - book
    if difference > 0:
        ledger.post(unit, "difference", "drawer", "difference", difference, **here)
    elif difference < 0:
        ledger.post(unit, "difference", "difference", "drawer", -difference, **here)
    fact = facts.CashDayClosed(
        day=day.day, book_fen=book, counted_fen=command.counted_fen, difference_fen=difference,
        banked_fen=command.banked_fen, book_yuan=yuan(book), yuan=yuan(command.counted_fen),
        difference_yuan=yuan(difference),
    )  # fmt: skip
    log.append(
        unit, day, fact, **changes, book_fen=book, counted_fen=command.counted_fen, counts=command.counts,
        banked_fen=command.banked_fen, bank_slip=command.bank_slip, witness_id=command.witness_id, note=command.note,
        closed_by_id=unit.actor.employee_id, closed_at=unit.now,
    )  # fmt: skip
    return answers.read(unit, day.id, scoped=False)


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """A second person has looked at the close."""
    day = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "approve", day, answers.BASE)
    fact = facts.CashDayApproved(day=day.day)
    log.append(unit, day, fact, **changes, approved_by_id=unit.actor.employee_id, approved_at=unit.now)
    return answers.read(unit, day.id, scoped=False)
