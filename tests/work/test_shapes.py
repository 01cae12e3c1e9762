"""Answers are exactly what the document says of them: every field present, none beside (the contract)."""

from __future__ import annotations

import pytest

from api.aftercare.follow_ups import schemas as follow_ups
from api.dispatch.candidates import schemas as candidates
from api.work.work_orders import schemas as orders
from tests.work.steps import PATHS, AsRole, Desk


@pytest.mark.parametrize("status", ["received", "waiting_for_parts", "on_site", "signed", "record_in", "cancelled"])
def test_answers_keep_their_shape(desk: Desk, as_role: AsRole, status: str) -> None:
    assert status in PATHS
    order, manager = desk.to(status), as_role("SM")
    orders.WorkOrderRead.model_validate(manager.read(f"work-orders/{order['id']}"))
    for row in manager.read("work-orders")["items"]:
        orders.WorkOrderRow.model_validate(row)
    if order["promised_at"]:
        candidates.CandidateList.model_validate(manager.read(f"work-orders/{order['id']}/candidates"))
    for row in manager.read("follow-ups")["items"]:
        follow_ups.FollowUpRow.model_validate(row)
        follow_ups.FollowUpRead.model_validate(manager.read(f"follow-ups/{row['id']}"))


def test_english_is_spoken_to_who_asks_for_it(desk: Desk, as_role: AsRole) -> None:
    order = desk.to("record_in")
    english = {"Accept-Language": "en"}
    shown = as_role("SM").get(f"work-orders/{order['id']}", headers=english).json()
    assert shown["status_label"] == "Record handed in"
    row = as_role("FU").read("follow-ups")["items"][0]
    call = as_role("FU").get(f"follow-ups/{row['id']}", headers=english).json()
    assert call["script"].startswith("Hello, this is FU A1 of A1")
    assert call["offered"][0]["label"] == "Satisfied"
    assert [need["label"] for need in call["offered"][0]["needs"]] == ["The customer's answers", "Note"]
