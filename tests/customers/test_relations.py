"""How customers stand: class, activity, alert and satisfaction counted monthly, two persons, who is due (D30, D31)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from api import models, routes
from api.access.actor import SYSTEM
from api.customers.relations import recount, worth
from api.customers.relations.figures import Opinion, Purchase
from api.kit import jobs
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.worker import unit_of
from tests.client import Api
from tests.world import BORN, World

assert routes
LIMITS = worth.Limits(
    a_yuan=200_000, a_devices=20, b_yuan=50_000, b_devices=5, late_cycle=1.5, less_share=0.3, loyal_opinions=3,
    satisfied_csi=60, loyal_csi=90,
)  # fmt: skip
TODAY = date(2026, 11, 29)


def ago(days: int, fen: int = 1000) -> Purchase:
    return Purchase(TODAY - timedelta(days=days), fen)


@pytest.mark.parametrize(
    ("yuan", "devices", "expected"),
    [
        (0, 0, "C"), (49_999, 4, "C"), (50_000, 0, "B"), (0, 5, "B"), (199_999, 19, "B"), (200_000, 0, "A"), (0, 20, "A"),
    ],
)  # fmt: skip
def test_d30_a_class_is_reached_by_revenue_or_by_devices(yuan: int, devices: int, expected: str) -> None:
    assert worth.class_of(yuan * 100, devices, LIMITS) == expected


def test_d31_active_lost_new_and_idle() -> None:
    old = TODAY - timedelta(days=900)
    assert worth.activity_of(TODAY - timedelta(days=364), 0, old, TODAY) == "active"
    assert worth.activity_of(TODAY - timedelta(days=365), 1, old, TODAY) == "lost"
    assert worth.activity_of(TODAY - timedelta(days=365), 0, old, TODAY) == "idle"
    assert worth.activity_of(None, 3, TODAY - timedelta(days=30), TODAY) == "new"


def test_d31_purchase_alert_late_or_less() -> None:
    """1.5 times the usual cycle, or 30 per cent below the average of the years before."""
    monthly = [ago(days) for days in (195, 165, 135, 105, 75)]
    assert worth.usual_days(monthly) == 30
    assert worth.alert_of([*monthly, ago(45)], TODAY, LIMITS) is None
    assert worth.alert_of([ago(106), ago(76), ago(46)], TODAY, LIMITS) == "late"
    assert worth.alert_of([ago(400, 2000), ago(30, 1400)], TODAY, LIMITS) is None, "exactly 30 per cent less"
    assert worth.alert_of([ago(400, 2000), ago(30, 1399)], TODAY, LIMITS) == "less"
    assert worth.alert_of([ago(30, 10)], TODAY, LIMITS) is None, "who is new has no average yet"


def test_r390_dissatisfied_satisfied_loyal() -> None:
    good, fair, bad = Opinion(True, 95), Opinion(True, 80), Opinion(False, 40)
    assert worth.satisfaction_of([], LIMITS) == "unknown"
    assert worth.satisfaction_of([bad, good, good, good], LIMITS) == "dissatisfied"
    assert worth.satisfaction_of([Opinion(True, 59)], LIMITS) == "dissatisfied"
    assert worth.satisfaction_of([good, good], LIMITS) == "satisfied"
    assert worth.satisfaction_of([good, good, fair], LIMITS) == "satisfied"
    assert worth.satisfaction_of([good, good, good, bad], LIMITS) == "loyal"


def count_all(db: Database) -> None:
    """Plan the month's count twice, as two workers do, and let one do its steps."""
    for _ in range(2):
        with db.write() as conn:
            recount.plan(conn, datetime.now(UTC))
    while taken := [job for job in jobs.claim(db, datetime.now(UTC), 5) if job.kind == recount.KIND]:
        for job in taken:
            assert jobs.run(db, job, unit_of)


def count_later(db: Database, days: int) -> None:
    """What the count of a later month writes."""
    after: str | None = None
    while True:
        with db.write() as conn:
            after = recount.count_some(Unit(db, conn, SYSTEM, now=datetime.now(UTC) + timedelta(days=days)), after)
        if after is None:
            return


def devices(db: Database, world: World, station: str, how_many: int) -> None:
    table = models.assets.Asset.__table__
    rows = [
        {"id": new_id(), "version": 1, "created_at": BORN, "station_id": world.stations[station], "serial": f"RL-{n}",
         "serial_reversed": f"{n}-LR", "product_id": world.products["WQ-5100"],
         "customer_id": world.customers[station], "warranty_basis": "none"}
        for n in range(how_many)
    ]  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(table), rows)


def done_job(db: Database, world: World, station: str, when: datetime) -> None:
    """A finished visit of that day."""
    home = {"station_id": world.stations[station], "customer_id": world.customers[station]}
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM, now=when)
        case = unit.insert(
            models.service_requests.ServiceRequest, number=f"SR-{new_id()}"[:40], status="closed", step=4, open=False,
            channel="call", subject="检修", service_group="hardware_repair", third_party_accessory=False,
            urgency="normal", calls=1, posted_on=when.date(), **home,
        )  # fmt: skip
        unit.insert(
            models.work_orders.WorkOrder, number=f"WO-{new_id()}"[:40], kind="on_site", case_id=case.id,
            status="closed", open=False, subject="检修", paid=False, verdict="free", duration_seconds=1,
            travel_seconds=0, due_at=when, done_at=when, signed_at=when, engineer_id=world.employees["FE@A1"], **home,
        )  # fmt: skip


def test_d30_d31_the_monthly_count_judges_every_customer_once(
    db: Database, world: World, as_role: Callable[..., Api], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recount, "AT_ONCE", 2)  # so that four customers take three steps
    moment = datetime.now(UTC)
    devices(db, world, "A1", 20)
    done_job(db, world, "A1", moment - timedelta(days=3))
    manager = as_role("SM", "A1")
    count_all(db)
    read = manager.read(f"customer-relations/{world.customers['A1']}")
    assert (read["customer"]["class"], read["activity"], read["devices"], read["jobs"]) == ("A", "active", 21, 1)
    assert read["last_job_on"]
    assert read["counted_on"]
    assert any("21" in why for why in read["why"])
    story = manager.read(f"customers/{world.customers['A1']}/events")["items"]
    assert [fact["type"] for fact in story if fact["type"].startswith("customer.")] == ["customer.counted"]
    assert "A 类" in story[-1]["sentence"]
    rows = as_role("HQ", "C").read("customer-relations")["items"]
    assert len(rows) == len(world.customers)
    assert [row["customer"]["class"] for row in rows if row["id"] == world.customers["B1"]] == ["C"], (
        "one device, no revenue"
    )
    summed = manager.read("customer-relations/summary")
    assert summed["customers"] == 1
    assert {c["value"]: c["customers"] for c in summed["by_activity"]}["active"] == 1

    # again in the same month: nothing is counted twice
    with db.read() as conn:
        asked = select(func.count()).where(models.jobs.Job.__table__.c.kind == recount.KIND)
        before = conn.execute(asked).scalar_one()
    count_all(db)
    with db.read() as conn:
        assert conn.execute(asked).scalar_one() == before

    # a class set by hand stands for its time, and the rhythm follows it
    version = manager.read(f"customers/{world.customers['A1']}")["version"]
    changed = manager.patch(
        f"customers/{world.customers['A1']}", json={"class": "B"}, headers={"If-Match": f'"{version}"'}
    )
    assert changed.status_code == 200, changed.text
    again = manager.read(f"customer-relations/{world.customers['A1']}")
    assert again["class_set_on"]
    assert again["next_contact_on"] > read["next_contact_on"]
    count_later(db, 32)
    assert manager.read(f"customers/{world.customers['A1']}")["class"] == "B"
    count_later(db, 400)
    assert manager.read(f"customers/{world.customers['A1']}")["class"] == "A"


def test_r391_two_persons_one_of_service_one_of_account(world: World, as_role: Callable[..., Api]) -> None:
    manager, id = as_role("SM", "A1"), world.customers["A1"]
    service, account = world.employees["FU@A1"], world.employees["SM@A1"]
    path = f"customer-relations/{id}"
    assert manager.read(path)["service_person"] is None, "read before anything is known of him"

    def name(one: str | None, other: str | None) -> Any:
        return manager.put(f"{path}/persons", json={"service_person_id": one, "account_person_id": other})

    same = name(service, service)
    assert (same.status_code, same.json()["errors"][0]["code"]) == (422, "same_person")
    assert name(service, new_id()).status_code == 422
    half = name(service, None)
    assert half.status_code == 200, half.text
    assert [row["id"] for row in manager.read("customer-relations", lacking="persons")["items"]] == [id]
    whole = name(service, account).json()
    assert (whole["service_person"]["id"], whole["account_person"]["id"]) == (service, account)
    assert manager.read("customer-relations", lacking="persons")["items"] == []
    assert [row["id"] for row in manager.read("customer-relations", person_id=account)["items"]] == [id]
    assert as_role("BE", "A1").put(f"{path}/persons", json={}).status_code in (403, 404, 422)
    assert name(account, service).json()["version"] == whole["version"] + 1
    told = manager.read(f"customers/{id}/events")["items"]
    assert [fact["type"] for fact in told] == ["customer.persons_named"] * 3
