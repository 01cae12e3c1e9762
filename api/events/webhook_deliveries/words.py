"""What states and outcomes are called."""

from __future__ import annotations

from functools import lru_cache

from api.events.facts import Fact
from api.events.webhook_deliveries.bodies import TEST
from api.kit.words import Words

STATES = {
    "waiting": Words("待发", "Waiting"),
    "delivered": Words("已送达", "Delivered"),
    "failed": Words("没送达", "Given up"),
    "withheld": Words("不再可见，没发", "Withheld"),
}
OUTCOMES = {
    "delivered": Words("送达", "Delivered"),
    "refused": Words("对方报错", "Refused"),
    "redirect": Words("对方要求跳转", "Redirected"),
    "gone": Words("对方不再接收", "Gone"),
    "timeout": Words("超时", "Timed out"),
    "no_connection": Words("连不上", "No connection"),
    "tls": Words("证书不可信", "Certificate not trusted"),
    "unreadable": Words("答复读不懂", "Answer unreadable"),
    "secret_lost": Words("密钥打不开，请换密钥", "Its secret cannot be opened: change it"),
    "blocked": Words("不是公网地址", "Not a public address"),
}
REPLAY = Words("重发", "Send again")


@lru_cache(maxsize=1024)
def said(type: str) -> Words:
    """A kind of fact in words: its sentence with `…` where its values stand."""
    if type == TEST:
        return Words("测试", "A test")
    fact = Fact.catalogue.get(type)
    return Words(type, type) if fact is None else Words(*(_blanked(text) for text in fact.sentence))


def _blanked(text: str) -> str:
    found = ""
    for number, piece in enumerate(text.split("{")):
        inside, _, after = piece.partition("}")
        found += f"…{after}" if number else inside
    return found.rstrip(" …，。：；,:;") or found
