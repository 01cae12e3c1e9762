"""What happens to reservations."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class StockReserved(Fact):
    """D26: reserved at dispatch or at diagnosis."""

    type = "stock_reservation.held"
    sentence = Words("为 {order_number} 留了 {part} × {quantity}", "Reserved {part} × {quantity} for {order_number}")
    part: str
    part_id: str
    quantity: int
    place_id: str
    order_id: str
    order_number: str


@dataclass(frozen=True, slots=True)
class StockRequested(Fact):
    """Not in stock: requested for the job, which waits (R107, R182)."""

    type = "stock_reservation.requested"
    sentence = Words("{order_number} 要 {part} × {quantity}，等到货", "{order_number} waits for {part} × {quantity}")
    personal = ("note",)
    part: str
    part_id: str
    quantity: int
    place_id: str
    order_id: str
    order_number: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StockReservationIssued(Fact):
    """R108, R148."""

    type = "stock_reservation.issued"
    sentence = Words("已发料 {quantity}，还差 {outstanding}", "Issued {quantity}, {outstanding} outstanding")
    quantity: int
    outstanding: int
    order_id: str


@dataclass(frozen=True, slots=True)
class StockReservationExpected(Fact):
    type = "stock_reservation.expected"
    sentence = Words("预计 {expected_on} 到货", "Expected on {expected_on}")
    expected_on: str
    order_id: str


@dataclass(frozen=True, slots=True)
class StockReservationReleased(Fact):
    type = "stock_reservation.released"
    sentence = Words("不留了：{reason}", "Released: {reason}")
    personal = ("reason",)
    reason: str
    order_id: str


@dataclass(frozen=True, slots=True)
class StockReservationDisplaced(Fact):
    """A stock-take found less than was reserved; the newest reservations wait again."""

    type = "stock_reservation.displaced"
    sentence = Words("盘点不够，改为等到货", "The count found too few; waiting again")
    quiet = True
    order_id: str
