"""The life of an on-site order (R417, Flow B): who may take which step from where, and what else must hold."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Any

from pydantic import BaseModel

from api.access.policy import P, Role
from api.intake.service_requests import acts
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Guard, Step, Workflow, by_machine
from api.parts.reservations import queries as reservations
from api.work.work_orders import checklists, commands
from api.work.work_orders.words import STATES

COORDINATORS = frozenset({Role.COORDINATOR, Role.STATION_MANAGER})
ENGINEERS = frozenset({Role.FIELD_ENGINEER})
BEFORE_ARRIVAL = frozenset(
    {
        "received", "contacted", "time_promised", "waiting_for_parts", "parts_ready", "rescheduled", "assigned",
        "on_the_way", "second_visit",
    }
)  # fmt: skip


def promised(unit: Unit, order: Row) -> Words | None:
    """Nobody is sent, and no time is changed, before a time was promised (R105 stands before R109)."""
    return None if order.promised_at else Words("还没有承诺上门时间", "No time has been promised yet")


def assignee(unit: Unit, order: Row) -> Words | None:
    """Only the engineer who holds the job reports on it (R28)."""
    if order.engineer_id == unit.actor.employee_id:
        return None
    return Words("这单派的不是您", "This job is not assigned to you")


def unaccepted(unit: Unit, order: Row) -> Words | None:
    """A job is accepted once."""
    return assignee(unit, order) or (Words("已经接了单", "Already accepted") if order.accepted_at else None)


def accepted(unit: Unit, order: Row) -> Words | None:
    """The engineer leaves for what he accepted, and where the station says so, with his tools checked (R73)."""
    if refused := assignee(unit, order):
        return refused
    if not order.accepted_at:
        return Words("请先接单", "Accept the job first")
    return checklists.lacking(unit, order, "depart")


def may_work(unit: Unit, order: Row) -> Words | None:
    """Diagnosed first (R74); a paid repair needs the customer's consent to the quotation before any work (R154)."""
    if refused := assignee(unit, order):
        return refused
    if not order.diagnosed_at:
        return Words("请先诊断，定下维修方案", "Diagnose and fix the repair plan first")
    return acts.missing_of(unit, order.case_id, "work")


def may_complete(unit: Unit, order: Row) -> Words | None:
    """What work needs, and the checklists that the station demands."""
    return may_work(unit, order) or checklists.lacking(unit, order, "complete")


def all_there(unit: Unit, order: Row) -> Words | None:
    """Nobody says that the parts are ready while a request of this order still waits (R107)."""
    awaited = reservations.awaited(unit, order.id)
    if not awaited:
        return None
    first = awaited[0]
    return Words("{part} × {n} 还没到", "{part} × {n} has not come yet").format(part=first["name"], n=first["quantity"])


def _coordinator(
    action: str, zh: str, en: str, sources: Collection[str], target: str | None, command: type[BaseModel], **more: Any
) -> Step:
    settings = {"permission": P.WORK_ORDERS_EDIT, "roles": COORDINATORS} | more
    return Step(action, Words(zh, en), frozenset(sources), target, command=command, **settings)


def _engineer(
    action: str, zh: str, en: str, sources: Collection[str], target: str | None, command: type[BaseModel],
    guard: Guard = assignee,
) -> Step:  # fmt: skip
    return Step(
        action, Words(zh, en), frozenset(sources), target, permission=P.WORK_ORDERS_EDIT, command=command,
        guard=guard, roles=ENGINEERS, key=True,
    )  # fmt: skip


_machine = partial(by_machine, P.WORK_ORDERS_EDIT)

_ASSIGN: dict[str, Any] = {"permission": P.WORK_ORDERS_ASSIGN, "roles": frozenset(), "key": True}

WORKFLOW = Workflow(
    "work-orders",
    STATES,
    [
        _coordinator("contact", "联系客户", "Contact the customer", {"received"}, "contacted", commands.Contact),
        _coordinator(
            "assign", "派工", "Assign", {"time_promised", "parts_ready", "rescheduled"}, "assigned", commands.Assign,
            guard=promised, **_ASSIGN,
        ),
        _coordinator(
            "promise", "承诺时间", "Promise a time",
            {"contacted", "time_promised", "rescheduled", "parts_ready", "second_visit"}, "time_promised",
            commands.Promise,
        ),
        _coordinator(
            "parts-ready", "备件已到", "Parts are ready", {"waiting_for_parts"}, "parts_ready", commands.PartsReady,
            guard=all_there,
        ),
        _coordinator(
            "wait-for-parts", "等备件", "Wait for parts", {"contacted", "time_promised", "rescheduled", "second_visit"},
            "waiting_for_parts", commands.WaitForParts,
        ),
        _coordinator(
            "reassign", "改派", "Reassign", {"assigned", "on_the_way"}, "assigned", commands.Assign, **_ASSIGN
        ),
        _coordinator(
            "move", "改时间或人", "Move", {"assigned", "on_the_way", "on_site"}, None, commands.Move,
            guard=promised, match=True, **_ASSIGN,
        ),
        _coordinator(
            "reschedule", "改约", "Reschedule", {"time_promised", "assigned", "parts_ready"}, "rescheduled",
            commands.Reschedule, guard=promised,
        ),
        _coordinator(
            "unassign", "撤回派工", "Take the assignment back", {"assigned"}, "time_promised", commands.Because,
            permission=P.WORK_ORDERS_ASSIGN, roles=frozenset(),
        ),
        _engineer("accept", "接单", "Accept", {"assigned"}, None, commands.Plainly, unaccepted),
        _engineer("depart", "出发", "Leave", {"assigned"}, "on_the_way", commands.Plainly, accepted),
        _engineer("arrive", "到场", "Arrive", {"on_the_way"}, "on_site", commands.Plainly),
        _engineer("complete", "完工", "Complete", {"on_site"}, "work_done", commands.Complete, may_complete),
        _engineer("diagnose", "诊断", "Diagnose", {"on_site"}, None, commands.Diagnose),
        _engineer("use-part", "用备件", "Use a part", {"on_site"}, None, commands.UsePart, may_work),
        _engineer("sign", "请客户签字", "Have it signed", {"work_done"}, "signed", commands.Sign),
        _engineer("hand-in", "交记录", "Hand the record in", {"signed"}, "record_in", commands.HandIn),
        _engineer(
            "refuse-signature", "客户不签字", "Signature refused", {"work_done"}, "signed", commands.RefuseSignature
        ),
        _engineer(
            "second-visit", "需二次上门", "Second visit needed", {"on_site", "work_done"}, "second_visit",
            commands.SecondVisit,
        ),
        _engineer(
            "escalate", "上报难题", "Report upward", {"assigned", "on_the_way", "on_site", "work_done"}, None,
            commands.Escalate,
        ),
        _engineer(
            "cannot-today", "今天做不了", "Cannot today", {"assigned", "on_the_way"}, "rescheduled", commands.CannotToday
        ),
        _engineer("refuse", "不能接", "Refuse", {"assigned"}, "time_promised", commands.Refuse, unaccepted),
        _coordinator(
            "cancel", "取消", "Cancel", BEFORE_ARRIVAL | {"on_site"}, "cancelled", commands.Because,
            permission=P.WORK_ORDERS_VOID, roles=frozenset(),
        ),
        _machine("parts-came", "备件到齐", "Parts have come", {"waiting_for_parts"}, "parts_ready"),
        _machine("mark-followed-up", "回访完成", "Followed up", {"record_in"}, "followed_up"),
        _machine("close", "结单", "Close", {"followed_up"}, "closed"),
    ],
)  # fmt: skip
