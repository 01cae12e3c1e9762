"""Step 2: the first judgement decides the way of service and whether it is paid; then the job is passed on at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import update

from api.customers.customers.model import Site
from api.kit.db import Database
from api.kit.distance import Place
from api.network.stations.model import Station
from tests.client import Api
from tests.intake.steps import act, consent, device, offered, paid, refused, sell, take_in
from tests.world import World

Role = Callable[..., Api]


@pytest.mark.parametrize(
    ("warranty", "on_site", "mode", "verdict", "code"),
    [
        (200, 100, "on_site", "free", "in_warranty_on_site"),
        (0, 0, "on_site", "free", "in_warranty_on_site"),
        (200, -1, "carry_in", "free", "in_warranty_carry_in"),
    ],
)
def test_r47_r4_warranty_and_on_site_period_decide_the_way(
    as_role: Role, world: World, db: Database, warranty: int, on_site: int, mode: str, verdict: str, code: str
) -> None:
    device(db, world, warranty=warranty, on_site=on_site)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge", mode=None)
    assert (case["status"], case["mode"], case["paid"]) == ("judged", mode, False)
    assert (case["entitlement"]["verdict"], case["entitlement"]["code"]) == (verdict, code)
    assert case["step"] == 2
    rail = case["steps"]
    assert [step["state"] for step in rail] == ["done", "current", "todo", "todo"]
    assert rail[0]["verdict"] == "硬件维修，硬件"
    assert rail[1]["verdict"] == {"on_site": "上门，免费", "carry_in": "送修，免费"}[mode]


def test_r47_the_entitlement_stays_as_it_was_when_judged(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    assert case["entitlement"]["code"] == "in_warranty_on_site"
    device(db, world, warranty=-30, on_site=-30)
    after = agent.read(f"service-requests/{case['id']}")
    assert after["entitlement"] == case["entitlement"]
    assert after["paid"] is False


def test_d4_a_visit_past_the_on_site_period_costs_the_call_out(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=-1)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge", mode="on_site")
    assert (case["mode"], case["paid"], case["entitlement"]["code"]) == ("on_site", True, "call_out_charged")
    problem = refused(agent, case, "dispatch")
    assert problem["detail"] == "还没向客户说明收费政策"
    # carried in, the same repair is free
    case = act(agent, case, "judge", mode="carry_in")
    assert (case["paid"], case["entitlement"]["code"]) == (False, "in_warranty_carry_in")


@pytest.mark.parametrize(("warranty", "on_site"), [(-1, -1), (None, None)])
def test_r153_outside_the_warranty_it_is_marked_paid(
    as_role: Role, world: World, db: Database, warranty: int | None, on_site: int | None
) -> None:
    device(db, world, warranty=warranty, on_site=on_site)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    assert case["paid"] is True
    assert "explain-policy" in offered(case)
    assert "dispatch" not in offered(case)


def test_r153_paid_service_is_paid_even_inside_the_warranty(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world, group="paid_service"), "judge", group="paid_service")
    said = case["entitlement"]
    assert (case["paid"], said["verdict"], said["code"]) == (True, "paid", "paid_service")
    # what stands on the case says what it costs, what the device is entitled to all the same, and who judged
    assert "保修期内，免费上门维修" in said["explanation"]
    assert agent.read("me")["employee"]["name"] in said["explanation"]
    assert "R6" in {reason["rule"] for reason in said["reasons"]}
    refused(agent, case, "dispatch")
    case = consent(agent, sell(agent, world, case, "quote"))
    yuan = f"{case['consent']['quoted_fen'] / 100:,.2f}"
    assert case["entitlement"]["explanation"].endswith(f"客户{case['consent']['consented_by']}已同意，最多 {yuan} 元。")
    order = act(agent, case, "dispatch")["orders"][0]
    job = as_role("CO").read(f"work-orders/{order['id']}")
    assert (job["verdict"], job["entitlement"]["explanation"]) == ("paid", case["entitlement"]["explanation"])


def test_r3_the_judgement_names_one_group(as_role: Role, world: World) -> None:
    agent = as_role("HL")
    case = take_in(agent, world)
    refused(agent, case, "judge", 422, group="both")
    refused(agent, case, "judge", 422, group=None)
    case = act(agent, case, "judge", group="consultation", mode=None)
    assert (case["group"], case["mode"], case["paid"], case["entitlement"]) == ("consultation", None, False, None)


def test_r45_nothing_free_is_promised_for_a_third_party_accessory(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge", third_party_accessory=True)
    assert case["third_party_accessory"] is True
    assert (case["exclusion"], case["paid"], case["entitlement"]["code"]) == ("foreign_parts", True, "excluded")
    # known from the first word, it is not forgotten when judging
    case = act(agent, take_in(agent, world, third_party_accessory=True), "judge")
    assert (case["third_party_accessory"], case["paid"]) == (True, True)
    # and it can be taken back, neither promised nor ignored
    case = act(agent, case, "judge", third_party_accessory=False, exclusion=None)
    assert (case["third_party_accessory"], case["exclusion"], case["paid"]) == (False, None, False)


def test_d3_an_exclusion_makes_it_paid(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge", exclusion="misuse")
    assert (case["exclusion"], case["paid"]) == ("misuse", True)


def test_a_way_must_be_named_where_nothing_decides_it(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=-1, on_site=-1)
    agent = as_role("HL")
    problem = refused(agent, take_in(agent, world), "judge", 422, mode=None)
    assert [error["pointer"] for error in problem["errors"]] == ["/body/mode"]


def test_another_judgement_needs_another_consent(as_role: Role, world: World, db: Database) -> None:
    agent = as_role("HL")
    case = act(agent, paid(agent, world, db, "quote"), "judge")
    assert case["status"] == "judged"
    assert set(case["consent"].values()) == {None}


def test_r48_the_job_is_passed_on_at_once(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, act(agent, take_in(agent, world), "judge"), "dispatch", note="带滤芯")
    assert (case["status"], case["step"]) == ("job_opened", 2)
    assert "dispatch" not in offered(case)
    [order] = case["orders"]
    filled = as_role("CO").read(f"work-orders/{order['id']}")
    assert (filled["status"], filled["note"], filled["subject"]) == ("received", "带滤芯", case["subject"])


def test_r48_only_a_visit_is_dispatched(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    refused(agent, take_in(agent, world), "dispatch")
    refused(agent, act(agent, take_in(agent, world), "judge", mode="carry_in"), "dispatch")
    refused(agent, act(agent, take_in(agent, world), "judge", group="consultation"), "dispatch")


def test_r175_the_counter_does_not_promise_visits(as_role: Role, world: World, db: Database) -> None:
    """A visit is promised by the hotline or the coordinator; the reception judges, and leaves it to them."""
    device(db, world, warranty=200, on_site=100)
    reception = as_role("RE")
    case = act(reception, take_in(reception, world), "judge")
    assert "dispatch" not in offered(case)
    refused(reception, case, "dispatch", 403)
    assert "dispatch" in offered(as_role("CO").read(f"service-requests/{case['id']}"))
    act(as_role("CO"), case, "dispatch")


def move(db: Database, stations: dict[str, Place], site: str, place: Place) -> None:
    """Give stations and a customer's site a position."""
    places: list[tuple[Any, str, Place]] = [(Station, id, at) for id, at in stations.items()] + [(Site, site, place)]
    with db.write() as conn:
        for model, id, (latitude, longitude) in places:
            table = model.__table__
            conn.execute(update(table).where(table.c.id == id).values(latitude=latitude, longitude=longitude))


def test_r52_r46_carry_in_is_advised_with_address_and_hours(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=-1)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge", mode=None)
    office = case["carry_in_station"]
    assert (office["code"], office["phone"], office["opening_text"]) == (
        "A1",
        "+861065551200",
        "周一至周六 08:30–17:30",
    )
    assert office["address"].startswith("北京市通州区")
    # without a position of the place it is the responsible one, which is said; with one, the nearest of all stations
    home, near, site = world.stations["A1"], world.stations["A2"], case["site"]["id"]
    move(db, {home: (40.0, 116.0), near: (39.9, 116.5)}, site, (None, None))
    office = agent.read(f"service-requests/{case['id']}")["carry_in_station"]
    assert (office["code"], office["distance_km"], "不一定最近" in office["why"]) == ("A1", None, True)
    move(db, {}, site, (39.91, 116.51))
    office = agent.read(f"service-requests/{case['id']}")["carry_in_station"]
    assert (office["code"], office["distance_km"], "离客户最近" in office["why"]) == ("A2", 1.4, True)
    assert agent.read(f"sites/{site}/carry-in") == office
    case = act(agent, case, "advise-carry-in", note="带上说明书")
    assert (case["status"], case["carry_in_station"]) == ("carry_in_advised", office)
    assert offered(case) == ["reopen", "note"]


def test_r52_only_what_was_judged_so_is_carried_in(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    assert case["carry_in_station"] is None
    refused(agent, case, "advise-carry-in")


def test_whose_turn_it_is(as_role: Role, world: World, db: Database) -> None:
    device(db, world, warranty=200, on_site=100)
    agent = as_role("HL")
    case = act(agent, take_in(agent, world), "judge")
    assert case["next_actor"] == {"role": "hotline_engineer", "label": "热线工程师", "name": "HL A1"}
    assert act(agent, case, "dispatch")["next_actor"]["role"] == "coordinator"
    assert act(agent, take_in(agent, world), "cancel")["next_actor"] is None
