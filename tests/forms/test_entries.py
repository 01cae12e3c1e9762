"""Entries: filled in by desk or phone, held to their own version, seen by whom their subject and their readers let."""

from __future__ import annotations

from typing import Any

import pytest

from api.kit.ids import new_id
from tests.contract.samples import layout
from tests.forms.steps import FAIL, PASS, Paper, field, key, of, pointers
from tests.work.steps import AsRole, Desk, offered, picture
from tests.world import World


def test_an_entry_from_open_to_signed(paper: Paper, as_role: AsRole, recorded: Any) -> None:
    template = paper.published()
    entry = paper.opened(template)
    assert entry["number"].startswith("FM-A1-")
    assert (entry["status"], entry["may_edit"], offered(entry)) == ("open", True, ["complete", "fill"])
    entry = paper.edit(entry, {"reading": 50.6}).json()
    assert entry["data"] == {"reading": 50.6}
    assert pointers(paper.done(entry, "complete")) == {"/body/data/tidy"}
    entry = paper.act(entry, "complete", {"data": {"tidy": PASS}})
    assert (entry["status"], entry["data"]) == ("completed", {"reading": 50.6, "tidy": PASS})
    assert paper.edit(entry, {"reading": 1}).status_code == 409, "what is completed is not changed"
    entry = paper.act(entry, "sign", {"place": "manager"}, by=as_role("SM"))
    assert (entry["status"], entry["signatures"][0]["signer"]) == ("signed", "SM A1")
    assert recorded(entry["id"]) == ["entry.opened", "entry.filled", "entry.completed", "entry.signed"]
    sentences = [told["sentence"] for told in as_role("SM").read(f"entries/{entry['id']}/events")["items"]]
    assert "不合格 0 项" in sentences[2]


def test_no_entry_is_completed_with_a_fault(paper: Paper) -> None:
    fields = [
        field("check", "seal", required=True, photo_on_fail=True), field("number", "n", decimals=0, minimum=1, maximum=9),
        field("choice", "c", options=[{"value": "a", "label": {"zh": "甲"}}], required=True), field("date", "d"),
        field("table", "t", columns=[field("text", "item", required=True), field("money", "fee")], required=True),
        field("photo", "plate", minimum=1),
    ]  # fmt: skip
    entry = paper.opened(paper.published(of(*fields)))
    wrong: dict[str, Any] = {
        "seal": FAIL, "n": 2.5, "c": "b", "d": "2026-02-30", "t": [{"fee": -1}], "plate": [],
    }  # fmt: skip
    found = pointers(paper.done(entry, "complete", {"data": wrong}))
    assert found == {
        "/body/data/seal/photos", "/body/data/n", "/body/data/c", "/body/data/d", "/body/data/t/0/item",
        "/body/data/t/0/fee", "/body/data/plate",
    }  # fmt: skip
    right = {
        "seal": FAIL | {"photos": [paper.photo()]}, "n": 3, "c": "a", "d": "2028-02-29",
        "t": [{"item": "光电管", "fee": 27000}], "plate": [paper.photo()],
    }  # fmt: skip
    entry = paper.act(entry, "complete", {"data": right})
    assert (entry["status"], entry["failed"], entry["data"]) == ("completed", 1, right)


def test_d39_failed_and_critical_items_are_counted(paper: Paper) -> None:
    made = of(field("check", "a", critical=True), field("check", "b"), field("check", "c", critical=True))
    entry = paper.opened(paper.published(made), data={"a": FAIL, "b": FAIL, "c": {"result": "na"}})
    assert (entry["failed"], entry["critical"]) == (2, 1)
    entry = paper.edit(entry, {"a": PASS}).json()
    assert (entry["failed"], entry["critical"]) == (1, 0)


def test_sums_are_worked_out_whatever_is_sent(paper: Paper) -> None:
    made = of(
        field("table", "t", columns=[field("money", "fee")]), field("money", "more"),
        {"kind": "sum", "key": "all", "label": {"zh": "合计"}, "of": ["t.fee", "more"]},
    )  # fmt: skip
    entry = paper.opened(paper.published(made), data={"t": [{"fee": 270_00}, {"fee": 1}], "all": 5})
    assert entry["data"]["all"] == 270_01
    entry = paper.edit(entry, {"more": 99, "all": 1}).json()
    assert entry["data"]["all"] == 271_00
    entry = paper.edit(entry, {"more": None, "t": None}).json()
    assert entry["data"] == {}


def test_preset_rows_stand_in_a_fresh_entry(paper: Paper) -> None:
    columns = [field("text", "tool"), field("yes_no", "taken")]
    made = of(field("table", "t", columns=columns, preset=[{"tool": "万用表"}, {"tool": "标液 50"}]))
    entry = paper.opened(paper.published(made))
    assert entry["data"] == {"t": [{"tool": "万用表"}, {"tool": "标液 50"}]}


def test_an_old_entry_keeps_its_version(paper: Paper) -> None:
    """D49 and the fifth part of the work: what was begun by one version is completed and read by it."""
    template = paper.published(of(field("text", "old", required=True)))
    entry = paper.opened(template)
    template = paper.revised(template, of(field("number", "new", required=True), name={"zh": "新表"}))
    assert pointers(paper.edit(entry, {"new": 1})) == {"/body/data/new"}
    entry = paper.act(entry, "complete", {"data": {"old": "写了"}})
    assert (entry["template"]["no"], entry["template"]["name"]) == (1, "样表")
    assert entry["layout"]["sections"][0]["fields"][0]["key"] == "old"
    fresh = paper.opened(template)
    assert pointers(paper.done(fresh, "complete")) == {"/body/data/new"}
    listed = paper.as_role("CA").read("entries", template_id=template["id"])["items"]
    assert {(one["template"]["no"], one["template"]["name"]) for one in listed} == {(1, "样表"), (2, "新表")}


def test_a_phone_brings_its_id_and_the_version_that_it_had(paper: Paper) -> None:
    template = paper.published(of(field("text", "old")))
    first = template["published_id"]
    paper.revised(template, of(field("text", "new")))
    id = new_id()
    entry = paper.opened(template, id=id, version_id=first, data={"old": "离线写的"})
    assert (entry["id"], entry["template"]["no"]) == (id, 1)
    assert paper.post(template, paper.as_role("CA"), id=id).status_code == 409
    for unknown in (new_id(), paper.published()["published_id"]):
        assert pointers(paper.post(template, paper.as_role("CA"), version_id=unknown)) == {"/body/version_id"}


def test_a_desk_edit_that_is_late_is_refused(paper: Paper) -> None:
    entry = paper.opened(paper.published())
    assert paper.edit(entry, {"reading": 1}).status_code == 200
    assert paper.edit(entry, {"reading": 2}).status_code == 412
    without = paper.as_role("CA").patch(f"entries/{entry['id']}", json={"data": {}})
    assert without.status_code == 428


def test_phone_changes_merge_by_field_and_clash_openly(paper: Paper, as_role: AsRole) -> None:
    entry = paper.opened(paper.published(of(field("text", "a"), field("text", "b"))), data={"a": "起"})
    paper.edit(entry, {"a": "桌面改的"}, by=as_role("SM"))
    merged = paper.act(entry, "fill", {"changes": {"b": {"base": None, "value": "手机写的"}}})
    assert merged["data"] == {"a": "桌面改的", "b": "手机写的"}
    answer = paper.done(entry, "fill", {"changes": {"a": {"base": "起", "value": "手机改的"}}})
    assert answer.status_code == 409
    assert answer.json()["fields"] == [{"key": "a", "yours": "手机改的", "theirs": "桌面改的"}]
    assert paper.act(entry, "fill", {"changes": {"a": {"base": "起", "value": "桌面改的"}}})["data"] == merged["data"]
    assert paper.act(entry, "fill", {"changes": {"a": {"value": None}}})["data"] == {"b": "手机写的"}


def test_t2_who_may_not_see_the_subject_sees_no_entry(paper: Paper, as_role: AsRole, desk: Desk) -> None:
    """An engineer's own entries about an order that is no longer his go with the order."""
    template = paper.published(layout(subjects=["work_order"]))
    order = desk.to("assigned")
    engineer, other = as_role("FE"), as_role("FE2")
    entry = paper.opened(template, engineer, subject="work_order", subject_id=order["id"])
    assert other.get(f"entries/{entry['id']}").status_code == 404
    assert pointers(paper.post(template, other, subject="work_order", subject_id=order["id"])) == {"/body/subject_id"}
    assert other.get("entries/asked", params={"subject": "work_order", "subject_id": order["id"]}).status_code == 404
    desk.act(order, "reassign")
    assert engineer.get(f"entries/{entry['id']}").status_code == 404
    assert engineer.read("entries")["items"] == []
    answer = paper.act(entry, "fill", {"changes": {"reading": {"value": 3}}}, by=other)
    assert answer["data"] == {"reading": 3}, "whoever holds the job goes on with what was begun"


def test_readers_are_those_named_when_it_was_begun(paper: Paper, as_role: AsRole) -> None:
    template = paper.published(layout(readers=["hr_officer"]))
    entry = paper.opened(template)
    paper.revised(template, layout())
    seen = {role: as_role(role, home).get(f"entries/{entry['id']}").status_code
            for role, home in (("SM", "A1"), ("HR", "C"), ("CA", "A1"), ("AU", "C"), ("HQ", "C"))}  # fmt: skip
    assert seen == {"SM": 404, "HR": 200, "CA": 200, "AU": 200, "HQ": 404}
    assert [one["id"] for one in as_role("SM").read("entries")["items"]] == []


def test_records_that_a_field_names_are_the_writers_to_see(paper: Paper, as_role: AsRole, world: World) -> None:
    entry = paper.opened(paper.published(of(field("reference", "device", of="asset"))))
    mine, foreign = world.assets["A1"], world.assets["B1"]
    assert pointers(paper.edit(entry, {"device": foreign})) == {"/body/data/device"}
    entry = paper.edit(entry, {"device": mine}).json()
    assert entry["named"] == [{"kind": "asset", "id": mine, "title": "WQ51-2509-002245"}]


def test_signatures_stand_in_their_places(paper: Paper, as_role: AsRole) -> None:
    places = [
        {"key": "customer", "label": {"zh": "客户"}, "by": "customer"},
        {"key": "hr", "label": {"zh": "人事"}, "roles": ["hr_officer"]},
        {"key": "witness", "label": {"zh": "见证人"}, "required": False},
    ]  # fmt: skip
    entry = paper.opened(paper.published(layout(signatures=places)))
    assert paper.done(entry, "sign", {"place": "hr"}).status_code == 409, "nothing is signed before it is complete"
    entry = paper.act(entry, "complete", {"data": {"tidy": PASS}})
    assert pointers(paper.done(entry, "sign", {"place": "nobody"})) == {"/body/place"}
    assert pointers(paper.done(entry, "sign", {"place": "customer", "signer": "陈志远"})) == {"/body/picture"}
    assert paper.done(entry, "sign", {"place": "hr"}).status_code == 403
    entry = paper.act(entry, "sign", {"place": "customer", "signer": "陈志远", "picture": picture()})
    assert entry["status"] == "completed"
    png = as_role("CA").get(f"entries/{entry['id']}/signatures/customer")
    assert (png.headers["content-type"], png.content[:4]) == ("image/png", b"\x89PNG")
    assert paper.done(entry, "sign", {"place": "customer", "signer": "x", "picture": picture()}).status_code == 409


def test_a_void_entry_says_why_and_counts_no_more(paper: Paper, as_role: AsRole, world: World) -> None:
    template = paper.published(layout(rhythm="once"))
    entry = paper.act(paper.opened(template), "complete", {"data": {"tidy": PASS}})
    assert paper.done(entry, "void", {"reason": "填错了"}).status_code == 403
    entry = paper.act(entry, "void", {"reason": "填错了"}, by=as_role("SM"))
    assert (entry["status"], entry["void_reason"]) == ("void", "填错了")
    asked = as_role("CA").read("entries/asked", subject="station", subject_id=world.stations["A1"])["items"]
    assert [one["entry"] for one in asked] == [None]


def test_a_repeat_of_an_act_is_the_first_one(paper: Paper) -> None:
    entry = paper.opened(paper.published())
    same = key()
    path, body = f"entries/{entry['id']}/complete", {"data": {"tidy": PASS}}
    first, again = (paper.as_role("CA").post(path, json=body, headers=same) for _ in range(2))
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"


@pytest.mark.parametrize(
    "value", [{"a": {"a": {"a": {"a": {"a": {"a": 1}}}}}}, "\ud800", "x\0y", 2**70, [[]], {"result": []}]
)
def test_t25_no_value_is_a_surprise(value: Any, paper: Paper) -> None:
    import json

    fields = [field(kind, f"f_{kind}", **more) for kind, more in (
        ("text", {}), ("number", {}), ("money", {}), ("check", {}), ("table", {"columns": [field("text", "c")]}),
        ("photo", {}), ("yes_no", {}), ("choices", {"options": [{"value": "a", "label": {"zh": "a"}}]}),
    )]  # fmt: skip
    entry = paper.opened(paper.published(of(*fields)))
    for one in fields:
        answer = paper.as_role("CA").patch(
            f"entries/{entry['id']}", content=json.dumps({"data": {one["key"]: value}}),
            headers={"If-Match": '"1"', "Content-Type": "application/json"},
        )  # fmt: skip
        assert answer.status_code in (400, 422), f"{one['kind']}: {answer.status_code} {answer.text}"


def test_t4_photos_are_the_writers_own_or_the_subjects(paper: Paper, as_role: AsRole, world: World) -> None:
    """A form names only what its writer sees; whoever sees the entry sees what hangs on it, and nobody else."""
    entry = paper.opened(paper.published(of(field("photo", "plate"), readers=["hr_officer"])))
    foreign = paper.photo(by=as_role("PC"))
    for id in (foreign, new_id()):
        assert pointers(paper.edit(entry, {"plate": [id]})) == {"/body/data/plate/0"}
    mine = paper.photo(parent_kind="entry", parent_id=entry["id"])
    entry = paper.edit(entry, {"plate": [mine]}).json()
    assert entry["data"] == {"plate": [mine]}
    seen = {role: as_role(role, home).get(f"attachments/{mine}").status_code
            for role, home in (("CA", "A1"), ("HR", "C"), ("PC", "A1"), ("SM", "A1"))}  # fmt: skip
    assert seen == {"CA": 200, "HR": 200, "PC": 404, "SM": 404}
    for id in (new_id(), entry["id"]):
        refused = as_role("PC").get("attachments", params={"parent_kind": "entry", "parent_id": id})
        assert refused.json().get("items", []) == []


def test_t4_a_photo_that_an_entry_names_is_the_entrys(paper: Paper, as_role: AsRole) -> None:
    """Sent without a parent, it is tied when the entry is saved: readers see it, and upkeep does not take it away."""
    template = paper.published(of(field("photo", "plate"), field("photo", "bench"), field("photo", "door")))
    plate, bench, door = (paper.photo() for _ in range(3))
    entry = paper.opened(template, data={"plate": [plate]})
    entry = paper.act(entry, "fill", {"changes": {"bench": {"value": [bench]}}})
    done = paper.act(entry, "complete", {"data": {"door": [door]}})
    for id in (plate, bench, door):
        found = as_role("SM").read(f"attachments/{id}")
        assert (found["status"], found["parent"]["id"]) == ("attached", done["id"])


def test_t4_an_entry_does_not_take_the_photo_of_another_thing(paper: Paper) -> None:
    template = paper.published(of(field("photo", "plate")))
    other = paper.opened(template)
    elsewhere = paper.photo(parent_kind="entry", parent_id=other["id"])
    refused = paper.done(paper.opened(template), "complete", {"data": {"plate": [elsewhere]}})
    assert pointers(refused) == {"/body/data/plate/0"}
