"""Every SELECT on whom to tell."""

from __future__ import annotations

from typing import Any

from sqlalchemy import literal, or_, select

from api.events.model import Event
from api.field.devices.model import Device, PushSubscription
from api.kit.ids import IdColumn
from api.kit.unit import Unit

_device = Device.__table__  # type: ignore[attr-defined]
_push = PushSubscription.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_GIVEN = ("work_order.assigned", "work_order.reassigned")


def concerned(unit: Unit, order_id: str, engineer_id: str | None) -> list[dict[str, Any]]:
    """The phones with notices of who has this job and of who had it before its newest fact; `fresh`: it was just given."""
    newest = (
        select(_event.c.former_owner_id, _event.c.type)
        .where(_event.c.subject == "work_order", _event.c.subject_id == order_id)
        .order_by(_event.c.seq.desc())
        .limit(1)
        .subquery()
    )
    wanted = literal(engineer_id, IdColumn)
    return unit.rows(
        select(
            _push.c.device_id, _device.c.employee_id, newest.c.former_owner_id,
            newest.c.type.in_(_GIVEN).label("fresh"),
        )
        .select_from(_push.join(_device, _device.c.id == _push.c.device_id).join(newest, literal(True)))
        .where(
            _device.c.status == "active", _device.c.wipe_asked_at.is_(None),
            or_(_device.c.employee_id == wanted, _device.c.employee_id == newest.c.former_owner_id),
        )
        .order_by(_push.c.id)
    )  # fmt: skip
