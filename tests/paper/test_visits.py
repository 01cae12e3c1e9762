"""上门派工单 and 维修工单: what stands on which copy, for whom, and that each printing is counted and told (R162)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.paper.steps import Papers, fetched, judged, pages_of, text_of, tight
from tests.work.steps import Desk, facts_of, put
from tests.world import World

VISIT = ("on_site_dispatch_order", "repair_work_order")
PHONE, DIALLED, MASKED = "+8613800004410", "13800004410", "138****4410"


def inside(db: Database, world: World, order: dict[str, Any]) -> dict[str, str]:
    """Fill every freely typed field of an order and its case with a word of its own, none of it the customer's."""
    canaries = {name: f"内部{name}勿外传" for name in ("note", "contact_note", "problem", "reason")}
    put(db, models.work_orders.WorkOrder, order["id"], **canaries)
    put(db, models.service_requests.ServiceRequest, order["case"]["id"], description="内部登记说明勿外传")
    put(db, models.customers.Site, world.sites["A1"], access_note="内部门禁密码 9876")
    return canaries | {"description": "内部登记说明勿外传", "access": "内部门禁密码9876"}


def test_a_paper_is_sound_and_says_what_it_must(desk: Desk, papers: Papers) -> None:
    """Each kind, in each copy and language."""
    order = desk.to("record_in")
    for kind, copy, language in product(VISIT, ("house", "customer"), ("zh", "en")):
        sound(papers, order, kind, copy, language)


def sound(papers: Papers, order: dict[str, Any], kind: str, copy: str, language: str) -> None:
    printed = papers.print(kind, order["id"], copy=copy, language=language)
    pdf = papers.pdf(printed)
    assert judged(pdf) == []
    said = tight(text_of(pdf))
    for word in (
        order["number"], order["case"]["number"], "绿源环境A1公司", "陈志远", "张家湾镇光华路甲16号", "WQ-5100",
        "WQ51-2509-002245", "COD读数零点漂移", "FEA1", printed["fingerprint"][:12], "A1服务站",
    ):  # fmt: skip
        assert word in said, f"{word} is not on it: {said}"
    title = {"zh": printed["kind_label"], "en": {VISIT[0]: "On-sitedispatchorder", VISIT[1]: "Repairworkorder"}[kind]}
    assert title[language] in said
    assert {"zh": "第1页共1页", "en": "Page1of1"}[language] in said


def test_the_record_of_work_and_the_signature_are_on_the_work_order(desk: Desk, papers: Papers) -> None:
    said = tight(papers.text("repair_work_order", desk.to("record_in")["id"], copy="customer"))
    for word in ("光电管老化", "更换光电管并校准", "标液50，读数50.6", "合格", "已向您讲解使用注意事项"):
        assert word in said


def test_a_refused_signature_is_printed_with_its_reason(desk: Desk, papers: Papers) -> None:
    order = desk.act(desk.to("work_done"), "refuse-signature")
    assert "客户没有签字：负责人不在" in tight(papers.text("repair_work_order", order["id"]))


def test_t11_the_customers_copy_holds_nothing_of_the_house(
    desk: Desk, papers: Papers, db: Database, world: World
) -> None:
    """Notes, ways in, problems reported, and every telephone number stay in the house."""
    order = desk.to("record_in")
    canaries = inside(db, world, order)
    for kind in VISIT:
        said = tight(papers.text(kind, order["id"], copy="customer"))
        for name, canary in canaries.items():
            assert canary not in said, f"{kind} shows the customer {name}"
        assert DIALLED not in said
        assert "内部" not in said
    told = tight(papers.text("on_site_dispatch_order", order["id"], copy="house"))
    assert canaries["note"] in told
    assert canaries["access"] in told
    assert canaries["problem"] in tight(papers.text("repair_work_order", order["id"], copy="house"))


def test_d43_a_number_on_the_paper_counts_as_shown(
    desk: Desk, papers: Papers, db: Database, recorded: Callable[..., list[str]], world: World
) -> None:
    """The engineer needs it: printed in full where the caller may see it, counted and told with its reason (T31)."""
    order = desk.to("assigned")
    printed = papers.print("on_site_dispatch_order", order["id"], copy="house")
    assert DIALLED in tight(text_of(papers.pdf(printed)))
    told = [fact for fact in facts_of(db, world.customers["A1"]) if fact["type"] == "contact.revealed"]
    assert [fact["reason"] for fact in told] == [f"打印上门派工单 {order['number']}"]
    masked = papers.print("on_site_dispatch_order", order["id"], copy="house", phone="masked")
    assert MASKED in tight(text_of(papers.pdf(masked)))
    assert recorded().count("contact.revealed") == 1


def test_d43_a_number_is_given_again_only_to_who_printed_it(desk: Desk, papers: Papers) -> None:
    printed = papers.print("on_site_dispatch_order", desk.to("assigned")["id"])
    for role in ("SM", "HQ", "AU", "FE", "PC"):
        station = "C" if role in ("HQ", "AU") else "A1"
        said = tight(text_of(papers.pdf(printed, role, station)))
        assert DIALLED not in said, role
        assert MASKED in said


def test_d43_who_may_not_see_the_number_prints_it_masked(
    desk: Desk, papers: Papers, recorded: Callable[..., list[str]]
) -> None:
    order = desk.to("assigned")
    for role in ("PC", "CA"):
        said = tight(papers.text("on_site_dispatch_order", order["id"], role))
        assert DIALLED not in said
        assert MASKED in said
    assert "contact.revealed" not in recorded()


def test_r162_every_printing_is_counted_kept_and_told(desk: Desk, papers: Papers, db: Database) -> None:
    order = desk.to("assigned")
    first = papers.print("repair_work_order", order["id"])
    second = papers.print("repair_work_order", order["id"], "SM", copy="customer")
    assert [(p["nth"], p["reprint"]) for p in (first, second)] == [(1, False), (2, True)]
    assert "重印" not in text_of(papers.pdf(first))
    assert "重印·第2次打印" in tight(text_of(papers.pdf(second)))
    told = [fact for fact in facts_of(db, order["id"]) if fact["type"] == "document.printed"]
    assert [(f["document_id"], f["copy"], f["nth"]) for f in told] == [
        (first["id"], "house", 1), (second["id"], "customer", 2),
    ]  # fmt: skip
    seen = papers.as_role("CO").read("documents", subject="work_order", subject_id=order["id"])["items"]
    assert [row["id"] for row in seen] == [second["id"], first["id"]]
    case = papers.as_role("CO").read(f"service-requests/{order['case']['id']}/events")["items"]
    assert "打印了维修工单（客户联，第 2 次）" in [event["sentence"] for event in case]


def test_r165_the_paper_is_given_again_exactly_as_it_was(desk: Desk, papers: Papers, db: Database) -> None:
    """What stood on it does not follow later changes; its check code does not change either."""
    order = desk.to("assigned")
    printed = papers.print("repair_work_order", order["id"])
    before = text_of(papers.pdf(printed))
    put(db, models.work_orders.WorkOrder, order["id"], subject="后来改的主题")
    assert text_of(papers.pdf(printed)) == before
    again = papers.print("repair_work_order", order["id"])
    assert "后来改的主题" in text_of(papers.pdf(again))
    assert again["fingerprint"] != printed["fingerprint"]


def test_r156_on_a_paid_visit_the_engineer_is_told_to_take_the_invoice(
    desk: Desk, papers: Papers, db: Database
) -> None:
    order = desk.to("assigned")
    kind = "on_site_dispatch_order"
    assert "带发票上门" not in tight(papers.text(kind, order["id"], phone="masked"))
    put(db, models.work_orders.WorkOrder, order["id"], paid=True)
    assert "带发票上门" in tight(papers.text(kind, order["id"], phone="masked"))
    assert "带发票上门" not in tight(papers.text(kind, order["id"], copy="customer"))


def test_t2_a_paper_is_as_visible_as_its_record(desk: Desk, papers: Papers, as_role: Callable[..., Api]) -> None:
    """A foreign station, and an engineer whose job it is not, get not one byte of it."""
    printed = papers.print("repair_work_order", desk.to("assigned")["id"])
    own = f"documents/{printed['id']}"
    for role, station in (("CO", "B1"), ("SM", "A2"), ("FE", "B1"), ("RM", "B")):
        api = as_role(role, station)
        for path in (own, f"{own}/content", f"{own}/batch"):
            answer = api.get(path)
            assert answer.status_code == 404, f"{role}@{station} {path}"
            assert b"%PDF" not in answer.content
        refused = api.post("documents", json={"kind": "repair_work_order", "subject_id": printed["subject_id"]})
        assert refused.status_code == 404
        query = {"subject": "work_order", "subject_id": printed["subject_id"]}
        assert api.get("documents", params=query).status_code == 404
        assert api.get("documents/kinds", params=query).status_code == 404
        preview = {"kind": "repair_work_order", "subject_id": printed["subject_id"]}
        assert api.get("documents/preview", params=preview).status_code == 404


def test_the_kinds_offered_come_with_how_often_they_were_printed(desk: Desk, papers: Papers) -> None:
    order = desk.to("assigned")
    papers.print("on_site_dispatch_order", order["id"], phone="masked")
    query = {"subject": "work_order", "subject_id": order["id"]}
    found = papers.as_role("CO").read("documents/kinds", **query)["items"]
    assert [(k["kind"], k["printed"]) for k in found][:2] == [(VISIT[0], 1), (VISIT[1], 0)]
    assert papers.as_role("FU").read("documents/kinds", **query)["items"] == []


def test_many_are_printed_into_one_file(desk: Desk, papers: Papers, as_role: Callable[..., Api]) -> None:
    """Each paper counts its own pages; one that is not the caller's refuses all."""
    orders = [desk.open() for _ in range(3)]
    api = as_role("CO")
    ids = [order["id"] for order in orders]
    asked = {"kind": "on_site_dispatch_order", "subject_ids": ids, "phone": "masked"}
    made = api.post("documents/batch", json=asked)
    assert made.status_code == 201, made.text
    body = made.json()
    assert [item["subject_id"] for item in body["items"]] == ids
    pdf = fetched(api, body["content_href"])
    assert judged(pdf) == []
    pages = pages_of(pdf)
    assert len(pages) == 3
    for order, page in zip(orders, pages, strict=True):
        assert order["number"] in page
        assert "第1页共1页" in tight(page)
    twice = api.post("documents/batch", json=asked | {"subject_ids": [ids[0], ids[0]]})
    assert twice.json()["errors"][0]["pointer"] == "/body/subject_ids/1"
    foreign = as_role("CO", "B1").post("documents/batch", json=asked)
    assert foreign.json()["errors"][0]["pointer"] == "/body/subject_ids/0"
    assert as_role("FE").post("documents/batch", json=asked).status_code == 403


def test_a_preview_is_a_picture_and_no_printing(desk: Desk, papers: Papers, recorded: Callable[..., list[str]]) -> None:
    order = desk.to("assigned")
    seen = papers.as_role("CO").read("documents/preview", kind="on_site_dispatch_order", subject_id=order["id"])
    assert [page[:11] for page in seen["pages"]] == ["iVBORw0KGgo"]
    assert not {"document.printed", "contact.revealed"} & set(recorded())


def test_a_long_record_goes_over_pages_that_are_counted(desk: Desk, papers: Papers, db: Database) -> None:
    order = desk.to("record_in")
    put(
        db,
        models.work_orders.WorkOrder,
        order["id"],
        **dict.fromkeys(("diagnosis", "plan", "work_done"), "检查光路。" * 400),
    )
    pdf = papers.pdf(papers.print("repair_work_order", order["id"]))
    pages = pages_of(pdf)
    assert len(pages) > 2
    assert f"第{len(pages)}页共{len(pages)}页" in tight(pages[-1])
    assert all(order["number"] in page for page in pages)
    assert judged(pdf) == []
