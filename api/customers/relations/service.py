"""Verbs on how customers stand: naming the two persons, noting that he was spoken with, summing up."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.customers import queries as customers
from api.customers.customers.facts import CustomerChanged, CustomerRegistered
from api.customers.relations import answers, facts, queries, schemas
from api.customers.relations.limits import days_between, days_between_visits
from api.customers.relations.model import CustomerRelation
from api.customers.relations.worth import next_on
from api.events import log
from api.events.facts import Fact
from api.kit.clock import day_of
from api.kit.problems import Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees import queries as employees

VISIT = "visit"


def of(unit: Unit, customer: Row) -> Row:
    """The relation with the customer, held until the end; made where none is yet."""
    return queries.of(unit, customer.id, lock=True) or unit.insert(CustomerRelation, **fresh(unit, customer))


def blank(unit: Unit, customer: Row) -> dict[str, Any]:
    """What would be shown of a relation that has no row yet; nothing is written by a reader."""
    station = customers.station_ref(unit, customer.station_id)
    values = dict.fromkeys(CustomerRelation.model_fields) | fresh(unit, customer)
    values |= {
        "version": 0, "name": customer.name, "customer_class": customer.customer_class,
        "do_not_call": customer.do_not_call, "code": station["code"], "station_name": station["name"],
        "service_name": None, "account_name": None,
    }  # fmt: skip
    return queries.with_people(unit, [values])[0]


def fresh(unit: Unit, customer: Row) -> dict[str, Any]:
    on = unit.today
    return {
        "customer_id": customer.id, "station_id": customer.station_id, "revenue_fen": 0, "former_revenue_fen": 0,
        "devices": 0, "jobs": 0, "activity": "new", "satisfaction": "unknown",
        **_rhythm(unit, customer.station_id, customer.customer_class, on, on),
    }  # fmt: skip


def _rhythm(unit: Unit, station_id: str, customer_class: str, contact: date, visit: date) -> dict[str, Any]:
    visits = days_between_visits(unit, station_id, customer_class)
    return {
        "next_contact_on": next_on(contact, days_between(unit, station_id, customer_class)),
        "next_visit_on": next_on(visit, visits) if visits else None,
    }


def rhythm(unit: Unit, relation: Row, customer_class: str, station_id: str) -> dict[str, Any]:
    """When the next word and the next visit are due by the class, from the last ones (D30, R217, R218)."""
    begun = relation.created_at
    contact, visit = relation.last_contact_at or begun, relation.last_visit_at or begun
    return _rhythm(unit, station_id, customer_class, day_of(contact), day_of(visit))


@log.react(CustomerRegistered)
def begin(unit: Unit, customer: Row, fact: Fact) -> None:
    """Every customer has his row from the first day, so that he is spoken with in time."""
    of(unit, customer)


@log.react(CustomerChanged)
def class_was_set(unit: Unit, customer: Row, fact: Fact) -> None:
    """A class set by hand stands for its time, and with it the rhythm."""
    assert isinstance(fact, CustomerChanged)
    if "class" in fact.fields:
        relation = of(unit, customer)
        changes = rhythm(unit, relation, customer.customer_class, customer.station_id)
        queries.put(unit, relation, class_set_on=unit.today, **changes)


def name_persons(unit: Unit, customer_id: str, command: schemas.PersonsSet) -> dict[str, Any]:
    """Name who follows the customer: one of service, one of account, never the same (R391).

    :raises Forbidden: the customer is not the caller's to edit.
    :raises Invalid: nobody such works here, or both are one.
    """
    customer = customers.one(unit, customer_id)
    scope.demand(unit, P.CUSTOMERS_EDIT, customer)
    named = command.model_dump()
    for field, id in named.items():
        if id and not employees.nameable(unit, id, customer.station_id):
            raise Invalid.field(f"/body/{field}", "unknown", Words("没有这位员工", "There is no such employee"))
    if command.service_person_id and command.service_person_id == command.account_person_id:
        words = Words("客服和业务员要是两个人（R391）", "Service and account person must be two persons (R391)")
        raise Invalid.field("/body/account_person_id", "same_person", words)
    relation = of(unit, customer)
    if any(getattr(relation, field) != id for field, id in named.items()):
        relation.__dict__.pop("_fresh", None)
        log.append(unit, relation, facts.CustomerPersonsNamed(**named), told_of=customer, **named)
    return read(unit, customer_id)


def read(unit: Unit, customer_id: str) -> dict[str, Any]:
    """How a customer stands.

    :raises NotFound: none, or none that the caller may see.
    """
    customer = customers.visible(unit, customer_id)
    row = queries.whole(unit, customer_id) or blank(unit, customer)
    return answers.whole(unit, row, customer)


def spoken(unit: Unit, customer: Row, way: str, at: datetime) -> Row:
    """He was spoken with: the next word is due a rhythm later; what is told late moves nothing back."""
    relation = of(unit, customer)
    figures: dict[str, Any] = {"last_contact_at": max(relation.last_contact_at or at, at)}
    if way == VISIT:
        figures["last_visit_at"] = max(relation.last_visit_at or at, at)
    relation.__dict__.update(figures)
    figures |= rhythm(unit, relation, customer.customer_class, customer.station_id)
    queries.put(unit, relation, **figures)
    return relation


def listed(unit: Unit, query: schemas.RelationsQuery) -> dict[str, Any]:
    """A page of customers with how they stand."""
    answer = queries.page(unit, query)
    answer["items"] = [answers.line(unit, row) for row in answer["items"]]
    return answer


def summary(unit: Unit, query: schemas.SummaryQuery) -> dict[str, Any]:
    """Active and lost customers counted, with classes, satisfaction and alerts (R401)."""
    rows = queries.counted(unit, query.station_id)
    words: dict[str, dict[str, Words]] = {
        "customer_class": facts.CLASSES, "activity": facts.ACTIVITIES, "satisfaction": facts.SATISFACTIONS,
        "alert": facts.ALERTS,
    }  # fmt: skip

    def by(name: str) -> list[dict[str, Any]]:
        return [
            {
                "value": value,
                "label": unit.say(label),
                "customers": sum(row["customers"] for row in rows if row[name] == value),
                "revenue_fen": int(sum(row["revenue_fen"] for row in rows if row[name] == value)),
            }
            for value, label in words[name].items()
        ]

    return {
        "customers": sum(row["customers"] for row in rows),
        "due": int(sum(row["due"] for row in rows)),
        "without_persons": int(sum(row["lacking"] for row in rows)),
        "by_class": by("customer_class"),
        "by_activity": by("activity"),
        "by_satisfaction": by("satisfaction"),
        "by_alert": by("alert"),
    }
