"""Stock-takes: counted, compared with the book of that moment, settled by a second person (R189)."""

from __future__ import annotations

from typing import Any

from api.kit.db import Database
from tests.parts.steps import AsRole, Stock, key, wrong_with


def opened(stock: Stock, place: str = "store") -> dict[str, Any]:
    return stock.clerk.act("stock-counts", {"place_id": stock.places[place]}, **key())


def enter(stock: Stock, count: dict[str, Any], part: str, counted: int, place: str = "store", **more: Any) -> Any:
    line = {"part_id": stock.part(part), "place_id": stock.places[place], "counted": counted, **more}
    return stock.clerk.act(f"stock-counts/{count['id']}/enter", {"lines": [line]}, status=200)


def test_r189_surplus_and_shortage_are_settled_by_a_second_person(stock: Stock, db: Database) -> None:
    stock.receive("P1", 4, 1000)
    stock.receive("P2", 2, 500, at="bin")
    count = opened(stock)
    assert [(line["counted"], line["expected"]) for line in count["sheet"]] == [(None, None)] * 2
    submit = f"stock-counts/{count['id']}/submit"
    assert "2" in stock.clerk.act(submit, status=409)["detail"]
    enter(stock, count, "P1", 3)
    count = enter(stock, count, "P2", 3, "bin")
    assert sorted(line["difference"] for line in count["sheet"]) == [-1, 1]
    assert stock.clerk.act(submit)["status"] == "submitted"
    settle = f"stock-counts/{count['id']}/settle"
    stock.clerk.act(settle, status=403, **key())
    done = stock.manager.act(settle, **key())
    assert (done["status"], done["approved_by"]["name"]) == ("settled", "SM A1")
    assert (stock.at("P1"), stock.at("P2", "bin")) == ((3, 0, 750), (3, 0, 750))
    listed = stock.manager.read("stock-movements", count_id=count["id"])["items"]
    assert sorted((m["kind"], m["quantity"], m["value_fen"]) for m in listed) == [
        ("shortage", 1, 250), ("surplus", 1, 250)
    ]  # fmt: skip
    assert wrong_with(db) == []


def test_r189_nobody_approves_what_he_counted(stock: Stock, as_role: AsRole) -> None:
    stock.receive("P1", 1)
    count = stock.manager.act("stock-counts", {"place_id": stock.places["store"]}, **key())
    line = {"part_id": stock.parts["P1"], "place_id": stock.places["store"], "counted": 0}
    stock.manager.act(f"stock-counts/{count['id']}/enter", {"lines": [line]}, status=200)
    shown = stock.manager.act(f"stock-counts/{count['id']}/submit")
    assert "settle" not in [offer["action"] for offer in shown["offered"]]
    assert shown["lacks"] == "自己盘的、自己车上的，要由别人批"
    stock.manager.act(f"stock-counts/{count['id']}/settle", status=409, **key())
    assert as_role("RM", "A").act(f"stock-counts/{count['id']}/settle", **key())["status"] == "settled"


def test_r189_the_engineer_counts_his_van_and_another_approves(stock: Stock, db: Database) -> None:
    stock.stock_van("P1", 2, 200)
    count = stock.engineer.act("stock-counts", {"place_id": stock.places["van"]}, **key())
    line = {"part_id": stock.parts["P1"], "place_id": stock.places["van"], "counted": 1}
    stock.engineer.act(f"stock-counts/{count['id']}/enter", {"lines": [line]}, status=200)
    stock.engineer.act(f"stock-counts/{count['id']}/submit")
    stock.engineer.act(f"stock-counts/{count['id']}/settle", status=403, **key())
    stock.manager.act(f"stock-counts/{count['id']}/settle", **key())
    assert stock.at("P1", "van") == (1, 0, 100)
    assert wrong_with(db) == []


def test_what_moves_between_counting_and_approval_is_not_undone(stock: Stock, db: Database) -> None:
    stock.receive("P1", 5, 500)
    count = opened(stock)
    enter(stock, count, "P1", 4)
    stock.clerk.act(f"stock-counts/{count['id']}/submit")
    stock.issue("P1", 2, stock.desk.open())
    stock.manager.act(f"stock-counts/{count['id']}/settle", **key())
    assert stock.at("P1") == (2, 0, 200)
    assert wrong_with(db) == []


def test_a_shortage_takes_from_the_newest_reservation(stock: Stock, db: Database) -> None:
    stock.receive("P1", 3, 300)
    first, second = (stock.reserve("P1", n, stock.desk.open())["id"] for n in (1, 2))
    count = opened(stock)
    enter(stock, count, "P1", 2)
    stock.clerk.act(f"stock-counts/{count['id']}/submit")
    stock.manager.act(f"stock-counts/{count['id']}/settle", **key())
    states = [stock.clerk.read(f"stock-reservations/{id}")["status"] for id in (first, second)]
    assert states == ["held", "waiting"]
    assert stock.at("P1") == (2, 1, 200)
    assert wrong_with(db) == []


def test_pieces_with_numbers_are_counted_by_name(stock: Stock, db: Database) -> None:
    stock.part("S1", serial_tracked=True)
    stock.receive("S1", 2, 1000, serials=["N1", "N2"])
    count = opened(stock)
    body = {"lines": [{"part_id": stock.parts["S1"], "place_id": stock.places["store"], "counted": 2}]}
    stock.clerk.act(f"stock-counts/{count['id']}/enter", body, status=422)
    count = enter(stock, count, "S1", 2, serials=["N2", "N3"])
    assert (count["sheet"][0]["missing"], count["sheet"][0]["found"]) == (["N1"], ["N3"])
    handed = stock.clerk.act(f"stock-counts/{count['id']}/submit")
    assert handed["differing"] == 1, "as many as the book has, but another"
    told = stock.manager.read(f"stock-counts/{count['id']}/events")["items"]
    assert any("1 行" in one["sentence"] for one in told if one["type"] == "stock_count.submitted")
    stock.manager.act(f"stock-counts/{count['id']}/settle", **key())
    position = stock.manager.read("stock", part_id=stock.parts["S1"])["items"][0]
    assert {p["serial"] for p in stock.manager.read(f"stock/{position['id']}")["serials"]} == {"N2", "N3"}
    assert wrong_with(db) == []


def test_more_pieces_with_numbers_than_a_slip_takes_can_be_counted(stock: Stock, db: Database) -> None:
    stock.part("S1", serial_tracked=True)
    names = [f"N{number}" for number in range(201)]
    stock.receive("S1", 200, 1000, serials=names[:200])
    count = enter(stock, opened(stock), "S1", 201, serials=names)
    assert (count["sheet"][0]["expected"], count["sheet"][0]["found"]) == (200, ["N200"])
    stock.clerk.act(f"stock-counts/{count['id']}/submit")
    stock.manager.act(f"stock-counts/{count['id']}/settle", **key())
    assert stock.at("S1")[0] == 201
    assert wrong_with(db) == []


def test_a_sheet_is_handed_in_counted_again_or_cancelled(stock: Stock) -> None:
    stock.receive("P1", 1)
    count = opened(stock)
    stock.clerk.act("stock-counts", {"place_id": stock.places["store"]}, status=409, **key())
    enter(stock, count, "P1", 0)
    stock.clerk.act(f"stock-counts/{count['id']}/submit")
    line = {"part_id": stock.parts["P1"], "place_id": stock.places["store"], "counted": 1}
    stock.clerk.act(f"stock-counts/{count['id']}/enter", {"lines": [line]}, status=409)
    again = stock.manager.act(f"stock-counts/{count['id']}/count-again", {"reason": "再数一遍"})
    assert again["status"] == "counting"
    enter(stock, count, "P1", 1)
    assert stock.clerk.act(f"stock-counts/{count['id']}/cancel", {"reason": "日期不对"})["status"] == "cancelled"
    assert stock.at("P1") == (1, 0, 0)
