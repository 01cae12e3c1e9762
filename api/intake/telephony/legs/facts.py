"""What one agent's telephone does; the stream tells it to him alone, and his screen pops up."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words

ENDINGS = {
    "talked": Words("通话结束", "talked"),
    "missed": Words("没接", "missed"),
    "elsewhere": Words("别人接了", "another took it"),
    "passed": Words("转出", "passed on"),
    "transferred": Words("已转接", "transferred"),
}


@dataclass(frozen=True, slots=True)
class LegRang(Fact):
    type = "call_leg.rang"
    sentence = Words("分机 {extension} 响铃", "Extension {extension} rang")
    call_id: str
    extension: str


@dataclass(frozen=True, slots=True)
class LegChanged(Fact):
    """It talks, is held, or talks again."""

    type = "call_leg.changed"
    sentence = Words("分机 {extension}：{status}", "Extension {extension}: {status}")
    spoken = {
        "status": {
            "dialling": Words("正在拨号", "dialling"),
            "ringing": Words("响铃", "ringing"),
            "talking": Words("通话", "talking"),
            "held": Words("保持", "held"),
        }
    }
    call_id: str
    extension: str
    status: str


@dataclass(frozen=True, slots=True)
class LegEnded(Fact):
    type = "call_leg.ended"
    sentence = Words("分机 {extension}：{ending}", "Extension {extension}: {ending}")
    spoken = {"ending": ENDINGS}
    call_id: str
    extension: str
    ending: str


@dataclass(frozen=True, slots=True)
class LegAsked(Fact):
    """The exchange is asked to do something; it may, or may not."""

    type = "call_leg.asked"
    sentence = Words("请交换机{kind}", "The exchange was asked to {kind}")
    spoken = {
        "kind": {
            "dial": Words("拨号", "dial"),
            "answer": Words("接听", "answer"),
            "pass_on": Words("转出", "pass on"),
            "hold": Words("保持", "hold"),
            "resume": Words("恢复", "resume"),
            "transfer": Words("转接", "transfer"),
            "hang_up": Words("挂机", "hang up"),
        }
    }
    personal = ("statement",)
    kind: str
    request_id: str
    to_extension: str | None = None
    statement: str | None = None
