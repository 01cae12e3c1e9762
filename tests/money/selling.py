"""What the tests of quotes share: a paid case ready to be quoted, quotes in any state."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.intake.steps import act, agreed, device, do, drafted, sell, take_in
from tests.world import World

BECAUSE = {"reason": "客户改主意"}


def case_of(api: Api, world: World, db: Database, until: str = "accept-terms", station: str = "A1") -> dict[str, Any]:
    """A paid case of the station, with the acts of R154 done up to `until`."""
    device(db, world, station, warranty=-30, on_site=-30)
    case = act(api, take_in(api, world, station), "judge")
    return sell(api, world, case, until)


def offered_quote(api: Api, world: World, case: dict[str, Any], **over: Any) -> dict[str, Any]:
    """A quote before the customer."""
    return do(api, f"quotes/{drafted(api, world, case, **over)['id']}/offer")


def refused(api: Api, path: str, body: dict[str, Any] | None = None, status: int = 409) -> dict[str, Any]:
    """An act that must be refused so; gives the problem."""
    answer = api.post(path, json=body or {}, headers={"Idempotency-Key": new_id()})
    assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text}"
    return dict(answer.json())


def account(db: Database, case_id: str) -> tuple[int, int] | None:
    """Consented and billed, as the database keeps them."""
    table = models.case_accounts.CaseAccount.__table__
    with db.read() as conn:
        row = conn.execute(select(table.c.consented_fen, table.c.billed_fen).where(table.c.case_id == case_id)).first()
    return None if row is None else (row[0], row[1])


def names(quote: dict[str, Any]) -> list[str]:
    """The actions that a quote offers."""
    return [offer["action"] for offer in quote["offered"]]


__all__ = ["BECAUSE", "account", "act", "agreed", "case_of", "do", "drafted", "names", "offered_quote", "refused"]
