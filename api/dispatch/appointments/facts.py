"""What happens to appointments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.dispatch.appointments.words import ANSWERS, KINDS
from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class AppointmentBooked(Fact):
    """R61: the time and the need are kept."""

    type = "appointment.booked"
    sentence = Words("预约{kind}：{starts_at}", "Appointment ({kind}): {starts_at}")
    spoken = {"kind": KINDS}
    personal = ("need",)
    kind: str
    starts_at: datetime
    ends_at: datetime
    need: str | None = None
    work_order_id: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentChanged(Fact):
    """Another time was agreed: both times and the reason stay (R80, R95)."""

    type = "appointment.changed"
    sentence = Words(
        "预约由 {former_starts_at} 改到 {starts_at}：{reason}", "Moved from {former_starts_at} to {starts_at}: {reason}"
    )
    personal = ("reason",)
    former_starts_at: datetime
    starts_at: datetime
    ends_at: datetime
    reason: str
    asked_by: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentGiven(Fact):
    """The order has another engineer, so has the appointment."""

    type = "appointment.given"
    sentence = Words("预约的工程师变了", "The appointment has another engineer")
    quiet = True
    employee_id: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentReconfirmed(Fact):
    """The customer was asked again, a working day ahead or on the day (R61, D32)."""

    type = "appointment.reconfirmed"
    sentence = Words("再次确认预约：{answer}", "Reconfirming: {answer}")
    spoken = {"answer": ANSWERS}
    personal = ("note",)
    answer: str
    on_the_day: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentPrepared(Fact):
    type = "appointment.prepared"
    sentence = Words("准备工作已核对", "The preparation is ticked off")
    personal = ("note",)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AppointmentKept(Fact):
    type = "appointment.kept"
    sentence = Words("预约已履约", "The appointment was kept")
    kept_at: datetime
    late_seconds: int


@dataclass(frozen=True, slots=True)
class AppointmentMissed(Fact):
    """Nobody came within the time of D32."""

    type = "appointment.missed"
    sentence = Words("预约 {starts_at} 没有履约", "The appointment of {starts_at} was missed")
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class AppointmentCancelled(Fact):
    type = "appointment.cancelled"
    sentence = Words("取消预约：{reason}", "Appointment cancelled: {reason}")
    personal = ("reason",)
    reason: str | None = None
