"""How an order comes to be: intake passes a case on, and the order stands before the coordinator in the same moment."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from api.events import log
from api.intake.service_requests import course
from api.kit.numbering import next_number
from api.kit.unit import Row, Unit
from api.network.clocks import service as clocks
from api.network.settings import limits
from api.work.work_orders import facts, queries, timing
from api.work.work_orders.model import WorkOrder
from api.work.work_orders.service import index


def open_from_case(unit: Unit, case: Row, note: str | None, preferred_at: datetime | None) -> Row:
    """Receive the on-site information (接受上门信息, R103): an order of the case's station, customer, place and device.

    Stops the half hour in which a case is passed on, starts the two hours to contact the customer and the working days
    to arrive, both from his first request (D9).
    """
    known = queries.whereabouts(unit, case.station_id, case.site_id, case.asset_id)
    today = unit.now.astimezone(ZoneInfo(known["time_zone"])).date()
    order = unit.insert(
        WorkOrder,
        created_by_id=unit.actor.employee_id, number=next_number(unit, "WO", known["station_code"], today),
        kind="on_site", case_id=case.id, station_id=case.station_id, status="received", open=True,
        customer_id=case.customer_id, contact_id=case.contact_id, site_id=case.site_id or known["asset_site_id"],
        asset_id=case.asset_id, subject=case.subject, note=note, preferred_at=preferred_at, paid=bool(case.paid),
        verdict=case.verdict or "unknown", **timing.NONE,
        duration_seconds=limits.get(unit, "job.default_seconds", case.station_id),
        travel_seconds=limits.get(unit, "booking.travel_default_seconds", case.station_id),
    )  # fmt: skip
    fact = facts.WorkOrderOpened(
        number=order.number, customer_id=order.customer_id, paid=order.paid, asset_id=order.asset_id,
        site_id=order.site_id, preferred_at=preferred_at, note=note,
    )  # fmt: skip
    log.append(unit, order, fact)
    clocks.stop(unit, case, "pass")
    timing.begin(unit, order, case.created_at, in_area=known["in_area"] is not False)
    course.move_on(unit, case.id, step=2, job=order.status)
    index(unit, order)
    return order


def keep_in_step(unit: Unit, case: Row) -> None:
    """The case was corrected while a visit is open: the engineer reads the same subject and rings the same person."""
    for id in queries.open_of_case(unit, case.id):
        order = queries.any_one(unit, id)
        if (order.subject, order.contact_id) != (case.subject, case.contact_id):
            fact = facts.WorkOrderCorrected(subject=case.subject, contact_id=case.contact_id)
            log.append(unit, order, fact, subject=case.subject, contact_id=case.contact_id)
            index(unit, order)
