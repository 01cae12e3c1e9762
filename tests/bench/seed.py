"""Fills a database with so many cases, spread over four stations, a third of them open, each with its fact and clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from sqlalchemy import insert

from api import models
from api.intake.service_requests.model import NEVER
from api.kit import schema, search
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import World, fill

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
CHUNK = 2000
ARRIVE = {"basis": "limit", "setting": "dispatch.arrive_working_days", "rule": "D9", "runs": "working", "limit_seconds": None,
          "working_days": 2, "moves": []}  # fmt: skip
NAMES = "华北绿源环境监测技术服务东方电厂通州供热集团再生水务化工园区精密仪器检测"
FAULTS = ("零点漂移，数据间歇性为负", "采样流量低，读数为零", "消解超时报警", "走纸卡滞", "伴热管温度报警", "通讯中断")


def seed(db: Database, cases: int, seed_: int = 1) -> World:
    """Schema, world and `cases` cases with a fifth as many customers and devices, a fifth as many work orders."""
    schema.create_all(db)
    world = fill(db)
    grow(db, world, cases, seed_)
    return world


def grow(db: Database, world: World, cases: int, seed_: int = 1) -> None:
    """The same in a database that has its schema and its world. PostgreSQL's index of words is built at the end, as after
    any bulk import, and what a planner knows of the tables is what the product's own upkeep, or PostgreSQL's, sees to."""
    if not db.is_sqlite:
        with db.write() as conn:
            conn.exec_driver_sql("DROP INDEX IF EXISTS ix_search_entry_words")
    chance = Random(seed_)
    places = list(world.customers)
    customers = _customers(db, world, chance, max(cases // 5, 10), places)
    rows: dict[Any, list[dict[str, Any]]] = {}
    for index in range(cases):
        _case(world, chance, index, cases, customers[index % len(customers)], rows)
        if (index + 1) % CHUNK == 0 or index + 1 == cases:
            with db.write() as conn:
                for model, many in rows.items():
                    conn.execute(insert(model.__table__), many)
            rows = {}
    _settle(db)


def _settle(db: Database) -> None:
    if db.is_sqlite:
        with db.write() as conn:
            db.study(conn)
        return
    with db.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.exec_driver_sql("SET statement_timeout = 0")
        schema.install_extra(conn)
        conn.exec_driver_sql("VACUUM ANALYZE")


_subject_terms = cache(lambda subject: search.terms([subject]))


def _customers(db: Database, world: World, chance: Random, count: int, places: list[str]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    rows: dict[Any, list[dict[str, Any]]] = {}
    for index in range(count):
        place = places[index % len(places)]
        ids = {name: new_id() for name in ("customer", "contact", "site", "asset")}
        station = world.stations[place]
        name = "".join(chance.choices(NAMES, k=6)) + f"{index}公司"
        born = {"version": 1, "created_at": NOW - timedelta(days=400)}
        serial, phone = f"WQ{index:08d}", f"+8613{index:09d}"
        terms = search.terms(names=[name], codes=[serial])
        found.append(ids | {"station": station, "name": name, "place": place, "serial": serial, "terms": terms})
        many = {
            models.customers.Customer: {"id": ids["customer"], "station_id": station, "kind": "company", "name": name,
                "name_key": search.name_key(name)[:240], "customer_class": "C", "do_not_call": False, **born},
            models.customers.Contact: {"id": ids["contact"], "customer_id": ids["customer"], "name": "王工", "preferred": True,
                **born},
            models.customers.Phone: {"id": new_id(), "customer_id": ids["customer"], "contact_id": ids["contact"],
                "value": phone, "reversed": phone[::-1]},
            models.customers.Site: {"id": ids["site"], "customer_id": ids["customer"], "label": "站房",
                "address": f"北京市通州区光华路 {index} 号", "station_id": station, "in_area": True, **born},
            models.assets.Asset: {"id": ids["asset"], "station_id": station, "serial": serial, "serial_reversed": serial[::-1],
                "product_id": world.products["WQ-5100"], "customer_id": ids["customer"], "site_id": ids["site"],
                "accepted_on": date(2026, 6, 1), "warranty_starts_on": date(2026, 6, 1), "warranty_basis": "accepted",
                "warranty_ends_on": date(2027, 5, 31), "on_site_ends_on": date(2027, 5, 31), **born},
        }  # fmt: skip
        for model, row in many.items():
            rows.setdefault(model, []).append(row)
        if (index + 1) % CHUNK == 0 or index + 1 == count:
            with db.write() as conn:
                for model, batch in rows.items():
                    conn.execute(insert(model.__table__), batch)
            rows = {}
    return found


def _case(
    world: World, chance: Random, index: int, total: int, of: dict[str, str], rows: dict[Any, list[dict[str, Any]]]
) -> None:
    id, place = new_id(), of["place"]
    open_ = index % 3 == 0
    created = NOW - timedelta(minutes=(total - index) * 20)
    due = created + timedelta(hours=chance.randint(1, 60))
    number = f"SR-{place}-{created:%Y%m%d}-{index:06d}"
    subject = chance.choice(FAULTS)
    agent, engineer = world.employees[f"HL@{place}"], world.employees[f"FE@{place}"]
    ordered = index % 5 == 0
    status = ("job_opened" if ordered else "judged") if open_ else "closed"
    base = {"version": 1, "created_at": created, "station_id": of["station"]}
    linked = {
        "customer_id": of["customer"],
        "contact_id": of["contact"],
        "site_id": of["site"],
        "asset_id": of["asset"],
    }
    clock = {"due_at": due, "due_kind": "arrive", "due_soon_at": due - timedelta(hours=1), "due_started_at": created,
             "due_state": "running"} if open_ else {"due_at": NEVER}  # fmt: skip
    many: dict[Any, dict[str, Any]] = {
        models.service_requests.ServiceRequest: {"id": id, "number": number, "created_by_id": agent, "status": status,
            "step": 2 if open_ else 4, "open": open_, "owner_id": agent, "engineer_id": engineer if ordered else None,
            "channel": "call", "subject": subject, "description": subject, "service_group": "hardware_repair",
            "fault_kind": "hardware", "third_party_accessory": False, "urgency": "normal", "mode": "on_site", "paid": False,
            "verdict": "free", "calls": 1, "judged_at": created, "closed_at": None if open_ else due,
            "posted_on": created.date(), **base, **linked, **dict.fromkeys(("due_at", "due_kind", "due_soon_at",
            "due_started_at", "due_state")), **clock},
        models.events.Event: {"id": new_id(), "type": "service_request.created", "subject": "service_request",
            "subject_id": id, "subject_version": 1, "station_id": of["station"], "case_id": id, "owner_id": agent,
            "former_owner_id": None, "actor_kind": "person", "actor_id": world.accounts[f"HL@{place}"],
            "actor_employee_id": agent, "occurred_at": created, "recorded_at": created, "data": {}, "personal_hash": None},
        search.SearchEntry: {"kind": "matter", "subject_id": id, "station_id": of["station"], "title": f"{number} {subject}",
            "subtitle": of["name"], "terms": of["terms"] + search.terms(codes=[number]) + _subject_terms(subject),
            "open": open_, "sort_at": created},
    }  # fmt: skip
    if ordered:
        order = new_id()
        many[models.work_orders.WorkOrder] = {
            "id": order, "number": f"WO-{place}-{index:06d}", "kind": "on_site", "case_id": id, "created_by_id": agent,
            "status": "time_promised" if open_ else "closed", "open": open_, "subject": subject, "paid": False,
            "verdict": "free", "promised_at": due, "duration_seconds": 5400, "travel_seconds": 1800,
            "engineer_id": None if open_ else engineer, "signed_at": None if open_ else due, **base, **linked,
            **dict.fromkeys(("due_at", "due_kind", "due_soon_at", "due_started_at", "due_state")), **clock,
        }  # fmt: skip
        if open_:
            many[models.clocks.Clock] = {
                "id": new_id(), "version": 1, "created_at": created, "kind": "arrive", "subject": "work_order",
                "subject_id": order, "case_id": id, "station_id": of["station"], "owner_id": None, "state": "running",
                "open": True, "started_at": created, "due_at": due, "due_soon_at": due - timedelta(hours=1),
                "stopped_at": None, "policy": ARRIVE, "pauses": [],
                "calendar_id": world.calendar, "calendar_version": 1, "warned_at": None, "missed_at": None,
            }  # fmt: skip
    for model, row in many.items():
        rows.setdefault(model, []).append(row)
