"""T21: files that are made to hurt are refused by name, quickly, and nothing of them is written."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from api.imports import tables
from api.imports.mapping import BadMapping, Mapping, parse_mapping
from api.imports.reader import Refusal, drafts_of, filled
from api.kit import bench, sheets
from api.kit.db import Database
from tests.client import Api
from tests.exports.steps import work
from tests.imports.test_runs import CASES, send

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
MAPPING = parse_mapping(CASES, "t21")
assert isinstance(MAPPING, Mapping)
HEAD = "id,customer,subject,at\n"
OPC, DOC = "http://schemas.openxmlformats.org/package/2006", "http://schemas.openxmlformats.org/officeDocument/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
TYPES = (
    f'<Types xmlns="{OPC}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}"/></Types>'
)
RELS = (
    f'<Relationships xmlns="{OPC}/relationships">'
    f'<Relationship Id="r1" Type="{DOC}/relationships/{{of}}" Target="{{target}}"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}/relationships">'
    '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def book(sheet: str, **more: str) -> bytes:
    """A small XLSX with this sheet and these further files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS.format(of="officeDocument", target="xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELS.format(of="worksheet", target="worksheets/sheet1.xml"))
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, text in more.items():
            archive.writestr(name, text)
    return out.getvalue()


def rows(inside: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


LOLS = "<!DOCTYPE lolz [<!ENTITY a 'lol'>" + "".join(
    f"<!ENTITY {name} '{('&' + before + ';') * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
XXE = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
BOMBS = {
    "a zip bomb": (book(rows(""), **{"xl/media/x": "0" * 40_000_000}), "解压后太大"),
    "a bomb of small parts": (book(rows(""), **{f"x{n}": "0" * 3_000_000 for n in range(80)}), "解压后太大"),
    "too many rows": (book(rows(f'<row r="1048576">{cell("A1048576", "x")}</row><row r="1">{cell("A1", "x")}</row>')), None),
    "too wide": (book(rows(f'<row r="1">{cell("A1", "id")}{cell("XFD1", "x")}</row>')), "最多 100000 行、200 列"),
    "a broken archive": (b"PK\x03\x04" + b"x" * 500, "读不出来"),
    "rows of csv": ((HEAD + "1,a,b,2026-01-01\n" * 1_002).encode(), "最多 1000 行、200 列"),
    "columns of csv": (("a," * 300 + "\n").encode(), "最多 100000 行、200 列"),
    "records of json": (json.dumps([{"id": "1"}] * 1_002).encode(), "最多 1000 行、200 列"),
    "deep json": (b"[" * 200_000, "JSON 读不懂"),
    "json that is no list": (b'{"a": 1}', "JSON 要是一组记录"),
    "half of utf-16": (b"\xff\xfea\x00b", "UTF-16"),
    "utf-16 without its mark": ((HEAD + "1,a,b,2026-01-01\n").encode("utf-16-le"), "像是没有标记的 UTF-16"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOMBS)
def test_t21_a_bomb_is_refused_by_name(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content, said = BOMBS[kind]
    if said and "最多 1000 行" in said:  # a hundredth of the rows, so that the test is cheap
        monkeypatch.setattr(tables, "MOST", replace(tables.MOST, rows=1000))
    began = time.monotonic()
    with pytest.raises(tables.BadRow) as refused:
        list(drafts_of(MAPPING, "x", content))
    assert (said or "") in refused.value.words.zh
    assert time.monotonic() - began < 20


def exploding(record: dict[str, object], entries: int) -> bytes:
    """JSON whose every entry repeats what its record says."""
    return json.dumps([record | {"notes": [{"n": 1}] * entries}]).encode()


def test_t21_a_small_file_does_not_unfold_to_a_large_one() -> None:
    """`explode` repeats a record for each entry of its list: what comes of it is counted while it unfolds."""
    source = MAPPING.source.model_copy(update={"explode": "notes"})
    assert len(list(tables.read(source, exploding({"id": "x" * 1000}, 1_000)))) == 1_001
    for content in (
        exploding({"id": "x" * 20_000}, 60_000),
        exploding({f"k{n}": "y" * 90 for n in range(199)}, 90_000),
    ):
        assert len(content) < 1_000_000
        began = time.process_time()
        with pytest.raises(tables.BadRow, match="unfolds to too much"):
            list(tables.read(source, content))
        assert time.process_time() - began < 2


def test_t21_a_file_is_read_apart_with_little_memory_and_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would fill the memory, or take for ever, ends a process of its own and nothing else."""
    (row, *_) = tables.read_apart(MAPPING.source, HEAD.encode())
    assert row == tables.Row(1, HEAD.strip().split(","))
    for content in (b"PK\x03\x04" + b"x" * 500, b"[" * 200_000):
        with pytest.raises(tables.BadRow, match="cannot be read"):
            list(tables.read_apart(MAPPING.source, content))
    assert (bench.MEMORY, bench.SECONDS) == (512 * 1024 * 1024, 60)
    if not FULL:  # a sixth of the memory, and of the file that fills it
        monkeypatch.setattr(bench, "MEMORY", bench.MEMORY // 6)
    greedy = b"[" + b'{"a":1},' * (2_500_000 if FULL else 400_000) + b'{"a":1}]'
    assert len(greedy) < tables.MEGABYTES * 1024 * 1024
    with pytest.raises(tables.BadRow, match="too much time or memory"):
        list(tables.read_apart(MAPPING.source, greedy))
    monkeypatch.setattr(bench, "SECONDS", 0.01)
    with pytest.raises(tables.BadRow, match="too much time or memory"):
        list(tables.read_apart(MAPPING.source, HEAD.encode()))


@pytest.mark.parametrize("before", [LOLS, XXE])
def test_t21_entities_are_not_followed(before: str) -> None:
    """Whatever the reader makes of the sheet, it holds neither the file nor a thousand million letters."""
    heads = "".join(cell(f"{'ABCD'[n]}1", name) for n, name in enumerate(("id", "customer", "subject", "at")))
    content = book(rows(f'<row r="1">{heads}</row><row r="2">{cell("A2", "&a;&i;")}{cell("B2", "x")}</row>', before))
    try:
        told = str(list(drafts_of(MAPPING, "x", content)))
    except tables.BadRow as refused:
        told = refused.words.zh
    assert "root:" not in told
    assert len(told) < 2_000


def test_t21_a_path_out_of_the_archive_is_nothing_but_a_name() -> None:
    content = book(rows(f'<row r="1">{cell("A1", "id")}</row>'), **{"../../../tmp/slipped": "x"})
    with pytest.raises(tables.BadRow, match="no column"):
        list(drafts_of(MAPPING, "x", content))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_t21_known_encodings_are_read(encoding: str) -> None:
    (draft,) = drafts_of(MAPPING, "x", (HEAD + "1,绿源公司,读数漂移,2026-01-05\n").encode(encoding))
    assert not isinstance(draft, Refusal), draft
    assert (draft.customer_name, draft.subject) == ("绿源公司", "读数漂移")


def test_t21_a_mapping_from_outside_understands_nothing_but_columns() -> None:
    row = {"a": "x"}
    assert filled("{a} {a.__class__} {a:>9999999} {a!r}", row) == "x {a.__class__} {a:>9999999} {a!r}"
    for wrong in ('zone = "../../etc/passwd"', 'encoding = "rot13"', 'delimiter = ""', 'delimiter = ";;"'):
        with pytest.raises(BadMapping):
            parse_mapping(CASES.replace("files = []", f"files = []\n{wrong}"), "x")


def test_t21_too_large_a_file_is_refused_at_the_door_and_a_bomb_by_the_job(
    as_role: Callable[..., Api], db: Database, anonymous: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    from api.imports.runs import router

    manager = as_role("SM")
    made = manager.act("imports", {"mapping_text": CASES})
    with monkeypatch.context() as small:
        small.setattr(router, "LARGEST", 1000)
        assert send(manager, made["id"], b"x" * 1001).status_code == 413
    assert send(manager, made["id"], BOMBS["a zip bomb"][0]).status_code == 200
    monkeypatch.setattr(sheets, "read", None)  # nothing of it is read in the process that serves others
    assert work(db, anonymous.app.state.sibu) == [True]  # type: ignore[attr-defined]
    failed = manager.read(f"imports/{made['id']}")
    assert (failed["status"], failed["failure"]) == ("failed", "解压后太大")
