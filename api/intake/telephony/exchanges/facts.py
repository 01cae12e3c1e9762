"""What happens to an exchange's entry."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ExchangeMade(Fact):
    type = "telephony_exchange.made"
    sentence = Words("登记了交换机 {name}", "Registered the exchange {name}")
    name: str


@dataclass(frozen=True, slots=True)
class ExchangeEdited(Fact):
    type = "telephony_exchange.edited"
    sentence = Words("改了交换机的登记", "The exchange's entry was changed")
    changed: list[str]


@dataclass(frozen=True, slots=True)
class ExchangeRotated(Fact):
    type = "telephony_exchange.rotated"
    sentence = Words(
        "换了签名密钥，旧密钥还可用 {overlap_hours} 小时",
        "Changed the signing secret; the old one works {overlap_hours} h more",
    )
    overlap_hours: int


@dataclass(frozen=True, slots=True)
class ExchangeDisabled(Fact):
    type = "telephony_exchange.disabled"
    sentence = Words("停用了交换机：{reason}", "Disabled the exchange: {reason}")
    personal = ("reason",)
    reason: str
