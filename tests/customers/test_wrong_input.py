"""Whatever is sent wrongly is a problem with a pointer, never a 5xx, and changes nothing (T25)."""

from collections.abc import Callable
from typing import Any

import pytest

from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.customers.digest import digest
from tests.world import World

As = Callable[..., Api]
RAW = {"Content-Type": "application/json"}

TEXTS = ["", " ", "\t", "x\u0000y", "x\ny", "\u2028", 7, True, None, [], {}, "长" * 20_000]


def bodies(world: World) -> dict[str, dict[str, Any]]:
    return {
        "customers": {"kind": "company", "name": "新公司", "contacts": [], "sites": []},
        f"customers/{world.customers['A1']}/contacts": {"name": "新人", "title": "站长", "phones": []},
        f"customers/{world.customers['A1']}/sites": {"label": "新址", "address": "北京市通州区 1 号"},
        f"contacts/{world.contacts['A1']}/reveal": {"reason": "回电"},
        "assets": {"serial": "N-0001", "product_id": world.products["WQ-5100"], "customer_id": world.customers["A1"]},
        "contracts": {
            "customer_id": world.customers["A1"], "asset_ids": [world.assets["A1"]], "starts_on": "2026-01-01",
            "ends_on": "2026-12-31",
        },
    }  # fmt: skip


def test_texts_of_every_wrong_kind(as_role: As, world: World, db: Database) -> None:
    client = as_role("SM")
    before = digest(db)
    for path, body in bodies(world).items():
        for field in ("name", "label", "address", "reason", "serial"):
            for value in TEXTS if field in body else []:
                if field == "reason" and value == "x\ny":
                    continue  # a reason may have several lines
                answer = client.post(path, json=body | {field: value})
                assert answer.status_code == 422, f"{path} {field} {value!r:.20}: {answer.text}"
                assert answer.json()["errors"][0]["pointer"] == f"/body/{field}"
    assert digest(db) == before


def test_missing_unknown_and_malformed(as_role: As, world: World, db: Database) -> None:
    client = as_role("SM")
    before = digest(db)
    for path, body in bodies(world).items():
        for field in body:
            if field in ("contacts", "sites", "title", "phones"):
                continue
            short = {name: value for name, value in body.items() if name != field}
            answer = client.post(path, json=short)
            assert answer.status_code == 422, f"{path} without {field}"
            assert answer.json()["errors"][0]["pointer"] == f"/body/{field}"
        extra = client.post(path, json=body | {"station_id": world.stations["B1"]})
        assert (extra.status_code, extra.json()["errors"][0]["code"]) == (422, "extra_forbidden")
        for raw in (
            b"",
            b"{",
            b"[]",
            b"null",
            b'"x"',
            b"\xff\xfe",
            b'{"name": NaN}',
            b'{"name": "\\ud800"}',
            b"[" * 5000,
        ):
            answer = client.post(path, content=raw, headers=RAW)
            assert answer.status_code in (400, 422), f"{path} {raw[:20]!r}: {answer.text}"
        assert client.post(path, content=b"a=b", headers={"Content-Type": "text/plain"}).status_code == 415
    # said in words that fit the number, and a name that somebody else chose only as far as it may be repeated
    english, body = {"Accept-Language": "en"}, bodies(world)["customers"]
    for more, detail in (({"n": 1}, "1 field is not valid"), ({"n": 1, "m": 1}, "2 fields are not valid")):
        assert client.post("customers", json=body | more, headers=english).json()["detail"] == detail
    long = client.get("me", params={"a/b~" + "x" * 500: "1"}).json()["errors"][0]["pointer"]
    assert long == "/query/a~1b~0" + "x" * 56
    assert digest(db) == before


PLACE = {"label": "x", "address": "y"}
DAYS = ["2026-02-30", "2025-02-29", "2026-13-01", "x", 20260101, 0, 2**63, "1989-12-31", "2101-01-01", "10000-01-01"]


@pytest.mark.parametrize(
    ("path", "field", "values"),
    [
        ("customers", "kind", ["firm", "", 1, None]),
        ("customers", "id", ["x", "0", 2**63, "1" * 36, "../../etc"]),
        ("customers", "contacts", [{}, "x", [{}], [{"name": "x"}] * 21, [{"name": "x", "phones": [{"value": "110110"}]}]]),
        ("customers", "contacts", [[{"name": "x", "phones": [{"value": v}]}] for v in ("", "abc", "1" * 31, 13800004417, None)]),
        ("customers", "sites", [[{"label": "x"}], [PLACE | {"latitude": 39.9}]]),
        ("customers", "sites", [[PLACE | {"latitude": a, "longitude": 1.0}] for a in (91, -91, "39")]),
        ("customers", "confirmed_new", ["yes", 2, None]),
        ("assets", "product_id", [None, "x", new_id(), 2**63]),
        ("assets", "customer_id", [None, "x", new_id(), 2**63]),
        ("assets", "site_id", ["x", new_id()]),
        ("assets", "invoice_date", [*DAYS, "2026-01-01T00:00:00Z"]),
        ("assets", "serial", ["设备一", "a b", "-1", "x" * 41]),
        ("contracts", "ends_on", ["2025-12-31", "2026-02-30"]),
        ("contracts", "asset_ids", [[], ["x"], [new_id()], [new_id()] * 201, "x"]),
    ],
)  # fmt: skip
def test_values_that_cannot_be(
    as_role: As, world: World, db: Database, path: str, field: str, values: list[Any]
) -> None:
    client = as_role("SM")
    body = bodies(world)[path]
    before = digest(db)
    for value in values:
        answer = client.post(path, json=body | {field: value})
        assert answer.status_code == 422, f"{field} {value!r:.60}: {answer.status_code} {answer.text}"
        assert answer.json()["errors"][0]["pointer"].startswith("/body"), answer.text
    assert digest(db) == before


def test_changes_that_cannot_be(as_role: As, world: World, db: Database) -> None:
    client = as_role("SM")
    before = digest(db)
    for path, change in [
        (f"customers/{world.customers['A1']}", {"name": None}),
        (f"customers/{world.customers['A1']}", {"class": "D"}),
        (f"customers/{world.customers['A1']}", {"class": None}),
        (f"customers/{world.customers['A1']}", {"class_": "A"}),
        (f"customers/{world.customers['A1']}", {"station_id": world.stations["A1"]}),
        (f"customers/{world.customers['A1']}", {"version": 7}),
        (f"contacts/{world.contacts['A1']}", {"preferred": None}),
        (f"contacts/{world.contacts['A1']}", {"phones": [{}]}),
        (f"contacts/{world.contacts['A1']}", {"phones": [{"id": new_id()}]}),
        (f"contacts/{world.contacts['A1']}", {"phones": [{"id": new_id(), "value": "13800004417"}]}),
        (f"sites/{world.sites['A1']}", {"address": None}),
        (f"sites/{world.sites['A1']}", {"latitude": 1.0}),
        (f"assets/{world.assets['A1']}", {"serial": None}),
        (f"assets/{world.assets['A1']}", {"site_id": world.sites["B1"]}),
        (f"assets/{world.assets['A1']}", {"warranty_ends_on": "2099-01-01"}),
    ]:
        answer = client.patch(path, json=change, headers={"If-Match": '"1"'})
        assert answer.status_code == 422, f"{path} {change}: {answer.text}"
    assert digest(db) == before


def test_questions_that_cannot_be(as_role: As, world: World) -> None:
    client = as_role("SM")
    for path, query in [
        ("customers", {"limit": "0"}), ("customers", {"limit": "201"}), ("customers", {"limit": str(2**63)}),
        ("customers", {"cursor": "x"}), ("customers", {"q": ""}), ("customers", {"q": "x" * 81}),
        ("customers", {"class": "Z"}), ("customers", {"station_id": "x"}), ("customers", {"sort": "name;drop"}),
        ("assets", {"sort": "warranty"}), ("assets", {"customer_id": "1"}), ("products", {"active": "maybe"}),
        ("entitlements", {}), ("entitlements", {"serial": "x", "asset_id": world.assets["A1"]}),
        ("entitlements", {"serial": "x", "on": "2026-02-30"}), ("entitlements", {"serial": "x", "on": "0"}),
        ("entitlements", {"serial": "x", "exclusion": "bad_luck"}), ("entitlements", {"serial": "x", "mode": "fly"}),
        ("entitlements", {"serial": "x" * 41}),
    ]:  # fmt: skip
        answer = client.get(path, params=query)
        assert answer.status_code == 422, f"{path} {query}: {answer.status_code}"
    for path in ("customers", "contacts", "sites", "assets", "products", "contracts"):
        for id in ("x", "0", str(2**63), "%00", "..", "1' OR '1'='1"):
            assert client.get(f"{path}/{id}").status_code in (404, 422), f"{path}/{id}"
    for q in ("' OR 1=1--", '"; DROP TABLE customer;--', "\x00", "%", "_", "a" * 80, "绿" * 80, "🙂", "\udcff"):
        try:
            answer = client.get("customers", params={"q": q})
        except UnicodeEncodeError:
            continue  # the client itself cannot send it
        assert answer.status_code in (200, 422), repr(q)
        if answer.status_code == 200:
            assert answer.json()["items"] == [], repr(q)
