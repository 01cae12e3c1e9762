"""The life of a call (R413)."""

from __future__ import annotations

from api.access.policy import P
from api.intake.calls import schemas as s
from api.intake.calls.schemas import BY_MACHINE
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
SPOKEN = frozenset(STATES) - {"ringing", "closed"}
AWAITED = frozenset({"reply_promised", "transferred"})
"""A question of the call may still be owed its answer."""
_LATE = SPOKEN | {"closed"}


def is_open(unit: Unit, call: Row) -> Words | None:
    """A call that only the exchange or the clock ended may still be written down; one that was is over."""
    if call.status == "closed" and call.outcome not in BY_MACHINE:
        return Words("“已结束”时不能再改", "The call is over")
    return None


def is_unbound(unit: Unit, call: Row) -> Words | None:
    """One call, one matter: it is counted once (R42)."""
    if refusal := is_open(unit, call):
        return refusal
    if call.case_id is not None:
        return Words("这通电话已经归到一件事", "This call belongs to a matter already")
    return None


WORKFLOW = Workflow(
    "calls",
    STATES,
    [
        Step("identify", Words("认出客户", "Identify"), _LATE, None, P.CALLS_EDIT, s.Identify, guard=is_open),
        Step("same-matter", Words("同一件事", "Same matter"), _LATE, None, P.CALLS_EDIT, s.SameMatter,
             guard=is_unbound),
        Step("close", Words("结束通话", "End the call"), _LATE, "closed", P.CALLS_EDIT, s.Close, guard=is_open),
        # follows from taking the request in: whoever may take calls may turn his own into one
        Step("turn-into-request", Words("转为需求", "Turn into a request"), _LATE, "turned_into_request",
             P.CALLS_CREATE, s.Close, guard=is_unbound, offer=False),
        # what was promised in it (R54, R56), and that it was kept
        Step("promise-reply", Words("答应回复", "Promise an answer"), _LATE, "reply_promised", P.CALLS_CREATE, s.Close,
             guard=is_open, offer=False),
        Step("hand-on", Words("转给别人", "Hand on"), _LATE, "transferred", P.CALLS_CREATE, s.Close, guard=is_open,
             offer=False),
        Step("reply", Words("已回复", "Reply"), AWAITED, "replied", P.CALLS_CREATE, s.Close, offer=False),
        # what the exchange tells and what the clock ends
        Step("pick-up", Words("接起", "Pick up"), frozenset({"ringing", "closed"}), "answered", P.CALLS_CREATE, s.Close,
             guard=is_open, offer=False),
        Step("give-up", Words("没人接", "Give up"), frozenset({"ringing"}), "closed", P.CALLS_CREATE, s.Close,
             offer=False),
        Step("pass-over", Words("转接", "Pass over"), frozenset({"answered"}), "transferred", P.CALLS_CREATE, s.Close,
             offer=False),
        Step("finish", Words("结束", "Finish"), SPOKEN, "closed", P.CALLS_CREATE, s.Close, offer=False),
    ],
)  # fmt: skip
