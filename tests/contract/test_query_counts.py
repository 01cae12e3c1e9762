"""How many statements each endpoint asks of the database, pinned: one more is a decision, and lists never ask per row.

Counted warm (token and settings known), without BEGIN, savepoints and PostgreSQL's advisory locks; the same on both
databases. Of several tries the least counts, because what is kept in memory may run out between two of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.samples import SAMPLES
from tests.intake.steps import need
from tests.work.steps import Desk
from tests.world import World

UNCOUNTED = ("BEGIN", "SAVEPOINT", "RELEASE", "PRAGMA", "SELECT PG_TRY_ADVISORY", "SELECT PG_NOTIFY")
TRIES = 3
LISTS = {
    "stations": 2, "employees": 3, "calendars": 1, "bookings": 1, "customers": 5, "products": 1, "assets": 2,
    "contracts": 2, "calls": 1, "service-requests": 1, "work-orders": 1, "follow-ups": 1, "templates": 1, "entries": 1,
    "parts": 1, "stock": 1, "bookable-resources": 1,
    "stock-movements": 1, "stock-places": 1, "stock-reservations": 1, "stock-transfers": 1, "stock-counts": 1,
    "stock-exceptions": 1,
    "settlement-bills": 1, "invoices": 1, "payments": 1, "refunds": 1, "cash-handovers": 1, "cash-days": 1,
    "receivables": 1,
    "call-legs": 1, "extensions": 1, "presences": 1,
    "price-lists": 1, "quotes": 1, "knowledge-articles": 2, "consultations": 1, "phrases": 1,
    "devices": 1, "held-commands": 1, "conflicts": 1, "exports": 1, "imports": 1,
    "shifts": 1, "shift-swaps": 1, "leave-requests": 1, "appointments": 1,
    "api-clients": 3,
}  # fmt: skip
PAGES = {
    "attachments/{id}": 3, "bookable-resources/{id}": 1, "knowledge-articles/{id}": 3, "consultations/{id}": 1, "phrases/{id}": 2,
    "stations/{id}": 3, "employees/{id}": 3, "calendars/{id}": 2, "bookings/{id}": 1, "customers/{id}": 5,
    "contacts/{id}": 3, "sites/{id}": 2, "sites/{id}/carry-in": 2,
    "products/{id}": 2, "assets/{id}": 1, "contracts/{id}": 3, "calls/{id}": 1,
    "service-requests/{id}": 3, "service-requests/{id}/events": 2, "service-requests/{id}/clocks": 2,
    "price-lists/{id}": 3, "price-lists/{id}/items": 2, "quotes/{id}": 2, "quotes/{id}/events": 3,
    "templates/{id}": 2, "template-versions/{id}": 1, "entries/{id}": 2, "entries/{id}/events": 3,
    "work-orders/{id}": 3, "work-orders/{id}/events": 3, "follow-ups/{id}": 4, "follow-ups/{id}/events": 3,
    "parts/{id}": 4, "stock/{id}": 3, "stock/{id}/card": 2, "stock-movements/{id}": 2, "stock-places/{id}": 2,
    "stock-reservations/{id}": 2, "stock-transfers/{id}": 2, "stock-counts/{id}": 3, "stock-exceptions/{id}": 2,
    "settlement-bills/{id}": 3, "invoices/{id}": 1, "payments/{id}": 1, "refunds/{id}": 2, "cash-handovers/{id}": 4,
    "cash-days/{id}": 8, "receivables/{id}": 11,
    "devices/{id}": 1, "exports/{id}": 3, "imports/{id}": 1, "held-commands/{id}": 1, "conflicts/{id}": 2,
    "shifts/{id}": 2, "shift-swaps/{id}": 1, "leave-requests/{id}": 1, "appointments/{id}": 2,
    "api-clients/{id}": 6,
}  # fmt: skip
CALLERS = 8
WRITES = {"create a case": 12, "edit a case": 13, "judge a case": 16, "contact a customer": 18, "assign a visit": 24}
"""An assignment also asks the roster, the calendar and whose phone is to be told, and its appointment follows it."""


@contextmanager
def counted(db: Database) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    asked: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.upper().startswith(UNCOUNTED):
            asked.append(statement)

    engines = {db.reader, db.writer}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


def least(db: Database, ask: Callable[[], Any]) -> list[str]:
    """The statements of the try that needed fewest."""
    tries = []
    for _ in range(TRIES):
        with counted(db) as asked:
            ask()
        tries.append(asked)
    return min(tries, key=len)


def make(db: Database, world: World, name: str, number: int = 1) -> str:
    """So many objects of a resource at A1; gives the last one's id."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        return [SAMPLES[name].make(unit, world, "A1", None) for _ in range(number)][-1]


def reader(as_role: Callable[..., Api], path: str) -> Api:
    """Who sees such things at A1: its manager, or the administrator what no station has."""
    return as_role("SA", "C") if path.startswith("api-clients") else as_role("SM")


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_as_often_for_many_rows_as_for_few(
    path: str, as_role: Callable[..., Api], db: Database, world: World
) -> None:
    manager = reader(as_role, path)
    make(db, world, path)
    few = least(db, lambda: manager.read(path, limit=200))
    make(db, world, path, 9)
    many = least(db, lambda: manager.read(path, limit=200))
    assert len(few) == len(many), "\n\n".join(many)
    assert len(many) == LISTS[path], "\n\n".join(many)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_no_more_than_it_did(path: str, as_role: Callable[..., Api], db: Database, world: World) -> None:
    manager, id = reader(as_role, path), make(db, world, path.partition("/")[0])
    asked = least(db, lambda: manager.read(path.replace("{id}", id)))
    assert len(asked) == PAGES[path], "\n\n".join(asked)


def test_who_is_calling_costs_the_same_however_much_he_has_open(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """The agent's screen opens while the telephone rings (R39): no statement per matter."""
    hotline, desk = as_role("HL"), Desk(as_role, world)
    desk.open()
    one = least(db, lambda: hotline.read("callers", phone="13800004410"))
    for _ in range(4):
        desk.open()
    five = least(db, lambda: hotline.read("callers", phone="13800004410"))
    assert len(hotline.read("callers", phone="13800004410")["matches"][0]["open_matters"]) == 5
    assert (len(one), len(five)) == (CALLERS, CALLERS), "\n\n".join(five)


def test_a_write_asks_no_more_than_it_did(as_role: Callable[..., Api], db: Database, world: World) -> None:
    hotline, desk = as_role("HL"), Desk(as_role, world)
    cases, orders, visits = (iter([make_() for _ in range(TRIES)]) for make_ in (
        lambda: hotline.act("service-requests", need(world))["id"], desk.open, lambda: desk.to("time_promised"),
    ))  # fmt: skip
    edits = iter(range(2, 2 + TRIES))
    case = hotline.act("service-requests", need(world))

    def edit() -> None:
        answer = hotline.patch(
            f"service-requests/{case['id']}", json={"subject": f"读数漂移 {new_id()}"},
            headers={"If-Match": f'"{next(edits) - 1}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.text

    judged = {"group": "hardware_repair", "fault_kind": "hardware", "mode": "on_site"}
    found = {
        "create a case": least(db, lambda: hotline.act("service-requests", need(world))),
        "edit a case": least(db, edit),
        "judge a case": least(db, lambda: hotline.act(f"service-requests/{next(cases)}/judge", judged)),
        "contact a customer": least(db, lambda: desk.act(next(orders), "contact")),
        "assign a visit": least(db, lambda: desk.act(next(visits), "assign")),
    }
    assert {name: len(asked) for name, asked in found.items()} == WRITES, "\n\n".join(max(found.values(), key=len))
