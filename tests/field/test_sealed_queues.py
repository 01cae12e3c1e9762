"""A phone that is wiped loses no work: what it could not send is sealed to the server and done as its owner (C14)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import ECDH, SECP256R1, EllipticCurvePublicKey, generate_private_key
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from api.field.devices.keys import b64, point, unb64
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.sealing import Sealer
from tests.client import Api
from tests.conftest import SECRET
from tests.field.phone import Phone, visit, work_off
from tests.work.steps import Desk, body, facts_of

AsRole = Callable[..., Api]


def sealed(phone: Phone, deeds: list[dict[str, Any]], **over: Any) -> dict[str, Any]:
    """What the phone's own code does with WebCrypto, step by step as the contract says."""
    commands = [
        {
            "key": deed["key"],
            "method": "POST",
            "path": f"/api/v1/{deed['path']}",
            "body": deed["body"],
            "photos": deed.get("photos", []),
        }
        for deed in deeds
    ]
    return parcel(phone, {"commands": commands, "clock": phone.now().isoformat()}) | over


def parcel(phone: Phone, content: dict[str, Any]) -> dict[str, Any]:
    """The seal around it."""
    id, seal = new_id(), phone.told["seal"]
    theirs = b"\x04" + unb64(seal["jwk"]["x"]) + unb64(seal["jwk"]["y"])
    ours = generate_private_key(SECP256R1())
    shared = ours.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), theirs))
    info = f"sibu sealed queue 1|{phone.id}|{seal['kid']}".encode()
    key, iv = HKDF(SHA256(), 32, salt=b"", info=info).derive(shared), secrets.token_bytes(12)
    plain = json.dumps(content).encode()
    box = AESGCM(key).encrypt(iv, plain, f"{id}|{phone.id}|{seal['kid']}".encode())
    raw = point(ours.public_key())
    epk = {"kty": "EC", "crv": "P-256", "x": b64(raw[1:33]), "y": b64(raw[33:])}
    sent = {"id": id, "device_id": phone.id, "secret": phone.secret, "kid": seal["kid"], "epk": epk, "iv": b64(iv)}
    return sent | {"sealed": b64(box), "wiped": True}


def walk(phone: Phone, order: dict[str, Any], desk: Desk, *actions: str) -> list[dict[str, Any]]:
    """Steps of a job, done on the phone in this order, an hour ago."""
    deeds = []
    for action in actions:
        deed = phone.did(f"work-orders/{order['id']}/{action}", body(desk.world, action), order["id"])
        deed["body"]["occurred_at"] = (phone.now() - timedelta(hours=1)).isoformat()
        deeds.append(deed)
    return deeds


def test_c14_a_wipe_loses_no_work(phone: Phone, desk: Desk, as_role: AsRole, anonymous: Api, db: Database) -> None:
    """Done as its owner at his own times, in order, each once, whatever was sent before and however often it comes."""
    order = visit(desk)
    deeds = walk(phone, order, desk, "accept", "depart", "arrive", "diagnose", "complete")
    assert phone.send(deeds[0]).status_code == 200
    parcel = sealed(phone, deeds)
    done = anonymous.act("sealed-queues", parcel, status=200)
    assert done == {"id": parcel["id"], "received": 5, "applied": 5, "held": 0}
    assert anonymous.act("sealed-queues", parcel, status=200) == done
    shown = as_role("CO").read(f"work-orders/{order['id']}")
    assert shown["status"] == "work_done"
    told = [fact for fact in facts_of(db, order["id"]) if fact.get("device")]
    assert [fact["device"]["seq"] for fact in told] == [1, 2, 3, 4, 5]
    assert all(fact["by"] == desk.world.employees["FE@A1"] for fact in told)
    assert as_role("CO").read(f"devices/{phone.id}")["status"] == "wiped"
    other = anonymous.post("sealed-queues", json=parcel | {"sealed": parcel["sealed"][:-4] + "AAAA"})
    assert other.json()["type"] == "/problems/idempotency-key-reused"


def test_what_a_sealed_queue_cannot_do_is_held_for_a_person(
    phone: Phone, desk: Desk, as_role: AsRole, anonymous: Api, db: Database
) -> None:
    """One command a parcel, the second first: it waits. A step that is refused, or no step at all, is kept whole."""
    order = visit(desk)
    accept, depart = walk(phone, order, desk, "accept", "depart")
    assert anonymous.act("sealed-queues", sealed(phone, [depart], wiped=False), status=200)["held"] == 1
    assert anonymous.act("sealed-queues", sealed(phone, [accept], wiped=False), status=200)["applied"] == 1
    assert work_off(db, "field.release") == 1
    assert as_role("CO").read(f"work-orders/{order['id']}")["status"] == "on_the_way"
    early = phone.did(f"work-orders/{order['id']}/complete", body(desk.world, "complete"), order["id"])
    nonsense = phone.did("no-such-thing", {"text": "a\0b\ud800", "job_id": "x", "device_seq": "many"})
    wrong = phone.did(f"work-orders/{order['id']}/diagnose", {"diagnosis": ""})
    answer = anonymous.act("sealed-queues", sealed(phone, [early, nonsense, wrong]), status=200)
    assert (answer["received"], answer["held"]) == (3, 3)
    held = as_role("CO").read("held-commands", status="held", sort="created_at")["items"]
    assert [row["reason"] for row in held] == ["refused"] * 3
    assert held[0]["detail"]
    assert as_role("CO").read(f"held-commands/{held[1]['id']}")["body"]["text"] == "a\ufffdb?"


def test_a_lost_phones_queue_comes_before_a_person(
    phone: Phone, desk: Desk, as_role: AsRole, anonymous: Api, settings: Any
) -> None:
    """Whoever has the phone may not be its owner. Wrong secrets, wrong keys and damage are refused alike each."""
    order = visit(desk)
    parcel = sealed(phone, walk(phone, order, desk, "accept"))
    as_role("CO").act(f"devices/{phone.id}/wipe", {"reason": "丢了"})
    for change, slug in (
        ({"secret": "A" * 43}, "device-secret-wrong"), ({"device_id": new_id()}, "device-secret-wrong"),
        ({"kid": "0" * 16}, "not-openable"), ({"iv": "A" * 16}, "not-openable"), ({"id": new_id()}, "not-openable"),
        ({"epk": parcel["epk"] | {"x": "A" * 43}}, "not-openable"),
    ):  # fmt: skip
        refused = anonymous.post("sealed-queues", json=parcel | change)
        assert refused.json()["type"] == f"/problems/{slug}", change
    assert anonymous.act("sealed-queues", parcel, status=200)["held"] == 1
    (held,) = as_role("CO").read("held-commands")["items"]
    assert held["reason"] == "revoked"
    assert as_role("CO").act(f"held-commands/{held['id']}/apply", {})["status"] == "applied"
    assert as_role("CO").read(f"work-orders/{order['id']}")["accepted_at"]


def test_what_was_sealed_before_the_secret_changed_still_opens() -> None:
    """Rotation loses nothing: the former secret's keys are known as long as it is named."""
    former, today = Sealer(SECRET), Sealer(b"another secret of at least 32 bytes", SECRET)
    assert [key.private_numbers() for key in former.key_pairs("p")] == [
        key.private_numbers() for key in today.key_pairs("p")[1:]
    ]
    assert today.key_pairs("p")[0].private_numbers() != today.key_pairs("q")[0].private_numbers()
    assert today.open(former.seal("text", "x"), "x") == "text"


def test_a_refused_command_is_handed_over_or_given_up(
    phone: Phone, desk: Desk, as_role: AsRole, key: Callable[[], dict[str, str]]
) -> None:
    """Nothing that somebody did is dropped silently: a person decides, or the engineer gives it up and it is kept."""
    order = visit(desk)
    early, after = walk(phone, order, desk, "depart", "accept")
    assert phone.send(early).status_code == 409
    told = {
        "device_id": phone.id, "device_seq": 1, "job_id": order["id"], "key": early["key"],
        "occurred_at": early["body"]["occurred_at"], "path": f"/api/v1/{early['path']}", "body": early["body"],
        "problem": {"type": "/problems/transition-refused", "detail": "请先接单"}, "wish": "drop", "note": "点错了",
    }  # fmt: skip
    given = phone.api.post("held-commands", json=told, headers=key())
    assert given.status_code == 201, given.text
    assert (given.json()["status"], given.json()["decision"], given.json()["detail"]) == (
        "set_aside",
        "点错了",
        "请先接单",
    )
    assert phone.send(after).status_code == 200, "what follows goes on"
    again = phone.api.post("held-commands", json=told, headers=key())
    assert again.json()["type"] == "/problems/device-sequence-taken"
    late = walk(phone, order, desk, "arrive")[0]
    asked = told | {
        "device_seq": 3,
        "after": 2,
        "key": late["key"],
        "path": f"/api/v1/{late['path']}",
        "wish": "decide",
    }
    held = phone.api.post("held-commands", json=asked | {"body": late["body"]}, headers=key()).json()
    assert (held["status"], held["reason"]) == ("held", "refused")
    assert as_role("CO").read("held-commands", status="held")["items"][0]["id"] == held["id"]
    assert datetime.fromisoformat(held["corrected_at"]) <= datetime.now(UTC)
