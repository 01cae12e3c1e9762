"""What is told of contacts; it stands in the customer's story."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words

WAYS = {
    "call": Words("电话", "call"),
    "visit": Words("拜访", "visit"),
    "message": Words("短信/微信", "message"),
    "mail": Words("邮件", "e-mail"),
    "counter": Words("到店", "at the counter"),
    "meeting": Words("会议", "meeting"),
    "forum": Words("座谈会", "forum"),
}
PURPOSES = {
    "care": Words("关怀问候", "care"),
    "usage": Words("使用情况", "use of the devices"),
    "business": Words("业务", "business"),
    "talk": Words("重要洽谈", "talk of weight"),
    "complaint": Words("投诉跟进", "complaint"),
    "survey": Words("意见征询", "survey"),
    "other": Words("其他", "other"),
}


@dataclass(frozen=True, slots=True)
class CustomerContacted(Fact):
    """A word with the customer (R397)."""

    type = "customer.contacted"
    sentence = Words("{way}联系（{purpose}）：{result}", "Contact by {way} ({purpose}): {result}")
    personal = ("result",)
    quiet = True
    spoken = {"way": WAYS, "purpose": PURPOSES}
    contact_log_id: str
    way: str
    purpose: str
    result: str


@dataclass(frozen=True, slots=True)
class CustomerNeedReported(Fact):
    """A need that this level cannot meet was reported to the one above (R396)."""

    type = "customer.need_reported"
    sentence = Words("需求已上报：{need}", "Reported a need upward: {need}")
    personal = ("need",)
    quiet = True
    station_id: str
    need: str
