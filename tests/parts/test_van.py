"""Parts used from the van, also offline: what the book does not have becomes an exception for a person (P15, D41)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from api.kit.db import Database
from tests.field.phone import Phone
from tests.parts.steps import AsRole, Stock, key, wrong_with


def phone(stock: Stock, minutes: int = 90, seq: int = 1) -> dict[str, Any]:
    """What the engineer's phone adds to a deed that it reports later."""
    at = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()
    return {"occurred_at": at, "device_id": Phone(stock.engineer).id, "device_seq": seq}


def on_site(stock: Stock) -> dict[str, Any]:
    order = stock.desk.to("on_site")
    return stock.desk.act(order, "diagnose")


def test_r184_d41_a_part_from_the_van_is_issued_against_the_job(stock: Stock, db: Database) -> None:
    stock.stock_van("P1", 2, 500)
    order = on_site(stock)
    assert "use-part" in [offer["action"] for offer in order["offered"]]
    at = phone(stock)
    used = stock.use("P1", 1, order, **at)
    moved = used["parts"]["movements"][0]
    assert (moved["kind"], moved["quantity"], moved["value_fen"]) == ("issue", 1, 250)
    assert datetime.fromisoformat(moved["occurred_at"]) == datetime.fromisoformat(at["occurred_at"])
    assert stock.at("P1", "van") == (1, 0, 250)
    told = stock.coordinator.read(f"work-orders/{order['id']}/events")["items"]
    assert "用了 光源模块 P1 × 1" in [event["sentence"] for event in told]
    assert wrong_with(db) == []


def test_r74_r184_no_part_before_the_diagnosis_nor_by_another(stock: Stock, as_role: AsRole) -> None:
    stock.stock_van("P1", 1)
    order = stock.desk.to("on_site")
    stock.use("P1", 1, order, status=409)
    body = {"part_id": stock.parts["P1"], "quantity": 1}
    assert as_role("FE2").act(f"work-orders/{order['id']}/use-part", body, status=404, **key())
    stock.clerk.act(f"work-orders/{order['id']}/use-part", body, status=403, **key())
    assert stock.at("P1", "van")[0] == 1


def test_what_was_not_needed_comes_back_to_the_van(stock: Stock, db: Database) -> None:
    stock.stock_van("P1", 2, 500)
    order = on_site(stock)
    stock.use("P1", 2, order, **phone(stock))
    body = {"order_id": order["id"], "to_place_id": stock.places["van"], "lines": [stock.line("P1", 1)]}
    stock.engineer.act("stock-movements/return", body, **key())
    assert stock.at("P1", "van") == (1, 0, 250)
    stock.engineer.act("stock-movements/return", {**body, "to_place_id": stock.places["store"]}, status=422, **key())
    assert wrong_with(db) == []


def test_p15_an_offline_oversell_is_kept_for_a_person_and_not_lost(stock: Stock, db: Database) -> None:
    stock.stock_van("P1", 1, 300)
    order = on_site(stock)
    used = stock.use("P1", 2, order, **phone(stock))
    waiting = used["parts"]["exceptions"][0]
    assert (waiting["status"], waiting["quantity"], waiting["there"]) == ("open", 2, 1)
    assert (used["parts"]["movements"], stock.at("P1", "van")) == ([], (1, 0, 300))
    assert stock.engineer.read(f"stock-exceptions/{waiting['id']}")["offered"] == []
    path = f"stock-exceptions/{waiting['id']}"
    stock.engineer.act(f"{path}/dismiss", {"reason": "自己销"}, status=403, **key())
    assert stock.clerk.act(f"{path}/book", {"reason": "没查"}, status=409, **key())["short"]["available"] == 1
    stock.clerk.act(f"{path}/book-found", {"reason": "没查"}, status=403, **key())
    done = stock.manager.act(f"{path}/book-found", {"reason": "车上多一个没入账"}, **key())
    assert (done["status"], done["settled_by"]["name"]) == ("posted", "SM A1")
    assert stock.at("P1", "van") == (0, 0, 0)
    moved = stock.coordinator.read(f"work-orders/{order['id']}")["parts"]["movements"]
    assert [(m["kind"], m["quantity"], m["value_fen"]) for m in moved] == [("issue", 2, 600)]
    assert datetime.fromisoformat(moved[0]["occurred_at"]) == datetime.fromisoformat(waiting["occurred_at"])
    stock.manager.act(f"{path}/dismiss", {"reason": "再来"}, status=409, **key())
    assert wrong_with(db) == []


def test_p15_what_is_found_for_a_use_is_not_kept_for_another_order(stock: Stock, db: Database) -> None:
    """The found pieces are used up already: whoever waits for the part at the van goes on waiting."""
    stock.part("P1")
    order = on_site(stock)
    id = stock.use("P1", 1, order, **phone(stock))["parts"]["exceptions"][0]["id"]
    waiting = stock.reserve("P1", 1, stock.desk.open(), place_id=stock.places["van"], wait=True)
    assert waiting["status"] == "waiting"
    done = stock.manager.act(f"stock-exceptions/{id}/book-found", {"reason": "车上多一个没入账"}, **key())
    assert (done["status"], stock.at("P1", "van")) == ("posted", (0, 0, 0))
    assert stock.clerk.read(f"stock-reservations/{waiting['id']}")["status"] == "waiting"
    assert wrong_with(db) == []


def test_p15_when_the_van_was_filled_meanwhile_it_is_posted(stock: Stock, db: Database) -> None:
    stock.part("P1")
    order = on_site(stock)
    id = stock.use("P1", 1, order, **phone(stock))["parts"]["exceptions"][0]["id"]
    stock.stock_van("P1", 1, 400)
    assert stock.clerk.act(f"stock-exceptions/{id}/book", {"reason": "调拨晚入账"}, **key())["status"] == "posted"
    assert stock.at("P1", "van") == (0, 0, 0)
    assert wrong_with(db) == []


def test_p15_what_was_not_used_is_not_posted(stock: Stock, db: Database) -> None:
    stock.part("S1", serial_tracked=True)
    stock.receive("S1", 1, 100, serials=["K1"])
    order = on_site(stock)
    id = stock.use("S1", 1, order, serials=["K1"], **phone(stock))["parts"]["exceptions"][0]["id"]
    assert stock.clerk.act(f"stock-exceptions/{id}/dismiss", {"reason": "扫错件"}, **key())["status"] == "dismissed"
    assert (stock.at("S1"), stock.clerk.read("stock-exceptions", status="open")["items"]) == ((1, 0, 100), [])
    assert wrong_with(db) == []


def test_at_a_desk_an_oversell_is_refused(stock: Stock) -> None:
    stock.part("P1")
    order = on_site(stock)
    assert stock.use("P1", 1, order, status=409)["type"] == "/problems/stock-short"
    assert stock.clerk.read("stock-exceptions")["items"] == []


def test_the_same_deed_sent_twice_counts_once(stock: Stock, db: Database) -> None:
    stock.stock_van("P1", 2)
    order, once = on_site(stock), key()
    body = {**stock.line("P1", 1), **phone(stock)}
    first, again = (stock.engineer.act(f"work-orders/{order['id']}/use-part", body, **once) for _ in range(2))
    assert first == again
    assert stock.at("P1", "van")[0] == 1
    assert wrong_with(db) == []
