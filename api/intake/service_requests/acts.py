"""The order of acts in paid service as one guard (R154): explain, accept, quote, consent, work, collect, hand in.

`missing(unit, case, act)` names the first earlier act that was not done. Intake, the orders on site and on the bench and
the money rooms all ask it, so that no later act is possible while an earlier one is missing. What only a room above can
know (whether the work is done, whether the money was collected) that room tells by `know`; until somebody does, it
counts as not done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from api.intake.service_requests import queries
from api.kit.unit import Row, Unit
from api.kit.words import Words

Act = Literal["explain", "accept", "quote", "consent", "work", "collect", "hand_in"]
Done = Callable[[Unit, Row], bool]


@dataclass(frozen=True, slots=True)
class Deed:
    """One act of the order: what it is called, what is said while it is missing, and how one knows that it was done."""

    act: Act
    label: Words
    lacking: Words
    done: Done | None = None
    """None: a room above knows."""


ORDER: tuple[Deed, ...] = (
    Deed("explain", Words("说明收费政策", "Explain the paid-service policy"),
         Words("还没向客户说明收费政策", "The paid-service policy was not explained yet"),
         lambda unit, case: case.policy_explained_at is not None),
    Deed("accept", Words("客户接受有偿服务", "The customer accepts paid service"),
         Words("客户还没有接受有偿服务", "The customer has not accepted paid service yet"),
         lambda unit, case: case.accepted_at is not None),
    Deed("quote", Words("报价", "Quote"), Words("还没有报价", "There is no quotation yet"),
         lambda unit, case: case.quoted_at is not None),
    Deed("consent", Words("客户同意报价", "The customer consents to the quote"),
         Words("还缺客户对报价的同意", "The customer has not yet agreed to the quote"),
         lambda unit, case: case.consented_at is not None),
    Deed("work", Words("完成服务", "Do the work"), Words("服务还没有做完", "The work is not done yet")),
    Deed("collect", Words("收款", "Collect"), Words("还没有收款", "The money was not collected yet")),
    Deed("hand_in", Words("交款", "Hand the money in"), Words("还没有交款", "The money was not handed in yet")),
)  # fmt: skip
"""In this order and no other."""
_known: dict[Act, Done] = {}


def know(act: Act, done: Done) -> None:
    """Let a room above say whether this act was done for a case; called once, when that room is imported."""
    _known[act] = done


def missing(unit: Unit, case: Row, act: Act) -> Words | None:
    """The first act before this one that was not done, in words; None where nothing is missing or the case is free."""
    if not case.paid:
        return None
    for deed in ORDER:
        if deed.act == act:
            return None
        if not _is_done(unit, case, deed):
            return deed.lacking
    raise LookupError(act)


def next_deed(unit: Unit, case: Row) -> Deed | None:
    """The act whose turn it is; None where the case is free or everything is done."""
    if not case.paid:
        return None
    return next((deed for deed in ORDER if not _is_done(unit, case, deed)), None)


def _is_done(unit: Unit, case: Row, deed: Deed) -> bool:
    done = deed.done or _known.get(deed.act)
    return done is not None and done(unit, case)


def missing_of(unit: Unit, case_id: str, act: Act) -> Words | None:
    """The same for a room that knows the case's id only."""
    return missing(unit, queries.acts(unit, case_id), act)
