"""What happens to service agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ContractSigned(Fact):
    type = "contract.signed"
    sentence = Words("签订协议 {number}", "Signed the agreement {number}")
    number: str
    customer_id: str
    starts_on: date
    ends_on: date
    asset_ids: list[str]


@dataclass(frozen=True, slots=True)
class ContractChanged(Fact):
    type = "contract.changed"
    sentence = Words("修改了协议", "Changed the agreement")
    fields: list[str]
    ends_on: date
    asset_ids: list[str] | None = None


@dataclass(frozen=True, slots=True)
class ContractEnded(Fact):
    type = "contract.ended"
    sentence = Words("协议提前终止：{reason}", "Ended the agreement early: {reason}")
    personal = ("reason",)
    ended_on: date
    reason: str
