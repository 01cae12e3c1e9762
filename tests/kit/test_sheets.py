"""T20, T21: what was typed never becomes a formula and comes back as it was; no file is read without bounds."""

from __future__ import annotations

import csv
import io
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit import sheets

HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫x",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "'=1+1", "''=1", "'", "''", "'abc", "+8613800004410", "-5", "-5.20",
    'a"b', "a,b", "a\nb", "a\r\nb", " =1", "价格", "",
]  # fmt: skip
CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\0"), max_size=40)


@pytest.mark.parametrize("text", HOSTILE)
def test_t20_a_hostile_text_is_no_formula_and_comes_back(text: str) -> None:
    content = sheets.write_csv([["x", text, "end"]])
    cell = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1]
    assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫"
    assert sheets.read(content) == [["x", text, "end"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_t20_in_xlsx_text_is_text(text: str) -> None:
    content = sheets.write_xlsx([["head", "end"], [text, "end"]], "样本")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    found = sheets.read(content)[1][0]
    assert found.replace("\r\n", "\n").replace("\r", "\n") == text.replace("\r\n", "\n").replace("\r", "\n")


@given(text=CELLS)
def test_t20_any_text_comes_back(text: str) -> None:
    assert sheets.unguard(sheets.guard(text)) == text
    assert sheets.guard(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫")
    assert sheets.read(sheets.write_csv([["x", text, "end"]])) == [["x", text, "end"]]


def test_t20_negative_numbers_stay_numbers() -> None:
    content = sheets.write_csv([["x", -5, Decimal("-5.20")]])
    assert content.decode("utf-8-sig").strip() == "x,-5,-5.20"
    book = sheets.write_xlsx([["a", "b"], [-5, Decimal("-5.20")]], "x")
    assert sheets.read(book)[1] == ["-5", "-5.2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_file_as_spreadsheets_here_save_it(encoding: str) -> None:
    assert sheets.read("编码,名称\r\nA-1,上门费\r\n".encode(encoding)) == [["编码", "名称"], ["A-1", "上门费"]]


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (sheets.CAPS.inflated + 1))
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 not a zip", bomb(), b"a\0b", b"\xff\xfe\xff\xff\xff", b'a,"b', b"x" * (sheets.CAPS.cell + 1),
     b"a\n" * (sheets.CAPS.rows + 2), b",".join([b"a"] * (sheets.CAPS.columns + 1))],
    ids=["no zip", "zip bomb", "nul", "no text", "open quote", "long cell", "many rows", "wide"],
)  # fmt: skip
def test_t21_what_is_no_table_or_too_large_is_refused(content: bytes) -> None:
    with pytest.raises(sheets.Unreadable):
        sheets.read(content)
