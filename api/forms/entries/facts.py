"""What happens to entries: never what is written in them, which stays under the entry's own rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class EntryOpened(Fact):
    type = "entry.opened"
    sentence = Words("开始填写“{name}”（{number}，第 {no} 版）", "Began “{name}” ({number}, version {no})")
    number: str
    name: str
    no: int
    subject: str
    subject_id: str


@dataclass(frozen=True, slots=True)
class EntryFilled(Fact):
    type = "entry.filled"
    sentence = Words("填写了 {count} 项", "Filled in {count} {count:field|fields}")
    personal = ("values", "former")
    count: int
    fields: list[str]
    values: dict[str, Any]
    former: dict[str, Any]


@dataclass(frozen=True, slots=True)
class EntryCompleted(Fact):
    """`failed` items did not pass, `critical` ones among them hold up what the form stands before (D39)."""

    type = "entry.completed"
    sentence = Words("“{name}”已填完，不合格 {failed} 项", "“{name}” completed, {failed} items failed")
    name: str
    failed: int
    critical: int


@dataclass(frozen=True, slots=True)
class EntrySigned(Fact):
    type = "entry.signed"
    sentence = Words("{signer} 在“{place}”处签字", "Signed by {signer} as “{place}”")
    personal = ("signer",)
    place: str
    signer: str
    signature_id: str


@dataclass(frozen=True, slots=True)
class EntryVoided(Fact):
    type = "entry.voided"
    sentence = Words("作废：{reason}", "Voided: {reason}")
    personal = ("reason",)
    reason: str
