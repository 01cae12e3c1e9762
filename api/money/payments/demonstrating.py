"""The demo's customer, who has no phone: he pays what he was shown, and the sandbox tells us as any provider would."""

from __future__ import annotations

from api.access.demo import queries as demo
from api.kit.ids import new_id
from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.money.payments import callbacks, queries, schemas
from api.money.providers.sandbox import Sandbox


def pay(unit: Unit, secret: bytes, acted: schemas.DemoPayment) -> None:
    """Pay, or fail to; the callback is signed and checked like one that came from outside.

    :raises NotFound: this is no demo, or there is no such charge.
    """
    demo.sign_ins(unit)
    payment = queries.any_one(unit, acted.payment_id)
    if payment is None or payment.provider != Sandbox.name:
        raise NotFound
    sandbox, kind = Sandbox(), "payment.succeeded" if acted.outcome == "paid" else "payment.failed"
    said = {"payment_id": payment.id, "amount_fen": payment.amount_fen, "transaction_id": f"demo-{payment.id}"}
    headers, body = sandbox.signed(secret, f"demo-{new_id()}", unit.now, kind, said)
    callbacks.receive(unit, sandbox, *callbacks.checked(sandbox, secret, headers, body))
