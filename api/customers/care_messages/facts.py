"""What happens to messages of care and to consents; consents stand in the customer's story."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words

KINDS = {
    "greeting": Words("问候", "Greeting"),
    "usage_tip": Words("使用小贴士", "Usage tip"),
    "arrival": Words("到货通知", "Arrival"),
    "price_change": Words("价格变动", "Price change"),
    "offer": Words("老客户优惠", "Offer"),
}
WAYS = {"sms": Words("短信", "SMS"), "wechat": Words("微信", "WeChat"), "mail": Words("邮件", "E-mail")}
HOW = {
    "call": Words("电话", "by telephone"),
    "message": Words("短信/微信", "by message"),
    "form": Words("书面", "in writing"),
    "counter": Words("当面", "in person"),
}


@dataclass(frozen=True, slots=True)
class MessageConsentGiven(Fact):
    type = "customer.message_consent_given"
    sentence = Words("客户同意接收关怀消息（{told_how}）", "The customer agrees to messages ({told_how})")
    quiet = True
    spoken = {"told_how": HOW}
    contact_id: str
    told_how: str


@dataclass(frozen=True, slots=True)
class MessageConsentWithdrawn(Fact):
    type = "customer.message_consent_withdrawn"
    sentence = Words("客户不再接收关怀消息（{told_how}）", "The customer wants no messages any more ({told_how})")
    quiet = True
    spoken = {"told_how": HOW}
    contact_id: str
    told_how: str


@dataclass(frozen=True, slots=True)
class CareMessageWritten(Fact):
    type = "care_message.written"
    sentence = Words("写了一条{kind}", "Wrote a message: {kind}")
    spoken = {"kind": KINDS, "way": WAYS}
    customer_id: str
    contact_id: str
    kind: str
    way: str


@dataclass(frozen=True, slots=True)
class CareMessageSent(Fact):
    type = "care_message.sent"
    sentence = Words("已发送（{way}）", "Sent by hand ({way})")
    spoken = {"way": WAYS}
    way: str


@dataclass(frozen=True, slots=True)
class CareMessageWithdrawn(Fact):
    type = "care_message.withdrawn"
    sentence = Words("不发了：{reason}", "Withdrawn: {reason}")
    personal = ("reason",)
    reason: str
