"""The wall board and the queues: what they count, whom they show it to, and what they never show (D43, R39)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.kit import clock
from api.kit.db import Database
from api.kit.unit import Unit
from api.network.clocks import service as clocks
from api.paper.boards.names import mask
from tests.client import Api
from tests.world import World


def case(unit: Unit, world: World, station: str, **more: Any) -> Any:
    return unit.insert(
        models.service_requests.ServiceRequest, **{
            "number": f"SR-{station}-{len(more)}-{id(more)}", "station_id": world.stations[station], "status": "job_opened",
            "step": 2, "open": True, "channel": "call", "customer_id": world.customers[station], "subject": "读数漂移",
            "service_group": "hardware_repair", "third_party_accessory": False, "urgency": "normal", "calls": 1,
            "posted_on": clock.day_of(datetime.now(UTC)),
        } | more,
    )  # fmt: skip


def busy(db: Database, world: World) -> None:
    """A day at A1: two calls answered, one in time, one rings; a case late, one warned of, one waits for a part, one for
    the customer; one engineer is on his way."""
    engineer, now = world.employees["FE@A1"], datetime.now(UTC)
    late = {"due_at": now - timedelta(hours=2), "due_kind": "contact", "due_state": "missed"}
    soon = {"due_at": now + timedelta(minutes=5), "due_soon_at": now - timedelta(minutes=1), "due_state": "running"}
    home = {"station_id": world.stations["A1"]}
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM, now=now - timedelta(hours=4))
        for number, (answered, within) in enumerate(((True, True), (True, False), (None, None))):
            unit.insert(
                models.calls.Call, number=f"CL-{number}", status="answered" if answered else "ringing",
                direction="inbound", rang_at=now, answered_at=now if answered else None, within_limit=within,
                repeat=False, phone="+8613800004410", **home,
            )  # fmt: skip
        missed = case(unit, world, "A1", engineer_id=engineer, **late)
        clocks.start(unit, "contact", missed, due_at=now - timedelta(hours=2))
        case(unit, world, "A1", **soon, due_kind="arrive")
        case(unit, world, "A1", engineer_id=engineer, job_status="waiting_for_parts")
        case(unit, world, "A1", status="awaiting_consent", owner_id=world.employees["HL@A1"])
        case(unit, world, "B1", **late)
        for status, promised in (("on_the_way", now), ("assigned", now + timedelta(minutes=1))):
            unit.insert(
                models.work_orders.WorkOrder, number=f"WO-{status}", kind="on_site", case_id=missed.id, status=status,
                open=True, engineer_id=engineer, customer_id=world.customers["A1"], subject="x", paid=False,
                verdict="free", duration_seconds=1, travel_seconds=1, due_at=now, promised_at=promised,
                departed_at=now - timedelta(minutes=20), **home,
            )  # fmt: skip


def test_d43_the_wall_counts_the_day_and_shows_no_number_and_no_whole_name(
    db: Database, world: World, as_role: Callable[..., Api]
) -> None:
    busy(db, world)
    coordinator = as_role("CO", "A1")
    board = coordinator.read("boards/wall")
    calls = board["calls"]
    assert (calls["waiting"], calls["offered"], calls["answered"], calls["within"], calls["missed"]) == (1, 3, 2, 1, 0)
    assert (calls["rings"], calls["aim_seconds"]) == (3, 15)
    assert board["open_cases"] == 4
    wanted = {"overdue": 1, "due_soon": 1, "unassigned": 1, "waiting_part": 1, "waiting_customer": 1, "escalated": 0}
    assert board["queues"] == wanted
    assert [(s["status"], s["count"]) for s in board["cases"]] == [
        ("awaiting_consent", 1), ("job_opened", 2), ("waiting_for_parts", 1),
    ]  # fmt: skip
    [line] = board["overdue"]
    assert (line["customer"], line["what"], line["engineer"]) == ("绿源****", "联系客户", "FE A1")
    [engineer] = board["engineers"]
    assert (engineer["state"], engineer["number"], engineer["planned"], engineer["done"]) == (
        "on_the_way",
        "WO-on_the_way",
        2,
        0,
    )
    assert engineer["next_at"]
    [meter] = board["meters"]
    assert (meter["kind"], meter["missed"], meter["running"]) == ("contact", 1, 0)
    text = coordinator.get("boards/wall").text
    assert "4410" not in text
    assert "绿源环境" not in text
    assert "陈志远" not in text
    assert mask("陈志远", "person") == "陈**"
    assert as_role("HQ", "C").read("boards/wall")["queues"]["overdue"] == 2
    assert as_role("HQ", "C").read("boards/wall", station_id=world.stations["B1"])["open_cases"] == 1
    assert coordinator.get("boards/wall", params={"station_id": world.stations["B1"]}).status_code == 404
    assert as_role("FE", "A1").get("boards/wall").status_code == 404


def test_queues_side_by_side_by_station_and_person_lead_to_the_same_cases(
    db: Database, world: World, as_role: Callable[..., Api]
) -> None:
    busy(db, world)
    hotline = as_role("HL", "A1")
    rows = hotline.read("boards/queues")["items"]
    assert [(row["station"]["code"], row["open"], row["overdue"]) for row in rows] == [("A1", 4, 1), ("B1", 1, 1)]
    people = hotline.read("boards/queues", by="person", station_id=world.stations["A1"])
    assert {(row["person"] or {}).get("name"): row["open"] for row in people["items"]} == {
        None: 1,
        "FE A1": 2,
        "HL A1": 1,
    }
    assert sum(people["total"][name] for name in ("due_soon", "unassigned")) == 2
    for queue in ("due_soon", "unassigned", "waiting_part", "waiting_customer"):
        listed = hotline.read("service-requests", open=True, queue=queue, station_id=world.stations["A1"])["items"]
        assert len(listed) == people["total"][queue], queue
    engineer = world.employees["FE@A1"]
    mine = hotline.read("service-requests", open=True, person_id=engineer, count="exact")
    assert mine["total"] == 2
    # missed for an hour: reported to the manager, and counted as such
    from api.network.clocks.scan import scan_clocks
    from tests.network.clocks.desk import at

    for hours in (0, 30):
        moment = datetime.now(UTC) + timedelta(hours=hours)
        scan_clocks(db, lambda moment=moment: at(db, moment), moment)
    assert hotline.read("boards/queues")["total"]["escalated"] == 1
    with db.read() as conn:
        level = conn.execute(select(models.clocks.Clock.__table__.c.escalations)).scalar_one()
    assert level >= 1
