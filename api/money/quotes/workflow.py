"""The life of a quote (R416): drafted, approved where it must be, offered and then fixed, consented to or not (R161)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from pydantic import BaseModel

from api.access.policy import P
from api.intake.service_requests import acts
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Guard, Step, Workflow, always
from api.money.quotes import approving
from api.money.quotes import schemas as s
from api.money.quotes.model import LIVE
from api.money.quotes.words import STATES


class Quotes(Workflow):
    """A quote is also the own one of whoever has its case in hand."""

    def permits(self, unit: Unit, step: Step, subject: Row) -> bool:
        """By the quote's own columns, or by its case's owner and engineer where the right is for what is one's own."""
        if super().permits(unit, step, subject):
            return True
        me = unit.actor.employee_id
        case = subject.case_row
        in_hand = me is not None and me in (case.owner_id, case.engineer_id)
        return in_hand and unit.actor.reach(step.permission, step.roles).own


def of_case(unit: Unit, case: Row) -> Words | None:
    """What is quoted is a paid case that is still open and was judged (R153)."""
    if not case.open:
        return Words("这件事已经结束", "The matter is over")
    if case.judged_at is None:
        return Words("还没有判断，或设备改过要重新判断", "The case is not judged, or must be judged again")
    if not case.paid:
        return Words("这次服务不收费", "This service is free of charge")
    return None


def filled(unit: Unit, quote: Row) -> Words | None:
    """An empty quote says nothing."""
    return None if quote.filled else Words("还没有报价项目", "It holds no line yet")


def can_ask(unit: Unit, quote: Row) -> Words | None:
    """Somebody is asked for what the asker may not grant himself (D21, R158)."""
    return filled(unit, quote) or approving.may_ask(unit, quote)


def can_offer(unit: Unit, quote: Row) -> Words | None:
    """Only after policy and acceptance (R154), and only what is within one's limit or approved (D21, R158)."""
    return (
        of_case(unit, quote.case_row)
        or acts.missing(unit, quote.case_row, "quote")
        or filled(unit, quote)
        or approving.ungranted(unit, quote)
    )


def can_consent(unit: Unit, quote: Row) -> Words | None:
    """To a quote that is still valid, for a case whose earlier acts are done (R50, R154)."""
    if reason := of_case(unit, quote.case_row) or acts.missing(unit, quote.case_row, "consent"):
        return reason
    if quote.valid_until < unit.now:
        return Words("报价已过期，请重新报价", "The quote has expired; quote anew")
    return None


def can_expire(unit: Unit, quote: Row) -> Words | None:
    """Not before its time."""
    return None if quote.valid_until < unit.now else Words("报价还在有效期内", "The quote is still valid")


def renewable(unit: Unit, quote: Row) -> Words | None:
    """Anew, unless another quote of the case is under way already."""
    if quote.live_number:
        return Words("{number} 还没有结果", "{number} is still undecided").format(number=quote.live_number)
    return of_case(unit, quote.case_row)


def _step(
    action: str, zh: str, en: str, sources: Collection[str], target: str | None,
    command: type[BaseModel] = s.Nothing, guard: Guard = always, **more: Any,
) -> Step:  # fmt: skip
    more = {"permission": P.QUOTES_EDIT, "key": True} | more
    return Step(action, Words(zh, en), frozenset(sources), target, command=command, guard=guard, **more)


_BY_RULE: dict[str, Any] = {"permission": P.QUOTES_VIEW, "offer": False}

WORKFLOW = Quotes(
    "quotes",
    STATES,
    [
        _step("offer", "报给客户", "Offer", {"draft"}, "offered", guard=can_offer),
        _step("request-approval", "提请批准", "Ask for approval", {"draft"}, "awaiting_approval", guard=can_ask),
        _step("approve", "批准", "Approve", {"awaiting_approval"}, "draft", guard=approving.may_approve,
              permission=P.QUOTES_APPROVE),
        _step("refuse-approval", "不批准", "Refuse", {"awaiting_approval"}, "draft", s.Because,
              permission=P.QUOTES_APPROVE),
        _step("take-back", "撤回待批", "Take back", {"awaiting_approval"}, "draft"),
        _step("consent", "客户同意", "Customer consents", {"offered"}, "consented", s.Consent, can_consent),
        _step("decline", "客户谢绝", "Customer declines", {"offered"}, "declined", s.Because),
        _step("revise", "改报价", "Revise", {"offered"}, "superseded"),
        _step("renew", "重新报价", "Quote anew", {"consented", "declined", "expired"}, None, guard=renewable),
        _step("void", "作废", "Void", LIVE, "void", s.Because, permission=P.QUOTES_VOID),
        # what follows from the case or from time is nobody's button
        _step("expire", "过期", "Expire", {"offered"}, "expired", guard=can_expire, **_BY_RULE),
        _step("replace", "换新版", "Replace", {"consented"}, "superseded", **_BY_RULE),
        _step("drop", "随需求结束", "End with its case", LIVE, "void", **_BY_RULE),
        _step("go-unwanted", "随需求婉拒", "Decline with its case", {"offered"}, "declined", **_BY_RULE),
    ],
)  # fmt: skip
"""The steps in the order in which screens offer them."""
