"""One case through all four steps, driven by a client that `openapi-python-client` generated.

    pip install openapi-python-client
    openapi-python-client generate --url $SIBU_URL/api/v1/openapi.json --meta none --output-path sibu_client \
        --config openapi-python-client.yaml
    SIBU_URL=http://localhost:8000 SIBU_DEMO_PASSWORD=… python walk.py

Every operation is a module under `sibu_client.api`, named as the document's `operationId`; every body and answer a class.
"""

from __future__ import annotations

import os
import sys
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from sibu_client import AuthenticatedClient, Client, models
from sibu_client.api.auth import issue_token
from sibu_client.api.callers import look_up_callers
from sibu_client.api.calls import create_call, identify_call
from sibu_client.api.entitlements import check_entitlement
from sibu_client.api.follow_ups import list_follow_ups, satisfied_follow_up
from sibu_client.api.me import read_me
from sibu_client.api.price_lists import list_prices
from sibu_client.api.quotes import consent_quote, create_quote, offer_quote
from sibu_client.api.service_requests import (
    accept_terms_service_request,
    create_service_request,
    dispatch_service_request,
    explain_policy_service_request,
    judge_service_request,
    read_service_request,
)
from sibu_client.api.work_orders import (
    accept_work_order,
    arrive_work_order,
    assign_work_order,
    complete_work_order,
    contact_work_order,
    depart_work_order,
    diagnose_work_order,
    hand_in_work_order,
    promise_work_order,
    refuse_signature_work_order,
)

URL = os.environ.get("SIBU_URL", "http://localhost:8000")
T = TypeVar("T")


def answer(said: T | models.Problem | models.HeldCommandRead | None) -> T:
    """The answer itself. What was refused carries a slug that never changes; what is held waits for a coordinator."""
    if said is None or isinstance(said, (models.Problem, models.HeldCommandRead)):
        sys.exit(f"refused: {said}")
    return said


def signed_in(username: str) -> AuthenticatedClient:
    """A client that is this person, as far as his token lasts: fifteen minutes."""
    form = models.TokenForm(
        grant_type=models.TokenFormGrantType.PASSWORD, username=username, password=os.environ["SIBU_DEMO_PASSWORD"],
        client_type=models.TokenFormClientType.NATIVE,
    )  # fmt: skip
    token = answer(issue_token.sync(client=Client(URL), body=form))
    return AuthenticatedClient(URL, token.access_token, headers={"Accept-Language": "en"})


def once() -> dict[str, Any]:
    """A write that must happen once: keep the key while you repeat the same intent."""
    return {"idempotency_key": str(uuid.uuid4())}


hotline, coordinator, engineer, caller = map(signed_in, ("hl.bj01", "co.bj01", "fe.bj01", "fu.bj01"))

# 1 understand the need: the number shows who calls and which devices he has
ringing = models.CallsCreate(direction=models.CallsCreateDirection.INBOUND, from_number="13800044170", rings=2)
call = answer(create_call.sync(client=hotline, body=ringing))
match = answer(look_up_callers.sync(client=hotline, phone="13800044170")).matches[0]
customer, contact, asset = uuid.UUID(match.customer.id), match.contact, uuid.UUID(match.assets[0].id)
assert contact
entitled = answer(check_entitlement.sync(client=hotline, asset_id=asset))
print(f"{match.customer.name}, {match.assets[0].model} {match.assets[0].serial}: {entitled.headline}")
who = models.Identify(customer_id=customer, contact_id=uuid.UUID(contact.id))
answer(identify_call.sync(uuid.UUID(call.id), client=hotline, body=who))
need = models.ServiceRequestsCreate(
    channel=models.ServiceRequestsCreateChannel.CALL, call_id=uuid.UUID(call.id), customer_id=customer,
    contact_id=uuid.UUID(contact.id), asset_id=asset, subject="Readings drift",
    group=models.ServiceRequestsCreateGroup.HARDWARE_REPAIR, fault_kind=models.ServiceRequestsCreateFaultKindType0.HARDWARE,
)  # fmt: skip
case = uuid.UUID(answer(create_service_request.sync(client=hotline, body=need, **once())).id)

# 2 choose the way: what is paid needs the customer's consent before anything is done
judgement = models.Judge(
    group=models.JudgeGroup.HARDWARE_REPAIR, fault_kind=models.JudgeFaultKindType0.HARDWARE,
    mode=models.JudgeModeType0.ON_SITE,
)  # fmt: skip
if answer(judge_service_request.sync(case, client=hotline, body=judgement)).paid:
    answer(explain_policy_service_request.sync(case, client=hotline, body=models.ServiceRequestsNothing()))
    answer(accept_terms_service_request.sync(case, client=hotline, body=models.ServiceRequestsNothing()))

    def price(code: str) -> uuid.UUID:
        """What the price list of this customer calls by that code."""
        return uuid.UUID(answer(list_prices.sync(client=hotline, customer_id=customer, q=code)).items[0].id)

    lines = [models.LineIn(price_item_id=price("CO-CITY")), models.LineIn(price_item_id=price("LB-STD"), quantity=1500)]
    draft = models.QuoteCreate(case_id=case, lines=lines)
    quote = uuid.UUID(answer(create_quote.sync(client=hotline, body=draft, **once())).id)
    offered = answer(offer_quote.sync(quote, client=hotline, body=models.QuotesNothing(), **once()))
    consent = models.Consent(
        fingerprint=str(offered.fingerprint), by=contact.name, way=models.ConsentWay.CALL, call_id=uuid.UUID(call.id)
    )
    answer(consent_quote.sync(quote, client=hotline, body=consent, **once()))
sent = answer(dispatch_service_request.sync(case, client=hotline, body=models.Dispatch()))
order = uuid.UUID(sent.orders[0].id)
visit = (datetime.now(UTC) + timedelta(days=9)).replace(hour=2, minute=0, second=0, microsecond=0)
told = models.Contact(note="confirmed by telephone")
answer(contact_work_order.sync(order, client=coordinator, body=told, **once()))
promise = models.Promise(promised_at=visit, duration_minutes=90)
answer(promise_work_order.sync(order, client=coordinator, body=promise, **once()))
me = answer(read_me.sync(client=engineer)).employee
assert me
while True:
    assign = models.CommandsAssign(employee_id=uuid.UUID(me.id), starts_at=visit, duration_minutes=90)
    said = assign_work_order.sync(order, client=coordinator, body=assign, **once())
    if not (isinstance(said, models.Problem) and said.type_ == "/problems/clash"):
        break
    visit += timedelta(days=1)  # his time is taken: the day after
answer(said)

# 3 do the work: each step is an action of its own, and none can be skipped
for step in (accept_work_order, depart_work_order, arrive_work_order):
    answer(step.sync(order, client=engineer, body=models.Plainly(), **once()))
found = models.Diagnose(diagnosis="light source worn", plan="replace and calibrate")
answer(diagnose_work_order.sync(order, client=engineer, body=found, **once()))
work = models.CommandsComplete(
    work_done="replaced the light source", test_result="50.6 of 50 mg/L", test_passed=True, instructed=True
)
answer(complete_work_order.sync(order, client=engineer, body=work, **once()))
unsigned = models.RefuseSignature(reason="the customer was called away")
answer(refuse_signature_work_order.sync(order, client=engineer, body=unsigned, **once()))
answer(hand_in_work_order.sync(order, client=engineer, body=models.HandIn(), **once()))

# 4 check and improve: the customer is called; only then the case closes
due = answer(list_follow_ups.sync(client=caller, case_id=case)).items[0]
praise = models.Satisfied(answers=models.Answers(q1=5, q2=5, q3=5, q4=5, q5=4, q6=4))
done = answer(satisfied_follow_up.sync(uuid.UUID(due.id), client=caller, body=praise))
closed = answer(read_service_request.sync(case, client=hotline))
print(f"{closed.number} {closed.status}, satisfaction {done.csi}")
