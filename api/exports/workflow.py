"""The life of an export: large ones wait for somebody else, then it is written, taken, and gone after a day (T31)."""

from __future__ import annotations

from functools import partial

from api.access import queries as access
from api.access.policy import P
from api.exports import schemas
from api.exports.columns import list_at
from api.exports.rights import exporter, reaches_as_far
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine


def _another_s(unit: Unit, export: Row) -> Words | None:
    """Whoever asks never approves, and nobody approves what he may not see himself (separate hands)."""
    if export.asked_by_id == unit.actor.employee_id:
        return Words("自己的导出由别人批准", "One's own export is approved by somebody else")
    edge = list_at(export.path)
    if edge is None or not unit.actor.holds(edge.permission):
        return Words("您自己看不到这份清单，不能批准", "You may not see this list yourself")
    return None


def _reached(unit: Unit, export: Row) -> Words | None:
    """Whoever approves sees every row himself."""
    if refused := _another_s(unit, export):
        return refused
    edge = list_at(export.path)
    person = access.person_anywhere(unit.conn, export.account_id, unit.now)
    asker = exporter(person, edge) if person and edge and person.employee_id == export.asked_by_id else None
    if asker is None or edge is None:
        return Words("申请人已不能导出这份清单", "Who asked may not take this list out any more")
    if not reaches_as_far(unit.actor, asker, edge):
        return Words(
            "清单里有您看不到的内容，请区域或总部批准",
            "There are rows in it that you may not see; the region or headquarters approves",
        )
    return None


def _own(unit: Unit, export: Row) -> Words | None:
    if export.asked_by_id != unit.actor.employee_id:
        return Words("只有申请人能取消", "Only who asked for it may cancel it")
    return None


_machine = partial(by_machine, P.EXPORTS_CREATE)

_WAITING = frozenset({"waiting"})
WORKFLOW = Workflow(
    "exports",
    schemas.STATES,
    (
        Step("approve", Words("批准", "Approve"), _WAITING, "queued", P.EXPORTS_APPROVE, schemas.Approve, _reached),
        Step("refuse", Words("不批准", "Refuse"), _WAITING, "refused", P.EXPORTS_APPROVE, schemas.Refuse, _another_s),
        Step("cancel", Words("取消", "Cancel"), _WAITING | {"queued", "running"}, "cancelled", P.EXPORTS_CREATE,
             schemas.Cancel, _own),
        _machine("begin", "写", "Write", {"queued", "running"}, "running"),
        _machine("finish", "写完", "Finish", {"running"}, "done"),
        _machine("put-back", "等批准", "Wait for approval", {"running"}, "waiting"),
        _machine("fail", "写不成", "Fail", {"queued", "running"}, "failed"),
        _machine("expire", "过期", "Expire", {"done"}, "expired"),
    ),
)  # fmt: skip
