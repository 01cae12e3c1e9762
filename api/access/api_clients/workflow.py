"""The life of an integration's key: active, then disabled or expired; it never comes back."""

from __future__ import annotations

from api.access.api_clients import schemas
from api.access.policy import P
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "active": Words("在用", "Active"),
    "disabled": Words("已停用", "Disabled"),
    "expired": Words("已到期", "Expired"),
}
DISABLE = Step(
    "disable", Words("停用", "Disable"), frozenset({"active"}), "disabled",
    permission=P.API_CLIENTS_VOID, command=schemas.Disable,
)  # fmt: skip
ROTATE = Step(
    "rotate", Words("换密钥", "Change the secret"), frozenset({"active"}), None,
    permission=P.API_CLIENTS_EDIT, command=schemas.Rotate,
)  # fmt: skip
WORKFLOW = Workflow("api-clients", STATES, (ROTATE, DISABLE))
ACTIONS = Workflow("api-clients", STATES, (DISABLE,))
"""The steps that answer the client itself; changing the secret answers it, which no idempotency record may keep."""
