"""What happens to exceptions."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class StockOversold(Fact):
    """Used in the field, not there by the book: kept for a person (P15, D41)."""

    type = "stock_exception.raised"
    sentence = Words(
        "{order_number} 用了 {part} × {quantity}，账上只有 {there}",
        "{order_number} used {part} × {quantity}, the book has {there}",
    )
    part: str
    part_id: str
    place_id: str
    quantity: int
    there: int
    order_id: str
    order_number: str


@dataclass(frozen=True, slots=True)
class StockExceptionPosted(Fact):
    type = "stock_exception.posted"
    sentence = Words("已补记用料，先盘盈 {found}", "Posted after all; {found} found first")
    personal = ("reason",)
    found: int
    reason: str


@dataclass(frozen=True, slots=True)
class StockExceptionDismissed(Fact):
    type = "stock_exception.dismissed"
    sentence = Words("不记：{reason}", "Not posted: {reason}")
    personal = ("reason",)
    reason: str
