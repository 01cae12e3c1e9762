"""What happens to key-account files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class KeyAccountOpened(Fact):
    type = "key_account.opened"
    sentence = Words("建立大客户档案", "Opened the key-account file")
    customer_id: str
    since: date


@dataclass(frozen=True, slots=True)
class KeyAccountChanged(Fact):
    type = "key_account.changed"
    sentence = Words("更新了大客户档案", "Changed the key-account file")
    fields: list[str]


@dataclass(frozen=True, slots=True)
class KeyAccountEnded(Fact):
    type = "key_account.ended"
    sentence = Words("结束大客户档案：{reason}", "Ended the key-account file: {reason}")
    personal = ("reason",)
    ended_on: date
    reason: str
