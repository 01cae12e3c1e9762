"""`/appointments`: what was agreed with customers, and the times that could be."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from api.access.policy import P
from api.dispatch.appointments import calendar, following, queries, schemas, service
from api.dispatch.appointments.words import KINDS
from api.dispatch.appointments.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit

resource = Resource("/appointments", visible=queries.visible)
router = resource.router
assert following  # registers what follows the orders


@resource.get(permission=P.APPOINTMENTS_VIEW, answer=list_of(schemas.AppointmentRow))
def list_appointments(unit: Unit, query: schemas.AppointmentQuery) -> dict[str, Any]:
    """Appointments by their time: of a day, a case, a person."""
    return queries.listed(unit, query)


@resource.post(permission=P.APPOINTMENTS_CREATE, answer=schemas.AppointmentRead, refuses=(Clash,), key="required")
def book_appointment(unit: Unit, command: schemas.AppointmentCreate) -> dict[str, Any]:
    """Agree on a time at the counter or by telephone; a visit is promised with its order."""
    return service.book(unit, command)


@resource.get("/{id}", permission=P.APPOINTMENTS_VIEW, answer=schemas.AppointmentRead)
def read_appointment(unit: Unit, id: Id) -> dict[str, Any]:
    """One appointment."""
    return queries.read(unit, id)


@resource.get("/{id}/calendar", permission=P.APPOINTMENTS_VIEW, answer=None, media="text/calendar")
def read_appointment_calendar(unit: Unit, id: Id) -> Response:
    """The customer's calendar file (RFC 5545)."""
    found = queries.whole(unit, id)
    method = "CANCEL" if found["status"] == "cancelled" else "PUBLISH"
    return Response(
        calendar.written(unit, found, unit.say(KINDS[found["kind"]])),
        headers={
            "content-type": f"text/calendar; charset=utf-8; method={method}", "cache-control": "no-store",
            "content-disposition": f'attachment; filename="{found["case_number"]}.ics"',
        },
    )  # fmt: skip


resource.actions(WORKFLOW, service, answer=schemas.AppointmentRead, refuses=(Clash,))
