"""发料单: parts leave against an order, and the order's own papers say which were needed and used."""

from __future__ import annotations

import pytest

from tests.paper.steps import Papers, judged, text_of, tight
from tests.parts.steps import Stock
from tests.work.steps import AsRole
from tests.world import World


@pytest.fixture
def stock(as_role: AsRole, world: World) -> Stock:
    """Store, bin and van of A1."""
    return Stock(as_role, world)


def test_r184_the_issue_slip_names_order_place_and_people(stock: Stock, papers: Papers) -> None:
    """All lines that share the slip, in both languages; it stays in the house."""
    order = stock.desk.to("assigned")
    stock.receive("LAMP-1", 3, 3600_00)
    issued = stock.issue("LAMP-1", 2, order)
    for language, title in (("zh", "发料单"), ("en", "Materialissueslip")):
        printed = papers.print("material_issue_slip", issued["id"], "PC", language=language)
        assert printed["number"] == issued["number"]
        pdf = papers.pdf(printed, "PC")
        assert judged(pdf) == []
        said = tight(text_of(pdf))
        for word in (
            title,
            issued["number"],
            order["number"],
            order["case"]["number"],
            "LAMP-1",
            "1,200.00",
            "FEA1",
            "PCA1",
        ):
            assert word in said, f"{word} is not on it: {said}"
    refused = stock.clerk.post(
        "documents", json={"kind": "material_issue_slip", "subject_id": issued["id"], "copy": "customer"}
    )
    assert refused.json()["errors"][0]["pointer"] == "/body/copy"


def test_only_an_issue_has_an_issue_slip(stock: Stock, papers: Papers) -> None:
    received = stock.receive("LAMP-1", 3, 3600_00)
    asked = {"kind": "material_issue_slip", "subject_id": received["id"]}
    refused = stock.clerk.post("documents", json=asked)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/paper-not-ready")
    seen = {"subject": "stock_movement", "subject_id": received["id"]}
    assert stock.clerk.read("documents/kinds", **seen)["items"][0]["reason"]


def test_r187_the_work_order_says_which_parts_were_used_and_where_the_old_ones_go(stock: Stock, papers: Papers) -> None:
    """What came back was not used; under warranty the old part is taken back."""
    order = stock.desk.to("assigned")
    stock.receive("LAMP-1", 5, 5000_00)
    stock.receive("TUBE-2", 5, 5000_00)
    assert "LAMP-1" not in papers.text("repair_work_order", order["id"])
    stock.issue("LAMP-1", 2, order)
    tube = stock.issue("TUBE-2", 1, order)["movements"][0]
    back = {"order_id": order["id"], "to_place_id": stock.places["store"], "lines": [stock.line("TUBE-2", 1)]}
    stock.clerk.act("stock-movements/return", back, Idempotency_Key=tube["id"])
    said = tight(papers.text("repair_work_order", order["id"], copy="customer"))
    assert "LAMP-1光源模块LAMP-12个收回" in said
    assert "TUBE-2" not in said


def test_r107_the_dispatch_order_says_what_to_take_along(stock: Stock, papers: Papers) -> None:
    order = stock.desk.to("assigned")
    stock.receive("LAMP-1", 5, 5000_00)
    stock.reserve("LAMP-1", 2, order)
    said = tight(papers.text("on_site_dispatch_order", order["id"], phone="masked"))
    assert "LAMP-1光源模块LAMP-1×2个" in said
    assert "LAMP-1" not in papers.text("on_site_dispatch_order", order["id"], copy="customer")
