"""Notices to phones: whom they reach, what they hold, and whom the server refuses to speak with (T10, RFC 8291, RFC 8292)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
    derive_private_key,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import select

from api import models
from api.access.actor import SYSTEM
from api.field.devices import queries as devices
from api.field.devices.keys import b64, point, push_key, unb64
from api.field.push import encrypting, guarding, sending
from api.kit import clock, jobs
from api.kit.db import Database
from api.kit.unit import Unit
from api.settings import Settings
from api.system import System
from tests.client import Api
from tests.field.phone import Phone, visit
from tests.work.steps import Desk

AsRole = Callable[..., Api]
OURS = generate_private_key(SECP256R1())
AUTH = bytes(range(16))
SUBSCRIPTION = {
    "endpoint": "https://push.example.com/send/abc?x=1",
    "keys": {"p256dh": b64(point(OURS.public_key())), "auth": b64(AUTH)},
}


def test_the_standards_own_example() -> None:
    """RFC 8291, appendix A."""
    own = derive_private_key(int.from_bytes(unb64("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")), SECP256R1())
    made = encrypting.encrypted(
        b"When I grow up, I want to be a watermelon",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BTBZMqHH6r4Tts7J_aSIgg", own=own, salt=unb64("DGv6ra1nlYgDCS1FRnbzlw"),
    )  # fmt: skip
    assert b64(made) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3"
        "jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def read(body: bytes) -> dict[str, Any]:
    """What the phone reads out of a message."""
    salt, theirs, box = body[:16], body[21:86], body[86:]
    shared = OURS.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), theirs))
    info = b"WebPush: info\0" + point(OURS.public_key()) + theirs
    secret = HKDF(SHA256(), 32, salt=AUTH, info=info).derive(shared)
    key = HKDF(SHA256(), 16, salt=salt, info=b"Content-Encoding: aes128gcm\0").derive(secret)
    nonce = HKDF(SHA256(), 12, salt=salt, info=b"Content-Encoding: nonce\0").derive(secret)
    return json.loads(AESGCM(key).decrypt(nonce, box, None)[:-1])


def waiting(db: Database) -> list[dict[str, Any]]:
    """Notices that are to be sent, oldest first."""
    table = models.jobs.Job.__table__
    with db.read() as conn:
        found = conn.execute(select(table.c.payload).where(table.c.kind == sending.KIND).order_by(table.c.id))
        return [row.payload for row in found]


def test_a_phone_is_told_of_a_new_job_of_another_time_and_of_one_that_is_gone(
    phone: Phone, desk: Desk, as_role: AsRole, db: Database
) -> None:
    """Who did it himself is told nothing; nor is a phone that is lost."""
    other = Phone(as_role("FE2"))
    for one in (phone, other):
        answer = one.api.put(f"devices/{one.id}/push", json=SUBSCRIPTION)
        assert (answer.status_code, answer.json()["push"]) == (200, True)
    order = visit(desk)
    desk.act(order, "accept")
    moved = as_role("CO").read(f"work-orders/{order['id']}")
    desk.act(moved, "move")
    desk.act(order, "reassign")
    desk.act(order, "cancel")
    told = [(row["device_id"], row["type"]) for row in waiting(db)]
    assert told[:2] == [(phone.id, "job_new"), (phone.id, "job_changed")]
    assert sorted(told[2:4]) == sorted([(phone.id, "job_cancelled"), (other.id, "job_new")])
    assert told[4:] == [(other.id, "job_cancelled")]
    assert {row["job_id"] for row in waiting(db)} == {order["id"]}
    assert phone.api.delete(f"devices/{phone.id}/push").status_code == 204
    as_role("CO").act(f"devices/{other.id}/wipe", {"reason": "丢了"})
    before = len(waiting(db))
    desk.act(visit(desk, hours=6), "unassign")
    assert len(waiting(db)) == before


def test_what_is_sent_names_the_job_and_nobody(phone: Phone, settings: Settings, db: Database) -> None:
    """Encrypted to the phone, signed by the server, to the very address that was judged; over is over, busy is tried again."""
    phone.api.put(f"devices/{phone.id}/push", json=SUBSCRIPTION)
    system, sent, status = System(settings, db), [], 201

    def service(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(status)

    told = {"type": "job_new", "job_id": "01a22726-f202-7000-93f4-e1e22160e252", "at": "2026-11-29T12:00:00+00:00"}
    with db.read() as conn:
        to = devices.subscription(Unit(db, conn, SYSTEM), phone.id)
    assert to
    transport, public = httpx.MockTransport(service), lambda host, port: ["93.184.216.34"]
    assert sending.posted(system, to, told, resolve=public, transport=transport) == 201
    (request,) = sent
    assert str(request.url) == "https://93.184.216.34/send/abc?x=1"
    assert request.headers["host"] == "push.example.com"
    assert request.extensions["sni_hostname"] == "push.example.com"
    assert read(request.content) == told
    token, key = request.headers["authorization"].removeprefix("vapid t=").split(", k=")
    assert key == push_key(system.sealer) == phone.told["push_key"]
    head, claims, signature = (unb64(part) for part in token.split("."))
    assert json.loads(claims)["aud"] == "https://push.example.com"
    signed = encode_dss_signature(int.from_bytes(signature[:32]), int.from_bytes(signature[32:]))
    theirs = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unb64(key))
    theirs.verify(signed, token.rpartition(".")[0].encode(), ECDSA(SHA256()))
    assert json.loads(head)["alg"] == "ES256"

    def outcome(answer: int, monkeypatch: pytest.MonkeyPatch) -> tuple[bool, bool]:
        monkeypatch.setattr(sending, "posted", lambda *_: answer)
        with db.write() as conn:
            jobs.enqueue(conn, clock.now(), [{"kind": sending.KIND, "payload": told | {"device_id": phone.id}}])
        (job,) = jobs.claim(db, clock.now())
        done = jobs.run(db, job, lambda db, conn: Unit(db, conn, SYSTEM), system)
        with db.read() as conn:
            return done, devices.subscription(Unit(db, conn, SYSTEM), phone.id) is not None

    with pytest.MonkeyPatch.context() as patched:
        assert [outcome(answer, patched) for answer in (201, 400, 429, 503, 410)] == [
            (True, True), (True, True), (False, True), (False, True), (True, False),
        ]  # fmt: skip


def test_t10_only_a_public_push_service_is_taken(phone: Phone) -> None:
    """What is refused by its looks."""
    for endpoint in (
        "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://2130706433/x", "https://0x7f.1/x",
        "https://10.0.0.5/x", "https://user@push.example.com/x", "https://push.example.com:22/x",
        "https://push.example.com:0/x", "https://intranet/x", "https://a.internal/x", "https://push.example.com/x#y",
        "https://push.example.com:99999/x",
    ):  # fmt: skip
        answer = phone.api.put(f"devices/{phone.id}/push", json=SUBSCRIPTION | {"endpoint": endpoint})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/body/endpoint"), endpoint


def test_t10_where_a_name_leads_is_judged_before_anything_is_sent(phone: Phone) -> None:
    """A name may lead anywhere, and to several places: all of them must be public."""
    inside = (
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "2002:0a00:0001::1", "64:ff9b:1::1", "not-an-address",
    )  # fmt: skip
    assert [address for address in inside if guarding.is_public(address)] == []
    assert guarding.is_public("93.184.216.34")
    assert guarding.is_public("2606:4700::1111")
    for found in ([], ["93.184.216.34", "10.0.0.1"]):
        with pytest.raises(guarding.Unfit):
            guarding.address_of("push.example.com", 443, lambda host, port, found=found: found)
    wrong = SUBSCRIPTION | {"keys": {"p256dh": "A" * 87, "auth": b64(AUTH)}}
    assert phone.api.put(f"devices/{phone.id}/push", json=wrong).json()["errors"][0]["pointer"] == "/body/keys"
