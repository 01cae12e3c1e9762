"""`/payments`: money from customers, in parts and by way; and the door of the providers' callbacks."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from fastapi.routing import APIRoute
from pydantic import TypeAdapter
from pydantic_core import to_json

from api.access.actor import SYSTEM
from api.access.caller import caller_of
from api.access.policy import P
from api.kit import problems
from api.kit.edge import PUBLIC, SIGNED, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.outside import answers_of, documented_body, in_thread, json_body, outside, work
from api.kit.problems import NotFound, TransitionRefused
from api.kit.unit import Unit
from api.money.ledger.problems import DayClosed, Overdrawn
from api.money.payments import (
    answers,
    callbacks,
    charging,
    collecting,
    demonstrating,
    queries,
    schemas,
    service,
    voiding,
)
from api.money.payments.problems import BadSignature, DepositTooHigh, MoreThanOwed
from api.money.payments.workflow import WORKFLOW
from api.money.providers import PROVIDERS

resource = Resource("/payments", visible=queries.visible)
router = resource.router
_SIGNATURE = [
    {"name": name, "in": "header", "required": True, "description": what, "schema": {"type": "string"}}
    for name, what in (
        ("webhook-id", "The event's id."),
        ("webhook-timestamp", "Seconds since 1970."),
        ("webhook-signature", "HMAC over id, timestamp and body (Standard Webhooks)."),
    )
]
_demo = TypeAdapter(schemas.DemoPayment)
assert charging  # its jobs are known


@resource.get(permission=P.PAYMENTS_VIEW, answer=list_of(schemas.PaymentRow))
def list_payments(unit: Unit, query: schemas.PaymentsQuery) -> dict[str, Any]:
    """Payments in the caller's sight."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(
    permission=P.PAYMENTS_CREATE, answer=schemas.PaymentRead, key="required",
    refuses=(TransitionRefused, MoreThanOwed, DepositTooHigh, DayClosed, Overdrawn),
)  # fmt: skip
def collect_payment(unit: Unit, command: schemas.PaymentCreate) -> dict[str, Any]:
    """Collect one part by one way; WeChat Pay and Alipay give a code that the customer pays by."""
    return collecting.collect(unit, command)


@resource.get("/{id}", permission=P.PAYMENTS_VIEW, answer=schemas.PaymentRead)
def read_payment(unit: Unit, id: Id) -> dict[str, Any]:
    """One payment with what may be done now."""
    return answers.read(unit, id)


async def take_payment_callback(
    request: Request, provider: Annotated[str, Path(pattern="^[a-z]{1,20}$", description="Who tells it.")]
) -> Response:
    """What a provider tells us, signed by Standard Webhooks (id, timestamp and body, five minutes).

    Told twice, in another order or late, it takes effect once; then `known` is true.
    """
    found = PROVIDERS.get(provider)
    if found is None:
        raise NotFound
    system, body = request.app.state.sibu, await request.body()
    event_id, told = callbacks.checked(found, system.settings.secret, dict(request.headers), body)
    caller = caller_of(system.settings, request)

    def take() -> dict[str, Any]:
        with work(system, caller, SYSTEM) as unit:
            return callbacks.receive(unit, found, event_id, told)

    return Response(
        to_json(await in_thread(take)), headers={"cache-control": "no-store"}, media_type="application/json"
    )


router.add_api_route(
    "/callbacks/{provider}",
    outside(permission=SIGNED)(take_payment_callback),
    methods=["POST"],
    route_class_override=APIRoute,
    response_model=schemas.CallbackTaken,
    responses=answers_of(
        BadSignature, problems.Malformed, NotFound, problems.Invalid, problems.TooLarge, problems.Unavailable
    ),
    openapi_extra=documented_body(callbacks.Callback) | {"x-permission": SIGNED, "parameters": _SIGNATURE},
    operation_id="take_payment_callback",
)


async def pay_as_demo_customer(request: Request) -> Response:
    """The demo's customer pays, or fails to, by the code that he was shown; on any other database there is no such door."""
    system, body = request.app.state.sibu, await request.body()
    caller = caller_of(system.settings, request)

    def pay() -> None:
        acted = json_body(request, body, _demo)
        with work(system, caller, SYSTEM) as unit:
            demonstrating.pay(unit, system.settings.secret, acted)

    await in_thread(pay)
    return Response(status_code=204)


demo_router = APIRouter(tags=["demo"])
demo_router.add_api_route(
    "/demo/payments",
    outside(permission=PUBLIC)(pay_as_demo_customer),
    methods=["POST"],
    status_code=204,
    response_class=Response,
    responses=answers_of(
        NotFound, problems.Invalid, problems.Malformed, problems.WrongMedia, problems.TooLarge, problems.Unavailable
    ),
    openapi_extra=documented_body(schemas.DemoPayment),
    operation_id="pay_as_demo_customer",
)

resource.actions(WORKFLOW, service, voiding, answer=schemas.PaymentRead, refuses=(DayClosed, Overdrawn))
