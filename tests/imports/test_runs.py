"""Imports through the API: judged whole and nothing written, confirmed, once; by the rights of who asks (P31)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import func, select

from api import models
from api.access import tokens
from api.access.actor import SYSTEM
from api.imports.mapping import RecordMapping, parse_mapping
from api.imports.reader import Refusal
from api.imports.runs import records, running, service
from api.kit import clock
from api.kit.db import Database
from api.kit.unit import Unit
from api.system import System
from tests.client import Api
from tests.exports.steps import work
from tests.world import World

AsRole = Callable[..., Api]
CUSTOMERS = """
[source]
name = "old-crm"
label = "老系统客户"
files = []
[record]
resource = "/customers"
key = { column = "编号" }
[record.fields]
kind = { column = "类别", map = { "单位" = "company", "个人" = "person" } }
name = { column = "名称" }
note = { column = "备注", optional = true }
"contacts.0.name" = { column = "联系人", optional = true }
"contacts.0.phones.0.value" = { column = "电话", optional = true }
"""
HEAD = "编号,名称,类别,备注,联系人,电话\n"
ROWS = (
    HEAD
    + "1,绿源环保技术,单位,老客户,王工,13812345678\n2,海淀化验室,单位,,,\n3,没有类别的,机关,,,\n2,又一个二号,单位,,,\n"
)
CASES = """
[source]
name = "ours"
files = []
[customer]
key = { column = "customer" }
name = { column = "customer" }
[case]
key = { column = "id" }
subject = { column = "subject" }
status = { const = "closed" }
created_at = { column = "at", format = "%Y-%m-%d" }
"""


@pytest.fixture
def system(anonymous: Api) -> System:
    return anonymous.app.state.sibu  # type: ignore[attr-defined, no-any-return]


def send(client: Api, id: str, content: bytes, name: str = "客户.csv") -> Any:
    return client.put(
        f"me/imports/{id}/file",
        content=content,
        params={"name": name},
        headers={"Content-Type": "application/octet-stream"},
    )


def judged(client: Api, db: Database, system: System, content: bytes, mapping: str = CUSTOMERS) -> dict[str, Any]:
    """A file sent and judged."""
    made = client.act("imports", {"mapping_text": mapping})
    answer = send(client, made["id"], content)
    assert answer.status_code == 200, answer.text
    assert work(db, system) == [True]
    found: dict[str, Any] = client.read(f"imports/{made['id']}")
    return found


def confirmed(client: Api, db: Database, system: System, run: dict[str, Any]) -> dict[str, Any]:
    client.act(f"imports/{run['id']}/confirm", if_match=f'"{run["version"]}"')
    work(db, system)
    found: dict[str, Any] = client.read(f"imports/{run['id']}")
    return found


def customers(db: Database) -> int:
    with db.read() as conn:
        return int(conn.execute(select(func.count()).select_from(models.customers.Customer.__table__)).scalar_one())


def test_a_file_is_judged_row_by_row_confirmed_and_known_when_it_comes_again(
    as_role: AsRole, db: Database, world: World, system: System, recorded: Callable[..., list[str]]
) -> None:
    manager, before = as_role("SM"), customers(db)
    run = judged(manager, db, system, ROWS.encode("gb18030"))
    assert (run["status"], run["total"], customers(db)) == ("ready", 4, before)  # nothing is written
    assert run["preview"] == {"added": 2, "changed": 0, "same": 0, "refused": 2}, run["findings"]
    assert [(one["line"], one["key"]) for one in run["findings"]] == [(4, "3"), (5, "2")]
    assert run["findings"][0]["detail"] == "类别：只能是：单位、个人"
    assert "和第 3 行编号相同" in run["findings"][1]["detail"]
    assert [offer["action"] for offer in run["offered"]] == ["confirm", "cancel"]
    assert as_role("RM", "A").read(f"imports/{run['id']}")["findings"] == []  # rows are told to who sent them
    assert as_role("RM", "A").post(
        f"imports/{run['id']}/confirm", json={}, headers={"If-Match": f'"{run["version"]}"'}
    ).status_code == 409  # fmt: skip
    done = confirmed(manager, db, system, run)
    assert (done["status"], done["done"], customers(db)) == ("done", run["preview"], before + 2)
    made = next(one for one in manager.read("customers", q="绿源环保")["items"])
    assert (made["contact_name"], made["phone"]["masked"]) == ("王工", "138****5678")
    assert recorded(run["id"]) == [
        "import.begun", "import.file_taken", "import.judged", "import.confirmed", "import.done",
    ]  # fmt: skip
    with db.read() as conn:
        assert conn.execute(select(func.count()).select_from(models.imports.ImportContent.__table__)).scalar() == 0

    # again: the same, one changed where its door lets it, one changed where it does not
    again = ROWS.replace("老客户", "大客户").replace("海淀化验室,单位", "海淀化验室,个人")
    run = judged(manager, db, system, again.encode("utf-16"))
    done = confirmed(manager, db, system, run)
    assert customers(db) == before + 2
    assert done["done"]["added"] == 0
    assert done["done"]["changed"] + done["done"]["refused"] + done["done"]["same"] == 4
    assert manager.read(f"customers/{made['id']}")["note"] == "大客户"
    run = judged(manager, db, system, again.encode())
    assert run["preview"]["changed"] == 0


def test_xlsx_comes_in_as_text_and_rights_are_each_door_s(
    as_role: AsRole, db: Database, world: World, system: System
) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, text in enumerate(ROWS.splitlines()[:2]):
            sheet.write_row(number, 0, text.split(","))
    run = judged(as_role("SM"), db, system, out.getvalue())
    assert run["preview"]["added"] == 1
    refused = as_role("PC").post("imports", json={"mapping_text": CUSTOMERS})
    assert (refused.status_code, refused.json()["permission"]) == (403, "customers:create")
    for body, pointer in (
        ({"mapping": "nothing-here"}, "/body/mapping"),
        ({"mapping_text": "["}, "/body/mapping_text"),
        ({"mapping_text": CUSTOMERS.replace('"/customers"', '"/api-clients"')}, "/body/mapping_text"),
        ({"mapping_text": CUSTOMERS + '"name.first" = { column = "名称" }\n'}, "/body/mapping_text"),
        ({"mapping_text": CUSTOMERS + '"contacts.name" = { column = "名称" }\n'}, "/body/mapping_text"),
        ({}, "/body"),
    ):
        answer = as_role("SM").post("imports", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer), answer.text

    # 8.3.3: confirmed in good faith, written with the rights of then
    from sqlalchemy import update

    as_role("SM").act(f"imports/{run['id']}/confirm", if_match=f'"{run["version"]}"')
    post = models.access.Post.__table__
    yesterday = clock.day_of(clock.now()) - timedelta(days=1)
    with db.write() as conn:
        conn.execute(update(post).where(post.c.employee_id == world.employees["SM@A1"]).values(ends_on=yesterday))
    tokens._known.clear()
    before = customers(db)
    work(db, system)
    failed = as_role("RM", "A").read(f"imports/{run['id']}")
    assert (failed["status"], customers(db)) == ("failed", before)
    assert "customers:create" in failed["failure"] or "权限" in failed["failure"]


def test_a_job_that_dies_goes_on_where_it_stopped(
    as_role: AsRole, db: Database, world: World, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 10)
    manager, before = as_role("SM"), customers(db)
    rows = HEAD + "".join(f"{n},第{n}号水厂客户{n:03d},单位,,,\n" for n in range(35))
    run = judged(manager, db, system, rows.encode())
    assert run["preview"]["added"] == 35, run["findings"][:3]
    manager.act(f"imports/{run['id']}/confirm", if_match=f'"{run["version"]}"')
    put, deaths = running.records.put, iter([True])

    def dying(unit: Any, mapping: Any, thing: Any, station_id: str) -> Any:
        if thing.key == "24" and next(deaths, False):
            raise RuntimeError("killed")
        return put(unit, mapping, thing, station_id)

    monkeypatch.setattr(running.records, "put", dying)
    assert work(db, system) == [False]
    half = manager.read(f"imports/{run['id']}")
    assert (half["status"], half["handled"], customers(db)) == ("applying", 20, before + 20)
    assert work(db, system, later=timedelta(minutes=2)) == [True]
    done = manager.read(f"imports/{run['id']}")
    assert (done["status"], done["done"]["added"], customers(db)) == ("done", 35, before + 35)


def test_cases_of_another_system_come_in_through_the_api_too(
    as_role: AsRole, db: Database, world: World, system: System
) -> None:
    manager = as_role("SM")
    rows = "id,customer,subject,at\n1,绿源公司,读数漂移,2026-01-05\n2,绿源公司,,2026-01-05\n"
    run = judged(manager, db, system, rows.encode(), CASES)
    assert run["preview"] == {"added": 1, "changed": 0, "same": 0, "refused": 1}
    assert run["findings"][0]["detail"] == "subject 是空的"
    assert confirmed(manager, db, system, run)["done"]["added"] == 1
    assert manager.read("service-requests", q="读数漂移")["items"]
    run = judged(manager, db, system, rows.encode(), CASES)
    assert run["preview"]["same"] == 1
    assert manager.act(f"imports/{run['id']}/cancel")["status"] == "cancelled"
    assert send(manager, run["id"], b"x").status_code == 404


def test_a_yes_or_no_that_is_neither_names_its_row() -> None:
    mapping = parse_mapping(
        CUSTOMERS + 'do_not_call = { column = "回访", kind = "flag", optional = true }\n', "old-crm"
    )
    assert isinstance(mapping, RecordMapping)
    said = ["是", "Yes", "否", "0", "", "也许"]
    rows = HEAD.replace("\n", ",回访\n") + "".join(f"{n},客户,单位,,,,{word}\n" for n, word in enumerate(said))
    *good, bad = records.things_of(mapping, "x.csv", rows.encode())
    assert [one.body.get("do_not_call") for one in good if isinstance(one, records.Thing)] == [
        True, True, False, False, None,
    ]  # fmt: skip
    assert isinstance(bad, Refusal)
    assert (bad.line, bad.words.zh) == (7, "回访 是“也许”，要填是或否")


def test_what_nobody_goes_on_with_ends_by_itself(as_role: AsRole, db: Database, world: World, system: System) -> None:
    """A job whose workers all died tells nobody; a day later its import is given up and its file forgotten."""
    manager = as_role("SM")
    dead = judged(manager, db, system, ROWS.encode())
    manager.act(f"imports/{dead['id']}/confirm", if_match=f'"{dead["version"]}"')
    unjudged = manager.act("imports", {"mapping_text": CUSTOMERS})
    send(manager, unjudged["id"], ROWS.encode())
    empty = manager.act("imports", {"mapping_text": CUSTOMERS})
    (told, *_) = manager.read(f"imports/{empty['id']}/events")["items"]
    assert told["sentence"] == "开始导入 客户（old-crm）"

    def later(**span: int) -> list[str]:
        with db.write() as conn:
            service.forget_old(Unit(db, conn, SYSTEM, now=clock.now() + timedelta(**span)))
        return [manager.read(f"imports/{one['id']}")["status"] for one in (dead, unjudged, empty)]

    assert later(hours=23) == ["applying", "judging", "awaiting_file"]
    assert later(hours=25) == ["failed", "failed", "awaiting_file"]
    failed = manager.read(f"imports/{dead['id']}")
    assert (failed["status_label"], failed["failure"]) == ("导入失败", "超过一天没有办完，已写入的都留着，可以再导一次")
    with db.read() as conn:
        assert conn.execute(select(func.count()).select_from(models.imports.ImportContent.__table__)).scalar() == 0
    assert work(db, system) == [True, True]  # a job that comes back after all does nothing
    assert later(days=8) == ["failed", "failed", "cancelled"]
