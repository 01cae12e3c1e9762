"""T2: what the main door hides no side door shows: of another station's order not a byte of a planted word comes out.

One whole order of station B1, with a planted word in every text of it, its customer, its device and its files. Then people
of station A1 ask for everything: every read of the document by its id and by its list, every search for the word itself,
every export, papers, pictures, timelines, clocks, the feed, the phone's bundle, the calendar. The same round by B1's own
coordinator sees the word in many places, so that the search is known to find it.

Zammad CVE-2026-34722, CVE-2022-40817, CVE-2026-13229; RT CVE-2026-108270; GLPI CVE-2020-26212; Odoo CVE-2018-15631,
CVE-2021-23203, CVE-2019-11783. Streams and webhooks run elsewhere: tests/threats.toml.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from api import models
from api.access.actor import SYSTEM
from api.exports.columns import lists
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.crawl import crawl
from tests.contract.positions import asked as parameters
from tests.contract.samples import SAMPLES
from tests.contract.test_answers import ASKED
from tests.exports.steps import taken, work
from tests.files import made, tus
from tests.paper.steps import Papers
from tests.work.steps import PATHS, Desk, put
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
WORD = "canary4417x"
"""In no sample, no name and no code."""
STRANGERS = ("CO", "FE", "SM", "RE", "BE", "PC", "FU", "CA") if FULL else ("CO", "FE")
EXPORTED = None if FULL else ("/customers", "/work-orders", "/service-requests", "/assets")


@pytest.fixture
def foreign(as_role: Callable[..., Api], world: World, db: Database) -> dict[str, str]:
    """Ids of things of B1 by resource; those of one order, its case, customer, device and files hold the word."""
    desk = Desk(as_role, world, "B1")
    order = desk.open(subject=WORD)
    for action in PATHS["record_in"]:
        over = {"employee_id": world.employees["FE@B1"]} if action == "assign" else {}
        order = desk.act(order, action, **over)
    case, owner = order["case"]["id"], as_role("CO", "B1")
    photo = tus.attached(owner, made.jpeg(), f"{WORD}.jpg", parent_kind="service_request", parent_id=case)
    paper = Papers(as_role).print("repair_work_order", order["id"], "CO", "B1")
    texts = ("note", "contact_note", "diagnosis", "plan", "work_done", "test_result", "problem", "signature_reason")
    put(db, models.work_orders.WorkOrder, order["id"], **dict.fromkeys(texts, WORD))
    put(db, models.service_requests.ServiceRequest, case, description=WORD)
    put(db, models.customers.Customer, world.customers["B1"], name=WORD, note=WORD)
    put(db, models.customers.Site, world.sites["B1"], label=WORD, address=WORD, access_note=WORD)
    put(db, models.customers.Contact, world.contacts["B1"], name=WORD, title=WORD)
    put(db, models.assets.Asset, world.assets["B1"], serial=WORD.upper(), location_note=WORD)
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        ids = {name: s.make(unit, world, "B1", None) for name, s in SAMPLES.items() if not s.shared}
    return ids | {
        "work-orders": order["id"], "service-requests": case, "customers": world.customers["B1"], "attachments": photo["id"],
        "contacts": world.contacts["B1"], "sites": world.sites["B1"], "assets": world.assets["B1"], "documents": paper["id"],
        "customer-relations": world.customers["B1"],
    }  # fmt: skip


def round_of(client: Api, foreign: dict[str, str], anonymous: Api) -> Iterator[tuple[str, Any]]:
    """Every answer that somebody gets who asks for everything, with what he asked."""
    yield from crawl(client, foreign)
    texts = [one for one in parameters(anonymous.app.openapi()) if one.name == "q" and "{" not in one.path]  # type: ignore[attr-defined]
    for parameter in texts:
        yield str(parameter), client.get(parameter.path, params={"q": WORD})
    for q in (WORD, WORD[:6], "13800004412", "4412"):
        yield f"search {q}", client.get("search", params={"q": q})
    for parameter in parameters(anonymous.app.openapi()):  # type: ignore[attr-defined]
        resource = {"customer_id": "customers", "case_id": "service-requests", "asset_id": "assets", "subject_id": "work-orders",
                    "order_id": "work-orders", "work_order_id": "work-orders"}.get(parameter.name)  # fmt: skip
        if resource and "{" not in parameter.path:
            others = ASKED.get(f"/{parameter.path}", {})
            yield str(parameter), client.get(parameter.path, params=others | {parameter.name: foreign[resource]})
    for kind in ("repair_work_order", "on_site_dispatch_order"):
        yield f"print {kind}", client.post("documents", json={"kind": kind, "subject_id": foreign["work-orders"]})
        asks = {"kind": kind, "subject_id": foreign["work-orders"]}
        yield f"preview {kind}", client.get("documents/preview", params=asks)


def shows(answer: Any) -> bool:
    """Whether the word stands in it, packed or not."""
    held = answer.content + str(answer.headers).encode()
    if held[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            held += b"".join(book.read(name) for name in book.namelist())
    return WORD.encode() in held.lower()


@pytest.mark.slow
def test_t2_no_side_door_shows_another_stations_order(
    as_role: Callable[..., Api], anonymous: Api, foreign: dict[str, str]
) -> None:
    seen = {what for what, answer in round_of(as_role("CO", "B1"), foreign, anonymous) if shows(answer)}
    assert len(seen) > 20, sorted(seen)
    for role in STRANGERS:
        client, leaks, files = as_role(role), [], []
        for what, answer in round_of(client, foreign, anonymous):
            leaks += [what] if WORD.encode() not in str(answer.request.url).encode() and shows(answer) else []
            leaks += (
                [what]
                if what.startswith("search") and answer.status_code == 200 and answer.json().get("groups")
                else []
            )
            if answer.status_code == 200 and answer.headers["content-type"].partition("/")[0] in (
                "image",
                "application/pdf",
            ):
                files.append(what)
        assert (leaks, files) == ([], []), role


@pytest.mark.slow
def test_t2_no_export_calendar_or_bundle_carries_it(
    as_role: Callable[..., Api], anonymous: Api, foreign: dict[str, str], db: Database
) -> None:
    """What leaves in bulk: files of lists in both forms, the engineer's calendar, and what his phone is given."""
    system, manager, own = anonymous.app.state.sibu, as_role("SM"), as_role("SM", "B1")  # type: ignore[attr-defined]
    runs = []
    for number, path in enumerate(EXPORTED or lists()):
        for client in (manager, own):
            body = {"path": path, "form": ("csv", "xlsx")[number % 2], "query": {}}
            answer = client.post("exports", json=body)
            runs += [(client, path, answer.json()["id"])] if answer.status_code == 202 else []
    work(db, system)
    carried: dict[bool, list[str]] = {True: [], False: []}
    for client, path, id in runs:
        answer = taken(client, id)
        if answer.status_code == 200 and shows(answer):
            carried[client is own].append(path)
        if client is own:
            assert taken(manager, id).status_code == 404
    assert carried[False] == []
    assert {"/assets", "/customers"} <= set(carried[True])
    engineer = as_role("FE")
    calendar = anonymous.get(engineer.act("me/calendar-feed", status=200)["address"].removeprefix("/api/v1/"))
    assert foreign["work-orders"] not in calendar.text
    for answer in (calendar, engineer.get("field/bundle"), engineer.get("field/crew")):
        assert answer.status_code in (200, 404)
        assert not shows(answer)
    id = new_id()
    for path in ("me/exports", "exports"):
        assert manager.get(f"{path}/{id}").status_code in (404, 405)
