"""The door of exchanges opens to its own signature only, once for each message (T18)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from api.intake.telephony import signing
from api.kit.db import Database
from tests.client import Api
from tests.intake.steps import digest
from tests.intake.telephony.exchange import Exchange

DOORS = ("telephony/events", "telephony/requests/take", "telephony/requests/settle")


def body_for(exchange: Exchange, path: str) -> bytes:
    bodies = {
        "telephony/events": {"events": [exchange.event("c1", "new_call", from_number="13800004410")]},
        "telephony/requests/take": {},
        "telephony/requests/settle": {"id": exchange.id, "result": "done"},
    }
    return json.dumps(bodies[path]).encode()


def refused(answer: object) -> bool:
    return answer.status_code == 401 and answer.json()["type"] == "/problems/signature-refused"  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", DOORS)
def test_t18_unsigned_stale_altered_and_foreign_messages_are_refused_and_leave_nothing(
    exchange: Exchange, db: Database, path: str
) -> None:
    body = body_for(exchange, path)
    right, now = exchange.headers(body), datetime.now(UTC)
    other = body.replace(b"13800004410", b"13800004411") + b" "
    before = digest(db)
    wrong = {
        "unsigned": (body, {"content-type": "application/json"}),
        "no exchange": (body, {k: v for k, v in right.items() if k != "telephony-exchange"}),
        "no time": (body, {k: v for k, v in right.items() if k != "webhook-timestamp"}),
        "stale": (body, exchange.headers(body, at=now - timedelta(seconds=305))),
        "to come": (body, exchange.headers(body, at=now + timedelta(seconds=305))),
        "altered body": (other, right),
        "altered id": (body, right | {"webhook-id": "other"}),
        "altered time": (body, right | {"webhook-timestamp": str(int(now.timestamp()) + 3)}),
        "other secret": (body, exchange.headers(body, secret=signing.new_secret())),
        "another's id": (body, exchange.headers(body, exchange="01900000-0000-7000-8000-000000000000")),
        "no id at all": (body, exchange.headers(body, exchange="../x")),
        "no mark": (body, right | {"webhook-signature": "v1,"}),
        "long mark": (body, right | {"webhook-signature": "v1," + "A" * 5000}),
        "odd time": (body, right | {"webhook-timestamp": "1e9"}),
    }
    passed = [name for name, (content, headers) in wrong.items() if not refused(exchange.raw(path, content, headers))]
    assert passed == []
    assert digest(db) == before


@pytest.mark.parametrize("path", DOORS[:2])
def test_t18_the_same_message_is_taken_once(exchange: Exchange, db: Database, path: str) -> None:
    body = body_for(exchange, path)
    headers = exchange.headers(body)
    assert exchange.raw(path, body, headers).status_code == 200
    before = digest(db)
    assert refused(exchange.raw(path, body, headers))
    assert digest(db) == before


def test_a_message_that_was_refused_for_what_it_says_may_be_sent_again(exchange: Exchange) -> None:
    late = exchange.event("c1", "new_call", 4000)
    assert exchange.post("telephony/events", {"events": [late]}).status_code == 422
    assert exchange.send(late | {"occurred_at": datetime.now(UTC).isoformat()}) == {"received": 1, "new": 1}


def test_what_a_signed_message_lacks_is_told_in_words(exchange: Exchange, db: Database) -> None:
    good = exchange.event("c1", "ringing", extension="1001")
    before = digest(db)
    for wrong in (
        {"kind": "sang"},
        {"call_id": None},
        {"extension": None},
        {"extension": "1001; DROP"},
        {"occurred_at": "soon"},
        {"occurred_at": None},
        {"from_number": "1380000\x00441"},
        {"rings": -1},
        {"station_id": exchange.id},
        {"event_id": "a b"},
    ):
        answer = exchange.post("telephony/events", {"events": [good | wrong]})
        assert answer.status_code == 422, (wrong, answer.text)
        assert answer.json()["errors"]
    assert exchange.post("telephony/events", {"events": [good] * 201}).status_code == 422
    assert exchange.raw("telephony/events", b"{", exchange.headers(b"{")).status_code == 400
    large = b" " * (300 * 1024)
    assert exchange.raw("telephony/events", large, exchange.headers(large)).status_code == 413
    assert digest(db) == before


def test_a_rotated_secret_works_on_for_its_hours_and_a_disabled_exchange_not_at_all(
    exchange: Exchange, as_role: Callable[..., Api]
) -> None:
    administrator = as_role("SA", "C")
    former = exchange.secret
    made = administrator.act(f"telephony-exchanges/{exchange.id}/rotate", {"overlap_hours": 2})
    exchange.secret = made["signing_secret"]
    assert made["former_secret_until"]
    exchange.send()
    exchange.secret, newest = former, exchange.secret
    exchange.send()
    administrator.act(f"telephony-exchanges/{exchange.id}/rotate", {"overlap_hours": 0})
    for old in (former, newest):
        exchange.secret = old
        assert refused(exchange.post("telephony/events", {"events": []}))
    made = administrator.act(f"telephony-exchanges/{exchange.id}/rotate", {"overlap_hours": 0})
    exchange.secret = made["signing_secret"]
    exchange.send()
    administrator.act(f"telephony-exchanges/{exchange.id}/disable", {"reason": "换机器"})
    assert refused(exchange.post("telephony/events", {"events": []}))


def test_t26_the_secret_is_shown_once_and_nowhere_kept_in_plain(
    exchange: Exchange, as_role: Callable[..., Api], db: Database
) -> None:
    administrator = as_role("SA", "C")
    assert exchange.secret.startswith("whsec_")
    for path in (
        f"telephony-exchanges/{exchange.id}",
        "telephony-exchanges",
        f"telephony-exchanges/{exchange.id}/events",
    ):
        assert "secret" not in administrator.get(path).text.replace("former_secret_until", "")
    from api import models

    with db.read() as conn:
        kept = conn.execute(models.telephony.TelephonyExchange.__table__.select()).first()
        told = conn.execute(models.events.Event.__table__.select()).all()
    assert kept
    assert exchange.secret[6:] not in repr(kept) + repr(told)


def test_it_counts_as_connected_for_a_minute_after_it_was_heard(
    exchange: Exchange, as_role: Callable[..., Api], db: Database
) -> None:
    hotline = as_role("HL")
    assert hotline.read("telephony/line")["connected"] is False
    exchange.send()
    line = hotline.read("telephony/line")
    assert (line["connected"], line["extension"], line["presence"]) == (True, "1001", None)
    from sqlalchemy import update

    from api import models

    table = models.telephony.TelephonyExchange.__table__
    with db.write() as conn:
        conn.execute(update(table).values(heard_at=datetime.now(UTC) - timedelta(seconds=61)))
    assert hotline.read("telephony/line")["connected"] is False


def test_the_scheme_is_that_of_standard_webhooks() -> None:
    """The example of the specification, so that ready libraries sign for us."""
    made = signing.sign(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
    )
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
