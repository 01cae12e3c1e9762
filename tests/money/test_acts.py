"""The order of acts of R154, every later act against every missing earlier one, and through the doors of all rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.access.actor import SYSTEM
from api.intake.service_requests import acts
from api.kit.db import Database
from api.kit.unit import Row, Unit
from tests.client import Api
from tests.intake.steps import refused as refused_case
from tests.money.selling import act, case_of, drafted, refused
from tests.world import World

Role = Callable[..., Api]
NAMES = [deed.act for deed in acts.ORDER]
LACKING = {deed.act: deed.lacking for deed in acts.ORDER}
COLUMNS = {
    "explain": ("policy_explained_at",), "accept": ("accepted_at",), "quote": ("quoted_at", "quoted_fen"),
    "consent": ("consented_at", "consented_fen"),
}  # fmt: skip
PAIRS = [(later, earlier) for at, later in enumerate(NAMES) for earlier in NAMES[:at]]


@pytest.fixture
def unit(db: Database) -> Iterator[Unit]:
    with db.read() as conn:
        yield Unit(db, conn, SYSTEM)


def case_with(done: set[str], paid: bool = True) -> Row:
    """A case of which exactly these acts are recorded in its own row."""
    values: dict[str, Any] = {"id": "00000000-0000-7000-8000-000000000009", "paid": paid, "answer": None}
    for name, columns in COLUMNS.items():
        values |= dict.fromkeys(columns, datetime.now(UTC) if name in done else None)
    return Row(models.service_requests.ServiceRequest.__table__, values)


def test_the_order_is_the_seeds() -> None:
    assert NAMES == ["explain", "accept", "quote", "consent", "work", "collect", "hand_in"]
    assert len(PAIRS) == 21


@pytest.mark.parametrize(("later", "earlier"), PAIRS, ids=str)
def test_r154_a_later_act_is_refused_while_an_earlier_one_is_missing(
    unit: Unit, monkeypatch: pytest.MonkeyPatch, later: Any, earlier: str
) -> None:
    """All acts are done but one; whatever comes after it is refused, and the reason names it."""
    done = set(NAMES) - {earlier}
    for name in ("work", "collect", "hand_in"):
        monkeypatch.setitem(acts._known, name, lambda _unit, _case, name=name: name in done)
    assert acts.missing(unit, case_with(done), later) == LACKING[earlier]  # type: ignore[index]
    assert acts.missing(unit, case_with(set(NAMES)), earlier) is None  # type: ignore[arg-type]
    assert acts.next_deed(unit, case_with(done)).act == earlier  # type: ignore[union-attr]


@pytest.mark.parametrize("later", NAMES)
def test_what_is_free_has_no_acts(unit: Unit, later: Any) -> None:
    assert acts.missing(unit, case_with(set(), paid=False), later) is None


def test_what_nobody_tells_counts_as_not_done(unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(acts._known, "collect")
    monkeypatch.setitem(acts._known, "work", lambda _unit, _case: True)
    assert acts.missing(unit, case_with(set(NAMES)), "hand_in") == LACKING["collect"]


FIRST = {"accept": ("explain",), "quote": ("explain", "accept"), "consent": ("explain", "accept"),
         "work": ("explain", "accept", "quote", "consent"), "collect": ("explain", "accept", "quote", "consent")}  # fmt: skip


def undo(db: Database, case_id: str, name: str) -> None:
    """Take one act out of the case's row, as if it had never been done."""
    table = models.service_requests.ServiceRequest.__table__
    gone = dict.fromkeys(COLUMNS[name])
    if name == "quote":  # a consent stands on a quote: without one there is none either
        gone |= dict.fromkeys(("consented_fen",))
    with db.write() as conn:
        conn.execute(update(table).where(table.c.id == case_id).values(**gone))


@pytest.mark.parametrize(
    ("later", "earlier"), [(later, earlier) for later, before in FIRST.items() for earlier in before]
)
def test_r154_through_the_doors(as_role: Role, world: World, db: Database, later: str, earlier: str) -> None:
    """The same at the endpoints of the act itself, whichever room has it."""
    agent = as_role("HL")
    until = {"accept": "explain-policy", "quote": "accept-terms", "consent": "quote"}.get(later, "consent")
    case = case_of(agent, world, db, until)
    lacking = LACKING[earlier].zh  # type: ignore[index]
    if later == "quote":
        made = drafted(agent, world, case)
        undo(db, case["id"], earlier)
        assert refused(agent, f"quotes/{made['id']}/offer")["detail"] == lacking
        return
    undo(db, case["id"], earlier)
    if later == "accept":
        assert refused_case(agent, case, "accept-terms")["detail"] == lacking
    elif later == "consent":
        quote = case["quote"]
        body = {"fingerprint": quote["fingerprint"], "by": "陈志远", "way": "call"}
        assert refused(agent, f"quotes/{quote['id']}/consent", body)["detail"] == lacking
    elif later == "work":
        assert refused_case(agent, case, "dispatch")["detail"] == lacking
    else:
        answer = refused(as_role("CA"), "settlement-bills", {"case_id": case["id"]})
        assert answer["detail"] == lacking


def test_r154_nothing_is_collected_before_the_work_is_done(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = act(agent, case_of(agent, world, db, "consent"), "dispatch")
    assert agent.read(f"service-requests/{case['id']}")["next_act"]["act"] == "work"
    answer = refused(as_role("CA"), "settlement-bills", {"case_id": case["id"]})
    assert answer["detail"] == LACKING["work"].zh
