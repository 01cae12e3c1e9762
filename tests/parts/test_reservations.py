"""Reservations and requests: what is kept for a job, what a job waits for, and what follows when it comes."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.parts.steps import Stock, key, wrong_with
from tests.world import BORN

_kept = models.stock_reservations.StockReservation.__table__


def test_d26_what_is_reserved_is_nobody_elses(stock: Stock, db: Database) -> None:
    stock.receive("P1", 3, 300)
    order, other = stock.desk.open(), stock.desk.open()
    kept = stock.reserve("P1", 2, order)
    assert (kept["status"], kept["place"]["name"], kept["outstanding"]) == ("held", "store", 2)
    assert stock.at("P1") == (3, 2, 300)
    assert stock.issue("P1", 2, other, status=409)["short"]["available"] == 1
    stock.issue("P1", 1, other)
    stock.issue("P1", 1, order)
    assert stock.clerk.read(f"stock-reservations/{kept['id']}")["outstanding"] == 1
    issued = stock.clerk.act(f"stock-reservations/{kept['id']}/issue", **key())
    assert (issued["status"], issued["offered"]) == ("issued", [])
    assert stock.at("P1") == (0, 0, 0)
    assert wrong_with(db) == []


def test_r166_more_than_is_free_is_not_kept_until_it_is_changed_or_asked_for(stock: Stock) -> None:
    stock.receive("P1", 1)
    order = stock.desk.open()
    assert stock.reserve("P1", 2, order, status=409)["short"] == {
        "part_id": stock.parts["P1"], "part": "光源模块 P1", "place_id": stock.places["store"], "place": "store",
        "wanted": 2, "available": 1,
    }  # fmt: skip
    assert stock.clerk.read("stock-reservations")["items"] == []
    assert stock.reserve("P1", 2, order, wait=True)["status"] == "waiting"


def test_r107_r182_what_is_not_there_is_requested_and_kept_when_it_comes(stock: Stock, db: Database) -> None:
    order = stock.desk.to("waiting_for_parts")
    asked = stock.reserve("P1", 2, order, wait=True)
    assert asked["status"] == "waiting"
    told = stock.clerk.act(f"stock-reservations/{asked['id']}/expect", {"expected_on": "2026-12-05"})
    assert told["expected_on"] == "2026-12-05"
    refused = stock.desk.refused(order, "parts-ready")
    assert "光源模块 P1" in refused["detail"]
    stock.receive("P1", 1)
    assert stock.clerk.read(f"stock-reservations/{asked['id']}")["status"] == "waiting"
    stock.receive("P1", 4)
    assert stock.clerk.read(f"stock-reservations/{asked['id']}")["status"] == "held"
    assert stock.at("P1")[:2] == (5, 2)
    shown = stock.coordinator.read(f"work-orders/{order['id']}")
    assert (shown["status"], shown["parts"]["reservations"][0]["status"]) == ("parts_ready", "held")
    assert wrong_with(db) == []


def test_r108_the_order_goes_on_when_the_last_part_is_there(stock: Stock) -> None:
    order = stock.desk.to("waiting_for_parts")
    first, second = stock.reserve("P1", 1, order, wait=True), stock.reserve("P2", 1, order, wait=True)
    stock.receive("P1", 1)
    assert stock.coordinator.read(f"work-orders/{order['id']}")["status"] == "waiting_for_parts"
    stock.clerk.act(f"stock-reservations/{second['id']}/release", {"reason": "不用了"})
    assert stock.coordinator.read(f"work-orders/{order['id']}")["status"] == "parts_ready"
    stock.clerk.act(f"stock-reservations/{first['id']}/issue", **key())
    told = [e["type"] for e in stock.coordinator.read(f"work-orders/{order['id']}/events")["items"]]
    assert told.count("work_order.parts_ready") == 1


def test_the_oldest_request_is_served_first_and_none_overtakes(stock: Stock, db: Database) -> None:
    orders = [stock.desk.open() for _ in range(3)]
    asked = [stock.reserve("P1", n, order, wait=True)["id"] for n, order in zip((1, 5, 1), orders, strict=True)]
    stock.receive("P1", 3)
    states = [stock.clerk.read(f"stock-reservations/{id}")["status"] for id in asked]
    assert states == ["held", "waiting", "waiting"]
    stock.clerk.act(f"stock-reservations/{asked[1]}/release", {"reason": "另购"})
    stock.receive("P1", 1, at="bin")  # what lies in a bin serves who waits for the store
    found = stock.clerk.read(f"stock-reservations/{asked[2]}")
    assert (found["status"], found["place"]["name"]) == ("held", "bin")
    assert wrong_with(db) == []


def test_a_released_reservation_serves_who_waits(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2)
    kept = stock.reserve("P1", 2, stock.desk.open())
    waits = stock.reserve("P1", 1, stock.desk.open(), wait=True)
    stock.clerk.act(f"stock-reservations/{kept['id']}/release", {"reason": "客户不修"})
    assert stock.clerk.read(f"stock-reservations/{waits['id']}")["status"] == "held"
    assert wrong_with(db) == []


def test_an_order_that_is_over_keeps_nothing_from_others(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2)
    order = stock.desk.to("time_promised")
    kept = stock.reserve("P1", 2, order)
    stock.desk.act(order, "cancel")
    assert stock.clerk.read(f"stock-reservations/{kept['id']}")["status"] == "released"
    assert stock.at("P1")[:2] == (2, 0)
    assert wrong_with(db) == []


def test_the_engineer_asks_for_his_own_job_only(stock: Stock) -> None:
    stock.receive("P1", 5)
    mine, others = stock.desk.to("assigned"), stock.desk.open()
    body = {"part_id": stock.parts["P1"], "quantity": 1}
    assert stock.engineer.act("stock-reservations", {**body, "order_id": mine["id"]}, **key())["status"] == "held"
    stock.engineer.act("stock-reservations", {**body, "order_id": others["id"]}, status=422, **key())
    foreign = Stock(stock.as_role, stock.world, "B1")
    foreign.clerk.act("stock-reservations", {**body, "order_id": mine["id"]}, status=422, **key())


def test_money_stock_and_bookings_need_their_key(stock: Stock) -> None:
    body = {"order_id": stock.desk.open()["id"], "part_id": stock.part("P1"), "quantity": 1, "wait": True}
    assert stock.clerk.act("stock-reservations", body, status=400)["type"] == "/problems/idempotency-key-required"
    once = key()
    first, again = (stock.clerk.act("stock-reservations", body, **once) for _ in range(2))
    assert first == again
    assert len(stock.clerk.read("stock-reservations")["items"]) == 1


@pytest.mark.parametrize("change", [{"quantity": 4}, {"issued": 1}, {"status": "issued"}])
def test_the_database_keeps_what_is_reserved_in_step(stock: Stock, db: Database, change: dict[str, Any]) -> None:
    """Whoever writes: nothing is held that is not there, and a release frees it."""
    stock.receive("P1", 3)
    row: dict[str, Any] = {
        "id": new_id(), "version": 1, "created_at": BORN, "number": "RV-X", "station_id": stock.world.stations["A1"],
        "status": "held", "part_id": stock.parts["P1"], "place_id": stock.places["store"], "quantity": 3, "issued": 0,
        "order_id": new_id(), "order_number": "X",
    }  # fmt: skip
    with pytest.raises(IntegrityError), db.write() as conn:
        conn.execute(insert(_kept), row | {"place_id": stock.places["bin"]})
    with db.write() as conn:
        conn.execute(insert(_kept), row)
    assert stock.at("P1")[:2] == (3, 3)
    if change == {"issued": 1}:
        with db.write() as conn:
            conn.execute(update(_kept).values(**change))
        assert stock.at("P1")[:2] == (3, 2)
        return
    with pytest.raises(IntegrityError), db.write() as conn:
        conn.execute(update(_kept).values(**change))
    assert stock.at("P1")[:2] == (3, 3)
