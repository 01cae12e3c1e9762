"""Transfers and places: two steps by two persons, and the tree of places."""

from __future__ import annotations

from api.kit.db import Database
from tests.parts.steps import AsRole, Stock, key, wrong_with
from tests.world import World


def test_r188_what_is_sent_is_in_transit_until_another_receives_it(stock: Stock, db: Database) -> None:
    stock.receive("P1", 3, 1000)
    sent = stock.send("P1", 2, "store", "van")
    assert (sent["status"], stock.at("P1"), stock.at("P1", "van")) == ("sent", (1, 0, 333), (0, 0, 0))
    transit = next(p for p in stock.manager.read("stock-places")["items"] if p["kind"] == "in_transit")
    assert (transit["quantity"], transit["value_fen"]) == (2, 667)
    own = stock.clerk.act(f"stock-transfers/{sent['id']}/receive", status=409, **key())
    assert own["type"] == "/problems/transition-refused"
    got = stock.engineer.act(f"stock-transfers/{sent['id']}/receive", **key())
    assert (got["status"], got["received_by"]["name"]) == ("received", "FE A1")
    assert stock.at("P1", "van") == (2, 0, 667)
    stock.manager.act(f"stock-transfers/{sent['id']}/receive", status=409, **key())
    assert wrong_with(db) == []


def test_what_is_in_transit_is_nobodys_to_issue(stock: Stock) -> None:
    stock.receive("P1", 1)
    stock.send("P1", 1, "store", "van")
    transit = next(p for p in stock.manager.read("stock-places")["items"] if p["kind"] == "in_transit")
    stock.places["transit"] = transit["id"]
    stock.issue("P1", 1, stock.desk.open(), at="transit", status=422)
    assert stock.manager.read("parts", q="P1")["items"][0]["available"] == 0


def test_no_other_place_takes_the_code_of_what_is_on_its_way(stock: Stock, world: World) -> None:
    """Otherwise the station's transfers could not set up theirs, and each was refused."""
    body = {"code": "TRANSIT", "name": "暂存", "kind": "store", "station_id": world.stations["A1"]}
    refused = stock.manager.act("stock-places", body, status=422, **key())
    assert refused["errors"][0]["code"] == "reserved"
    stock.receive("P1", 1)
    assert stock.send("P1", 1, "store", "van")["status"] == "sent"


def test_a_transfer_may_go_back(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2, 501)
    sent = stock.send("P1", 1, "store", "van")
    back = stock.manager.act(f"stock-transfers/{sent['id']}/take-back", {"reason": "装错箱"}, **key())
    assert (back["status"], back["reason"], stock.at("P1")) == ("taken_back", "装错箱", (2, 0, 501))
    assert wrong_with(db) == []


def test_another_station_is_sent_to_and_receives_for_itself(stock: Stock, as_role: AsRole, db: Database) -> None:
    other = Stock(as_role, stock.world, "A2")
    stock.receive("P1", 2, 300)
    sent = stock.clerk.act(
        "stock-transfers",
        {
            "from_place_id": stock.places["store"], "to_place_id": other.places["store"], "part_id": stock.parts["P1"],
            "quantity": 2,
        },
        **key(),
    )  # fmt: skip
    assert stock.clerk.read(f"stock-transfers/{sent['id']}")["offered"] == []
    assert other.clerk.act(f"stock-transfers/{sent['id']}/receive", **key())["status"] == "received"
    other.parts = stock.parts
    assert other.at("P1") == (2, 0, 300)
    assert as_role("PC", "B1").get(f"stock-transfers/{sent['id']}").status_code == 404
    assert wrong_with(db) == []


def test_serial_numbers_travel_with_their_part(stock: Stock, db: Database) -> None:
    stock.part("S1", serial_tracked=True)
    stock.receive("S1", 2, 800, serials=["X1", "X2"])
    sent = stock.send("S1", 1, "store", "van", serials=["X2"])
    stock.engineer.act(f"stock-transfers/{sent['id']}/receive", **key())
    mine = stock.engineer.read("stock")["items"]
    assert [(row["place"]["name"], row["quantity"]) for row in mine] == [("van", 1)]
    assert [p["serial"] for p in stock.engineer.read(f"stock/{mine[0]['id']}")["serials"]] == ["X2"]
    assert wrong_with(db) == []


def test_places_stand_where_their_kind_may(stock: Stock) -> None:
    station = stock.world.stations["A1"]
    for body in (
        {"kind": "bin"}, {"kind": "bin", "parent_id": stock.places["van"]}, {"kind": "van"},
        {"kind": "store", "parent_id": stock.places["store"]}, {"kind": "van", "employee_id": station},
        {"kind": "bin", "parent_id": stock.places["store"], "employee_id": stock.world.employees["FE2@A1"]},
    ):  # fmt: skip
        stock.manager.act(
            "stock-places", {"code": "X", "name": "x", "station_id": station, **body}, status=422, **key()
        )
    again = {"code": "STORE", "name": "x", "station_id": station, "kind": "store"}
    stock.manager.act("stock-places", again, status=409, **key())
    stock.manager.act("stock-places", {**again, "station_id": stock.world.stations["B1"]}, status=403, **key())


def test_a_place_is_given_up_only_when_empty(stock: Stock) -> None:
    stock.receive("P1", 1, at="bin")
    place = stock.manager.read(f"stock-places/{stock.places['bin']}")
    path, match = f"stock-places/{place['id']}", {"If-Match": f'"{place["version"]}"'}
    assert stock.manager.patch(path, json={"active": False}, headers=match).status_code == 409
    stock.issue("P1", 1, stock.desk.open(), at="bin")
    assert stock.manager.patch(path, json={"active": False}, headers=match).json()["active"] is False
    stock.clerk.act(
        "stock-movements/receive",
        {"to_place_id": place["id"], "lines": [stock.line("P1", 1, value_fen=0)]}, status=422, **key(),
    )  # fmt: skip


def test_an_engineer_sees_his_own_van_only(stock: Stock, as_role: AsRole) -> None:
    stock.stock_van("P1", 1)
    stock.receive("P1", 5)
    assert [p["name"] for p in stock.engineer.read("stock-places")["items"]] == ["van"]
    assert [row["place"]["name"] for row in stock.engineer.read("stock")["items"]] == ["van"]
    assert as_role("FE2").read("stock")["items"] == []
    assert stock.manager.read("stock", place_id=stock.places["store"], count="exact")["total"] == 2
    assert stock.manager.read("stock", place_id=stock.places["van"], count="exact")["total"] == 1
