"""What shifts and attendance are called."""

from __future__ import annotations

from typing import Literal

from api.kit.words import Words

Kind = Literal["hotline", "counter", "bench", "field", "duty"]
Presence = Literal["expected", "on_time", "late", "not_here", "absent", "on_leave"]

KINDS: dict[str, Words] = {
    "hotline": Words("热线", "Hotline"),
    "counter": Words("接待", "Counter"),
    "bench": Words("站内维修", "Bench"),
    "field": Words("上门", "Field"),
    "duty": Words("值班", "Duty"),
}
PRESENCES: dict[str, Words] = {
    "expected": Words("未到时间", "Expected"),
    "on_time": Words("准时", "On time"),
    "late": Words("迟到", "Late"),
    "not_here": Words("未到岗", "Not here yet"),
    "absent": Words("缺勤", "Absent"),
    "on_leave": Words("请假", "On leave"),
}
STATES: dict[str, Words] = {"planned": Words("已排班", "Planned"), "removed": Words("已取消", "Removed")}

OUT: frozenset[str] = frozenset({"field", "duty"})
"""Shifts in which an engineer can be sent to a customer."""
