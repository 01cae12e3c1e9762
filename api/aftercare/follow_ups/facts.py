"""What happens in the fourth step, as the log keeps it. What the customer said sits beside the log and can be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.aftercare.follow_ups.words import OUTCOMES
from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class FollowUpDue(Fact):
    """A finished job is to be followed up (R223, D14)."""

    type = "follow_up.due"
    sentence = Words("待回访 {number}，{due_from} 起", "Follow-up {number} due from {due_from}")
    number: str
    work_order_id: str
    due_from: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpAttempted(Fact):
    """`attempts` counts the days on which it was tried (D14)."""

    type = "follow_up.attempted"
    sentence = Words("打过回访电话：{outcome}，第 {attempts} 天", "Follow-up call, day {attempts}: {outcome}")
    personal = ("note",)
    spoken = {"outcome": OUTCOMES}
    outcome: str
    attempts: int
    agreed_outside_hours: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpUnreachable(Fact):
    """Never counted as satisfied (R257)."""

    type = "follow_up.unreachable"
    sentence = Words("{attempts} 天都没打通", "Not reached on {attempts} days")
    attempts: int


@dataclass(frozen=True, slots=True)
class FollowUpSatisfied(Fact):
    """R229; `csi` as of D15, `praised_id` or `blamed_id` of question 7 (R213)."""

    type = "follow_up.satisfied"
    sentence = Words("客户满意，CSI {csi}", "The customer is satisfied, CSI {csi}")
    personal = ("answers", "note")
    csi: int
    answers: dict[str, Any]
    praised_id: str | None = None
    blamed_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpDissatisfied(Fact):
    """R226: the reason goes to the station manager."""

    type = "follow_up.dissatisfied"
    sentence = Words("客户不满意：{reason}", "The customer is dissatisfied: {reason}")
    personal = ("answers", "reason")
    csi: int
    answers: dict[str, Any]
    reason: str
    praised_id: str | None = None
    blamed_id: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRootCauseFound(Fact):
    type = "follow_up.root_cause_found"
    sentence = Words("不满意的根源：{root_cause}", "Root cause: {root_cause}")
    personal = ("root_cause",)
    root_cause: str


@dataclass(frozen=True, slots=True)
class FollowUpMeasureSet(Fact):
    type = "follow_up.measure_set"
    sentence = Words("改进措施：{measure}", "Measure: {measure}")
    personal = ("measure",)
    measure: str


@dataclass(frozen=True, slots=True)
class FollowUpWaived(Fact):
    """`ground` is `manager` or `do_not_call` (R9, D14)."""

    type = "follow_up.waived"
    sentence = Words("免回访：{reason}", "Follow-up waived: {reason}")
    personal = ("reason",)
    ground: str
    reason: str
