"""The demo's price lists: one of the network for each class of customers, last year's before it, a draft of next month's."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from api.access.actor import Actor
from api.demo.player import Player
from api.kit import clock
from api.money.price_lists import schemas as wish
from api.money.price_lists import service
from api.money.quotes.schemas import LineIn

PRICES = (
    # kind, code, name, family, model, unit, yuan for class C
    ("call_out", "CO-CITY", "上门费（市区）", None, None, "次", 170),
    ("call_out", "CO-FAR", "上门费（市区外，每公里）", None, None, "公里", 4),
    ("labour", "LB-STD", "上门维修工时", None, None, "小时", 300),
    ("labour", "LB-NIGHT", "夜间及节假日工时", None, None, "小时", 450),
    ("labour", "LB-CAL", "两点校准与比对", None, None, "台", 480),
    ("labour", "LB-LEAK", "气路检漏", "烟气", None, "台", 360),
    ("test_fee", "TF-STD", "检测费（送修验机）", None, None, "台", 200),
    ("test_fee", "TF-CEMS", "系统联机检测费", "烟气", "CEMS-800", "套", 600),
    ("part", "PT-LS51", "光源模块", "水质", "WQ-5100", "件", 1860),
    ("part", "PT-HT52", "消解加热组件", "水质", "WQ-5200", "件", 1280),
    ("part", "PT-VLV", "多通阀组件", "水质", None, "件", 960),
    ("part", "PT-TUBE", "试剂管路套件", "水质", None, "套", 220),
    ("part", "PT-MEM", "电极膜头", "水质", None, "件", 390),
    ("part", "PT-PUMP", "采样泵组件", "烟气", None, "件", 2350),
    ("part", "PT-HTB", "伴热带", "烟气", None, "米", 145),
    ("part", "PT-SEAL", "探头法兰密封垫", "烟气", None, "件", 68),
    ("part", "PT-WHEEL", "压纸轮", "颗粒物", "PM-610", "件", 310),
    ("part", "PT-CARB", "抽气泵碳片", "颗粒物", None, "套", 260),
    ("upgrade", "UP-WQ51", "主板升级（4G 数采）", "水质", "WQ-5100", "台", 3600),
    ("training", "TR-DAY", "运维技术培训（产品使用培训不收费）", None, None, "天", 2400),
    ("software", "SW-DATA", "数采平台对接", None, None, "次", 1500),
    ("other", "OT-REAG", "标准溶液（50 mg/L，500 mL）", "水质", None, "瓶", 120),
)
CLASSES = (("A", 92), ("B", 97), ("C", 100))
"""What each class pays of the full price, per cent."""
SETS = (
    ("CO-CITY", "LB-STD"), ("CO-CITY", "LB-STD", "LB-CAL"), ("CO-CITY", "LB-STD", "$part"), ("CO-CITY", "LB-CAL", "$part"),
)  # fmt: skip
_PARTS = {"水质": "PT-VLV", "烟气": "PT-PUMP", "颗粒物": "PT-CARB"}


def fill(player: Player) -> None:
    """Draft and publish them as headquarters did at their time."""
    boss, now = player.one("HQ", "ZB"), clock.now()
    old, new = _month(now, -10), _month(now, -2)
    for rank, share in CLASSES:
        name = f"{rank} 类客户价目表"
        former = _published(player, boss, _made(f"{name}（上一版）", rank, old), _items(share - 4))
        _published(player, boss, _made(name, rank, new, former), _items(share))
    draft = _made("A 类客户价目表（调价草案）", "A", _month(now, 1))
    with player.unit(boss, now - timedelta(days=2)) as unit:
        made = service.draft(unit, draft)
        service.put_items(unit, made["id"], wish.ItemsPut(items=_items(94)))


def _made(name: str, rank: Any, starts: date, from_id: str | None = None) -> wish.PriceListCreate:
    return wish.PriceListCreate(name=name, customer_class=rank, starts_on=starts, from_id=from_id)


def _published(player: Player, boss: Actor, wanted: wish.PriceListCreate, items: list[wish.ItemIn]) -> str:
    at = datetime.combine(wanted.starts_on - timedelta(days=5), time(3), UTC)
    made = player.act(boss, at, service.draft, wanted)
    player.act(boss, at, service.put_items, made["id"], wish.ItemsPut(items=items))
    player.act(boss, at + timedelta(hours=3), service.publish, made["id"], wish.Nothing())
    return str(made["id"])


def _items(share: int) -> list[wish.ItemIn]:
    return [
        wish.ItemIn(
            kind=kind,
            code=code,
            name=name,
            family=family,
            model=model,
            unit=unit,
            unit_price_fen=yuan * share if yuan < 100 else (yuan * share + 50) // 100 * 100,
        )
        for kind, code, name, family, model, unit, yuan in PRICES
    ]


def _month(now: datetime, ahead: int) -> date:
    """The first day of the month so many months from this one."""
    month = now.year * 12 + now.month - 1 + ahead
    return date(month // 12, month % 12 + 1, 1)


def lines(prices: dict[str, str], family: str, chance: Random) -> list[LineIn]:
    """What a repair of such a device is quoted with; `prices` are the ids in force, by code."""
    chosen = chance.choice(SETS)
    codes = [_PARTS[family] if code == "$part" else code for code in chosen]
    return [LineIn(price_item_id=prices[code], quantity=2000 if code == "LB-STD" else 1000) for code in codes]


def found(prices: dict[str, str]) -> list[LineIn]:
    """What was found at the site besides (R177)."""
    return [LineIn(price_item_id=prices["PT-TUBE"]), LineIn(price_item_id=prices["LB-STD"], quantity=500)]
