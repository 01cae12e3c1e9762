"""The monthly count: class, activity, alert and satisfaction of every customer, worked out anew (D30, D31, R387, R392).

One job a month for the whole network, in steps of a few hundred customers: each step is a transaction of its own and
queues the next, so that a network of a million customers is counted without holding anybody up, and a worker that dies
loses a step and not the month.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from api.customers.relations import facts, figures, queries, service, worth
from api.customers.relations.limits import of_station
from api.customers.relations.model import CustomerRelation
from api.customers.reminders import service as reminders
from api.events import log
from api.kit import jobs
from api.kit.clock import day_of
from api.kit.unit import Row, Unit
from api.network.settings import limits

AT_ONCE = 250
"""Customers counted in one transaction."""
LOOK_BACK = timedelta(days=3 * worth.YEAR)
"""Three years: this one and the two before it (D31's average)."""
KIND = "customers.count"


def plan(conn: Connection, now: datetime) -> None:
    """Queue this month's count; its key makes it one, however many workers plan it."""
    month = f"{day_of(now):%Y-%m}"
    jobs.enqueue(conn, now, [{"kind": KIND, "key": f"{KIND}:{month}", "payload": {"month": month}}])


@jobs.handler(KIND)
def handle(job: jobs.Claim) -> jobs.Apply:
    """One step of the count."""
    month, after = job.payload["month"], job.payload.get("after")

    def apply(unit: Unit) -> None:
        last = count_some(unit, after)
        if last:
            step = {"kind": KIND, "key": f"{KIND}:{month}:{last}", "payload": {"month": month, "after": last}}
            jobs.enqueue(unit.conn, unit.now, [step])

    return apply


def count_some(unit: Unit, after: str | None) -> str | None:
    """Count the next customers; the id of the last one, or None if there are no more."""
    found = queries.some(unit, after, AT_ONCE)
    ids = [row["id"] for row in found]
    if not ids:
        return None
    since, on = unit.now - LOOK_BACK, unit.today
    relations, devices = queries.relations_of(unit, ids), queries.devices_of(unit, ids)
    bought, jobs_done = figures.purchases(unit, ids, since), figures.jobs(unit, ids, since)

    @lru_cache
    def at(station_id: str) -> worth.Limits:
        return of_station(unit, station_id)

    most = max(at(row["station_id"]).loyal_opinions for row in found)
    said = figures.opinions(unit, ids, most)
    for values in found:
        id = values["id"]
        _count(
            unit, queries.customer_row(values), relations.get(id), at(values["station_id"]), on,
            devices.get(id, 0), bought.get(id, []), jobs_done.get(id, []), said.get(id, []),
        )  # fmt: skip
    return ids[-1] if len(ids) == AT_ONCE else None


def _count(
    unit: Unit,
    customer: Row,
    relation: Row | None,
    at: worth.Limits,
    on: date,
    devices: int,
    bought: list[figures.Purchase],
    jobs_done: list[date],
    said: list[figures.Opinion],
) -> None:
    if relation is None:
        relation = unit.insert(CustomerRelation, **service.fresh(unit, customer))
    earnings = worth.revenue(bought, on)
    last = max([*jobs_done, *(purchase.on for purchase in bought)], default=None)
    alert = worth.alert_of(bought, on, at)
    judged: dict[str, Any] = {
        "activity": worth.activity_of(last, devices, day_of(customer.created_at), on),
        "satisfaction": worth.satisfaction_of(said, at),
        "alert": alert,
    }
    former_class = customer.customer_class
    class_ = worth.class_of(earnings, devices, at)
    by_hand = relation.class_set_on
    if by_hand and on <= by_hand + timedelta(days=limits.get(unit, "customer.class_by_hand_days", customer.station_id)):
        class_ = former_class
    else:
        by_hand = None
    changed = class_ != former_class or any(getattr(relation, name) != value for name, value in judged.items())
    alerted = alert is not None and alert != relation.alert
    queries.put(
        unit, relation, station_id=customer.station_id, counted_on=on, revenue_fen=earnings,
        former_revenue_fen=worth.revenue(bought, on - timedelta(days=worth.YEAR)), devices=devices,
        jobs=sum(day > on - timedelta(days=worth.YEAR) for day in jobs_done), last_job_on=last,
        usual_days=worth.usual_days(bought), class_set_on=by_hand, **judged,
        **service.rhythm(unit, relation, class_, customer.station_id),
    )  # fmt: skip
    if changed:
        fact = facts.CustomerCounted(
            customer_class=class_, former_class=former_class, revenue_fen=earnings, devices=devices, **judged
        )
        changes = {"customer_class": class_} if class_ != former_class else {}
        log.append(unit, customer, fact, **changes)
    if alerted:
        log.record(unit, customer, facts.CustomerAlerted(alert=str(alert)))
        reminders.for_alert(unit, customer, relation, facts.ALERTS[str(alert)])
