"""The one fact of the ledger."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words
from api.parts.stock.words import KINDS


@dataclass(frozen=True, slots=True)
class StockMoved(Fact):
    """So many pieces went from here to there; no place stands for outside."""

    type = "stock_movement.posted"
    sentence = Words("{kind} {number}：{part} × {quantity}", "{kind} {number}: {part} × {quantity}")
    spoken = {"kind": KINDS}
    kind: str
    number: str
    part: str
    part_id: str
    quantity: int
    value_fen: int
    from_place_id: str | None = None
    to_place_id: str | None = None
    serials: list[str] | None = None
    order_id: str | None = None
