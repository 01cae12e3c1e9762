"""What may be asked of a follow-up: one command per step of Flow D."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.aftercare.follow_ups.words import OUTCOMES
from api.kit.ids import Id
from api.kit.text import Body, Note, Reason, ask

Score = Annotated[int, Field(ge=1, le=5, strict=True)]


class WarmOrNot(Body):
    """Question 7: an employee and a sign (R213)."""

    employee_id: Id
    warm: Annotated[bool, Field(strict=True)]


class Answers(Body):
    """What the customer said: questions 1 to 6 from 1 to 5, 7 and 8 if he wishes (D15)."""

    q1: Score
    q2: Score
    q3: Score
    q4: Score
    q5: Score
    q6: Score
    q7: WarmOrNot | None = None
    q8: Note | None = None


class Attempt(Body):
    """A call that reached nobody who would talk (D14)."""

    outcome: Literal["not_reached", "busy", "refused"] = ask(
        "打的结果", "Outcome", kind="choice", options=OUTCOMES
    )  # fmt: skip
    note: Note | None = ask("备注", "Note", kind="textarea", default=None)
    agreed_outside_hours: bool = ask(
        "客户约好在时段外打", "Agreed outside the hours", kind="boolean", default=False, strict=True
    )


class Satisfied(Body):
    """The customer is satisfied (R225, R229)."""

    answers: Answers = ask("客户的评分", "The customer's answers", kind="answers")
    note: Note | None = ask("备注", "Note", kind="textarea", default=None)


class Dissatisfied(Body):
    """The customer is not satisfied, and says why (R226)."""

    answers: Answers = ask("客户的评分", "The customer's answers", kind="answers")
    reason: Reason = ask("哪里不满意", "What went wrong", kind="textarea")


class FindRootCause(Body):
    """R227."""

    root_cause: Note = ask("不满意的根源", "Root cause", kind="textarea")


class SetMeasure(Body):
    """R228; the customer is called again."""

    measure: Note = ask("改进措施", "Measure", kind="textarea")


class Waive(Body):
    """The fourth step is left out, for a reason (R9)."""

    reason: Reason = ask("免回访的原因", "Why it is waived", kind="textarea")


class Nothing(Body):
    """A step that needs no words."""
