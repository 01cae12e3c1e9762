"""Bills: after the work, never above the consent, fixed once issued, voided with red figures (R154, R165, R178)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.money.steps import Till
from tests.world import BORN

_bill = models.settlement_bills.SettlementBill.__table__
_account = models.case_accounts.CaseAccount.__table__
_posting = models.ledger.Posting.__table__


def test_a_bill_takes_over_the_consented_lines_word_for_word(till: Till) -> None:
    """R165: exactly as on the paper."""
    case = till.case()
    bill = till.bill(case)
    assert bill["number"].startswith("SB-A1-")
    assert [(line["description"], line["amount_fen"]) for line in bill["lines"]] == [
        ("labour 项目", 30000), ("part 项目", 80000)
    ]  # fmt: skip
    assert (bill["total_fen"], bill["paid_fen"], bill["open_fen"], bill["status"]) == (110000, 0, 110000, "issued")
    told = till.who("SM").read(f"settlement-bills/{bill['id']}/events")["items"]
    assert told[0]["sentence"] == f"开出结算单 {bill['number']}，1,100.00 元"


def test_r154_no_bill_before_the_work_is_done(till: Till) -> None:
    case = till.case(answer=None)
    problem = till.refused("FE", "settlement-bills", {"case_id": case}, slug="transition-refused")
    assert problem["detail"] == "服务还没有做完"
    undecided = till.case(consented_at=None)
    assert "同意" in till.refused("FE", "settlement-bills", {"case_id": undecided})["detail"]


def test_r154_a_bill_never_exceeds_the_consent(till: Till) -> None:
    case = till.case()
    labour, part = till.who("FE").read("settlement-bills/billable", case_id=case)["lines"]
    one = [{"quote_line_id": part["quote_line_id"], "amount_fen": 80001}]
    till.refused("FE", "settlement-bills", {"case_id": case, "lines": one}, slug="above-consent")
    till.bill(case, lines=[{"quote_line_id": part["quote_line_id"], "amount_fen": 50000}])
    again = [{"quote_line_id": part["quote_line_id"], "amount_fen": 30001}]
    till.refused("FE", "settlement-bills", {"case_id": case, "lines": again}, slug="above-consent")
    rest = till.bill(case)
    assert sorted(line["amount_fen"] for line in rest["lines"]) == [30000, 30000]
    assert labour["left_fen"] == 30000
    till.refused("FE", "settlement-bills", {"case_id": case}, slug="above-consent")
    stranger = [{"quote_line_id": new_id()}]
    till.refused("FE", "settlement-bills", {"case_id": case, "lines": stranger}, status=422)


def test_r154_what_is_billed_goes_by_its_quantity(till: Till) -> None:
    """No more than the quantity costs, and over several bills no more than was consented to."""
    case = till.case(lines=(("part", 80001),))

    def part(**asked: int) -> dict[str, Any]:
        line = till.who("FE").read("settlement-bills/billable", case_id=case)["lines"][0]["quote_line_id"]
        return {"case_id": case, "lines": [{"quote_line_id": line} | asked]}

    problem = till.refused("FE", "settlement-bills", part(quantity=500, amount_fen=40002), slug="above-consent")
    assert "400.01" in problem["detail"]
    [first] = till.act("FE", "settlement-bills", part(quantity=500))["lines"]
    assert (first["quantity"], first["amount_fen"]) == (500, 40001), "half up"
    [left] = till.who("FE").read("settlement-bills/billable", case_id=case)["lines"]
    assert (left["quantity"], left["left_fen"]) == (500, 40000)
    till.refused("FE", "settlement-bills", part(quantity=501, amount_fen=1), slug="above-consent")
    [second] = till.act("FE", "settlement-bills", part(amount_fen=10000))["lines"]
    assert (second["quantity"], second["amount_fen"]) == (124, 10000)
    [rest] = till.bill(case)["lines"]
    assert (rest["quantity"], rest["amount_fen"]) == (376, 30000)
    till.refused("FE", "settlement-bills", {"case_id": case}, slug="above-consent")


def test_what_was_billed_for_less_is_not_owed_again(till: Till) -> None:
    case = till.case(lines=(("part", 80000),))
    [line] = till.who("FE").read("settlement-bills/billable", case_id=case)["lines"]
    till.bill(case, lines=[{"quote_line_id": line["quote_line_id"], "quantity": 500, "amount_fen": 100}])
    [rest] = till.bill(case)["lines"]
    assert (rest["quantity"], rest["amount_fen"]) == (500, 40000)


def test_bills_are_found_by_number_and_customer(till: Till) -> None:
    bill = till.bill(till.case())
    name = bill["customer"]["name"]
    for q, found in ((bill["number"].lower(), 1), (name[:2], 1), ("%", 0), ("_", 0)):
        assert len(till.who("SM").read("settlement-bills", q=q)["items"]) == found, q
    for q, found in ((bill["case"]["number"].lower(), 1), (name[:2], 1), ("%", 0), ("_", 0)):
        assert len(till.who("SM").read("receivables", q=q)["items"]) == found, q


def test_r154_the_database_itself_refuses_a_bill_above_the_consent(till: Till, db: Database) -> None:
    """Whoever writes it."""
    case = till.case()

    def write(total: int, **over: str) -> None:
        row = {
            "id": new_id(), "version": 1, "created_at": BORN, "number": f"SB-{new_id()[-8:]}", "case_id": case,
            "station_id": till.world.stations["A1"], "customer_id": till.world.customers["A1"], "status": "issued",
            "total_fen": total,
        }  # fmt: skip
        with db.write() as conn:
            conn.execute(insert(_bill), row | over)

    with pytest.raises(DBAPIError, match="billed_within_consent"):
        write(110001)
    write(100000)
    with pytest.raises(DBAPIError, match="billed_within_consent"):
        write(10001)
    with db.write() as conn:
        unconsented = conn.execute(
            select(models.service_requests.ServiceRequest.__table__.c.id).where(False)  # type: ignore[arg-type]
        ).scalar()
    assert unconsented is None
    with pytest.raises(DBAPIError, match="without consent"):
        write(1, case_id=new_id())


def test_an_issued_bill_is_fixed(till: Till, db: Database) -> None:
    bill = till.bill(till.case())
    for change in (
        update(_bill).values(total_fen=1), update(_bill).values(case_id=new_id()), delete(_bill),
        delete(models.settlement_bills.SettlementBillLine.__table__),
    ):  # fmt: skip
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(change)
    assert till.who("FE").read(f"settlement-bills/{bill['id']}")["total_fen"] == 110000


def test_a_voided_bill_leaves_red_figures_and_frees_consent_and_money(till: Till, db: Database) -> None:
    case = till.case()
    bill = till.bill(case)
    payment = till.pay(bill, 50000)
    till.refused("FE", f"settlement-bills/{bill['id']}/void", {"reason": "写错"}, status=403)
    voided = till.act("SM", f"settlement-bills/{bill['id']}/void", {"reason": "数量写错"})
    assert (voided["status"], voided["open_fen"], voided["paid_fen"]) == ("voided", 0, 0)
    with db.read() as conn:
        red = conn.execute(select(_posting).where(_posting.c.kind == "bill_voided")).one()
        first = conn.execute(select(_posting).where(_posting.c.kind == "bill")).one()
        account = conn.execute(select(_account)).one()
    assert (red.debit, red.credit, red.amount_fen, red.reverses_id) == ("revenue", "receivable", 110000, first.id)
    assert account.billed_fen == 0
    assert till.who("FE").read(f"payments/{payment['id']}")["free_fen"] == 50000
    anew = till.bill(case)
    assert (anew["paid_fen"], anew["open_fen"]) == (50000, 60000), "what was paid stands on the next bill at once"
    with pytest.raises(DBAPIError, match="fixed"), db.write() as conn:
        conn.execute(update(_bill).where(_bill.c.id == bill["id"]).values(status="issued", voided_at=None))


def test_r163_settled_only_when_all_is_paid(till: Till) -> None:
    bill = till.bill(till.case())
    till.pay(bill, 109999)
    assert till.who("CA").read("settlement-bills", open="true")["items"][0]["open_fen"] == 1
    till.pay(bill, 1)
    assert till.who("CA").read("settlement-bills", open="true")["items"] == []
    settled = till.who("CA").read(f"settlement-bills/{bill['id']}")
    assert (settled["status"], settled["open_fen"]) == ("settled", 0)
    told = [event["type"] for event in till.who("CA").read(f"settlement-bills/{bill['id']}/events")["items"]]
    assert told == [
        "settlement_bill.issued", "settlement_bill.paid", "settlement_bill.paid", "settlement_bill.settled"
    ]  # fmt: skip
