"""The life of a call (R413)."""

from __future__ import annotations

from api.access.policy import P
from api.intake.calls import schemas as s
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "ringing": Words("响铃", "Ringing"),
    "answered": Words("通话中", "Answered"),
    "reply_promised": Words("答应回复", "Reply promised"),
    "transferred": Words("已转接", "Transferred"),
    "turned_into_request": Words("已转为需求", "Turned into a request"),
    "replied": Words("已回复", "Replied"),
    "closed": Words("已结束", "Closed"),
}
_SPOKEN = frozenset(STATES) - {"ringing", "closed"}


def is_unbound(unit: Unit, call: Row) -> Words | None:
    """One call, one matter: it is counted once (R42)."""
    if call.case_id is not None:
        return Words("这通电话已经归到一件事", "This call belongs to a matter already")
    return None


WORKFLOW = Workflow(
    "calls",
    STATES,
    [
        Step("identify", Words("认出客户", "Identify"), _SPOKEN, None, P.CALLS_EDIT, s.Identify),
        Step("same-matter", Words("同一件事", "Same matter"), _SPOKEN, None, P.CALLS_EDIT, s.SameMatter,
             guard=is_unbound),
        Step("close", Words("结束通话", "End the call"), _SPOKEN, "closed", P.CALLS_EDIT, s.Close),
        # follows from taking the request in: whoever may take calls may turn his own into one
        Step("turn-into-request", Words("转为需求", "Turn into a request"), _SPOKEN, "turned_into_request",
             P.CALLS_CREATE, s.Close, guard=is_unbound, offer=False),
    ],
)  # fmt: skip
