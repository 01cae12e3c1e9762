"""The ledger: moving average, no negative stock, issue only against a job, movements that are only ever added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from api.parts.stock import ledger
from api.parts.stock.ledger import at_average, leaving
from tests.client import Api
from tests.parts.steps import Stock, key, wrong_with
from tests.world import BORN

_movement = models.stock.StockMovement.__table__


def test_a_place_holds_no_more_pieces_than_the_database_counts(
    stock: Stock, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused at the line that is too much, also where two lines of a slip together are."""
    assert ledger.MOST + 200 * 1_000_000 < 2**31
    monkeypatch.setattr(ledger, "MOST", 5)
    stock.receive("P1", 3)
    lines = [stock.line("P1", 2, value_fen=0), stock.line("P1", 1, value_fen=0)]
    body = {"to_place_id": stock.places["store"], "lines": lines}
    refused = stock.clerk.act("stock-movements/receive", body, status=422, **key())
    assert [(error["pointer"], error["code"]) for error in refused["errors"]] == [
        ("/body/lines/1/quantity", "too_many")
    ]
    assert stock.at("P1") == (3, 0, 0)
    assert wrong_with(db) == []


def test_d26_what_leaves_takes_the_moving_average(stock: Stock, db: Database) -> None:
    stock.receive("P1", 3, 1000)
    stock.receive("P1", 1, 501)
    assert stock.at("P1") == (4, 0, 1501)
    order = stock.desk.open()
    slip = stock.issue("P1", 1, order)
    assert slip["movements"][0]["value_fen"] == 375  # 1501 / 4
    assert [stock.issue("P1", 1, order)["movements"][0]["value_fen"] for _ in range(3)] == [375, 376, 375]
    assert stock.at("P1") == (0, 0, 0)
    assert wrong_with(db) == []


@given(st.integers(1, 10**6), st.integers(0, 10**12), st.data())
def test_d26_the_last_piece_takes_the_rest(quantity: int, value: int, data: st.DataObject) -> None:
    """However the pieces leave, what leaves is what was there: no fen is lost and none is made."""
    left, rest, gone = quantity, value, 0
    for _ in range(20):
        if not left:
            break
        taken = data.draw(st.integers(1, left))
        worth = leaving(taken, left, rest)
        assert 0 <= worth <= rest
        left, rest, gone = left - taken, rest - worth, gone + worth
    gone += leaving(left, left, rest) if left else 0
    assert gone == value


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**12))
def test_a_found_piece_is_worth_the_average(quantity: int, pieces: int, value: int) -> None:
    worth = at_average(quantity, pieces, value)
    assert worth == 0 if not pieces else abs(worth * pieces - value * quantity) <= pieces


def test_p15_more_than_is_there_is_refused_and_named(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2, 200)
    order = stock.desk.open()
    refused = stock.issue("P1", 3, order, status=409)
    assert refused["type"] == "/problems/stock-short"
    assert (refused["short"]["wanted"], refused["short"]["available"]) == (3, 2)
    assert stock.at("P1") == (2, 0, 200)
    nothing = stock.issue("P2", 1, order, status=409)
    assert nothing["short"]["available"] == 0
    assert wrong_with(db) == []


def test_a_slip_moves_all_its_lines_or_none(stock: Stock, db: Database) -> None:
    stock.receive("P1", 5, 500)
    stock.receive("P2", 1, 100)
    order = stock.desk.open()
    body = {
        "order_id": order["id"], "from_place_id": stock.places["store"],
        "lines": [stock.line("P1", 2), stock.line("P2", 2)],
    }  # fmt: skip
    stock.clerk.act("stock-movements/issue", body, status=409, **key())
    assert (stock.at("P1"), stock.at("P2")) == ((5, 0, 500), (1, 0, 100))
    body["lines"] = [stock.line("P1", 3), stock.line("P1", 3)]
    stock.clerk.act("stock-movements/issue", body, status=409, **key())
    body["lines"] = [stock.line("P1", 3), stock.line("P1", 2), stock.line("P2", 1)]
    slip = stock.clerk.act("stock-movements/issue", body, **key())
    assert {line["number"] for line in slip["movements"]} == {slip["number"]}
    assert sorted(line["line"] for line in slip["movements"]) == [1, 2, 3]
    assert stock.at("P1") == (0, 0, 0)
    assert wrong_with(db) == []


def test_r184_no_part_leaves_without_an_open_order(stock: Stock) -> None:
    stock.receive("P1", 2, 200)
    order = stock.desk.to("cancelled")
    refused = stock.issue("P1", 1, order, status=409)
    assert refused["type"] == "/problems/order-closed"
    stock.issue("P1", 1, {"id": new_id()}, status=422)
    other = Stock(stock.as_role, stock.world, "B1").desk.open()
    stock.issue("P1", 1, other, status=422)
    assert stock.at("P1") == (2, 0, 200)


def test_r184_the_database_knows_no_issue_without_a_job(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2, 200)
    row: dict[str, Any] = {
        "created_at": BORN, "number": "SM-X", "line": 1, "station_id": stock.world.stations["A1"],
        "part_id": stock.parts["P1"], "quantity": 1, "value_fen": 100, "from_place_id": stock.places["store"],
        "occurred_at": BORN,
    }  # fmt: skip
    for kind, reason in (("issue", None), ("issue", "x"), ("scrap", None)):
        with pytest.raises(IntegrityError), db.write() as conn:
            conn.execute(insert(_movement), row | {"id": new_id(), "kind": kind, "reason": reason})
    assert stock.at("P1") == (2, 0, 200)


@pytest.mark.parametrize("change", [{"quantity": 3}, {"quantity": 1, "value_fen": 201}, {"quantity": 2}])
def test_p15_the_database_refuses_what_would_not_add_up(stock: Stock, db: Database, change: dict[str, Any]) -> None:
    """Whoever writes: more than is there, more value than is there, and value left where nothing lies."""
    stock.receive("P1", 2, 200)
    row: dict[str, Any] = {
        "id": new_id(), "created_at": BORN, "number": "SM-X", "line": 1, "station_id": stock.world.stations["A1"],
        "kind": "scrap", "reason": "x", "part_id": stock.parts["P1"], "value_fen": 100,
        "from_place_id": stock.places["store"], "occurred_at": BORN, **change,
    }  # fmt: skip
    with pytest.raises(IntegrityError), db.write() as conn:
        conn.execute(insert(_movement), row)
    assert stock.at("P1") == (2, 0, 200)


def test_p15_the_database_refuses_to_take_from_where_nothing_ever_lay(stock: Stock, db: Database) -> None:
    part = stock.part("P1")
    row = {
        "id": new_id(), "created_at": BORN, "number": "SM-X", "line": 1, "station_id": stock.world.stations["A1"],
        "kind": "scrap", "reason": "x", "part_id": part, "quantity": 1, "value_fen": 0,
        "from_place_id": stock.places["store"], "occurred_at": BORN,
    }  # fmt: skip
    with pytest.raises(IntegrityError), db.write() as conn:
        conn.execute(insert(_movement), row)


@pytest.mark.parametrize("change", [update(_movement).values(quantity=9), delete(_movement)])
def test_movements_are_only_ever_added(stock: Stock, db: Database, change: Any) -> None:
    stock.receive("P1", 2, 200)
    with pytest.raises(DBAPIError, match="append-only"), db.write() as conn:
        conn.execute(change)


def test_r188_a_move_changes_the_position_at_once(stock: Stock, db: Database) -> None:
    stock.receive("P1", 4, 1001)
    body = {"from_place_id": stock.places["store"], "to_place_id": stock.places["bin"], "lines": [stock.line("P1", 1)]}
    slip = stock.clerk.act("stock-movements/move", body, **key())
    assert slip["kind"] == "move"
    assert (stock.at("P1"), stock.at("P1", "bin")) == ((3, 0, 751), (1, 0, 250))
    body["to_place_id"] = stock.places["van"]
    stock.clerk.act("stock-movements/move", body, status=422, **key())
    assert wrong_with(db) == []


def test_what_was_not_needed_comes_back_at_what_it_left_for(stock: Stock, db: Database) -> None:
    stock.receive("P1", 3, 1000)
    order = stock.desk.open()
    stock.issue("P1", 3, order)
    stock.receive("P1", 1, 900)
    body = {"order_id": order["id"], "to_place_id": stock.places["store"], "lines": [stock.line("P1", 2)]}
    back = stock.clerk.act("stock-movements/return", body, **key())
    assert back["movements"][0]["value_fen"] == 667
    refused = stock.clerk.act("stock-movements/return", body, status=409, **key())
    assert refused["clash"]["issued"] == 1
    body["lines"] = [stock.line("P1", 1)]
    assert stock.clerk.act("stock-movements/return", body, **key())["movements"][0]["value_fen"] == 333
    assert stock.at("P1") == (4, 0, 1900)
    assert wrong_with(db) == []


def test_a_wrong_movement_is_reversed_by_another_person_once(stock: Stock, db: Database) -> None:
    wrong = stock.receive("P1", 5, 500)["movements"][0]
    own = stock.clerk.act(f"stock-movements/{wrong['id']}/reverse", {"reason": "数错"}, status=403, **key())
    assert own["permission"] == "stock-movements:approve"
    slip = stock.manager.act(f"stock-movements/{wrong['id']}/reverse", {"reason": "数错"}, **key())
    assert (slip["kind"], slip["movements"][0]["reverses_id"]) == ("reversal", wrong["id"])
    assert stock.at("P1") == (0, 0, 0)
    assert stock.manager.read(f"stock-movements/{wrong['id']}")["reversed_by_id"] == slip["id"]
    stock.manager.act(f"stock-movements/{wrong['id']}/reverse", {"reason": "再来"}, status=409, **key())
    above = stock.as_role("HQ", "C")
    above.act(f"stock-movements/{slip['id']}/reverse", {"reason": "再来"}, status=409, **key())
    mine = {"to_place_id": stock.places["store"], "lines": [stock.line("P1", 1, value_fen=100)]}
    made = stock.manager.act("stock-movements/receive", mine, **key())["movements"][0]
    stock.manager.act(f"stock-movements/{made['id']}/reverse", {"reason": "自己"}, status=403, **key())
    assert wrong_with(db) == []


def test_an_issue_that_came_back_is_not_reversed_as_well(stock: Stock, db: Database) -> None:
    """P15: the same pieces come back once, by a return or by a reversal."""
    stock.receive("P1", 5, 500)
    order = stock.desk.open()
    issued = stock.issue("P1", 3, order)["movements"][0]
    body = {"order_id": order["id"], "to_place_id": stock.places["store"], "lines": [stock.line("P1", 1)]}
    stock.clerk.act("stock-movements/return", body, **key())
    refused = stock.manager.act(f"stock-movements/{issued['id']}/reverse", {"reason": "发错"}, status=409, **key())
    assert refused["clash"]["issued"] == 2
    assert stock.at("P1") == (3, 0, 300)
    whole = stock.issue("P1", 1, order)["movements"][0]
    stock.manager.act(f"stock-movements/{whole['id']}/reverse", {"reason": "发错"}, **key())
    assert stock.at("P1") == (3, 0, 300)
    assert wrong_with(db) == []


@pytest.mark.parametrize(("first", "second"), [("store", "bin"), ("bin", "store"), ("store", "store")])
def test_r189_nothing_is_counted_on_two_sheets(stock: Stock, first: str, second: str) -> None:
    """A store is counted with its bins: what is missing would be posted once for each sheet."""
    stock.receive("P1", 5, 500, at="bin")
    made = stock.clerk.act("stock-counts", {"place_id": stock.places[first]}, **key())
    stock.clerk.act("stock-counts", {"place_id": stock.places[second]}, status=409, **key())
    stock.clerk.act(f"stock-counts/{made['id']}/cancel", {"reason": "重来"})
    stock.clerk.act("stock-counts", {"place_id": stock.places["bin"]}, **key())


def test_scrap_needs_approval_and_its_reason(stock: Stock, db: Database) -> None:
    stock.receive("P1", 2, 300)
    body = {"from_place_id": stock.places["store"], "lines": [stock.line("P1", 1)], "reason": "进水报废"}
    stock.clerk.act("stock-movements/scrap", body, status=403, **key())
    assert stock.manager.act("stock-movements/scrap", body, **key())["movements"][0]["reason"] == "进水报废"
    stock.manager.act("stock-movements/scrap", {**body, "reason": " "}, status=422, **key())
    assert stock.at("P1") == (1, 0, 150)
    assert wrong_with(db) == []


def test_serial_numbers_are_in_exactly_one_place(stock: Stock, db: Database) -> None:
    stock.part("S1", serial_tracked=True)
    for serials in (None, ["A"], ["A", "A"]):
        body = {
            "to_place_id": stock.places["store"],
            "lines": [stock.line("S1", 2, value_fen=0) | ({"serials": serials} if serials else {})],
        }
        stock.clerk.act("stock-movements/receive", body, status=422, **key())
    stock.receive("S1", 2, 1000, serials=["A-1", "A-2"])
    again = {"to_place_id": stock.places["bin"], "lines": [stock.line("S1", 1, value_fen=0, serials=["A-1"])]}
    assert stock.clerk.act("stock-movements/receive", again, status=409, **key())["serials"] == ["A-1"]
    order = stock.desk.open()
    assert stock.issue("S1", 1, order, serials=["B-9"], status=409)["serials"] == ["B-9"]
    stock.issue("S1", 1, order, serials=["A-1"])
    position = next(row for row in stock.manager.read("stock", part_id=stock.parts["S1"])["items"])
    assert [piece["serial"] for piece in stock.manager.read(f"stock/{position['id']}")["serials"]] == ["A-2"]
    body = {
        "order_id": order["id"],
        "to_place_id": stock.places["bin"],
        "lines": [stock.line("S1", 1, serials=["A-2"])],
    }
    stock.clerk.act("stock-movements/return", body, status=422, **key())
    body["lines"] = [stock.line("S1", 1, serials=["A-1"])]
    stock.clerk.act("stock-movements/return", body, **key())
    assert stock.at("S1", "bin")[0] == 1
    assert wrong_with(db) == []


@pytest.mark.parametrize("deed", ["issue", "move", "receive"])
def test_a_piece_stands_on_one_line_of_a_slip_only(stock: Stock, db: Database, deed: str) -> None:
    """Two lines that name the same piece would take two from the count and one from the shelf."""
    stock.part("S1", serial_tracked=True)
    stock.receive("S1", 2, 1000, serials=["A-1", "A-2"])
    store, bin_ = stock.places["store"], stock.places["bin"]
    places: dict[str, dict[str, Any]] = {
        "issue": {"order_id": stock.desk.open()["id"], "from_place_id": store},
        "move": {"from_place_id": store, "to_place_id": bin_}, "receive": {"to_place_id": bin_},
    }  # fmt: skip
    line = stock.line("S1", 1, serials=["N-1" if deed == "receive" else "A-1"])
    twice = [line | ({"value_fen": 0} if deed == "receive" else {})] * 2
    refused = stock.clerk.act(f"stock-movements/{deed}", places[deed] | {"lines": twice}, status=422, **key())
    assert refused["errors"][0]["pointer"] == "/body/lines/1/serials"
    assert (stock.at("S1"), wrong_with(db)) == ((2, 0, 1000), [])


def test_the_card_tells_the_balance_after_each_movement(stock: Stock) -> None:
    stock.receive("P1", 3, 1000)
    stock.issue("P1", 1, stock.desk.open())
    stock.receive("P1", 2, 600)
    position = stock.manager.read("stock", part_id=stock.parts["P1"])["items"][0]
    card = stock.manager.read(f"stock/{position['id']}/card")["items"]
    assert [(line["change"], line["balance"], line["balance_fen"]) for line in card] == [
        (2, 4, 1267), (-1, 2, 667), (3, 3, 1000)
    ]  # fmt: skip
    first = stock.manager.read(f"stock/{position['id']}/card", limit=1)
    assert stock.manager.read(f"stock/{position['id']}/card", cursor=first["next_cursor"])["items"] == card[1:]


def test_r190_d27_the_control_table_shows_both_steps_and_the_upper_limit(stock: Stock) -> None:
    stock.part("L1", low_at=10, scarce_at=3, high_at=20)
    levels = []
    for quantity in (2, 1, 7, 11):
        stock.receive("L1", quantity)
        levels.append(stock.manager.read("stock", part_id=stock.parts["L1"])["items"][0]["level"])
    assert levels == ["scarce", "low", "fine", "over"]
    order = stock.desk.open()
    stock.reserve("L1", 19, order)
    row = stock.manager.read("stock", level="scarce")["items"][0]
    assert (row["part"]["id"], row["available"], row["level_label"]) == (stock.parts["L1"], 2, "告急")


def test_r190_what_lies_in_a_bin_is_the_stores_too(stock: Stock) -> None:
    stock.part("L2", low_at=5, scarce_at=2)
    stock.receive("L2", 1)
    stock.receive("L2", 4, at="bin")
    levels = {
        row["place"]["name"]: row["level"] for row in stock.manager.read("stock", part_id=stock.parts["L2"])["items"]
    }
    assert levels == {"store": "fine", "bin": None}


def test_r145_anybody_at_the_bench_finds_a_part_by_its_sound(stock: Stock, as_role: Callable[..., Api]) -> None:
    stock.receive("P1", 1)
    for q in ("gymk", "guangyuan", "p1", "光学"):
        assert [row["number"] for row in as_role("BE").read("parts", q=q)["items"]] == ["P1"]
    assert as_role("BE").read("parts", q="gymk")["items"][0]["available"] == 0  # he sees his own bench only
    assert stock.manager.read("parts", q="gymk")["items"][0]["available"] == 1
