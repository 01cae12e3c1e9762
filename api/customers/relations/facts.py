"""What happens between the house and a customer; all of it stands in the story of his file."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words

CLASSES = {name: Words(name, name) for name in "ABC"}
ACTIVITIES = {
    "new": Words("新客户", "new"),
    "active": Words("活跃", "active"),
    "lost": Words("流失", "lost"),
    "idle": Words("无设备、无业务", "idle"),
}
ALERTS = {
    "late": Words("超过常规周期没有业务", "no business for longer than usual"),
    "less": Words("业务明显低于平均", "business well below average"),
}
SATISFACTIONS = {
    "unknown": Words("未评价", "not rated"),
    "dissatisfied": Words("不满意", "dissatisfied"),
    "satisfied": Words("满意", "satisfied"),
    "loyal": Words("忠诚", "loyal"),
}


@dataclass(frozen=True, slots=True)
class CustomerPersonsNamed(Fact):
    """Who looks after the customer (R391)."""

    type = "customer.persons_named"
    sentence = Words("定了客服和业务员", "Named the service person and the account person")
    service_person_id: str | None
    account_person_id: str | None


@dataclass(frozen=True, slots=True)
class CustomerCounted(Fact):
    """The monthly count changed how the customer stands (D30, D31, R392)."""

    type = "customer.counted"
    sentence = Words(
        "月度评定：{customer_class} 类，{activity}，{satisfaction}",
        "Monthly count: class {customer_class}, {activity}, {satisfaction}",
    )
    quiet = True
    spoken = {"customer_class": CLASSES, "activity": ACTIVITIES, "satisfaction": SATISFACTIONS}
    customer_class: str
    former_class: str
    activity: str
    satisfaction: str
    alert: str | None
    revenue_fen: int
    devices: int


@dataclass(frozen=True, slots=True)
class CustomerAlerted(Fact):
    """He buys later or less than he used to (D31)."""

    type = "customer.alerted"
    sentence = Words("业务预警：{alert}", "Alert: {alert}")
    quiet = True
    spoken = {"alert": ALERTS}
    alert: str
