"""Verbs on messages of care and on consents (R388, R398, D43)."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.care_messages import facts, queries, schemas
from api.customers.care_messages.model import CareMessage, MessageConsent
from api.customers.care_messages.problems import ConsentRequired
from api.customers.care_messages.workflow import WORKFLOW
from api.customers.customers import queries as customers
from api.events import log
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words

BASE = "/api/v1/care-messages"
TAKEN_BACK = Words("客户不再接收消息", "The customer wants no messages any more")


def consent(unit: Unit, command: schemas.ConsentCreate) -> dict[str, Any]:
    """Keep what a person said about messages. Taking a consent back withdraws what waits for him (D43).

    :raises Invalid: no such person for the caller.
    :raises Forbidden: the customer's station is not the caller's to write for.
    """
    person, customer = _person(unit, command.contact_id)
    row = unit.insert(
        MessageConsent, id=command.id, station_id=customer.station_id, customer_id=customer.id, contact_id=person.id,
        given=command.given, told_how=command.told_how, wording=command.wording, by_id=unit.actor.employee_id,
    )  # fmt: skip
    told = facts.MessageConsentGiven if command.given else facts.MessageConsentWithdrawn
    log.append(unit, row, told(contact_id=person.id, told_how=command.told_how), told_of=customer)
    if not command.given:
        for message in queries.ready_for(unit, person.id):
            fact = facts.CareMessageWithdrawn(reason=TAKEN_BACK.zh)
            log.append(unit, message, fact, status="withdrawn", reason=unit.say(TAKEN_BACK))
    return shown_consent(unit, queries.consent(unit, row.id))


def write(unit: Unit, command: schemas.MessageCreate) -> dict[str, Any]:
    """Write a message to a person who agreed to messages.

    :raises ConsentRequired: he did not, or does not any more.
    :raises Invalid: no such person for the caller.
    :raises Forbidden: the customer's station is not the caller's to write for.
    """
    person, customer = _person(unit, command.contact_id)
    agreed = queries.holding(unit, person.id)
    if agreed is None:
        raise ConsentRequired(contact_id=person.id)
    row = unit.insert(
        CareMessage, id=command.id, created_by_id=unit.actor.employee_id, station_id=customer.station_id,
        customer_id=customer.id, contact_id=person.id, consent_id=agreed, kind=command.kind, way=command.way,
        body=command.body, status="ready",
    )  # fmt: skip
    log.append(
        unit, row,
        facts.CareMessageWritten(customer_id=customer.id, contact_id=person.id, kind=command.kind, way=command.way),
    )  # fmt: skip
    return read(unit, row.id)


def _person(unit: Unit, contact_id: str) -> tuple[Row, Row]:
    person = queries.person(unit, contact_id)
    if person is None:
        raise Invalid.field("/body/contact_id", "unknown", Words("没有这位联系人", "There is no such contact"))
    customer = customers.visible(unit, person.customer_id)
    reach = unit.actor.reach(P.CARE_MESSAGES_CREATE)
    if not (reach.everywhere or customer.station_id in reach.stations):
        raise Forbidden(permission=str(P.CARE_MESSAGES_CREATE))
    return person, customer


def mark_sent(unit: Unit, id: str, command: schemas.MarkSent) -> dict[str, Any]:
    """A person has sent it by hand; his name and the time are kept."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "mark-sent", row, BASE)
    fact = facts.CareMessageSent(way=row.way)
    log.append(unit, row, fact, sent_at=unit.now, sent_by_id=unit.actor.employee_id, **changes)
    return read(unit, id)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """It will not be sent, with the reason."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "withdraw", row, BASE)
    log.append(unit, row, facts.CareMessageWithdrawn(reason=command.reason), reason=command.reason, **changes)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One message.

    :raises NotFound: none, or none that the caller may see.
    """
    return shown(unit, queries.whole(unit, id))


def listed(unit: Unit, query: schemas.MessagesQuery) -> dict[str, Any]:
    """A page of messages."""
    answer = queries.page(unit, query)
    answer["items"] = [shown(unit, row) for row in answer["items"]]
    return answer


def consents(unit: Unit, query: schemas.ConsentsQuery) -> dict[str, Any]:
    """What a customer's people said about messages."""
    answer = queries.consents(unit, query)
    answer["items"] = [shown_consent(unit, row) for row in answer["items"]]
    return answer


def shown(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A message as the contract shows it."""
    kept = ("id", "version", "contact", "kind", "way", "body", "status", "created_at", "sent_at")
    return {name: row[name] for name in kept} | {
        "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
        "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
        "kind_label": unit.say(facts.KINDS[row["kind"]]),
        "way_label": unit.say(facts.WAYS[row["way"]]),
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "sent_by": row["sent_by_id"] and {"id": row["sent_by_id"], "name": row["sender_name"]},
        "consented": bool(row["consented"]),
        "offered": WORKFLOW.offered(unit, queries.as_row(row), BASE),
    }


def shown_consent(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """A word about messages as the contract shows it."""
    kept = ("id", "contact", "given", "told_how", "wording", "created_at")
    return {name: row[name] for name in kept} | {
        "told_how_label": unit.say(facts.HOW[row["told_how"]]),
        "by": row["by_id"] and {"id": row["by_id"], "name": row["by_name"]},
        "holds": bool(row["holds"]),
    }
