"""Contacts, reminders, messages of care and key accounts: sections 17's daily work (R388, R393-R398)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.customers.test_relations import count_all, count_later
from tests.world import World

NOW = datetime.now(UTC)


def today(days: int = 0) -> str:
    return str((NOW + timedelta(hours=8)).date() + timedelta(days=days))


def test_r397_a_contact_moves_the_rhythm_fulfils_a_reminder_and_leaves_another(
    db: Database, world: World, as_role: Callable[..., Api]
) -> None:
    hotline, id = as_role("HL", "A1"), world.customers["A1"]
    first = hotline.act("customer-reminders", {"customer_id": id, "what": "问试剂够不够", "due_on": today(-1)})
    assert first["late"] is True
    assert [o["action"] for o in first["offered"]] == ["done", "drop"]
    body = {
        "customer_id": id, "contact_id": world.contacts["A1"], "way": "call", "purpose": "care",
        "result": "设备正常，月底再问", "next_on": today(20), "next_what": "问配件",
    }  # fmt: skip
    unreached = hotline.act("customer-contacts", body | {"result": "没人接", "quiet": True, "next_on": None})
    assert unreached["next_contact_on"] is None, "nobody was reached, so nothing is known of the rhythm"
    spoken = hotline.act("customer-contacts", body | {"reminder_id": first["id"]})
    assert spoken["next_contact_on"] == today(14), "class B is spoken with every fortnight (D30)"
    assert spoken["by"]["id"] == world.employees["HL@A1"]
    assert hotline.read(f"customer-reminders/{first['id']}")["status"] == "done"
    assert [r["what"] for r in hotline.read("customer-reminders", customer_id=id, status="open")["items"]] == ["问配件"]
    assert hotline.post("customer-contacts", json=body | {"reminder_id": first["id"]}).status_code == 422
    assert hotline.post("customer-contacts", json=body | {"contact_id": world.contacts["B1"]}).status_code == 422
    later = (NOW + timedelta(hours=1)).isoformat()
    assert hotline.post("customer-contacts", json=body | {"at": later}).status_code == 422
    listed = hotline.read("customer-contacts", customer_id=id)["items"]
    assert [row["result"] for row in listed] == ["设备正常，月底再问", "没人接"]
    told = hotline.read(f"customers/{id}/events")["items"]
    assert [f["sentence"] for f in told if f["type"] == "customer.contacted"][-1].startswith("电话联系（关怀问候）")

    # who is due for a word: by the rhythm of the class
    table = models.relations.CustomerRelation.__table__
    assert hotline.read("customer-relations", due="contact")["items"] == []
    with db.write() as conn:
        conn.execute(update(table).values(next_contact_on=date(2026, 1, 1)))
    assert [row["id"] for row in hotline.read("customer-relations", due="contact")["items"]] == [id]


def test_r394_a_talk_of_weight_is_rehearsed_with_somebody_else(world: World, as_role: Callable[..., Api]) -> None:
    hotline = as_role("HL", "A1")
    body = {"customer_id": world.customers["A1"], "way": "meeting", "purpose": "talk", "result": "谈续签"}
    refused = hotline.post("customer-contacts", json=body)
    assert (refused.status_code, refused.json()["errors"][0]["pointer"]) == (422, "/body/rehearsed_with_id")
    mine = body | {"rehearsed_with_id": world.employees["HL@A1"]}
    assert hotline.post("customer-contacts", json=mine).status_code == 422
    made = hotline.act("customer-contacts", body | {"rehearsed_with_id": world.employees["SM@A1"]})
    assert made["rehearsed_with"]["id"] == world.employees["SM@A1"]


def test_r396_a_need_beyond_the_station_stands_before_the_region(world: World, as_role: Callable[..., Api]) -> None:
    coordinator, region = as_role("CO", "A1"), as_role("RM", "A")
    body = {"customer_id": world.customers["A1"], "way": "call", "purpose": "usage", "result": "要在岛上装三台"}
    made = coordinator.act("customer-contacts", body)
    coordinator.act(f"customer-contacts/{made['id']}/report-up", {"need": "要船和三名工程师"}, status=200)
    assert coordinator.read("customer-reminders", status="open")["items"] == [], "it is the region's now"
    [need] = [row for row in region.read("customer-reminders", status="open")["items"] if row["kind"] == "need"]
    assert (need["what"], need["station"]["code"]) == ("要船和三名工程师", "A")
    assert as_role("RM", "B").read("customer-reminders")["items"] == []


def test_r393_who_buys_later_than_usual_is_asked_by_his_account_person(
    db: Database, world: World, as_role: Callable[..., Api], monkeypatch: pytest.MonkeyPatch
) -> None:
    from api.customers.relations import figures

    manager, id = as_role("SM", "A1"), world.customers["A1"]
    persons = {"service_person_id": world.employees["FU@A1"], "account_person_id": world.employees["SM@A1"]}
    assert manager.put(f"customer-relations/{id}/persons", json=persons).status_code == 200
    days = [NOW.date() - timedelta(days=n) for n in (160, 130, 100)]

    def bought(_unit: object, ids: list[str], _since: datetime) -> dict[str, list[figures.Purchase]]:
        return {id: [figures.Purchase(day, 1000) for day in days]} if id in ids else {}

    monkeypatch.setattr(figures, "_purchases", [bought])
    count_all(db)
    [alert] = manager.read("customer-reminders", status="open")["items"]
    assert (alert["kind"], alert["owner"]["id"]) == ("alert", world.employees["SM@A1"])
    assert manager.read(f"customer-relations/{id}")["alert"] == "late"
    assert [row["id"] for row in manager.read("customer-relations", alert="late")["items"]] == [id]
    count_later(db, 32)
    assert len(manager.read("customer-reminders")["items"]) == 1, "one alert waits, not two"


def test_r388_r398_no_message_without_consent_and_nothing_claims_to_be_sent(
    world: World, as_role: Callable[..., Api]
) -> None:
    caller, contact = as_role("FU", "A1"), world.contacts["A1"]
    persons = {"service_person_id": world.employees["FU@A1"], "account_person_id": None}
    assert caller.get(f"customers/{world.customers['A1']}").status_code == 404
    named = as_role("SM", "A1").put(f"customer-relations/{world.customers['A1']}/persons", json=persons)
    assert named.status_code == 200, "who follows a customer sees his file (R391)"
    body = {"contact_id": contact, "kind": "usage_tip", "way": "sms", "body": "雨季请检查防雷接地。"}
    refused = caller.post("care-messages", json=body)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/consent-required")
    agreed = {"contact_id": contact, "given": True, "told_how": "call", "wording": "可以发"}
    assert caller.act("message-consents", agreed)["holds"] is True
    first, second = caller.act("care-messages", body), caller.act("care-messages", body | {"kind": "arrival"})
    assert (first["status"], first["sent_at"], first["consented"]) == ("ready", None, True)
    sent = caller.act(f"care-messages/{first['id']}/mark-sent", status=200)
    assert (sent["status"], sent["sent_by"]["id"]) == ("sent", world.employees["FU@A1"])
    caller.act("message-consents", agreed | {"given": False, "wording": None})
    late = caller.read(f"care-messages/{second['id']}")
    assert (late["status"], late["consented"], late["offered"]) == ("withdrawn", False, [])
    assert caller.post("care-messages", json=body).status_code == 409
    said = caller.read("message-consents", customer_id=world.customers["A1"])["items"]
    assert [(row["given"], row["holds"]) for row in said] == [(False, True), (True, False)]
    assert caller.post("care-messages", json=body | {"contact_id": world.contacts["B1"]}).status_code == 422


def test_r395_a_key_account_file_shows_what_follows_from_the_records(
    db: Database, world: World, as_role: Callable[..., Api]
) -> None:
    manager, id = as_role("SM", "A1"), world.customers["A1"]
    body = {"customer_id": id, "since": "2026-01-01", "goals": "三年框架", "usage_note": "两台满负荷"}
    made = manager.act("key-accounts", body)
    assert manager.post("key-accounts", json=body).status_code == 409
    manager.act("customer-contacts", {"customer_id": id, "way": "visit", "purpose": "usage", "result": "看了站房"})
    manager.act("customer-contacts", {"customer_id": id, "way": "call", "purpose": "usage", "result": "电话"})
    read = manager.read(f"key-accounts/{made['id']}")
    assert (read["visits"], read["next_visit_on"]) == (1, today(90)), "class B is visited every ninety days (R218)"
    changed = manager.patch(
        f"key-accounts/{made['id']}", json={"goals": "五年框架"}, headers={"If-Match": f'"{made["version"]}"'}
    )
    assert changed.json()["goals"] == "五年框架"
    ended = manager.act(f"key-accounts/{made['id']}/end", {"reason": "并入集团"}, status=200)
    assert ended["status"] == "ended"
    assert manager.act("key-accounts", body)["status"] == "active", "another may begin"
    assert as_role("SM", "B1").read("key-accounts")["items"] == []
    assert [f["type"] for f in manager.read(f"key-accounts/{made['id']}/events")["items"]] == [
        "key_account.opened", "key_account.changed", "key_account.ended",
    ]  # fmt: skip
