"""What a timeline says: sentences in the reader's language, the station's time, people's names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert

from api import models, routes
from api.access.actor import SYSTEM, Actor, Grant
from api.access.policy import RESOURCES, SHORT
from api.events import feed, log, sentences
from api.events.facts import Fact
from api.events.schemas import TimelineRead
from api.events.sequencer import Sequencer
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Row, Unit
from api.kit.words import Words
from tests.client import Api
from tests.events.facts import CUSTOMER, EVENT, PERSONAL, remark
from tests.world import World

assert routes  # the network tells its names and zones


@dataclass(frozen=True, slots=True)
class VisitPlanned(Fact):
    """Values of every kind that a sentence can hold."""

    type = "customer.visit_planned_in_test"
    sentence = Words(
        "{engineer_id} 定于 {visit.at} 上门（{kind}），费用 {amount_fen} 元，带 {parts}，已确认：{agreed}；{note}；{missing}",
        "{engineer_id} visits at {visit.at} ({kind}), {amount_fen} yuan, with {parts}, agreed: {agreed}; {note}; {missing}",
    )
    personal = ("note",)
    spoken = {"kind": {"repair": Words("维修", "repair")}}
    engineer_id: str
    visit: dict[str, Any]
    kind: str
    amount_fen: int
    parts: list[str]
    agreed: bool
    note: str


def plan(db: Database, world: World, actor: Actor = SYSTEM) -> None:
    """One such fact about the customer of A1."""
    with db.write() as conn:
        unit = Unit(db, conn, actor)
        customer = Row(CUSTOMER, {"id": world.customers["A1"], "station_id": world.stations["A1"], "version": 1})
        visit = {"at": datetime(2026, 3, 2, 1, 30, tzinfo=UTC)}
        engineer = world.employees["FE@A1"]
        log.record(unit, customer, VisitPlanned(engineer, visit, "repair", 12050, ["泵", "管"], True, "走后门"))


def story(db: Database, world: World, locale: str = "zh-CN") -> list[dict[str, Any]]:
    with db.read() as conn:
        answer = feed.timeline(Unit(db, conn, SYSTEM, locale=locale), "customer", world.customers["A1"])
    TimelineRead.model_validate(answer)
    return answer["items"]


def test_a_sentence_in_both_languages(db: Database, world: World) -> None:
    plan(db, world)
    (chinese,), (english,) = story(db, world), story(db, world, "en")
    assert chinese["sentence"] == (
        "FE A1 定于 2026-03-02 09:30 上门（维修），费用 120.50 元，带 泵、管，已确认：是；走后门；—"
    )
    assert english["sentence"] == (
        "FE A1 visits at 2026-03-02 09:30 (repair), 120.50 yuan, with 泵, 管, agreed: yes; 走后门; —"
    )
    assert (chinese["actor_name"], english["actor_name"]) == ("系统", "System")


def test_the_station_s_zone_counts(db: Database, world: World) -> None:
    calendar = models.calendars.Calendar.__table__  # type: ignore[attr-defined]
    with db.write() as conn:
        conn.execute(calendar.update().values(time_zone="Asia/Urumqi"))
    plan(db, world)
    assert "2026-03-02 07:30" in story(db, world)[0]["sentence"]


def test_an_erased_value_is_said_to_be_erased(db: Database, world: World) -> None:
    plan(db, world)
    with db.write() as conn:
        conn.execute(delete(PERSONAL))
    (item,) = story(db, world)
    assert "（已删除）；—" in item["sentence"]
    assert "note" not in item["data"]


def test_values_cannot_reach_into_the_program(db: Database, world: World) -> None:
    """What people type is never read as a template."""
    with db.write() as conn:
        remark(conn, db, world.customers["A1"], "{note.__class__} {0} {count!r}")
    assert story(db, world)[0]["sentence"] == "备注：{note.__class__} {0} {count!r}（1 次）"
    fact = type("Odd", (Fact,), {"type": "test.odd", "sentence": Words("{a.__class__}{b}", "{a} {a:row|rows}")})
    zone = ZoneInfo("Asia/Shanghai")
    assert sentences.speak(fact.type, {"a": "x"}, "zh-CN", zone, {}) == "——"
    assert [sentences.speak(fact.type, {"a": a}, "en", zone, {}) for a in (1, 2, "x")] == ["1 row", "2 rows", "x x"]
    Fact.catalogue.pop("test.odd")
    assert sentences.speak("gone.by", {}, "zh-CN", zone, {}) == "gone.by"


def test_positions_follow_within_the_blink_of_an_eye(db: Database, world: World) -> None:
    """A timeline tells of what is committed, sequenced or not: its reader has just done it."""
    plan(db, world)
    assert story(db, world)[0]["position"] is None
    Sequencer(db, "one").step()
    assert story(db, world)[0]["position"] == 1


def test_people_are_named_by_their_accounts(db: Database, world: World) -> None:
    actor = Actor.of(
        id=world.accounts["CO@A1"], kind="person", name="CO A1", employee_id=world.employees["CO@A1"], grants=()
    )
    plan(db, world, actor)
    assert story(db, world)[0]["actor_name"] == "CO A1"


def test_a_case_tells_only_what_its_reader_may_see(db: Database, world: World) -> None:
    """Its own facts and clocks whole; orders and follow-ups by their own cells (promises.md, D)."""
    case, now = new_id(), clock.now()
    mine, station = world.employees["FE@A1"], world.stations["A1"]
    common = {
        "type": "x.tested", "subject_version": 1, "station_id": station, "former_owner_id": None, "case_id": case,
        "actor_kind": "system", "actor_id": SYSTEM.id, "actor_employee_id": None, "occurred_at": now,
        "recorded_at": now, "personal_hash": None,
    }  # fmt: skip
    rows = [
        common | {"id": new_id(), "subject": subject, "subject_id": subject_id, "owner_id": owner, "data": data}
        for subject, subject_id, owner, data in (
            ("service_request", case, None, {}),
            ("work_order", new_id(), mine, {}),
            ("work_order", new_id(), world.employees["FE2@A1"], {}),
            ("clock", new_id(), None, {"of_id": case}),
            ("clock", new_id(), None, {"of_id": new_id()}),
            ("follow_up", new_id(), None, {}),
        )
    ]
    with db.write() as conn:
        conn.execute(insert(EVENT), rows)

    def told(role: str) -> list[str]:
        actor = Actor.of(
            id=new_id(), kind="person", name="", employee_id=world.employees[f"{role}@A1"],
            grants=[Grant(SHORT[role], station)],
        )  # fmt: skip
        with db.read() as conn:
            items = feed.case_timeline(Unit(db, conn, actor), case)["items"]
        by_id = {row["id"]: row["subject"] for row in rows}
        return [by_id[item["id"]] for item in items]

    assert told("FE") == ["service_request", "work_order", "clock", "clock"]
    assert told("CO") == ["service_request", "work_order", "work_order", "clock", "clock", "follow_up"]
    with db.read() as conn:
        own = feed.timeline(Unit(db, conn, SYSTEM), "service_request", case)["items"]
    assert [item["id"] for item in own] == [rows[0]["id"], rows[3]["id"]]


def test_every_resource_tells_its_timeline_to_those_who_see_it(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """The door of the subject is the door of its timeline: 404 where the subject is 404."""
    with db.write() as conn:
        remark(conn, db, world.customers["A1"], "看过了")
    path = f"customers/{world.customers['A1']}/events"
    answer = as_role("CO", "A1").read(path)
    TimelineRead.model_validate(answer)
    assert [item["sentence"] for item in answer["items"]] == ["备注：看过了（1 次）"]
    assert as_role("CO", "B1").get(path).status_code == 404
    assert as_role("SA", "C").get(path).status_code == 404
    told = {
        route.path.split("/")[-3]  # type: ignore[attr-defined]
        for router in routes.ROUTERS
        for route in router.routes
        if route.path.endswith("/{id}/events")  # type: ignore[attr-defined]
    }
    lives = {path.strip("/") for path in (router.prefix for router in routes.ROUTERS)} & set(RESOURCES)
    # printings, attendance and contacts are told by others' stories, the rest are views of what others hold
    lifeless = {"attendance", "boards", "customer-contacts", "dispatch", "documents", "field", "receivables", "stock"}
    assert lives - told <= {"events", "bookings", "calendars", "reports", "settings"} | lifeless


def test_a_case_s_timeline_over_http(as_role: Callable[..., Api], world: World) -> None:
    """What was done stands there at once, with who did it."""
    hotline = as_role("HL")
    body = {
        "channel": "counter", "customer_id": world.customers["A1"], "contact_id": world.contacts["A1"],
        "site_id": world.sites["A1"], "asset_id": world.assets["A1"], "subject": "读数漂移", "description": "从昨天起",
        "group": "hardware_repair", "fault_kind": "hardware", "third_party_accessory": False, "urgency": "normal",
    }  # fmt: skip
    case = hotline.act("service-requests", body)
    items = hotline.read(f"service-requests/{case['id']}/events")["items"]
    assert items[0]["type"].startswith("service_request.")
    assert items[0]["actor_name"] == "HL A1"
    assert all(item["sentence"] and "{" not in item["sentence"] for item in items)
    assert as_role("CO", "B1").get(f"service-requests/{case['id']}/events").status_code == 404
