"""The life of a phone: in use, revoked, wiped; and the wish that it be wiped, which it obeys when it next speaks with us."""

from __future__ import annotations

from api.access.policy import P
from api.field.devices import schemas
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "active": Words("在用", "In use"), "revoked": Words("已停用", "Revoked"), "wiped": Words("已清除", "Wiped"),
}  # fmt: skip


def unasked(unit: Unit, device: Row) -> Words | None:
    """It is asked for once."""
    return Words("已经要求清除", "It is to be wiped already") if device.wipe_asked_at else None


def asked(unit: Unit, device: Row) -> Words | None:
    """Only what was asked for can be taken back."""
    return None if device.wipe_asked_at else Words("没有要求清除", "It is not to be wiped")


WORKFLOW = Workflow(
    "devices",
    STATES,
    [
        Step(
            "wipe", Words("清除手机数据", "Wipe"), frozenset({"active", "revoked"}), None, permission=P.DEVICES_VOID,
            command=schemas.Wipe, guard=unasked,
        ),
        Step(
            "keep", Words("不用清除了", "Do not wipe"), frozenset({"active", "revoked"}), None,
            permission=P.DEVICES_VOID, command=schemas.Keep, guard=asked,
        ),
        Step(
            "revoke", Words("停用", "Revoke"), frozenset({"active"}), "revoked", permission=P.DEVICES_VOID,
            command=schemas.Revoke,
        ),
    ],
)  # fmt: skip
