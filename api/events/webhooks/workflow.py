"""The life of a webhook: active, paused by a person, or disabled, by a person or because nobody answers any more."""

from __future__ import annotations

from api.access.policy import P
from api.events.webhooks import schemas
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine

STATES = {
    "active": Words("推送中", "Active"),
    "paused": Words("已暂停", "Paused"),
    "disabled": Words("已停用", "Disabled"),
}
OFF_BECAUSE = {
    "by_hand": Words("人工停用", "by hand"),
    "gone": Words("对方答复 410，已不再接收", "the receiver answered 410 Gone"),
    "failing": Words("连续 75 小时没有一次送达", "nothing was delivered for 75 hours"),
}
_ON, _LIVING = frozenset({"active"}), frozenset({"active", "paused"})
TEST = Step(
    "test", Words("发送测试", "Send a test"), _ON, None,
    permission=P.WEBHOOKS_EDIT, command=schemas.Test,
)  # fmt: skip
ROTATE = Step(
    "rotate", Words("换密钥", "Change the secret"), _LIVING, None,
    permission=P.WEBHOOKS_EDIT, command=schemas.Rotate,
)  # fmt: skip
SWITCH_OFF = by_machine(P.WEBHOOKS_VOID, "switch-off", "由系统停用", "Switch off", _LIVING, "disabled")
"""The system itself gives an address up."""
STEPS = (
    Step("pause", Words("暂停", "Pause"), _ON, "paused", permission=P.WEBHOOKS_EDIT, command=schemas.Pause),
    Step(
        "resume", Words("恢复推送", "Resume"), frozenset({"paused"}), "active",
        permission=P.WEBHOOKS_EDIT, command=schemas.Resume,
    ),
    Step("replay", Words("重发一段", "Send a range again"), _LIVING, None,
         permission=P.WEBHOOKS_EDIT, command=schemas.Replay),
    Step(
        "enable", Words("重新启用", "Enable again"), frozenset({"disabled"}), "active",
        permission=P.WEBHOOKS_EDIT, command=schemas.Enable,
    ),
    Step("disable", Words("停用", "Disable"), _LIVING, "disabled",
         permission=P.WEBHOOKS_VOID, command=schemas.Disable),
)  # fmt: skip
WORKFLOW = Workflow("webhooks", STATES, (TEST, ROTATE, SWITCH_OFF, *STEPS))
ACTIONS = Workflow("webhooks", STATES, STEPS)
"""The steps that answer the webhook itself; a test answers its delivery, a new secret is kept by no repeat."""
