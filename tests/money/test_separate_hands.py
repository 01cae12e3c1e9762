"""Nobody approves what is his own, and each job has its own account (R171, R180)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.money.steps import Till


def test_r180_who_closed_a_day_does_not_approve_it(till: Till, db: Database) -> None:
    """Also where he holds the manager's post as well."""
    post = {
        "id": new_id(), "employee_id": till.world.employees["CA@A1"], "role": "station_manager",
        "station_id": till.world.stations["A1"], "starts_on": date(2026, 1, 1),
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.Post.__table__), post)
    till.pay(till.bill(till.case()), 100)
    day = till.close()
    assert "别人" in till.refused("CA", f"cash-days/{day['id']}/approve")["detail"]
    till.act("SM", f"cash-days/{day['id']}/approve")


def test_r171_each_case_has_an_account_of_its_own(till: Till) -> None:
    first, second = till.bill(till.case()), till.bill(till.case(lines=(("labour", 500),)))
    till.pay(first, 10000)
    till.pay(second, 200)
    statement = till.who("CA").read(f"receivables/{second['case']['id']}")
    assert (statement["billed_fen"], statement["collected_fen"], statement["open_fen"]) == (500, 200, 300)


def test_r154_a_case_says_whether_it_is_collected_and_handed_in(till: Till) -> None:
    bill = till.bill(till.case())
    case = bill["case"]["id"]
    said = [till.who("CA").read(f"receivables/{case}")]
    till.pay(bill)
    said.append(till.who("CA").read(f"receivables/{case}"))
    till.hand_over()
    said.append(till.who("CA").read(f"receivables/{case}"))
    assert [(one["collected"], one["handed_in"]) for one in said] == [(False, False), (True, False), (True, True)]
