"""What happens to leave. Why somebody is away is his own matter: it lies beside the log and can be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class LeaveAsked(Fact):
    type = "leave_request.asked"
    sentence = Words("申请请假：{starts_at} 到 {ends_at}", "Asked for leave from {starts_at} to {ends_at}")
    personal = ("kind", "reason")
    starts_at: datetime
    ends_at: datetime
    kind: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class LeaveApproved(Fact):
    type = "leave_request.approved"
    sentence = Words("批准请假：{starts_at} 到 {ends_at}", "Leave approved from {starts_at} to {ends_at}")
    personal = ("note",)
    starts_at: datetime
    ends_at: datetime
    booking_id: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class LeaveRefused(Fact):
    type = "leave_request.refused"
    sentence = Words("没有批准请假：{reason}", "Leave refused: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class LeaveWithdrawn(Fact):
    """Taken back before it was decided, or given back after."""

    type = "leave_request.withdrawn"
    sentence = Words("撤回请假", "Leave withdrawn")
    personal = ("reason",)
    reason: str | None = None
