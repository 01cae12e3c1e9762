"""An agent's side of a call over the wire: what pops up, and what can be done with it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from api.intake.service_requests.schemas import ContactRef, CustomerRef, Phone
from api.intake.telephony.extensions.schemas import Number
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Note, ask
from api.network.employees.refs import EmployeeRef

Status = Literal["dialling", "ringing", "talking", "held", "over"]
Ending = Literal["talked", "missed", "elsewhere", "passed", "transferred"]


class Query(Page):
    """`live`: those that ring or talk now. `call_id`: every side of one call."""

    live: bool | None = None
    call_id: Id | None = None
    mine: bool | None = None


class Answering(Body):
    """Nothing is asked."""


class Pass(Body):
    """Nothing is asked."""


class Hold(Body):
    """Nothing is asked."""


class Resume(Body):
    """Nothing is asked."""


class HangUp(Body):
    """Nothing is asked."""


class Transfer(Body):
    """To whom, and what the matter is: nobody is passed on before his problem is clear (R57)."""

    to_extension: Number = ask("转到哪个分机", "To which extension")
    statement: Note = ask("问题是什么，已经做了什么", "What the problem is and what was done", kind="textarea")


class LegMatter(Answer):
    """An open matter of who calls (R42)."""

    id: str
    number: str
    subject: str
    status: str
    status_label: str
    calls: int
    due_at: datetime | None


class LegRead(Answer):
    """`matches`: how many customers have this number; with one of them known, who it is and what is open."""

    id: str
    version: int
    status: Status
    status_label: str
    offered: list[Offer]
    call_id: str
    call_number: str
    case_id: str | None
    direction: Literal["inbound", "outbound"]
    agent: EmployeeRef
    extension: str
    queue: str | None
    phone: Phone
    caller_name: str | None
    rang_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    ending: Ending | None
    matches: int
    customer: CustomerRef | None
    contact: ContactRef | None
    matters: list[LegMatter]
    open_matters: int
