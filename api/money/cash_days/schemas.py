"""Days of the books over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, Fen, Note, ask
from api.kit.validation import Said
from api.kit.words import Words
from api.money.cash_handovers.schemas import Counts
from api.money.ledger.chart import Account
from api.money.payments.schemas import Slip
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["open", "closed"]


class CashDaysQuery(Page):
    """Which days."""

    station_id: Id | None = None
    status: Status | None = None
    sort: Literal["-day", "day"] = "-day"


class CashDayOpen(Body):
    """Have a day in the books on which nothing was collected yet, so that it can be closed."""

    station_id: Id
    day: Day


class Close(Body):
    """What lies in the drawer, counted, after `banked_fen` of it were taken to the bank."""

    counted_fen: Fen = ask("钱箱里点到的现金", "Cash counted in the drawer, in fen", kind="money")
    counts: Counts | None = None
    banked_fen: Fen = ask("其中已存入银行", "Taken to the bank before, in fen", kind="money", default=0)
    bank_slip: Slip | None = ask("银行回单号", "Number of the bank's slip", default=None)
    witness_id: Id | None = ask("监点人", "Witness", kind="employee", default=None)
    note: Note | None = ask("说明", "Remark", kind="textarea", default=None)

    @model_validator(mode="after")
    def _banked(self) -> Close:
        if self.banked_fen and not self.bank_slip:
            raise Said("bank_slip", Words("请写银行回单号", "Give the number of the bank's slip"))
        return self


class Approve(Body):
    """The close was looked at by a second person."""


class CashDayRow(Answer):
    """One line of the list."""

    id: str
    version: int
    station: StationRef
    day: date
    status: Status
    status_label: str
    book_fen: int = Field(description="What should lie in the drawer; while open, as of now.")
    counted_fen: int | None
    difference_fen: int | None
    banked_fen: int
    closed_at: datetime | None
    closed_by: EmployeeRef | None
    approved_by: EmployeeRef | None


class AccountLine(Answer):
    """What came and went on one account this day (R180)."""

    account: Account
    label: str
    in_fen: int
    out_fen: int


class CashDayRead(CashDayRow):
    """The whole day: receipts and payments by account, what is counted, and what people still hold."""

    accounts: list[AccountLine]
    held_fen: int
    bank_slip: str | None
    counts: dict[str, int] | None
    witness: EmployeeRef | None
    note: str | None
    approved_at: datetime | None
    hindered: str | None = Field(description="Why the day cannot be closed now.")
    offered: list[Offer]
