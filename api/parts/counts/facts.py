"""What happens to stock-takes."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class StockCountOpened(Fact):
    type = "stock_count.opened"
    sentence = Words("开盘点单 {number}：{place}", "Stock-take {number} opened: {place}")
    number: str
    place: str
    place_id: str
    lines: int


@dataclass(frozen=True, slots=True)
class StockCounted(Fact):
    type = "stock_count.counted"
    sentence = Words("记下 {lines} 行实盘数", "{lines} lines counted")
    lines: int


@dataclass(frozen=True, slots=True)
class StockCountSubmitted(Fact):
    type = "stock_count.submitted"
    sentence = Words("盘完，有差异 {differing} 行", "Counted; {differing} lines differ")
    differing: int


@dataclass(frozen=True, slots=True)
class StockCountSettled(Fact):
    """R189: surplus and shortage listed and settled."""

    type = "stock_count.settled"
    sentence = Words("差异已批：盘盈 {surplus}，盘亏 {shortage}", "Settled: surplus {surplus}, shortage {shortage}")
    surplus: int
    shortage: int
    value_fen: int


@dataclass(frozen=True, slots=True)
class StockCountReturned(Fact):
    type = "stock_count.returned"
    sentence = Words("退回重盘：{reason}", "To be counted again: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class StockCountCancelled(Fact):
    type = "stock_count.cancelled"
    sentence = Words("盘点作废：{reason}", "Stock-take cancelled: {reason}")
    personal = ("reason",)
    reason: str
