"""What the tests of money share: a case whose quote was consented to, and people who bill, collect and hand over."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, update

from api import models
from api.access.actor import SYSTEM
from api.kit import jobs
from api.kit.db import Database, insert_unless_there
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.money.providers.sandbox import Sandbox
from tests.client import Api
from tests.world import BORN, World

AsRole = Callable[..., Api]
_BORN = {"version": 1, "created_at": BORN}
LINES = (("labour", 30000), ("part", 80000))
_case, _quote = models.service_requests.ServiceRequest.__table__, models.quotes.Quote.__table__


def consented(
    conn: Any, world: World, station: str = "A1", lines: Any = LINES, engineer: str | None = "FE", **over: Any
) -> str:
    """A case with a consented quote of these lines, its work done; gives its id."""
    case_id, quote_id, at = new_id(), new_id(), datetime.now(UTC)
    home = {"station_id": world.stations[station], "customer_id": world.customers[station]}
    total = sum(amount for _, amount in lines)
    case = {
        "id": case_id, "number": f"SR-{case_id[-12:].upper()}", "status": "job_opened", "step": 3, "open": True,
        "channel": "call", "subject": "读数漂移", "service_group": "paid_service", "third_party_accessory": False,
        "urgency": "normal", "calls": 1, "paid": True, "policy_explained_at": at, "accepted_at": at,
        "quoted_fen": total, "quoted_at": at, "consented_fen": total, "consented_at": at, "consented_by": "陈志远",
        "answer": "已修好", "judged_at": at, "posted_on": date(2026, 1, 5),
        "engineer_id": engineer and world.employees[f"{engineer}@{station}"],
    }  # fmt: skip
    conn.execute(insert(_case), case | home | _BORN | over)
    quote = {
        "id": quote_id, "number": f"QT-{quote_id[-12:]}", "case_id": case_id, "status": "draft", "revision": 1,
        "list_total_fen": total, "discount_fen": 0, "total_fen": total,
    }  # fmt: skip
    conn.execute(insert(_quote), quote | home | _BORN)
    for position, (kind, amount) in enumerate(lines, start=1):
        line = {
            "id": new_id(), "quote_id": quote_id, "position": position, "kind": kind, "description": f"{kind} 项目",
            "unit": "项", "quantity": 1000, "unit_list_fen": amount, "unit_fen": amount, "discount_bp": 0,
            "amount_fen": amount,
        }  # fmt: skip
        conn.execute(insert(models.quotes.QuoteLine.__table__), line)
    mine = _quote.c.id == quote_id
    conn.execute(update(_quote).where(mine).values(status="offered", fingerprint="0" * 64, valid_until=at))
    consent = {
        "id": new_id(), "created_at": at, "case_id": case_id, "station_id": home["station_id"], "quote_id": quote_id,
        "quote_fingerprint": "0" * 64, "ceiling_fen": total, "adds_fen": total, "given_by": "陈志远", "way": "counter",
        "occurred_at": at,
    }  # fmt: skip
    conn.execute(insert(models.consents.Consent.__table__), consent)
    conn.execute(update(_quote).where(mine).values(status="consented", ceiling_fen=total))
    return case_id


def as_demo(db: Database) -> None:
    """Mark the database as the demo's, where the sandbox plays the customers' phones."""
    row = {"id": 1, "made_at": BORN}
    with db.write() as conn:
        conn.execute(insert_unless_there(conn, models.access.DemoMark.__table__), row)


class Till:
    """One station's people at their money, each by his own sign-in."""

    def __init__(self, as_role: AsRole, world: World, db: Database, station: str = "A1", *, demo: bool = True) -> None:
        self.as_role, self.world, self.db, self.station = as_role, world, db, station
        if demo:
            as_demo(db)

    def who(self, role: str) -> Api:
        """Somebody of the station; finance sits at the centre."""
        return self.as_role(role, "C" if role == "FI" else self.station)

    def case(self, lines: Any = LINES, **over: Any) -> str:
        """A case whose work is done and consented to."""
        with self.db.write() as conn:
            return consented(conn, self.world, self.station, lines, **over)

    def post(self, role: str, path: str, body: Any = None, key: str | None = None) -> Any:
        """The bare answer."""
        headers = {"Idempotency-Key": key or secrets.token_hex(12)}
        return self.who(role).post(path, json={} if body is None else body, headers=headers)

    def act(self, role: str, path: str, body: Any = None) -> dict[str, Any]:
        """What must succeed."""
        answer = self.post(role, path, body)
        assert answer.status_code in (200, 201), f"{path}: {answer.status_code} {answer.text}"
        return answer.json()

    def refused(
        self, role: str, path: str, body: Any = None, status: int = 409, slug: str | None = None
    ) -> dict[str, Any]:
        """What must be refused so; gives the problem."""
        answer = self.post(role, path, body)
        assert answer.status_code == status, f"{path}: {answer.status_code} {answer.text}"
        problem = answer.json()
        assert slug is None or problem["type"] == f"/problems/{slug}", problem
        return problem

    def bill(self, case_id: str, role: str = "FE", **over: Any) -> dict[str, Any]:
        """A bill over everything consented to."""
        return self.act(role, "settlement-bills", {"case_id": case_id} | over)

    def pay(
        self, bill: dict[str, Any], amount: int | None = None, way: str = "cash", role: str = "FE", **over: Any
    ) -> dict[str, Any]:
        """A part of a bill, or all that is owed on it."""
        body = {
            "case_id": bill["case"]["id"], "bill_id": bill["id"], "way": way,
            "amount_fen": bill["open_fen"] if amount is None else amount,
        }  # fmt: skip
        if way in ("bank", "card"):
            body["reference"] = "SLIP-1"
        return self.act(role, "payments", body | over)

    def deposit(
        self, case_id: str, amount: int, way: str = "cash", purpose: str = "project", **over: Any
    ) -> dict[str, Any]:
        """Money in advance."""
        return self.act(
            "FE", "payments", {"case_id": case_id, "way": way, "amount_fen": amount, "purpose": purpose} | over
        )

    def hand_over(self, role: str = "FE", counted: int | None = None, receiver: str = "CA") -> dict[str, Any]:
        """Everything in this person's hands goes to the admin specialist."""
        slip = self.act(role, "cash-handovers", {})
        counted = slip["declared_fen"] if counted is None else counted
        return self.act(receiver, f"cash-handovers/{slip['id']}/confirm", {"counted_fen": counted})

    def today(self) -> dict[str, Any]:
        """The latest day in the books."""
        days = self.who("CA").read("cash-days", station_id=self.world.stations[self.station])
        return self.who("CA").read(f"cash-days/{days['items'][0]['id']}")

    def close(self, counted: int | None = None, **over: Any) -> dict[str, Any]:
        """Close the latest day, counted as the books say unless told otherwise."""
        day = self.today()
        body = {"counted_fen": day["book_fen"] - over.get("banked_fen", 0) if counted is None else counted} | over
        return self.act("CA", f"cash-days/{day['id']}/close", body)

    def tell(self, kind: str, data: dict[str, Any], event_id: str | None = None, **more: Any) -> Any:
        """A callback of the sandbox at its door."""
        return tell(self.who("CA"), kind, data, event_id, **more)

    def paid(self, payment: dict[str, Any], event_id: str | None = None) -> Any:
        """The customer paid by his phone."""
        return self.tell("payment.succeeded", said(payment), event_id)

    def work_jobs(self) -> int:
        """Do what waits in the job table; gives how many."""
        done = 0
        while taken := jobs.claim(self.db, datetime.now(UTC)):
            for job in taken:
                assert jobs.run(self.db, job, lambda db, conn: Unit(db, conn, SYSTEM))
                done += 1
        return done


def said(payment: dict[str, Any], **over: Any) -> dict[str, Any]:
    """What a provider says of a payment."""
    return {
        "payment_id": payment["id"], "amount_fen": payment["amount_fen"], "transaction_id": f"tx-{payment['id'][-12:]}"
    } | over  # fmt: skip


def tell(
    client: Api, kind: str, data: dict[str, Any], event_id: str | None = None, *, at: datetime | None = None,
    secret: bytes | None = None, alter: bytes | None = None,
) -> Any:  # fmt: skip
    """Send a signed callback; `alter` replaces the body after it was signed."""
    key = secret or client.app.state.sibu.settings.secret  # type: ignore[attr-defined]
    headers, body = Sandbox().signed(key, event_id or f"evt-{new_id()}", at or datetime.now(UTC), kind, data)
    return client.post("payments/callbacks/sandbox", content=alter or body, headers=headers)
