"""A wipe loses no photo: each is sealed with the key of its picture and becomes what its upload would have become (C14)."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from api.field.devices.keys import b64
from api.kit.ids import new_id
from tests.client import Api
from tests.field.phone import Phone, visit
from tests.field.test_sealed_queues import parcel, sealed
from tests.files.made import jpeg
from tests.forms.steps import Paper, field, of
from tests.work.steps import Desk
from tests.world import World

AsRole = Callable[..., Api]


class Sealed:
    """One photo as the phone keeps it for the server."""

    def __init__(self, phone: Phone, order: str, picture: bytes, **over: Any) -> None:
        raw, iv = secrets.token_bytes(32), secrets.token_bytes(12)
        self.id = new_id()
        told = {"id": self.id, "filename": "故障处.jpg", "filetype": "image/jpeg", "slot": "故障处", "parent_kind": "work_order",
                "parent_id": order, "occurred_at": phone.now().isoformat(), "blob_key": b64(raw)} | over  # fmt: skip
        self.envelope = parcel(phone, {"photo": told, "clock": phone.now().isoformat()}) | {"picture_iv": b64(iv)}
        self.body = AESGCM(raw).encrypt(iv, picture, None)

    def send(self, api: Api, body: bytes | None = None, **change: Any) -> Any:
        """Hand it over, signed in or not."""
        head = base64.urlsafe_b64encode(json.dumps(self.envelope | change).encode()).decode().rstrip("=")
        headers = {"sibu-sealed": head, "content-type": "application/octet-stream"}
        return api.post("sealed-photos", content=self.body if body is None else body, headers=headers)


def files_of(api: Api, order: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = api.read("attachments", parent_kind="work_order", parent_id=order)["items"]
    return items


def test_c14_a_wipe_loses_no_photo(phone: Phone, desk: Desk, as_role: AsRole, anonymous: Api) -> None:
    """It is attached once, as its owner's, however often it comes; another under its id, damage and strangers are refused."""
    order = visit(desk)["id"]
    photo = Sealed(phone, order, jpeg())
    for change, body, slug in (
        ({"secret": "A" * 43}, None, "device-secret-wrong"), ({"kid": "0" * 16}, None, "not-openable"),
        ({"picture_iv": "A" * 16}, None, "not-openable"), ({}, photo.body[:-1], "not-openable"),
        ({"iv": "?"}, None, "invalid"),
    ):  # fmt: skip
        assert photo.send(anonymous, body, **change).json()["type"] == f"/problems/{slug}", (change, slug)
    done = photo.send(anonymous)
    assert (done.status_code, done.json()) == (
        200,
        {"id": photo.envelope["id"], "received": 1, "applied": 1, "held": 0},
    )
    assert photo.send(anonymous, b"not even looked at").json() == done.json()
    other = Sealed(phone, order, jpeg())
    assert other.send(anonymous, id=photo.envelope["id"]).json()["type"] == "/problems/idempotency-key-reused"
    (kept,) = files_of(as_role("CO"), order)
    assert (kept["slot"], kept["name"], kept["status"]) == ("故障处", "故障处.jpg", "attached")
    hostile = Sealed(phone, order, b"<html>")
    assert hostile.send(anonymous).status_code == 415, "the server makes it anew, as any other"
    assert as_role("CO").read(f"devices/{phone.id}")["status"] == "wiped"


@pytest.mark.parametrize("lost", [True, False], ids=["lost phone", "job gone"])
def test_what_may_not_be_attached_comes_before_a_person(
    lost: bool, phone: Phone, desk: Desk, as_role: AsRole, anonymous: Api
) -> None:
    """Kept as its owner's draft; the coordinator lets it count, and it stands where it belongs."""
    order = visit(desk)["id"]
    photo = Sealed(phone, order if lost else new_id(), jpeg())
    if lost:
        as_role("CO").act(f"devices/{phone.id}/wipe", {"reason": "丢了"})
    assert photo.send(anonymous).json()["held"] == 1
    (held,) = as_role("CO").read("held-commands")["items"]
    assert held["reason"] == ("revoked" if lost else "refused")
    assert held["label"] == "附件"
    if lost:
        assert as_role("CO").act(f"held-commands/{held['id']}/apply", {})["status"] == "applied"
        assert [one["slot"] for one in files_of(as_role("CO"), order)] == ["故障处"]


def test_c14_a_wipe_loses_no_form_that_names_photos(
    phone: Phone, desk: Desk, as_role: AsRole, world: World, anonymous: Api
) -> None:
    """Photos first, then the form: it names each as the server calls it, and the photos stay on the job that it is about."""
    order = visit(desk, "on_site")["id"]
    photo = Sealed(phone, order, jpeg())
    template = Paper(as_role, world).published(of(field("photo", "plate"), subjects=["work_order"]))
    id = new_id()
    begun = {"id": id, "template_id": template["id"], "subject": "work_order", "subject_id": order, "data": {}}
    deeds = [
        phone.did("entries", begun, order),
        phone.did(f"entries/{id}/complete", {"data": {"plate": [photo.id]}}, order),
    ]
    deeds[1]["photos"] = [photo.id]
    assert photo.send(anonymous).json()["applied"] == 1
    done = anonymous.act("sealed-queues", sealed(phone, deeds), status=200)
    assert (done["applied"], done["held"]) == (2, 0)
    (kept,) = files_of(as_role("CO"), order)
    read = as_role("CO").read(f"entries/{id}")
    assert (read["status"], read["data"]) == ("completed", {"plate": [kept["id"]]})
