"""What happens to the customer file. Contacts and sites are told of on the customer, whose timeline it is."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class CustomerRegistered(Fact):
    type = "customer.registered"
    sentence = Words("建立了客户档案", "Opened the customer file")
    kind: str
    confirmed_new: bool = False
    """Told that it may be known already, the caller said it is not."""


@dataclass(frozen=True, slots=True)
class CustomerChanged(Fact):
    type = "customer.changed"
    sentence = Words("修改了档案", "Changed the file")
    personal = ("name", "note")
    fields: list[str]
    name: str | None = None
    note: str | None = None
    told_in: str | None = None
    """Number of the record in which the customer told it."""


@dataclass(frozen=True, slots=True)
class ContactAdded(Fact):
    type = "customer.contact_added"
    sentence = Words("添加了联系人 {name}", "Added the contact {name}")
    personal = ("name",)
    contact_id: str
    name: str


@dataclass(frozen=True, slots=True)
class ContactChanged(Fact):
    type = "contact.changed"
    sentence = Words("修改了联系人", "Changed the contact")
    personal = ("name",)
    fields: list[str]
    customer_id: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ContactRevealed(Fact):
    """Somebody looked at full numbers (T31, D43)."""

    type = "contact.revealed"
    sentence = Words(
        "查看了 {count} 个电话号码：{reason}", "Looked at {count} telephone {count:number|numbers}: {reason}"
    )
    personal = ("reason",)
    quiet = True
    contact_id: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class RevealShareUsed(Fact):
    """An hour's share of reveals is used up: the manager should know (T31)."""

    type = "contact.reveal_limit_reached"
    sentence = Words("一小时内查看号码已到上限 {limit} 个", "Looked at {limit} numbers within an hour, the limit")
    quiet = True
    limit: int


@dataclass(frozen=True, slots=True)
class CustomerMerged(Fact):
    """The file went into another one of the same customer."""

    type = "customer.merged"
    removes = True
    sentence = Words("并入“{into_name}”的档案：{reason}", "Merged into the file of {into_name}: {reason}")
    personal = ("into_name", "reason")
    into_id: str
    into_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class CustomerTookOver(Fact):
    """Another file of the same customer came into this one."""

    type = "customer.took_over"
    sentence = Words("并入了“{from_name}”的档案：{reason}", "The file of {from_name} was merged into this: {reason}")
    personal = ("from_name", "reason")
    from_id: str
    from_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class SiteAdded(Fact):
    type = "customer.site_added"
    sentence = Words("添加了地点 {label}", "Added the site {label}")
    personal = ("address",)
    site_id: str
    label: str
    address: str
    site_station_id: str


@dataclass(frozen=True, slots=True)
class SiteChanged(Fact):
    type = "site.changed"
    sentence = Words("修改了地点", "Changed the site")
    personal = ("address",)
    fields: list[str]
    customer_id: str
    address: str | None = None
