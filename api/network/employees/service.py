"""Verbs on the staff. Rights come from posts, and posts are given here only; nobody gives one to himself (T6)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, update

from api.access import tokens
from api.access.accounts import service as accounts
from api.access.model import Post
from api.access.policy import ROLE_LABELS, P, Role
from api.events import log
from api.kit.phones import shown as phone_shown
from api.kit.pinyin import name_key
from api.kit.problems import Clash, Duplicate, Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network import queries as network
from api.network.bookings.model import Bookable
from api.network.employees import facts, queries, schemas
from api.network.employees.model import Employee, EmployeeSkill

STATION_ROLES = frozenset(
    {
        Role.HOTLINE_ENGINEER, Role.COORDINATOR, Role.FIELD_ENGINEER, Role.RECEPTION_ENGINEER, Role.BENCH_ENGINEER,
        Role.PARTS_SPECIALIST, Role.FOLLOW_UP_SPECIALIST, Role.ADMIN_SPECIALIST,
    }
)  # fmt: skip
"""The posts of R20 below the manager's own: what a station manager may give; all others come from HR."""


def take_on(unit: Unit, command: schemas.EmployeeCreate) -> dict[str, Any]:
    """Somebody joins the staff, without any right yet.

    :raises Duplicate: the number is taken.
    :raises Invalid: the station or a skill does not exist.
    """
    _station(unit, command.station_id)
    if queries.number_taken(unit, command.number):
        raise Duplicate(Words("这个工号已经用过", "This number is taken"), number=command.number)
    bookable = unit.insert(
        Bookable, resource_no=network.next_resource_no(unit), kind="engineer", station_id=command.station_id
    )
    row = unit.insert(
        Employee,
        id=command.id,
        number=command.number,
        name=command.name,
        name_key=name_key(command.name),
        phone=command.phone,
        station_id=command.station_id,
        resource_id=bookable.id,
        active=True,
    )
    log.append(unit, row, facts.EmployeeTakenOn(number=row.number))
    _master(unit, row, command.skills)
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.EmployeeChange) -> dict[str, Any]:
    """Change what stands about a person; leaving the staff (`active` false) ends his posts with yesterday.

    :raises Forbidden: he is not of the caller's stations, or would not be afterwards; or his leaving would end a post
        that is not the caller's to take.
    """
    row = queries.one(unit, id, lock=True)
    _demand(unit, row.station_id)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    skills = sent.pop("skills", None)
    if station_id := sent.get("station_id"):
        _station(unit, station_id)
        _demand(unit, station_id)
    changes = {name: value for name, value in sent.items() if getattr(row, name) != value}
    if "name" in changes:
        changes["name_key"] = name_key(changes["name"])
    ending = []
    if changes.get("active") is False:
        yesterday = unit.today - timedelta(days=1)
        ending = queries.open_posts(unit, id, yesterday + timedelta(days=1))
        for post in ending:
            _demand(unit, post.station_id)
            _theirs_to_give(unit, Role(post.role))
    fields = sorted(changes.keys() - {"name_key"})
    if skills is not None and _master(unit, row, skills):
        fields.append("skills")
    if fields:
        log.append(unit, row, facts.EmployeeChanged(fields=fields), **changes)
    for post in ending:
        _end(unit, row, post, max(yesterday, post.starts_on))
    if changes.keys() & {"name", "station_id"}:
        accounts.follow(unit, row.id, name=row.name, station_id=row.station_id)
    tokens.forget(unit)
    return read(unit, id)


def give_post(unit: Unit, id: str, command: schemas.PostNew) -> dict[str, Any]:
    """He holds a role at a station from a day on.

    :raises Forbidden: to oneself; at a station that is not the caller's; a role that only HR gives.
    :raises Clash: he holds it there already.
    """
    row = queries.one(unit, id, lock=True)
    if id == unit.actor.employee_id:
        raise Forbidden(Words("不能给自己安排岗位", "Nobody gives a post to himself"), permission=str(P.EMPLOYEES_EDIT))
    _demand(unit, row.station_id)
    _station(unit, command.station_id)
    _demand(unit, command.station_id)
    _theirs_to_give(unit, command.role)
    if command.ends_on and command.ends_on < command.starts_on:
        words = Words("结束不能早于开始", "The end comes before the start")
        raise Invalid.field("/body/ends_on", "end_before_start", words)
    if not row.active:
        raise Clash(Words("已离职", "No longer on the staff"))
    held = (str(command.role), command.station_id, command.starts_on, command.ends_on)
    if queries.overlapping(unit, id, *held):
        raise Clash(Words("这段时间已经任这个岗位", "He holds this post on these days already"))
    role, station_id, starts_on, ends_on = held
    post = unit.insert(Post, employee_id=id, role=role, station_id=station_id, starts_on=starts_on, ends_on=ends_on)
    fact = facts.EmployeePosted(
        post_id=post.id, role=role, at_station_id=station_id, starts_on=starts_on, ends_on=ends_on
    )
    log.append(unit, row, fact)
    tokens.forget(unit)
    return read(unit, id)


def end_post(unit: Unit, id: str, command: schemas.PostEnd) -> dict[str, Any]:
    """A role ends with a day; the day itself still counts.

    :raises NotFound: he has no such post.
    :raises Forbidden: at a station that is not the caller's; a role that only HR gives and takes.
    :raises Invalid: the end lies before its start, or later than it ends already.
    """
    row = queries.one(unit, id, lock=True)
    _demand(unit, row.station_id)
    post = queries.post(unit, id, command.post_id)
    if post is None:
        raise NotFound
    _demand(unit, post.station_id)
    _theirs_to_give(unit, Role(post.role))
    if command.ends_on < post.starts_on or (post.ends_on and command.ends_on > post.ends_on):
        words = Words("要在开始之后，且不晚于原来的结束", "After its start and not after the end it has")
        raise Invalid.field("/body/ends_on", "end_before_start", words)
    _end(unit, row, post, command.ends_on)
    tokens.forget(unit)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole employee.

    :raises NotFound: nobody, or nobody that this caller may see.
    """
    return shown(unit, [queries.read(unit, id)])[0]


def shown(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `queries.listed` as the contract shows them; numbers are masked (T31)."""
    ids = [row["id"] for row in rows]
    skills, posts = (queries.skills_of(unit, ids), queries.posts_of(unit, ids)) if ids else ({}, {})
    return [
        {
            "id": row["id"],
            "version": row["version"],
            "number": row["number"],
            "name": row["name"],
            "phone": phone_shown(row["phone"]),
            "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
            "active": row["active"],
            "skills": [
                {"skill": skill_shown(unit, held), "level": held["level"]} for held in skills.get(row["id"], [])
            ],
            "posts": [
                {
                    "id": post["id"],
                    "role": post["role"],
                    "role_label": unit.say(ROLE_LABELS[Role(post["role"])]),
                    "station": {"id": post["station_id"], "code": post["code"], "name": post["name"]},
                    "starts_on": post["starts_on"],
                    "ends_on": post["ends_on"],
                }
                for post in posts.get(row["id"], [])
            ],
        }
        for row in rows
    ]


def skill_shown(unit: Unit, skill: dict[str, Any]) -> dict[str, Any]:
    """A skill in the caller's language."""
    return {"id": skill["id"], "code": skill["code"], "name": unit.say(Words(skill["name"], skill["name_en"]))}


def _theirs_to_give(unit: Unit, role: Role) -> None:
    """Below HR, only posts of R20 are given and taken; a client's rights are its key's and no post (T6)."""
    everywhere = unit.actor.reach(P.EMPLOYEES_EDIT).everywhere
    if role == Role.INTEGRATION_CLIENT or not (everywhere or role in STATION_ROLES):
        words = Words("“{role}”不由您安排", "{role} is not yours to give").format(role=ROLE_LABELS[role])
        raise Forbidden(words, permission=str(P.EMPLOYEES_EDIT))


def _demand(unit: Unit, station_id: str) -> None:
    reach = unit.actor.reach(P.EMPLOYEES_EDIT)
    if not reach.everywhere and station_id not in reach.stations:
        raise Forbidden(permission=str(P.EMPLOYEES_EDIT))


def _station(unit: Unit, station_id: str) -> None:
    if not queries.station_active(unit, station_id):
        raise Invalid.field("/body/station_id", "unknown", Words("没有这个在用的站", "There is no such active station"))


def _master(unit: Unit, row: Row, skills: list[schemas.SkillHeld]) -> bool:
    """These skills and no others; whether that changed anything."""
    wanted = {held.skill_id: held.level for held in skills}
    if len(wanted) != len(skills) or queries.unknown_skills(unit, list(wanted)):
        words = Words("技能不存在或重复", "A skill does not exist, or is given twice")
        raise Invalid.field("/body/skills", "unknown", words)
    before = {held["id"]: held["level"] for held in queries.skills_of(unit, [row.id]).get(row.id, [])}
    if wanted == before:
        return False
    table = EmployeeSkill.__table__  # type: ignore[attr-defined]
    unit.conn.execute(delete(table).where(table.c.employee_id == row.id))
    for skill_id, level in wanted.items():
        unit.insert(EmployeeSkill, employee_id=row.id, skill_id=skill_id, level=level)
    return True


def _end(unit: Unit, row: Row, post: Row, ends_on: date) -> None:
    table = Post.__table__  # type: ignore[attr-defined]
    unit.conn.execute(update(table).where(table.c.id == post.id), {"ends_on": ends_on})
    told = facts.PostEnded(post_id=post.id, role=post.role, at_station_id=post.station_id, ends_on=ends_on)
    log.append(unit, row, told)
