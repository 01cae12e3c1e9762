"""The life of an integration's key: active, then disabled or expired; it never comes back. Beside it stands the approval of
what shows personal fields whole, which is nobody's who asked for it (promises D: the creator never approves)."""

from __future__ import annotations

from api.access.api_clients import schemas
from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "active": Words("在用", "Active"),
    "disabled": Words("已停用", "Disabled"),
    "expired": Words("已到期", "Expired"),
}
APPROVALS = {
    "none": Words("没有要", "Not asked for"),
    "waiting": Words("待总部批准", "Awaits approval"),
    "approved": Words("已批准", "Approved"),
}
"""Of what shows personal fields whole."""


def _another_hand(unit: Unit, client: Row) -> Words | None:
    if client.approval == "approved":
        return Words("已经批准过了", "It is approved already")
    if client.approval == "none":
        return Words("它没有要看完整号码，没有要批准的", "It asks for no whole numbers: there is nothing to approve")
    if unit.actor.id in (client.created_by_id, *client.asked_by_ids):
        return Words("您登记或扩大了它，要由别人来批准", "You registered or widened it: somebody else must approve")
    return None


APPROVE = Step(
    "approve", Words("批准看完整号码", "Approve whole numbers"), frozenset({"active"}), None,
    permission=P.API_CLIENTS_APPROVE, command=schemas.Approve, guard=_another_hand, match=True,
)  # fmt: skip
DISABLE = Step(
    "disable", Words("停用", "Disable"), frozenset({"active"}), "disabled",
    permission=P.API_CLIENTS_VOID, command=schemas.Disable,
)  # fmt: skip
ROTATE = Step(
    "rotate", Words("换密钥", "Change the secret"), frozenset({"active"}), None,
    permission=P.API_CLIENTS_EDIT, command=schemas.Rotate,
)  # fmt: skip
WORKFLOW = Workflow("api-clients", STATES, (APPROVE, ROTATE, DISABLE))
ACTIONS = Workflow("api-clients", STATES, (APPROVE, DISABLE))
"""The steps that answer the client itself; changing the secret answers it, which no idempotency record may keep."""
