"""Stations, calendar, people, accounts, products, customers and devices of the demo."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta
from random import Random
from typing import Any

from api.access.model import Account, DemoMark, Post
from api.access.policy import SHORT
from api.customers.assets.model import Asset
from api.customers.contracts.model import Contract, ContractAsset
from api.customers.customers.model import Contact, Customer, Phone, Site
from api.customers.products.model import Product
from api.demo import data
from api.demo.facts import Placed
from api.events import log
from api.kit import search
from api.kit.numbering import next_number
from api.kit.phones import to_e164
from api.kit.unit import Row, Unit
from api.network import queries
from api.network.bookable_resources.model import BookableResource
from api.network.bookings.model import Bookable
from api.network.calendars import holidays
from api.network.calendars.model import Calendar, CalendarDay
from api.network.employees.model import Employee, EmployeeSkill, Skill
from api.network.stations.model import Station, StationDistrict, StationRegion

WEEKLY = {day: [["08:30", "12:00"], ["13:00", "17:30"]] for day in ("mon", "tue", "wed", "thu", "fri", "sat")} | {
    "sun": []
}
MAKE_UP = [["08:30", "12:00"], ["13:00", "17:30"]]


def fill(unit: Unit, password_hash: str) -> None:
    """Write all base records in the unit's transaction; the same every time but for ids and today's date."""
    chance = Random(4)  # noqa: S311 - the demo is the same for everybody
    unit.insert(DemoMark, id=1, made_at=unit.now)
    stations = _stations(unit, _calendar(unit))
    skills = {code: unit.insert(Skill, code=code, name=zh, name_en=en).id for code, zh, en in data.SKILLS}
    _people(unit, stations, skills, password_hash)
    _things(unit, stations)
    products = {
        model: _placed(
            unit, Product, model=model, name=name, name_key=search.name_key(name)[:160], family=family,
            warranty_months=warranty, on_site_months=on_site, skill_id=skills[skill], serial_prefix=prefix, active=True,
        )
        for model, name, family, warranty, on_site, skill, prefix in data.PRODUCTS
    }  # fmt: skip
    _customers(unit, stations, products, chance)


def _placed(unit: Unit, model: Any, /, **values: Any) -> Row:
    row = unit.insert(model, **values)
    log.append(unit, row, Placed())
    return row


def _calendar(unit: Unit) -> str:
    years = sorted(holidays.PUBLISHED_YEARS)
    row = _placed(unit, Calendar, name="周一至周六（含调休）", time_zone="Asia/Shanghai", weekly=WEEKLY, years=years)
    for day in holidays.PUBLIC_DAYS:
        spans = MAKE_UP if day.kind == "workday" else []
        unit.insert(
            CalendarDay,
            calendar_id=row.id,
            day=day.on,
            kind=day.kind,
            name=day.name.zh,
            name_en=day.name.en,
            spans=spans,
        )
    return str(row.id)


def _stations(unit: Unit, calendar_id: str) -> dict[str, Row]:
    made: dict[str, Row] = {}
    for code, name, level, kind, parent, address, phone, latitude, longitude, districts in data.STATIONS:
        made[code] = _placed(
            unit, Station, code=code, name=name, name_key=search.name_key(name)[:160], level=level, kind=kind,
            parent_id=made[parent].id if parent else None, address=address, phone=to_e164(phone),
            opening_text="周一至周六 08:30–17:30", calendar_id=calendar_id, latitude=latitude, longitude=longitude,
            active=True,
        )  # fmt: skip
        for prefix in districts:
            unit.insert(StationDistrict, station_id=made[code].id, prefix=prefix)
        if parent:
            unit.insert(
                StationRegion,
                station_id=made[code].id,
                parent_id=made[parent].id,
                starts_on=date(2024, 1, 1),
                ends_on=None,
            )
    return made


def _people(unit: Unit, stations: dict[str, Row], skills: dict[str, str], password_hash: str) -> None:
    number = 0
    seen: dict[tuple[str, str], int] = {}
    for code, people in data.PEOPLE.items():
        station_id = stations[code].id
        for short, name, mastered in people:
            number += 1
            bookable = unit.insert(Bookable, resource_no=number, kind="engineer", station_id=station_id)
            person = _placed(
                unit, Employee, number=f"E{number:04d}", name=name, name_key=search.name_key(name)[:160],
                phone=to_e164(f"1390001{number:04d}"), station_id=station_id, resource_id=bookable.id, active=True,
            )  # fmt: skip
            for word in mastered.split():
                unit.insert(EmployeeSkill, employee_id=person.id, skill_id=skills[word[:-1]], level=int(word[-1]))
            unit.insert(
                Post,
                employee_id=person.id,
                role=str(SHORT[short]),
                station_id=station_id,
                starts_on=date(2024, 1, 1),
                ends_on=None,
            )
            count = seen[short, code] = seen.get((short, code), 0) + 1
            account = f"{short}.{code}{count if count > 1 else ''}".lower()
            _placed(
                unit, Account, account=account, name=name, employee_id=person.id, station_id=station_id,
                password_hash=password_hash, locale="zh-CN", active=True, demo=True,
            )  # fmt: skip


def _things(unit: Unit, stations: dict[str, Row]) -> None:
    """Vehicles and benches, which are booked like people."""
    for code, kind, name in data.THINGS:
        station_id = stations[code].id
        line = unit.insert(Bookable, resource_no=queries.next_resource_no(unit), kind=kind, station_id=station_id)
        _placed(
            unit, BookableResource, station_id=station_id, resource_id=line.id, kind=kind, name=name, active=True
        )  # fmt: skip


def _customers(unit: Unit, stations: dict[str, Row], products: dict[str, Row], chance: Random) -> None:
    prefixes = {model: prefix for model, *_, prefix in data.PRODUCTS}
    for index, (name, rank, code, label, address, person, title, models) in enumerate(data.CUSTOMERS):
        home = stations[code]
        kind = "person" if name == person else "company"
        customer = _placed(
            unit, Customer, station_id=home.id, kind=kind, name=name, name_key=search.name_key(name)[:240],
            customer_class=rank, do_not_call=False,
        )  # fmt: skip
        contact = unit.insert(Contact, customer_id=customer.id, name=person, title=title or None, preferred=True)
        value = to_e164(f"138000{44170 + index * 37}")
        unit.insert(
            Phone, customer_id=customer.id, contact_id=contact.id, value=value, reversed=value[::-1], label="手机"
        )
        site = unit.insert(
            Site, customer_id=customer.id, label=label, address=address,
            access_note="需安全帽，提前 1 小时报备" if rank == "A" else None,
            station_id=home.id, latitude=home.latitude + chance.uniform(-0.2, 0.2),
            longitude=home.longitude + chance.uniform(-0.2, 0.2), in_area=not address.startswith(("河北", "天津")),
        )  # fmt: skip
        search.put(
            unit, "customer", customer.id, station_id=home.id, title=name, subtitle=address,
            terms=search.terms([address, title], names=[name, person]), sort_at=unit.now,
        )  # fmt: skip
        assets = [
            _asset(unit, products[model], prefixes[model], customer, site, chance) for model in models
        ]  # fmt: skip
        if rank == "A":
            _contract(unit, customer, home, assets[:2], chance)


def _asset(unit: Unit, product: Row, prefix: str, customer: Row, site: Row, chance: Random) -> Row:
    today = unit.now.date()
    accepted = today - timedelta(days=chance.randint(20, 1100))
    factory = accepted - timedelta(days=chance.randint(20, 80))
    serial = f"{prefix}-{accepted:%y%m}-{chance.randint(0, 9999):06d}"
    row = _placed(
        unit, Asset, station_id=site.station_id, serial=serial, serial_reversed=serial[::-1], product_id=product.id,
        customer_id=customer.id, site_id=site.id, accepted_on=accepted, factory_date=factory, warranty_starts_on=accepted,
        warranty_basis="accepted", warranty_ends_on=_ends(accepted, product.warranty_months),
        on_site_ends_on=_ends(accepted, product.on_site_months), location_note=site.label,
    )  # fmt: skip
    search.put(
        unit, "asset", row.id, station_id=site.station_id, title=serial, subtitle=f"{product.model} {product.name}",
        terms=search.terms([product.name], names=[customer.name], codes=[serial, product.model]), sort_at=unit.now,
    )  # fmt: skip
    return row


def _ends(start: date, count: int) -> date:
    """The last day of a period of so many months (D1, D2)."""
    month = start.month - 1 + count
    year, month = start.year + month // 12, month % 12 + 1
    return date(year, month, min(start.day, months.monthrange(year, month)[1])) - timedelta(days=1)


def _contract(unit: Unit, customer: Row, home: Row, assets: list[Row], chance: Random) -> None:
    today = unit.now.date()
    starts = today - timedelta(days=chance.randint(30, 300))
    contract = _placed(
        unit, Contract, number=next_number(unit, "SC", home.code, starts), station_id=home.id, customer_id=customer.id,
        starts_on=starts, ends_on=starts + timedelta(days=364), covers_on_site=True, covers_labour=True, covers_parts=False,
    )  # fmt: skip
    for asset in assets:
        unit.insert(ContractAsset, contract_id=contract.id, asset_id=asset.id)
