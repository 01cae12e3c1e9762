"""Numbers stay masked for everybody, foreign records do not exist, and a number is shown only one by one (T1, T6, T7, T31)."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import ColumnElement, select

from api import models
from api.access.policy import SHORT, Role
from api.customers.contacts import policy
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.customers.digest import digest
from tests.world import World

As = Callable[..., Api]
CENTRAL = {"HQ": "C", "HR": "C", "FI": "C", "AU": "C", "SA": "C", "RM": "A"}
PEOPLE = [short for short in SHORT if short != "IC"]
HIDDEN = ("13800004410", "+8613800004410")


def reads(world: World) -> Iterator[tuple[str, dict[str, str]]]:
    """Every read of this room that could say something about customer A1."""
    customer, contact = world.customers["A1"], world.contacts["A1"]
    yield from [
        ("customers", {}), ("customers", {"q": "绿源"}), ("customers", {"q": "4410"}), ("customers", {"q": HIDDEN[0]}),
        ("search", {"q": "4410"}), ("search", {"q": HIDDEN[1]}), ("search", {"q": "绿源"}),
        (f"customers/{customer}", {}), (f"contacts/{contact}", {}), (f"sites/{world.sites['A1']}", {}),
        ("assets", {}), (f"assets/{world.assets['A1']}", {}), ("contracts", {}),
        ("entitlements", {"asset_id": world.assets["A1"]}),
    ]  # fmt: skip


@pytest.mark.parametrize("role", PEOPLE)
def test_t31_no_answer_holds_a_number(as_role: As, world: World, role: str) -> None:
    client = as_role(role, CENTRAL.get(role, "A1"))
    for path, parameters in reads(world):
        answer = client.get(path, params=parameters)
        assert answer.status_code in (200, 404), f"{role} {path}: {answer.text}"
        for number in HIDDEN:
            assert number not in answer.text, f"{role} {path}"


@pytest.mark.parametrize("role", PEOPLE)
def test_t7_a_masked_number_is_no_sort_and_no_filter(as_role: As, role: str) -> None:
    client = as_role(role, CENTRAL.get(role, "A1"))
    for parameters in (
        {"sort": "phone"},
        {"sort": "-phone"},
        {"phone": "138"},
        {"contact_phone": "138"},
        {"sort": "contact.phone"},
    ):
        assert client.get("customers", params=parameters).status_code in (404, 422), parameters


@pytest.mark.parametrize(
    ("role", "station"), [("CO", "A1"), ("RE", "A1"), ("SM", "A1"), ("CA", "A1"), ("CO", "A2"), ("RM", "A")]
)
def test_t1_a_foreign_record_is_like_none(as_role: As, world: World, db: Database, role: str, station: str) -> None:
    """Every id in every position: the answer for a foreign id equals the one for an id that nobody has."""
    client = as_role(role, station)
    foreign = {
        "customer": world.customers["B1"], "contact": world.contacts["B1"], "site": world.sites["B1"],
        "asset": world.assets["B1"],
    }  # fmt: skip
    before = digest(db)
    for method, path, body in attempts(world):
        answers = []
        for ids in (foreign, {kind: new_id() for kind in foreign}):
            sent = None if body is None else {k: v.format(**ids) if isinstance(v, str) else v for k, v in body.items()}
            headers = {"If-Match": '"1"'} if method == "PATCH" else {}
            answer = client.request(method, path.format(**ids), json=sent, headers=headers)
            known = answer.json() | {"instance": "", "request_id": ""}
            answers.append((answer.status_code, known))
        assert answers[0] == answers[1], f"{method} {path}"
        assert answers[0][0] >= 400 or answers[0][1].get("items") == [], f"{method} {path}"
    assert digest(db) == before


def attempts(world: World) -> Iterator[tuple[str, str, dict[str, Any] | None]]:
    mine = world.customers["A1"]
    product = world.products["WQ-5100"]
    term = {"starts_on": "2026-01-01", "ends_on": "2026-02-01"}
    yield from [
        ("GET", "customers/{customer}", None),
        ("PATCH", "customers/{customer}", {"note": "x"}),
        ("POST", "customers/{customer}/contacts", {"name": "x"}),
        ("POST", "customers/{customer}/sites", {"label": "x", "address": "北京市通州区"}),
        ("GET", "contacts/{contact}", None),
        ("PATCH", "contacts/{contact}", {"name": "x"}),
        ("POST", "contacts/{contact}/reveal", {"reason": "x"}),
        ("GET", "sites/{site}", None),
        ("PATCH", "sites/{site}", {"label": "x"}),
        ("GET", "assets/{asset}", None),
        ("PATCH", "assets/{asset}", {"location_note": "x"}),
        ("GET", "assets?customer_id={customer}", None),
        ("GET", "contracts?customer_id={customer}", None),
        ("GET", "entitlements?asset_id={asset}", None),
        ("POST", "assets", {"serial": "Z-1000", "product_id": product, "customer_id": "{customer}"}),
        ("POST", "assets", {"serial": "Z-1000", "product_id": product, "customer_id": mine, "site_id": "{site}"}),
        ("POST", "contracts", {"customer_id": "{customer}", "asset_ids": [new_id()]} | term),
    ]  # fmt: skip


def test_roles_without_the_right_are_refused_by_name(as_role: As, world: World) -> None:
    path = f"customers/{world.customers['A1']}"
    refused = as_role("CA").patch(path, json={"note": "x"}, headers={"If-Match": '"1"'})
    assert (refused.status_code, refused.json()["permission"]) == (403, "customers:edit")
    assert as_role("HR", "C").get(path).status_code == 404
    assert as_role("HL").patch(path, json={"note": "x"}, headers={"If-Match": '"1"'}).status_code == 403, "not his own"
    for sub in (f"contacts/{world.contacts['A1']}", f"sites/{world.sites['A1']}"):
        refused = as_role("HL").patch(
            sub, json={"name": "x"} if "con" in sub else {"label": "x"}, headers={"If-Match": '"1"'}
        )
        assert (refused.status_code, refused.json()["permission"]) == (403, "customers:edit"), sub
    for sub in ("contacts", "sites"):
        body = {"name": "x"} if sub == "contacts" else {"label": "x", "address": "北京市通州区 1 号"}
        assert as_role("HL").act(f"{path}/{sub}", body, status=403)["permission"] == "customers:edit"
    assert as_role("FE").get(path).status_code == 404, "no job there"


def test_t31_one_by_one_with_a_reason_and_recorded(as_role: As, world: World, db: Database) -> None:
    path = f"contacts/{world.contacts['A1']}/reveal"
    client = as_role("CO")
    shown = client.act(path, {"reason": "客户要求改时间"})
    assert [phone["value"] for phone in shown["phones"]] == ["+8613800004410"]
    assert client.act(path, {}, status=422)["errors"][0]["pointer"] == "/body/reason"
    assert client.act(path, {"reason": "  "}, status=422)["errors"]
    event, personal = models.events.Event.__table__, models.events.EventPersonal.__table__
    with db.read() as conn:
        fact = conn.execute(select(event).where(event.c.type == "contact.revealed")).one()
        said = conn.execute(select(personal.c.data).where(personal.c.event_id == fact.id)).scalar_one()
    assert (fact.subject_id, fact.data) == (world.customers["A1"], {"contact_id": world.contacts["A1"], "count": 1})
    assert said == {"reason": "客户要求改时间"}, "what was typed freely lies beside the log"


def test_t31_an_hours_share_and_no_more(as_role: As, world: World, recorded: Callable[..., list[str]]) -> None:
    as_role("HQ", "C").put("settings/reveal.per_hour", json={"value": 3})
    client, path = as_role("CO"), f"contacts/{world.contacts['A1']}/reveal"
    for _ in range(3):
        client.act(path, {"reason": "x"})
    refused = client.post(path, json={"reason": "x"})
    assert (refused.status_code, refused.json()["type"]) == (429, "/problems/reveal-limit")
    assert 0 < int(refused.headers["retry-after"]) <= 3601
    assert "+86" not in refused.text
    types = recorded()
    assert types.count("contact.revealed") == 3
    assert types.count("contact.reveal_limit_reached") == 1, "worth telling the manager, once"
    as_role("SM").act(path, {"reason": "each person has his own share"})


def test_t31_the_default_is_sixty_an_hour(as_role: As, world: World) -> None:
    found = {item["key"]: item["default"] for item in as_role("HQ", "C").read("settings")["items"]}
    assert found["reveal.per_hour"] == 60


def test_t31_an_engineer_sees_numbers_while_the_job_lasts(
    as_role: As, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room of the jobs says how long: from assignment until some days after closing."""
    from api.access import scope

    customer = models.customers.Customer.__table__
    monkeypatch.setattr(scope, "_also", {"customer": [lambda unit: customer.c.id == world.customers["A1"]]})
    lasts = {"now": True}

    def job(unit: Unit) -> ColumnElement[bool]:
        return customer.c.id == (world.customers["A1"] if lasts["now"] else new_id())

    monkeypatch.setattr(policy, "_WHILE", {Role.FIELD_ENGINEER: job})
    engineer, path = as_role("FE"), f"contacts/{world.contacts['A1']}/reveal"
    assert engineer.act(path, {"reason": "到门口了"})["phones"]
    lasts["now"] = False
    assert engineer.act(path, {"reason": "再打一次"}, status=403)["permission"] == "customers:reveal"
    assert engineer.read(f"customers/{world.customers['A1']}")["contacts"], "masked he still sees it"
    assert as_role("CO").act(path, {"reason": "x"})["phones"], "others are not bound by it"


@pytest.mark.parametrize("role", ["BE", "CA", "PC", "HR", "FI", "AU", "SA"])
def test_t6_who_has_no_u_reveals_nothing(as_role: As, world: World, role: str) -> None:
    answer = as_role(role, CENTRAL.get(role, "A1")).post(
        f"contacts/{world.contacts['A1']}/reveal", json={"reason": "x"}
    )
    assert answer.status_code in (403, 404)
