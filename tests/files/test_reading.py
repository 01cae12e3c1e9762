"""Reading files: parts, lists, voiding; and what stands in the story of the thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api.access.actor import SYSTEM
from api.kit.db import Database
from api.kit.unit import Unit
from tests.client import Api
from tests.contract.samples import SAMPLES
from tests.contract.test_query_counts import least
from tests.files import made, tus
from tests.files.rows import attached_to
from tests.intake.steps import take_in
from tests.work.steps import Desk
from tests.world import World

AsRole = Callable[..., Api]


@pytest.fixture
def sender(as_role: AsRole) -> Api:
    return as_role("CO")


@pytest.fixture
def photo(sender: Api) -> tuple[str, bytes]:
    """The address of a content and its bytes."""
    path = tus.attached(sender, made.jpeg())["content"].removeprefix("/api/v1/")
    return path, sender.get(path).content


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=10-", 10, None), ("bytes=-7", -7, None), ("bytes=5-99999999", 5, None)],
)  # fmt: skip
def test_a_part(sender: Api, photo: tuple[str, bytes], asked: str, start: int, end: int | None) -> None:
    path, whole = photo
    answer = sender.get(path, headers={"Range": asked})
    assert (answer.status_code, answer.content) == (206, whole[start:end])
    first = start if start >= 0 else len(whole) + start
    assert answer.headers["content-range"] == f"bytes {first}-{first + len(answer.content) - 1}/{len(whole)}"
    head = sender.head(path, headers={"Range": asked})
    assert (head.status_code, head.headers["content-length"]) == (206, str(len(answer.content)))


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=9-3", "bytes=-0"])
def test_a_part_that_is_not_there(sender: Api, photo: tuple[str, bytes], asked: str) -> None:
    answer = sender.get(photo[0], headers={"Range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{len(photo[1])}")


@pytest.mark.parametrize("asked", ["bytes=0-1,2-3", "bytes=-", "lines=1-2", "bytes=a-b", "bytes=" + "0-0," * 3000])
def test_a_range_that_is_none_of_ours_means_the_whole(sender: Api, photo: tuple[str, bytes], asked: str) -> None:
    """T23: Starlette CVE-2025-62727 made a range header cost minutes."""
    answer = sender.get(photo[0], headers={"Range": asked})
    assert (answer.status_code, answer.content) == (200, photo[1])


def test_the_files_of_a_case_are_those_of_its_orders_too(as_role: AsRole, world: World) -> None:
    desk = Desk(as_role, world)
    order = desk.to("assigned")
    case, engineer = order["case"]["id"], as_role("FE")
    own = tus.attached(as_role("CO"), made.jpeg(), "case.jpg", parent_kind="service_request", parent_id=case)
    works = tus.attached(engineer, made.png(), "order.png", parent_kind="work_order", parent_id=order["id"])
    assert works["case_id"] == case
    both = as_role("SM").read("attachments", case_id=case)["items"]
    assert [one["id"] for one in both] == [own["id"], works["id"]]
    assert [one["sent_by"]["name"] for one in both] == ["CO A1", "FE A1"]
    assert as_role("FE2").read("attachments", case_id=case)["items"] == []
    assert as_role("SM", "B1").read("attachments", case_id=case)["items"] == []
    story = as_role("SM").read(f"service-requests/{case}/events")["items"]
    assert [e["sentence"] for e in story if e["type"] == "attachment.added"] == [
        "附上照片 case.jpg",
        "附上照片 order.png",
    ]
    assert [e["data"]["attachment_id"] for e in story if e["type"] == "attachment.added"] == [own["id"], works["id"]]


def test_a_list_is_asked_for_one_thing(sender: Api) -> None:
    for asked in ({"parent_kind": "asset"}, {"parent_id": "0" * 8 + "-0000-0000-0000-" + "0" * 12}):
        assert sender.get("attachments", params=asked).status_code == 422


def test_void_keeps_the_file_with_its_reason(as_role: AsRole, world: World, tmp_path: Path) -> None:
    case = take_in(as_role("CO"), world)["id"]
    file = tus.attached(as_role("CO2"), made.jpeg(), parent_kind="service_request", parent_id=case)
    assert [offer["action"] for offer in file["offered"]] == ["void"]
    assert file["offered"][0]["needs"][0]["name"] == "reason"
    path = f"attachments/{file['id']}"
    assert as_role("AU", "C").read(path)["offered"] == []
    assert as_role("AU", "C").post(f"{path}/void", json={"reason": "x"}).status_code == 403
    assert as_role("CO").post(f"{path}/void", json={}).status_code == 422
    found = as_role("CO").act(f"{path}/void", {"reason": "拍错了"}, If_Match='"2"')
    assert (found["status"], found["void"]["reason"], found["void"]["by"]["name"]) == ("voided", "拍错了", "CO A1")
    assert found["offered"] == []
    assert as_role("SM").get(f"{path}/content").status_code == 200
    assert as_role("CO").post(f"{path}/void", json={"reason": "x"}).status_code == 409
    told = as_role("SM").read(f"service-requests/{case}/events")["items"][-1]
    assert told["sentence"] == "作废照片 photo.jpg：拍错了"


def test_a_void_file_needs_the_version_that_was_seen(as_role: AsRole, world: World) -> None:
    case = take_in(as_role("CO"), world)["id"]
    file = tus.attached(as_role("CO"), made.jpeg(), parent_kind="service_request", parent_id=case)
    stale: Any = as_role("CO").post(f"attachments/{file['id']}/void", json={"reason": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412


def test_ten_files_cost_what_one_costs(as_role: AsRole, db: Database, world: World) -> None:
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        case = take_case(unit, world)
        attach(unit, case, 1)
    asked = {"parent_kind": "service_request", "parent_id": case}
    one = least(db, lambda: as_role("SM").read("attachments", **asked))
    with db.write() as conn:
        attach(Unit(db, conn, SYSTEM), case, 9)
    ten = least(db, lambda: as_role("SM").read("attachments", **asked))
    assert (len(one), len(ten)) == (4, 4), "\n\n".join(ten)


def take_case(unit: Unit, world: World) -> str:
    return SAMPLES["service-requests"].make(unit, world, "A1", None)


def attach(unit: Unit, case: str, number: int) -> None:
    for _ in range(number):
        attached_to(unit, "service_request", case)
