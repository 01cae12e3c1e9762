"""The world of the tests: centre C, regions A and B, stations A1 A2 B1 B2, one account per role per station.

Rows are written straight into the tables, because the world must exist before anybody can sign in. Ids are fixed once
per run, so that tests can compare. Coordinates, names and serials are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import insert, update

from api import models
from api.access.policy import SHORT
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.search import terms

PASSWORD = "violet-harbour-42-kettle"
BORN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
D7 = {day: [["08:30", "12:00"], ["13:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat")} | {"sun": []}
PLACES = {"A1": "北京市通州区", "A2": "北京市海淀区", "B1": "上海市浦东新区", "B2": "上海市徐汇区"}


@dataclass
class World:
    """Ids by name: `stations["A1"]`, `employees["FE@A1"]`, `customers["A1"]`, `assets["A1"]`, `products["WQ-5100"]`."""

    rows: list[tuple[Any, list[dict[str, Any]]]] = field(default_factory=list)
    stations: dict[str, str] = field(default_factory=dict)
    employees: dict[str, str] = field(default_factory=dict)
    accounts: dict[str, str] = field(default_factory=dict)
    customers: dict[str, str] = field(default_factory=dict)
    contacts: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    products: dict[str, str] = field(default_factory=dict)
    prices: dict[str, str] = field(default_factory=dict)
    """Prices in force for every class, by code: labour 300, call-out 170, a light source 1,860 yuan."""
    price_list: str = ""
    calendar: str = ""
    password: str = PASSWORD

    def account(self, role: str, station: str = "A1") -> str:
        """Sign-in name of this role at this station."""
        return f"{role}.{station}".lower()


def fill(db: Database, world: World | None = None) -> World:
    """Write the world (made once, written again after each emptying)."""
    world = world or make()
    with db.write() as conn:
        for model, rows in world.rows:
            conn.execute(insert(model.__table__), rows)
        lists = models.price_lists.PriceList.__table__  # prices can only be written into a draft
        published = {"status": "published", "published_at": BORN}
        conn.execute(update(lists).where(lists.c.id == world.price_list).values(published))
    return world


def make() -> World:
    """Compose all rows."""
    world = World()
    born = {"version": 1, "created_at": BORN}
    world.calendar = new_id()
    world.rows.append(
        (
            models.calendars.Calendar,
            [
                {
                    "id": world.calendar,
                    "name": "D7",
                    "time_zone": "Asia/Shanghai",
                    "weekly": D7,
                    "years": [2025, 2026],
                    **born,
                }
            ],
        )
    )
    stations: list[dict[str, Any]] = []
    regions: list[dict[str, Any]] = []
    for code, level, kind, parent in (
        ("C", "centre", "centre", None), ("A", "region", "region", "C"), ("B", "region", "region", "C"),
        ("A1", "station", "office", "A"), ("A2", "station", "service_centre", "A"),
        ("B1", "station", "office", "B"), ("B2", "station", "authorised", "B"),
    ):  # fmt: skip
        world.stations[code] = new_id()
        place = PLACES.get(code, "北京市")
        stations.append(
            {
                "id": world.stations[code], "code": code, "name": f"{code} 服务站", "name_key": f"{code.lower()} fwz",
                "level": level, "kind": kind, "parent_id": world.stations.get(parent or ""), "address": f"{place}光华路 1 号",
                "phone": "+861065551200", "opening_text": "周一至周六 08:30–17:30", "calendar_id": world.calendar,
                "latitude": 39.9, "longitude": 116.6, "active": True, **born,
            }
        )  # fmt: skip
        if parent:
            regions.append(
                {"id": new_id(), "station_id": world.stations[code], "parent_id": world.stations[parent],
                 "starts_on": date(2026, 1, 1), "ends_on": None}
            )  # fmt: skip
    world.rows += [
        (models.stations.Station, stations),
        (models.stations.StationRegion, regions),
        (
            models.stations.StationDistrict,
            [{"id": new_id(), "station_id": world.stations[code], "prefix": place} for code, place in PLACES.items()]
            + [{"id": new_id(), "station_id": world.stations["A"], "prefix": "北京市"}],
        ),
    ]
    _people(world, born)
    _customers(world, born)
    _prices(world, born)
    return world


def _people(world: World, born: dict[str, Any]) -> None:
    skill = new_id()
    hashed = Argon2Hasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    bookables, employees, skills, posts, accounts = [], [], [], [], []
    number = 0
    for short, role in SHORT.items():
        if short == "IC":
            continue
        homes = {"RM": ("A", "B"), "HQ": ("C",), "HR": ("C",), "FI": ("C",), "AU": ("C",), "SA": ("C",)}
        for home in homes.get(short, ("A1", "A2", "B1", "B2")):
            for extra in ("", "2") if short in ("FE", "CO", "HL") else ("",):
                number += 1
                name, id = f"{short}{extra}@{home}", new_id()
                world.employees[name] = id
                bookable = {
                    "id": new_id(),
                    "resource_no": number,
                    "kind": "engineer",
                    "station_id": world.stations[home],
                }
                bookables.append(bookable)
                employees.append(
                    {"id": id, "number": f"E{number:04d}", "name": f"{short}{extra} {home}",
                     "name_key": f"{short}{extra} {home}".lower(), "phone": f"+86138000{number:05d}",
                     "station_id": world.stations[home], "resource_id": bookable["id"], "active": True, **born}
                )  # fmt: skip
                if short in ("FE", "BE"):
                    skills.append({"id": new_id(), "employee_id": id, "skill_id": skill, "level": 2})
                posts.append(
                    {"id": new_id(), "employee_id": id, "role": str(role), "station_id": world.stations[home],
                     "starts_on": date(2026, 1, 1), "ends_on": None}
                )  # fmt: skip
                account = new_id()
                world.accounts[name] = account
                accounts.append(
                    {"id": account, "account": f"{short}{extra}.{home}".lower(), "name": f"{short}{extra} {home}",
                     "employee_id": id, "station_id": world.stations[home], "password_hash": hashed, "locale": "zh-CN",
                     "active": True, "demo": False, "reset_hash": None, "reset_ends_at": None, **born}
                )  # fmt: skip
    world.rows += [
        (models.employees.Skill, [{"id": skill, "code": "water", "name": "水质", "name_en": "Water quality"}]),
        (models.bookings.Bookable, bookables),
        (models.employees.Employee, employees),
        (models.employees.EmployeeSkill, skills),
        (models.access.Post, posts),
        (models.access.Account, accounts),
    ]
    world.products["skill"] = skill


def _customers(world: World, born: dict[str, Any]) -> None:
    product = world.products["WQ-5100"] = new_id()
    skill = world.products.pop("skill")
    customers, contacts, phones, sites, assets, found = [], [], [], [], [], []
    for index, (code, place) in enumerate(PLACES.items()):
        customer, contact, site, asset = new_id(), new_id(), new_id(), new_id()
        world.customers[code], world.contacts[code], world.sites[code], world.assets[code] = (
            customer,
            contact,
            site,
            asset,
        )
        station = world.stations[code]
        customers.append(
            {"id": customer, "created_by_id": None, "station_id": station, "kind": "company", "name": f"绿源环境{code}公司",
             "name_key": f"lvyuanhuanjing{code.lower()}gongsi", "customer_class": "B", "note": None, "do_not_call": False,
             "merged_into_id": None, "imported_from": None, **born}
        )  # fmt: skip
        contacts.append(
            {"id": contact, "customer_id": customer, "name": "陈志远", "title": "运维主管", "preferred": True, **born}
        )
        value = f"+861380000441{index}"
        phones.append(
            {"id": new_id(), "customer_id": customer, "contact_id": contact, "value": value, "reversed": value[::-1],
             "label": "手机"}
        )  # fmt: skip
        sites.append(
            {"id": site, "customer_id": customer, "label": "监测站房", "address": f"{place}张家湾镇光华路甲 16 号",
             "access_note": None, "station_id": station, "latitude": 39.9, "longitude": 116.7, "in_area": True, **born}
        )  # fmt: skip
        serial = f"WQ51-2509-00{2245 + index}"
        assets.append(
            {"id": asset, "created_by_id": None, "station_id": station, "serial": serial, "serial_reversed": serial[::-1],
             "product_id": product, "customer_id": customer, "site_id": site, "invoice_date": None,
             "accepted_on": date(2026, 6, 1), "factory_date": date(2026, 3, 1), "warranty_starts_on": date(2026, 6, 1),
             "warranty_basis": "accepted", "warranty_ends_on": date(2027, 5, 31), "on_site_ends_on": date(2027, 5, 31),
             "location_note": None, "imported_from": None, **born}
        )  # fmt: skip
        found += _findable(customers[-1], contacts[-1], sites[-1], assets[-1])
    world.rows += [
        (
            models.products.Product,
            [
                {
                    "id": product,
                    "model": "WQ-5100",
                    "name": "在线水质监测仪（COD）",
                    "name_key": "zaixianshuizhijianceyi",
                    "family": "水质",
                    "warranty_months": 12,
                    "on_site_months": 12,
                    "skill_id": skill,
                    "serial_prefix": "WQ51",
                    "active": True,
                    **born,
                }
            ],
        ),
        (models.customers.Customer, customers),
        (models.customers.Contact, contacts),
        (models.customers.Phone, phones),
        (models.customers.Site, sites),
        (models.assets.Asset, assets),
        (models.search.SearchEntry, found),
    ]


def _prices(world: World, born: dict[str, Any]) -> None:
    world.price_list = new_id()
    items = []
    for code, kind, name, unit, fen in (
        ("LAB-01", "labour", "上门维修工时", "小时", 30000), ("CALL-01", "call_out", "上门费（市区）", "次", 17000),
        ("LS-5100", "part", "光源模块", "件", 186000), ("TEST-01", "test_fee", "检测费", "台", 20000),
    ):  # fmt: skip
        world.prices[code] = new_id()
        items.append(
            {"id": world.prices[code], "price_list_id": world.price_list, "position": len(items) + 1, "kind": kind,
             "code": code, "name": name, "family": None, "model": None, "unit": unit, "unit_price_fen": fen,
             "terms": f"{code.lower()} {name}"}
        )  # fmt: skip
    world.rows += [
        (
            models.price_lists.PriceList,
            [{"id": world.price_list, "number": "PL-C-20260101-0001", "name": "通用价目表", "customer_class": None,
              "starts_on": date(2026, 1, 1), "ends_on": None, "status": "draft", **born}],
        ),
        (models.price_lists.PriceItem, items),
    ]  # fmt: skip


def _findable(
    customer: dict[str, Any], contact: dict[str, Any], site: dict[str, Any], asset: dict[str, Any]
) -> list[Any]:
    """What the services put into the index when they write these."""
    shared = {"open": True, "sort_at": BORN, "station_id": customer["station_id"]}
    return [
        {"kind": "customer", "subject_id": customer["id"], "title": customer["name"],
         "subtitle": f"{site['address']} · {contact['name']}",
         "terms": terms([site["address"]], names=[customer["name"], contact["name"]]), **shared},
        {"kind": "asset", "subject_id": asset["id"], "title": asset["serial"],
         "subtitle": f"WQ-5100 · {customer['name']} · {site['label']}",
         "terms": terms(["在线水质监测仪（COD）"], names=[customer["name"]], codes=[asset["serial"], "WQ-5100"]), **shared},
    ]  # fmt: skip
