"""What happens to webhooks."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class WebhookMade(Fact):
    type = "webhook.made"
    sentence = Words("登记了推送地址 {name}", "Registered the webhook {name}")
    name: str
    client_id: str
    event_types: list[str]


@dataclass(frozen=True, slots=True)
class WebhookEdited(Fact):
    type = "webhook.edited"
    sentence = Words("改了推送地址的登记", "The webhook was changed")
    changed: list[str]


@dataclass(frozen=True, slots=True)
class WebhookRotated(Fact):
    type = "webhook.rotated"
    sentence = Words(
        "换了签名密钥，旧密钥还同时签 {overlap_hours} 小时",
        "Changed the signing secret; the old one signs too for {overlap_hours} h",
    )
    overlap_hours: int


@dataclass(frozen=True, slots=True)
class WebhookPaused(Fact):
    type = "webhook.paused"
    sentence = Words("暂停推送：{reason}", "Paused: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class WebhookResumed(Fact):
    type = "webhook.resumed"
    sentence = Words("恢复推送", "Resumed")


@dataclass(frozen=True, slots=True)
class WebhookDisabled(Fact):
    type = "webhook.disabled"
    sentence = Words("停用了推送地址：{reason}", "Disabled: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class WebhookSwitchedOff(Fact):
    """The system itself gives an address up; whoever looks after it is to see this."""

    type = "webhook.switched_off"
    sentence = Words("系统停用了推送地址：{cause}", "The system switched it off: {cause}")
    quiet = True
    spoken = {
        "cause": {
            "gone": Words("对方答复 410，已不再接收", "the receiver answered 410 Gone"),
            "failing": Words("连续 75 小时没有一次送达", "nothing was delivered for 75 hours"),
        }
    }
    cause: str


@dataclass(frozen=True, slots=True)
class WebhookEnabled(Fact):
    type = "webhook.enabled"
    sentence = Words("重新启用推送地址", "Enabled again")
    missed: str


@dataclass(frozen=True, slots=True)
class WebhookReplayed(Fact):
    type = "webhook.replayed"
    sentence = Words("重发 {count} 条", "Sent {count} again")
    count: int


@dataclass(frozen=True, slots=True)
class WebhookTested(Fact):
    type = "webhook.tested"
    sentence = Words("发了一条测试", "Sent a test")
