"""Every SELECT on employees, their skills and posts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.model import Post
from api.access.policy import P
from api.kit.ids import is_id
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee, EmployeeSkill, Skill
from api.network.stations.model import Station

_employee = Employee.__table__  # type: ignore[attr-defined]
_skill = Skill.__table__  # type: ignore[attr-defined]
_held = EmployeeSkill.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The employee's row.

    :raises NotFound: nobody, or nobody that this caller may see.
    """
    return unit.one(Employee, _employee.c.id == id, scope.visible(unit, P.EMPLOYEES_VIEW, Employee), lock=lock)


def visible(unit: Unit, id: str) -> Row:
    """For repeats: the employee, if the caller may still see him."""
    return one(unit, id)


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the employees that this caller may see."""
    return select(_employee.c.id).where(scope.visible(unit, P.EMPLOYEES_VIEW, Employee))


def nameable(unit: Unit, id: str, station_id: str | None = None) -> bool:
    """Whether the caller may name this person: he is here still, and the caller sees him, or he has a post at the station
    of what he is named for, or had one. Whoever is out of sight is nobody (T1)."""
    posted = select(_post.c.id).where(_post.c.employee_id == _employee.c.id, _post.c.station_id == station_id)
    there = [_employee.c.station_id == station_id, posted.exists()] if station_id else []
    known = or_(scope.visible(unit, P.EMPLOYEES_VIEW, Employee), *there)
    return unit.value(select(_employee.c.id).where(_employee.c.id == id, _employee.c.active, known)) is not None


def listed(unit: Unit) -> Select[Any]:
    """All employees this caller may see, with their home stations."""
    return (
        select(*_employee.c, _station.c.code.label("station_code"), _station.c.name.label("station_name"))
        .join(_station, _station.c.id == _employee.c.station_id)
        .where(scope.visible(unit, P.EMPLOYEES_VIEW, Employee))
    )


def holds(on: date, **wanted: str | Select[Any]) -> ColumnElement[bool]:
    """Whether the employee holds on that day a post with these values, or one of these (`role`, `station_id`)."""
    statement = select(_post.c.id).where(
        _post.c.employee_id == _employee.c.id,
        _post.c.starts_on <= on,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= on),
        *(_post.c[name] == v if isinstance(v, str) else _post.c[name].in_(v) for name, v in wanted.items()),
    )
    return statement.exists()


def same_role(employee_id: str, on: date) -> ColumnElement[bool]:
    """Whether the employee holds on that day a role that this one holds too."""
    other = _post.alias()
    theirs = select(other.c.role).where(
        other.c.employee_id == employee_id,
        other.c.starts_on <= on,
        or_(other.c.ends_on.is_(None), other.c.ends_on >= on),
    )
    return holds(on, role=theirs)


def works_at(station_id: str, on: date) -> ColumnElement[bool]:
    """At home there, or posted there on that day."""
    return or_(_employee.c.station_id == station_id, holds(on, station_id=station_id))


def masters(skill: str) -> ColumnElement[bool]:
    """Whether the employee has the skill, given by id or code."""
    return (
        select(_held.c.id)
        .join(_skill, _skill.c.id == _held.c.skill_id)
        .where(_held.c.employee_id == _employee.c.id, or_(_skill.c.code == skill, *_ids(skill)))
        .exists()
    )


def _ids(skill: str) -> list[ColumnElement[bool]]:
    return [_skill.c.id == skill.lower()] if is_id(skill) else []


def named(q: str) -> ColumnElement[bool]:
    """Part of the name or of its pinyin or initials, or the beginning of the number."""
    low = q.strip().lower()
    return or_(
        _employee.c.name.contains(q.strip(), autoescape=True),
        _employee.c.name_key.contains(low, autoescape=True),
        func.lower(_employee.c.number).startswith(low, autoescape=True),
    )


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One employee with his home station.

    :raises NotFound: nobody, or nobody that this caller may see.
    """
    found = unit.first(listed(unit).where(_employee.c.id == id))
    if found is None:
        raise NotFound
    return found


def skills_of(unit: Unit, employees: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """What these employees can do."""
    found: dict[str, list[dict[str, Any]]] = {}
    statement = (
        select(_held.c.employee_id, _held.c.level, _skill.c.id, _skill.c.code, _skill.c.name, _skill.c.name_en)
        .join(_skill, _skill.c.id == _held.c.skill_id)
        .where(_held.c.employee_id.in_(sorted(employees)))
        .order_by(_skill.c.code)
    )
    for row in unit.rows(statement):
        found.setdefault(row["employee_id"], []).append(row)
    return found


def posts_of(unit: Unit, employees: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """Which posts these employees hold, held or will hold, newest first."""
    found: dict[str, list[dict[str, Any]]] = {}
    statement = (
        select(*_post.c, _station.c.code, _station.c.name)
        .join(_station, _station.c.id == _post.c.station_id)
        .where(_post.c.employee_id.in_(sorted(employees)))
        .order_by(_post.c.starts_on.desc(), _post.c.id.desc())
    )
    for row in unit.rows(statement):
        found.setdefault(row["employee_id"], []).append(row)
    return found


def post(unit: Unit, employee_id: str, post_id: str) -> Row | None:
    """One post of this employee."""
    found = unit.first(select(*_post.c).where(_post.c.id == post_id, _post.c.employee_id == employee_id))
    return None if found is None else Row(_post, found)


def overlapping(
    unit: Unit, employee_id: str, role: str, station_id: str, starts_on: date, ends_on: date | None
) -> bool:
    """Whether he holds this very role there on one of these days already."""
    statement = select(_post.c.id).where(
        _post.c.employee_id == employee_id,
        _post.c.role == role,
        _post.c.station_id == station_id,
        or_(_post.c.ends_on.is_(None), _post.c.ends_on >= starts_on),
    )
    if ends_on:
        statement = statement.where(_post.c.starts_on <= ends_on)
    return unit.value(statement) is not None


def open_posts(unit: Unit, employee_id: str, on: date) -> list[Row]:
    """Posts that hold on that day or later."""
    later = or_(_post.c.ends_on.is_(None), _post.c.ends_on >= on)
    return [Row(_post, row) for row in unit.rows(select(*_post.c).where(_post.c.employee_id == employee_id, later))]


def number_taken(unit: Unit, number: str) -> bool:
    """Whether somebody has this number."""
    return unit.value(select(_employee.c.id).where(_employee.c.number == number)) is not None


def skills(unit: Unit) -> list[dict[str, Any]]:
    """All skills by code."""
    return unit.rows(select(*_skill.c).order_by(_skill.c.code))


def unknown_skills(unit: Unit, ids: Collection[str]) -> list[str]:
    """Those of the ids that are no skill's."""
    known = set(unit.conn.execute(select(_skill.c.id).where(_skill.c.id.in_(sorted(ids)))).scalars())
    return [id for id in ids if id not in known]


def station_active(unit: Unit, id: str) -> bool:
    """Whether there is such an active station."""
    return unit.value(select(_station.c.id).where(_station.c.id == id, _station.c.active)) is not None
