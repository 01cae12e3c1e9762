"""What happens to price lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from api.events.facts import Fact
from api.kit.words import Words

_SOURCES = {
    "typed": Words("手工", "by hand"), "file": Words("导入文件", "from a file"), "copy": Words("复制", "as a copy"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PriceListDrafted(Fact):
    type = "price_list.drafted"
    sentence = Words("起草价目表 {number}，{starts_on} 起", "Drafted the price list {number}, from {starts_on}")
    number: str
    starts_on: date
    customer_class: str | None = None
    ends_on: date | None = None
    from_id: str | None = None


@dataclass(frozen=True, slots=True)
class PriceListChanged(Fact):
    type = "price_list.changed"
    sentence = Words("修改了价目表资料", "Changed the price list's details")
    fields: list[str]


@dataclass(frozen=True, slots=True)
class PriceListFilled(Fact):
    type = "price_list.filled"
    sentence = Words(
        "更新价目（{source}）：新增 {added}，改价 {changed}，删去 {removed}，共 {items} 项",
        "Prices set ({source}): {added} added, {changed} changed, {removed} removed, {items} in all",
    )
    spoken = {"source": _SOURCES}
    source: str
    items: int
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class PriceListPublished(Fact):
    type = "price_list.published"
    sentence = Words(
        "发布价目表，{starts_on} 起执行，共 {items} 项", "Published, in force from {starts_on}, {items} prices"
    )
    starts_on: date
    items: int
    customer_class: str | None = None


@dataclass(frozen=True, slots=True)
class PriceListWithdrawn(Fact):
    type = "price_list.withdrawn"
    sentence = Words("停用价目表：{reason}", "Withdrew the price list: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class PriceListExported(Fact):
    """Every export is logged (R162)."""

    type = "price_list.exported"
    sentence = Words("导出 {form}，{items} 项", "Exported as {form}, {items} prices")
    quiet = True
    form: str
    items: int
