"""`/employees` and `/skills`: who works here, what they can do, which posts they hold."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import Order, list_of, page
from api.kit.problems import Clash
from api.kit.unit import Unit
from api.network.employees import queries, schemas, service
from api.network.employees.model import Employee

resource = Resource("/employees", visible=queries.visible)
router = resource.router
skills = Resource("/skills")
skills_router = skills.router
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "name": Order(_employee.c.name_key, _employee.c.id),
    "number": Order(_employee.c.number, _employee.c.id),
}


@resource.get(permission=P.EMPLOYEES_VIEW, answer=list_of(schemas.EmployeeRead))
def list_employees(unit: Unit, query: schemas.EmployeeQuery) -> dict[str, Any]:
    """Employees by the sound of their names; filters by home or posted station, role, skill."""
    on = query.on or unit.today
    statement = queries.listed(unit)
    if query.station_id:
        statement = statement.where(queries.works_at(query.station_id, on))
    if query.role:
        statement = statement.where(queries.holds(on, role=str(query.role)))
    if query.skill:
        statement = statement.where(queries.masters(query.skill))
    if query.q:
        statement = statement.where(queries.named(query.q))
    if query.active is not None:
        statement = statement.where(_employee.c.active.is_(query.active))
    found = page(unit, statement, query, _ORDERS, sort=query.sort)
    return found | {"items": service.shown(unit, found["items"])}


@resource.post(permission=P.EMPLOYEES_CREATE, answer=schemas.EmployeeRead)
def take_on_employee(unit: Unit, command: schemas.EmployeeCreate) -> dict[str, Any]:
    """Take somebody on; posts, and with them rights, are given afterwards."""
    return service.take_on(unit, command)


@resource.get("/{id}", permission=P.EMPLOYEES_VIEW, answer=schemas.EmployeeRead)
def read_employee(unit: Unit, id: Id) -> dict[str, Any]:
    """One employee."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.EMPLOYEES_EDIT, answer=schemas.EmployeeRead)
def change_employee(unit: Unit, id: Id, command: schemas.EmployeeChange) -> dict[str, Any]:
    """Change name, phone, home station, skills, or let him leave."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/posts",
    permission=P.EMPLOYEES_EDIT,
    answer=schemas.EmployeeRead,
    refuses=(Clash,),
    status=200,
    match="optional",
)
def give_post(unit: Unit, id: Id, command: schemas.PostNew) -> dict[str, Any]:
    """Give a role at a station from a day on; never to oneself."""
    return service.give_post(unit, id, command)


@resource.post("/{id}/end-post", permission=P.EMPLOYEES_EDIT, answer=schemas.EmployeeRead, status=200, match="optional")
def end_post(unit: Unit, id: Id, command: schemas.PostEnd) -> dict[str, Any]:
    """Let a role end with a day."""
    return service.end_post(unit, id, command)


@skills.get(permission=P.EMPLOYEES_VIEW, answer=schemas.SkillList)
def list_skills(unit: Unit) -> dict[str, Any]:
    """All skills by code."""
    return {"items": [service.skill_shown(unit, skill) for skill in queries.skills(unit)]}
