"""Samples of the money rooms; `samples.py` takes them into its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

from api import models
from api.kit.unit import Unit
from api.money.cash_days.workflow import WORKFLOW as CASH_DAYS
from api.money.cash_handovers.workflow import WORKFLOW as CASH_HANDOVERS
from api.money.invoices.workflow import WORKFLOW as INVOICES
from api.money.ledger import service as ledger
from api.money.payments.workflow import WORKFLOW as PAYMENTS
from api.money.refunds.workflow import WORKFLOW as REFUNDS
from api.money.settlement_bills.workflow import WORKFLOW as SETTLEMENT_BILLS
from tests.money.steps import consented
from tests.world import World

_numbers = count(1)
WHY = {"reason": "样本"}


def _case(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return consented(unit.conn, world, station, engineer=None, engineer_id=owner)


def _home(world: World, station: str, case: str) -> dict[str, str]:
    return {"station_id": world.stations[station], "case_id": case, "customer_id": world.customers[station]}


def bill(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """An issued bill of its own case, its figures in the ledger."""
    case = _case(unit, world, station, owner)
    made = unit.insert(
        models.settlement_bills.SettlementBill, number=f"SB-{next(_numbers):06d}", status="issued", total_fen=1000,
        engineer_id=owner, **_home(world, station, case),
    )  # fmt: skip
    ledger.post(
        unit, "bill", "receivable", "revenue", 1000, station_id=world.stations[station], case_id=case, bill_id=made.id
    )
    return made.id


def owing(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A case on which a bill is owed."""
    made = bill(unit, world, station, owner)
    table = models.settlement_bills.SettlementBill
    return unit.one(table, table.__table__.c.id == made).case_id  # type: ignore[attr-defined]


def payment(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A charge that waits for the customer."""
    case = _case(unit, world, station, owner)
    return unit.insert(
        models.payments.Payment, number=f"PM-{next(_numbers):06d}", purpose="project", way="wechat", amount_fen=100,
        status="pending", collected_by_id=owner, provider="sandbox", expires_at=unit.now + timedelta(minutes=15),
        **_home(world, station, case),
    ).id  # fmt: skip


def refund(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A refund that was asked for."""
    paid = payment(unit, world, station, owner)
    case = unit.one(models.payments.Payment, models.payments.Payment.__table__.c.id == paid).case_id  # type: ignore[attr-defined]
    return unit.insert(
        models.refunds.Refund, number=f"RF-{next(_numbers):06d}", payment_id=paid, way="cash", amount_fen=100,
        origin="staff", status="requested", reason="样本", requested_by_id=owner, **_home(world, station, case),
    ).id  # fmt: skip


def invoice(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """An invoice that was asked for."""
    case = _case(unit, world, station, owner)
    return unit.insert(
        models.invoices.Invoice, number=f"IV-{next(_numbers):06d}", kind="general", medium="paper", title="样本",
        content="维修费", amount_fen=106, tax_rate_bp=600, net_fen=100, tax_fen=6, status="requested", invoice_code="",
        requested_by_id=owner, **_home(world, station, case),
    ).id  # fmt: skip


def handover(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A slip that waits to be counted in."""
    return unit.insert(
        models.cash_handovers.CashHandover, number=f"CH-{next(_numbers):06d}", station_id=world.stations[station],
        giver_id=owner or world.employees[f"CO@{station}"], status="presented", declared_fen=0,
    ).id  # fmt: skip


def cash_day(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """An open day, another in every sample."""
    return unit.insert(
        models.ledger.CashDay, station_id=world.stations[station], status="open", banked_fen=0,
        day=date(2000, 1, 1) + timedelta(days=next(_numbers)),
    ).id  # fmt: skip


Make = Callable[[Unit, World, str, str | None], str]
_COUNT = {"counted_fen": 0}
MONEY: dict[str, tuple[str, Make, dict[str, Any], Any, dict[str, Any]]] = {
    "cash-days": ("cash-days", cash_day, {"close": _COUNT, "approve": {}}, CASH_DAYS, {"ownable": False}),
    "cash-handovers": (
        "cash-handovers", handover, {"confirm": _COUNT, "receive-from-cashier": _COUNT}, CASH_HANDOVERS, {}
    ),
    "invoices": (
        "invoices", invoice,
        {"issue": {"invoice_no": "12345678"}, "red-letter": {"invoice_no": "12345679", **WHY}}, INVOICES, {},
    ),
    "payments": ("payments", payment, {"correct": WHY, "approve-void": WHY, "void": WHY}, PAYMENTS, {}),
    "receivables": ("receivables", owing, {}, None, {}),
    "refunds": ("payments", refund, {"reject": WHY}, REFUNDS, {}),
    "settlement-bills": ("settlement-bills", bill, {"void": WHY}, SETTLEMENT_BILLS, {}),
}  # fmt: skip
"""By the first part of the path: resource, maker, bodies, workflow, and what else the sample says of itself."""
