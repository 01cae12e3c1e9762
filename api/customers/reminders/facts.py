"""What happens to reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ReminderMade(Fact):
    type = "customer_reminder.made"
    sentence = Words("提醒：{what}，{due_on} 前", "Reminder: {what}, by {due_on}")
    personal = ("what",)
    customer_id: str
    kind: str
    what: str
    due_on: date
    owner_id: str | None


@dataclass(frozen=True, slots=True)
class ReminderMoved(Fact):
    type = "customer_reminder.moved"
    sentence = Words("提醒改到 {due_on}", "Moved to {due_on}")
    due_on: date
    owner_id: str | None


@dataclass(frozen=True, slots=True)
class ReminderDone(Fact):
    type = "customer_reminder.done"
    sentence = Words("提醒已办", "Done")
    contact_id: str | None = None


@dataclass(frozen=True, slots=True)
class ReminderDropped(Fact):
    type = "customer_reminder.dropped"
    sentence = Words("提醒不办了：{reason}", "Dropped: {reason}")
    personal = ("reason",)
    reason: str
