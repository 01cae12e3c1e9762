"""The kinds of clocks: what each promises, by which rule and setting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from api.kit.words import Words

KindName = Literal[
    "pass",
    "contact",
    "arrive",
    "record",
    "follow_up",
    "hand_over",
    "reply",
    "solution",
    "reconfirm",
    "reconfirm_day",
    "attend",
    "report",
]
Variant = Literal["outside", "overnight", "urgent"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One promise. `limit` is the key of the setting; a variant of the promise has a setting of its own."""

    label: Words
    rule: str
    limit: str
    variants: tuple[tuple[Variant, str], ...] = ()

    def limit_of(self, variant: Variant | None) -> str:
        """The setting's key.

        :raises KeyError: this kind has no such variant.
        """
        return dict(self.variants)[variant] if variant else self.limit


KINDS: dict[str, Kind] = {
    "pass": Kind(Words("转派工单", "Pass the dispatch order"), "D9", "dispatch.pass_seconds"),
    "contact": Kind(Words("联系客户", "Contact the customer"), "D9", "dispatch.contact_seconds"),
    "arrive": Kind(
        Words("上门", "Arrive"), "D9", "dispatch.arrive_working_days",
        (("outside", "dispatch.arrive_outside_working_days"),),
    ),
    "record": Kind(
        Words("交服务记录", "Hand in the record"), "D13", "record.working_days",
        (("overnight", "record.overnight_seconds"),),
    ),
    "follow_up": Kind(Words("回访", "Follow up"), "D14", "follow_up.within_seconds"),
    "reply": Kind(
        Words("回复客户", "Answer the customer"), "D12", "reply.working_days", (("urgent", "reply.urgent_seconds"),)
    ),
    "solution": Kind(Words("告知结果", "Tell the outcome"), "R55", "reply.longest_seconds"),
    "reconfirm": Kind(Words("再次确认预约", "Reconfirm the appointment"), "D32", "appointment.reconfirm_working_days"),
    "reconfirm_day": Kind(Words("当天早上确认", "Reconfirm on the morning"), "D32", "appointment.morning_seconds"),
    "attend": Kind(Words("履约", "Keep the appointment"), "D32", "appointment.missed_seconds"),
    "report": Kind(Words("到岗", "Be at one's post"), "R37", "attendance.early_seconds"),
    "hand_over": Kind(Words("交款", "Hand the cash over"), "D24", "cash.hand_over_seconds"),
}  # fmt: skip
LABELS: dict[str, Words] = {name: kind.label for name, kind in KINDS.items()} | {"answer": Words("接听", "Answer")}
"""Also of the answer clock (R39, D11), which is no row: a call knows its own wait."""
