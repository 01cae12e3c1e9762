"""Whom a change of a job concerns: a new job, another time, a job that is gone; told to the phones of its engineer."""

from __future__ import annotations

from api.field.push import queries
from api.field.push.sending import KIND
from api.kit import jobs
from api.kit.unit import Row, Unit


def tell(unit: Unit, order: Row) -> None:
    """Tell the engineer who has the job, and the one who had it; who did it himself knows it already."""
    found = queries.concerned(unit, order.id, order.engineer_id)
    at, notices = unit.now.isoformat(), []
    for row in found:
        if row["employee_id"] == unit.actor.employee_id:
            continue
        if row["employee_id"] != order.engineer_id:
            kind = "job_cancelled"
        else:
            kind = "job_new" if row["former_owner_id"] or row["fresh"] else "job_changed"
        payload = {"device_id": row["device_id"], "type": kind, "job_id": order.id, "at": at}
        notices.append({"kind": KIND, "payload": payload, "max_attempts": 8})
    jobs.enqueue(unit.conn, unit.now, notices)
