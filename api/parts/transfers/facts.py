"""What happens to transfers."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class StockSent(Fact):
    type = "stock_transfer.sent"
    sentence = Words("发出 {part} × {quantity}，去 {to_place}", "Sent {part} × {quantity} to {to_place}")
    part: str
    part_id: str
    quantity: int
    from_place_id: str
    to_place_id: str
    to_place: str


@dataclass(frozen=True, slots=True)
class StockArrived(Fact):
    type = "stock_transfer.received"
    sentence = Words("已收到 {quantity}", "Received {quantity}")
    quantity: int


@dataclass(frozen=True, slots=True)
class StockTakenBack(Fact):
    type = "stock_transfer.taken_back"
    sentence = Words("退回原处：{reason}", "Taken back: {reason}")
    personal = ("reason",)
    reason: str
