"""What appointments are called."""

from __future__ import annotations

from typing import Literal

from api.kit.words import Words

Kind = Literal["visit", "counter", "telephone"]
Status = Literal["booked", "changed", "reconfirmed", "prepared", "kept", "missed", "cancelled"]
Party = Literal["customer", "station"]
KINDS: dict[str, Words] = {
    "visit": Words("上门", "Visit"),
    "counter": Words("到站", "At the counter"),
    "telephone": Words("电话", "Telephone"),
}
STATES: dict[str, Words] = {
    "booked": Words("已预约", "Booked"),
    "changed": Words("已改期", "Changed"),
    "reconfirmed": Words("已确认", "Reconfirmed"),
    "prepared": Words("已备好", "Prepared"),
    "kept": Words("已履约", "Kept"),
    "missed": Words("爽约", "Missed"),
    "cancelled": Words("已取消", "Cancelled"),
}
PARTIES: dict[str, Words] = {"customer": Words("客户提出", "The customer"), "station": Words("站点提出", "The station")}
ANSWERS: dict[str, Words] = {
    "confirmed": Words("客户确认", "Confirmed"),
    "not_reached": Words("没联系上", "Not reached"),
}
