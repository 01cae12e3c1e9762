"""Lists of orders: what is asked for, in the order asked for, and nothing beyond the caller's stations."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.work.steps import AsRole, Desk, later


def numbers(api, **parameters) -> list[str]:
    return [row["number"] for row in api.read("work-orders", **parameters)["items"]]


def test_orders_are_filtered_and_sorted(desk: Desk, as_role: AsRole) -> None:
    fresh, promised, assigned = desk.open(), desk.to("time_promised"), desk.to("assigned")
    gone = desk.act(desk.open(), "cancel")
    api = as_role("CO")
    everything = {order["number"] for order in (fresh, promised, assigned, gone)}
    assert set(numbers(api)) == everything
    assert numbers(api, sort="-created_at") == [o["number"] for o in (gone, assigned, promised, fresh)]
    assert numbers(api, open=True, sort="promised_at") == [o["number"] for o in (promised, assigned, fresh)]
    assert numbers(api, status="cancelled") == [gone["number"]]
    assert set(numbers(api, unassigned=True)) == {fresh["number"], promised["number"]}
    assert numbers(api, engineer_id=assigned["engineer"]["id"]) == [assigned["number"]]
    assert numbers(api, mine=True) == []
    assert numbers(as_role("FE"), mine=True) == numbers(as_role("FE")) == [assigned["number"]]
    assert numbers(api, case_id=fresh["case"]["id"]) == [fresh["number"]]
    at = datetime.fromisoformat(promised["promised_at"])
    near = {"from": at.isoformat(), "to": (at + timedelta(minutes=1)).isoformat()}
    assert numbers(api, **near) == [promised["number"]]
    assert numbers(api, **{"from": later(24 * 300)}) == []
    assert api.read("work-orders", count="exact", limit=1)["total"] == 4


def test_what_falls_due_first_stands_first_and_without_a_clock_last(desk: Desk, as_role: AsRole) -> None:
    later_one, gone = desk.to("time_promised"), desk.act(desk.open(), "cancel")
    soon = desk.open()
    listed = numbers(as_role("CO"), sort="due")
    assert listed == [soon["number"], later_one["number"], gone["number"]]


def test_pages_hold_every_order_once(desk: Desk, as_role: AsRole) -> None:
    made = {desk.open()["number"] for _ in range(5)}
    api, seen, cursor = as_role("CO"), [], None
    while True:
        page = api.read("work-orders", sort="due", limit=2, **({"cursor": cursor} if cursor else {}))
        seen += [row["number"] for row in page["items"]]
        if (cursor := page["next_cursor"]) is None:
            break
    assert sorted(seen) == sorted(made)


def test_orders_are_found_by_what_people_type(desk: Desk, as_role: AsRole) -> None:
    order = desk.open()
    for q in ("零点漂移", "lyhj", order["number"][-4:], "2245", "张家湾"):
        assert numbers(as_role("CO"), q=q) == [order["number"]], q
    assert numbers(as_role("CO"), q="找不到") == []
    assert numbers(as_role("FE"), q="零点漂移") == []


def test_d42_other_stations_orders_are_not_listed(desk: Desk, as_role: AsRole) -> None:
    order = desk.open()
    assert numbers(as_role("CO", "A2")) == numbers(as_role("RM", "B")) == []
    assert numbers(as_role("RM", "A")) == numbers(as_role("HQ", "C")) == [order["number"]]
    assert as_role("CO", "A2").get(f"work-orders/{order['id']}").status_code == 404
    assert as_role("HR", "C").get("work-orders").status_code == 404


def test_the_line_and_the_page_tell_the_same(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("assigned")
    (row,) = as_role("CO").read("work-orders")["items"]
    page = as_role("CO").read(f"work-orders/{order['id']}")
    assert {name: page[name] for name in row} == row
    assert (row["model"], row["customer_name"], row["clock"]["kind"]) == ("WQ-5100", "绿源环境A1公司", "arrive")
    clocks = as_role("CO").read(f"work-orders/{order['id']}/clocks")["items"]
    assert clocks == page["clocks"]
    assert as_role("FE2").get(f"work-orders/{order['id']}/clocks").status_code == 404


def test_the_timeline_tells_in_sentences_who_did_what_when(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("work_done")
    told = as_role("CO").read(f"work-orders/{order['id']}/events")["items"]
    deeds = [(fact["actor_name"], fact["sentence"]) for fact in told if fact["type"].startswith("work_order.")]
    assert [name for name, _ in deeds] == ["HL A1", "CO A1", "CO A1", "CO A1", *["FE A1"] * 5]
    assert deeds[0][1] == f"收到上门单 {order['number']}"
    assert deeds[3][1].startswith("派给 FE A1，20")
    assert deeds[-1][1] == "已完工：换光电管，校准"
    assert "clock.started" in {fact["type"] for fact in told}
    assert as_role("FE2").get(f"work-orders/{order['id']}/events").status_code == 404
