"""Invoices: issued, taken along, red-lettered, never deleted (D25, R156, R178)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from tests.money.steps import Till

_invoice = models.invoices.Invoice.__table__
_event = models.events.Event.__table__
WISH = {"title": "绿源环境", "content": "维修服务费"}


def asked(till: Till, **over: Any) -> dict[str, Any]:
    bill = till.bill(till.case())
    return till.act("FE", "invoices", {"case_id": bill["case"]["id"], "bill_id": bill["id"]} | WISH | over)


def issued(till: Till, number: str = "12345678", **over: Any) -> dict[str, Any]:
    return till.act("CA", f"invoices/{asked(till, **over)['id']}/issue", {"invoice_no": number})


def test_tax_and_net_add_up_to_the_fen(till: Till) -> None:
    made = issued(till)
    assert (made["amount_fen"], made["net_fen"], made["tax_fen"], made["medium"]) == (
        110000,
        103774,
        6226,
        "electronic",
    )
    special = {"case_id": made["case"]["id"], "kind": "special"} | WISH
    till.refused("FE", "invoices", special, status=422)


def test_no_more_is_invoiced_than_billed(till: Till) -> None:
    made = asked(till, amount_fen=100000)
    body = {"case_id": made["case"]["id"], "bill_id": made["bill_id"]} | WISH
    assert till.refused("FE", "invoices", body | {"amount_fen": 10001}, slug="more-than-billed")["left_fen"] == 10000
    assert till.act("FE", "invoices", body)["amount_fen"] == 10000
    till.refused("FE", "invoices", body, slug="more-than-billed")


def test_d25_a_wrong_invoice_is_red_lettered_and_kept(till: Till, db: Database) -> None:
    made = issued(till)
    till.refused("SM", f"settlement-bills/{made['bill_id']}/void", {"reason": "写错"})
    why = {"reason": "抬头写错", "invoice_no": "12345679"}
    wrong = till.act("CA", f"invoices/{made['id']}/red-letter", why)
    assert wrong["status"] == "red_lettered"
    [red] = [row for row in till.who("CA").read("invoices")["items"] if row["red_of_id"] == made["id"]]
    assert (red["amount_fen"], red["net_fen"], red["tax_fen"]) == (-110000, -103774, -6226)
    till.refused("CA", f"invoices/{red['id']}/red-letter", why | {"invoice_no": "12345680"})
    assert (
        till.act("FE", "invoices", {"case_id": made["case"]["id"], "bill_id": made["bill_id"]} | WISH)["amount_fen"]
        == 110000
    )
    for change in (delete(_invoice), update(_invoice).where(_invoice.c.id == made["id"]).values(title="改")):
        with pytest.raises(DBAPIError), db.write() as conn:
            conn.execute(change)


def test_a_number_is_one_invoices(till: Till) -> None:
    issued(till)
    second = asked(till)
    till.refused("CA", f"invoices/{second['id']}/issue", {"invoice_no": "12345678"}, slug="duplicate")


def test_r156_what_is_taken_along_comes_back_or_is_handed_out(till: Till, db: Database) -> None:
    made = issued(till, medium="paper")
    path = f"invoices/{made['id']}"
    assert till.act("FE", f"{path}/take-along")["taken_by"]["name"] == "FE A1"
    taken = next(e for e in till.who("CA").read(f"{path}/events")["items"] if e["type"] == "invoice.taken")
    assert taken["sentence"].startswith("FE A1 带走发票")
    with db.read() as conn:
        kept = conn.execute(select(_event.c.data).where(_event.c.type == "invoice.taken")).scalar_one()
    assert "FE A1" not in str(kept), "no name stands in the chain"
    assert [row["id"] for row in till.who("CA").read("invoices", out="true")["items"]] == [made["id"]]
    till.refused("CA", f"{path}/hand-out")
    till.refused("CA", f"{path}/red-letter", {"reason": "x", "invoice_no": "12345679"})
    till.act("FE", f"{path}/bring-back")
    till.act("FE", f"{path}/take-along")
    assert till.act("FE", f"{path}/hand-out")["handed_out_at"]
    assert till.who("CA").read("invoices", out="true")["items"] == []
    till.refused("FE", f"{path}/take-along")


def test_beforehand_an_invoice_may_be_made_out_on_the_consent(till: Till) -> None:
    case = till.case()
    made = till.act("CA", "invoices", {"case_id": case, "medium": "paper"} | WISH)
    assert (made["bill_id"], made["amount_fen"]) == (None, 110000)
