"""The life of a price list: a draft is published and holds unchanged; it may be withdrawn, never deleted."""

from __future__ import annotations

from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.money.price_lists import queries
from api.money.price_lists import schemas as s

STATES = {
    "draft": Words("草稿", "Draft"),
    "published": Words("已发布", "Published"),
    "withdrawn": Words("已停用", "Withdrawn"),
}


def can_publish(unit: Unit, row: Row) -> Words | None:
    """A list says what holds from a day to come: yesterday's prices are history (R155)."""
    if row.starts_on < unit.today:
        return Words("开始日已过，请改为今天或以后", "It starts in the past; let it start today or later")
    if not queries.count(unit, row.id):
        return Words("还没有价目", "It holds no price yet")
    return None


WORKFLOW = Workflow(
    "price-lists",
    STATES,
    [
        Step("publish", Words("发布", "Publish"), frozenset({"draft"}), "published", P.PRICE_LISTS_APPROVE, s.Nothing,
             guard=can_publish),
        Step("withdraw", Words("停用", "Withdraw"), frozenset({"draft", "published"}), "withdrawn", P.PRICE_LISTS_VOID,
             s.Because),
    ],
)  # fmt: skip
