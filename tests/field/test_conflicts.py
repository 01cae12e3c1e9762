"""Edits of phones: different fields merge, the same field comes before a person with both values (P9, api.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.kit.db import Database
from tests.client import Api
from tests.field.phone import Phone, visit
from tests.forms.steps import Paper, field, of
from tests.work.steps import Desk, facts_of
from tests.world import World

AsRole = Callable[..., Api]


def change(base: Any, value: Any) -> dict[str, Any]:
    return {"base": base, "value": value}


def edit(api: Api, asset: str, **fields: Any) -> None:
    """What the office writes into a device's file."""
    version = api.read(f"assets/{asset}")["version"]
    answer = api.patch(f"assets/{asset}", json=fields, headers={"If-Match": f'"{version}"'})
    assert answer.status_code == 200, answer.text


def test_p9_different_fields_merge_and_the_same_field_comes_before_a_person(
    phone: Phone, desk: Desk, as_role: AsRole, world: World, db: Database
) -> None:
    visit(desk)
    asset, coordinator = world.assets["A1"], as_role("CO")
    changes = {"location_note": change(None, "三楼机房"), "accepted_on": change("2026-06-01", "2026-06-02")}
    deed = phone.did(f"assets/{asset}/fill", {"changes": changes})
    edit(coordinator, asset, location_note="二楼")
    answer = phone.send(deed)
    assert (answer.status_code, answer.headers["sibu-conflicts"]) == (200, "1")
    file = answer.json()
    assert (file["location_note"], file["accepted_on"]) == ("二楼", "2026-06-02")
    assert phone.send(deed).json() == file, "a repeat raises no second conflict"
    (found,) = coordinator.read("conflicts", status="open")["items"]
    assert (found["base"], found["theirs"], found["mine"]) == (None, "二楼", "三楼机房")
    assert found["subject"]["href"] == f"/assets/{asset}"
    assert found["label"] == "安装位置"
    assert phone.api.read("field/bundle")["conflicts"][0]["now"] == "二楼"
    assert phone.api.post(f"conflicts/{found['id']}/take", json={}).status_code == 403
    edit(coordinator, asset, location_note="二楼东侧")
    taken = coordinator.act(f"conflicts/{found['id']}/take", {"note": "工程师在现场看到的"})
    assert (taken["status"], taken["now"], taken["decision"]) == ("taken", "三楼机房", "工程师在现场看到的")
    assert coordinator.act(f"conflicts/{found['id']}/keep", {}, status=409)["type"] == "/problems/transition-refused"
    raised, decided = facts_of(db, found["id"])
    assert (raised["theirs"], raised["mine"]) == ("二楼", "三楼机房")
    assert (decided["former"], decided["value"]) == ("二楼东侧", "三楼机房")
    written = [fact["values"] for fact in facts_of(db, asset) if fact["type"] == "asset.changed"]
    assert [values.get("location_note") for values in written] == ["二楼", None, "二楼东侧", "三楼机房"]
    deed = phone.did(f"assets/{asset}/fill", {"changes": {"location_note": change("二楼", "三楼机房")}})
    assert "sibu-conflicts" not in phone.send(deed).headers, "both wrote the same"
    deed = phone.did(f"assets/{asset}/fill", {"changes": {"location_note": change("二楼", "四楼")}})
    phone.send(deed)
    (found,) = coordinator.read("conflicts", status="open")["items"]
    kept = coordinator.act(f"conflicts/{found['id']}/keep", {})
    assert (kept["status"], kept["now"]) == ("kept", "三楼机房")


def test_what_no_phone_sent_is_asked_of_its_writer(
    desk: Desk, as_role: AsRole, world: World, key: Callable[[], dict[str, str]]
) -> None:
    """Without a device there is nobody to hold it for: both values are in the refusal."""
    asset, coordinator = world.assets["A1"], as_role("CO")
    edit(coordinator, asset, location_note="二楼")
    answer = coordinator.post(
        f"assets/{asset}/fill", json={"changes": {"location_note": change("一楼", "三楼")}}, headers=key()
    )
    assert answer.status_code == 409
    assert answer.json()["fields"] == [{"key": "location_note", "yours": "三楼", "theirs": "二楼"}]
    wrong = coordinator.post(
        f"assets/{asset}/fill", json={"changes": {"accepted_on": change(None, "昨天")}}, headers=key()
    )
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/body/changes/accepted_on/value")


def test_p9_a_form_that_two_filled_in(phone: Phone, desk: Desk, as_role: AsRole, world: World, db: Database) -> None:
    """Forms merge as files do; what is decided is written though the decider fills no such form in himself."""
    order, paper = visit(desk, "on_site"), Paper(as_role, world)
    template = paper.published(of(field("text", "a"), field("text", "b"), subjects=["work_order"]))
    told = {"template_id": template["id"], "subject": "work_order", "subject_id": order["id"]}
    entry = phone.send(phone.did("entries", told, order["id"])).json()
    written = as_role("SM").patch(
        f"entries/{entry['id']}", json={"data": {"a": "站长写的"}}, headers={"If-Match": f'"{entry["version"]}"'}
    )
    assert written.status_code == 200, written.text
    changes = {"a": change(None, "现场看的"), "b": change(None, "读数稳定")}
    answer = phone.send(phone.did(f"entries/{entry['id']}/fill", {"changes": changes}, order["id"]))
    assert (answer.json()["data"], answer.headers["sibu-conflicts"]) == ({"a": "站长写的", "b": "读数稳定"}, "1")
    (found,) = as_role("CO").read("conflicts", subject_id=entry["id"])["items"]
    assert (found["label"], found["job_id"], found["theirs"]) == ("a", order["id"], "站长写的")
    assert found["subject"]["href"] == f"/entries/{entry['id']}"
    as_role("CO").act(f"conflicts/{found['id']}/take", {})
    assert phone.api.read(f"entries/{entry['id']}")["data"]["a"] == "现场看的"
    values = [fact["values"] for fact in facts_of(db, entry["id"]) if fact["type"] == "entry.filled"]
    assert values == [{"a": "站长写的"}, {"b": "读数稳定"}, {"a": "现场看的"}]
    wrong = phone.did(f"entries/{entry['id']}/fill", {"changes": {"a": change("x\0", 7)}}, order["id"])
    assert phone.send(wrong).status_code == 422, "a value that fits no field is no conflict"


def test_t25_what_a_phone_found_is_kept_as_far_as_it_can_be_written(
    phone: Phone, desk: Desk, as_role: AsRole, world: World
) -> None:
    visit(desk)
    asset, coordinator = world.assets["A1"], as_role("CO")
    edit(coordinator, asset, location_note="二楼")
    for base, kept in (("x\0y", "x\ufffdy"), (10**400, str(10**400)), ([{"a": -1}], [{"a": -1}])):
        deed = phone.did(f"assets/{asset}/fill", {"changes": {"location_note": change(base, f"{str(base)[:9]!a}楼")}})
        assert phone.send(deed).status_code == 200
        assert coordinator.read("conflicts", status="open", sort="-created_at")["items"][0]["base"] == kept
