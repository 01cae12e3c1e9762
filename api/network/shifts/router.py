"""`/shifts` and `/roster`: who works when; `/attendance`: who is at his post."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.shifts import attending, queries, repeating, roster, schemas, service, timing, views
from api.network.shifts.workflow import WORKFLOW

resource = Resource("/shifts", visible=queries.visible)
router = resource.router
attendance = Resource("/attendance")
attendance_router = attendance.router
grid = Resource("/roster")
grid_router = grid.router
assert timing  # registers what leave does to the clocks of shifts


@resource.get(permission=P.SHIFTS_VIEW, answer=list_of(schemas.ShiftRow))
def list_shifts(unit: Unit, query: schemas.ShiftQuery) -> dict[str, Any]:
    """The planned shifts of a span, by their start."""
    return views.page(unit, query)


@resource.post(permission=P.SHIFTS_CREATE, answer=schemas.ShiftRead, refuses=(Clash,))
def plan_shift(unit: Unit, command: schemas.ShiftCreate) -> dict[str, Any]:
    """Put somebody into the roster."""
    return service.plan(unit, command)


@resource.post("/copy-week", permission=P.SHIFTS_CREATE, answer=schemas.Copied, status=200)
def copy_week(unit: Unit, command: schemas.CopyWeek) -> dict[str, Any]:
    """Repeat another week's roster, by default the week before; what cannot be repeated is named."""
    return repeating.copy_week(unit, command)


@resource.post("/plan-days", permission=P.SHIFTS_CREATE, answer=schemas.Patterned, status=200)
def plan_days(unit: Unit, command: schemas.PlanDays) -> dict[str, Any]:
    """The same turn for several people on several days; what cannot be planned is named."""
    return repeating.plan_days(unit, command)


@resource.post("/take-back", permission=P.SHIFTS_EDIT, answer=schemas.TakenBack, status=200)
def take_back(unit: Unit, command: schemas.TakeBack) -> dict[str, Any]:
    """Take the shifts of one act out of the roster again; those that must stay are named."""
    return repeating.take_back(unit, command)


@resource.get("/{id}", permission=P.SHIFTS_VIEW, answer=schemas.ShiftRead)
def read_shift(unit: Unit, id: Id) -> dict[str, Any]:
    """One shift, removed ones too."""
    return views.read(unit, id)


@resource.patch("/{id}", permission=P.SHIFTS_EDIT, answer=schemas.ShiftRead, refuses=(Clash,))
def change_shift(unit: Unit, id: Id, command: schemas.ShiftChange) -> dict[str, Any]:
    """Change a shift that nobody has begun."""
    return service.change(unit, id, command)


resource.actions(WORKFLOW, service, attending, answer=schemas.ShiftRead, refuses=(Clash,))


@attendance.get(permission=P.ATTENDANCE_VIEW, answer=list_of(schemas.AttendanceRow))
def list_attendance(unit: Unit, query: schemas.AttendanceQuery) -> dict[str, Any]:
    """The turns of one day and whether their people came: who is late, who is not there."""
    return views.attendance(unit, query)


@grid.get(permission=P.SHIFTS_VIEW, answer=schemas.Roster)
def read_roster(unit: Unit, query: schemas.RosterQuery) -> dict[str, Any]:
    """People by days: shifts, leave, bookings, and the gaps that the rules do not allow."""
    return roster.roster(unit, query)
