"""What happens to the days of the books."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CashDayOpened(Fact):
    type = "cash_day.opened"
    sentence = Words("开账 {day}", "Opened the books of {day}")
    day: date


@dataclass(frozen=True, slots=True)
class CashDayClosed(Fact):
    type = "cash_day.closed"
    sentence = Words(
        "日结 {day}：账面 {book_yuan} 元，点到 {yuan} 元，差 {difference_yuan} 元",
        "Closed {day}: CNY {book_yuan} by the books, CNY {yuan} counted, difference CNY {difference_yuan}",
    )
    day: date
    book_fen: int
    counted_fen: int
    difference_fen: int
    banked_fen: int
    book_yuan: str
    yuan: str
    difference_yuan: str


@dataclass(frozen=True, slots=True)
class CashDayApproved(Fact):
    type = "cash_day.approved"
    sentence = Words("已审核 {day} 的日结", "Approved the close of {day}")
    day: date
