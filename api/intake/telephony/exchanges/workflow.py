"""The life of an exchange's entry: active, then disabled; it never comes back."""

from __future__ import annotations

from api.access.policy import P
from api.intake.telephony.exchanges import schemas
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {"active": Words("在用", "Active"), "disabled": Words("已停用", "Disabled")}
DISABLE = Step(
    "disable", Words("停用", "Disable"), frozenset({"active"}), "disabled",
    permission=P.TELEPHONY_EXCHANGES_VOID, command=schemas.Disable,
)  # fmt: skip
ROTATE = Step(
    "rotate", Words("换密钥", "Change the secret"), frozenset({"active"}), None,
    permission=P.TELEPHONY_EXCHANGES_EDIT, command=schemas.Rotate,
)  # fmt: skip
WORKFLOW = Workflow("telephony-exchanges", STATES, (ROTATE, DISABLE))
ACTIONS = Workflow("telephony-exchanges", STATES, (DISABLE,))
"""The steps that answer the exchange itself; changing the secret answers it, which no idempotency record may keep."""
