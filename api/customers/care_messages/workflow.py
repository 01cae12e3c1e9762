"""The life of a message: ready, sent by a person, or withdrawn."""

from __future__ import annotations

from api.access.policy import P
from api.customers.care_messages import queries, schemas
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "ready": Words("待发送", "To be sent"),
    "sent": Words("已发送", "Sent"),
    "withdrawn": Words("不发了", "Withdrawn"),
}
_READY = frozenset({"ready"})


def still_agrees(unit: Unit, message: Row) -> Words | None:
    """A consent may be taken back until the moment of sending (D43)."""
    if queries.holding(unit, message.contact_id) is None:
        return Words("客户已不同意接收消息", "The customer does not agree to messages any more")
    return None


WORKFLOW = Workflow(
    "care-messages",
    STATES,
    [
        Step(
            "mark-sent", Words("已手工发送", "Sent by hand"), _READY, "sent", P.CARE_MESSAGES_EDIT, schemas.MarkSent,
            guard=still_agrees,
        ),
        Step("withdraw", Words("不发了", "Withdraw"), _READY, "withdrawn", P.CARE_MESSAGES_EDIT, schemas.Withdraw),
    ],
)  # fmt: skip
