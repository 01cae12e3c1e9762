"""Rows of the money ledger for the test that goes up, down and up again."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.money.steps import consented
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def collected(db: Database, world: World) -> None:
    """A bill, paid in cash that was handed over, an invoice, a refund, a callback, and an open day for their postings."""
    bill_id, payment_id, slip_id, day = new_id(), new_id(), new_id(), date(2026, 1, 6)
    giver, receiver = world.employees["FE@A1"], world.employees["CA@A1"]
    with db.write() as conn:
        case_id = consented(conn, world)
        home = {"station_id": world.stations["A1"]}
        whose = home | {"case_id": case_id, "customer_id": world.customers["A1"]}
        line = conn.execute(models.quotes.QuoteLine.__table__.select()).first()
        assert line is not None
        rows: list[tuple[Any, dict[str, Any]]] = [
            (models.settlement_bills.SettlementBill, whose | _BORN | {
                "id": bill_id, "number": "SB-A1-20260106-0001", "status": "issued", "total_fen": 1000}),
            (models.settlement_bills.SettlementBillLine, {
                "id": new_id(), "bill_id": bill_id, "position": 1, "quote_line_id": line.id, "kind": "labour",
                "description": "人工费", "unit": "项", "quantity": 1000, "unit_fen": 1000, "amount_fen": 1000}),
            (models.payments.Payment, whose | _BORN | {
                "id": payment_id, "number": "PM-A1-20260106-0001", "bill_id": bill_id, "purpose": "bill", "way": "cash",
                "amount_fen": 1000, "status": "collected", "collected_by_id": giver, "collected_at": BORN}),
            (models.payments.PaymentCallback, {
                "id": new_id(), "created_at": BORN, "provider": "sandbox", "event_id": "evt-1",
                "type": "payment.succeeded", "payment_id": payment_id, "data": {}, "outcome": "waiting"}),
            (models.refunds.Refund, whose | _BORN | {
                "id": new_id(), "number": "RF-A1-20260106-0001", "payment_id": payment_id, "way": "cash",
                "amount_fen": 100, "origin": "staff", "status": "requested", "reason": "多付", "requested_by_id": giver}),
            (models.invoices.Invoice, whose | _BORN | {
                "id": new_id(), "number": "IV-A1-20260106-0001", "bill_id": bill_id, "kind": "general",
                "medium": "paper", "title": "绿源环境", "content": "维修费", "amount_fen": 1000, "tax_rate_bp": 0,
                "net_fen": 1000, "tax_fen": 0, "status": "requested", "invoice_code": ""}),
            (models.cash_handovers.CashHandover, home | _BORN | {
                "id": slip_id, "number": "CH-A1-20260106-0001", "giver_id": giver, "receiver_id": receiver,
                "status": "confirmed", "declared_fen": 1000, "counted_fen": 1000, "confirmed_at": BORN}),
            (models.cash_handovers.CashHandoverLine, {
                "id": new_id(), "handover_id": slip_id, "payment_id": payment_id, "way": "cash", "amount_fen": 1000,
                "active": True}),
            (models.ledger.CashDay, home | _BORN | {
                "id": new_id(), "day": day, "status": "open", "banked_fen": 0}),
            (models.ledger.Posting, home | {
                "id": new_id(), "posted_on": day, "kind": "collected", "debit": "cash_held", "credit": "advance",
                "debit_holder_id": giver, "amount_fen": 1000, "case_id": case_id, "payment_id": payment_id,
                "occurred_at": BORN, "recorded_at": BORN}),
        ]  # fmt: skip
        for model, row in rows:
            conn.execute(insert(model.__table__), row)
