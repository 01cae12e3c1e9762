"""What happens to a question that a customer asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.intake.consultations.schemas import WAYS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ConsultationRecorded(Fact):
    """Answered on the spot, or the way to the office explained: nothing is owed (R52, R53)."""

    type = "consultation.recorded"
    sentence = Words("登记咨询 {number}", "Consultation {number} recorded")
    number: str
    status: str


@dataclass(frozen=True, slots=True)
class ConsultationPromised(Fact):
    """The customer was told when he hears (R54)."""

    type = "consultation.promised"
    sentence = Words("答应 {due_at} 前回复客户（{number}）", "The customer will hear by {due_at} ({number})")
    number: str
    due_at: datetime
    urgency: str


@dataclass(frozen=True, slots=True)
class ConsultationTransferred(Fact):
    """Passed on by the agent himself, with what he clarified (R56, R57)."""

    type = "consultation.transferred"
    sentence = Words("{number} 转给{to}：{problem}", "{number} passed on to {to}: {problem}")
    personal = ("problem", "to")
    number: str
    to: str
    problem: str
    employee_id: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class ConsultationTaken(Fact):
    type = "consultation.taken"
    sentence = Words("{name} 接下 {number}", "{name} took {number}")
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class CustomerInformed(Fact):
    """Not solved yet: how it stands, and when it will be (R55)."""

    type = "consultation.informed"
    sentence = Words(
        "告知客户进展，预计 {expected_at} 解决：{answer}", "Told how it stands, solved by {expected_at}: {answer}"
    )
    personal = ("answer",)
    expected_at: datetime
    answer: str


@dataclass(frozen=True, slots=True)
class ConsultationReplied(Fact):
    type = "consultation.replied"
    sentence = Words("{way}答复了客户（{number}）：{answer}", "{way}, the customer was answered ({number}): {answer}")
    personal = ("answer",)
    spoken = {"way": WAYS}
    number: str
    way: str
    answer: str
    in_time: bool


@dataclass(frozen=True, slots=True)
class ConsultationCancelled(Fact):
    type = "consultation.cancelled"
    sentence = Words("{number} 不用再回复：需求已结束", "{number}: nothing more to answer, the case ended")
    number: str
