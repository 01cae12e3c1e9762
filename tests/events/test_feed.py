"""The feed: the same facts as the stream, in pages, within the caller's scope (T2, T31)."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from sqlalchemy import insert, select

from api import models
from api.access import queries as access
from api.access.actor import Actor, Grant
from api.access.policy import RESOURCES, SHORT, P
from api.events import feed, queries, sight
from api.events.facts import Fact
from api.events.schemas import EventFeed, FeedQuery
from api.events.sequencer import Sequencer
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.events.facts import EVENT, CustomerRemarked, remark, write
from tests.work.steps import Desk
from tests.world import World


def sequence(db: Database) -> None:
    """Give everything its position."""
    assert Sequencer(db, "test").step() < 500


def test_pages_hold_every_fact_once_in_order(as_role: Callable[..., Api], db: Database, world: World) -> None:
    client = as_role("HL")
    for code in ("A1", "B1", "A2"):
        write(db, world.customers[code], 3)
    sequence(db)
    items, after = [], 0
    while True:
        page = client.read("events", after=after, limit=2, subject="customer")
        EventFeed.model_validate(page)
        items += page["items"]
        after = page["next"]
        if not page["more"]:
            break
    assert [item["subject_id"] for item in items] == [world.customers[c] for c in ("A1", "B1", "A2") for _ in range(3)]
    assert client.read("events", after=after) == {"items": [], "next": after, "more": False, "reset": False}
    # as after a backup was restored: what was read lies beyond what is here
    assert client.read("events", after=after + 1) == {"items": [], "next": after, "more": False, "reset": True}
    assert client.read("events", type="customer.nothing")["items"] == []


def test_t2_a_station_reads_its_own_facts_only(as_role: Callable[..., Api], db: Database, world: World) -> None:
    clients = {station: as_role("CO", station) for station in ("A1", "A2", "B1")}
    for code in ("A1", "B1"):
        write(db, world.customers[code], 2)
    sequence(db)
    seen = {
        station: {item["subject_id"] for item in client.read("events")["items"]} for station, client in clients.items()
    }
    assert seen == {"A1": {world.customers["A1"]}, "A2": set(), "B1": {world.customers["B1"]}}
    region = as_role("RM", "A").read("events", subject="customer")["items"]
    assert {item["subject_id"] for item in region} == {world.customers["A1"]}


def test_t2_who_may_not_see_the_subject_sees_none_of_its_facts(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """An administrator reads the whole log but for customers, money and conduct (promises.md, D)."""
    client = as_role("SA", "C")
    write(db, world.customers["A1"])
    sequence(db)
    assert {item["subject"] for item in client.read("events")["items"]} <= {"session", "account"}
    assert as_role("HR", "C").get("events").status_code == 404


def test_t31_numbers_are_masked_and_machines_get_no_personal_values(db: Database, world: World) -> None:
    grant = [Grant(SHORT["HQ"], world.stations["C"])]
    person = Actor.of(id=new_id(), kind="person", name="", grants=grant)
    machine = Actor.of(id=new_id(), kind="client", name="", grants=grant)
    with db.write() as conn:
        remark(conn, db, world.customers["A1"], "+8613800004417")
    sequence(db)
    with db.read() as conn:
        told = [
            feed.feed(Unit(db, conn, actor), FeedQuery(subject="customer"))["items"][0]["data"]
            for actor in (person, machine)
        ]
    assert told == [{"count": 1, "note": "138****4417"}, {"count": 1}]


def test_a_caller_who_sees_little_goes_on_all_the_same(
    as_role: Callable[..., Api], db: Database, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each answer looks through so many positions at most, and `next` moves even when none of them was his."""
    client = as_role("CO", "B1")
    monkeypatch.setattr(feed, "SPAN", 4)
    write(db, world.customers["A1"], 10)
    write(db, world.customers["B1"], 1)
    sequence(db)
    after, found, turns = 0, [], 0
    while True:
        page = client.read("events", after=after)
        found += page["items"]
        after, turns = page["next"], turns + 1
        if not page["more"]:
            break
    assert [item["subject_id"] for item in found] == [world.customers["B1"]]
    assert turns >= 3


def test_feed_and_stream_judge_alike(db: Database, world: World) -> None:
    """The clause of the feed and the test of the stream agree on every role and any fact."""
    dice = random.Random(11)
    station = [*world.stations.values(), None]
    people = [*world.employees.values(), None]
    subjects = [*(table for table in models.metadata.tables), "of_nobody"]
    now = clock.now()
    rows = [
        {
            "id": new_id(), "type": "x.tested", "subject": dice.choice(subjects), "subject_id": new_id(),
            "subject_version": 1, "station_id": dice.choice(station), "case_id": None, "owner_id": dice.choice(people),
            "former_owner_id": dice.choice([None, dice.choice(people)]), "actor_kind": "person", "actor_id": new_id(),
            "actor_employee_id": dice.choice(people), "occurred_at": now, "recorded_at": now, "data": {},
            "personal_hash": None,
        }
        for _ in range(400)
    ]  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(EVENT), rows)
    sequence(db)
    judged = 0
    with db.read() as conn:
        everything = queries.thin(conn, 0, 1000)
        for short in SHORT:
            name = next((name for name in world.employees if name.split("@")[0] == short), None)
            if name is None:
                continue
            employee = world.employees[name]
            actor = Actor.of(
                id=new_id(), kind="person", name="", employee_id=employee,
                grants=access.grants(conn, employee, now.date()),
            )  # fmt: skip
            unit = Unit(db, conn, actor)
            by_clause = {row["position"] for row in queries.thin_visible(unit, 0, 10_000, 1000)}
            rights = actor.reach(sight.EVENTS), sight.reaches(actor)
            by_test = {row["position"] for row in everything if sight.sees(actor, *rights, sight.row(row))}
            assert by_clause == by_test, short
            judged += len(by_clause)
    assert judged > 100
    assert "of_nobody" not in {row["subject"] for row in everything if row["position"] in by_clause}


def test_every_table_with_a_life_belongs_to_a_resource_of_the_policy() -> None:
    """Else its facts would be shown to nobody. A draft file is its sender's alone: what is attached, its parent tells."""
    homeless = {
        table.name
        for table in models.metadata.tables.values()
        if "version" in table.c and not sight.permission(table.name)
    }
    assert homeless == {"attachment"}
    assert {sight.permission(t).partition(":")[0] for t in models.metadata.tables if sight.permission(t)} <= set(
        RESOURCES
    )  # type: ignore[union-attr]
    assert sight.EVENTS == P.EVENTS_VIEW


def test_unknown_parameters_and_bad_positions_are_refused(as_role: Callable[..., Api]) -> None:
    client = as_role("HL")
    for bad in ("after=-1", "after=x", "limit=0", "limit=201", "since=1", "type=A", "after=99999999999999999999"):
        assert client.get(f"events?{bad}").status_code == 422, bad


def test_what_is_not_sequenced_yet_is_not_in_the_feed(as_role: Callable[..., Api], db: Database, world: World) -> None:
    client = as_role("HL")
    write(db, world.customers["A1"])
    assert client.read("events", type=CustomerRemarked.type)["items"] == []
    with db.read() as conn:
        assert conn.execute(select(EVENT.c.seq).where(EVENT.c.type == CustomerRemarked.type)).all()


def test_t2_facts_of_contacts_and_sites_stand_at_the_customers_station(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """They are parts of the customer: his station follows them, no other does, wherever the site itself lies."""
    desk, neighbour = as_role("CO"), as_role("CO", "B1")
    customer = desk.read(f"customers/{world.customers['A1']}")
    contact, site = customer["contacts"][0], customer["sites"][0]
    for path, change in (
        (f"contacts/{contact['id']}", {"title": "厂长"}),
        (f"sites/{site['id']}", {"access_note": "南门进"}),
    ):
        version = desk.read(path)["version"]
        answer = desk.patch(path, json=change, headers={"If-Match": f'"{version}"'})
        assert answer.status_code == 200
    second = desk.act(f"customers/{customer['id']}/contacts", {"name": "新来的", "preferred": True})
    assert second
    sequence(db)
    for subject, id in (("contact", contact["id"]), ("site", site["id"])):
        told = desk.read("events", subject=subject)["items"]
        assert {(one["subject_id"], one["station_id"]) for one in told} == {(id, world.stations["A1"])}
        assert neighbour.read("events", subject=subject)["items"] == []
    assert len(desk.read("events", subject="contact")["items"]) == 2, "the change, and that he is preferred no more"


def test_a_copy_is_kept_by_the_feed_alone(as_role: Callable[..., Api], db: Database, world: World) -> None:
    """Whoever follows orders by their facts ends with what he may see, after an absence too; and hears of erasure."""
    desk, engineer = Desk(as_role, world), as_role("FE")
    kept = desk.to("assigned")
    gone = desk.to("assigned")
    sequence(db)
    copy: dict[str, str] = {}

    def follow(after: int) -> int:
        while True:
            page = engineer.read("events", after=after, subject="work_order", limit=3)
            for item in page["items"]:
                if item["change"] == "changed":
                    copy[item["subject_id"]] = engineer.read(f"work-orders/{item['subject_id']}")["status"]
                else:
                    copy.pop(item["subject_id"], None)
            after = page["next"]
            if not page["more"]:
                return int(after)

    after = follow(0)
    assert copy == {kept["id"]: "assigned", gone["id"]: "assigned"}
    desk.act(as_role("CO").read(f"work-orders/{gone['id']}"), "unassign")
    sequence(db)
    told = engineer.read("events", after=after, subject="work_order")["items"]
    assert [(item["subject_id"], item["change"]) for item in told][-1] == (gone["id"], "left")
    assert as_role("CO").read("events", after=after, subject="work_order")["items"][-1]["change"] == "changed"
    assert engineer.get(f"work-orders/{gone['id']}").status_code == 404
    follow(after)
    assert copy == {kept["id"]: "assigned"}

    write(db, world.customers["A1"], 1)
    sequence(db)
    personal = models.events.EventPersonal.__table__
    with db.write() as conn:
        conn.execute(personal.delete())
    (told,) = as_role("CO").read("events", after=after, subject="customer")["items"]
    assert (told["erased"], "note" in told["data"]) == (True, False)


def test_what_is_removed_is_told_as_gone() -> None:
    assert {type for type, fact in Fact.catalogue.items() if fact.removes} == {
        "customer.merged", "shift.removed",
    }  # fmt: skip
