"""What may be asked of a work order: one command per step of its life (R417)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.kit.ids import Id
from api.kit.text import Body, Day, FieldCommand, Minutes, Moment, Name, Note, Reason, ask
from api.parts.taking import Quantity, Serials

TravelMinutes = Annotated[int, Field(ge=0, le=24 * 60, strict=True)]
Picture = Annotated[str, Field(min_length=4, max_length=410_000)]
"""Base64 of at most 300 kB."""


# -- coordinator -------------------------------------------------------------------------------------------------------
class Contact(Body):
    """The customer was spoken with and the fault judged further (R104)."""

    note: Note = ask("和客户确认了什么", "What was settled with the customer", kind="textarea")


class Promise(Body):
    """The time of the visit as promised to the customer (R105)."""

    promised_at: Moment = ask("承诺上门时间", "Promised time", kind="datetime")
    duration_minutes: Minutes = ask("预计工时", "Expected duration", kind="minutes")
    reason: Reason | None = ask("改约的原因", "Reason for the change", kind="textarea", default=None)


class WaitForParts(Body):
    """A part must come first (R107)."""

    note: Note = ask("等什么备件", "Which part is awaited", kind="textarea")
    expected_on: Day | None = ask("预计到货日（年-月-日）", "Expected on (YYYY-MM-DD)", default=None)


class PartsReady(Body):
    """The part was issued (R108)."""


class Assign(Body):
    """The engineer and his time; the times default to what was promised (R109)."""

    employee_id: Id = ask("派给", "Engineer", kind="engineer")
    starts_at: Moment | None = ask("开始时间", "Start", kind="datetime", default=None)
    duration_minutes: Minutes | None = ask("工时", "Duration", kind="minutes", default=None)
    travel_minutes: TravelMinutes | None = ask("路程", "Travel", kind="minutes", default=None)
    override_reason: Reason | None = ask("重叠也要派的原因", "Why it is doubled", kind="textarea", default=None)


class Move(Body):
    """A job moved on the board: another time, another engineer, longer or shorter; what is not given stays."""

    employee_id: Id | None = ask("派给", "Engineer", kind="engineer", default=None)
    starts_at: Moment | None = ask("开始时间", "Start", kind="datetime", default=None)
    duration_minutes: Minutes | None = ask("工时", "Duration", kind="minutes", default=None)
    travel_minutes: TravelMinutes | None = ask("路程", "Travel", kind="minutes", default=None)
    reason: Reason | None = ask(
        "晚于承诺，怎么和客户说好的", "Later than promised: what was agreed", kind="textarea", default=None
    )
    override_reason: Reason | None = ask("重叠也要派的原因", "Why it is doubled", kind="textarea", default=None)


class Because(Body):
    """A step that needs its reason."""

    reason: Reason = ask("原因", "Reason", kind="textarea")


class Reschedule(Body):
    """Another time, agreed with the customer; both times are kept (R80, R95)."""

    promised_at: Moment = ask("另约的时间", "New time", kind="datetime")
    reason: Reason = ask("原因", "Reason", kind="textarea")


# -- engineer; each carries the phone's own time (D41) -----------------------------------------------------------------
class Plainly(FieldCommand):
    """A step that needs no words."""


class Refuse(FieldCommand):
    """The engineer cannot take the job."""

    reason: Reason = ask("为什么不能接", "Why not", kind="textarea")


class Diagnose(FieldCommand):
    """What is wrong and how it will be repaired, fixed before the repair (R74)."""

    diagnosis: Note = ask("诊断", "Diagnosis", kind="textarea")
    plan: Note = ask("维修方案", "Repair plan", kind="textarea")


class Complete(FieldCommand):
    """The repair with its test and the instruction of the customer (R76)."""

    work_done: Note = ask("做了什么", "Work done", kind="textarea")
    test_result: Note = ask("检验结果", "Test result", kind="textarea")
    test_passed: bool = ask("检验合格", "The test passed", kind="boolean", strict=True)
    instructed: bool = ask("已向客户交代", "The customer was instructed", kind="boolean", strict=True)


class UsePart(FieldCommand):
    """A part from the engineer's own van that goes into the device; each piece with a number is named (D41)."""

    part_id: Id = ask("备件", "Part", kind="part")
    quantity: Quantity = ask("数量", "Quantity", kind="integer")
    serials: Serials | None = None


class Sign(FieldCommand):
    """The customer's signature, drawn (R77)."""

    signer: Name = ask("签字人", "Signed by")
    picture: Picture = ask("签字", "Signature", kind="signature")


class RefuseSignature(FieldCommand):
    """The customer does not sign; a recorded refusal is a full path (R77)."""

    signer: Name | None = ask("谁拒签", "Who refuses", default=None)
    reason: Reason = ask("拒签的原因", "Reason", kind="textarea")


class HandIn(FieldCommand):
    """The on-site service record (R79)."""

    note: Note | None = ask("备注", "Note", kind="textarea", default=None)


class CannotToday(FieldCommand):
    """What cannot be done today is settled with the customer at once (R80)."""

    reason: Reason = ask("原因", "Reason", kind="textarea")
    promised_at: Moment = ask("和客户另约的时间", "Time agreed with the customer", kind="datetime")


class Escalate(FieldCommand):
    """A technical problem that the engineer cannot solve (R82)."""

    problem: Note = ask("什么问题解决不了", "The problem", kind="textarea")


class SecondVisit(FieldCommand):
    """It was not solved; another visit is needed (R112)."""

    reason: Reason = ask("为什么要再来", "Why another visit", kind="textarea")
