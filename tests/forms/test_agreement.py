"""One schema, one verdict: server, desk and phone judge an entry alike, by hand-written cases and by made-up ones."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.forms.design.checking import faults, tidied
from api.forms.design.layout import Layout
from api.forms.design.schema import PATTERNS, schema_of
from api.kit.problems import Malformed
from tests.contract.samples import layout
from tests.forms.make_corpus import CASES, CORPUS, ID, OTHER, corpus
from tests.forms.steps import field

ROOT = Path(__file__).parent.parent.parent
NODE = ROOT / ".venv" / "bin" / "node"
COUNT = 1500


def found(schema: dict[str, Any], data: Any) -> set[tuple[str, str]]:
    """Pointers and codes of what the server finds."""
    return {("/".join(map(str, one["loc"])), one["type"]) for one in faults(schema, tidied(data))}


def test_the_corpus_is_what_the_layouts_say() -> None:
    """Whoever changes how a schema is made writes the corpus anew, so that the screens' test sees it."""
    assert json.loads(CORPUS.read_text("utf-8")) == json.loads(json.dumps(corpus()))


@pytest.mark.parametrize("case", corpus(), ids=lambda case: case["field"]["kind"])
def test_the_server_judges_the_corpus(case: dict[str, Any]) -> None:
    for value in case["takes"]:
        assert found(case["schema"], {"x": value}) == set(), value
    for value, code in case["refuses"]:
        assert code in {kind for _, kind in found(case["schema"], {"x": value})}, (value, code)


def test_no_pattern_of_the_profile_is_more_than_linear() -> None:
    """No repetition stands inside another, and none follows another that takes the same characters (T24)."""
    for pattern in PATTERNS:
        assert pattern.startswith("^")
        assert pattern.endswith(r"(?![\s\S])")
        assert pattern.count("*") + pattern.count("+") - pattern.count("+-]") <= 1


FIELDS = [
    one | {"key": f"f{number}", "required": number % 2 == 0} | ({} if one["kind"] != "table" else {"required": True})
    for number, (one, _, _) in enumerate(CASES)
]
SCHEMAS = [
    schema_of(Layout.model_validate(layout(sections=[{"key": "m", "title": {"zh": "m"}, "fields": FIELDS}], signatures=[]))),
    schema_of(
        Layout.model_validate(layout(sections=[{"key": "m", "title": {"zh": "m"}, "fields": FIELDS}], signatures=[])),
        draft=True,
    ),
    schema_of(Layout.model_validate(layout(sections=[{"key": "m", "title": {"zh": "m"}, "fields": [field("text")]}]))),
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=12),
    st.text("0123456789-:TZ+. ", max_size=26),
    st.dates().map(str),
    st.datetimes(timezones=st.just(None)).map(lambda moment: moment.isoformat() + "Z"),
    st.sampled_from(["a", "b", "pass", "fail", "na", ID, OTHER, "\ud800", "\u2028", "e\u0301", "𠮷𠮷𠮷𠮷𠮷", "\x00"]),
)
NUMBERS = st.one_of(st.integers(-(10**14), 10**14), st.floats(allow_nan=False, allow_infinity=False), st.booleans())
LEAVES = st.one_of(st.none(), TEXTS, NUMBERS)
KEYS = st.sampled_from(["result", "note", "photos", "item", "fee", "x", "toString", "constructor"])
VALUES = st.one_of(
    LEAVES,
    st.lists(st.one_of(LEAVES, st.dictionaries(KEYS, LEAVES, max_size=3)), max_size=4),
    st.dictionaries(KEYS, st.one_of(LEAVES, st.lists(LEAVES, max_size=3)), max_size=4),
)
LIKELY = [
    (st.sampled_from(takes), st.one_of(st.sampled_from([value for value, _ in refuses]), VALUES))
    for _, takes, refuses in CASES
]


@st.composite
def entries(draw: st.DrawFn) -> tuple[int, dict[str, Any]]:
    """Which schema, and data that is often nearly right."""
    data: dict[str, Any] = {}
    faulty = draw(st.sets(st.integers(0, len(LIKELY) - 1), max_size=6))
    left_out = draw(st.sets(st.integers(0, len(LIKELY) - 1), max_size=4))
    for number, (takes, others) in enumerate(LIKELY):
        if number not in left_out:
            data[f"f{number}"] = draw(others if number in faulty else takes)
    if draw(st.integers(0, 4)) == 0:
        data[draw(st.sampled_from(["x", "f99", "toString", "constructor"]))] = draw(VALUES)
    return draw(st.sampled_from([0, 0, 0, 1, 2])), data


@pytest.mark.slow
def test_screens_and_server_agree_on_whatever_is_written() -> None:
    made: list[tuple[int, dict[str, Any]]] = []

    @settings(max_examples=COUNT, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(entry=entries())
    def collect(entry: tuple[int, dict[str, Any]]) -> None:
        made.append(entry)

    collect()
    assert len(made) > COUNT / 2
    asked = json.dumps({"schemas": SCHEMAS, "cases": made})
    answer = subprocess.run(
        [NODE, "tools/judge-entries.mjs"],
        cwd=ROOT / "frontend",
        input=asked,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    differing, right = [], 0
    for (schema, data), theirs in zip(made, json.loads(answer.stdout), strict=True):
        try:
            ours = found(SCHEMAS[schema], json.loads(json.dumps(data)))
        except Malformed:
            ours = {("", "malformed")}
        right += not ours
        if ours != {(place, code) for place, code in theirs}:
            differing.append((data, sorted(ours), sorted(theirs)))
    assert differing[:3] == []
    assert right, "some of what was made is right"
