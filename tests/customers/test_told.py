"""What the rooms above tell of customers: open matters, orders, and how long a number may be shown (R42, T31, D43)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import take_in
from tests.work.steps import Desk
from tests.world import World

As = Callable[..., Api]


def ids(client: Api, q: str) -> dict[str, list[str]]:
    return {g["kind"]: [hit["id"] for hit in g["items"]] for g in client.read("search", q=q)["groups"]}


def test_the_search_finds_matters_and_records_within_the_scope(as_role: As, world: World) -> None:
    order = Desk(as_role, world).to("assigned")
    case = order["case"]["id"]
    desk = as_role("CO")
    everything = ids(desk, "绿源")
    assert list(everything) == ["customer", "asset", "matter", "order"], "in the order of the screen"
    assert (everything["matter"], everything["order"]) == ([case], [order["id"]])
    assert ids(desk, "零点漂") == {"matter": [case], "order": [order["id"]]}
    assert ids(desk, order["number"]) == {"order": [order["id"]]}
    hit = desk.read("search", q=order["number"][-9:])["groups"][-1]["items"][0]
    assert hit["href"] == f"/work-orders/{order['id']}"
    assert hit["why"].startswith("编号或主题含")
    assert ids(as_role("FE"), "绿源").keys() == {"customer", "asset", "matter", "order"}, "his own job"
    assert ids(as_role("CO", "B1"), order["number"]) == {}
    assert ids(as_role("CO", "B1"), "零点漂") == {}


def test_open_matters_come_first_and_are_counted(as_role: As, world: World) -> None:
    agent = as_role("HL")
    first, second = take_in(agent, world), take_in(agent, world)
    agent.act(f"service-requests/{second['id']}/cancel", {"reason": "重复"})
    items = next(g for g in agent.read("search", q="零点")["groups"] if g["kind"] == "matter")["items"]
    assert [(hit["id"], hit["open"]) for hit in items] == [(first["id"], True), (second["id"], False)]
    row = next(row for row in agent.read("customers", q="绿源")["items"] if row["id"] == world.customers["A1"])
    assert row["open_cases"] == 1


def test_t31_a_hotline_engineer_reveals_in_the_call_or_his_case(as_role: As, world: World) -> None:
    agent, path = as_role("HL"), f"contacts/{world.contacts['A1']}/reveal"
    agent.act(path, {"reason": "好奇"}, status=403)
    contact = {"name": "马小军", "phones": [{"value": "13700001111"}]}
    made = agent.act("customers", {"kind": "person", "name": "马小军", "contacts": [contact]})
    agent.act(f"contacts/{made['contacts'][0]['id']}/reveal", {"reason": "我录入的"}, status=403)
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    agent.act(
        f"calls/{call['id']}/identify", {"customer_id": world.customers["A1"], "contact_id": world.contacts["A1"]}
    )
    assert agent.act(path, {"reason": "核对号码"})["phones"][0]["value"] == "+8613800004410"
    agent.act(f"contacts/{world.contacts['A2']}/reveal", {"reason": "好奇"}, status=403)
    agent.act(f"calls/{call['id']}/close", {"outcome": "information"})
    agent.act(path, {"reason": "再看一眼"}, status=403)
    case = take_in(agent, world)
    assert agent.act(path, {"reason": "约时间"})["phones"]
    agent.act(f"service-requests/{case['id']}/cancel", {"reason": "不修了"})
    agent.act(path, {"reason": "再看一眼"}, status=403)


@pytest.mark.parametrize(("days", "status"), [(6.9, 200), (7.1, 404)])
def test_d43_an_engineer_reveals_until_seven_days_after_closing(
    as_role: As, world: World, db: Database, days: float, status: int
) -> None:
    path = f"contacts/{world.contacts['A1']}/reveal"
    assert as_role("FE").post(path, json={"reason": "x"}).status_code == 404
    order = Desk(as_role, world).to("assigned")
    assert as_role("FE").act(path, {"reason": "确认地址"})["phones"]
    table = models.work_orders.WorkOrder.__table__
    with db.write() as conn:
        closed = datetime.now(UTC) - timedelta(days=days)
        conn.execute(update(table).where(table.c.id == order["id"]).values(open=False, closed_at=closed))
    assert as_role("FE").post(path, json={"reason": "x"}).status_code == status
