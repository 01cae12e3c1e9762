"""What happens to people's time."""

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class BookingMade(Fact):
    """A span of a resource is taken; with `overrides_id` it knowingly doubles another, for a reason."""

    type = "booking.made"
    sentence = Words("预约了 {starts_at} 到 {ends_at}", "Booked {starts_at} to {ends_at}")
    personal = ("note", "override_reason")
    employee_id: str | None
    kind: str
    starts_at: datetime
    ends_at: datetime
    resource_id: str | None = None
    note: str | None = None
    overrides_id: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class BookingMoved(Fact):
    """The span moved in time or to somebody else."""

    type = "booking.moved"
    sentence = Words("预约改到 {starts_at} 到 {ends_at}", "Booking moved to {starts_at} to {ends_at}")
    personal = ("override_reason",)
    former_employee_id: str | None
    former_starts_at: datetime
    former_ends_at: datetime
    employee_id: str | None
    starts_at: datetime
    ends_at: datetime
    resource_id: str | None = None
    overrides_id: str | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class BookingReleased(Fact):
    """The span is free again."""

    type = "booking.released"
    sentence = Words("取消了 {starts_at} 到 {ends_at} 的预约", "Booking of {starts_at} to {ends_at} released")
    personal = ("reason",)
    starts_at: datetime
    ends_at: datetime
    reason: str | None = None
