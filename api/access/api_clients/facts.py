"""What happens to integrations' keys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ApiClientMade(Fact):
    type = "api_client.made"
    sentence = Words("登记了对接系统 {name}", "Registered the API client {name}")
    name: str
    scopes: list[str]
    station_ids: list[str]
    addresses: list[str] | None
    per_minute: int
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class ApiClientChanged(Fact):
    """Other terms from now on: `now` and `before` hold what differs, by field."""

    type = "api_client.changed"
    sentence = Words("改了登记内容", "Changed the registration")
    fields: list[str]
    now: dict[str, object]
    before: dict[str, object]


@dataclass(frozen=True, slots=True)
class ApiClientApproved(Fact):
    type = "api_client.approved"
    sentence = Words("批准它查看完整号码：{reason}", "Approved that it sees whole numbers: {reason}")
    personal = ("reason",)
    scopes: list[str]
    station_ids: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class ApiClientApprovalLapsed(Fact):
    """It was changed to ask for more than was approved."""

    type = "api_client.approval_lapsed"
    sentence = Words("范围扩大了，查看完整号码要重新批准", "It reaches further now; whole numbers need a new approval")


@dataclass(frozen=True, slots=True)
class ApiClientRotated(Fact):
    type = "api_client.rotated"
    sentence = Words(
        "换了密钥，旧密钥还可用 {overlap_hours} 小时", "Changed the secret; the old one works {overlap_hours} h more"
    )
    overlap_hours: int


@dataclass(frozen=True, slots=True)
class ApiClientDisabled(Fact):
    type = "api_client.disabled"
    sentence = Words("停用了对接系统：{reason}", "Disabled the API client: {reason}")
    personal = ("reason",)
    reason: str
