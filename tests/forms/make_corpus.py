"""Writes `corpus.json` anew: `python -m tests.forms.make_corpus`. Verdicts are written by hand here, schemas are made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from api.forms.design.layout import Layout
from api.forms.design.schema import schema_of
from tests.contract.samples import layout
from tests.forms.steps import field

CORPUS = Path(__file__).parent / "corpus.json"
ID = "018f3c5e-7b1a-7000-8000-000000000001"
OTHER = "018f3c5e-7b1a-7000-8000-000000000002"
OPTIONS = [{"value": "a", "label": {"zh": "甲"}}, {"value": "b", "label": {"zh": "乙"}}]
CASES: list[tuple[dict[str, Any], list[Any], list[tuple[Any, str]]]] = [
    (
        field("text", max=4),
        ["字", "𠮷𠮷𠮷𠮷", "👍🏽ab", "  字字字字  ", "e\u0301e\u0301e\u0301e\u0301", "١٢٣", "<b>", "${x}"],
        [("字字字字字", "string_too_long"), ("𠮷𠮷𠮷𠮷𠮷", "string_too_long"), ("a\nb", "string_pattern_mismatch"),
         ("a\u0000b", "string_pattern_mismatch"), ("\ud800", "string_pattern_mismatch"), ("a\u2028b", "string_pattern_mismatch"),
         (7, "string_type"), (True, "string_type"), ([], "string_type"), ({}, "string_type")],
    ),
    (
        field("long_text", max=10),
        ["一\n二", "一\t二", "a\r\nb", "0123456789"],
        [("01234567890", "string_too_long"), ("a\u0007b", "string_pattern_mismatch"), ("a\u0085b", "string_pattern_mismatch")],
    ),
    (
        field("number", minimum=-1.5, maximum=50.5),
        [0, -1.5, 50.5, 1e-9, 3],
        [(50.500001, "less_than_equal"), (-2, "greater_than_equal"), ("3", "float_type"), (True, "float_type"),
         (2**70, "less_than_equal"), (1e300, "less_than_equal"), ([1], "float_type")],
    ),
    (
        field("number", decimals=0),
        [0, 12, -3, 4.0, 10**12],
        [(0.5, "int_type"), (10**12 + 1, "less_than_equal"), ("1", "int_type"), (False, "int_type")],
    ),
    (
        field("money"),
        [0, 27000, 10**12],
        [(-1, "greater_than_equal"), (0.5, "int_type"), ("270", "int_type"), (10**13, "less_than_equal")],
    ),
    (
        field("date"),
        ["2026-11-29", "2028-02-29", "2000-02-29", "1990-01-01", "2100-12-31"],
        [("2026-02-29", "date_parsing"), ("2100-02-29", "date_parsing"), ("2026-11-31", "date_parsing"),
         ("2026-13-01", "date_parsing"), ("2026-00-10", "date_parsing"), ("1989-12-31", "string_pattern_mismatch"),
         ("2101-01-01", "string_pattern_mismatch"), ("2026-1-01", "string_too_short"), ("2026-11-29T00", "string_too_long"),
         ("２０２６-11-29", "string_pattern_mismatch"), ("2026/11/29", "string_pattern_mismatch"), (20261129, "string_type")],
    ),
    (
        field("time"),
        ["00:00", "23:59", " 09:30 "],
        [("24:00", "string_pattern_mismatch"), ("9:30", "string_too_short"), ("09:60", "string_pattern_mismatch"),
         ("09:30\u0000", "string_too_long"), ("٠٩:٣٠", "string_pattern_mismatch")],
    ),
    (
        field("moment"),
        ["2026-11-29T08:00:00Z", "2026-11-29T08:00:00+08:00", "2026-11-29T08:00:00.123456-05:30"],
        [("2026-11-29T08:00:00", "string_too_short"), ("2026-02-30T08:00:00Z", "date_parsing"),
         ("2026-11-29T24:00:00Z", "string_pattern_mismatch"), ("2026-11-29 08:00:00Z", "string_pattern_mismatch"),
         ("2026-11-29T08:00:60Z", "string_pattern_mismatch"), ("2026-11-29t08:00:00z", "string_pattern_mismatch"),
         ("2026-11-29T08:00:00+25:00", "string_pattern_mismatch")],
    ),
    (field("choice", options=OPTIONS), ["a", "b"], [("c", "literal_error"), ("甲", "literal_error"), (0, "literal_error")]),
    (
        field("choices", options=OPTIONS, required=True),
        [["a"], ["b", "a"]],
        [([], "too_short"), (["a", "a"], "repeated"), (["c"], "literal_error"), ("a", "list_type"),
         (["a", "b", "c"], "too_long")],
    ),
    (field("yes_no"), [True, False], [(1, "bool_type"), ("true", "bool_type"), (0, "bool_type")]),
    (
        field("check"),
        [{"result": "pass"}, {"result": "na"}, {"result": "fail", "note": "漏水"}],
        [({"result": "fail"}, "missing"), ({"result": "fail", "note": "  "}, "missing"), ({"result": "ok"}, "literal_error"),
         ({}, "missing"), ({"result": "pass", "extra": 1}, "extra_forbidden"), ("pass", "dict_type"), (True, "dict_type")],
    ),
    (
        field("check", not_applicable=False, photo_on_fail=True, note_on_fail=False),
        [{"result": "fail", "photos": [ID]}],
        [({"result": "na"}, "literal_error"), ({"result": "fail"}, "missing"), ({"result": "fail", "photos": []}, "too_short"),
         ({"result": "fail", "photos": [ID, ID]}, "repeated"), ({"result": "fail", "photos": ["x"]}, "string_too_short")],
    ),
    (
        field("table", columns=[field("text", "item", required=True), field("money", "fee")], required=True, max_rows=2),
        [[{"item": "光源"}], [{"item": "光源", "fee": 1}, {"item": "泵管"}]],
        [([], "too_short"), ([{}], "missing"), ([{"fee": 1}], "missing"), ([{"item": "x", "fee": "1"}], "int_type"),
         ([{"item": "x", "more": 1}], "extra_forbidden"), ([{"item": "x"}] * 3, "too_long"), ([[]], "dict_type"),
         ({"item": "x"}, "list_type")],
    ),
    (
        field("photo", minimum=1, maximum=2),
        [[ID], [ID, OTHER]],
        [([], "too_short"), ([ID, ID], "repeated"), ([ID.upper()], "string_pattern_mismatch"), ([7], "string_type")],
    ),
    (
        field("reference", of="asset"),
        [ID],
        [("x", "string_too_short"), (ID[:-1] + "g", "string_pattern_mismatch"), (ID + "0", "string_too_long")],
    ),
]  # fmt: skip
"""A field with the key `x`, values that it takes, values that it refuses with the code of the first finding."""


def corpus() -> list[dict[str, Any]]:
    """The cases with their schemas."""
    made = []
    for asked, takes, refuses in CASES:
        sections = [{"key": "main", "title": {"zh": "内容"}, "fields": [asked]}]
        schema = schema_of(Layout.model_validate(layout(sections=sections, signatures=[])))
        made.append({"field": asked, "schema": schema, "takes": takes, "refuses": [list(one) for one in refuses]})
    return made


if __name__ == "__main__":
    CORPUS.write_text(json.dumps(corpus(), ensure_ascii=True, indent=1) + "\n", "utf-8")
