"""What providers tell us: signed, each once, in any order, late or doubled (T18).

A callback is kept by its event id and takes effect when it can: a refund told before its payment waits for that. What
does not fit (another amount, a second transaction for one charge) is held for a person and moves no money.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from sqlalchemy import update
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from api.events import log
from api.kit.db import insert_unless_there
from api.kit.ids import Id, new_id
from api.kit.problems import Malformed
from api.kit.text import Answer, Moment, line
from api.kit.unit import Row, Unit
from api.money.ledger import service as ledger
from api.money.payments import facts, queries, service
from api.money.payments.model import PaymentCallback
from api.money.payments.problems import BadSignature
from api.money.payments.schemas import Amount
from api.money.payments.workflow import WORKFLOW
from api.money.providers import Provider
from api.money.refunds import settling

_callback = PaymentCallback.__table__  # type: ignore[attr-defined]
Reference = line(80)


class Told(Answer):
    """What a callback is about; a provider may add what we do not read."""

    model_config = ConfigDict(extra="ignore")
    payment_id: Id
    amount_fen: Amount
    transaction_id: Reference  # type: ignore[valid-type]
    refund_id: Id | None = None


class Callback(Answer):
    """The body of a callback."""

    model_config = ConfigDict(extra="ignore")
    type: Literal["payment.succeeded", "payment.failed", "refund.succeeded", "refund.failed"]
    timestamp: Moment
    data: Told


_body: TypeAdapter[Callback] = TypeAdapter(Callback)
_event_id: TypeAdapter[str] = TypeAdapter(Annotated[str, Field(pattern=r"^[\x21-\x7e]{1,80}$")])


def checked(provider: Provider, secret: bytes, headers: dict[str, str], body: bytes) -> tuple[str, Callback]:
    """The event's id and what it says, if the provider signed it within the last five minutes.

    :raises BadSignature: unsigned, altered, or out of date.
    :raises Malformed: signed, but not of the agreed form.
    """
    try:
        Webhook(provider.signing_secret(secret)).verify(body, headers)
        event_id = _event_id.validate_python(headers.get("webhook-id", ""))
    except (WebhookVerificationError, ValidationError, ValueError) as error:
        raise BadSignature from error
    try:
        return event_id, _body.validate_json(body)
    except ValidationError as error:
        raise Malformed from error


def receive(unit: Unit, provider: Provider, event_id: str, told: Callback) -> dict[str, Any]:
    """Keep the callback and let everything that waits for its payment take effect as far as it can, once each."""
    row = {
        "id": new_id(), "created_at": unit.now, "provider": provider.name, "event_id": event_id, "type": told.type,
        "payment_id": told.data.payment_id, "data": told.data.model_dump(), "outcome": "waiting", "done_at": None,
    }  # fmt: skip
    kept = unit.conn.execute(insert_unless_there(unit.conn, _callback).returning(_callback.c.id), row).first()
    if kept is None:
        return {"known": True}
    work_off(unit, told.data.payment_id)
    return {"known": False}


def work_off(unit: Unit, payment_id: str) -> None:
    """Let what waits for this payment take effect. Nothing happens before the payment is here."""
    payment = queries.any_one(unit, payment_id)
    if payment is None:
        return
    for callback in queries.waiting_callbacks(unit, payment_id):
        outcome = _EFFECTS[callback.type](unit, payment, callback)
        if outcome == "waiting":
            continue
        if outcome == "held":
            told = facts.PaymentCallbackHeld(
                event_id=callback.event_id, what=callback.type, amount_fen=callback.data["amount_fen"]
            )
            log.append(unit, payment, told)
        changed = update(_callback).where(_callback.c.id == callback.id)
        unit.conn.execute(changed.values(outcome=outcome, done_at=unit.now))


def _paid(unit: Unit, payment: Row, callback: Row) -> str:
    transaction = callback.data["transaction_id"]
    if payment.provider != callback.provider or callback.data["amount_fen"] != payment.amount_fen:
        return "held"
    if payment.status not in ("pending", "failed", "cancelled"):
        return "known" if payment.reference == transaction else "held"
    late = payment.status != "pending"
    service.take(unit, payment, reference=transaction, late=late)
    return "done"


def _failed(unit: Unit, payment: Row, callback: Row) -> str:
    if payment.status != "pending" or payment.provider != callback.provider:
        return "late"  # that it was paid after all, or withdrawn, is the later word
    changes = WORKFLOW.fire(ledger.by_rule(unit), "fail", payment)
    log.append(unit, payment, facts.PaymentFailed(), **changes)
    return "done"


def _refunded(unit: Unit, payment: Row, callback: Row) -> str:
    if payment.provider != callback.provider:
        return "held"
    if payment.status != "collected":
        return "waiting"
    return settling.told_paid(unit, payment, callback.data)


def _refund_failed(unit: Unit, payment: Row, callback: Row) -> str:
    if payment.provider != callback.provider:
        return "held"
    if payment.status != "collected":
        return "waiting"
    return settling.told_failed(unit, payment, callback.data)


_EFFECTS = {
    "payment.succeeded": _paid, "payment.failed": _failed, "refund.succeeded": _refunded,
    "refund.failed": _refund_failed,
}  # fmt: skip
