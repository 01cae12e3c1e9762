"""The life of an account: active or disabled."""

from __future__ import annotations

from api.access.accounts import schemas
from api.access.policy import P
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow


def _not_oneself(unit: Unit, account: Row) -> Words | None:
    if account.id == unit.actor.id:
        return Words("不能停用自己的账号", "Your own account cannot be disabled by you")
    return None


STATES = {"active": Words("在用", "Active"), "disabled": Words("已停用", "Disabled")}
CHANGES = (
    Step(
        "disable", Words("停用", "Disable"), frozenset({"active"}), "disabled",
        permission=P.ACCOUNTS_VOID, command=schemas.Disable, guard=_not_oneself,
    ),
    Step(
        "enable", Words("启用", "Enable"), frozenset({"disabled"}), "active",
        permission=P.ACCOUNTS_EDIT, command=schemas.Enable,
    ),
)  # fmt: skip
START_RESET = Step(
    "start-reset", Words("重设密码", "Reset the password"), frozenset({"active"}), None,
    permission=P.ACCOUNTS_EDIT, command=schemas.StartReset,
)  # fmt: skip
WORKFLOW = Workflow("accounts", STATES, (*CHANGES, START_RESET))
ACTIONS = Workflow("accounts", STATES, CHANGES)
"""The steps that answer the account itself; starting a reset answers a code, which no idempotency record may keep."""
