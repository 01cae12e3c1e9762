"""An agent's side of a call. What he can do is ask the exchange; what becomes of it the exchange tells."""

from __future__ import annotations

from api.access.policy import P
from api.intake.telephony.legs import schemas as s
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "dialling": Words("正在拨号", "Dialling"),
    "ringing": Words("响铃", "Ringing"),
    "talking": Words("通话中", "Talking"),
    "held": Words("保持中", "On hold"),
    "over": Words("已结束", "Over"),
}
WORKFLOW = Workflow(
    "call-legs",
    STATES,
    [
        Step("answer", Words("接听", "Answer"), frozenset({"ringing"}), None, P.CALL_LEGS_EDIT, s.Answering),
        Step("pass-on", Words("转出", "Pass on"), frozenset({"ringing"}), None, P.CALL_LEGS_EDIT, s.Pass),
        Step("hold", Words("保持", "Hold"), frozenset({"talking"}), None, P.CALL_LEGS_EDIT, s.Hold),
        Step("resume", Words("恢复", "Resume"), frozenset({"held"}), None, P.CALL_LEGS_EDIT, s.Resume),
        Step("transfer", Words("转接", "Transfer"), frozenset({"talking", "held"}), None, P.CALL_LEGS_EDIT, s.Transfer),
        Step("hang-up", Words("挂机", "Hang up"), frozenset({"dialling", "talking", "held"}), None, P.CALL_LEGS_EDIT,
             s.HangUp),
    ],
)  # fmt: skip
