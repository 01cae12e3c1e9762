"""What happens to integrations' keys."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ApiClientMade(Fact):
    type = "api_client.made"
    sentence = Words("登记了对接系统 {name}", "Registered the integration {name}")
    name: str
    scopes: list[str]
    station_ids: list[str]


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
    sentence = Words("停用了对接系统：{reason}", "Disabled the integration: {reason}")
    personal = ("reason",)
    reason: str
