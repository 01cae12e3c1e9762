"""Price lists as files: out and in again unchanged, all or nothing, every export logged (R162, T20)."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from api.kit import bench, sheets
from api.money.price_lists import files
from tests.client import Api
from tests.money.test_price_lists import ITEM, draft

Role = Callable[..., Api]
HOSTILE = [
    "=1+1", "+8613800004410", "-5 度以下加收", "@SUM(A1)", "＝HYPERLINK", "＋加急", "'=1", "a,b", 'a"b', "光源模块",
]  # fmt: skip
HEAD = "编码,类别,名称,产品系列,型号,单位,单价（元）\r\n"


def bring(api: Api, id: str, content: bytes, apply: bool = True) -> dict[str, Any]:
    body = {"content": base64.b64encode(content).decode(), "apply": apply}
    return api.act(f"price-lists/{id}/import", body)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_t20_a_list_goes_out_and_comes_in_unchanged(as_role: Role, form: str, language: str) -> None:
    boss = as_role("HQ", "C")
    items = [ITEM | {"code": f"H-{n}", "name": name, "unit_price_fen": n * 33 + 1} for n, name in enumerate(HOSTILE)]
    made = draft(boss, items)
    path = f"price-lists/{made['id']}"
    answer = boss.post(f"{path}/export", json={"form": form}, headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="{made["number"]}.{form}"'
    if form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    else:
        assert all(row[2][0] not in "=+-@＝＋" for row in _cells(answer.content)[1:])
    other = draft(boss, [])
    report = bring(boss, other["id"], answer.content)
    assert (report["errors"], report["applied"], report["added"]) == ([], True, len(items))
    kept = ("code", "kind", "name", "unit", "unit_price_fen", "family", "model")
    shown = boss.read(f"price-lists/{other['id']}/items")["items"]
    assert [{name: row[name] for name in kept} for row in shown] == [
        {name: item.get(name) for name in kept} for item in items
    ]
    again = bring(boss, made["id"], answer.content, apply=False)
    assert (again["unchanged"], again["added"], again["changed"], again["removed"]) == (len(items), 0, 0, 0)


def _cells(content: bytes) -> list[list[str]]:
    import csv

    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_r162_every_export_is_logged(as_role: Role, recorded: Callable[..., list[str]]) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss)
    for form in ("csv", "xlsx"):
        assert boss.post(f"price-lists/{made['id']}/export", json={"form": form}).status_code == 200
    assert recorded(made["id"]).count("price_list.exported") == 2
    told = boss.read(f"price-lists/{made['id']}/events")["items"]
    assert [item["sentence"] for item in told][-2:] == ["导出 csv，1 项", "导出 xlsx，1 项"]
    assert {item["actor_name"] for item in told} == {"HQ C"}


def test_nobody_exports_without_the_right(as_role: Role, recorded: Callable[..., list[str]]) -> None:
    made = draft(as_role("HQ", "C"))
    for role, home in (("HL", "A1"), ("SM", "A1"), ("AU", "C")):
        answer = as_role(role, home).post(f"price-lists/{made['id']}/export", json={"form": "csv"})
        assert answer.status_code == 403
    assert "price_list.exported" not in recorded(made["id"])


def test_a_file_with_one_wrong_line_changes_nothing_and_says_which(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss)
    rows = HEAD + "\r\n".join(
        ("A-1,人工费,检修,,,小时,300", "A-1,人工费,重复,,,小时,300", "A-2,魔法,咒语,,,次,1", "A-3,备件,泵,,,件,一千",
         "A-4,备件,泵,,,件,1.234", ",备件,没有编码,,,件,10", "A-5,备件,泵,,,件,-1", "A-6,备件,,,,件,1")
    )  # fmt: skip
    report = bring(boss, made["id"], rows.encode())
    found = [(error["line"], error["column"]) for error in report["errors"]]
    assert found == [
        (3, "编码"), (4, "类别"), (5, "单价（元）"), (6, "单价（元）"), (7, "编码"), (8, "单价（元）"), (9, "名称"),
    ]  # fmt: skip
    assert all(error["detail"] for error in report["errors"])
    assert report["applied"] is False
    items = boss.read(f"price-lists/{made['id']}/items")["items"]
    assert [item["code"] for item in items] == ["LAB-01"]


def test_a_preview_tells_what_would_change_and_changes_nothing(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss, [ITEM, ITEM | {"code": "GONE"}, ITEM | {"code": "SAME"}])
    rows = (
        HEAD
        + "LAB-01,人工费,上门维修工时,,,小时,290\r\nSAME,人工费,上门维修工时,,,小时,280\r\nNEW,备件,泵,,,件,¥1，200.50\r\n"
    )
    rows = rows.replace("¥1，200.50", '"¥1,200.50"')
    seen = bring(boss, made["id"], rows.encode("gb18030"), apply=False)
    assert (seen["added"], seen["changed"], seen["unchanged"], seen["removed"], seen["applied"]) == (1, 1, 1, 1, False)
    assert boss.read(f"price-lists/{made['id']}")["version"] == made["version"]
    done = bring(boss, made["id"], rows.encode("gb18030"))
    assert (done["applied"], done["version"]) == (True, made["version"] + 1)
    items = {item["code"]: item["unit_price_fen"] for item in boss.read(f"price-lists/{made['id']}/items")["items"]}
    assert items == {"LAB-01": 29000, "SAME": 28000, "NEW": 120050}


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\0\0", b"\xff\xff\xff"])
def test_what_is_no_table_is_refused(as_role: Role, content: bytes) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss)
    answer = boss.post(f"price-lists/{made['id']}/import", json={"content": base64.b64encode(content).decode()})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/body/content")


def test_t21_a_price_file_is_read_by_a_process_of_its_own(as_role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    boss = as_role("HQ", "C")
    made = draft(boss)
    book = sheets.write_xlsx([HEAD.strip().split(","), ["NEW", "备件", "泵", "", "", "件", 12]], "x")
    monkeypatch.setattr(sheets, "read", None)
    assert bring(boss, made["id"], book, apply=False)["added"] == 1
    monkeypatch.setattr(bench, "SECONDS", 0.01)
    answer = boss.post(f"price-lists/{made['id']}/import", json={"content": base64.b64encode(book).decode()})
    assert answer.status_code == 422
    assert "太费时或太占内存" in answer.text


def test_a_file_without_its_columns_says_which_are_missing(as_role: Role) -> None:
    boss = as_role("HQ", "C")
    report = bring(boss, draft(boss)["id"], "编码,名称\nA,泵\n".encode())
    assert [error["column"] for error in report["errors"]] == ["类别", "单位", "单价（元）"]
    assert bring(boss, draft(boss)["id"], sheets.write_xlsx([], "x"))["errors"][0]["code"] == "empty"


@pytest.mark.parametrize(
    "text", ["1e999999", "9e999998", "-1", "1e-7", "NaN", "sNaN", "Infinity", "100000000.01", "x", ""]
)
def test_t21_what_is_no_price_is_told_and_never_reckoned_with(text: str) -> None:
    assert files._fen(text) is None
    assert [files._fen(price) for price in ("300", "¥1,300.50", "0", "1e2", "100000000")] == [
        30000, 130050, 0, 10000, 10**10
    ]  # fmt: skip
