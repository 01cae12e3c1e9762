"""Presence over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.intake.telephony.extensions.schemas import Number
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Flag, ask
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["available", "on_call", "after_call", "away", "off"]
Why = Literal["break", "meal", "meeting", "training", "other"]
STATES = {
    "available": Words("空闲", "Available"),
    "on_call": Words("通话中", "On a call"),
    "after_call": Words("话后整理", "After-call work"),
    "away": Words("小休", "Away"),
    "off": Words("已签退", "Signed off"),
}
REASONS = {
    "break": Words("小休", "A break"),
    "meal": Words("用餐", "A meal"),
    "meeting": Words("开会", "A meeting"),
    "training": Words("培训", "Training"),
    "other": Words("其他事", "Something else"),
}


class Query(Page):
    status: Status | None = None
    employee_id: Id | None = None


class SignOn(Body):
    """There for calls, at the extension last used or at this one."""

    exchange_id: Id | None = None
    extension: Number | None = None
    take_over: Flag = False


class Available(Body):
    """Nothing is asked."""


class Away(Body):
    reason: Why = ask("为什么", "Why", kind="choice", options=REASONS)


class SignOff(Body):
    """Nothing is asked."""


class PresenceRow(Answer):
    """`since`: when this state began."""

    id: str
    version: int
    employee: EmployeeRef
    station: StationRef
    extension: str | None
    status: Status
    status_label: str
    since: datetime
    reason: Why | None
    reason_label: str | None
    call_id: str | None


class PresenceRead(PresenceRow):
    offered: list[Offer]


class LineRead(Answer):
    """The caller's own telephone: whether an exchange is connected, where he sits, whether he is there."""

    connected: bool
    exchange: str | None
    extension: str | None
    presence: PresenceRead | None
    waiting: int
    """Calls that ring and that nobody has answered, as far as he sees calls."""
    waiting_since: datetime | None
