"""The life of an appointment (R415, D32): booked, reconfirmed, prepared, kept; aside: changed, missed, cancelled."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from api.access.policy import P
from api.dispatch.appointments import schemas
from api.dispatch.appointments.words import STATES
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.network.settings import limits
from api.network.stations import queries as stations

_NEW = frozenset({"booked", "changed"})
OPEN = _NEW | {"reconfirmed", "prepared"}
EARLY = timedelta(hours=4)
"""How long before its time somebody may be received already."""


def is_today(unit: Unit, row: Row) -> bool:
    """Whether the appointment's day is today, by the station's clock."""
    zone = ZoneInfo(stations.zone_of(unit, row.station_id))
    return row.starts_at.astimezone(zone).date() == unit.now.astimezone(zone).date()


def _not_twice(unit: Unit, row: Row) -> Words | None:
    """Reconfirmed once a working day ahead and once on the day (D32), before its time."""
    if unit.now >= row.starts_at:
        return Words("已经到时间了", "Its time has come")
    if is_today(unit, row):
        return Words("今天已经确认过", "Reconfirmed today already") if row.reconfirmed_day_at else None
    return Words("已经确认过，当天早上再确认", "Reconfirmed; again on the morning") if row.reconfirmed_at else None


def _own_life(unit: Unit, row: Row) -> Words | None:
    """A visit's time is its order's (R105)."""
    return Words("上门时间在工单里改", "A visit is changed with its order") if row.kind == "visit" else None


def _here(unit: Unit, row: Row) -> Words | None:
    if row.kind == "visit":
        return Words("工程师到达时自动记录", "Kept when the engineer arrives")
    return Words("还没到时间", "It is too early") if unit.now < row.starts_at - EARLY else None


def _waited(unit: Unit, row: Row) -> Words | None:
    """Missed 30 minutes after its time, not before (D32)."""
    wait = timedelta(seconds=limits.get(unit, "appointment.missed_seconds", row.station_id))
    if unit.now >= row.starts_at + wait:
        return None
    minutes = int(wait.total_seconds() // 60)
    return Words("过了 {n} 分钟才算爽约", "Missed only {n} minutes after its time").format(n=minutes)


WORKFLOW = Workflow(
    "appointments",
    STATES,
    (
        Step("reconfirm", Words("再次确认", "Reconfirm"), OPEN, None, P.APPOINTMENTS_EDIT, schemas.Reconfirm, _not_twice),
        Step("prepare", Words("核对准备", "Tick off the preparation"), frozenset({"reconfirmed"}), "prepared",
             P.APPOINTMENTS_EDIT, schemas.Prepare),
        Step("keep", Words("客户已到", "The customer is here"), OPEN | {"missed"}, "kept", P.APPOINTMENTS_EDIT,
             schemas.Keep, _here),
        Step("change", Words("改期", "Change"), OPEN | {"missed"}, "changed", P.APPOINTMENTS_EDIT, schemas.Change,
             _own_life, key=True),
        Step("miss", Words("记为爽约", "Missed"), OPEN, "missed", P.APPOINTMENTS_EDIT, schemas.Miss, _waited),
        Step("cancel", Words("取消预约", "Cancel"), OPEN | {"missed"}, "cancelled", P.APPOINTMENTS_EDIT, schemas.Cancel,
             _own_life),
    ),
)  # fmt: skip
