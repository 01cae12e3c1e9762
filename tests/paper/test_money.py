"""报价单, 结算单 and 交款单: amounts right aligned and in words, and nothing of the house on the customer's copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.kit.db import Database
from api.paper.documents.amounts import capital, money, quantity
from tests.money.selling import agreed, case_of, do, drafted, offered_quote
from tests.money.steps import Till
from tests.paper.steps import Papers, judged, text_of, tight
from tests.work.steps import AsRole
from tests.world import World


@pytest.fixture
def till(as_role: AsRole, world: World, db: Database) -> Till:
    """A1's people at their money."""
    return Till(as_role, world, db)


def test_r161_a_quote_is_printed_as_it_was_offered(as_role: AsRole, papers: Papers, world: World, db: Database) -> None:
    """A draft is not; what the customer decided stands on the paper; who approved stays in the house."""
    agent = as_role("HL")
    case = case_of(agent, world, db)
    draft = drafted(agent, world, case)
    asked = {"kind": "service_quotation", "subject_id": draft["id"]}
    refused = agent.post("documents", json=asked)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/paper-not-ready")
    made = do(agent, f"quotes/{draft['id']}/offer")
    for copy in ("house", "customer"):
        for language, title in (("zh", "报价单"), ("en", "Servicequotation")):
            pdf = papers.pdf(papers.print("service_quotation", made["id"], "HL", copy=copy, language=language), "HL")
            assert judged(pdf) == []
            said = tight(text_of(pdf))
            for word in (
                title, made["number"], case["number"], "绿源环境A1公司", "HLA1", str(money(made["total_fen"])),
                *(tight(line["description"]) for line in made["lines"]),
                *(str(money(line["amount_fen"])) for line in made["lines"]),
            ):  # fmt: skip
                assert word in said, f"{word} is not on it: {said}"
            approver = {"zh": "批准人", "en": "Approvedby"}[language]
            assert (approver in said) == (copy == "house")
    agreed(agent, made)
    said = tight(papers.text("service_quotation", made["id"], "HL", copy="customer"))
    assert "是否同意是同意人陈志远" in said


def test_r161_a_replaced_quote_goes_to_nobody(as_role: AsRole, papers: Papers, world: World, db: Database) -> None:
    agent = as_role("HL")
    made = offered_quote(agent, world, case_of(agent, world, db))
    printed = papers.print("service_quotation", made["id"], "HL")
    do(agent, f"quotes/{made['id']}/revise")
    asked = {"kind": "service_quotation", "subject_id": made["id"]}
    assert agent.post("documents", json=asked).status_code == 409
    assert made["number"] in text_of(papers.pdf(printed, "HL"))  # what was printed then can still be looked at


def test_r178_the_bill_says_what_was_done_and_what_is_owed(till: Till, papers: Papers) -> None:
    """Both copies in both languages; the remark stays in the house."""
    bill = till.bill(till.case(), remark="内部：老客户，别催")
    till.pay(bill, 50000)
    for copy in ("house", "customer"):
        for language, title, kind in (("zh", "结算单", "人工费"), ("en", "Settlementbill", "Labour")):
            printed = papers.print("settlement_bill", bill["id"], "CA", copy=copy, language=language)
            pdf = papers.pdf(printed, "CA")
            assert judged(pdf) == []
            said = tight(text_of(pdf))
            for word in (
                title, kind, bill["number"], bill["case"]["number"], "绿源环境A1公司", "300.00", "800.00", "1,100.00",
                "500.00", "600.00",
            ):  # fmt: skip
                assert word in said, f"{word} is not on it: {said}"
            assert ("内部：老客户，别催" in said) == (copy == "house")
            assert ("壹仟壹佰元整" in said) == (language == "zh")


def test_r165_the_way_of_paying_stands_on_the_bill(till: Till, papers: Papers) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 50000)
    till.pay(bill, 60000, "bank")
    assert "银行转账600.00·现金500.00" in tight(papers.text("settlement_bill", bill["id"], "CA"))


def test_a_voided_bill_is_printed_no_more(till: Till) -> None:
    bill = till.bill(till.case())
    till.act("FI", f"settlement-bills/{bill['id']}/void", {"reason": "开错了"})
    till.refused(
        "CA", "documents", {"kind": "settlement_bill", "subject_id": bill["id"]}, slug="paper-not-ready"
    )  # fmt: skip


def test_r157_the_handover_slip_names_every_payment_and_the_difference(till: Till, papers: Papers) -> None:
    """What was declared beside what was counted; no customer gets it."""
    bill = till.bill(till.case())
    payment = till.pay(bill)
    slip = till.hand_over(counted=109_500)
    for language, title in (("zh", "交款单"), ("en", "Cashhandoverslip")):
        pdf = papers.pdf(papers.print("cash_handover_slip", slip["id"], "CA", language=language), "CA")
        assert judged(pdf) == []
        said = tight(text_of(pdf))
        for word in (title, slip["number"], payment["number"], "FEA1", "CAA1", "1,100.00", "1,095.00", "-5.00"):
            assert word in said, f"{word} is not on it: {said}"
    till.refused(
        "CA", "documents", {"kind": "cash_handover_slip", "subject_id": slip["id"], "copy": "customer"}, 422
    )  # fmt: skip
    for role, station in (("CA", "B1"), ("FE", "B1"), ("HL", "A1"), ("PC", "A1")):
        asked = {"kind": "cash_handover_slip", "subject_id": slip["id"]}
        assert till.as_role(role, station).post("documents", json=asked).status_code == 404, role


@given(st.integers(min_value=0, max_value=10**12))
def test_an_amount_in_words_says_the_same_number(fen: int) -> None:
    assert read_capital(capital(fen) or "") == fen


def read_capital(text: str) -> int:
    """The number that such words say, read by the rule of the words and not by how they were made."""
    digits, places = "零壹贰叁肆伍陆柒捌玖", {"拾": 10, "佰": 100, "仟": 1000}
    yuan, _, cents = text.removesuffix("整").partition("元") if "元" in text else ("", "", text.removesuffix("整"))
    total = section = digit = 0
    for sign in yuan:
        if sign in digits:
            digit = digits.index(sign)
        elif sign in places:
            section, digit = section + digit * places[sign], 0
        elif sign == "亿":
            total, section, digit = (total + section + digit) * 10**8, 0, 0
        else:
            total, section, digit = total + (section + digit) * 10**4, 0, 0
    total += section + digit
    fen, digit = total * 100, 0
    for sign in cents:
        if sign in digits:
            digit = digits.index(sign)
        else:
            fen, digit = fen + digit * {"角": 10, "分": 1}[sign], 0
    return fen


def test_amounts_as_banks_write_them() -> None:
    for fen, words in (
        (0, "零元整"), (5, "伍分"), (10, "壹角整"), (105, "壹元零伍分"), (100500, "壹仟零伍元整"), (10_000_000, "壹拾万元整"),
        (20_000_300, "贰拾万零叁元整"), (12345, "壹佰贰拾叁元肆角伍分"),
    ):  # fmt: skip
        assert capital(fen) == words
    assert [money(n) for n in (0, 5, 123456, -100)] == ["0.00", "0.05", "1,234.56", "-1.00"]
    assert [quantity(n) for n in (1000, 2500, 10, 1234567)] == ["1", "2.5", "0.01", "1,234.567"]
