"""Phones: enrolled by their owners, flagged and revoked by the office, heard of with every contact (C14, D24)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.field.phone import Phone
from tests.money.steps import Till
from tests.work.steps import Desk
from tests.world import World

TYPES = Callable[..., list[str]]


def test_a_phone_is_enrolled_once_and_again_by_its_owner_alone(
    as_role: Callable[..., Api], anonymous: Api, phone: Phone, recorded: TYPES
) -> None:
    """What it is told: the time and how far it is off, its numbers (D24), its policy and the server's keys (C14)."""
    told = phone.told
    assert told["policy"] == {"lock_minutes": 5, "offline_hours": 72, "pin_tries": 10}
    assert told["receipts"]["prefix"].startswith("RC-A1-")
    assert (told["receipts"]["first"], told["receipts"]["last"], told["receipts"]["used"]) == (1, 200, 0)
    assert told["seal"]["jwk"]["crv"] == "P-256"
    assert len(told["push_key"]) == 87
    assert abs(told["skew_seconds"]) < 5
    again = phone.enrol()
    assert again["receipts"] == told["receipts"]
    assert again["version"] == told["version"] + 1
    other = as_role("FE2")
    refused = other.post(
        "devices", json={"id": phone.id, "secret": "A" * 43, "name": "别人的", "clock": phone.now().isoformat()}
    )
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/device-not-yours")
    assert other.get(f"devices/{phone.id}").status_code == 404
    assert other.post(f"devices/{phone.id}/report", json={"clock": phone.now().isoformat()}).status_code == 404
    assert recorded(phone.id) == ["device.enrolled", "device.enrolled"]
    standing = {"device_id": phone.id, "secret": phone.secret}
    assert anonymous.act("devices/standing", standing, status=200)["wipe"] is False
    for wrong in (standing | {"secret": "A" * 43}, standing | {"device_id": new_id()}):
        refused = anonymous.post("devices/standing", json=wrong)
        assert (refused.status_code, refused.json()["type"]) == (401, "/problems/device-secret-wrong")


def test_a_report_tells_what_waits_and_is_told_to_wipe(
    as_role: Callable[..., Api], anonymous: Api, phone: Phone, key: Callable[[], dict[str, str]]
) -> None:
    """Lost phones (C14): flagged with a reason, told at the next contact with or without a session, wiped, revoked."""
    coordinator = as_role("CO")
    oldest = datetime.now(UTC) - timedelta(hours=2)
    phone.report(waiting=3, oldest_waiting_at=oldest.isoformat(), last_seq=9, storage="refused", app_version="1.2")
    row = next(r for r in coordinator.read("devices", waiting=True)["items"] if r["id"] == phone.id)
    assert (row["waiting"], row["storage"], row["app_version"]) == (3, "refused", "1.2")
    assert abs(datetime.fromisoformat(row["oldest_waiting_at"]) - oldest) < timedelta(seconds=3)
    assert [offer["action"] for offer in row["offered"]] == ["wipe", "revoke"]
    assert phone.api.post(f"devices/{phone.id}/wipe", json={"reason": "我自己"}).status_code == 403
    flagged = coordinator.act(f"devices/{phone.id}/wipe", {"reason": "丢在客户站房"})
    assert [offer["action"] for offer in flagged["offered"]] == ["keep", "revoke"]
    assert phone.report()["wipe"] is True
    assert (
        anonymous.act("devices/standing", {"device_id": phone.id, "secret": phone.secret}, status=200)["wipe"] is True
    )
    coordinator.act(f"devices/{phone.id}/keep")
    assert phone.report()["wipe"] is False
    coordinator.act(f"devices/{phone.id}/wipe", {"reason": "又丢了"})
    wiped = phone.report(wiped=True)
    assert (wiped["status"], wiped["wipe"]) == ("wiped", False)
    refused = phone.send(phone.did(f"work-orders/{new_id()}/accept"))
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/device-revoked")
    assert phone.enrol()["status"] == "active"
    coordinator.act(f"devices/{phone.id}/revoke", {"reason": "离职"})
    assert phone.api.get("me").status_code == 401, "its session ended with it"
    assert [event["type"] for event in coordinator.read(f"devices/{phone.id}/events")["items"]][-2:] == [
        "device.enrolled", "device.revoked",
    ]  # fmt: skip


def test_d24_a_receipt_given_offline_bears_a_number_of_ones_own_phone(
    as_role: Callable[..., Api], phone: Phone, world: World, desk: Desk
) -> None:
    """Each number serves one payment; a block that is nearly used up is followed by another."""
    order = desk.to("on_site")
    prefix = phone.told["receipts"]["prefix"]
    body = {"case_id": order["case"]["id"], "way": "cash", "amount_fen": 100, "purpose": "special_order"}
    others = Phone(as_role("FE2")).told["receipts"]["prefix"]
    for number in (f"{prefix}0201", f"{others}0001", "RC-A1-20200101-0001-0001"):
        answer = phone.send(phone.did("payments", body | {"receipt_number": number}))
        assert answer.status_code == 422, answer.text
        assert answer.json()["errors"][0]["pointer"] == "/body/receipt_number"
    answer = phone.send(phone.did("payments", body | {"receipt_number": f"{prefix}0001"}))
    assert answer.status_code == 409, "nothing was consented to; the number was right"


def test_d24_each_receipt_number_serves_one_payment(
    as_role: Callable[..., Api], world: World, db: Database, phone: Phone
) -> None:
    """And a block that is nearly used up is followed by another."""
    till = Till(as_role, world, db)
    bill = till.bill(till.case())
    prefix = phone.told["receipts"]["prefix"]
    body = {"case_id": bill["case"]["id"], "bill_id": bill["id"], "way": "cash", "amount_fen": 100}
    first = phone.send(phone.did("payments", body | {"receipt_number": f"{prefix}0160"}))
    assert (first.status_code, first.json()["receipt_number"]) == (201, f"{prefix}0160")
    again = phone.send(phone.did("payments", body | {"receipt_number": f"{prefix}0160"}))
    assert (again.status_code, again.json()["type"]) == (409, "/problems/receipt-number-taken")
    told = phone.report()["receipts"]
    assert told["prefix"] != prefix
    assert told["used"] == 0
    assert phone.report()["receipts"] == told, "one at a time"
