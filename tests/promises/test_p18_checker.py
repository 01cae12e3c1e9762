"""P18's own checker fails on a planted fault: a loss, another id, another order, a stranger, a wrong signature, a wait."""

from __future__ import annotations

import json
from typing import Any

from api.kit import signing
from tests.events.webhooks.receiver import Message
from tests.promises.p18_webhooks import Journal, Told, compare, late

SECRET = signing.new_secret()
TOLD = [Told("a", "x", 1), Told("b", "y", 2), Told("c", "x", 3)]


def message(told: Told, secret: str = SECRET, **data: Any) -> Message:
    body = {"type": "t", "data": {"id": told.id, "subject_id": told.subject_id, "position": told.position} | data}
    raw = json.dumps(body).encode()
    return Message(told.id, body, signing.headers([secret], told.id, 1_700_000_000, raw), raw, 0.0)


def judged(*sent: tuple[Message, int]) -> list[str]:
    return compare(Journal(SECRET, list(sent)), TOLD)


def test_p18_what_went_well_is_found_well() -> None:
    a, b, c = map(message, TOLD)
    assert judged((b, 500), (a, 0), (b, 204), (a, 204), (a, 204), (c, 302), (c, 200)) == []


def test_p18_each_fault_is_found() -> None:
    a, b, c = map(message, TOLD)
    assert judged((a, 204), (b, 204), (c, 500)) == ["c (position 3) was not delivered"]
    early = "c was sent before one about the same subject had arrived"
    assert judged((a, 500), (c, 204), (a, 204), (b, 204)) == [early]
    assert judged((c, 204), (b, 204), (a, 204)) == [early]
    stranger = message(Told("z", "x", 4))
    assert judged((a, 204), (b, 204), (c, 204), (stranger, 204)) == [
        "z tells of z, which nobody committed under this id"
    ]
    renamed = message(TOLD[0], id="other")
    assert "a tells of other, which nobody committed under this id" in judged((renamed, 204), (b, 204))
    assert judged((a, 204), (b, 204), (message(TOLD[2], position=4), 204)) == ["c tells of another subject or position"]
    forged = message(TOLD[1], signing.new_secret())
    assert judged((a, 204), (forged, 204), (c, 204)) == ["b is wrongly signed"]


def test_p18_the_judge_sees_waits() -> None:
    assert late([0.1, 4.9], 2) == []
    assert late([0.1, 5.0], 2) == ["a fact took 5.0 s beside a slow peer"]
    assert late([0.1], 2) == ["1 of 2 facts were measured beside a slow peer"]
