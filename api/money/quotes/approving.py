"""Who may grant which price: limits per role (D21), and the floor below which the manager has to agree (R158)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from api.access.policy import P, Role
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.quotes.words import REASONS
from api.network.settings import limits

MANAGERS = frozenset({Role.STATION_MANAGER, Role.REGIONAL_MANAGER, Role.HQ_SERVICE})
"""Who counts as the business manager of R158."""


def _limit(unit: Unit, quote: Row) -> tuple[int, bool]:
    """The deepest discount that the caller may grant on this quote, in hundredths of a per cent; whether as a manager."""
    if unit.actor.kind == "system":
        return 10_000, True
    roles = [role for role in unit.actor.roles if unit.actor.may(P.QUOTES_VIEW, quote, frozenset({role}))]
    shares = [
        limits.get(unit, key, quote.station_id) for role in roles if (key := f"quote.discount_{role}") in limits.LIMITS
    ]
    return math.floor(max(shares, default=0) * 10_000 + 1e-6), not MANAGERS.isdisjoint(roles)


def beyond(unit: Unit, quote: Row) -> list[tuple[str, Words]]:
    """Why this caller may not grant the quote himself, as codes with their words; empty: he may."""
    most, manager = _limit(unit, quote)
    found = []
    if quote.discount_bp > most:
        words = REASONS["discount"].format(share=_percent(quote.discount_bp), limit=_percent(most))
        found.append(("discount", words))
    if quote.below_former and not manager:
        found.append(("below_former", REASONS["below_former"]))
    if quote.free_lines and not manager:
        found.append(("free_line", REASONS["free_line"]))
    return found


def _percent(bp: int) -> str:
    return f"{bp / 100:.2f}".rstrip("0").rstrip(".")


def ungranted(unit: Unit, quote: Row) -> Words | None:
    """A quote beyond the caller's own limit waits for somebody who may approve it."""
    if quote.approved_at is None and (why := beyond(unit, quote)):
        return Words("要先批准：{why}", "It needs approval first: {why}").format(why=joined(why))
    return None


def joined(why: Sequence[tuple[str, Words]]) -> Words:
    """The reasons as one text."""
    return Words("；".join(words.zh for _, words in why), "; ".join(words.en for _, words in why))


def may_ask(unit: Unit, quote: Row) -> Words | None:
    """Nobody is asked for what needs no approval."""
    if quote.approved_at is not None:
        return Words("已经批准", "It is approved already")
    return None if beyond(unit, quote) else Words("不用批准", "It needs no approval")


def may_approve(unit: Unit, quote: Row) -> Words | None:
    """Within his own limit, and never his own quote (D21, R158)."""
    if unit.actor.employee_id is not None and quote.created_by_id == unit.actor.employee_id:
        return Words("不能批准自己的报价", "Nobody approves his own quote")
    why = beyond(unit, quote)
    return joined(why) if why else None


def summary(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Totals of these lines, and what in them needs somebody's approval."""
    listed = sum(amount(line["quantity"], line["unit_list_fen"]) for line in lines)
    total = sum(line["amount_fen"] for line in lines)
    return {
        "list_total_fen": listed, "discount_fen": listed - total, "total_fen": total,
        "discount_bp": max((line["discount_bp"] for line in lines), default=0),
        "free_lines": any(line["price_item_id"] is None for line in lines),
        "below_former": any(_below_former(line) for line in lines),
    }  # fmt: skip


def _below_former(line: dict[str, Any]) -> bool:
    """Cheaper than the customer had it, and not because the list itself became so: down to it anyone may go (D21)."""
    return line["former_fen"] is not None and line["unit_fen"] < min(line["former_fen"], line["unit_list_fen"])


def amount(quantity: int, unit_fen: int) -> int:
    """Thousandths of a unit times its price, half a fen and more rounded up."""
    return (quantity * unit_fen + 500) // 1000


def discounted(list_fen: int, discount_bp: int) -> int:
    """The list price less so many hundredths of a per cent, rounded up: the discount is never more than was asked."""
    return -(-list_fen * (10_000 - discount_bp) // 10_000)


def discount_of(list_fen: int, unit_fen: int) -> int:
    """By how much a price lies below the list, in hundredths of a per cent, rounded up."""
    return -((unit_fen - list_fen) * 10_000 // list_fen) if list_fen else 0
