"""Any list as a file: the list's own query, its asker's rights and masks, the words of the screens; by a job."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.access.actor import SYSTEM
from api.exports import queries, rights, schemas, writing
from api.exports.columns import lists, of_people
from api.imports.runs import queries as imports
from api.imports.runs import schemas as incoming
from api.kit import clock, sheets
from api.kit.db import Database
from api.kit.unit import Unit
from api.system import System
from api.worker import units
from tests.client import Api
from tests.exports.steps import asked, table, taken, work
from tests.work.steps import Desk
from tests.world import World

AsRole = Callable[..., Api]
MESSAGES = Path(__file__).parents[2] / "frontend/src/desk/messages"


@pytest.fixture
def system(anonymous: Api) -> System:
    return anonymous.app.state.sibu  # type: ignore[attr-defined, no-any-return]


def test_a_list_goes_out_as_its_asker_sees_it(
    as_role: AsRole, db: Database, world: World, system: System, recorded: Callable[..., list[str]]
) -> None:
    """Scope, filters, masks and words; both forms say the same; the log tells who took how many rows."""
    Desk(as_role, world).open()
    manager = as_role("SM")
    seen = manager.read("customers", limit=200)["items"]
    made = asked(manager, "/customers")
    assert (made["status"], made["total"], made["needs_approval"]) == ("queued", len(seen), False)
    assert made["file"] is None
    assert [offer["action"] for offer in made["offered"]] == ["cancel"]
    other = asked(manager, "/customers", "xlsx")
    assert work(db, system) == [True, True]
    done = manager.read(f"exports/{made['id']}")
    assert (done["status"], done["written"], done["offered"]) == ("done", len(seen), [])
    answer = taken(manager, made["id"])
    assert answer.headers["content-disposition"] == f'attachment; filename="{made["number"]}.csv"'
    rows = table(answer.content)
    assert rows[0][:4] == ["名称", "类别", "客户类别", "服务站"]
    assert {row[0] for row in rows[1:]} == {one["name"] for one in seen}
    phones = [row[rows[0].index("电话")] for row in rows[1:]]
    assert any(phones)
    assert all("*" in phone or not phone for phone in phones)
    assert sheets.read(taken(manager, other["id"]).content)[0] == rows[0]
    assert recorded(made["id"]) == ["export.asked", "export.written", "export.taken"]
    story = manager.read(f"exports/{made['id']}/events")["items"]
    assert [entry["sentence"] for entry in story] == [
        "申请导出“客户”",
        f"导出“客户”共 {len(seen)} 行", f"下载了 {len(seen)} 行",
    ]  # fmt: skip

    # nobody else opens the file, whatever he sees of the export; a role without the right in bulk gets none
    assert as_role("RM", "A").read(f"exports/{made['id']}")["file"] is None
    assert taken(as_role("RM", "A"), made["id"]).status_code == 404
    refused = as_role("PC").post("exports", json={"path": "/customers"})
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "unknown")
    refused = as_role("PC").post("exports", json={"path": "/work-orders"})
    assert (refused.status_code, refused.json()["permission"]) == (403, "work-orders:export")
    assert as_role("HL").post("exports", json={"path": "/customers"}).status_code == 404

    offered = manager.read("exports/lists")
    assert offered["free_rows"] == 200
    assert {one["path"]: one["needs_approval"] for one in offered["items"]}.items() >= {
        "/customers": False, "/quotes": True
    }.items()  # fmt: skip
    assert "/work-orders" not in {one["path"] for one in as_role("PC").read("exports/lists")["items"]}

    # the list judges its filters, and pages are none of the asker's business
    for query, pointer in (({"colour": "red"}, "colour"), ({"limit": "5"}, "limit")):
        answer = manager.post("exports", json={"path": "/customers", "query": query})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, f"/body/query/{pointer}")


def test_money_times_and_codes_are_as_people_read_them(
    as_role: AsRole, db: Database, world: World, system: System
) -> None:
    hq = as_role("HQ", "C")
    made = asked(hq, "/price-lists/prices", **{"class": "C"})
    english = hq.post("exports", json={"path": "/work-orders", "form": "csv"}, headers={"Accept-Language": "en"}).json()
    Desk(as_role, world).open()
    work(db, system)
    rows = table(taken(hq, made["id"]).content)
    price = dict(zip(rows[0], next(row for row in rows if "LAB-01" in row), strict=True))
    assert price["单价（元）"] == "300.00"
    rows = table(taken(hq, english["id"]).content)
    order = dict(zip(rows[0], rows[1], strict=True))
    assert order["Open"] == "Yes"
    assert re.fullmatch(r"2\d{3}-\d\d-\d\d \d\d:\d\d:\d\d", order["Created"])
    assert order["State"]
    assert order["Timer state"] == "Running"


def test_a_long_list_needs_another_person_and_is_marked(
    as_role: AsRole, db: Database, world: World, system: System, recorded: Callable[..., list[str]]
) -> None:
    """2.3.5: whoever asks never approves; what grew past the limit meanwhile stops and waits too."""
    sets = as_role("HQ", "C")
    manager, region = as_role("SM"), as_role("RM", "A")
    grown = asked(manager, "/customers")
    sets.put("settings/export.approval_rows", json={"value": 0})
    assert work(db, system) == [True]
    assert manager.read(f"exports/{grown['id']}")["status"] == "waiting"
    made = asked(manager, "/customers")
    assert (made["status"], made["needs_approval"]) == ("waiting", True)
    assert work(db, system) == []
    own = manager.post(f"exports/{made['id']}/approve", json={})
    assert (own.status_code, own.json()["detail"]) == (409, "自己的导出由别人批准")
    assert as_role("FI", "C").post(f"exports/{made['id']}/approve", json={}).status_code == 403
    waiting = region.read("exports", status="waiting")["items"]
    assert {row["id"] for row in waiting} == {grown["id"], made["id"]}
    assert [len(one.read("exports", to_decide=True)["items"]) for one in (region, manager)] == [2, 0]
    refused = region.act(f"exports/{grown['id']}/refuse", {"reason": "先说明用途"})
    assert (refused["status"], refused["decision_note"]) == ("refused", "先说明用途")
    assert region.act(f"exports/{made['id']}/approve")["status"] == "queued"
    assert work(db, system) == [True]
    rows = table(taken(manager, made["id"]).content)
    assert rows[0][-1] == "导出编号"
    assert {row[-1] for row in rows[1:]} == {made["number"]}
    assert recorded(made["id"])[:3] == ["export.asked", "export.approved", "export.written"]

    # what the policy lets nobody take out in bulk always waits
    made = asked(as_role("FI", "C"), "/quotes")
    assert made["needs_approval"]
    assert rights.right_of(lists()["/quotes"]) is None


def test_rights_are_asked_again_when_it_is_written(as_role: AsRole, db: Database, world: World, system: System) -> None:
    """8.3.3: revoked between asking and writing, and between writing and taking."""
    manager = as_role("SM")
    early, late = asked(manager, "/customers"), asked(manager, "/assets")
    post = models.access.Post.__table__
    own = post.c.employee_id == world.employees["SM@A1"]

    def ends(day: Any) -> None:
        with db.write() as conn:
            conn.execute(update(post).where(own).values(ends_on=day))
        as_role("SM")  # a token is believed for ten seconds; the job asks the database

    work(db, system)
    assert manager.read(f"exports/{late['id']}")["status"] == "done"
    again = asked(manager, "/customers")
    ends(clock.day_of(clock.now()) - timedelta(days=1))
    work(db, system)
    failed = as_role("RM", "A").read(f"exports/{again['id']}")
    assert (failed["status"], failed["failure"]) == ("failed", "导出时您已没有看这些内容的权限")
    from api.access import tokens

    tokens._known.clear()
    assert taken(manager, early["id"]).status_code == 404


def test_cancelling_stops_it_and_a_day_ends_it(
    as_role: AsRole, db: Database, world: World, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = as_role("SM")
    monkeypatch.setattr(writing, "PAGE", 2)
    made, kept = asked(manager, "/assets"), asked(manager, "/customers")
    assert as_role("RM", "A").post(f"exports/{made['id']}/cancel", json={}).status_code == 409
    assert manager.act(f"exports/{made['id']}/cancel")["status"] == "cancelled"
    work(db, system)
    assert manager.read(f"exports/{made['id']}")["written"] == 0
    assert manager.read(f"exports/{kept['id']}")["written"] == len(manager.read("customers")["items"])

    half, table_, asker = asked(manager, "/customers"), models.exports.Export.__table__, writing._asker

    def meanwhile(conn: Any, row: Any, edge: Any) -> Any:
        manager.post(f"exports/{half['id']}/cancel", json={})
        return asker(conn, row, edge)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_asker", meanwhile)
        assert work(db, system) == [True]
    stopped = manager.read(f"exports/{half['id']}")
    assert (stopped["status"], stopped["size"]) == ("cancelled", None)

    assert taken(manager, kept["id"]).status_code == 200
    with db.write() as conn:
        conn.execute(update(table_).where(table_.c.id == kept["id"]).values(expires_at=clock.now() - timedelta(1)))
    assert taken(manager, kept["id"]).status_code == 404
    assert writing.expire(system, units(system)) == 1
    gone = manager.read(f"exports/{kept['id']}")
    assert (gone["status"], gone["file"]) == ("expired", None)
    assert not [file for file in (system.settings.data_dir / "files").rglob("*") if file.is_file()]


def test_filters_are_shown_to_whoever_may_see_the_list_and_numbers_in_them_to_the_asker_alone(
    as_role: AsRole, world: World
) -> None:
    manager = as_role("SM")
    made = asked(manager, "/customers", q="+86 138 0013 8000")
    told = {role: as_role(role, station) for role, station in (("RM", "A"), ("SA", "C"))}
    assert manager.read(f"exports/{made['id']}")["query"] == {"q": "+86 138 0013 8000"}
    assert told["RM"].read(f"exports/{made['id']}")["query"] == {"q": "138****8000"}
    assert told["SA"].read(f"exports/{made['id']}")["query"] == {"q": "****"}
    words = [reader.read(f"exports/{made['id']}")["filters"] for reader in (manager, *told.values())]
    assert [[f"{one['label']}={one['value']}" for one in row] for row in words] == [
        ["查找=+86 138 0013 8000"], ["查找=138****8000"], ["查找=****"],
    ]  # fmt: skip
    digits = asked(manager, "/customers", q="13811225009")  # which reads as a day and an hour, too
    for reader in told.values():
        assert "13811225009" not in str(reader.read(f"exports/{digits['id']}"))
    station = world.stations["A1"]
    quotes = asked(manager, "/quotes", status="consented", station_id=station, sort="-created_at")
    spoken = as_role("RM", "A").get(f"exports/{quotes['id']}", headers={"Accept-Language": "en"}).json()["filters"]
    assert [(one["label"], one["value"]) for one in spoken] == [("State", "Consented"), ("Station", "A1 服务站")]
    for reader in (manager, *told.values()):  # nor does the story tell what the page hides
        assert "8000" not in str(reader.read(f"exports/{made['id']}/events"))


def test_who_is_no_employee_has_none_of_his_own(db: Database, world: World) -> None:
    with db.read() as conn:
        unit = Unit(db, conn, SYSTEM)
        for listed, query in (
            (queries.listed, schemas.ExportsQuery(mine=True)), (imports.listed, incoming.ImportsQuery(mine=True)),
        ):  # fmt: skip
            assert listed(unit, query)["items"] == []


def test_t31_whoever_approves_reaches_every_row(as_role: AsRole, db: Database, world: World, system: System) -> None:
    """A parts specialist of A1 who is also the manager of A2 takes customers of A2 out: A1's manager cannot see these."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        unit.insert(
            models.access.Post, employee_id=world.employees["PC@A1"], role="station_manager", station_id=world.stations["A2"],
            starts_on=unit.today - timedelta(days=9), ends_on=None,
        )  # fmt: skip
    as_role("HQ", "C").put("settings/export.approval_rows", json={"value": 0})
    specialist, manager, region = as_role("PC"), as_role("SM"), as_role("RM", "A")
    made = asked(specialist, "/customers")
    assert (made["status"], made["station"]["code"]) == ("waiting", "A1")
    assert [offer["action"] for offer in manager.read(f"exports/{made['id']}")["offered"]] == ["refuse"]
    refused = manager.post(f"exports/{made['id']}/approve", json={})
    assert (refused.status_code, refused.json()["detail"]) == (409, "清单里有您看不到的内容，请区域或总部批准")
    assert region.act(f"exports/{made['id']}/approve")["status"] == "queued"
    # and who has left since he asked gets nothing
    again = asked(specialist, "/customers")
    with db.write() as conn:
        post = models.access.Post.__table__
        conn.execute(update(post).where(post.c.role == "station_manager", post.c.employee_id == world.employees["PC@A1"]).values(
            ends_on=clock.day_of(clock.now()) - timedelta(days=1)))  # fmt: skip
    refused = region.post(f"exports/{again['id']}/approve", json={})
    assert (refused.status_code, refused.json()["detail"]) == (409, "申请人已不能导出这份清单")


def test_t31_slices_of_people_count_together(as_role: AsRole, db: Database, world: World, system: System) -> None:
    """What goes out without approval is bounded for each person and day, not for each file."""
    hq, manager = as_role("HQ", "C"), as_role("SM")
    there = manager.read("assets", count="exact", limit=1)["total"]
    hq.put("settings/export.approval_rows", json={"value": there})
    first = asked(manager, "/assets")
    assert first["status"] == "queued"
    assert asked(manager, "/assets", "xlsx")["status"] == "waiting"  # before the first is written
    assert manager.act(f"exports/{first['id']}/cancel")["status"] == "cancelled"
    first = asked(manager, "/assets")  # what nobody got counts for nothing
    assert first["status"] == "queued"
    work(db, system)
    slice_ = asked(manager, "/customers")
    assert slice_["total"] > 0
    assert slice_["status"] == "waiting"  # afterwards, and of another list of people
    # whatever holds nobody is not counted with them, nor is yesterday, nor what another person takes
    free = asked(hq, "/price-lists/prices", **{"class": "C", "q": "LAB-01"})
    assert free["total"] <= there
    table_ = models.exports.Export.__table__
    with db.write() as conn:
        conn.execute(update(table_).where(table_.c.id == first["id"]).values(
            asked_by_id=world.employees["HQ@C"]))  # fmt: skip
    assert asked(manager, "/customers")["status"] == "queued"
    assert asked(hq, "/price-lists/prices", **{"class": "C", "q": "LAB-01"})["status"] == "queued"
    with db.write() as conn:
        mine = table_.c.asked_by_id == world.employees["SM@A1"]
        conn.execute(update(table_).where(mine).values(created_at=clock.now() - timedelta(days=1)))
    assert asked(manager, "/assets")["status"] == "queued"
    people = {path for path, edge in lists().items() if of_people(edge)}
    assert people >= {"/customers", "/assets", "/employees", "/calls", "/customer-relations", "/work-orders",
                      "/service-requests", "/accounts"}  # fmt: skip
    assert not people & {"/stock", "/parts", "/price-lists/prices", "/stock-movements"}


def test_no_file_outlives_an_export_that_came_to_nothing(
    as_role: AsRole, db: Database, world: World, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cancelled after the last page, or left by workers that died: the bytes go, and the row says that it failed."""
    manager, table_ = as_role("SM"), models.exports.Export.__table__

    def kept() -> list[Path]:
        return [file for file in (system.settings.data_dir / "files").rglob("*") if file.is_file()]

    def at(id: str, **values: Any) -> None:
        with db.write() as conn:
            conn.execute(update(table_).where(table_.c.id == id).values(**values))

    late, put = asked(manager, "/customers"), system.files.put

    def cancelled_then(digest: str, source: Path) -> None:
        put(digest, source)
        manager.act(f"exports/{late['id']}/cancel")

    with monkeypatch.context() as patched:
        patched.setattr(system.files, "put", cancelled_then)
        assert work(db, system) == [True]
    assert manager.read(f"exports/{late['id']}")["status"] == "cancelled"
    assert kept() == []

    class Killed(BaseException):
        """Nobody catches it, as nobody catches a kill."""

    def put_and_die(digest: str, source: Path) -> None:
        put(digest, source)
        raise Killed

    def die_of(path: str) -> str:
        made = asked(manager, path)
        with monkeypatch.context() as patched:
            patched.setattr(system.files, "put", put_and_die)
            with pytest.raises(Killed):
                work(db, system)
        assert manager.read(f"exports/{made['id']}")["status"] == "running"
        return str(made["id"])

    unwanted = die_of("/customers")
    manager.act(f"exports/{unwanted}/cancel")
    assert len(kept()) == 1
    work(db, system, later=timedelta(hours=1))  # the next worker finds that nobody wants it
    assert kept() == []

    dead, dropped, young = die_of("/customers"), die_of("/customers"), die_of("/customers")
    manager.act(f"exports/{dropped}/cancel")
    for id in (dead, dropped):
        at(id, created_at=clock.now() - timedelta(days=1, minutes=1))
    assert len(kept()) == 3
    assert writing.expire(system, units(system)) == 2
    failed = manager.read(f"exports/{dead}")
    assert (failed["status"], failed["failure"]) == ("failed", "写文件时出错，请再导出一次")
    assert manager.read(f"exports/{dropped}")["status"] == "cancelled"
    assert manager.read(f"exports/{young}")["status"] == "running"
    assert len(kept()) == 1
    assert writing.expire(system, units(system)) == 0  # each once
    # approved only now: its day begins with the approval
    at(young, decided_at=clock.now(), created_at=clock.now() - timedelta(days=3))
    assert writing.expire(system, units(system)) == 0
    at(young, decided_at=clock.now() - timedelta(days=2))
    assert writing.expire(system, units(system)) == 1
    assert kept() == []
