"""Sending files by tus 1.0.0: announced, sent in parts, resumed, refused where something does not fit."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from api.kit.ids import new_id
from tests.client import Api
from tests.files import made, tus
from tests.intake.steps import take_in
from tests.world import World

AsRole = Callable[..., Api]


@pytest.fixture
def sender(as_role: AsRole) -> Api:
    return as_role("CO")


def test_what_is_spoken(sender: Api) -> None:
    answer = sender.options("uploads")
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert set(answer.headers["tus-extension"].split(",")) == {"creation", "expiration", "checksum", "termination"}
    assert answer.headers["tus-checksum-algorithm"] == "sha1,sha256"


def test_a_photo_in_three_parts_becomes_an_attachment(sender: Api, world: World) -> None:
    case, data = take_in(sender, world), made.jpeg()
    announced = tus.announce(
        sender, len(data), filename="铭牌.jpg", parent_kind="service_request", parent_id=case["id"], slot="nameplate",
        sha256=hashlib.sha256(data).hexdigest(), occurred_at="2026-11-21T09:30:00+08:00",
    )  # fmt: skip
    assert announced.headers["upload-offset"] == "0"
    assert announced.headers["upload-expires"].endswith("GMT")
    place, sent = tus.place(announced), 0
    for end in (1000, 1001, len(data)):
        answer = tus.send(sender, place, data[sent:end], sent)
        assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(end))
        sent = end
    head = sender.head(place, headers=tus.TUS)
    assert (head.headers["upload-offset"], head.headers["upload-length"]) == (str(len(data)), str(len(data)))
    assert head.headers["cache-control"] == "no-store"
    found = sender.post(f"{place}/finish")
    assert found.status_code == 201, found.text
    file = found.json()
    assert found.headers["location"] == f"/api/v1/attachments/{file['id']}"
    assert (file["status"], file["name"], file["media"], file["slot"]) == (
        "attached", "铭牌.jpg", "image/jpeg", "nameplate"
    )  # fmt: skip
    assert (file["width"], file["height"]) == (640, 480)
    assert file["parent"] == {"kind": "service_request", "id": case["id"]}
    assert file["case_id"] == case["id"]
    assert file["occurred_at"] == "2026-11-21T01:30:00Z"
    told = sender.read(f"service-requests/{case['id']}/events")["items"][-1]
    assert (told["type"], told["sentence"]) == ("attachment.added", "附上照片 铭牌.jpg")


def test_finishing_again_gives_the_same_attachment(sender: Api, recorded: Callable[..., list[str]]) -> None:
    data = made.jpeg()
    place = tus.place(tus.announce(sender, len(data), filename="a.jpg"))
    tus.send(sender, place, data)
    first, again = sender.post(f"{place}/finish"), sender.post(f"{place}/finish")
    assert first.json() == again.json()
    assert tus.where(sender, place) == len(data)
    assert recorded().count("attachment.drafted") == 1


def test_announcing_again_with_ones_own_id_gives_the_same_upload(sender: Api, as_role: AsRole) -> None:
    id, data = new_id(), made.jpeg()
    place = tus.place(tus.announce(sender, len(data), filename="a.jpg", id=id))
    assert place == f"uploads/{id}"
    tus.send(sender, place, data[:700])
    again = tus.announce(sender, len(data), filename="a.jpg", id=id)
    assert (again.status_code, again.headers["upload-offset"]) == (201, "700")
    assert tus.announce(sender, len(data) + 1, filename="a.jpg", id=id).status_code == 409
    assert tus.announce(as_role("HL"), len(data), filename="a.jpg", id=id).status_code == 409


def test_a_part_at_the_wrong_place_is_told_the_right_one(sender: Api) -> None:
    place = tus.place(tus.announce(sender, 100, filename="a.jpg"))
    tus.send(sender, place, b"x" * 40)
    for offset in (0, 39, 41, 100):
        answer = tus.send(sender, place, b"y", offset)
        assert (answer.status_code, answer.headers["upload-offset"]) == (409, "40")
        assert answer.json()["offset"] == 40
    assert tus.where(sender, place) == 40


def test_more_than_was_announced_is_refused_and_not_kept(sender: Api) -> None:
    place = tus.place(tus.announce(sender, 10, filename="a.jpg"))
    assert tus.send(sender, place, b"x" * 11).status_code == 413
    assert tus.where(sender, place) == 0


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_a_damaged_part_is_not_kept(sender: Api, algorithm: str) -> None:
    place, data = tus.place(tus.announce(sender, 10, filename="a.jpg")), b"0123456789"
    right = base64.b64encode(hashlib.new(algorithm, data).digest()).decode()
    wrong = tus.send(sender, place, b"0123456788", Upload_Checksum=f"{algorithm} {right}")
    assert (wrong.status_code, wrong.json()["type"]) == (460, "/problems/checksum-mismatch")
    assert tus.where(sender, place) == 0
    assert tus.send(sender, place, data, Upload_Checksum=f"{algorithm} {right}").status_code == 204
    assert tus.where(sender, place) == 10


def test_a_file_that_is_not_whole_cannot_be_finished(sender: Api) -> None:
    data = made.jpeg()
    place = tus.place(tus.announce(sender, len(data), filename="a.jpg"))
    tus.send(sender, place, data[:-1])
    answer = sender.post(f"{place}/finish")
    assert (answer.status_code, answer.json()["offset"]) == (409, len(data) - 1)


def test_what_arrived_must_be_what_was_sent(sender: Api) -> None:
    data = made.jpeg()
    place = tus.place(tus.announce(sender, len(data), filename="a.jpg", sha256="0" * 64))
    tus.send(sender, place, data)
    assert sender.post(f"{place}/finish").json()["type"] == "/problems/wrong-hash"
    assert tus.where(sender, place) == 0


def test_giving_up_removes_the_bytes(sender: Api, tmp_path: Any) -> None:
    place = tus.place(tus.announce(sender, 100, filename="a.jpg"))
    tus.send(sender, place, b"x" * 40)
    kept = tmp_path / "files" / place
    assert kept.stat().st_size == 40
    assert sender.delete(place, headers=tus.TUS).status_code == 204
    assert not kept.exists()
    assert sender.head(place, headers=tus.TUS).status_code == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Tus-Resumable": "0.2.2"}, 412),
        ({"Tus-Resumable": ""}, 412),
        ({"Upload-Length": ""}, 400),
        ({"Upload-Length": "-1"}, 400),
        ({"Upload-Length": "1e3"}, 400),
        ({"Upload-Length": "0"}, 413),
        ({"Upload-Length": str(10**14)}, 413),
        ({"Upload-Metadata": "filename"}, 422),
        ({"Upload-Metadata": "filename ***"}, 400),
        ({"Upload-Metadata": ""}, 422),
        ({"Upload-Metadata": "filename YS5qcGc=,filename YS5qcGc="}, 400),
        ({"Upload-Metadata": "filename YS5qcGc=,status dm9pZA=="}, 422),
        ({"Upload-Metadata": "filename YS5qcGc=,purpose eA=="}, 422),
        ({"Upload-Metadata": "filename YS5qcGc=,parent_kind eA=="}, 422),
        ({"Upload-Metadata": "x" * 3000}, 400),
    ],
)
def test_an_announcement_that_does_not_fit(sender: Api, headers: dict[str, str], status: int) -> None:
    fitting = tus.TUS | {"Upload-Length": "10", "Upload-Metadata": tus.pairs(filename="a.jpg")}
    answer = sender.post("uploads", headers=fitting | headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    if status == 412:
        assert answer.headers["tus-version"] == "1.0.0"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/octet-stream"}, 415),
        ({"Upload-Offset": "x"}, 400),
        ({"Tus-Resumable": "2.0.0"}, 412),
        ({"Upload-Checksum": "crc32 AAAA"}, 400),
        ({"Upload-Checksum": "sha256 AAAA"}, 400),
    ],
)
def test_a_part_that_does_not_fit(sender: Api, headers: dict[str, str], status: int) -> None:
    place = tus.place(tus.announce(sender, 10, filename="a.jpg"))
    fitting = tus.TUS | tus.OFFSET | {"Upload-Offset": "0"}
    assert sender.patch(place, content=b"x", headers=fitting | headers).status_code == status
    assert tus.where(sender, place) == 0


def test_a_photo_is_no_paper_and_has_its_own_size(sender: Api) -> None:
    assert tus.announce(sender, 25_000_001, filename="a.jpg").json()["limit_bytes"] == 25_000_000
    assert tus.announce(sender, 30_000_000, filename="a.pdf", purpose="document").status_code == 201
    assert tus.upload(sender, made.pdf(), "a.pdf").status_code == 415
    assert tus.upload(sender, made.pdf(), "a.pdf", purpose="document").status_code == 201
    assert tus.upload(sender, made.jpeg(), "a.jpg", purpose="voucher").status_code == 201


def test_a_day_has_a_measure(sender: Api, as_role: AsRole, world: World) -> None:
    """T22: quota per person; another's is untouched, and the next day is new."""
    as_role("FI", "C").put("settings/file.day_megabytes", json={"value": 20})
    place = tus.place(tus.announce(sender, 15_000_000, filename="a.jpg"))
    full = tus.announce(sender, 6_000_000, filename="b.jpg")
    assert (full.status_code, full.json()["type"], full.headers["retry-after"]) == (
        429, "/problems/file-quota", "3600"
    )  # fmt: skip
    assert tus.announce(as_role("HL"), 6_000_000, filename="b.jpg").status_code == 201
    sender.delete(place, headers=tus.TUS)
    assert tus.announce(sender, 6_000_000, filename="b.jpg").status_code == 201


def test_the_days_measure_is_not_won_back_by_giving_up_what_was_finished(sender: Api, as_role: AsRole) -> None:
    """T22: the upload may be forgotten, but its file lies in the store."""
    as_role("FI", "C").put("settings/file.day_megabytes", json={"value": 20})
    data = made.jpeg()
    place = tus.place(tus.announce(sender, len(data), filename="a.jpg"))
    tus.send(sender, place, data)
    file = sender.post(f"{place}/finish").json()
    assert sender.delete(place, headers=tus.TUS).status_code == 204
    over = 20_000_000 - file["bytes"] + 1
    assert tus.announce(sender, over, filename="b.jpg").json()["type"] == "/problems/file-quota"
    assert tus.announce(sender, over - 1, filename="b.jpg").status_code == 201


def test_an_unknown_or_foreign_parent_is_not_there(as_role: AsRole, world: World) -> None:
    """Told before a byte is sent."""
    elsewhere = take_in(as_role("CO", "B1"), world, "B1")["id"]
    for kind, id in (("service_request", elsewhere), ("service_request", new_id()), ("account", new_id())):
        assert tus.announce(as_role("CO"), 10, filename="a.jpg", parent_kind=kind, parent_id=id).status_code == 404


def test_who_only_looks_may_not_attach(as_role: AsRole, world: World) -> None:
    case = take_in(as_role("CO"), world)["id"]
    for role, station in (("AU", "C"), ("PC", "A1")):
        answer = tus.announce(
            as_role(role, station), 10, filename="a.jpg", parent_kind="service_request", parent_id=case
        )
        assert answer.status_code == 403
        assert answer.json()["permission"] == "service-requests:edit"
