"""The life of a question (R53 to R57): promised or transferred until replied; answered on the spot it is over at once."""

from __future__ import annotations

from api.access.policy import P
from api.intake.consultations import schemas as s
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "promised": Words("待回复", "To be answered"),
    "transferred": Words("已转出，待回复", "Passed on, to be answered"),
    "replied": Words("已回复", "Answered later"),
    "answered": Words("当场答复", "Answered at once"),
    "carry_in": Words("已请送修", "Carry-in advised"),
    "cancelled": Words("不用回复", "Nothing to answer"),
}
OWED = frozenset({"promised", "transferred"})


def is_anothers(unit: Unit, record: Row) -> Words | None:
    """Nobody takes what is his."""
    if record.owner_id is not None and record.owner_id == unit.actor.employee_id:
        return Words("已经由您回复", "It is yours already")
    return None


WORKFLOW = Workflow(
    "consultations",
    STATES,
    [
        Step("reply", Words("记下答复", "Record the answer"), OWED, "replied", P.CONSULTATIONS_EDIT, s.Reply),
        Step("inform", Words("先告知进展", "Tell how it stands"), OWED, None, P.CONSULTATIONS_EDIT, s.Inform),
        Step("transfer", Words("转给别人", "Pass on"), OWED, "transferred", P.CONSULTATIONS_EDIT, s.Transfer),
        Step("take", Words("我来回复", "I will answer"), OWED, None, P.CONSULTATIONS_EDIT, s.Nothing, guard=is_anothers),
        Step("withdraw", Words("不用回复", "Nothing to answer"), OWED, "cancelled", P.CONSULTATIONS_VIEW, s.Nothing,
             offer=False),
    ],
)  # fmt: skip
