"""What became of the demo's paid visits: bills paid by each way, cash that should have been handed over, one refund."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.access.actor import SYSTEM, Actor
from api.demo.player import Player
from api.kit import clock
from api.kit.ids import new_id
from api.money.cash_days import queries as day_queries
from api.money.cash_days import schemas as day
from api.money.cash_days import service as days
from api.money.cash_handovers import schemas as slip
from api.money.cash_handovers import service as slips
from api.money.invoices import schemas as invoice
from api.money.invoices import service as invoices
from api.money.ledger import queries as sums
from api.money.payments import callbacks, collecting
from api.money.payments import schemas as payment
from api.money.payments import service as payments
from api.money.providers.sandbox import Sandbox
from api.money.refunds import schemas as refund
from api.money.refunds import service as refunds
from api.money.settlement_bills import schemas as bill
from api.money.settlement_bills import service as bills

COURSES = (
    ("money_owed", 44), ("money_banked", 12), ("money_twice", 5), ("money_late", 4), ("money_codes", 2), ("money_open", 1),
    ("money_today", 1),
)  # fmt: skip
"""Paid visits by what became of their money, and how many working days ago they began."""
NAMES = tuple(name for name, _ in COURSES)
OVER = ("money_owed", "money_banked", "money_twice")
"""Those whose customers were called long ago."""
MINUTE = timedelta(minutes=1)


class Settling:
    """The money of one finished visit, by the engineer who made it and the station's people."""

    def __init__(self, player: Player, code: str, engineer: Actor, case_id: str, at: datetime) -> None:
        self.player, self.code, self.engineer, self.case_id, self.at = player, code, engineer, case_id, at

    def act(self, verb: Any, *arguments: Any, by: Actor | None = None) -> dict[str, Any]:
        """One deed, a few minutes after the one before."""
        self.at = min(self.at + 4 * MINUTE, clock.now())
        return self.player.act(by or self.engineer, self.at, verb, *arguments)

    def one(self, short: str) -> Actor:
        """Somebody of the station."""
        return self.player.one(short, self.code)

    def collect(self, made: dict[str, Any], way: str, fen: int, by: Actor | None = None, **more: Any) -> dict[str, Any]:
        """A part of the bill by this way; a code is paid at once."""
        asked = {"case_id": self.case_id, "bill_id": made["id"], "way": way, "amount_fen": fen} | more
        part = self.act(collecting.collect, payment.PaymentCreate.model_validate(asked), by=by)
        if way in Sandbox.ways:
            self.pay(part)
        return part

    def pay(self, part: dict[str, Any]) -> None:
        """The customer pays by his phone."""
        said = {
            "payment_id": part["id"],
            "amount_fen": part["amount_fen"],
            "transaction_id": f"42000{part['id'][-12:]}",
        }
        told = callbacks.Callback.model_validate({"type": "payment.succeeded", "timestamp": self.at, "data": said})
        with self.player.unit(SYSTEM, self.at + MINUTE) as unit:
            callbacks.receive(unit, Sandbox(), f"demo-{new_id()}", told)

    def hand_over(self, *, confirmed: bool = True) -> None:
        """Everything the engineer holds goes to the admin specialist."""
        made = self.act(slips.present, slip.HandoverCreate())
        if confirmed:
            count = slip.Receive(counted_fen=made["declared_fen"])
            self.act(slips.confirm, made["id"], count, by=self.one("CA"))

    def play(self, course: str) -> None:
        """From the bill to where the course ends."""
        made = self.act(bills.issue, bill.BillCreate(case_id=self.case_id))
        whole = made["open_fen"]
        if course == "money_open":
            return
        if course == "money_owed":
            self.collect(made, "cash", whole * 2 // 5, remark="余款客户月底付")
            self.hand_over()
        elif course == "money_banked":
            self.collect(made, "card", whole // 2, by=self.one("CA"), reference="POS 0031877")
            self.collect(
                made, "bank", whole - whole // 2, by=self.one("CA"), reference="回单 20261107-5521", payer="客户财务"
            )
            self.invoice(made)
            slips_in = self.act(slips.present, slip.HandoverCreate(), by=self.one("CA"))
            none = slip.Receive(counted_fen=0)
            self.act(slips.receive_from_cashier, slips_in["id"], none, by=self.one("SM"))
        elif course == "money_twice":
            part = self.act(
                collecting.collect,
                payment.PaymentCreate(case_id=self.case_id, bill_id=made["id"], way="wechat", amount_fen=whole),
            )
            self.act(payments.cancel, part["id"], payment.Cancel())
            self.collect(made, "cash", whole)
            self.pay(part)
            self.hand_over()
            asked = refund.RefundCreate(
                payment_id=part["id"], amount_fen=whole, reason="客户扫码没反应又付了现金，后来扫码也到账，退回扫码这笔"
            )
            self.act(refunds.request, asked)
        elif course == "money_late":
            self.collect(made, "cash", whole)
        elif course == "money_codes":
            self.collect(made, "wechat", whole // 3)
            self.collect(made, "alipay", whole - whole // 3)
        elif course == "money_today":
            self.collect(made, "cash", whole)
            self.hand_over(confirmed=False)

    def invoice(self, made: dict[str, Any]) -> None:
        """An electronic invoice for the whole bill."""
        asked = invoice.InvoiceCreate(
            case_id=self.case_id, bill_id=made["id"], title=made["customer"]["name"], content="维修服务费",
            tax_number="91110112MA01ABCD5X",
        )  # fmt: skip
        wanted = self.act(invoices.request, asked, by=self.one("CA"))
        self.act(invoices.issue, wanted["id"], invoice.Issue(invoice_no="26112000000318845520"), by=self.one("FI"))


def close_days(player: Player, code: str) -> None:
    """The admin specialist closed every day of the books before yesterday; the latest waits for the manager's look."""
    cashier, manager = player.one("CA", code), player.one("SM", code)
    today = clock.day_of(clock.now())
    with player.unit(cashier, clock.now()) as unit:
        asked = day.CashDaysQuery(status="open", sort="day", limit=200)
        past = [row for row in day_queries.page(unit, asked, dict)["items"] if row["day"] < today - timedelta(days=1)]
    for index, row in enumerate(past):
        at = datetime.combine(row["day"], datetime.min.time(), clock.ZONE) + timedelta(hours=17, minutes=42)
        with player.unit(cashier, at) as unit:
            book = sums.of_drawer(unit, row["station_id"], row["day"])
        short = 100 if index == len(past) - 2 and book > 100 else 0
        count = day.Close(counted_fen=book - short, note="少一元，未查明" if short else None)
        player.act(cashier, at, days.close, row["id"], count)
        if index < len(past) - 1:
            player.act(manager, at + 50 * MINUTE, days.approve, row["id"], day.Approve())
